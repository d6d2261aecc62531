"""How fast messages went out this month, for everybody."""

from flask import render_template
from flask_babel import gettext as _

from webapp.following import service, wording
from webapp.following.routes.blueprint import bp
from webapp.shared.dates import duration


@bp.get("/speed")
def show_speed() -> str:
    since, speeds = service.speed_of_month()
    head = [
        _("Channel"),
        _("Messages"),
        *[_("Within %(time)s", time=duration(seconds)) for seconds in service.WITHIN],
        _("The slowest"),
        _("Still waiting"),
        _("Not delivered"),
    ]
    rows = [
        [
            wording.CHANNELS[one.channel],
            one.asked,
            *one.within,
            duration(one.slowest_seconds) if one.asked else "–",
            one.waiting,
            one.failed,
        ]
        for one in speeds
    ]
    return render_template(
        "following/show_speed.html",
        since=since,
        head=head,
        rows=rows,
        asked=sum(one.asked for one in speeds),
        waiting=sum(one.waiting for one in speeds),
        in_time=sum(one.within[2] for one in speeds),
        failed=sum(one.failed for one in speeds),
    )
