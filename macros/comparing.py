"""What can be set side by side: the accounts of an event, each under a key of its own."""

from collections import Counter
from typing import NamedTuple

from macros.models import Account, Event


class Side(NamedTuple):
    """An account, and its key among those of its event: `schneider-2020`, `schneider-2020-2`."""

    key: str
    account: Account


def sides(event: Event) -> list[Side]:
    """Give the accounts of an event, each under the source that it is cited from first."""
    met: Counter[str] = Counter()
    found = []
    for account in event.accounts:
        source = account.sources[0].id
        met[source] += 1
        found.append(Side(source if met[source] == 1 else f"{source}-{met[source]}", account))
    return found
