"""What our LINE account answers to those who write to it."""

from flask_babel import force_locale
from flask_babel import gettext as _

from webapp.following.messages.links import manage_url
from webapp.following.service import Follower, Subscription, address, subject_name


def joined(subscription: Subscription) -> str:
    """That news comes here from now on."""
    lang = subscription.language
    with force_locale(lang):
        name = subject_name(subscription.subject, lang)
        said = _("News of this comes to you here from now on: %(name)s", name=name)
        change = _("Change, pause or stop it:")
    return f"{said}\n{change} {manage_url(subscription.follower, lang)}"


def help_of(follower: Follower | None, lang: str) -> str:
    """What to do here to have news, or to change them, in the language `lang`."""
    with force_locale(lang):
        if follower is not None:
            said = _("This account sends news of what you follow. Change, pause or stop it:")
            return f"{said} {manage_url(follower, lang)}"
        said = _(
            "To get news here, choose what to follow on our site, choose LINE there, and send us "
            "the code that the page shows. A code is good for an hour."
        )
    return f"{said} {address('/following', lang)}"
