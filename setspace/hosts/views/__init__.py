"""The pages of hosts and programmes."""
