"""Pages about programmes: offering them, applying, and taking a place."""
