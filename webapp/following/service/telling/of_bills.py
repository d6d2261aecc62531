"""What is told of a bill: a step, a vote, a time limit, an error put right, its end."""

from datetime import date

from flask_babel import gettext as _

from webapp.bills import service as bills
from webapp.following.models import News
from webapp.following.rules.telling import Place, Telling
from webapp.following.rules.wishes import NewsKind
from webapp.following.service.telling.addresses import address
from webapp.shared.dates import day

# Offered to whoever followed a bill that has come to its end.
_MOST_SUCCESSORS = 3


def short_name(bill: bills.Bill, lang: str) -> str:
    """What people call a bill, else its name."""
    return next(iter(bill.nicknames(lang)), bill.name(lang))


def headline_of_bill(news: News, lang: str) -> tuple[str, str]:
    """What news is of, and what happened, in the language in force, which is `lang`."""
    return short_name(bills.bill_by_id(news.bill_id or 0), lang), _what(news)


def tell_of_bill(news: News, lang: str) -> Telling:
    """News of a bill in the language in force, which is `lang`."""
    bill = bills.bill_by_id(news.bill_id or 0)
    state = bills.bill_state(bill)
    coming = [bills.say_next(bill, state), bills.say_deadline(state)]
    name, what = headline_of_bill(news, lang)
    return Telling(
        news_id=news.id,
        language=lang,
        name=name,
        what=what,
        meaning=_meaning(news, state, lang),
        coming=" ".join(filter(None, coming)),
        page=Place(_("Every step, vote and document:"), address(f"/bills/{bill.public_id}", lang)),
        thread=bill.public_id,
        sorry=_sorry(news),
        last=_last(news, state),
        more=tuple(_successors(bill, lang)) if news.kind is NewsKind.BILL_ENDED else (),
    )


def _what(news: News) -> str:
    if news.kind is NewsKind.DEADLINE:
        due = date.fromisoformat(news.details["due"])
        return _("A time limit ends on %(day)s.", day=day(due))
    if news.vote_id is not None:
        said = bills.say_vote(bills.vote_by_id(news.vote_id))
        corrected = news.kind is NewsKind.CORRECTED
        return _("The counts of a vote were put right: %(vote)s", vote=said) if corrected else said
    if news.kind is NewsKind.SITTING:
        return _of_sitting(news)
    if news.kind is NewsKind.CORRECTED and news.step_id is None:
        return _("The record of this bill was put right: its name.")
    step = bills.step_by_id(news.step_id or 0)
    if step.withdrawn_at is not None:
        return _("Correction, this step was withdrawn: %(step)s.", step=bills.say_step(step))
    return _("%(step)s.", step=bills.say_step(step))


def _of_sitting(news: News) -> str:
    said = bills.say_sitting(bills.get_sitting(int(news.details["sitting"])))
    if news.details["state"] == "cancelled":
        return _("The sitting is cancelled: %(sitting)s.", sitting=said)
    if news.details["state"] == "off":
        return _("No longer on the order paper of the sitting: %(sitting)s.", sitting=said)
    return _("On the order paper of the sitting: %(sitting)s.", sitting=said)


def _meaning(news: News, state: bills.BillState, lang: str) -> str:
    said = [_before(news), _named_before(news, lang), bills.say_stage(state)]
    if news.step_id is not None and not _is_withdrawn(news):
        said.append(bills.step_by_id(news.step_id).note)
    return " ".join(filter(None, said))


def _before(news: News) -> str:
    """The counts of a vote that were told until they were put right."""
    if news.kind is not NewsKind.CORRECTED or "approve" not in news.details:
        return ""
    return _(
        "Until now the record said: in favour %(approve)s, against %(disapprove)s.",
        approve=news.details["approve"],
        disapprove=news.details.get("disapprove", "–"),
    )


def _named_before(news: News, lang: str) -> str:
    """The names of a bill before its record was put right, and those now."""
    was = {
        key.removeprefix("was_"): name
        for key, name in news.details.items()
        if key.startswith("was_")
    }
    if not was:
        return ""
    bill, told = bills.bill_by_id(news.bill_id or 0), lang if lang in was else next(iter(was))
    return _(
        "Until now the record said: %(before)s. It is now: %(now)s.",
        before=was[told],
        now=bill.name(told),
    )


def _is_withdrawn(news: News) -> bool:
    return news.step_id is not None and bills.step_by_id(news.step_id).withdrawn_at is not None


def _sorry(news: News) -> str:
    if news.step_id is None or not _is_withdrawn(news):
        return ""
    reason = bills.say_reason(bills.step_by_id(news.step_id).withdrawn_why)
    sorry = _("We told you of this step; it was recorded by mistake. We are sorry.")
    return " ".join(filter(None, [sorry, reason]))


def _last(news: News, state: bills.BillState) -> str:
    if news.kind is not NewsKind.BILL_ENDED:
        return ""
    if not state.is_final:
        return _("If this bill goes on after all, we tell you. Otherwise this is the last message.")
    return _("This is the last message about this bill.")


def _successors(bill: bills.Bill, lang: str) -> list[Place]:
    """Bills with which the matter goes on, each with the address at which it is followed."""
    relatives = bills.relatives_of(bill)
    found = ([bill.merged_into] if bill.merged_into else []) + relatives.later
    return [
        Place(
            _("Follow what comes after it, %(name)s:", name=short_name(other, lang)),
            address(f"/following/new?bill={other.public_id}", lang),
        )
        for other in found[:_MOST_SUCCESSORS]
    ]
