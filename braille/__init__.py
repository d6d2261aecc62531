"""Thai and English text and Documents as braille: cells, grades, BRF pages."""
