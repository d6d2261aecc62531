"""Allowances: the bodies that the source names."""

from webapp.allowances.rules import Payee


def test_committees_and_boards_and_what_is_below_them_are_paid():
    assert len({payee.value.th for payee in Payee}) == 4
    assert {payee.value.th for payee in Payee} >= {"คณะกรรมาธิการ", "อนุกรรมการ"}
