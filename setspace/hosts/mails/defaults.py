"""What each letter of a programme says until a host words it in its own way: one table.

A name in braces stands for something that is known when the letter is written. Every letter knows
`COMMON`; a paragraph of which nothing is left, because a name stands for nothing, is left out.
"""

from dataclasses import dataclass

COMMON = ("first_name", "programme", "host", "contact")


@dataclass(frozen=True, slots=True)
class Wording:
    """One letter: what organisers call it, when it goes, and its words. ``names`` are its own."""

    title: str
    when: str
    subject: str
    paragraphs: tuple[str, ...]
    names: tuple[str, ...] = ()
    without: tuple[str, ...] = ()  # of COMMON, what this letter cannot know

    @property
    def body(self) -> str:
        return "\n\n".join(self.paragraphs)

    @property
    def all_names(self) -> tuple[str, ...]:
        return tuple(one for one in COMMON + self.names if one not in self.without)


# What each name stands for, in the words of the page on which a host edits its letters.
NAMES = {
    "first_name": "the first name of whoever gets the letter",
    "programme": "the name of the programme",
    "host": "your name as a host",
    "contact": "how you can be reached, as your page says it",
    "replies": "a sentence that says by when you answer, if the programme has such a day",
    "closes": "a sentence that says until when people can apply",
    "set": "the name of the set, such as Tuesday set",
    "moved": "a sentence for each date that has moved: from when, to when",
}

# For the example on that page.
EXAMPLE = {
    "first_name": "Mei",
    "programme": "Housing, Spring 2027",
    "replies": "We answer everybody by Wednesday 20 January 2027.",
    "closes": "You can apply until Monday 11 January 2027.",
    "set": "Tuesday set",
    "moved": (
        "Session 2 has moved from Tuesday 23 February, 9:30am, to Wednesday 24 February 2027, 9:30am to 1pm."
    ),
}

DEFAULTS: dict[str, Wording] = {
    "application_received": Wording(
        "We have your application",
        "To whoever applies, when the application has come in.",
        "{programme}: we have your application",
        (
            "Hello {first_name},",
            "Thank you for applying to {programme}. Your application has arrived.",
            "{replies}",
            "The page below shows how it stands, and you can withdraw there at any time.",
            "If you would like to ask something: {contact}",
        ),
        ("replies",),
    ),
    "application_accepted": Wording(
        "There is a place",
        "To an applicant, when you have accepted the application.",
        "{programme}: there is a place for you",
        (
            "Hello {first_name},",
            "We are glad to offer you a place in {programme}.",
            (
                "Next we put the sets together. You will hear which set is yours, with its people and "
                "its dates, before anything begins."
            ),
            "If your plans have changed, please tell us on the page below, so that somebody else can come.",
        ),
    ),
    "application_waiting": Wording(
        "On the waiting list",
        "To an applicant, when you have put them on the waiting list.",
        "{programme}: you are on the waiting list",
        (
            "Hello {first_name},",
            (
                "Thank you for applying to {programme}. All its places are taken for now, and we have put "
                "you on the waiting list."
            ),
            "If a place comes free we will write to you. You need do nothing until then.",
            "If you no longer want a place, you can say so on the page below.",
        ),
    ),
    "application_declined": Wording(
        "No place this time",
        "To an applicant whom you cannot offer a place.",
        "{programme}: about your application",
        (
            "Hello {first_name},",
            "Thank you for applying to {programme}. We are sorry that we cannot offer you a place this time.",
            "It says nothing about you or your work. There are few places, and each set has to fit together.",
            "If you would like to talk about it: {contact}",
        ),
    ),
    "proposed_set": Wording(
        "The set we propose",
        "To each person who is accepted, when you show them their set.",
        "{programme}: the set we propose",
        (
            "Hello {first_name},",
            "We would like to place you in the {set} of {programme}.",
            (
                "The page below says who else would be in it, and when it meets. Please read it and tell us "
                "whether it suits you."
            ),
            (
                "If you know somebody in it too well to speak freely, say no. Nobody asks why, and we will "
                "look for another set."
            ),
        ),
        ("set",),
    ),
    "dates_moved": Wording(
        "Dates have moved",
        "To each person who holds a place in a set that has not begun, ten minutes after you move its dates.",
        "{programme}: dates of the {set} have moved",
        (
            "Hello {first_name},",
            "Dates of the {set} of {programme}, in which you have a place, have moved.",
            "{moved}",
            (
                "Please look whether you can still come, and tell us on the page below. If you can’t, we "
                "look for another set with you."
            ),
        ),
        ("set", "moved"),
    ),
    "place_changed": Wording(
        "Somebody new in the set",
        "To each person who has said yes to a set, when you show it to somebody who comes into it later.",
        "{programme}: somebody new in your set",
        (
            "Hello {first_name},",
            "You said yes to the {set} of {programme}. Somebody else would be in it now.",
            "The page below says who. If that is fine you need do nothing: your place stays yours.",
            "If it is not, say no there. Nobody asks why, and we will look for another set.",
        ),
        ("set",),
    ),
    "interest_noted": Wording(
        "We will tell you when applications open",
        "To whoever leaves an address on the page of a programme.",
        "{programme}: we will tell you when applications open",
        (
            "Hello,",
            (
                "Somebody, most likely you, asked {host} to write to this address when applications for "
                "{programme} open."
            ),
            "We will write once, and keep the address for nothing else.",
            (
                "If it was not you, or if you have changed your mind, the page below takes the address off "
                "the list."
            ),
        ),
        without=("first_name",),
    ),
    "applications_open": Wording(
        "Applications are open",
        "Once, to everybody who asked to be told, on the day when applications open.",
        "{programme}: applications are open",
        (
            "Hello,",
            "You asked us to tell you. Applications for {programme} are open now.",
            "{closes}",
            "The page below says what it is, when the sets meet and how to apply.",
            "This is the only letter you get about it.",
        ),
        ("closes",),
        without=("first_name",),
    ),
    "invitation": Wording(
        "The invitation into a set",
        "To each person who is asked into a set. Who asks, and the link, follow your words.",
        "{programme}: your invitation to the {set}",
        (
            "Hello {first_name},",
            "Everything is ready for your set in {programme}.",
        ),
        ("set",),
    ),
}
