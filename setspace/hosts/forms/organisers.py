"""Somebody who is to act for a host."""

from setspace.programmes.forms.fields import PersonForm


class OrganiserForm(PersonForm):
    def clean(self) -> None:
        super().clean()
        if not self.errors and self.invitee is None:
            self.add_error("name", "Enter the name of the person who is to organise")
