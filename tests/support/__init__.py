"""What the tests stand on: the checking client, browsers, a screen reader, private servers."""
