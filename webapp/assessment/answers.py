"""What the source says of each system, and which page of this service answers it, in words."""

from dataclasses import dataclass

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from webapp.assessment.rules.systems import System


@dataclass(frozen=True)
class Answer:
    """What the source says; the page here, as (words, endpoint); and what is still missing."""

    says: LazyString
    page: tuple[LazyString, str] | None = None
    missing: LazyString | None = None


ANSWERS: dict[System, Answer] = {
    System.NEEDS: Answer(
        _l("Needs should be gathered so that they can be searched, with statistics by aspect."),
        (_l("What you need from the office"), "needs.show_needs"),
        _l("There is no register to search and there are no statistics yet."),
    ),
    System.TRENDS: Answer(
        _l("Needs from inside and outside should be analysed and become policy ahead of need."),
    ),
    System.QUICK_ANSWERS: Answer(
        _l("Questions should be answered at once. The office's plan only studies how."),
        (_l("Ask a question"), "assistant.answer_question"),
        _l("Questions are not gathered, so nothing is learnt from them yet."),
    ),
    System.SURVEYS: Answer(
        _l("Yearly and at the point of service in 13 services. Yearly is said to be too seldom."),
        (_l("How satisfied people are"), "surveys.show_surveys"),
        _l("The published results are shown. Questions cannot be answered here yet."),
    ),
    System.IMPROVEMENT: Answer(
        _l("A ranked plan, followed up every quarter, its results told to the people who asked."),
        (_l("How the office improves its services"), "improvement.show_improvements"),
        _l("The cycle is explained. The items of the plan are not here yet."),
    ),
    System.OUTSIDE_DATA: Answer(
        _l("Data of the House of Representatives and on national reform (section 270) are wanted."),
        (_l("National reform: section 270"), "reform.show_reform"),
        _l("Reform reports and replies are listed; there is no link to other agencies' systems."),
    ),
    System.ALLOWANCES: Answer(
        _l("Meeting allowances are paid electronically, in place of cash."),
        (_l("Meeting allowances"), "allowances.show_allowances"),
        _l("It is explained. Nothing is paid or looked up here."),
    ),
    System.PETITIONS: Answer(
        _l("Citizens petition the Senate, apart from complaints about the office."),
    ),
    System.NETWORK: Answer(
        _l("A network of citizens with a web board, seminars and a yearly course."),
    ),
    System.CHANNELS: Answer(
        _l("Twelve channels, reviewed yearly, with activities every year."),
        (_l("Channels between you and the office"), "outreach.show_channels"),
        _l("The channels are listed. A record of the activities is not kept here yet."),
    ),
    System.STANDARDS: Answer(
        _l("Standards and manuals of the most important services; eight processes are reviewed."),
        (_l("Service standards"), "standards.show_standards"),
        _l("The standard for complaints and the processes are here, the manuals are not."),
    ),
    System.BILL_TRACKING: Answer(
        _l("For members and citizens, on the telephone too. It was being built in 2562."),
        (_l("Find a bill"), "bills.list_bills"),
    ),
    System.SEGMENTS: Answer(
        _l("Users with like needs should be grouped, with what each group expects."),
    ),
    System.SITE_FOR_THE_BLIND: Answer(
        _l("Legislative work should be usable by people who cannot see."),
        (_l("Accessibility"), "home.show_accessibility"),
        _l("The whole service is made for it, but not yet tried by blind people."),
    ),
    System.AUDIO_BOOKS: Answer(
        _l("Audio books for people who cannot see, read by people until now."),
        (_l("Audio books"), "listening.list_audio_books"),
    ),
    System.BRAILLE_BOOKS: Answer(
        _l("Documents about Parliament in braille."),
        (_l("What is ready and what is missing"), "listening.list_forms"),
        _l("Every document is there in braille, which no reader of braille has proof-read yet."),
    ),
    System.PERSONAL_SERVICE: Answer(
        _l("Each person designs the service: what, in which form, by which channel, how often."),
        (_l("Follow a bill"), "following.show_following"),
        _l("One chooses which bills to follow, by letter or feed; more cannot be chosen yet."),
    ),
    System.COMPLAINTS: Answer(
        _l("Five channels, an answer within 3 working days, tracking, quarterly statistics."),
        (_l("Complaints and suggestions"), "complaints.show_complaints"),
        _l("What complainants thought of it is not in the figures yet."),
    ),
}
