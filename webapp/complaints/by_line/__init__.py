"""Messages to the office by LINE: what people write to our account, and what they hear there."""
