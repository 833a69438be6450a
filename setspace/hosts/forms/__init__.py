"""What organisers may type."""
