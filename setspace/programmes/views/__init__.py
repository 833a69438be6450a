"""Pages about a set: starting one, its people, its agreement, its dates, and the door into it."""
