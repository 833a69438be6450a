"""What people type into the pages of hosts and programmes."""
