"""The pages for practising: the drills, and one exercise at a time."""

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from setspace.core.questions.exercises import EXERCISES, Drill, Exercise, exercises
from setspace.people.models import Person
from setspace.room.exercises.feedback import feedback
from setspace.room.exercises.forms import form_for
from setspace.room.exercises.shelves import like, shelves_for

TITLES = {
    Drill.ADVICE: "Make a question of advice",
    Drill.OPEN: "Open a question",
    Drill.FIND: "Notice what a question carries",
}
ABOUT = {
    Drill.ADVICE: "Somebody is about to give advice. Ask something instead that leaves the answer open.",
    Drill.OPEN: "The question is closed, or leans, or blames. Ask it so that the answer can be anything.",
    Drill.FIND: "Read a question and say what it carries, if anything.",
}


@require_safe
@login_required
def drills(request: HttpRequest) -> HttpResponse:
    _require_coach()
    found = [(TITLES[drill], ABOUT[drill], exercises(drill)) for drill in Drill]
    return render(request, "room/exercises.html", {"drills": found})


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def bank(request: HttpRequest) -> HttpResponse:
    """Ways to begin a question, and marking those that are one's own."""
    assert isinstance(request.user, Person)
    if request.method == "POST":
        like(request.user, request.POST.get("stem", ""), is_liked=request.POST.get("liked") == "yes")
        return redirect(f"{request.path}#{slugify(request.POST.get('shelf', ''))}")
    return render(request, "room/bank.html", {"shelves": shelves_for(request.user)})


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@sensitive_post_parameters("answer")
def exercise(request: HttpRequest, exercise: str) -> HttpResponse:
    """One exercise. What is answered is read, and answered, and gone."""
    _require_coach()
    found = next((one for one in EXERCISES if one.key == exercise), None)
    if found is None:
        raise Http404
    form = form_for(found, request.POST if request.method == "POST" else None)
    context = {"exercise": found, "form": form, "title": TITLES[found.drill], **_place(found)}
    if request.method == "POST" and form.is_valid():
        context["feedback"] = feedback(found, form.cleaned_data["answer"])
    return render(request, "room/exercise.html", context)


def _require_coach() -> None:
    if not settings.COACH:
        raise Http404


def _place(found: Exercise) -> dict[str, object]:
    """Which of how many it is, and the one that follows."""
    drill = exercises(found.drill)
    place = drill.index(found)
    following = drill[place + 1].key if place + 1 < len(drill) else ""
    return {
        "about": ABOUT[found.drill],
        "number": place + 1,
        "n_exercises": len(drill),
        "following": following,
    }
