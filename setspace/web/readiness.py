"""Whether a place may open its doors: its keys are its own, its tables are those of this version."""

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, connections

from setspace.lib import vault
from setspace.web import schema

LEAST_SECRET = 50


def key_trouble() -> str:
    """Why these keys will not do, in a sentence; empty when they will."""
    try:
        vault.ready()
    except vault.NoMasterKey as wrong:
        return str(wrong)
    return development_keys()


def development_keys() -> str:
    """What a real place must not have: keys that were made for trying out, or the demo."""
    return next(_unfit_for_a_real_place(), "")


def database_trouble() -> str:
    """Which database does not answer; empty when both do."""
    for alias in connections:
        try:
            with connections[alias].cursor() as cursor:
                cursor.execute("SELECT 1")
        except DatabaseError:
            return f"The database “{alias}” does not answer. See whether it runs and its address is right."
    return ""


def static_trouble() -> str:
    """What is not there that every page needs; empty when it is."""
    missing = [folder for _, folder in settings.STATICFILES_DIRS if not Path(folder).is_dir()]
    return "Fonts and icons are missing. Bring them with: make front" if missing else ""


def collect_static() -> None:
    """Gather style sheets, scripts and fonts under names that browsers may keep."""
    call_command("collectstatic", verbosity=0, interactive=False)


def trouble() -> str:
    """What keeps this place from opening, in a sentence; empty when nothing does."""
    return database_trouble() or schema.trouble() or key_trouble()


def _unfit_for_a_real_place() -> Iterator[str]:
    if settings.EMBEDDED:
        return
    if settings.DEMO:
        yield "This is a real place, and SETSPACE_DEMO is set. Leave it out."
    made_here = Path(settings.DATA) / "secret-key"
    if made_here.exists() and made_here.read_text(encoding="utf-8").strip() == settings.SECRET_KEY:
        yield "SETSPACE_SECRET_KEY is the one that was made for trying out. Make a new one for a real place."
    if len(settings.SECRET_KEY) < LEAST_SECRET or len(set(settings.SECRET_KEY)) < 10:
        yield "SETSPACE_SECRET_KEY needs at least 50 random characters."
    if Path(settings.KEK_FILE).resolve().is_relative_to(Path(settings.DATA).resolve()):
        yield "The master key lies in the folder of the data. Set SETSPACE_KEK_FILE to a place apart from it."
