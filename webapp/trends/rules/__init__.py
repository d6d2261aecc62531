"""Seasons, chance, and subjects. Plain Python."""
