"""What people wrote and what interviewers noted: let out for five or more, naming nobody."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, func, select

from webapp.extensions import db
from webapp.shared import audit, disclosure
from webapp.shared.pagination import Page
from webapp.shared.transaction import transaction
from webapp.surveys.models import Survey, SurveyAnswer, SurveyQuestion, SurveyResponse
from webapp.surveys.rules.questions import Channel, Kind
from webapp.surveys.rules.themes import Theme, theme_of
from webapp.surveys.service.building import survey_by_id
from webapp.surveys.service.errors import SurveyNotFound

# So many texts of each theme stand together on one page, and so many on a page of one theme.
FIRST_OF_A_THEME = 5
PER_PAGE = 50


@dataclass(frozen=True)
class GivenText:
    """Words that somebody wrote, with what they answered and nothing of who wrote them."""

    words: str
    survey: Survey
    question: SurveyQuestion
    channel: Channel


def text_given(answer_id: int) -> GivenText:
    """The words of an answer that has been let out. Raises `SurveyNotFound`."""
    answer = db.session.get(SurveyAnswer, answer_id)
    if answer is None or answer.words is None or answer.lot is None:
        raise SurveyNotFound
    question = db.session.get_one(SurveyQuestion, answer.question_id)
    response = db.session.get_one(SurveyResponse, answer.response_id)
    return GivenText(answer.words, survey_by_id(question.survey_id), question, response.channel)


def texts_by_theme(survey: Survey) -> dict[Theme, tuple[int, list[str]]]:
    """What people wrote, for staff: by theme how many texts, and some of the newest.

    The words are not let out before the figures, and stand beside nothing that tells who wrote.
    """
    answer = SurveyAnswer
    numbered = (
        select(
            answer.value,
            answer.words,
            func.row_number()
            .over(partition_by=answer.value, order_by=answer.id.desc())
            .label("nth"),
            func.count().over(partition_by=answer.value).label("texts"),
        )
        .where(_let_out(survey))
        .subquery()
    )
    # All themes at once: one by one, PostgreSQL would look through the answers to every survey.
    first = select(numbered.c.value, numbered.c.texts, numbered.c.words).where(
        numbered.c.nth <= FIRST_OF_A_THEME, numbered.c.texts >= disclosure.FEWEST
    )
    found: dict[Theme, tuple[int, list[str]]] = {}
    themes = list(Theme)
    for value, count, words in db.session.execute(first):
        found.setdefault(themes[value], (count, []))[1].append(words or "")
    return {
        theme: (count, sorted(texts))
        for theme, (count, texts) in sorted(found.items(), key=lambda one: (-one[1][0], one[0]))
    }


def texts_of_theme(survey: Survey, theme: Theme, number: int) -> Page[str]:
    """One page of what people wrote about a theme, `number` from 1, the newest page first.

    Raises `SurveyNotFound` where fewer than five have written about it.
    """
    about = SurveyAnswer.value == list(Theme).index(theme)
    wanted = select(func.count(SurveyAnswer.id)).where(_let_out(survey), about)
    total = db.session.scalar(wanted) or 0
    if total < disclosure.FEWEST:
        raise SurveyNotFound
    return Page(_texts(survey, theme, (number - 1) * PER_PAGE, PER_PAGE), number, PER_PAGE, total)


def _let_out(survey: Survey) -> ColumnElement[bool]:
    questions = [question.id for question in survey.questions if question.kind == Kind.TEXT]
    return and_(SurveyAnswer.question_id.in_(questions), SurveyAnswer.lot.is_not(None))


def _texts(survey: Survey, theme: Theme, skipped: int, most: int) -> list[str]:
    """Texts of a theme from the newest on; in the order of their words, which tells no time."""
    newest = (
        select(SurveyAnswer.words)
        .where(_let_out(survey), SurveyAnswer.value == list(Theme).index(theme))
        .order_by(SurveyAnswer.id.desc())
        .offset(skipped)
        .limit(most)
    )
    return sorted(text or "" for text in db.session.scalars(newest))


def interview_notes(survey: Survey, account_id: int | None) -> dict[int, list[str]]:
    """Notes of interviews by fiscal year (Buddhist era), once five have been held in it.

    They stand beside no answer and say no day and no group. Reading them is audited.
    """
    noted = select(SurveyResponse.year_be, SurveyResponse.notes).where(
        SurveyResponse.survey_id == survey.id, SurveyResponse.notes.is_not(None)
    )
    found: dict[int, list[str]] = defaultdict(list)
    for year, notes in db.session.execute(noted.where(SurveyResponse.finished_on.is_not(None))):
        found[year or 0].append(notes or "")
    with transaction():
        audit.record(account_id, "surveys.read_notes", f"survey {survey.key}")
    enough = {year: notes for year, notes in found.items() if len(notes) >= disclosure.FEWEST}
    return {year: sorted(notes) for year, notes in sorted(enough.items(), reverse=True)}


def common_themes(texts: Iterable[str]) -> list[tuple[Theme, int]]:
    """What five texts or more are about, with how many of them, the most frequent first."""
    counts = Counter(map(theme_of, texts))
    return [(t, n) for t, n in counts.most_common() if n >= disclosure.FEWEST and t != Theme.OTHER]


def interviews_held(year_be: int) -> int:
    """How many people were interviewed in a fiscal year (Buddhist era), by all surveys."""
    held = select(func.count(SurveyResponse.id)).where(
        SurveyResponse.channel == Channel.INTERVIEW, SurveyResponse.year_be == year_be
    )
    return db.session.scalar(held.where(SurveyResponse.finished_on.is_not(None))) or 0
