"""What needs are and which are alike. Plain Python: no Flask, no database."""
