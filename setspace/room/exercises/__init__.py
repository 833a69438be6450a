"""Practising to ask: short exercises, read at once. Nothing that is answered here is kept."""
