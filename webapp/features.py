"""Table of contents: all that the service is made of, in reading order, for create_app alone."""

from types import ModuleType

from click import Command
from flask import Blueprint
from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from webapp.accounts import jobs as account_jobs
from webapp.accounts.commands import commands as account_commands
from webapp.accounts.routes.preferences import bp as preferences
from webapp.accounts.routes.signing_in import bp as accounts
from webapp.accounts.routes.unsent import bp as unsent
from webapp.allowances.routes import bp as allowances
from webapp.assessment.routes import bp as assessment
from webapp.assistant import searched as assistant_searched
from webapp.assistant.routes import bp as assistant
from webapp.bills import records as bill_records
from webapp.bills.routes import bp as bills
from webapp.bills.sitting_routes import bp as sittings_staff
from webapp.bills.staff_routes import bp as bills_staff
from webapp.complaints import jobs as complaint_jobs
from webapp.complaints import listeners as complaint_listeners
from webapp.complaints import mail_reading as complaints_by_mail
from webapp.complaints import records as complaint_records
from webapp.complaints.by_line import hearing as complaints_by_line
from webapp.complaints.commands import commands as complaint_commands
from webapp.complaints.routes import api as complaints_api
from webapp.complaints.routes import bp as complaints
from webapp.complaints.staff_routes import bp as complaints_staff
from webapp.documents import records as document_records
from webapp.documents.commands import commands as document_commands
from webapp.documents.routes import bp as documents
from webapp.documents.staff_routes import bp as documents_staff
from webapp.following import jobs as following_jobs
from webapp.following import line_hearing as following_by_line
from webapp.following import listeners as following_listeners
from webapp.following import returned_mail
from webapp.following.commands import commands as following_commands
from webapp.following.feed_routes import bp as feeds
from webapp.following.hook_routes import bp as following_hooks
from webapp.following.message_routes import bp as following_messages
from webapp.following.routes import bp as following
from webapp.home.routes import bp as home
from webapp.improvement import jobs as improvement_jobs
from webapp.improvement import listeners as improvement_listeners
from webapp.improvement.routes import bp as improvement
from webapp.improvement.staff_routes import bp as improvement_staff
from webapp.listening import desk_letters as listening_desk_letters
from webapp.listening import jobs as listening_jobs
from webapp.listening import letters as listening_letters
from webapp.listening import listeners as listening_listeners
from webapp.listening.commands import commands as form_commands
from webapp.listening.routes import bp as listening
from webapp.listening.routes.narration_desk import bp as narrations_staff
from webapp.listening.routes.narrations import bp as narrations
from webapp.listening.routes.request_desk import bp as form_requests_staff
from webapp.listening.routes.request_figures import bp as form_figures
from webapp.listening.routes.request_figures import staff_bp as form_figures_staff
from webapp.listening.routes.requests import bp as form_requests
from webapp.listening.routes.sign_language import bp as sign_language
from webapp.listening.routes.sign_language_desk import bp as sign_language_staff
from webapp.listening.staff_routes import bp as listening_staff
from webapp.needs import jobs as need_jobs
from webapp.needs import listeners as need_listeners
from webapp.needs.routes import bp as needs
from webapp.needs.staff_routes import bp as needs_staff
from webapp.outreach.routes import bp as outreach
from webapp.profiles import jobs as profile_jobs
from webapp.profiles.staff_routes import bp as profiles_staff
from webapp.reform.routes import bp as reform
from webapp.search import jobs as search_jobs
from webapp.search import listeners as search_listeners
from webapp.search import records as search_records
from webapp.search.commands import commands as index_commands
from webapp.search.routes import bp as search
from webapp.search.staff_routes import bp as search_staff
from webapp.shared import table_statistics
from webapp.shared.line import jobs as line_jobs
from webapp.shared.line.hearing import Hearer
from webapp.shared.line.routes import bp as line
from webapp.shared.mail import jobs as mail_jobs
from webapp.shared.mail.reading import LetterReader
from webapp.staff import listeners as staff_listeners
from webapp.staff.routes import bp as staff
from webapp.standards.routes import bp as standards
from webapp.surveys import jobs as survey_jobs
from webapp.surveys import line_hearing as surveys_by_line
from webapp.surveys import listeners as survey_listeners
from webapp.surveys import records as survey_records
from webapp.surveys.routes import bp as surveys
from webapp.surveys.staff_routes import bp as surveys_staff
from webapp.trends import jobs as trend_jobs
from webapp.trends import listeners as trend_listeners
from webapp.trends.commands import commands as trend_commands
from webapp.trends.staff_routes import bp as trends_staff

