"""Standards: what the office promises, who answers for it, and the work processes behind it."""
