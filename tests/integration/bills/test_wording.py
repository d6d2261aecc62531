"""Every key that the rules return has its sentence."""

import re

import pytest
from flask_babel import force_locale

from webapp.bills.rules.clock import Unknown
from webapp.bills.rules.kinds import BillKind, House, ProposerKind
from webapp.bills.rules.limits.by_kind import limits_at
from webapp.bills.rules.limits.limit import Effect
from webapp.bills.rules.paths.by_kind import moves_of
from webapp.bills.rules.refusals import Refusal
from webapp.bills.rules.sessions import SessionKind
from webapp.bills.rules.stages import (
    FINAL_STAGES,
    Stage,
    StageFamily,
    family_of,
    stages_of,
)
from webapp.bills.rules.steps import Result, StepKind
from webapp.bills.wording import clock, stages, steps
from webapp.bills.wording import next as coming
from webapp.bills.wording.names import key_name
from webapp.bills.wording.sections import section_words

TABLES = (
    (stages.STAGE_NAMES, Stage),
    (stages.STAGE_SENTENCES, Stage),
    (stages.FAMILY_NAMES, StageFamily),
    (steps.STEP_NAMES, StepKind),
    (steps.RESULT_NAMES, Result),
    (steps.HOUSE_NAMES, House),
    (steps.PROPOSER_NAMES, ProposerKind),
    (steps.KIND_NAMES, BillKind),
    (clock.EFFECT_SENTENCES, Effect),
    (clock.UNKNOWN_SENTENCES, Unknown),
    (clock.REFUSAL_SENTENCES, Refusal),
    (clock.SESSION_KIND_NAMES, SessionKind),
)


@pytest.mark.parametrize("lang", ["th", "en"])
def test_every_key_has_a_sentence_of_its_own(app, lang):
    with force_locale(lang):
        for table, keys in TABLES:
            assert set(table) == set(keys)
            assert len({str(text) for text in table.values()}) == len(table)


def test_what_has_not_ended_says_what_comes_next():
    unsaid = set(Stage) - set(coming.NEXT_SENTENCES)
    assert unsaid == FINAL_STAGES | {Stage.NO_STEP}


def test_a_name_is_looked_up_by_the_kind_of_key(app):
    with force_locale("en"):
        assert key_name(House.HOUSE) == "House of Representatives"
        assert key_name(StageFamily.HOUSE) == "In the House of Representatives"
        assert key_name(BillKind.TREATY) == "Treaty"


def test_sentences_use_only_the_facts_they_are_given(app):
    with force_locale("en"):
        limits = [*clock.EFFECT_SENTENCES.values(), *clock.OVERDUE_SENTENCES.values()]
        for sentence in [*limits, clock.OVERDUE_OTHERWISE]:
            assert placeholders(sentence) <= {"day", "section"}
        for sentence in clock.REFUSAL_SENTENCES.values():
            assert placeholders(sentence) <= {"day", "needs"}


def placeholders(sentence):
    return set(re.findall(r"%\((\w+)\)s", str(sentence)))


def test_every_stage_stands_in_one_family():
    listed = [stage for family in StageFamily for stage in stages_of(family)]
    assert sorted(listed) == sorted(Stage)
    assert all(stage in stages_of(family_of(stage)) for stage in Stage)


def test_every_source_in_the_tables_can_be_written_out(app):
    sources = {move.section for kind in BillKind for move in moves_of(kind)}
    sources |= {
        limit.section for kind in BillKind for stage in Stage for limit in limits_at(kind, stage)
    }
    with force_locale("en"):
        for source in sources:
            assert not re.search(r"\bs\.", section_words(source)), source
        assert (
            section_words("constitution s.133, s.136") == "Constitution, section 133, section 136"
        )
    with force_locale("th"):
        assert section_words("constitution s.137(3)") == "รัฐธรรมนูญ มาตรา 137(3)"
