"""What is told of a member of the Senate: a seat in a committee, a role in it, an office."""

from flask_babel import gettext as _

from webapp.bills import service as bills
from webapp.following.models import News
from webapp.following.rules.telling import Place, Telling
from webapp.following.service.telling.addresses import address


def tell_of_member(news: News, lang: str) -> Telling:
    """News of a member in the language in force, which is `lang`."""
    member = bills.get_member(f"m-{news.details['member']}")
    return Telling(
        news_id=news.id,
        language=lang,
        name=member.full_name,
        what=_of_seat(news, lang) if "committee" in news.details else _of_office(news),
        page=Place(_("Office and committees:"), address(f"/members/{member.public_id}", lang)),
        thread=member.public_id,
    )


def _of_office(news: News) -> str:
    after = news.details.get("after", "")
    if not after:
        return _("No longer holds the office: %(office)s.", office=news.details.get("before", ""))
    return _("New office: %(office)s.", office=after)


def _of_seat(news: News, lang: str) -> str:
    committee = bills.get_committee(f"c-{news.details['committee']}")
    name = (committee.name_en if lang == "en" else "") or committee.name
    role = news.details.get("after")
    if role is None:
        return _("No longer has a seat in: %(committee)s.", committee=name)
    if not role:
        return _("Has a seat in: %(committee)s.", committee=name)
    return _("Has a seat in: %(committee)s (%(role)s).", committee=name, role=role)
