"""The questions that several forms about a set ask, and what can be wrong with an answer."""

from datetime import datetime
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from setspace.core.emailing import WORDS, Mode
from setspace.lib import dates
from setspace.lib.forms import ClockInput, DayInput, PlainForm
from setspace.programmes.changes import Invitee, PlannedDate
from setspace.programmes.forms.plans import Choices, kind_choices
from setspace.programmes.models import LearningSet, Role, utc_of

EMAIL_EXAMPLE = "Enter an email address like name@example.org.uk"

GROUND_RULES = (
    "What is said here stays here. We don’t bring it up again, unless the issue holder does.",
    "We each find a private, comfortable place, with headphones if others are near, and do nothing else.",
    "We ask one short question at a time.",
    "We don’t give advice, judge, or tell our own story.",
    "Silence is working time.",
    "The issue holder may leave any question unanswered.",
    "We start and end on time.",
    "All our dates are promises. If we can’t come, we say so early.",
    "Notes are taken only by the issue holder, or for them.",
    "Nobody records or takes pictures of the screen.",
    "If someone is at risk of harm, or the law requires it, the facilitator may have to act.",
)

LANGUAGES = (
    ("en-gb", "English (UK)"),
    ("cy", "Cymraeg"),
    ("de", "Deutsch"),
    ("es", "Español"),
    ("fr", "Français"),
    ("it", "Italiano"),
    ("nl", "Nederlands"),
    ("pl", "Polski"),
    ("pt", "Português"),
)


class OneLine(forms.CharField):
    """Words on one line: line breaks and what cannot be seen are taken out."""

    def clean(self, value: object) -> str:
        words = " ".join(str(value or "").split())
        return str(super().clean("".join(character for character in words if character.isprintable())))


class PersonForm(PlainForm):
    """Somebody to invite. An empty row is nobody."""

    name = OneLine(label="Name", required=False, max_length=120)
    email = forms.CharField(
        label="Email address",
        required=False,
        max_length=254,
        widget=forms.EmailInput(
            attrs={"autocomplete": "off", "spellcheck": "false", "autocapitalize": "none"}
        ),
    )

    def clean_email(self) -> str:
        email = str(self.cleaned_data["email"]).strip().lower()
        if email:
            checked_email(email)
        return email

    def clean(self) -> None:
        name, email = self.cleaned_data.get("name"), self.cleaned_data.get("email")
        if name and email == "":
            self.add_error("email", f"Enter {name}’s email address")
        if email and name == "":
            self.add_error("name", f"Enter the name of the person at {email}")

    @property
    def invitee(self) -> Invitee | None:
        name, email = self.cleaned_data.get("name"), self.cleaned_data.get("email")
        return Invitee(name, email) if name and email else None


class NewcomerForm(PersonForm):
    """One more person for a set that has begun: a member, or somebody who looks on."""

    joins = forms.ChoiceField(
        label="They come",
        choices=[(Role.MEMBER.value, "As a member"), (Role.OBSERVER.value, "As an observer or trainee")],
        widget=forms.RadioSelect,
        initial=Role.MEMBER.value,
        required=False,
        error_messages={"invalid_choice": "Select how they come"},
    )

    @property
    def role(self) -> str:
        return str(self.cleaned_data["joins"] or Role.MEMBER)

    def clean(self) -> None:
        super().clean()
        if not self.errors and self.invitee is None:
            self.add_error("name", "Enter the name of the person you would like to invite")


class DateForm(PlainForm):
    """A session: which day, when, and what kind. An empty row is no session."""

    on = forms.DateField(
        label="Day",
        required=False,
        widget=DayInput(),
        error_messages={"invalid": "Enter a day, like 27 4 2027"},
    )
    at = forms.TimeField(
        label="Start time",
        required=False,
        initial="09:30",
        widget=ClockInput(),
        error_messages={"invalid": "Enter a start time, like 09:30"},
    )
    plan = forms.ChoiceField(label="What kind of session", required=False)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.offer(())

    def offer(self, own: Choices) -> None:
        """Session plans that the person made, beside ours."""
        choice = self.fields["plan"]
        assert isinstance(choice, forms.ChoiceField)
        choice.choices = kind_choices(own=own)

    def planned(self, usual: str) -> PlannedDate | None:
        on, at = self.cleaned_data.get("on"), self.cleaned_data.get("at")
        return PlannedDate(on, at, self.cleaned_data.get("plan") or usual) if on and at else None

    def check(self, zone: ZoneInfo, now: datetime) -> None:
        """A date must be whole, lie ahead, and exist."""
        on, at = self.cleaned_data.get("on"), self.cleaned_data.get("at")
        if on and at:
            self._check_moment(zone, now)
        elif on and "at" not in self.errors:
            self.add_error("at", f"Enter the time you start on {dates.day(on)}")

    def _check_moment(self, zone: ZoneInfo, now: datetime) -> None:
        on, at = self.cleaned_data["on"], self.cleaned_data["at"]
        if utc_of(on, at, zone) <= now:
            self.add_error("on", "Enter a day and time that lie ahead")
        elif not dates.exists(on, at, zone):
            self.add_error(
                "at",
                f"The clocks go forward that night, so {dates.clock_time(at)} does not happen on "
                f"{dates.day(on)}. Enter another time",
            )


