"""What is found of what, how a search is understood, and what is kept of one. Plain Python."""
