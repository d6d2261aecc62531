"""Search: finding anything, in Thai or English."""
