"""What the search newly finds and no other event tells of: who follows a search that finds it, or
everything, hears of it.

Nothing of the words of an answer is kept in news: they are read where they stand, and are gone with
it. Of a page of help that was there only what is new on it is news.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import exists, or_, select

from search_index.entry import Entry
from webapp.bills import service as bills
from webapp.complaints import service as complaints
from webapp.extensions import db
from webapp.following.models import SavedSearch, Subscription
from webapp.following.rules.happenings import Happening
from webapp.following.rules.subjects import SubjectKind
from webapp.following.rules.wishes import NewsKind, SubscriptionState
from webapp.following.service.texts import Text, texts_of_bill
from webapp.improvement import service as improvement
from webapp.search import service as search

# An import brings them by the hundred; where nobody follows a search or everything nobody hears.
_MANY = ("member", "committee")
# Among the details of a bill that came with steps of long ago.
EARLIER = "earlier"


def of_found(source: str, words: Mapping[str, str]) -> Happening | None:
    """That the record with this key in the search is newly found, or that a page of help says these
    words, by language, that it did not say; None where it is found no more, where other news tells
    of it, or where nobody can hear."""
    entries = search.entries_of(source)
    if not entries or _is_told_of_otherwise(entries[0]):
        return None
    said = "\n".join(f"{lang}:{words[lang]}" for lang in sorted(words))
    mark = f":{hashlib.sha256(said.encode()).hexdigest()[:16]}" if said else ""
    return Happening(
        fact=f"found:{source}{mark}",
        kind=NewsKind.FOUND,
        actor_id=_whose(entries[0]),
        details={
            "source": source,
            "found": entries[0].kind,
            **{f"words_{lang}": text for lang, text in words.items()},
        },
    )


def of_new_bill(bill: bills.Bill) -> Happening:
    """That a bill is newly found whose steps, if any, are no news by themselves any more; it need
    not be in the search yet."""
    details = {
        "source": bill.public_id,
        "found": "bill",
        **({EARLIER: "yes"} if bill.steps else {}),
    }
    return Happening(fact=f"found:{bill.public_id}", kind=NewsKind.FOUND, details=details)


def _is_told_of_otherwise(entry: Entry) -> bool:
    if entry.kind == "bill":
        return bool(bills.get_bill(entry.id.partition("/")[0]).steps)
    if entry.kind == "improvement":
        return improvement.get_improvement(entry.id).state == improvement.State.DONE
    return entry.kind in _MANY and not _is_heard()


def _is_heard() -> bool:
    """Whether anybody follows a search, or everything."""
    everything = select(Subscription.id).where(
        Subscription.subject_key == SubjectKind.EVERYTHING,
        Subscription.state == SubscriptionState.CONFIRMED,
    )
    heard = or_(exists(select(SavedSearch.id)), exists(everything))
    return bool(db.session.scalar(select(heard)))


def _whose(entry: Entry) -> int | None:
    """The account of whoever added a bill, published an answer, or moved an improvement last."""
    if entry.kind == "bill":
        return bills.get_bill(entry.id.partition("/")[0]).added_by
    if entry.kind == "improvement":
        return improvement.get_improvement(entry.id).moves[-1].account_id
    return complaints.case_changed_by(int(entry.id[2:])) if entry.kind == "answer" else None


def texts_of_found(happening: Happening) -> list[Text]:
    """What is newly found, as the search has it; of a page that was there what is new on it."""
    details = happening.details
    if details["found"] == "bill":
        return texts_of_bill(bills.get_bill(details["source"]))
    entries = search.entries_of(details["source"])
    if not words_by_language(details):
        return list(map(Text, entries))
    return [
        Text(replace(entry, title="", short="", heading="", text=details[f"words_{entry.lang}"]))
        for entry in entries
        if f"words_{entry.lang}" in details
    ]


def words_by_language(details: Mapping[str, str]) -> dict[str, str]:
    """The new words of a page, by language; none for what is new as a whole."""
    return {
        name.removeprefix("words_"): text
        for name, text in details.items()
        if name.startswith("words_")
    }
