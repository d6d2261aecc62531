"""Words: one spelling, one term; compounds hold their words; nothing is confused that is not alike."""

import threading
import time

import pytest

from thai_text import dictionary, short_forms
from thai_text.words import (
    Span,
    analyser_version,
    cluster_bigrams,
    clusters,
    fold,
    index_terms,
    other_forms,
    spans,
    words,
)


@pytest.mark.parametrize(
    ("written", "alike"),
    [
        ("มาตรา ๑๒ พ.ศ. ๒๕๖๐", "มาตรา 12 พ.ศ. 2560"),
        ("สํานักงาน", "สำนักงาน"),
        ("วุฒิ\u200bสภา", "วุฒิสภา"),
        ("เเม่น้ำ", "แม่น้ำ"),
        ("Senate", "senate"),
        ("มากกกกกกก", "มาก"),
        ("ดีมากกกกกกก", "ดีมาก"),
    ],
)
def test_spellings_of_one_thing_fold_alike(written, alike):
    assert fold(written) == fold(alike)


def test_folding_twice_changes_nothing():
    once = fold("พ.ร.บ. สํานักงาน ๒๕๖๕ Senate เเละ มากกกกกก")
    assert fold(once) == once


def test_agencies_of_three_like_letters_stay():
    assert fold("สสส.") == "สสส."
    assert fold("ททท.") == "ททท."


def test_each_thai_run_is_cut_by_itself():
    assert words("“วุฒิสภา”(ก่วง)") == ["วุฒิสภา", "ก่วง"]


def test_terms_know_their_place_in_the_folded_text():
    text = fold("ร่าง พ.ร.บ. สหกรณ์ 12")
    found = list(spans(text))
    assert found[1] == Span("พระราชบัญญัติ", 5, 11)
    assert [text[span.start : span.end] for span in found] == ["ร่าง", "พ.ร.บ.", "สหกรณ์", "12"]


@pytest.mark.parametrize(
    "written",
    [
        "พ.ร.บ. สหกรณ์",
        "พ.ร.บ.สหกรณ์",
        "พ. ร. บ. สหกรณ์",
        "พรบ.สหกรณ์",
        "พรบสหกรณ์",
        "พรบ สหกรณ์",
        "พ.ร.บ สหกรณ์",
    ],
)
def test_a_sure_abbreviation_is_its_long_form(written):
    assert words(written) == words("พระราชบัญญัติสหกรณ์")


def test_an_abbreviation_is_known_inside_a_run():
    assert words("ร่างพ.ร.บ.") == ["ร่าง", "พระราชบัญญัติ"]
    assert words("ที่ประชุมครม.มีมติ")[:2] == ["ที่ประชุม", "คณะรัฐมนตรี"]


def test_every_sure_abbreviation_gives_the_words_of_its_long_form():
    for short, long in short_forms.SURE.items():
        assert words(short) == words(long), short


def test_an_unsure_abbreviation_is_found_in_both_forms():
    for short, long in short_forms.UNSURE.items():
        assert words(short) == [short]
        assert set(words(long)) <= set(index_terms(short)), short
        assert set(words(long)) <= set(other_forms(short)), short


def test_two_letters_are_an_abbreviation_only_when_alone():
    assert words("สว") == words("สมาชิกวุฒิสภา")
    assert "สมาชิกวุฒิสภา" not in words("สวหญิง")
    assert words("สวย") == ["สวย"]


def test_a_year_may_be_of_the_other_era():
    assert other_forms("2565") == ("2022",)
    assert other_forms("2022") == ("2565",)
    assert other_forms("1234") == ()
    assert other_forms("25650") == ()
    assert words("2,560 บาท")[0] == "2,560"
    assert other_forms("2,560") == ()


def test_a_compound_holds_its_words():
    assert {"สมาชิก", "วุฒิสภา"} <= set(index_terms("สมาชิกวุฒิสภา"))
    assert words("สมาชิกวุฒิสภา") == ["สมาชิกวุฒิสภา"]


def test_white_news_and_rice_share_no_term():
    white, news, rice = (set(index_terms(word)) for word in ("ขาว", "ข่าว", "ข้าว"))
    assert not white & news
    assert not white & rice
    assert not news & rice


def test_repetition_signs_are_no_words():
    assert words("ต่างๆ") == words("ต่าง ๆ") == ["ต่าง"]


def test_a_common_verb_is_one_word():
    assert words("เขาบอกว่า") == ["เขา", "บอกว่า"]


def test_english_words_are_stemmed():
    assert words("Committees") == words("committee")
    assert words("laws") == words("law")
    for long, short in (("transferring", "transfer"), ("committed", "commit"), ("added", "add")):
        assert words(long) == words(short)
    assert words("falls") == words("fall")


def test_clusters_are_the_whole_of_the_text():
    text = "สมาชิกวุฒิสภา 250 คน"
    assert "".join(clusters(text)) == text.replace(" ", "")


def test_bigrams_of_a_piece_are_bigrams_of_the_whole():
    whole = cluster_bigrams("คณะกรรมาธิการวิสามัญ")
    piece = cluster_bigrams("รรมาธิการวิ")
    assert set(piece) <= set(whole)
    assert piece


@pytest.mark.parametrize(
    "hostile", ["", " ", "((((", "ๆๆๆ", "\u0e48" * 50, "😀", "\x00", "\ud800", "ก" * 5_000]
)
def test_no_text_is_refused(hostile):
    for cut in (words, index_terms, clusters, cluster_bigrams):
        assert isinstance(cut(hostile), list)


def test_a_long_run_of_one_letter_is_cut_in_time():
    began = time.perf_counter()
    index_terms("มา" * 10_000)
    assert time.perf_counter() - began < 5


def test_threads_get_the_same_words():
    found = []
    threads = [
        threading.Thread(target=lambda: found.append(tuple(words("สมาชิกวุฒิสภาพิจารณา พ.ร.บ."))))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert len(set(found)) == 1


def test_the_senates_own_terms_are_words():
    assert dictionary.segment("อักษรเบรลล์") == ("อักษรเบรลล์",)
    assert dictionary.segment("สงวนคำแปรญัตติ") == ("สงวนคำแปรญัตติ",)


def test_the_version_is_of_the_rules():
    assert len(analyser_version()) == 16
    assert analyser_version() == analyser_version()
