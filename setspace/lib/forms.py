"""Forms as the pages draw them: plain classes on the inputs, and no validation by the browser."""

from typing import Any

from django import forms

_CLASS_OF_WIDGET: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.CheckboxInput, ""),
    (forms.CheckboxSelectMultiple, ""),
    (forms.RadioSelect, ""),
    (forms.HiddenInput, ""),
    (forms.Select, "select"),
    (forms.Textarea, "textarea"),
    (forms.DateInput, "input input--short"),
    (forms.TimeInput, "input input--short"),
    (forms.widgets.Input, "input"),
)


class PlainForm(forms.Form):
    """A form whose fields are drawn by `web/field.html`."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, forms.CharField) and field.max_length:
                field.error_messages.setdefault("max_length", f"Use {field.max_length:,} characters or fewer")
            look = _look_of(field.widget)
            if look:
                field.widget.attrs["class"] = f"{look} {field.widget.attrs.get('class', '')}".strip()


class DayInput(forms.DateInput):
    """A date as browsers' own pickers want it."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class ClockInput(forms.TimeInput):
    """A time of day as browsers' own pickers want it."""

    input_type = "time"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%H:%M")


def _look_of(widget: forms.Widget) -> str:
    return next((look for kind, look in _CLASS_OF_WIDGET if isinstance(widget, kind)), "")
