"""Whether a locator names a place that the source has."""

import re

from macros.models import Background, Source

FORMS = {"para.": ("para.", "paras"), "sentence": ("sentence", "sentences")}


def fault(source: Source | Background, locator: str | None) -> str | None:
    """Say what is wrong with a locator, or nothing. A source of several paragraphs needs one."""
    if isinstance(source, Background):
        return "a background page has no locators" if locator else None
    places = source.locators
    if locator is None:
        long = places.unit == "para." and places.last > 1
        return f'"{source.id}" is long: name the place, as in "para. 2"' if long else None
    if locator in places.named:
        return None
    one, several = FORMS[places.unit]
    numbers = [int(n) for n in re.findall(r"\d+", locator)]
    unit = one if len(numbers) == 1 else several
    shape = re.fullmatch(rf"{re.escape(unit)} \d+(-\d+)?(, \d+(-\d+)?)*", locator)
    if not shape or numbers != sorted(set(numbers)):
        named = "".join(f', "{name}"' for name in places.named)
        return f'"{locator}" is no locator here: write "{one} 2", "{several} 2-4"{named}'
    if not 1 <= numbers[0] <= numbers[-1] <= places.last:
        units = one if places.last == 1 else several
        return f'"{source.id}" has {places.last} {units}, so no "{locator}"'
    return None
