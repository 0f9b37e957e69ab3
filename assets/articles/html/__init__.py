"""Pages: from tags to blocks and facts."""
