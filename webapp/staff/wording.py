"""What staff did, in words: every code of the audit, and what it was done to."""

import re
from collections.abc import Callable

from flask_babel import LazyString
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

ACTION: dict[str, LazyString] = {
    "accounts.put_on_board": _l("Put a colleague on the board of improvements"),
    "accounts.take_off_board": _l("Took a colleague off the board of improvements"),
    "complaints.ask_others": _l("Asked those to whom the message was sent on"),
    "bills.save_session": _l("Kept a session of Parliament"),
    "bills.keep_holiday": _l("Kept a holiday"),
    "bills.remove_holiday": _l("Removed a holiday"),
    "bills.end_house": _l("Noted the end of the House"),
    "bills.add_bill": _l("Added a bill"),
    "bills.change_bill": _l("Changed the facts of a bill"),
    "bills.record_step": _l("Recorded a step of a bill"),
    "bills.withdraw_step": _l("Took a step of a bill back"),
    "bills.save_sitting": _l("Kept a sitting"),
    "bills.record_vote": _l("Recorded a vote"),
    "complaints.lift_bar": _l("Let a colleague see the message again"),
    "complaints.bar": _l("Kept a colleague away from the message"),
    "complaints.add_cause": _l("Added a root cause"),
    "complaints.change_cause": _l("Changed a root cause"),
    "complaints.keep_finding": _l("Kept what was learned from the message"),
    "complaints.enter_closing": _l("Entered, on behalf of the person, the answers on how it ended"),
    "complaints.note_consent": _l("Noted whether the person lets it be published"),
    "complaints.ask_to_publish": _l("Asked whether it may be published"),
    "complaints.keep_series": _l("Kept a series of letter numbers"),
    "complaints.make_letter": _l("Made an official letter"),
    "complaints.read_letter": _l("Read an official letter"),
    "complaints.note_number": _l("Noted a letter's number"),
    "complaints.read": _l("Read the message"),
    "complaints.read_person": _l("Saw who wrote the message"),
    "complaints.take_up": _l("Took the message up"),
    "complaints.accept": _l("Accepted the message"),
    "complaints.examine": _l("Began to examine the message"),
    "complaints.ask": _l("Asked the person something"),
    "complaints.go_on": _l("Went on without the person's answer"),
    "complaints.answer": _l("Answered the message"),
    "complaints.refer": _l("Sent the message on"),
    "complaints.decline": _l("Said that it is for others"),
    "complaints.hand_over": _l("Handed the message over to another bureau"),
    "complaints.change_kind": _l("Changed the kind of the message"),
    "complaints.close": _l("Closed the message"),
    "complaints.open_attachment": _l("Opened a file of the message"),
    "complaints.erase": _l("Had the message erased at the person's wish"),
    "complaints.enter": _l("Entered a message for a person"),
    "complaints.add_for": _l("Entered, on behalf of the person, what the person said"),
    "complaints.reopen_for": _l("Reopened the message on behalf of the person"),
    "complaints.thanks_for": _l("Entered, on behalf of the person, thanks for the answer"),
    "complaints.withdraw_for": _l("Took the message back on behalf of the person"),
    "complaints.note_no_answer": _l("Noted that the person did not say how it ended"),
    "complaints.tell": _l("Told the person where the message is"),
    "complaints.leave_to_page": _l("Noted that nothing reaches the person but the page"),
    "complaints.mail_again": _l("Had letters tried again that had reached nobody"),
    "complaints.merge": _l("Let the message follow another"),
    "complaints.undo_merge": _l("Let the message go on by itself again"),
    "complaints.add_note": _l("Wrote an internal note"),
    "complaints.pass_on": _l("Passed a compliment on"),
    "complaints.publish_case": _l("Published the answered case"),
    "complaints.keep_words": _l(
        "Published words that looked like personal data, after looking at them"
    ),
    "complaints.unpublish_case": _l("Took the published case back"),
    "complaints.prepare_report": _l("Began a quarterly report"),
    "complaints.write_report": _l("Wrote in a quarterly report"),
    "complaints.send_report": _l("Sent a quarterly report to the sub-committee"),
    "complaints.note_considered": _l("Noted what the sub-committee said"),
    "complaints.issue_report": _l("Issued a quarterly report"),
    "complaints.publish_standard": _l("Published a standard"),
    "complaints.keep_template": _l("Kept a template"),
    "complaints.retire_template": _l("Retired a template"),
    "complaints.decide_topic": _l("Said what the message is about"),
    "complaints.transcribe": _l("Wrote down what a file says"),
    "complaints.remind": _l("Reminded a colleague of the message"),
    "complaints.keep_desk_addresses": _l("Changed the addresses for letters to the desk"),
    "complaints.note_reached": _l("Noted that letters reach an address of staff again"),
    "documents.take_in_file": _l("Took in a file of a document"),
    "documents.accept_page": _l("Accepted a page of a draft document"),
    "documents.save_page": _l("Saved a page of a draft document"),
    "documents.change_facts": _l("Changed the facts of a draft document"),
    "documents.discard_draft": _l("Discarded a draft document"),
    "documents.withdraw_document": _l("Withdrew a document"),
    "documents.publish_draft": _l("Published a document"),
    "improvement.set_target": _l("Set a target of an improvement"),
    "improvement.follow_up": _l("Noted whether a target was met"),
    "improvement.propose": _l("Proposed an improvement"),
    "improvement.change": _l("Changed an improvement"),
    "improvement.proposed": _l("Put an improvement back among the proposed"),
    "improvement.planned": _l("Planned an improvement"),
    "improvement.under_way": _l("Began an improvement"),
    "improvement.done": _l("Noted that an improvement is done"),
    "improvement.declined": _l("Declined an improvement"),
    "improvement.told_back": _l("Told those concerned of an improvement"),
    "improvement.add_source": _l("Added where an improvement comes from"),
    "listening.make_again": _l("Had a form of a document made again"),
    "listening.make_all_again": _l("Had all failed forms made again"),
    "narrations.accept": _l("Accepted a recording"),
    "narrations.refuse": _l("Refused a recording"),
    "narrations.withdraw": _l("Withdrew a recording"),
    "narrations.invite": _l("Invited to read a document aloud"),
    "narrations.end_invitations": _l("Ended the invitations to read a document aloud"),
    "form_requests.read": _l("Read a request for another form"),
    "form_requests.take_up": _l("Took a request for another form up"),
    "form_requests.told": _l("Told a person of a request for another form whom no letter reaches"),
    "form_requests.leave_to_page": _l("Left the news of a request for another form to its page"),
    "form_requests.mail_again": _l("Had letters of a request for another form tried again"),
    "form_requests.done": _l("Settled a request for another form"),
    "form_requests.cannot": _l("Said that a request for another form cannot be met"),
    "sign_language.add": _l("Added a film in sign language"),
    "sign_language.withdraw": _l("Withdrew a film in sign language"),
    "needs.open_file": _l("Opened a file of a need"),
    "needs.transcribe": _l("Wrote down what a file of a need says"),
    "needs.enter": _l("Entered a need for a person"),
    "needs.make_link": _l("Made a person's link to own needs"),
    "needs.send_link": _l("Sent a person the link to own needs"),
    "needs.void_link": _l("Ended a person's links to own needs"),
    "needs.renew_receipt": _l("Gave a need a new receipt code"),
    "needs.correct": _l("Corrected a need"),
    "needs.sort": _l("Sorted a need"),
    "needs.answer": _l("Answered a need"),
    "needs.merge": _l("Merged a need into another"),
    "needs.take_apart": _l("Took a merged need apart"),
    "profiles.review": _l("Reviewed a group of people"),
    "profiles.correct": _l("Corrected a group of people"),
    "search.read_complaints": _l("Was shown messages by search"),
    "search.settle_missed": _l("Settled a search without result"),
    "search.add_synonym": _l("Added a synonym"),
    "search.remove_synonym": _l("Removed a synonym"),
    "surveys.enter": _l("Entered answers to a survey"),
    "surveys.make": _l("Made a survey"),
    "surveys.change": _l("Changed a survey"),
    "surveys.add_question": _l("Added a question to a survey"),
    "surveys.remove_question": _l("Removed a question from a survey"),
    "surveys.move_question": _l("Moved a question of a survey"),
    "surveys.open": _l("Opened a survey"),
    "surveys.close": _l("Closed a survey"),
    "surveys.new_version": _l("Made a new version of a survey"),
    "surveys.invite": _l("Invited people to a survey"),
    "surveys.list_service": _l("Listed a service for surveys"),
    "surveys.list_point": _l("Listed a point of service"),
    "surveys.end_listing": _l("Ended the listing of a service or point"),
    "surveys.keep_in_bank": _l("Kept a question for other surveys"),
    "surveys.read_notes": _l("Read what people wrote in a survey"),
    "trends.write_note": _l("Wrote a policy note"),
    "trends.change_note": _l("Changed a policy note"),
    "trends.make_improvement": _l("Made an improvement of a policy note"),
}
# What an entry's subject begins with, the longer ones first.
SUBJECT: dict[str, LazyString] = {
    "session": _l("Session beginning on"),
    "holiday": _l("Holiday of"),
    "house end": _l("End of the House on"),
    "sitting": _l("Sitting"),
    "complaint report": _l("Quarterly report"),
    "complaint": _l("Message"),
    "complaints": _l("Messages with the numbers"),
    "cause": _l("Root cause"),
    "series": _l("Series"),
    "standard": _l("Standard"),
    "template": _l("Template"),
    "draft": _l("Draft document"),
    "form": _l("Form of a document"),
    "recording": _l("Recording"),
    "document": _l("Document"),
    "request": _l("Request"),
    "video": _l("Film"),
    "need": _l("Need"),
    "person": _l("Person"),
    "survey": _l("Survey"),
    "service": _l("Service"),
    "point": _l("Point of service"),
    "question": _l("Question"),
    "note": _l("Policy note"),
}
_SUBJECT = re.compile(rf"({'|'.join(SUBJECT)})[ -](?=\S)")
# What stands behind it: another number, an answer, a version.
_MORE: tuple[tuple[re.Pattern[str], LazyString], ...] = (
    (
        re.compile(r", \w+, by the link of person \d+: correction (\d+)$"),
        _l("%(subject)s, put right by the person herself, correction %(more)s"),
    ),
    (re.compile(r": under (\d+)$"), _l("%(subject)s, under message %(more)s")),
    (re.compile(r": from (\d+)$"), _l("%(subject)s, from message %(more)s")),
    (re.compile(r": letter (\d+)$"), _l("%(subject)s, letter %(more)s")),
    (re.compile(r": (\d+) looked at$"), _l("%(subject)s, %(more)s places")),
    (re.compile(r": (yes)$"), _l("%(subject)s: the person said yes")),
    (re.compile(r": (no)$"), _l("%(subject)s: the person said no")),
    (re.compile(r" into (\d+)$"), _l("%(subject)s, into number %(more)s")),
    (re.compile(r", version (\d+)$"), _l("%(subject)s, version %(more)s")),
    (re.compile(r" of ([\w-]+)$"), _l("%(subject)s, of %(more)s")),
)
_COLLEAGUE = re.compile(r": account (\d+)$")


def action_said(action: str) -> str:
    """What was done, in words; the code itself for one that is no longer there."""
    return str(ACTION.get(action, action))


def subject_said(subject: str, name_of: Callable[[int], str]) -> str:
    """On what it was done; `name_of` gives a colleague's name by the id of the account."""
    if not _SUBJECT.match(subject):
        return subject
    colleague = _COLLEAGUE.search(subject)
    if colleague:
        told, name = _noun(subject[: colleague.start()]), name_of(int(colleague[1]))
        return _("%(subject)s: %(name)s", subject=told, name=name)
    for pattern, words in _MORE:
        more = pattern.search(subject)
        if more:
            return str(words) % {"subject": _noun(subject[: more.start()]), "more": more[1]}
    return _noun(subject)


def _noun(subject: str) -> str:
    known = _SUBJECT.match(subject)
    return f"{SUBJECT[known[1]]} {subject[known.end() :]}" if known else subject
