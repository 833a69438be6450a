"""The steps of an application. What must be answered, `core.applying` says; a draft may be unfinished."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, ClassVar

from django import forms
from django.http import QueryDict

from setspace.core.applying import Answers, Step
from setspace.hosts.forms.opened import FIELD, as_opened, changed
from setspace.hosts.models import Application, Level
from setspace.hosts.queries.applying import answers_of, gaps_of_step, languages_asked, stored
from setspace.hosts.queries.offered_sets import by_when
from setspace.lib.forms import PlainForm
from setspace.people.forms import EMAIL_LIKE, name_field
from setspace.people.models import Person
from setspace.programmes.forms.fields import LANGUAGES, OneLine

MOST_OF_A_LINE = 120
MOST_OF_AN_ADDRESS = 254
MOST_WORDS = 2000
MOST_OF_A_DRAFT = 20_000
YES, NO = "yes", "no"


class NameForm(PlainForm):
    name = name_field("As the people in your set would say it.")


class StepForm(PlainForm):
    """One step. ``is_draft`` takes what there is, so that nothing that was typed is lost.

    Of a page that is older than what is stored, only what was changed on it is taken.
    """

    step: ClassVar[Step]

    def __init__(
        self, application: Application, data: QueryDict | None = None, *, is_draft: bool = False
    ) -> None:
        super().__init__(data, initial=stored(application))
        self.application, self.is_draft = application, is_draft
        self.lay_out()
        self.changed: set[str] = set()
        if data is not None:
            self.changed = changed(data.get(FIELD, ""), self._posted(data), self.fields)
            self.data = self._with_newer(data)

    @property
    def opened(self) -> str:
        """For a page that is shown now: what is stored, as it is after the saving."""
        fresh = type(self)(self.application) if self.is_bound else self
        return as_opened(fresh.initial, self.fields)

    def as_posted(self, data: QueryDict) -> str:
        """For a page that stays as it is: what it has sent is what it begins with from now on."""
        return as_opened(self._posted(data), self.fields)

    def _posted(self, data: QueryDict) -> dict[str, list[str]]:
        return {name: data.getlist(name) for name in self.fields}

    def _with_newer(self, data: QueryDict) -> QueryDict:
        """What was not changed here is as it is stored: another page may have changed it."""
        merged = data.copy()
        for name in self.fields.keys() - self.changed:
            answer = self.initial[name]
            several = answer if isinstance(answer, list) else [answer]
            merged.setlist(name, [str(one) for one in several if one not in (None, "")])
        return merged

    def lay_out(self) -> None:
        """Whatever of the questions depends on the programme."""

    def clean(self) -> None:
        if self.is_draft:
            return
        answers = self.with_typed(answers_of(self.application, self.application.person))
        for gap in gaps_of_step(self.step, answers, self.application.programme):
            if gap.field in self.fields and gap.field not in self.errors:
                self.add_error(gap.field, gap.says)

    def with_typed(self, answers: Answers) -> Answers:
        """The answers with those of this form in their places."""
        return answers

    @property
    def typed(self) -> dict[str, Any]:
        """What is kept, if it was changed; in a draft, what is not right yet is kept as it was typed."""
        found = {**self._raw(), **self.cleaned_data}
        return {name: value for name, value in found.items() if name in self.taken}

    @property
    def taken(self) -> set[str]:
        return self.changed

    def _raw(self) -> dict[str, Any]:
        """Of fields with an error, the words as they stand, as far as there is room."""
        texts = (forms.CharField,)
        return {
            name: str(self[name].value() or "")[: getattr(field, "keeps", MOST_OF_A_LINE)]
            for name, field in self.fields.items()
            if name in self.errors and isinstance(field, texts)
        }


class Words(forms.CharField):
    """A few sentences in somebody's own words."""

    keeps = MOST_OF_A_DRAFT

    def __init__(self, label: str, help_text: str, *, rows: int, most: int = MOST_WORDS) -> None:
        super().__init__(
            label=label,
            help_text=help_text,
            required=False,
            max_length=most,
            widget=forms.Textarea(attrs={"rows": rows, "class": "voice"}),
            error_messages={"max_length": f"Use at most {most:,} characters"},
        )


