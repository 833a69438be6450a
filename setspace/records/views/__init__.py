"""Pages of the record: home, a set, a summary, and what is for one person alone."""
