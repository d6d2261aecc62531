"""Rules of feeds and calendars, written from their standards: each says what is wrong with a file."""
