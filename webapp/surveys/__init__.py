"""Surveys: satisfaction, dissatisfaction and engagement, and how the office computes them."""
