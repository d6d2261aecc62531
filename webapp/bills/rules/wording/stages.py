"""A short name and a sentence for every stage, and names of the families of stages."""

from webapp.bills.rules.stages import Stage, StageFamily
from webapp.bills.rules.wording.mark import mark

STAGE_NAMES: dict[Stage, str] = {
    Stage.NO_STEP: mark("Nothing recorded yet"),
    Stage.HEARING_S77: mark("Public consultation"),
    Stage.CITIZEN_SIGNATURE: mark("Collecting voters' signatures"),
    Stage.PRE_SUBMISSION: mark("In preparation"),
    Stage.SUBMITTED_HOUSE: mark("Submitted to the House"),
    Stage.MONEY_CHECK: mark("Money bill check"),
    Stage.HOUSE_R1: mark("House, first reading"),
    Stage.HOUSE_R2: mark("House, second reading"),
    Stage.HOUSE_R3: mark("House, third reading"),
    Stage.HOUSE_APPROVED: mark("On its way to the Senate"),
    Stage.SENATE_RECEIVED: mark("Received by the Senate"),
    Stage.SENATE_R1: mark("Senate, first reading"),
    Stage.SENATE_R2: mark("Senate, second reading"),
    Stage.SENATE_R3: mark("Senate, third reading"),
    Stage.SENATE_REJECTED_WITHHELD: mark("Rejected by the Senate, withheld"),
    Stage.SENATE_AMENDED: mark("Amended by the Senate"),
    Stage.JOINT_COMMITTEE: mark("Joint committee"),
    Stage.WITHHELD: mark("Withheld"),
    Stage.SUBMITTED_PARLIAMENT: mark("Submitted to Parliament"),
    Stage.JOINT_R1: mark("Joint sitting, first reading"),
    Stage.JOINT_R2: mark("Joint sitting, second reading"),
    Stage.JOINT_R3: mark("Joint sitting, third reading"),
    Stage.JOINT_SITTING: mark("Joint sitting"),
    Stage.BODY_OPINION: mark("With the court or body concerned"),
    Stage.JOINT_RECONSIDERATION: mark("Joint sitting, objection"),
    Stage.OPINION_SETTLED: mark("Opinion settled"),
    Stage.REFERENDUM: mark("Referendum"),
    Stage.REFERENDUM_APPROVED: mark("Approved in a referendum"),
    Stage.DECREE_IN_FORCE: mark("Decree in force"),
    Stage.DECREE_HOUSE: mark("Decree before the House"),
    Stage.DECREE_SENATE: mark("Decree before the Senate"),
    Stage.DECREE_HOUSE_AGAIN: mark("Decree before the House again"),
    Stage.PARLIAMENT_APPROVED: mark("Approved by Parliament"),
    Stage.PM_WAIT: mark("With the Prime Minister"),
    Stage.CONSTITUTIONAL_COURT: mark("Constitutional Court"),
    Stage.ROYAL_ASSENT: mark("Presented for royal assent"),
    Stage.RECONSIDERATION: mark("Parliament considers again"),
    Stage.CONFIRMED: mark("Confirmed by Parliament"),
    Stage.ROYAL_ASSENT_AGAIN: mark("Presented again for royal assent"),
    Stage.ASSENTED: mark("Royal assent given"),
    Stage.GAZETTED: mark("Published as law"),
    Stage.TREATY_CONCLUDED: mark("Treaty concluded"),
    Stage.LAPSED: mark("Lapsed"),
    Stage.LAPSED_PM_REFUSED: mark("Ended: not certified"),
    Stage.MERGED: mark("Merged into another bill"),
    Stage.WITHDRAWN: mark("Withdrawn"),
    Stage.REJECTED: mark("Rejected"),
    Stage.STRUCK_OUT: mark("Struck out"),
    Stage.FELL_AT_COURT: mark("Fell at the Constitutional Court"),
}

