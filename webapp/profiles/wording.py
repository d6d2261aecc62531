"""Groups, habits and segments in the words that people read."""

from flask_babel import LazyString, ngettext
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from webapp.groups.service import StakeholderGroup
from webapp.needs.service import Aspect, Who, who_name
from webapp.profiles.rules.groups import Part
from webapp.profiles.rules.review import Due
from webapp.profiles.rules.segments import Amount, Segment, Verdict
from webapp.shared.bureaux import Bureau
from webapp.shared.languages import language
from webapp.shared.official_names import OfficialName

PART: dict[Part, LazyString] = {
    Part.WHO: _l("Who they are"),
    Part.NEEDS: _l("What they need"),
    Part.EXPECTATIONS: _l("What they expect"),
    Part.CHANNELS: _l("Where they speak to us and hear from us"),
    Part.FORMS: _l("In which forms they use our work"),
    Part.WORK: _l("What we do for them"),
}
DUE: dict[Due, LazyString] = {
    Due.NEVER: _l("Never reviewed: due now"),
    Due.OVERDUE: _l("Overdue"),
    Due.SOON: _l("Due soon"),
    Due.LATER: _l("Reviewed"),
}
VERDICT: dict[Verdict, LazyString] = {
    Verdict.FOUND: _l("Segments were found, and they come out the same in samples of the people."),
    Verdict.TOO_FEW: _l(
        "Too few people to say: at least 50 are needed of whom habits of two kinds are known."
    ),
    Verdict.NO_STRUCTURE: _l(
        "No segments: people's habits do not go together more than they would by chance."
    ),
    Verdict.UNSTABLE: _l(
        "Nothing is shown: the segments come out differently each time, so they tell of chance."
    ),
}
AMOUNT: dict[Amount, LazyString] = {
    Amount.NEARLY_ALL: _l("nearly all"),
    Amount.MOST: _l("most"),
    Amount.HALF: _l("about half"),
}
_TRAIT: dict[str, LazyString] = {
    "form:text": _l("read the news"),
    "form:sound": _l("listen to the news"),
    "channel:executives": _l("speak to the executives"),
    "channel:telephone": _l("telephone"),
    "channel:internet": _l("write on this site"),
    "channel:email": _l("use e-mail"),
    "channel:line": _l("use LINE"),
    "channel:push": _l("get messages in the browser"),
    "channel:feed": _l("fetch feeds"),
    "channel:staff": _l("speak to officers"),
    "channel:surveys": _l("answer surveys"),
    "channel:broadcasts": _l("come by radio or television"),
    "channel:activities": _l("come to activities"),
    "channel:facebook": _l("use social media"),
    "channel:in_person": _l("come in person"),
    "channel:paper": _l("write on paper"),
    "problem:website": _l("have a problem with the website"),
    "problem:broadcasts": _l("have a problem with broadcasts"),
    "problem:news": _l("have a problem with news and information"),
    "problem:visits": _l("have a problem with visits"),
    "problem:conduct": _l("have a problem with the manners of staff"),
    "problem:jobs": _l("have a problem with jobs and internships"),
    "problem:building": _l("have a problem with the building"),
    "problem:letters": _l("have a problem with letters and papers"),
    "problem:bills": _l("have something to say on bills"),
    "problem:sittings": _l("have a problem with sittings and votes"),
    "problem:library": _l("have a problem with the library"),
    "problem:purchasing": _l("have a problem with purchasing"),
    "problem:planning": _l("have something to say on the office's plans"),
}


def official(name: OfficialName) -> str:
    """An official name in the language of the page."""
    return name.th if language() == "th" else name.en


def group_name(group: StakeholderGroup) -> str:
    """A group in the language of the page."""
    return group.name(language())


def bureau_name(key: str) -> str:
    """A bureau by the key that tables keep."""
    return official(Bureau(key).official)


def sort_of_people(key: str) -> str:
    """As which sort of people the register of needs knows a group; "" for none."""
    return who_name(Who(key)) if key else ""


def trait(key: str) -> str:
    """What people do, as a verb: "need:LAW" is "ask about law and research"."""
    if key in _TRAIT:
        return str(_TRAIT[key])
    aspect = Aspect[key.partition(":")[2]]
    return _("ask about “%(aspect)s”", aspect=official(aspect.value))


def segment(found: Segment) -> str:
    """A segment as one sentence."""
    people = ngettext("About %(num)d person", "About %(num)d people", found.people)
    if not found.traits:
        return _("%(people)s: no habit more often than others.", people=people)
    told = [
        _("%(amount)s %(habit)s", amount=AMOUNT[amount], habit=trait(key))
        for key, amount in found.traits
    ]
    return _("%(people)s: %(habits)s.", people=people, habits=", ".join(told))


def count(people: int) -> str:
    """A number of people in fives; 0 is fewer than five."""
    return f"{people:,}+" if people else _("fewer than 5")


def table_said() -> str:
    """What the table of needs is, in one sentence."""
    return _(
        "What each group needs and expects, through which channels and in which forms, what the "
        "office does for it, and who owns its profile."
    )
