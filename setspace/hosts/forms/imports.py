"""A list of applicants in a file."""

from collections.abc import Mapping
from typing import Any

from django import forms

from setspace.hosts.applicants import MOST_ROWS, Applicants, applicants_in
from setspace.lib.forms import PlainForm
from setspace.lib.tables import Unreadable

MOST_BYTES = 8_000_000
_NO_FILE = "Choose a file with a list of people"


class ListForm(PlainForm):
    file = forms.FileField(
        label="A list as CSV",
        help_text=f"From Excel, Numbers or another tool; {MOST_ROWS:,} people at most. Nobody gets a letter.",
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,text/csv"}),
        error_messages={"required": _NO_FILE, "invalid": _NO_FILE, "missing": _NO_FILE, "empty": _NO_FILE},
    )

    def __init__(self, labels: Mapping[int, str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._labels = labels
        self.found = Applicants()

    def clean_file(self) -> object:
        file = self.cleaned_data["file"]
        if (file.size or 0) > MOST_BYTES:
            raise forms.ValidationError(
                f"The file is larger than {MOST_BYTES // 1_000_000} MB. Divide the list"
            )
        try:
            self.found = applicants_in(file.read(), self._labels)
        except Unreadable as fault:
            raise forms.ValidationError(str(fault)) from None
        return file
