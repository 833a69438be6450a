"""Reads shaped for a screen or a letter."""
