"""What comes next from each stage in the ordinary course, in a sentence."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from webapp.bills.rules.stages import Stage

NEXT_SENTENCES: dict[Stage, LazyString] = {
    Stage.HEARING_S77: _l("Next, the results of the consultation are published."),
    Stage.CITIZEN_SIGNATURE: _l("Next, Parliament's officers verify the signatures."),
    Stage.PRE_SUBMISSION: _l("Next, the bill is submitted to Parliament."),
    Stage.SUBMITTED_HOUSE: _l("Next, the bill is put on the agenda of the House."),
    Stage.MONEY_CHECK: _l(
        "Next, it is decided whether it is a money bill, or the Prime Minister certifies it or not."
    ),
    Stage.HOUSE_R1: _l("Next, the House votes on its principle."),
    Stage.HOUSE_R2: _l("Next, the House finishes the second reading and goes on to the third."),
    Stage.HOUSE_R3: _l("Next, the House votes in the third reading."),
    Stage.HOUSE_APPROVED: _l("Next, the Senate receives it."),
    Stage.SENATE_RECEIVED: _l("Next, the Senate votes on its principle."),
    Stage.SENATE_R1: _l("Next, the Senate votes on its principle in the first reading."),
    Stage.SENATE_R2: _l("Next, the Senate finishes the second reading and goes on to the third."),
    Stage.SENATE_R3: _l("Next, the Senate votes in the third reading."),
    Stage.SENATE_REJECTED_WITHHELD: _l(
        "Next, the House may confirm it by more than half of all its members."
    ),
    Stage.SENATE_AMENDED: _l(
        "Next, the House agrees to the amendments, or a joint committee is set up."
    ),
    Stage.JOINT_COMMITTEE: _l("Next, both Houses vote on the joint committee's text."),
    Stage.WITHHELD: _l("Later, the House may confirm it by more than half of all its members."),
    Stage.SUBMITTED_PARLIAMENT: _l("Next, it is put on the agenda of a joint sitting."),
    Stage.JOINT_R1: _l("Next, the joint sitting votes on its principle."),
    Stage.JOINT_R2: _l("Next, the joint sitting finishes the second reading."),
    Stage.JOINT_R3: _l("Next, the joint sitting votes in the third reading."),
    Stage.JOINT_SITTING: _l("Next, the joint sitting approves the treaty or not."),
    Stage.PARLIAMENT_APPROVED: _l("Next, it goes on to the Prime Minister."),
    Stage.BODY_OPINION: _l("Next, the court or body objects or not."),
    Stage.JOINT_RECONSIDERATION: _l("Next, Parliament settles the objection."),
    Stage.OPINION_SETTLED: _l("Next, the Prime Minister receives it."),
    Stage.REFERENDUM: _l("Next, the result of the referendum is announced."),
    Stage.REFERENDUM_APPROVED: _l("Next, the amendment is presented for royal assent."),
    Stage.DECREE_IN_FORCE: _l("Next, the cabinet submits it to Parliament."),
    Stage.DECREE_HOUSE: _l("Next, the House votes on it."),
    Stage.DECREE_SENATE: _l("Next, the Senate votes on it."),
    Stage.DECREE_HOUSE_AGAIN: _l("Next, the House votes on it again."),
    Stage.PM_WAIT: _l("Next, the Prime Minister presents it for royal assent."),
    Stage.CONSTITUTIONAL_COURT: _l("Next, the court gives its ruling."),
    Stage.ROYAL_ASSENT: _l("Next, royal assent is given or not."),
    Stage.RECONSIDERATION: _l(
        "Next, Parliament votes; confirming takes two thirds of all members of both Houses."
    ),
    Stage.CONFIRMED: _l("Next, it is presented for royal assent a second time."),
    Stage.ROYAL_ASSENT_AGAIN: _l("Next, it is published, with royal assent or as if signed."),
    Stage.ASSENTED: _l("Next, it is published in the Royal Gazette."),
    Stage.LAPSED: _l("Only a new cabinet can ask Parliament to take it up again."),
    Stage.RESUMPTION: _l("Next, Parliament decides whether to take it up again."),
}

# Where a kind of bill goes on differently from the same stage.
AFTER_APPROVAL_OF_DECREE = _l("Next, the approval is published in the Royal Gazette.")
AFTER_APPROVAL_OF_ORGANIC = _l("Next, it goes to the court or body concerned for its opinion.")
AFTER_APPROVAL_OF_AMENDMENT = _l(
    "Next, it is presented for royal assent, or first put to a referendum."
)
AFTER_APPROVAL_OF_TREATY = _l("Next, Thailand may consent to be bound by it.")
NO_LIMIT = _l("The Constitution sets no time limit for this.")
