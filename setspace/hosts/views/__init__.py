"""Pages about hosts and programmes."""
