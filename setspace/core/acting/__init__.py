"""What people said they would do: when it is due, when to remind of it, and what helps when it is stuck."""
