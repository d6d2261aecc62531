"""Every document in every form, checked: `make forms-check`."""
