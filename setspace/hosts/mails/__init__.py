"""What hosts write to the people of their programmes. Never what was said in a set."""
