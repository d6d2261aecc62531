"""Numbers as Thai words: whole numbers, decimals, digit by digit, money."""

import re

from thai_text import numbers

_DIGITS = ("ศูนย์", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
_PLACES = ("", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน")
_MILLION = 1_000_000
# A longer run of digits without commas is a register number, not a quantity.
_LONGEST_QUANTITY = 9

# Arabic digits only: the caller has folded Thai digits already.
NUMBER = numbers.number()


def thai_number(n: int) -> str:
    """Say a whole number in Thai words; negative numbers begin with ลบ.

    Source: Royal Society of Thailand, หลักเกณฑ์การอ่านตัวเลข (a final 1 after a ten is เอ็ด).
    """
    if n < 0:
        return "ลบ" + thai_number(-n)
    if n >= _MILLION:
        millions, rest = divmod(n, _MILLION)
        return thai_number(millions) + "ล้าน" + (_below_million(rest, after_more=True) or "")
    return _below_million(n, after_more=False) or _DIGITS[0]


def _below_million(n: int, *, after_more: bool) -> str:
    words: list[str] = []
    for place in range(len(_PLACES) - 1, -1, -1):
        digit = n // 10**place % 10
        if digit:
            words.append(_digit_at(digit, place, last_of_more=after_more or bool(words)))
    return "".join(words)


def _digit_at(digit: int, place: int, *, last_of_more: bool) -> str:
    if place == 1:
        return {1: "", 2: "ยี่"}.get(digit, _DIGITS[digit]) + _PLACES[1]
    if place == 0 and digit == 1 and last_of_more:
        return "เอ็ด"
    return _DIGITS[digit] + _PLACES[place]


def digit_words(text: str) -> str:
    """Say each Arabic digit of `text` by itself, keeping spaces and leaving other signs out."""
    spoken = (" " if char == " " else _DIGITS[int(char)] for char in text if char in "0123456789 ")
    return "".join(spoken)


def number_words(token: str) -> str:
    """Say a written number such as `1,250.5`, `007` or `3.2.1` (Arabic digits)."""
    parts = token.split(".")
    if len(parts) == 2:
        return _whole(parts[0]) + "จุด" + digit_words(parts[1])
    return "จุด".join(_whole(part) for part in parts)


def _whole(digits: str) -> str:
    leading_zero = len(digits) > 1 and digits.startswith("0")
    if leading_zero or ("," not in digits and len(digits) > _LONGEST_QUANTITY):
        return digit_words(digits)
    return thai_number(int(numbers.ungrouped(digits)))


def money_words(amount: str) -> str:
    """Say a sum of baht, `1,250.50`, with its satang; more than two decimals are said as such."""
    whole, _, fraction = amount.partition(".")
    if len(fraction) > 2 or "." in fraction:
        return number_words(amount) + "บาท"
    baht, satang = int(numbers.ungrouped(whole)), int(fraction.ljust(2, "0"))
    said_satang = thai_number(satang) + "สตางค์" if satang else ""
    said_baht = thai_number(baht) + "บาท" if baht or not satang else ""
    return said_baht + said_satang


_PLAIN_NUMBER = re.compile(NUMBER)


def say_numbers(text: str) -> str:
    """Say every number that no rule of its own has taken."""
    return _PLAIN_NUMBER.sub(lambda found: number_words(found[0]), text)
