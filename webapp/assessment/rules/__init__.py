"""The self-assessment as it stands: its points by level, and the systems that it names.

Source: the Secretariat's self-assessment, PMQA 4.0 category 3, 12 months. The English is ours.
"""
