"""What an author may write in a page: the links that stand in a sentence."""

from macros.backlinks import Backlinks
from macros.library import Library
from macros.origins import find
from macros.render import inline


class Shortcodes:
    """The inline shortcodes, each an ordinary Markdown link on one line."""

    def __init__(self, library: Library, back: Backlinks) -> None:
        """Speak from a library and its backlinks."""
        self._context = {"lib": library, "back": back}
        self._known = {
            "actors": library.actors,
            "terms": library.terms,
            "events": library.events,
            "places": library.places,
            "sources": {**library.sources, **library.background},
            "disputes": library.disputes,
        }

    def actor(self, ident: str, text: str = "") -> str:
        """Link a name to its profile, as in `{{ actor("kadhimi", "the premier") }}`."""
        return self._link("actors", "actor", ident, text)

    def term(self, ident: str, text: str = "") -> str:
        """Link a word to the glossary, as in `{{ term("pmf", "PMF") }}`."""
        return self._link("terms", "term", ident, text)

    def event(self, ident: str, text: str = "") -> str:
        """Link words to the timeline, as in `{{ event("hashimi-killed", "the murder") }}`."""
        return self._link("events", "event", ident, text)

    def place(self, ident: str, text: str = "") -> str:
        """Link a name to the places, as in `{{ place("erbil") }}`."""
        return self._link("places", "place", ident, text)

    def cite(self, ident: str, locator: str | None = None) -> str:
        """Name a source, and the place in it, as in `{{ cite("schneider-2020", "para. 7") }}`."""
        return self._link("sources", "cite", ident, locator)

    def dispute(self, ident: str, text: str = "") -> str:
        """Link to a point on which the sources differ, as in `{{ dispute("third-time") }}`."""
        return self._link("disputes", "dispute", ident, text)

    def note(self, ident: str, text: str) -> str:
        """Tie a phrase to the annotation `aside#note-<ident>`: `{{ note("release", "freed") }}`."""
        return inline("note", ident, text, **self._context)

    def _link(self, collection: str, shortcode: str, ident: str, text: str | None) -> str:
        find(collection, ident, self._known[collection])
        return inline(shortcode, ident, text, **self._context)
