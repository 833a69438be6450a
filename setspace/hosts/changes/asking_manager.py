"""A manager’s agreement: a letter with a link, and a yes."""

from datetime import datetime

from django.db import transaction

from setspace.hosts.models import Application
from setspace.lib import tokens
from setspace.people import mails as letters


def ask_manager(application: Application) -> None:
    """Write to the manager, unless they were asked at this address already."""
    wanted = application.programme.asks_manager and application.manager_email
    if wanted and not application.manager_token_hash and not application.manager_agreed_at:
        _ask(application)


def ask_manager_again(application: Application) -> None:
    """A new link. The one before stops working."""
    with transaction.atomic():
        kept = (
            Application.objects.select_for_update(of=("self",))
            .select_related("programme")
            .get(pk=application.pk)
        )
        if kept.sent_at and not kept.withdrawn_at and not kept.manager_agreed_at and kept.manager_email:
            _ask(kept)


def forget_manager(application: Application) -> None:
    """Another address, or none: the link of before opens nothing any more, and its yes counts no more."""
    application.manager_token_hash, application.manager_agreed_at = "", None


def agree(application: Application, now: datetime) -> None:
    """The manager’s yes. The first counts."""
    Application.objects.filter(pk=application.pk, manager_agreed_at=None).update(manager_agreed_at=now)


def _ask(application: Application) -> None:
    token = tokens.new_token()
    application.manager_token_hash = tokens.digest(token)
    application.save(update_fields=["manager_token_hash"])
    key = f"manager_asked:{application.pk}:{application.manager_token_hash[:16]}"
    payload = {"token": token}
    letters.put(key, "manager_asked", application.manager_email, about=application.pk, payload=payload)
