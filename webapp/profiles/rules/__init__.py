"""The groups and their yearly review; what may be looked at of people, how segments are found."""
