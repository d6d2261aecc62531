"""Documents: laws, drafts, reports and guides as pages that read well from top to bottom."""
