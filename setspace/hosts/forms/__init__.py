"""What people may type on the pages of hosts and programmes."""
