"""Complaints: what citizens send to the office, answered in time and followed by a receipt code."""
