"""What somebody draws and words on their map of relationships. Nothing here has to be filled in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from django import forms

from setspace.core.mapping import editing
from setspace.core.mapping.geometry import Point
from setspace.core.mapping.model import (
    ME,
    MOST_FEW_WORDS,
    MOST_NAME,
    MOST_NODES,
    MOST_NOTE,
    MOST_TIES,
    MOST_TITLE,
    How,
    Kind,
    Map,
    Node,
    Ring,
    Say,
    Stance,
)
from setspace.core.mapping.moving import Way
from setspace.core.mapping.words import KINDS, RINGS, SAYS, STANCES, TIES
from setspace.lib.forms import PlainForm
from setspace.programmes.forms.fields import OneLine
from setspace.programmes.models import LearningSet

NOT_SAID = ("", "Not said")
NO_TIE = ("", "None")
TIE_CHOICES = [(how.value, words) for how, words in TIES.items()]
KIND_CHOICES = [(kind.value, f"{one.name}: {one.example}") for kind, one in KINDS.items()]
STANCE_CHOICES = [NOT_SAID, *((stance.value, words) for stance, words in STANCES.items())]
SAY_CHOICES = [NOT_SAID, *((say.value, words) for say, words in SAYS.items())]
FINE_FIRST = sorted(TIE_CHOICES, key=lambda choice: choice[0] != How.FINE)
WITHOUT_ROOM = (
    f"There is no more room: a map holds {MOST_NODES}, and {MOST_TIES} ties. Take somebody off first."
)
BETWEEN = "between-"


def _too_long(most: int) -> dict[str, str]:
    return {"max_length": f"Use {most:,} characters or fewer"}


def _select(label: str, choices: Sequence[tuple[str, str]], hint: str = "") -> forms.ChoiceField:
    wrong = {"invalid_choice": "Select one of the answers in the list"}
    return forms.ChoiceField(
        label=label, choices=choices, help_text=hint, required=False, error_messages=wrong
    )


class AboutMapForm(PlainForm):
    """What a map is about, and in which set it may be shown."""

    title = OneLine(
        label="What is it about?",
        help_text="A few words for yourself. You can leave this empty.",
        max_length=MOST_TITLE,
        required=False,
        error_messages=_too_long(MOST_TITLE),
    )
    learning_set = _select("Which set is it for?", [])

    def __init__(self, *args: Any, sets: Sequence[LearningSet], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._sets = {str(one.pk): one for one in sets}
        field = self.fields["learning_set"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "None, for myself"), *((key, one.name) for key, one in self._sets.items())]

    @property
    def chosen_set(self) -> LearningSet | None:
        return self._sets.get(self.cleaned_data["learning_set"])


class NodeForm(PlainForm):
    """Somebody on the map, and how it is between them and others."""

    name = OneLine(
        label="Who?",
        help_text="A role, initials or a name you make up.",
        max_length=MOST_NAME,
        required=False,
        error_messages=_too_long(MOST_NAME),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    tie = forms.ChoiceField(
        label="How is it between you now?",
        choices=[*TIE_CHOICES, NO_TIE],
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": "Select strong, fine, strained, faint or none"},
    )
    ring = forms.TypedChoiceField(
        label="Where do they sit?",
        choices=[(str(ring.value), words) for ring, words in RINGS.items()],
        coerce=lambda value: Ring(int(value)),
        empty_value=None,
        required=False,
        error_messages={"invalid_choice": "Select one of the three rings"},
    )
    few_words = OneLine(
        label="In a few words",
        help_text="It stands under their name, such as “holds the budget”.",
        max_length=MOST_FEW_WORDS,
        required=False,
        error_messages=_too_long(MOST_FEW_WORDS),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    note = forms.CharField(
        label="What might they say if you asked?",
        max_length=MOST_NOTE,
        required=False,
        error_messages=_too_long(MOST_NOTE),
        widget=forms.Textarea(attrs={"rows": 3, "class": "voice"}),
    )
    kind = _select("What are they?", KIND_CHOICES)
    stance = _select("Where do they stand on it?", STANCE_CHOICES)
    say = _select("How much of a say have they?", SAY_CHOICES)
    other = _select("Draw a tie to someone else", [])
    other_how = _select("How is it between them?", FINE_FIRST)

    def __init__(self, *args: Any, drawn: Map, key: str = "", **kwargs: Any) -> None:
        node = drawn.node(key)
        kwargs.setdefault("initial", _initial(drawn, node))
        super().__init__(*args, auto_id="map-%s", **kwargs)
        self._known = [one for one in drawn.nodes if one.key != key and drawn.between(one.key, key)]
        others = [one for one in drawn.listed() if one.key != key and one not in self._known]
        self.has_others = bool(others)  # to whom no tie is drawn yet
        field = self.fields["other"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "Choose who"), *((one.key, one.name) for one in others)]
        for one in self._known:
            how = drawn.between(one.key, key)
            known = _select(f"With {one.name}", [*TIE_CHOICES, NO_TIE])
            known.initial = how.value if how else ""
            known.widget.attrs["class"] = "select"
            self.fields[f"{BETWEEN}{one.key}"] = known

    @property
    def has_ties(self) -> bool:
        return bool(self._known)

    @property
    def ties(self) -> Iterator[forms.BoundField]:
        """The fields of the ties with others that there are."""
        return (self[name] for name in self.fields if name.startswith(BETWEEN))

    def applied(self, drawn: Map, key: str) -> Map:
        """The map with what was filled in. Raises `editing.Full`."""
        said = self.cleaned_data
        before = drawn.node(key)
        node = replace(
            before or Node(key, ""),
            name=said["name"],
            kind=Kind(said["kind"] or Kind.PERSON),
            ring=said["ring"] or (before.ring if before else Ring.INFLUENCE),
            few_words=said["few_words"],
            note=said["note"],
            stance=Stance(said["stance"]) if said["stance"] else None,
            say=Say(said["say"]) if said["say"] else None,
        )
        drawn = editing.change(drawn, node) if before else editing.add(drawn, node)
        for other, how in self._ties_said():
            drawn = editing.draw_tie(drawn, other, key, how)
        return drawn

    def _ties_said(self) -> Iterator[tuple[str, How | None]]:
        """Only what was asked: a tie that another page drew meanwhile stays."""
        said = self.cleaned_data
        asked = {"tie": ME, **{f"{BETWEEN}{one.key}": one.key for one in self._known}}
        for name, other in asked.items():
            if name in self.data:
                yield other, _how(said[name])
        if said["other"]:
            yield said["other"], _how(said["other_how"]) or How.FINE

    def refuse(self) -> None:
        self.add_error(None, WITHOUT_ROOM)


class PlaceForm(forms.Form):
    """Where somebody is put: one step in a way, or a point of the drawing."""

    way = forms.ChoiceField(choices=[(way.value, way.value) for way in Way], required=False)
    x = forms.FloatField(required=False)
    y = forms.FloatField(required=False)

    @property
    def way_asked(self) -> Way | None:
        return Way(self.cleaned_data["way"]) if self.cleaned_data.get("way") else None

    @property
    def point(self) -> Point | None:
        x, y = self.cleaned_data.get("x"), self.cleaned_data.get("y")
        return None if x is None or y is None else Point(x, y)


class TieForm(forms.Form):
    """A tie to one other on the map; with no kind, the next kind after the one that it has."""

    other = forms.CharField(max_length=40)
    how = forms.ChoiceField(choices=TIE_CHOICES, required=False)


def _initial(drawn: Map, node: Node | None) -> dict[str, Any]:
    if node is None:
        return {"ring": Ring.INFLUENCE.value, "kind": Kind.PERSON, "tie": How.FINE}
    how = drawn.between(ME, node.key)
    return {
        "name": node.name,
        "tie": how.value if how else "",
        "ring": node.ring.value,
        "few_words": node.few_words,
        "note": node.note,
        "kind": node.kind,
        "stance": node.stance or "",
        "say": node.say or "",
    }


def _how(value: str) -> How | None:
    return How(value) if value else None
