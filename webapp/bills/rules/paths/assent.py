"""From Parliament's approval to the Gazette, the court on the way, and lapsing with the House."""

from webapp.bills.rules.paths.move import Move, Whither, stages
from webapp.bills.rules.stages import Stage
from webapp.bills.rules.steps import StepKind


def court(
    referable: frozenset[Stage], section: str, partly: bool, wholly: bool = True
) -> tuple[Move, ...]:
    """Referral to the Constitutional Court from `referable` stages; `partly`/`wholly` say which
    rulings the section knows besides a clearance. Referral from other stages is another call."""
    at_court = stages(Stage.CONSTITUTIONAL_COURT)
    moves = [
        Move(StepKind.COURT_REFERRED, referable, Stage.CONSTITUTIONAL_COURT, section),
        Move(
            StepKind.COURT_CLEARED,
            at_court,
            Whither.RETURN,
            section,
            came_from=referable,
        ),
    ]
    if partly:
        moves.append(
            Move(
                StepKind.COURT_STRUCK_PART,
                at_court,
                Whither.RETURN,
                section,
                came_from=referable,
            )
        )
    if wholly:
        moves.append(
            Move(
                StepKind.COURT_STRUCK_WHOLE,
                at_court,
                Stage.FELL_AT_COURT,
                section,
                came_from=referable,
            )
        )
    return tuple(moves)


def prime_minister(approved: Stage) -> tuple[Move, ...]:
    """Parliament sends the bill to the Prime Minister, who waits and presents it (s.81, s.145)."""
    return (
        Move(StepKind.SENT_TO_PM, stages(approved), Stage.PM_WAIT, "constitution s.145"),
        Move(
            StepKind.PRESENTED,
            stages(Stage.PM_WAIT),
            Stage.ROYAL_ASSENT,
            "constitution s.81, s.145",
        ),
    )


def royal_assent() -> tuple[Move, ...]:
    """Assent, return, confirmation by two thirds of Parliament, publication (s.81, s.146)."""
    return (
        Move(
            StepKind.ASSENTED,
            stages(Stage.ROYAL_ASSENT, Stage.ROYAL_ASSENT_AGAIN),
            Stage.ASSENTED,
            "constitution s.81",
        ),
        Move(
            StepKind.RETURNED_BY_KING,
            stages(Stage.ROYAL_ASSENT),
            Stage.RECONSIDERATION,
            "constitution s.146",
        ),
        Move(
            StepKind.NINETY_DAYS_PASSED,
            stages(Stage.ROYAL_ASSENT),
            Stage.RECONSIDERATION,
            "constitution s.146",
        ),
        Move(
            StepKind.PARLIAMENT_CONFIRMED,
            stages(Stage.RECONSIDERATION),
            Stage.CONFIRMED,
            "constitution s.146",
        ),
        Move(
            StepKind.PARLIAMENT_NOT_CONFIRMED,
            stages(Stage.RECONSIDERATION),
            Stage.REJECTED,
            "constitution s.146",
        ),
        Move(
            StepKind.PRESENTED_AGAIN,
            stages(Stage.CONFIRMED),
            Stage.ROYAL_ASSENT_AGAIN,
            "constitution s.146",
        ),
        Move(
            StepKind.GAZETTED,
            stages(Stage.ASSENTED),
            Stage.GAZETTED,
            "constitution s.81",
        ),
        Move(
            StepKind.GAZETTED,
            stages(Stage.ROYAL_ASSENT_AGAIN),
            Stage.GAZETTED,
            "constitution s.146",
        ),
    )


def lapsing(unapproved: frozenset[Stage]) -> tuple[Move, ...]:
    """The House ends: what Parliament has not approved lapses; the new cabinet may ask for it, and
    Parliament decides. What the King returned lapses for good (s.147)."""
    lapse = "constitution s.147"
    asked_for = unapproved | {Stage.CONSTITUTIONAL_COURT}
    return (
        Move(StepKind.LAPSED, unapproved | {Stage.RECONSIDERATION}, Stage.LAPSED, lapse),
        Move(
            StepKind.LAPSED,
            stages(Stage.CONSTITUTIONAL_COURT),
            Stage.LAPSED,
            lapse,
            came_from=unapproved,
        ),
        Move(
            StepKind.RESUMPTION_ASKED,
            stages(Stage.LAPSED),
            Stage.RESUMPTION,
            lapse,
            came_from=asked_for,
        ),
        Move(StepKind.RESUMED, stages(Stage.RESUMPTION), Whither.RETURN, lapse),
        # Never open, for asking leaves this stage: with it the refusal names the request.
        Move(
            StepKind.RESUMED,
            stages(Stage.LAPSED),
            Whither.RETURN,
            lapse,
            came_from=asked_for,
            needs=StepKind.RESUMPTION_ASKED,
        ),
        Move(StepKind.RESUMPTION_REFUSED, stages(Stage.RESUMPTION), Stage.REJECTED, lapse),
        # A House that ends before Parliament has decided leaves the bill to the next cabinet.
        Move(StepKind.LAPSED, stages(Stage.RESUMPTION), Stage.LAPSED, lapse),
    )
