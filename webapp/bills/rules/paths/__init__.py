"""The paths of bills: which step leads from which stage to which, and by which section."""
