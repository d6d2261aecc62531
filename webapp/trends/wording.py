"""Trends in the words that people read: what it is of, how it stands, and how sure that is."""

from collections.abc import Mapping

from flask_babel import LazyString, ngettext
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from webapp.complaints.service.topics import topics
from webapp.needs.service import Aspect
from webapp.shared.bureaux import Bureau
from webapp.shared.languages import language
from webapp.shared.official_names import OfficialName
from webapp.trends.models import FastRise, TrendReading
from webapp.trends.rules.seasons import Basis, Verdict
from webapp.trends.rules.subjects import Way

# "Once in so many looks", from the surest on; beyond the last nothing is said.
_LOOKS = (1_000_000, 100_000, 10_000, 1_000, 100, 20)

VERDICT: dict[Verdict, LazyString] = {
    Verdict.RISING: _l("Rising"),
    Verdict.USUAL: _l("As usual"),
    Verdict.TOO_FEW: _l("Too few to say"),
}


def official(name: OfficialName) -> str:
    """An official name in the language of the page."""
    return name.th if language() == "th" else name.en


def bureau_name(key: str) -> str:
    """A bureau in the language of the page."""
    return official(Bureau(key).official)


def topic_names() -> Mapping[str, str]:
    """The names of topics of messages by key; read once for a page."""
    return {key: official(topic.name) for key, topic in topics().items()}


def name(one: TrendReading | FastRise, names: Mapping[str, str]) -> str:
    """What a trend is of; `names` are those of topics."""
    if one.way is Way.WORDS:
        return f"“{one.words}”"
    if one.way is Way.ASPECT:
        return official(Aspect[one.key].value)
    return names.get(one.key, one.key)


def public_name(way: Way, key: str) -> str:
    """What a trend is of, for a letter: no word that anybody wrote."""
    if way is Way.WORDS:
        return _("a subject in the register of needs")
    if way is Way.ASPECT:
        return official(Aspect[key].value)
    return topic_names().get(key, key)


def way(one: Way) -> str:
    """What kind of thing a trend is of."""
    return {
        Way.ASPECT: _("Aspect of needs"),
        Way.WORDS: _("Subject of needs"),
        Way.TOPIC: _("Topic of messages"),
    }[one]


def said(reading: TrendReading) -> str:
    """How it stands, in plain sentences: how many, how many are usual, and how sure that is."""
    count = ngettext(
        "%(num)d time in the last four weeks", "%(num)d times in the last four weeks", reading.now
    )
    if reading.verdict is Verdict.TOO_FEW:
        return _("%(count)s: too few to say.", count=count)
    sentences = [_("%(count)s; %(usual)s.", count=count, usual=_usual(reading))]
    if reading.verdict is Verdict.RISING:
        sentences.append(sure(reading.chance))
    else:
        sentences.append(_("That is no more than the season and chance explain."))
    sentences.append(_beside(reading))
    return " ".join(sentences)


def unchecked(needs: int) -> str:
    """How many of an aspect's needs are so by their words alone."""
    return _("Suggested, not yet checked: %(num)s", num=needs)


def _usual(reading: TrendReading) -> str:
    if reading.usual is None:
        return _("earlier years had it only in these weeks")
    return _("about %(usual)s would be usual", usual=amount(reading.usual))


def amount(hundredths: int) -> str:
    """A number of times, in hundredths, as it is said."""
    number = hundredths / 100
    return f"{number:,.0f}" if number >= 10 or number == round(number) else f"{number:.1f}"


def sure(millionths: int) -> str:
    """How sure a rise is: in how many looks, if nothing had changed, chance alone shows one."""
    looks = next((one for one in _LOOKS if millionths * one <= 1_000_000), _LOOKS[-1])
    return _(
        "If nothing had changed, chance alone would show such a rise in at most 1 of %(looks)s "
        "looks.",
        looks=f"{looks:,}",
    )


def _beside(reading: TrendReading) -> str:
    if reading.basis is Basis.RECENT:
        return _(
            "Compared with the twelve weeks before alone: it has no earlier year, so that its "
            "season is not known."
        )
    years = ngettext("%(num)d earlier year", "%(num)d earlier years", reading.years)
    if reading.basis is Basis.YEARS:
        return _("Compared with the same weeks of %(years)s.", years=years)
    return _(
        "Compared with the twelve weeks before, and how they went on in %(years)s.", years=years
    )


def how_computed() -> str:
    """How trends are found, in one paragraph."""
    return _(
        "The last four whole weeks are set beside the twelve before them, and both beside the "
        "same weeks of up to three earlier years: what comes back each year is no rise, nor is "
        "what grows in all weeks alike. The test is exact (Fisher), made more careful where weeks "
        "scatter more than by chance, and corrected for all that is looked at together (Benjamini "
        "and Hochberg). Searches without result, answers to surveys and messages count as far as "
        "they stand in the register of needs; a word counts once five different people have said "
        "it. Aspects are taken here as officers decided and, until they have, as words suggest, "
        "so that sorting needs is not taken for a rise; how many are not checked yet is said."
    )
