"""What `data/` and the front matter of pages may say. No files are read here and no HTML is made.

Each field's description is also the hint that editors show, by way of `data/schema/`.
"""

from macros.models.actor import DEEDS, RELATION_WORDS, Actor, Relation, RelationWords, Role
from macros.models.base import Account, Alias, Citation, Named, Record
from macros.models.chart import (
    CHARTS,
    Amounts,
    AnyChart,
    Bars,
    Chart,
    CountsAndWords,
    Lanes,
    OfNoKind,
    Spans,
)
from macros.models.debate import Debate, Dispute, Position
from macros.models.event import Event, EventKind
from macros.models.page import ChapterMatter, PageMatter
from macros.models.place import Place
from macros.models.question import Check, Exercise, Option, QuestionSet
from macros.models.region import Region
from macros.models.source import Background, Name, Source
from macros.models.term import Term

__all__ = [
    "CHARTS",
    "DEEDS",
    "RELATION_WORDS",
    "Account",
    "Actor",
    "Alias",
    "Amounts",
    "AnyChart",
    "Background",
    "Bars",
    "ChapterMatter",
    "Chart",
    "Check",
    "Citation",
    "CountsAndWords",
    "Debate",
    "Dispute",
    "Event",
    "EventKind",
    "Exercise",
    "Lanes",
    "Name",
    "Named",
    "OfNoKind",
    "Option",
    "PageMatter",
    "Place",
    "Position",
    "QuestionSet",
    "Record",
    "Region",
    "Relation",
    "RelationWords",
    "Role",
    "Source",
    "Spans",
    "Term",
]
