"""The words of a programme's page."""

from django import forms

from setspace.hosts.models import Programme
from setspace.lib.forms import PlainForm
from setspace.programmes.forms.fields import OneLine

MOST_TEXT = 4000


def _text(label: str, help_text: str = "", rows: int = 6) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(
        label=label, required=False, max_length=MOST_TEXT, help_text=help_text, widget=widget
    )


class WordsForm(PlainForm):
    name = OneLine(
        label="Name", max_length=120, error_messages={"required": "Enter a name for the programme"}
    )
    headline = OneLine(
        label="Headline", required=False, max_length=120, help_text="One sentence, large, at the top."
    )
    audience = OneLine(label="Whom it is for", required=False, max_length=200)
    what_it_is = _text("What it is", "An empty line begins a new paragraph.", 10)
    what_it_is_not = _text("What it is not")
    prerequisite = OneLine(
        label="What people need before",
        required=False,
        max_length=300,
        help_text="Applicants are asked whether they have it. Leave this empty if nothing is needed.",
    )
    price = OneLine(
        label="What it costs",
        required=False,
        max_length=120,
        help_text="In words, like Free to members. Nothing is paid here.",
    )
    place = OneLine(label="Where", required=False, max_length=200)
    absence = _text("When somebody cannot come")
    confidentiality = _text("Confidentiality")
    most_of_an_organisation = forms.IntegerField(
        label="At most how many of one organisation in a set?",
        min_value=1,
        max_value=12,
        widget=forms.TextInput(
            attrs={"inputmode": "numeric", "autocomplete": "off", "class": "input--minutes"}
        ),
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"), "Enter a number from 1 to 12"
        ),
    )
    asks_manager = forms.BooleanField(label="Ask each applicant’s manager to agree", required=False)

    @classmethod
    def initial_from(cls, programme: Programme) -> dict[str, object]:
        return {name: getattr(programme, name) for name in cls.base_fields}
