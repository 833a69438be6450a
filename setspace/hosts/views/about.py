"""What a host says about itself."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from setspace.hosts.access import host_for
from setspace.hosts.changes.about import change_about
from setspace.hosts.forms.about import AboutForm
from setspace.hosts.forms.hosts import REGIONS
from setspace.lib.zones import offered_zones


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def about(request: HttpRequest, host: str) -> HttpResponse:
    found = host_for(request.user, host)
    form = AboutForm(initial=AboutForm.initial_from(found))
    if request.method == "POST":
        form = AboutForm(request.POST)
        if form.is_valid():
            change_about(found, form.cleaned_data)
            messages.success(request, "Saved.")
            return redirect("hosts:about", found.slug)
    context = {"host": found, "form": form, "zones": offered_zones(), "regions": REGIONS}
    return render(request, "hosts/about.html", context)
