"""An address, to be told when applications open."""

from django import forms
from django.utils.translation import gettext_lazy as _

from setspace.lib.forms import PlainForm

WRONG = _("Enter an email address like name@example.org.uk")


class InterestForm(PlainForm):
    email = forms.EmailField(
        label=_("Your email address"),
        help_text=_("For this one letter. The organisers see how many asked, and no addresses."),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
        error_messages={"required": WRONG, "invalid": WRONG},
    )
