"""Receipt codes: ten signs that open the tracking of one message, easy to hear and to write down.

Crockford's base 32 (crockford.com/base32.html): no I, L, O or U, so that nothing looks or sounds
like something else; what people write instead is understood.
"""

import hashlib
import hmac
import secrets
import unicodedata

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUPS = (3, 3, 4)
LENGTH = sum(GROUPS)
_SIGNS = frozenset(ALPHABET)
_READ_AS = {"O": "0", "I": "1", "L": "1"}


class CodeMistyped(ValueError):
    """What was typed cannot be a receipt code."""


class WrongLength(CodeMistyped):
    """Not ten signs; `typed` is how many there are."""

    def __init__(self, typed: int) -> None:
        super().__init__(f"{typed} signs")
        self.typed = typed


class WrongSign(CodeMistyped):
    """`sign` is in no code."""

    def __init__(self, sign: str) -> None:
        super().__init__(sign)
        self.sign = sign


def new_code() -> str:
    """Ten random signs (50 bits), without separators."""
    return "".join(secrets.choice(ALPHABET) for _sign in range(LENGTH))


def code_of(seed: str, secret_key: str) -> str:
    """The ten signs that always belong to `seed`, which nobody can tell without the key."""
    drawn = hmac.new(secret_key.encode(), f"code {seed}".encode(), hashlib.sha256).digest()
    number = int.from_bytes(drawn)
    return "".join(ALPHABET[number >> 5 * place & 31] for place in range(LENGTH))


def grouped(code: str) -> str:
    """The code as it is shown: `7KM-4QX-P2T9`."""
    return "-".join(groups(code))


def groups(code: str) -> list[str]:
    """The code's signs in groups of 3, 3 and 4."""
    starts = [sum(GROUPS[:number]) for number in range(len(GROUPS))]
    return [code[start : start + size] for start, size in zip(starts, GROUPS, strict=True)]


def parse(typed: str, length: int = LENGTH) -> str:
    """The code that a person means: any case, spaces, dashes, Thai digits, O for 0, I or L for 1.

    `length`: how many signs it has.

    Raises `WrongSign` or `WrongLength`.
    """
    signs = [_sign(letter) for letter in unicodedata.normalize("NFKC", typed) if letter.isalnum()]
    if len(signs) != length:
        raise WrongLength(len(signs))
    return "".join(signs)


def _sign(letter: str) -> str:
    """One sign of the alphabet. Raises `WrongSign`."""
    if letter.isdecimal():
        return str(unicodedata.decimal(letter))
    sign = _READ_AS.get(letter.upper(), letter.upper())
    if sign not in _SIGNS:
        raise WrongSign(letter)
    return sign


def fingerprint(code: str, secret_key: str) -> str:
    """What is stored in the code's place: it finds the message and does not tell the code."""
    return hmac.new(secret_key.encode(), f"receipt {code}".encode(), hashlib.sha256).hexdigest()
