"""The words of a programme's page."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from setspace.hosts.access import programme_for
from setspace.hosts.changes.words import change_words
from setspace.hosts.forms.words import WordsForm


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def words(request: HttpRequest, programme_id: UUID) -> HttpResponse:
    programme = programme_for(request.user, programme_id)
    form = WordsForm(initial=WordsForm.initial_from(programme))
    if request.method == "POST":
        form = WordsForm(request.POST)
        if form.is_valid():
            change_words(programme, form.cleaned_data)
            messages.success(request, "The words are saved.")
            return redirect("hosts:programme", programme.id)
    return render(request, "hosts/words.html", {"programme": programme, "form": form})
