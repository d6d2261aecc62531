"""What is put together for many letters is kept in bounded memory."""

from webapp.following.messages.kept import Kept


def test_no_more_bytes_are_kept_than_may_be_and_the_longest_unused_goes_first():
    kept = Kept(100)
    for name in "abc":
        kept.keep(name, name.upper(), 30)
    assert kept.get("a") == "A"
    kept.keep("d", "D", 30)
    assert [kept.get(name) for name in "abcd"] == ["A", None, "C", "D"]
    assert kept.bytes == 90


def test_five_hundred_letters_with_a_sound_each_fill_no_more_than_the_most():
    kept = Kept(32_000_000)
    for number in range(500):
        kept.keep(number, b"", 6_800_000)
        assert kept.bytes <= 32_000_000
    assert kept.get(499) is not None
    assert kept.get(495) is None


def test_what_is_larger_alone_is_not_kept_and_drives_nothing_out():
    kept = Kept(100)
    kept.keep("small", 1, 10)
    kept.keep("large", 2, 101)
    assert (kept.get("small"), kept.get("large")) == (1, None)
