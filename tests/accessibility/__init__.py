"""Pages as a browser shows them: rules, reflow, keyboard, colours."""
