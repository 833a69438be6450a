"""Extra time in somebody's turns, for the facilitator."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from setspace.programmes.access import set_led_by
from setspace.programmes.models import LearningSet, Membership
from setspace.programmes.models import Role as MembershipRole
from setspace.records import changes, queries
from setspace.records.forms_airtime import ExtraTimeForm
from setspace.records.views.asking import asker


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def extra_time(request: HttpRequest, set_id: UUID) -> HttpResponse:
    person = asker(request)
    learning_set = set_led_by(person, set_id)
    members = [row.person for row in _members(learning_set)]
    now = {member.pk: queries.extra_minutes(learning_set, member.pk, person) for member in members}
    form = ExtraTimeForm(request.POST or None, members=members, now=now)
    if request.method == "POST" and form.is_valid():
        for member in members:
            changes.adjust(learning_set, member.pk, form.minutes_of(member))
        messages.success(request, "Kept. It holds from the next session that begins.")
        return redirect("records:set", learning_set.pk)
    return render(request, "records/extra_time.html", {"form": form, "learning_set": learning_set})


def _members(learning_set: LearningSet) -> list[Membership]:
    rows = learning_set.memberships.filter(until_at=None, role=MembershipRole.MEMBER)
    return list(rows.select_related("person").order_by("person__name"))
