"""An answer to an application, and whom to keep apart."""

from django import forms

from setspace.hosts.models import Answer, Application
from setspace.hosts.queries.reviewing import found_by_words
from setspace.lib.forms import PlainForm


class DecisionForm(PlainForm):
    answer = forms.ChoiceField(choices=Answer.choices, widget=forms.HiddenInput)
    words = forms.CharField(
        label="Your words",
        max_length=4000,
        help_text="They go by letter in ten minutes. Until then you can take the answer back.",
        widget=forms.Textarea(attrs={"rows": 9}),
        error_messages={"required": "Enter a few words. People read them twice"},
    )


class ApartForm(PlainForm):
    other = forms.CharField(
        label="Keep apart from",
        max_length=254,
        help_text="A name or an email address, as it stands in the list. No reason is kept.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": "Enter a name or an email address"},
    )

    def __init__(self, application: Application, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self._application = application
        self.found: Application | None = None

    def clean_other(self) -> str:
        typed = str(self.cleaned_data["other"])
        found = found_by_words(self._application.programme, typed, self._application.pk)
        if not found:
            raise forms.ValidationError("Nobody with this name or address has applied. Check the spelling")
        if len(found) > 1:
            several = ", ".join(f"{one.person.name} ({one.person.email})" for one in found)
            raise forms.ValidationError(f"Several people are meant by that. Enter an address: {several}")
        self.found = found[0]
        return typed
