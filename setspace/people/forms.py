"""What people may type about themselves."""

from typing import TYPE_CHECKING, Any

from allauth.account.forms import ConfirmLoginCodeForm, RequestLoginCodeForm
from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from setspace.lib.forms import PlainForm
from setspace.lib.zones import known_zones, offered_zones
from setspace.people.codes import code_of, is_well_formed
from setspace.people.models import Person, announcement_choices, theme_choices

ENTER_EMAIL = _("Enter your email address")
if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

EMAIL_LIKE = _("Enter an email address like name@example.org.uk")
EIGHT_LETTERS = _("Enter the 8 letters of the code, like BCDF-GHJK")


def zone_choices(kept: str = "") -> list[tuple[str, str]]:
    """Zones as people know them: Europe, London. What somebody keeps is there, be its name an old one."""
    named = sorted({*offered_zones(), *({kept} & known_zones())})
    return [(zone, zone.replace("_", " ").replace("/", ", ")) for zone in named]


def email_field() -> forms.EmailField:
    return forms.EmailField(
        label=_("Email address"),
        max_length=254,
        error_messages={"required": ENTER_EMAIL, "invalid": EMAIL_LIKE},
        widget=forms.EmailInput(
            attrs={"autocomplete": "email", "spellcheck": "false", "autocapitalize": "none"}
        ),
    )


def name_field(hint: "StrOrPromise") -> forms.CharField:
    return forms.CharField(
        label=_("Your name"),
        help_text=hint,
        max_length=120,
        error_messages={
            "required": _("Enter your name"),
            "max_length": _("Use at most 120 characters for your name"),
        },
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )


class SignInForm(RequestLoginCodeForm, PlainForm):
    email = email_field()  # type: ignore[assignment]  # the same kind of field, with our own words

    def clean_email(self) -> str:
        self.cleaned_data["email"] = Person.objects.normalize_email(self.cleaned_data["email"])
        return str(super().clean_email())


class SignUpForm(PlainForm):
    name = name_field(_("As the people in your set would say it."))
    email = email_field()

    def clean_email(self) -> str:
        return Person.objects.normalize_email(self.cleaned_data["email"])


class CodeForm(ConfirmLoginCodeForm, PlainForm):
    code = forms.CharField(
        label=_("Code"),
        help_text=_("8 letters, like BCDF-GHJK. Capitals and the dash do not matter."),
        max_length=40,
        error_messages={
            "required": _("Enter the code from the email"),
            "max_length": EIGHT_LETTERS,
        },
        widget=forms.TextInput(
            attrs={
                "class": "input--short",
                "autocomplete": "one-time-code",
                "spellcheck": "false",
                "autocapitalize": "characters",
            }
        ),
    )

    def __init__(self, *args: Any, code: str = "", **kwargs: Any) -> None:
        super().__init__(*args, code=code_of(code) if code else "", **kwargs)

    def clean_code(self) -> str:
        if not is_well_formed(self.cleaned_data["code"]):
            raise forms.ValidationError(EIGHT_LETTERS, code="ill_formed")
        return str(super().clean_code())

    @property
    def was_a_try(self) -> bool:
        """What cannot be a code is a slip, and costs none of the tries."""
        return self.has_error("code", "incorrect_code")


class AccountForm(PlainForm):
    """How somebody is named and how the pages behave for them."""

    name = name_field(_("Your sets see this name."))
    zone = forms.ChoiceField(
        label=_("Time zone"),
        help_text=_("Times are shown in it."),
        choices=zone_choices,
        error_messages={
            "required": _("Select a time zone"),
            "invalid_choice": _("Select a time zone from the list"),
        },
    )
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    theme = forms.ChoiceField(label=_("Light or dark"), choices=theme_choices, widget=forms.RadioSelect)
    announcements = forms.ChoiceField(
        label=_("What a screen reader says in the room"),
        choices=announcement_choices,
        widget=forms.RadioSelect,
    )

    @classmethod
    def about(cls, person: Person, posted: Any = None) -> "AccountForm":
        form = cls(posted, initial={name: getattr(person, name) for name in cls.base_fields})
        zone = form.fields["zone"]
        assert isinstance(zone, forms.ChoiceField)
        zone.choices = zone_choices(person.zone)
        return form


class CoachForm(PlainForm):
    """What the question coach does for somebody."""

    wants_coach = forms.BooleanField(
        label=_("Read my questions while I type them in the room, and tell me alone what you notice"),
        required=False,
    )
    wants_counts = forms.BooleanField(
        label=_("After a session, keep for me alone how many of my questions were of which kind"),
        required=False,
    )

    @classmethod
    def about(cls, person: Person, posted: Any = None) -> "CoachForm":
        return cls(posted, initial={name: getattr(person, name) for name in cls.base_fields})


class RemindersForm(PlainForm):
    """When somebody is reminded of a session."""

    wants_week_before = forms.BooleanField(label=_("A week before"), required=False)
    wants_day_before = forms.BooleanField(label=_("A day before"), required=False)
    wants_hour_before = forms.BooleanField(label=_("An hour before"), required=False)

    @classmethod
    def about(cls, person: Person, posted: Any = None) -> "RemindersForm":
        return cls(posted, initial={name: getattr(person, name) for name in cls.base_fields})
