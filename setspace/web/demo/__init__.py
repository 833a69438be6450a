"""The demo: an invented set that the product itself has played, and a session of it that is going on."""
