"""Formats of one's own: copied, changed, shared, removed. Planned sessions keep a copy and follow changes."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from uuid import uuid4

from django.db import transaction

from setspace.core.process import catalogue
from setspace.core.process.files import MOST_BYTES, to_file, to_plain
from setspace.core.process.formats import Block, Format, Plan
from setspace.people.models import Person
from setspace.programmes.access import sets_led_by
from setspace.programmes.changes.telling import Refused, as_told, tell_of_session
from setspace.programmes.models import OWN, LearningSet, OwnFormat
from setspace.programmes.queries import everyone_of
from setspace.programmes.queries.formats import (
    Thing,
    faults_of,
    plan_to_keep,
    plans_that_follow,
    sessions_with,
    thing_of,
)

MOST_OWN = 200
MOST_TITLE = 80


def take_copy(thing: Thing, by: Person, now: datetime, title: str = "") -> OwnFormat:
    """A format of one's own that begins as another is. A session plan brings the rounds that it needs."""
    with transaction.atomic():
        Person.objects.select_for_update().get(pk=by.pk)
        if isinstance(thing, Format):
            return _new(thing, by, now, title)
        renamed = {
            round_.key: _new(round_, by, now).key for round_ in thing.rounds if not _is_at_hand(round_, by)
        }
        return _new(_following(thing.plan, renamed), by, now, title)


def save_format(own: OwnFormat, body: Format | Plan, now: datetime) -> None:
    """Sound or not. Where it adds up, sessions that are planned with it and have not begun follow."""
    with transaction.atomic():
        body = replace(body, key=own.key)
        own.title, own.body, own.changed_at = body.title, _text(body), now
        own.save(update_fields=["title", "body", "changed_at"])
        _refuse_too_large(own)
        for plan in [own] if own.is_plan else plans_that_follow(own):
            _let_sessions_follow(plan, now)


def share_format(own: OwnFormat, now: datetime) -> None:
    """All who facilitate here can read and copy it."""
    if faults_of(own):
        raise Refused("It does not add up yet. Mend that first, then share it")
    own.shared_at = own.shared_at or now
    own.save(update_fields=["shared_at"])


def take_back_format(own: OwnFormat) -> None:
    """It is its owner's alone again. Copies that others made stay theirs."""
    own.shared_at = None
    own.save(update_fields=["shared_at"])


def remove_format(own: OwnFormat) -> None:
    """Sessions and sets that use a plan keep their copy; a round that a plan needs stays."""
    with transaction.atomic():
        followed_by = [] if own.is_plan else plans_that_follow(own)
        if followed_by:
            title = followed_by[0].title
            raise Refused(f"Your session plan {title} uses this round. Change or remove it first")
        own.delete()


def _is_at_hand(round_: Format, by: Person) -> bool:
    """Whether a plan of this person can go on naming the round as it is: it is ours, or theirs."""
    if catalogue.formats().get(round_.key) == round_:
        return True
    own = OwnFormat.objects.filter(owner=by, kind="round", key=round_.key).first()
    return own is not None and own.body == _text(round_)


def _new(body: Format | Plan, by: Person, now: datetime, title: str = "") -> OwnFormat:
    if OwnFormat.objects.filter(owner=by).count() >= MOST_OWN:
        raise Refused(f"You have {MOST_OWN} formats of your own. Remove one that you no longer need first")
    key = f"{OWN}{uuid4().hex}"
    kind = "round" if isinstance(body, Format) else "plan"
    body = replace(body, key=key, title=_free(title or body.title, by, kind))
    return OwnFormat.objects.create(
        owner=by, kind=kind, key=key, title=body.title, body=_text(body), made_at=now, changed_at=now
    )


def _free(title: str, by: Person, kind: str) -> str:
    """The title, or “… (2)” where this person has one of that name, so that they can be told apart."""
    taken = set(OwnFormat.objects.filter(owner=by, kind=kind).values_list("title", flat=True))
    numbered = (f"{title[: MOST_TITLE - 6].rstrip()} ({n})" for n in range(2, MOST_OWN + 2))
    return next(one for one in (title, *numbered) if one not in taken)


def _following(plan: Plan, renamed: Mapping[str, str]) -> Plan:
    """The plan with other keys for its rounds."""

    def anew(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(replace(block, format=renamed.get(block.format, block.format)) for block in blocks)

    variants = tuple(replace(variant, blocks=anew(variant.blocks)) for variant in plan.variants)
    return replace(plan, blocks=anew(plan.blocks), variants=variants)


def _text(body: Format | Plan) -> str:
    return json.dumps(to_plain(body), ensure_ascii=False)


def _refuse_too_large(own: OwnFormat) -> None:
    if len(to_file(thing_of(own)).encode()) > MOST_BYTES:
        raise Refused(f"This is longer than the {MOST_BYTES // 1000} kB that a format can have. Shorten it")


def _let_sessions_follow(plan: OwnFormat, now: datetime) -> None:
    """Only where its owner still facilitates. A set is told if its session now ends at another time."""
    kept = plan_to_keep(plan.key)
    if not kept:
        return
    led = sets_led_by(plan.owner)
    LearningSet.objects.filter(plan=plan.key, id__in=led).update(plan_kept=kept)
    for meeting in sessions_with(plan):
        if meeting.has_begun(now) or meeting.plan_kept == kept:
            continue
        was = as_told(meeting)
        meeting.plan_kept = kept
        if meeting.times != was["times"]:
            meeting.n_changes += 1
            told = [membership.person for membership in everyone_of(meeting.learning_set)]
            tell_of_session(told, "session_moved", meeting, now, was)
        meeting.save(update_fields=["plan_kept", "n_changes"])
