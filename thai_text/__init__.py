"""What Thai legal text is: repair, words, reading aloud, dates and outline."""
