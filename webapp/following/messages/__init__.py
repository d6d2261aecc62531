"""What is sent: news as letters, as messages by LINE and as notifications of a browser."""
