"""The officers' desk: overview and audit. Each feature's own staff pages are in the feature."""
