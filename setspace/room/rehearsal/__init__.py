"""Rehearsals: people who are simulated hold a session in a real room.

They look at nothing but what the room shows to their seat, think for a while, and ask the room for
something, as anybody does.
"""