BLUEPRINTS: list[Blueprint] = [
    home,
    bills,
    documents,
    listening,
    form_requests,
    form_figures,
    sign_language,
    narrations,
    search,
    following,
    following_messages,
    following_hooks,
    line,
    feeds,
    complaints,
    complaints_api,
    surveys,
    accounts,
    preferences,
    unsent,
    staff,
    bills_staff,
    sittings_staff,
    documents_staff,
    complaints_staff,
    surveys_staff,
    needs_staff,
    profiles_staff,
    trends_staff,
    improvement_staff,
    form_requests_staff,
    form_figures_staff,
    sign_language_staff,
    narrations_staff,
    listening_staff,
    search_staff,
    needs,
    improvement,
    reform,
    outreach,
    standards,
    allowances,
    assistant,
    assessment,
]
LISTENERS: list[ModuleType] = [
    listening_listeners,
    search_listeners,
    following_listeners,
    complaint_listeners,
    survey_listeners,
    need_listeners,
    improvement_listeners,
    trend_listeners,
    staff_listeners,
]
JOBS: list[ModuleType] = [
    account_jobs,
    listening_jobs,
    listening_letters,
    listening_desk_letters,
    search_jobs,
    following_jobs,
    complaint_jobs,
    survey_jobs,
    need_jobs,
    improvement_jobs,
    profile_jobs,
    trend_jobs,
    line_jobs,
    table_statistics,
    mail_jobs,
]
# Who is asked what to make of a message by LINE, in this order.
LINE_HEARERS: list[Hearer] = [following_by_line, surveys_by_line, complaints_by_line]
# Who is given a letter of the office's mailbox, in this order.
LETTER_READERS: list[LetterReader] = [returned_mail.read_letter, complaints_by_mail.read_letter]
# In the order in which records build on each other.
IMPORTERS: list[ModuleType] = [
    bill_records,
    document_records,
    complaint_records,
    search_records,
    survey_records,
]
COMMANDS: list[Command] = [
    account_commands,
    complaint_commands,
    document_commands,
    form_commands,
    index_commands,
    following_commands,
    trend_commands,
]
# What the features above search hand over to be found.
SEARCHED: list[ModuleType] = [assistant_searched]
# The pages that are found by what stands on them, and what kind of thing each is.
SEARCHED_PAGES: dict[str, str] = {
    "improvement.show_improvements": "improvement",
    **dict.fromkeys(
        (
            "home.show_accessibility",
            "home.show_privacy",
            "complaints.show_complaints",
            "complaints.show_standard",
            "following.show_following",
            "surveys.show_surveys",
            "needs.show_needs",
            "reform.show_reform",
            "outreach.show_channels",
            "standards.show_standards",
            "allowances.show_allowances",
            "assessment.show_assessment",
        ),
        "page",
    ),
}
# Words and endpoint of each entry, in the order in which they are heard.
MENUS: dict[str, list[tuple[LazyString, str]]] = {
    "main": [
        (_l("Home"), "home.show_home"),
        (_l("Bills"), "bills.list_bills"),
        (_l("Documents"), "documents.list_documents"),
        (_l("Search"), "search.search_everything"),
        (_l("Following"), "following.show_following"),
        (_l("Complaints and suggestions"), "complaints.show_complaints"),
    ],
    "footer": [
        (_l("Audio books"), "listening.list_audio_books"),
        (_l("Ask for another form"), "form_requests.new_request"),
        (_l("Committees"), "bills.list_committees"),
        (_l("Members"), "bills.list_members"),
        (_l("Reading preferences"), "preferences.show_preferences"),
        (_l("Accessibility"), "home.show_accessibility"),
        (_l("Privacy"), "home.show_privacy"),
        (_l("Channels"), "outreach.show_channels"),
        (_l("Service standards"), "standards.show_standards"),
        (_l("Self-assessment"), "assessment.show_assessment"),
        (_l("Staff"), "staff.show_desk"),
    ],
    "staff": [
        (_l("Desk"), "staff.show_desk"),
        (_l("Messages from citizens"), "complaints_staff.list_complaints"),
        (_l("Needs"), "needs_staff.list_needs"),
        (_l("Surveys"), "surveys_staff.list_surveys"),
        (_l("Search messages and needs"), "search_staff.search_desk"),
    ],
    # Behind one entry, so that a small screen is not full of the menu.
    "staff_more": [
        (_l("Bills"), "bills_staff.list_bills"),
        (_l("Documents"), "documents_staff.list_drafts"),
        (_l("Groups that we serve"), "profiles_staff.list_profiles"),
        (_l("What people ask for more often"), "trends_staff.list_trends"),
        (_l("Plan of improvements"), "improvement_staff.list_plan"),
        (_l("Recordings that wait"), "narrations_staff.list_narrations"),
        (_l("Requests for another form"), "form_requests_staff.list_requests"),
        (_l("Forms of documents"), "listening_staff.list_forms"),
        (_l("What staff did"), "staff.list_audit"),
    ],
}
