"""Needs: what people expect of the office, by aspect and by the channel that it was heard on."""
