"""The assistant: quick answers, taken from our own pages and never made up."""
