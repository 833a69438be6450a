"""The pages of organisers: each gets, calls one thing, and responds."""
