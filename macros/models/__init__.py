"""What `data/` and the front matter of pages may say. No files are read here and no HTML is made.

Each field's description is also the hint that editors show, by way of `data/schema/`.
"""

from macros.models.actor import RELATION_WORDS, Actor, Relation, RelationWords, Role
from macros.models.base import Account, Alias, Citation, Named, Record
from macros.models.debate import Debate, Dispute, Position
from macros.models.event import Event
from macros.models.page import ChapterMatter, PageMatter
from macros.models.place import Place
from macros.models.question import Check, Exercise, Option, QuestionSet
from macros.models.source import Background, Name, Source
from macros.models.term import Term

__all__ = [
    "RELATION_WORDS",
    "Account",
    "Actor",
    "Alias",
    "Background",
    "ChapterMatter",
    "Check",
    "Citation",
    "Debate",
    "Dispute",
    "Event",
    "Exercise",
    "Name",
    "Named",
    "Option",
    "PageMatter",
    "Place",
    "Position",
    "QuestionSet",
    "Record",
    "Relation",
    "RelationWords",
    "Role",
    "Source",
    "Term",
]
