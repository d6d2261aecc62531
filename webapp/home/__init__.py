"""Home: the front page, the accessibility statement, privacy, and whether the service is well."""
