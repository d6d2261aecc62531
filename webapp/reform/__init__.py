"""Reform: the Senate's duty under section 270, and the government's replies to its committees."""
