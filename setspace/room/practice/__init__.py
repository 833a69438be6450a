"""Rehearsals for facilitators: any plan, with simulated members who do the difficult things.

A rehearsal lives in the memory of the process that began it. Nothing of it is written down anywhere.
"""
