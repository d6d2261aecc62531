"""Listening: the sound of documents and the other forms to take along."""
