"""Which regions go to which page. The big clock stands where anybody may read it, so no content is sent."""

from setspace.core.process.sight import View

COMPANION = "companion"
CLOCK = "clock"
WALL = "wall"  # the one region of the big clock, and of no other page


def shown_on(page: str, view: View) -> View:
    """What of a person's view belongs on a page."""
    return {name: value for name, value in view.items() if (name == WALL) == (page == CLOCK)}
