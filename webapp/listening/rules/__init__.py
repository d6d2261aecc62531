"""The rules of listening, one file a noun. Plain Python."""
