"""What following goes by, in plain Python: wishes, subjects, times, tokens, saved searches."""
