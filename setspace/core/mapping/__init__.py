"""The map of relationships: who is around a question, where, and how it is between them."""
