"""Who may sign in, and how a person reads. Plain Python."""