class WorkForm(StepForm):
    step = Step.WORK

    organisation = OneLine(
        label="Which organisation do you work for?",
        help_text="We make sure nobody shares a set with a colleague.",
        required=False,
        max_length=MOST_OF_A_LINE,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    job = OneLine(
        label="What is your job?",
        help_text="In your own words. All levels are welcome.",
        required=False,
        max_length=MOST_OF_A_LINE,
        widget=forms.TextInput(attrs={"autocomplete": "organization-title"}),
    )
    level = forms.TypedChoiceField(
        label="What describes it best?",
        help_text="So that people in a set stand at different places, and nobody sits with their boss.",
        required=False,
        coerce=int,
        empty_value=None,
        choices=[(one.value, str(one.label)) for one in Level],
        widget=forms.RadioSelect,
    )
    sets = forms.MultipleChoiceField(label="Which sets could you join?", required=False)
    less = forms.MultipleChoiceField(required=False)
    place_to_join = forms.ChoiceField(
        label="Will you have a private, comfortable place to join from?",
        help_text="Where nobody hears you and nobody walks in.",
        required=False,
        choices=[(YES, "Yes"), ("help", "Not yet, and I’d like some help")],
        widget=forms.RadioSelect,
    )

    def lay_out(self) -> None:
        ids = [(str(pk), str(pk)) for pk in self.application.programme.sets.values_list("pk", flat=True)]
        for name in ("sets", "less"):
            field = self.fields[name]
            assert isinstance(field, forms.MultipleChoiceField)
            field.choices = ids

    @property
    def taken(self) -> set[str]:
        """Which sets, and which of them if need be, are one answer."""
        both = {"sets", "less"}
        return self.changed | both if self.changed & both else self.changed

    def with_typed(self, answers: Answers) -> Answers:
        typed = self.cleaned_data
        return replace(
            answers,
            organisation=typed.get("organisation", ""),
            job=typed.get("job", ""),
            level=typed.get("level"),
            n_sets=len(typed.get("sets", [])),
            place_to_join=typed.get("place_to_join", ""),
        )


class WishesForm(StepForm):
    step = Step.WISHES

    aims = Words("What would you like to be different?", "", rows=3)
    issue = Words("Is there an issue that you might bring?", "", rows=3)
    access_needs = Words("Is there anything that would help you take part fully?", "", rows=2, most=1000)
    languages = forms.MultipleChoiceField(
        label="In which languages can you think and speak freely?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    apart = Words("Is there anybody you should not share a set with?", "", rows=2, most=500)
    has_prerequisite = forms.TypedChoiceField(
        label="Is this so?",
        required=False,
        coerce=lambda value: value == YES,
        empty_value=None,
        choices=[(YES, "Yes"), (NO, "Not yet")],
        widget=forms.RadioSelect,
    )

    def lay_out(self) -> None:
        programme = self.application.programme
        facilitator = programme.host.word_for_facilitator
        fields = self.fields
        if month := by_when(programme):
            fields["aims"].label = f"What would you like to be different by {month}?"
        fields["aims"].help_text = (
            f"A sentence or two is plenty. Only the organiser reads this, and later the {facilitator} "
            "of your set."
        )
        fields["issue"].help_text = (
            "A few words, and you can change your mind at any time. Optional. "
            f"Only the {facilitator} of your set reads this, and not the organiser."
        )
        fields["access_needs"].help_text = (
            "For example captions, an interpreter, more breaks, or no camera. Optional. "
            f"Only the {facilitator} of your set reads this."
        )
        fields["apart"].help_text = (
            "For example a relative, or somebody you answer to. Their names are enough. Optional. "
            "Only the organiser reads this, and tells nobody why."
        )
        if self.initial["has_prerequisite"] is not None:
            self.initial["has_prerequisite"] = YES if self.initial["has_prerequisite"] else NO
        self._lay_out_languages(languages_asked(programme))
        fields["has_prerequisite"].help_text = programme.prerequisite
        if not programme.prerequisite:
            del fields["has_prerequisite"]

    def _lay_out_languages(self, asked: list[str]) -> None:
        field = self.fields["languages"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(one, dict(LANGUAGES).get(one, one)) for one in asked]
        self.initial["languages"] = [one for one in self.initial["languages"].split(",") if one]
        if len(asked) < 2:
            del self.fields["languages"]

    def with_typed(self, answers: Answers) -> Answers:
        typed = self.cleaned_data
        return replace(
            answers,
            has_aims=bool(typed.get("aims")),
            n_languages=len(typed["languages"]) if "languages" in typed else answers.n_languages,
            has_prerequisite=typed.get("has_prerequisite"),
        )

    @property
    def typed(self) -> dict[str, Any]:
        found = dict(super().typed)
        if "languages" in found:
            found["languages"] = ",".join(found["languages"])
        return found


class ManagerForm(StepForm):
    """The manager's agreement, where a programme asks for it. Without it, the last step asks nothing."""

    step = Step.CHECK

    manager_name = OneLine(label="Your manager’s name", required=False, max_length=MOST_OF_A_LINE)
    manager_email = forms.EmailField(
        label="Your manager’s email address",
        help_text="When you send the application, we ask them whether they agree. They see your name and the "
        "programme, and nothing that you wrote.",
        required=False,
        max_length=MOST_OF_AN_ADDRESS,
        error_messages={"invalid": EMAIL_LIKE},
        widget=forms.EmailInput(
            attrs={"autocomplete": "off", "spellcheck": "false", "autocapitalize": "none"}
        ),
    )

    def lay_out(self) -> None:
        if not self.application.programme.asks_manager:
            del self.fields["manager_name"], self.fields["manager_email"]

    def clean_manager_email(self) -> str:
        return Person.objects.normalize_email(self.cleaned_data["manager_email"])

    def with_typed(self, answers: Answers) -> Answers:
        typed: Mapping[str, Any] = self.cleaned_data
        return replace(
            answers,
            manager_name=typed.get("manager_name", ""),
            manager_email=typed.get("manager_email", ""),
        )


FORMS: dict[Step, type[StepForm]] = {
    Step.WORK: WorkForm,
    Step.WISHES: WishesForm,
    Step.CHECK: ManagerForm,
}
