"""What a person does from beginning to end."""
