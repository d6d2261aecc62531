"""Topics, root causes and reasons in the words that officers read."""

from collections.abc import Mapping

from flask_babel import gettext as _

from webapp.complaints.models import Complaint, RootCause
from webapp.complaints.rules.routing import Proposal
from webapp.complaints.rules.topics import Topic
from webapp.complaints.service.causes import Branch
from webapp.complaints.service.learning import Learned
from webapp.shared.languages import language


def topic_name(topic: Topic | None) -> str:
    """A topic in the language of the page; a dash for one that is no more."""
    if topic is None:
        return "–"
    return topic.name.th if language() == "th" else topic.name.en


def topic_owner(topic: Topic) -> str:
    """Whose matter a topic is: a committee's or a bureau's name."""
    name = topic.committee or topic.bureau.official
    return name.th if language() == "th" else name.en


def cause_name(cause: RootCause) -> str:
    """A root cause in the language of the page."""
    return cause.name_th if language() == "th" else cause.name_en


def causes_in_tree(tree: list[Branch]) -> dict[str, str]:
    """The names of all causes by id, each after its branch; a branch may be chosen itself."""
    named = {}
    for branch in tree:
        named[str(branch.cause.id)] = cause_name(branch.cause)
        for cause in branch.below:
            named[str(cause.id)] = f"{cause_name(branch.cause)}: {cause_name(cause)}"
    return named


def reason(proposal: Proposal) -> str:
    """Why a topic is proposed: how likely, and the words that speak for it."""
    percent = round(100 * proposal.share)
    if not proposal.words:
        return _("%(percent)s percent likely, by how the words are spelt", percent=percent)
    words = ", ".join(f"“{word}”" for word in proposal.words)
    return _("%(percent)s percent likely, because of %(words)s", percent=percent, words=words)


def committee_of(complaint: Complaint, topics: Mapping[str, Topic]) -> str:
    """The Thai name of the committee whose matter a message is; "" where it is none's."""
    topic = topics.get(complaint.topic or "")
    return topic.committee.th if topic and topic.committee else ""


def how_many_learned(found: Learned) -> str:
    """How many messages taught something, and which share of them repeats an earlier one."""
    said = _(
        "Of %(received)s messages, compliments not among them, %(analysed)s were analysed.",
        received=found.received,
        analysed=found.analysed,
    )
    if found.repeat_rate is None:
        none = _("None says both its topic and its place: there is no rate of repeats.")
        return f"{said} {none}"
    compared = _(
        "Of the %(compared)s of these that say their topic and place, %(repeats)s repeat an "
        "earlier one: %(rate)s percent.",
        compared=found.compared,
        repeats=len(found.repeats),
        rate=f"{found.repeat_rate:.1f}",
    )
    return f"{said} {compared}"
