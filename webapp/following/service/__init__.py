"""The door of following: wishes, news, and the messages that tell of it."""

from webapp.following.models import (
    BillNote,
    Delivery,
    DeliveryState,
    Follower,
    Match,
    News,
    Subscription,
)
from webapp.following.rules.subjects import FILTERS, Subject, SubjectKind
from webapp.following.rules.telling import Chapter, Hearing, Place, Sound, Telling
from webapp.following.rules.tokens import Scope
from webapp.following.rules.wishes import (
    CHOSEN_KINDS,
    Cadence,
    Channel,
    Form,
    NewsKind,
    SubscriptionState,
    Wish,
    WishFault,
    kinds_offered,
)
from webapp.following.service.bounces import (
    SOFT_MOST,
    MailTrouble,
    letter_name,
    mail_trouble,
    note_bounce,
    note_refusal,
    resume_mail,
)
from webapp.following.service.claiming import (
    RENEW_AFTER,
    Parcel,
    Told,
    claim,
    let_go,
    note_put_off,
    note_refused,
    note_sent,
    note_unreached,
    renew,
)
from webapp.following.service.coming import (
    PIECE,
    announce_deadlines,
    announce_imported,
    announce_joined_vote,
    announce_new_bill,
    announce_recount,
)
from webapp.following.service.confirming import confirm, join_account, list_to_join, list_token
from webapp.following.service.contacts import Contact
from webapp.following.service.deferred import Waiting, people_put_off, put_off_to
from webapp.following.service.deliveries import ask_to_deliver
from webapp.following.service.digests import make_digests, tell_together
from webapp.following.service.drafts import (
    drafts_of,
    is_on_home,
    may_be_on_home,
    put_on_home,
)
from webapp.following.service.ending import stop_ended
from webapp.following.service.erasing import erase_ended, forget_complaint
from webapp.following.service.feeding import (
    FeedNews,
    FeedSound,
    NewsNotFound,
    ask_for_sound,
    bills_followed,
    changed_at,
    document_sound,
    feed_of,
    hearings_of,
    is_taken_back,
    news_of_follower,
    sounds_of_feed,
)
from webapp.following.service.followers import (
    FollowerNotFound,
    LinkOver,
    email_hash,
    erase,
    follower_by_id,
    follower_of_account,
    follower_token,
    keyed_hash,
    opened_follower,
    person,
    revoke_links,
)
from webapp.following.service.found import of_found
from webapp.following.service.gathering import announce_form
from webapp.following.service.happenings import (
    of_case,
    of_complaint,
    of_deadline,
    of_form,
    of_improvement,
    of_rename,
    of_seat,
    of_sitting,
    of_step,
    of_version,
    of_vote,
)
from webapp.following.service.left_behind import bring_along
from webapp.following.service.lining import (
    follower_of_line,
    join_line,
    leave,
    line_code,
    waits_for_line,
)
from webapp.following.service.matching import match
from webapp.following.service.mine import (
    Block,
    export,
    home_order,
    keep_note,
    keep_reading,
    messages_owed,
    move_block,
    news_for,
    note_of,
    note_visit,
    notes_of,
)
from webapp.following.service.missing import bring_again, undelivered
from webapp.following.service.news import (
    announce,
    correct_step,
    news_by_id,
    take_back_document,
)
from webapp.following.service.news_forms import (
    braille_of,
    chapters_of,
    grade_of,
    hearing_of,
    sound_of,
    sweep_sounds,
)
from webapp.following.service.pausing import pause
from webapp.following.service.previewing import Preview, preview
from webapp.following.service.reaching import Bringer, Reached, bringers, reached
from webapp.following.service.searches import index_anew, index_meanings
from webapp.following.service.speed import WITHIN, Speed, speed_of_month
from webapp.following.service.stopping import brought_by, message_token, stop_brought_by
from webapp.following.service.subscribing import (
    SubscriptionNotFound,
    WishRefused,
    ask_for_list,
    ask_to_follow,
    change,
    following_of,
    get_subscription,
    is_anything_followed,
    is_bill_followed,
    link_token,
    opened,
    stop,
    stop_all,
    stop_one,
    subscription_of,
    subscriptions_of,
)
from webapp.following.service.telling import (
    address,
    file_address,
    headline,
    short_name,
    subject_name,
    tell,
)
from webapp.following.service.watching import Late, late

__all__ = [
    "PIECE", "is_anything_followed", "is_bill_followed", "Late", "announce_form", "bring_again",
    "Waiting", "people_put_off", "put_off_to", "bring_along",
    "note_unreached", "stop_ended", "undelivered",
    "announce_deadlines", "announce_imported", "announce_joined_vote", "announce_new_bill",
    "erase_ended", "forget_complaint",
    "index_anew", "index_meanings", "late", "make_digests", "of_case", "of_complaint", "of_form",
    "of_found",
    "of_improvement",
    "drafts_of", "is_on_home", "may_be_on_home", "put_on_home",
    "Block", "Preview", "Speed", "WITHIN", "export", "home_order", "keep_note", "messages_owed",
    "move_block", "news_for", "note_of", "note_visit", "notes_of", "preview", "speed_of_month",
    "Bringer", "Reached", "bringers", "reached",
    "Chapter", "FeedNews", "FeedSound", "NewsNotFound", "Place", "Sound", "Telling", "address",
    "bills_followed", "braille_of", "brought_by", "changed_at", "chapters_of", "document_sound",
    "feed_of", "file_address", "headline", "follower_of_line", "join_line",
    "Hearing", "ask_for_sound", "hearing_of", "hearings_of", "keep_reading", "leave",
    "letter_name", "line_code", "waits_for_line", "message_token", "news_of_follower",
    "note_bounce", "MailTrouble", "SOFT_MOST", "mail_trouble",
    "note_refusal", "resume_mail", "short_name", "sound_of", "sounds_of_feed",
    "stop_brought_by", "subject_name", "sweep_sounds", "tell",
    "BillNote", "CHOSEN_KINDS", "Cadence", "Channel", "Contact", "Delivery", "DeliveryState",
    "FILTERS", "Follower", "FollowerNotFound", "Form", "LinkOver", "Match", "News", "NewsKind",
    "Parcel", "Scope", "Subject", "SubjectKind", "Subscription", "SubscriptionNotFound",
    "SubscriptionState", "tell_together", "Told", "Wish", "WishFault", "WishRefused", "announce",
    "ask_for_list", "ask_to_deliver", "ask_to_follow", "change", "claim", "confirm",
    "is_taken_back", "take_back_document",
    "correct_step", "email_hash", "erase", "follower_by_id", "follower_of_account",
    "follower_token", "following_of", "get_subscription", "join_account", "keyed_hash", "let_go",
    "link_token", "list_to_join", "list_token", "match", "news_by_id",
    "note_put_off", "note_refused", "note_sent",
    "announce_recount", "kinds_offered", "of_deadline",
    "grade_of", "of_rename", "of_seat", "of_sitting",
    "of_step", "of_version", "of_vote", "opened", "opened_follower", "pause", "person",
    "RENEW_AFTER", "renew", "revoke_links", "stop",
    "stop_all", "stop_one", "subscription_of",
    "subscriptions_of",
]  # fmt: skip
