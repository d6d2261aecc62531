"""Pages of accounts: signing in, and reading preferences."""
