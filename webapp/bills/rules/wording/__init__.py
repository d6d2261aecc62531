"""English sentences for what the rules return as keys; the translation catalogue has the Thai."""
