"""Bills: every bill before Parliament, as a log of steps, and what the log says today."""
