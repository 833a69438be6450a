"""Data for search engines, inside a page. Browsers do not run it, and nothing in it can end it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from django import template
from django.utils.html import format_html

register = template.Library()

# What could end the element or begin another is written as JSON writes any letter: by its number.
NUMBERED = str.maketrans({"<": "\\u003C", ">": "\\u003E", "&": "\\u0026"})


@dataclass(frozen=True, slots=True)
class DataBlock:
    """JSON as it may stand in an element of a type that is only read."""

    data: Mapping[str, object]

    def __html__(self) -> str:
        return json.dumps(self.data, ensure_ascii=True).translate(NUMBERED)


@register.simple_tag
def data_block(data: Mapping[str, object]) -> str:
    """The whole element, so that no template needs a <script> of its own with something in it."""
    return format_html('<script type="application/ld+json">{}</script>', DataBlock(data))