class MeetingForm(DateForm):
    """One date, in a set that has begun."""

    def __init__(
        self,
        learning_set: LearningSet,
        now: datetime,
        *args: object,
        own: Choices = (),
        **kwargs: object,
    ) -> None:
        self.learning_set = learning_set
        self.now = now
        super().__init__(*args, **kwargs)
        self.offer(own)

    def offer(self, own: Choices) -> None:
        choice = self.fields["plan"]
        assert isinstance(choice, forms.ChoiceField)
        choice.choices = kind_choices(self.learning_set.plan, own)

    def clean(self) -> None:
        if self.cleaned_data.get("on") is None and "on" not in self.errors:
            self.add_error("on", "Enter the day you meet")
        self.check(self.learning_set.tz, self.now)

    @property
    def meeting(self) -> PlannedDate:
        planned = self.planned(self.learning_set.plan)
        assert planned is not None
        return planned


class GroundRulesForm(PlainForm):
    """A tick-list of what many sets agree to, and room for their own."""

    chosen = forms.MultipleChoiceField(
        label="Tick what you would like to agree to",
        required=False,
        choices=[(str(number), rule) for number, rule in enumerate(GROUND_RULES)],
        widget=forms.CheckboxSelectMultiple,
        initial=[str(number) for number in range(len(GROUND_RULES))],
    )
    own = forms.CharField(
        label="Your own, one on each line",
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    emails = forms.ChoiceField(
        label="How is the summary of a session emailed?",
        help_text="What is emailed lies in mailboxes. The rest waits on a page that only your set opens.",
        required=False,
        choices=[(mode.value, words) for mode, words in WORDS.items()],
        initial=Mode.FULL,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": "Select how the summary is emailed"},
    )

    def clean(self) -> None:
        if not self.errors and not self.rules:
            self.add_error("chosen", "Tick at least one ground rule, or write your own")

    @property
    def rules(self) -> list[str]:
        chosen = [GROUND_RULES[int(number)] for number in self.cleaned_data.get("chosen", [])]
        own = [" ".join(line.split()) for line in str(self.cleaned_data.get("own", "")).splitlines()]
        return chosen + [line for line in own if line and line not in chosen]

    @property
    def summary_mode(self) -> Mode:
        return Mode(
            self.cleaned_data.get("emails") or self.get_initial_for_field(self.fields["emails"], "emails")
        )

    @classmethod
    def initial_from(cls, rules: list[str], mode: Mode) -> dict[str, object]:
        """The ticks and the lines that stand for what is already agreed."""
        return {
            "emails": mode,
            "chosen": [str(number) for number, rule in enumerate(GROUND_RULES) if rule in rules],
            "own": "\n".join(rule for rule in rules if rule not in GROUND_RULES),
        }


class VideoLinkForm(PlainForm):
    video_link = forms.CharField(
        label="Video link",
        required=False,
        max_length=500,
        help_text="For example from Zoom or Teams. Only members of the set can see it.",
        widget=forms.URLInput(attrs={"inputmode": "url", "autocomplete": "off", "spellcheck": "false"}),
    )

    def clean_video_link(self) -> str:
        link = str(self.cleaned_data["video_link"]).strip()
        if link:
            checked_video_link(link)
        return link


class ClockForm(PlainForm):
    sees = forms.ChoiceField(
        label="Who sees the clock while somebody holds an issue?",
        choices=[
            ("everybody", "Everybody"),
            ("others", "Everybody but the issue holder"),
        ],
        widget=forms.RadioSelect,
        error_messages={
            "required": "Select who sees the clock",
            "invalid_choice": "Select who sees the clock",
        },
    )

    @property
    def hides_from_holder(self) -> bool:
        return bool(self.cleaned_data["sees"] == "others")


def checked_email(email: str) -> None:
    try:
        forms.EmailField().clean(email)
    except ValidationError:
        raise ValidationError(EMAIL_EXAMPLE) from None


def checked_video_link(link: str) -> None:
    if urlsplit(link).scheme != "https":
        raise ValidationError("Enter a link that starts with https://")
    try:
        URLValidator(schemes=["https"])(link)
    except ValidationError:
        raise ValidationError("Enter the whole link, like https://zoom.us/j/123456789") from None
