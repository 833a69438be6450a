"""What people may type about a programme."""
