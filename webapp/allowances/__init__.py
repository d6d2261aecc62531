"""Allowances: how meeting allowances are paid, and to whom that matters."""
