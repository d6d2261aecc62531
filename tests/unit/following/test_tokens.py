"""Tokens in letters: bound to one subscription, one purpose, one version, one secret."""

from hypothesis import given
from hypothesis import strategies as st

from webapp.following.rules.tokens import Scope, id_in, is_genuine, token


@given(st.integers(1, 10**9), st.sampled_from(Scope), st.integers(1, 50))
def test_a_token_opens_what_it_was_made_for(number, scope, version):
    made = token("secret", number, scope, version)
    assert id_in(made) == number
    assert is_genuine(made, "secret", number, scope, version)


def test_a_token_opens_nothing_else():
    made = token("secret", 7, Scope.STOP, 1)
    assert not is_genuine(made, "secret", 7, Scope.CONFIRM, 1)
    assert not is_genuine(made, "secret", 7, Scope.STOP, 2)
    assert not is_genuine(made, "secret", 8, Scope.STOP, 1)
    assert not is_genuine(made, "other", 7, Scope.STOP, 1)


@given(st.text(max_size=60))
def test_any_text_is_read_without_an_error(text):
    number = id_in(text)
    assert number is None or not is_genuine(text, "secret", number, Scope.STOP, 1)
