"""Outreach: the channels and activities by which the office and the people reach each other."""
