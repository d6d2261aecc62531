"""Improvement: what the office improves in its services, in which order, and how it tells back."""
