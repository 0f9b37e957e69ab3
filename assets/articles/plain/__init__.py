"""Plain-text copies: from lines to blocks, and which of them are the article."""
