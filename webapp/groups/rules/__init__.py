"""The list of groups as it comes with the service. Plain Python."""
