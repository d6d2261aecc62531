"""Following: who wants to hear of a bill, and telling them once."""
