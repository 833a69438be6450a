"""Another date for one session, or for it and all that follow."""

from django import forms

from setspace.programmes.forms.fields import MeetingForm


class MoveForm(MeetingForm):
    following = forms.ChoiceField(
        label="What moves?",
        required=False,
        choices=[
            ("one", "Only this session"),
            ("all", "This session and all that follow, by as many days"),
        ],
        widget=forms.RadioSelect,
        initial="one",
        error_messages={"invalid_choice": "Select what moves"},
    )

    @property
    def and_following(self) -> bool:
        return bool(self.cleaned_data["following"] == "all")
