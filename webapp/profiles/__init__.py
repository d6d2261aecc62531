"""Profiles: the groups of people that the office serves, what each needs, and segments found in
the data."""
