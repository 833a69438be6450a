"""Backups: content and keys apart, checked when they are brought back.

The content is copied first and the keys after it: a key is always there before what it seals, so no
copy of content ever lacks its key.
"""
