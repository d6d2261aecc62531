"""A short name and a sentence for every stage, and names of the families of stages."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from webapp.bills.rules.stages import Stage, StageFamily

STAGE_NAMES: dict[Stage, LazyString] = {
    Stage.NO_STEP: _l("Nothing recorded yet"),
    Stage.HEARING_S77: _l("Public consultation"),
    Stage.CITIZEN_SIGNATURE: _l("Collecting voters' signatures"),
    Stage.PRE_SUBMISSION: _l("In preparation"),
    Stage.SUBMITTED_HOUSE: _l("Submitted to the House"),
    Stage.MONEY_CHECK: _l("Money bill check"),
    Stage.HOUSE_R1: _l("House, first reading"),
    Stage.HOUSE_R2: _l("House, second reading"),
    Stage.HOUSE_R3: _l("House, third reading"),
    Stage.HOUSE_APPROVED: _l("On its way to the Senate"),
    Stage.SENATE_RECEIVED: _l("Received by the Senate"),
    Stage.SENATE_R1: _l("Senate, first reading"),
    Stage.SENATE_R2: _l("Senate, second reading"),
    Stage.SENATE_R3: _l("Senate, third reading"),
    Stage.SENATE_REJECTED_WITHHELD: _l("Rejected by the Senate, withheld"),
    Stage.SENATE_AMENDED: _l("Amended by the Senate"),
    Stage.JOINT_COMMITTEE: _l("Joint committee"),
    Stage.WITHHELD: _l("Withheld"),
    Stage.SUBMITTED_PARLIAMENT: _l("Submitted to Parliament"),
    Stage.JOINT_R1: _l("Joint sitting, first reading"),
    Stage.JOINT_R2: _l("Joint sitting, second reading"),
    Stage.JOINT_R3: _l("Joint sitting, third reading"),
    Stage.JOINT_SITTING: _l("Joint sitting"),
    Stage.BODY_OPINION: _l("With the court or body concerned"),
    Stage.JOINT_RECONSIDERATION: _l("Joint sitting, objection"),
    Stage.OPINION_SETTLED: _l("Opinion settled"),
    Stage.REFERENDUM: _l("Referendum"),
    Stage.REFERENDUM_APPROVED: _l("Approved in a referendum"),
    Stage.DECREE_IN_FORCE: _l("Decree in force"),
    Stage.DECREE_HOUSE: _l("Decree before the House"),
    Stage.DECREE_SENATE: _l("Decree before the Senate"),
    Stage.DECREE_HOUSE_AGAIN: _l("Decree before the House again"),
    Stage.PARLIAMENT_APPROVED: _l("Approved by Parliament"),
    Stage.PM_WAIT: _l("With the Prime Minister"),
    Stage.CONSTITUTIONAL_COURT: _l("Constitutional Court"),
    Stage.ROYAL_ASSENT: _l("Presented for royal assent"),
    Stage.RECONSIDERATION: _l("Parliament considers again"),
    Stage.CONFIRMED: _l("Confirmed by Parliament"),
    Stage.ROYAL_ASSENT_AGAIN: _l("Presented again for royal assent"),
    Stage.ASSENTED: _l("Royal assent given"),
    Stage.GAZETTED: _l("Published as law"),
    Stage.TREATY_CONCLUDED: _l("Treaty concluded"),
    Stage.LAPSED: _l("Lapsed"),
    Stage.RESUMPTION: _l("Lapsed, asked to be taken up again"),
    Stage.LAPSED_PM_REFUSED: _l("Ended: not certified"),
    Stage.MERGED: _l("Merged into another bill"),
    Stage.WITHDRAWN: _l("Withdrawn"),
    Stage.REJECTED: _l("Rejected"),
    Stage.STRUCK_OUT: _l("Struck out"),
    Stage.FELL_AT_COURT: _l("Fell at the Constitutional Court"),
}

STAGE_SENTENCES: dict[Stage, LazyString] = {
    Stage.NO_STEP: _l("No step of this bill is recorded yet."),
    Stage.HEARING_S77: _l("The public is being consulted on this bill."),
    Stage.CITIZEN_SIGNATURE: _l("Voters are signing for this bill."),
    Stage.PRE_SUBMISSION: _l("This bill is being prepared; Parliament has not received it."),
    Stage.SUBMITTED_HOUSE: _l("The House of Representatives has received this bill."),
    Stage.MONEY_CHECK: _l(
        "It is being settled whether this is a money bill that needs the Prime Minister's "
        "certificate."
    ),
    Stage.HOUSE_R1: _l("This bill waits for its first reading in the House of Representatives."),
    Stage.HOUSE_R2: _l(
        "This bill is in its second reading in the House of Representatives, in committee and "
        "section by section."
    ),
    Stage.HOUSE_R3: _l("This bill waits for the final vote of the House of Representatives."),
    Stage.HOUSE_APPROVED: _l(
        "The House of Representatives has approved this bill; its arrival at the Senate is not "
        "recorded yet."
    ),
    Stage.SENATE_RECEIVED: _l("The Senate has received this bill."),
    Stage.SENATE_R1: _l("This bill waits for its first reading in the Senate."),
    Stage.SENATE_R2: _l(
        "This bill is in its second reading in the Senate, in committee and section by section."
    ),
    Stage.SENATE_R3: _l("This bill waits for the final vote of the Senate."),
    Stage.SENATE_REJECTED_WITHHELD: _l("The Senate did not approve this bill; it is withheld."),
    Stage.SENATE_AMENDED: _l(
        "The Senate has amended this bill; the House of Representatives decides on the amendments."
    ),
    Stage.JOINT_COMMITTEE: _l("A joint committee of both Houses is working on this bill."),
    Stage.WITHHELD: _l(
        "The two Houses did not agree on the joint committee's text; this bill is withheld."
    ),
    Stage.SUBMITTED_PARLIAMENT: _l("Parliament has received this bill for a joint sitting."),
    Stage.JOINT_R1: _l("This bill waits for its first reading in a joint sitting of Parliament."),
    Stage.JOINT_R2: _l("This bill is in its second reading in a joint sitting of Parliament."),
    Stage.JOINT_R3: _l("This bill waits for the final vote in a joint sitting of Parliament."),
    Stage.JOINT_SITTING: _l("A joint sitting of Parliament is considering this treaty."),
    Stage.BODY_OPINION: _l(
        "Parliament has sent this bill to the court or body concerned for its opinion."
    ),
    Stage.JOINT_RECONSIDERATION: _l(
        "The court or body concerned objects; Parliament is considering its objection."
    ),
    Stage.OPINION_SETTLED: _l(
        "The opinion of the court or body concerned is settled; this bill goes on to the Prime "
        "Minister."
    ),
    Stage.REFERENDUM: _l("The people decide on this amendment in a referendum."),
    Stage.REFERENDUM_APPROVED: _l("The people approved this amendment in a referendum."),
    Stage.DECREE_IN_FORCE: _l(
        "This decree is in force; it has not yet been submitted to Parliament."
    ),
    Stage.DECREE_HOUSE: _l(
        "This decree is in force; the House of Representatives decides whether to approve it."
    ),
    Stage.DECREE_SENATE: _l("This decree is in force; the Senate decides whether to approve it."),
    Stage.DECREE_HOUSE_AGAIN: _l(
        "The Senate did not approve this decree; the House of Representatives decides whether to "
        "confirm it."
    ),
    Stage.PARLIAMENT_APPROVED: _l("Parliament has approved it."),
    Stage.PM_WAIT: _l(
        "The Prime Minister has received this bill from Parliament and waits before presenting it."
    ),
    Stage.CONSTITUTIONAL_COURT: _l("The Constitutional Court is considering it."),
    Stage.ROYAL_ASSENT: _l("This bill has been presented for royal assent."),
    Stage.RECONSIDERATION: _l(
        "This bill came back without royal assent; Parliament must consider it again."
    ),
    Stage.CONFIRMED: _l(
        "Parliament has confirmed this bill by two thirds; the Prime Minister presents it again."
    ),
    Stage.ROYAL_ASSENT_AGAIN: _l("This bill has been presented for royal assent again."),
    Stage.ASSENTED: _l("Royal assent has been given; publication in the Gazette is next."),
    Stage.GAZETTED: _l("It has been published in the Royal Gazette."),
    Stage.TREATY_CONCLUDED: _l("Thailand is bound by this treaty."),
    Stage.LAPSED: _l("This bill lapsed when the House of Representatives ended."),
    Stage.RESUMPTION: _l(
        "This bill lapsed when the House of Representatives ended; the new cabinet has asked "
        "Parliament to take it up again."
    ),
    Stage.LAPSED_PM_REFUSED: _l(
        "This bill ended because the Prime Minister did not certify it as a money bill."
    ),
    Stage.MERGED: _l("This bill is considered together with another bill on the same matter."),
    Stage.WITHDRAWN: _l("This bill was withdrawn by those who proposed it."),
    Stage.REJECTED: _l("It was rejected."),
    Stage.STRUCK_OUT: _l("This bill was struck out by the President of Parliament."),
    Stage.FELL_AT_COURT: _l("It fell by a ruling of the Constitutional Court."),
}

FAMILY_NAMES: dict[StageFamily, LazyString] = {
    StageFamily.PREPARING: _l("Not yet in Parliament"),
    StageFamily.HOUSE: _l("In the House of Representatives"),
    StageFamily.SENATE: _l("In the Senate"),
    StageFamily.BOTH_HOUSES: _l("Between or before both Houses"),
    StageFamily.APPROVED: _l("Approved, not yet published"),
    StageFamily.LAW: _l("Now law"),
    StageFamily.ENDED: _l("Ended"),
}
