"""The Constitution's rules on how a bill becomes law, as plain Python without web or database."""
