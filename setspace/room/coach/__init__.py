"""The question coach in a room: it answers the author alone, says one thing to who leads, and counts."""
