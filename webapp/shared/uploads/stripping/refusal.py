"""What stops the stripping of a file."""


class NotStripped(Exception):
    """Hidden data cannot be taken out of this file; the message says why, for the log."""
