"""What hosts write to people. Nothing confidential is in a letter."""
