"""Assessment: the office's self-assessment (PMQA 4.0, category 3) and what here answers it."""
