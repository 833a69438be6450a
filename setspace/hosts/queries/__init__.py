"""What pages about hosts and programmes show, read in a fixed number of queries."""
