"""Forming sets: who meets with whom, when and with which facilitator, proven best where it can be, and
explained.
"""
