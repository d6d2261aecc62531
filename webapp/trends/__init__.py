"""Trends: what people ask for more often than the season explains, and what is made of it."""
