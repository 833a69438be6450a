"""The question coach: what a question is, said to whoever is writing it. It begins at `reading.read`."""
