"""The dates of a series: shapes of programmes, the best weeks, clashes, moves, polls and calendar entries."""
