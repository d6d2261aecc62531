"""What people fill in on the pages of listening, one file a noun."""
