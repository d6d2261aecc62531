"""The classifier of topics: what it learns, how it says why, and how it is kept."""

from importlib import import_module

import numpy as np
import pytest

from webapp.complaints.rules.routing import features, from_bytes
from webapp.complaints.rules.seeds import COMMITTEE_SEEDS, OFFICE_SEEDS, seeds_of_committee
from webapp.complaints.rules.topics import OFFICE_TOPICS, OfficeTopic
from webapp.complaints.rules.training import Example, train

EXAMPLES = [Example(text, topic.value) for topic, texts in OFFICE_SEEDS.items() for text in texts]


@pytest.fixture(scope="module")
def model():
    return train(EXAMPLES)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("ลิฟต์อาคารสุขประพฤติเสียมาสามวันแล้ว", "building"),
        ("โปรแกรมอ่านหน้าจออ่านไฟล์ของท่านไม่ได้", "accessible_forms"),
        ("อยากทราบว่าห้องสมุดเปิดวันเสาร์ไหม", "library"),
        ("The braille that I was sent cannot be read", "accessible_forms"),
    ],
)
def test_a_message_is_proposed_to_the_topic_that_it_is_about(model, text, topic):
    assert model.propose(text)[0].topic == topic


def test_three_topics_are_proposed_with_the_likeliest_first(model):
    shares = [one.share for one in model.propose("ลิฟต์เสีย")]
    assert len(shares) == 3
    assert shares == sorted(shares, reverse=True)
    assert 0 < sum(shares) <= 1


def test_the_reason_is_words_of_the_message_that_speak_for_the_topic(model):
    text = "ขอแจ้งว่าลิฟต์ในอาคารเสีย ไม่มีคนซ่อม"
    first = model.propose(text)[0]
    assert "ลิฟต์" in first.words
    assert all(word in text for word in first.words)
    assert not {"ขอ", "ไม่"} & set(first.words), "words that stand everywhere are no reason"


def test_a_text_without_a_known_feature_is_proposed_to_nobody(model):
    assert model.propose("xyzzy 12345") == []
    assert model.propose("") == []


def test_a_misspelt_word_still_leads_to_the_right_topic(model):
    assert model.propose("อักษรเบลล์ อักสรเบรล")[0].topic == "accessible_forms"


def test_applying_the_model_gives_what_scikit_learn_gives():
    texts = [example.text for example in EXAMPLES]
    topics = [example.topic for example in EXAMPLES]
    counting = import_module("sklearn.feature_extraction.text")
    linear = import_module("sklearn.linear_model")
    counter = counting.TfidfVectorizer(analyzer=features, sublinear_tf=True, dtype=np.float32)
    learner = linear.LogisticRegression(C=10.0, max_iter=300)
    learner.fit(counter.fit_transform(texts), topics)
    ours, asked = train(EXAMPLES), "ลิฟต์เสีย ขอที่จอดรถคนพิการ"
    theirs = dict(
        zip(learner.classes_, learner.predict_proba(counter.transform([asked]))[0], strict=True)
    )
    for one in ours.propose(asked, most=5):
        assert one.share == pytest.approx(theirs[one.topic], abs=1e-3)


def test_a_kept_model_proposes_the_same(model):
    again = from_bytes(model.to_bytes())
    text = "การถ่ายทอดสดไม่มีล่ามภาษามือ"
    assert again.propose(text) == model.propose(text)


def test_what_is_kept_is_arrays_alone_so_that_nothing_in_it_can_be_run():
    with pytest.raises(ValueError, match="pickle"):
        from_bytes(b"\x80\x04N.")


def test_two_topics_are_too_few_to_learn_from():
    with pytest.raises(ValueError, match="three"):
        train([Example("ก", "a"), Example("ข", "b")])


def test_each_topic_of_the_office_has_examples_to_begin_with():
    assert {topic.key for topic in OFFICE_TOPICS} == {topic.value for topic in OfficeTopic}
    assert set(OFFICE_SEEDS) == set(OfficeTopic)
    assert all(len(texts) >= 4 for texts in OFFICE_SEEDS.values())


def test_a_committee_is_known_by_a_word_of_its_name():
    assert "หมูตาย" in " ".join(seeds_of_committee("คณะกรรมาธิการการเกษตรและสหกรณ์"))
    assert seeds_of_committee("คณะกรรมาธิการอื่น") == ()
    assert len({word for word, _seeds in COMMITTEE_SEEDS}) == len(COMMITTEE_SEEDS)
