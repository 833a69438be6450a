"""Setspace: a space for action learning sets."""

__version__ = "0.1.0"
