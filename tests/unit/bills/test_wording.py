"""Every key that the rules return has its sentence."""

import re

from webapp.bills.rules.clock import Unknown
from webapp.bills.rules.kinds import BillKind, House, ProposerKind
from webapp.bills.rules.limits.by_kind import limits_at
from webapp.bills.rules.limits.limit import Effect, Unit
from webapp.bills.rules.paths.by_kind import moves_of
from webapp.bills.rules.refusals import Refusal
from webapp.bills.rules.sessions import SessionKind
from webapp.bills.rules.stages import Stage, StageFamily, family_of, stages_of
from webapp.bills.rules.steps import Result, StepKind
from webapp.bills.rules.wording import clock, sections, stages, steps


def test_every_key_has_a_sentence_of_its_own():
    for table, keys in (
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
        (clock.UNIT_NAMES, Unit),
        (clock.SESSION_KIND_NAMES, SessionKind),
    ):
        assert set(table) == set(keys)
        assert len(set(table.values())) == len(table)


def test_sentences_use_only_the_facts_they_are_given():
    limits = [*clock.EFFECT_SENTENCES.values(), *clock.OVERDUE_SENTENCES.values()]
    for sentence in [*limits, clock.OVERDUE_OTHERWISE]:
        assert set(re.findall(r"%\((\w+)\)s", sentence)) <= {"day", "section"}
    for sentence in clock.REFUSAL_SENTENCES.values():
        assert set(re.findall(r"%\((\w+)\)s", sentence)) <= {"day", "needs"}


def test_every_stage_stands_in_one_family():
    listed = [stage for family in StageFamily for stage in stages_of(family)]
    assert sorted(listed) == sorted(Stage)
    assert all(stage in stages_of(family_of(stage)) for stage in Stage)


def test_every_source_in_the_tables_can_be_written_out():
    sources = {move.section for kind in BillKind for move in moves_of(kind)}
    sources |= {
        limit.section for kind in BillKind for stage in Stage for limit in limits_at(kind, stage)
    }
    for source in sources:
        parts = sections.section_parts(source)
        assert parts
        assert all(number or name == sections.PROCEDURE for name, number in parts)
    assert sections.section_parts("constitution s.133, s.136") == [
        (sections.CONSTITUTION, "133"),
        (sections.SECTION, "136"),
    ]
