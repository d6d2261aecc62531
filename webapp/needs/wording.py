"""Who asks and where a need comes from, in the words that people read."""

from collections.abc import Iterable, Sequence

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l
from wtforms.fields.choices import SelectChoice

from webapp.groups import service as groups
from webapp.needs.rules.lists import Aspect, Channel, Hears, Origin, Part, Who, aspect_of
from webapp.shared.bureaux import Bureau
from webapp.shared.languages import language
from webapp.shared.official_names import OfficialName

WHO: dict[Who, LazyString] = {
    Who.SENATOR: _l("Senator"),
    Who.COMMITTEE: _l("Committee"),
    Who.OFFICER: _l("Officer of the Secretariat"),
    Who.GROUP: _l("Group or organisation"),
    Who.CITIZEN: _l("Citizen"),
    Who.UNKNOWN: _l("Not said"),
}
ORIGIN: dict[Origin, LazyString] = {
    Origin.STAFF: _l("Entered by an officer"),
    Origin.FORM: _l("Form on this site"),
    Origin.COMPLAINT: _l("Message to the office"),
    Origin.SURVEY: _l("Answer to a survey"),
    Origin.SEARCH: _l("Search that found nothing"),
    Origin.ASSISTANT: _l("Question without an answer"),
    Origin.FORM_REQUEST: _l("Request for another form"),
}

HEARS: dict[Hears, LazyString] = {
    Hears.LETTER: _l("A letter tells the person that there is something to read."),
    Hears.CODE: _l("The person reads it with the receipt code."),
    Hears.OWN_PAGE: _l("The person reads it on the page of her own needs."),
    Hears.MESSAGE: _l("The writer of the message does not read it here: answer the message too."),
}
PART: dict[Part, LazyString] = {
    Part.WORDS: _l("the words"),
    Part.SUBJECT: _l("what it is about"),
    Part.ASPECT: _l("the aspect"),
    Part.TRANSCRIPT: _l("what a file says"),
}
NOBODY_HEARS = _l(
    "Nobody hears of it by this service: there is no address, no receipt code and no link. Tell "
    "the person yourself."
)


def how_heard(ways: Sequence[Hears]) -> list[str]:
    """How the person hears of what the office writes, a sentence for each way."""
    return [str(HEARS[way]) for way in ways] or [str(NOBODY_HEARS)]


def official(name: OfficialName) -> str:
    """An official name in the language of the page."""
    return name.th if language() == "th" else name.en


def aspect_name(aspect: Aspect | None) -> str:
    """An aspect with its number in the plan; "" for none."""
    return f"{aspect.number}. {official(aspect.value)}" if aspect else ""


def channel_name(channel: Channel) -> str:
    return official(channel.value)


def said_before(part: Part, before: str) -> str:
    """What a part of a need said before it was put right; "" for nothing."""
    return aspect_name(aspect_of(before)) if part is Part.ASPECT else before


def bureau_name(key: str | None) -> str:
    """A bureau by the key that tables keep; "" for none."""
    return official(Bureau(key).official) if key else ""


def aspect_choices() -> list[SelectChoice]:
    return [SelectChoice(aspect.name, aspect_name(aspect)) for aspect in Aspect]


def channel_choices() -> list[SelectChoice]:
    return [SelectChoice(channel.name, channel_name(channel)) for channel in Channel]


def bureau_choices() -> list[SelectChoice]:
    return [SelectChoice(bureau.value, official(bureau.official)) for bureau in Bureau]


def group_name(key: str | None) -> str:
    """A group by the key that tables keep; "" for none."""
    return groups.group_by_key(key).name(language()) if key else ""


def group_choices(chosen: str = "") -> list[SelectChoice]:
    """The groups in use, and the one that is chosen already though it was retired since."""
    return [
        SelectChoice(one.key, one.name(language()))
        for one in groups.all_groups()
        if not one.is_over or one.key == chosen
    ]


def choices(words: dict[Who, LazyString] | dict[Origin, LazyString]) -> Iterable[SelectChoice]:
    return [SelectChoice(str(key), label) for key, label in words.items()]
