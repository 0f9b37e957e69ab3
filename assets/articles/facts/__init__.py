"""What a page tells of its article: title, author, publisher, days, addresses."""
