"""The Constitution's time limits, as tables: days, first day, what counts and what follows."""
