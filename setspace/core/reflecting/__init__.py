"""What helps somebody to look back: questions to begin with, a review in parts, finding one’s own words."""