STAGE_SENTENCES: dict[Stage, str] = {
    Stage.NO_STEP: mark("No step of this bill is recorded yet."),
    Stage.HEARING_S77: mark("The public is being consulted on this bill."),
    Stage.CITIZEN_SIGNATURE: mark("Voters are signing for this bill."),
    Stage.PRE_SUBMISSION: mark("This bill is being prepared; Parliament has not received it."),
    Stage.SUBMITTED_HOUSE: mark("The House of Representatives has received this bill."),
    Stage.MONEY_CHECK: mark(
        "It is being settled whether this is a money bill that needs the Prime Minister's "
        "certificate."
    ),
    Stage.HOUSE_R1: mark("This bill waits for its first reading in the House of Representatives."),
    Stage.HOUSE_R2: mark(
        "This bill is in its second reading in the House of Representatives, in committee and "
        "section by section."
    ),
    Stage.HOUSE_R3: mark("This bill waits for the final vote of the House of Representatives."),
    Stage.HOUSE_APPROVED: mark(
        "The House of Representatives has approved this bill; its arrival at the Senate is not "
        "recorded yet."
    ),
    Stage.SENATE_RECEIVED: mark("The Senate has received this bill."),
    Stage.SENATE_R1: mark("This bill waits for its first reading in the Senate."),
    Stage.SENATE_R2: mark(
        "This bill is in its second reading in the Senate, in committee and section by section."
    ),
    Stage.SENATE_R3: mark("This bill waits for the final vote of the Senate."),
    Stage.SENATE_REJECTED_WITHHELD: mark("The Senate did not approve this bill; it is withheld."),
    Stage.SENATE_AMENDED: mark(
        "The Senate has amended this bill; the House of Representatives decides on the amendments."
    ),
    Stage.JOINT_COMMITTEE: mark("A joint committee of both Houses is working on this bill."),
    Stage.WITHHELD: mark(
        "The two Houses did not agree on the joint committee's text; this bill is withheld."
    ),
    Stage.SUBMITTED_PARLIAMENT: mark("Parliament has received this bill for a joint sitting."),
    Stage.JOINT_R1: mark("This bill waits for its first reading in a joint sitting of Parliament."),
    Stage.JOINT_R2: mark("This bill is in its second reading in a joint sitting of Parliament."),
    Stage.JOINT_R3: mark("This bill waits for the final vote in a joint sitting of Parliament."),
    Stage.JOINT_SITTING: mark("A joint sitting of Parliament is considering this treaty."),
    Stage.BODY_OPINION: mark(
        "Parliament has sent this bill to the court or body concerned for its opinion."
    ),
    Stage.JOINT_RECONSIDERATION: mark(
        "The court or body concerned objects; Parliament is considering its objection."
    ),
    Stage.OPINION_SETTLED: mark(
        "The opinion of the court or body concerned is settled; this bill goes on to the Prime "
        "Minister."
    ),
    Stage.REFERENDUM: mark("The people decide on this amendment in a referendum."),
    Stage.REFERENDUM_APPROVED: mark("The people approved this amendment in a referendum."),
    Stage.DECREE_IN_FORCE: mark(
        "This decree is in force; it has not yet been submitted to Parliament."
    ),
    Stage.DECREE_HOUSE: mark(
        "This decree is in force; the House of Representatives decides whether to approve it."
    ),
    Stage.DECREE_SENATE: mark("This decree is in force; the Senate decides whether to approve it."),
    Stage.DECREE_HOUSE_AGAIN: mark(
        "The Senate did not approve this decree; the House of Representatives decides whether to "
        "confirm it."
    ),
    Stage.PARLIAMENT_APPROVED: mark("Parliament has approved it."),
    Stage.PM_WAIT: mark(
        "The Prime Minister has received this bill from Parliament and waits before presenting it."
    ),
    Stage.CONSTITUTIONAL_COURT: mark("The Constitutional Court is considering it."),
    Stage.ROYAL_ASSENT: mark("This bill has been presented for royal assent."),
    Stage.RECONSIDERATION: mark(
        "This bill came back without royal assent; Parliament must consider it again."
    ),
    Stage.CONFIRMED: mark(
        "Parliament has confirmed this bill by two thirds; the Prime Minister presents it again."
    ),
    Stage.ROYAL_ASSENT_AGAIN: mark("This bill has been presented for royal assent again."),
    Stage.ASSENTED: mark("Royal assent has been given; publication in the Gazette is next."),
    Stage.GAZETTED: mark("It has been published in the Royal Gazette."),
    Stage.TREATY_CONCLUDED: mark("Thailand is bound by this treaty."),
    Stage.LAPSED: mark("This bill lapsed when the House of Representatives ended."),
    Stage.LAPSED_PM_REFUSED: mark(
        "This bill ended because the Prime Minister did not certify it as a money bill."
    ),
    Stage.MERGED: mark("This bill is considered together with another bill on the same matter."),
    Stage.WITHDRAWN: mark("This bill was withdrawn by those who proposed it."),
    Stage.REJECTED: mark("It was rejected."),
    Stage.STRUCK_OUT: mark("This bill was struck out by the President of Parliament."),
    Stage.FELL_AT_COURT: mark("It fell by a ruling of the Constitutional Court."),
}

FAMILY_NAMES: dict[StageFamily, str] = {
    StageFamily.PREPARING: mark("Not yet in Parliament"),
    StageFamily.HOUSE: mark("In the House of Representatives"),
    StageFamily.SENATE: mark("In the Senate"),
    StageFamily.BOTH_HOUSES: mark("Between or before both Houses"),
    StageFamily.APPROVED: mark("Approved, not yet published"),
    StageFamily.LAW: mark("Now law"),
    StageFamily.ENDED: mark("Ended"),
}
