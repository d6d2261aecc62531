"""A run of clusters: a piece of it is found where it stands, and only from cluster to cluster."""

import pytest

from search_index.runs import pairs_in, run_of
from thai_text.words import clusters


@pytest.mark.parametrize("piece", ["การประชุม", "มาตรา 133", "วุฒิสภา", "covid", "éa", "ญี่ปุ่น"])
def test_a_piece_of_a_text_is_found_in_its_run(piece):
    assert run_of(clusters(piece)) in run_of(clusters(f"เริ่ม {piece} จบ"))


@pytest.mark.parametrize(
    ("piece", "text"),
    [
        (["ก"], ["กา"]),
        (["า"], ["กา"]),
        (["ก", "ร"], ["ก", "า", "ร"]),
        (["bc"], ["abc"]),
        (["ab"], ["abc"]),
        # A letter without a place of its own is not the number that it is written as.
        (["é"], ["#233;"]),
        (["A"], ["ก"]),
    ],
)
def test_no_piece_is_found_that_stands_otherwise(piece, text):
    assert run_of(piece) not in run_of(text)


def test_every_letter_of_thai_has_a_byte_of_its_own():
    letters = [chr(code) for code in range(0x0E01, 0x0E5C) if chr(code).isprintable()]
    runs = {run_of([letter]) for letter in letters}
    assert len(runs) == len(letters)
    assert all(len(run_of([letter])) == 2 for letter in letters if not letter.isdigit())


def test_pairs_of_a_run_are_those_of_its_clusters():
    assert list(pairs_in(run_of(["กา", "ร", "ข"]))) == [run_of(["กา", "ร"]), run_of(["ร", "ข"])]
