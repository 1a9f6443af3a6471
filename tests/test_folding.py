"""Names that are one name come to one form; different names stay apart."""

import json
import re

import pytest

from macros.folding import COMMON, FOLD, KINDS, SOUND, STEM, fold, rules, sound, stem, words
from macros.library import Library


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("", ""),
        ("Mustafa al-Kadhimi", "mustafa kadhimi"),
        ("Al Jazeera", "jazeera"),
        ("Muqtada as-Sadr", "muqtada sadr"),
        ("Moqtada el-Sadr", "moqtada sadr"),
        ("Asa'ib Ahl al-Haq", "asaib ahl haq"),
        ("as seen at an airport", "as seen at an airport"),
        ("al", "al"),
        ("Kata'ib Hezbollah", "kataib hezbollah"),
        ("Kata\N{RIGHT SINGLE QUOTATION MARK}ib", "kataib"),
        ("Kat\N{LATIN SMALL LETTER A WITH MACRON}\N{MODIFIER LETTER RIGHT HALF RING}ib", "kataib"),
        ("\N{MODIFIER LETTER LEFT HALF RING}Abb\N{LATIN SMALL LETTER A WITH MACRON}s", "abbas"),
        ("Shi\N{ACUTE ACCENT}a and Shi`a", "shia and shia"),
        ("Kadhimi's; the protesters'", "kadhimi the protesters"),
        ("Qa'ani's", "qaani"),
        ("H\N{LATIN SMALL LETTER U WITH DIAERESIS}rriyet", "hurriyet"),
        ("U.S. forces, US-led", "us forces us led"),
        ("USA; Jerusalem", "us jerusalem"),
        (
            "\N{LEFT DOUBLE QUOTATION MARK}State of gangs\N{RIGHT DOUBLE QUOTATION MARK}",
            "state of gangs",
        ),
        ("10\N{EN DASH}16 June 2020", "10 16 june 2020"),
        ("Abd al-Mahdi", "abdul mahdi"),
        ("Abdul-Mahdi", "abdul mahdi"),
        ("Abdel Mahdi", "abdul mahdi"),
        ("Abdulmahdi", "abdul mahdi"),
        ("Abd ar-Rahman", "abdul rahman"),
        ("abducted", "abducted"),
        ("القدس", "قدس"),
        ("سُلَيْمَانِي", "سليماني"),
        ("سلیمانی", "سليماني"),
        ("الـحـشد", "حشد"),
        ("إسماعيل قاآني", "اسماعيل قااني"),
        ("كتائب", "كتايب"),
        ("الحكمة", "حكمه"),
        ("مصطفى", "مصطفي"),
        ("حزب الله", "حزب الله"),
    ],
)
def test_a_name_is_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    "spellings",
    [
        ("Suleimani", "Soleimani", "Sulaimani", "Sulaymani", "Soleymani"),
        ("Hezbollah", "Hizballah", "Hizbullah", "Hizbollah", "Hezballa"),
        ("Qaani", "Ghaani", "Qa'ani", "Gha'ani", "Kaani"),
        ("Kadhimi", "Khadimi", "Kazimi", "Kazemi", "al-Kadhimy", "Kadimi"),
        ("Kata'ib", "Kataib", "Ketaib", "Kata\N{RIGHT SINGLE QUOTATION MARK}eb", "Kataeb"),
        ("Muqtada", "Moqtada", "Moktada", "Muqtadah"),
        ("Husham", "Hisham", "Hesham"),
        ("Muhammad", "Mohammed", "Mohamed", "Mohammad"),
        ("Kawtharani", "Kautharani", "Kowtharani"),
        ("Fayyadh", "Fayadh", "Fayyad", "Fayaz"),
        ("Muslih", "Musleh", "Moslih"),
        ("Qasem", "Qassem", "Qasim", "Kassim", "Ghasem"),
        ("Nouri", "Nuri", "Noori"),
        ("Muhandis", "Mohandes", "Muhandes"),
        ("Hikma", "Hikmah", "Hekma"),
        ("Erbil", "Arbil", "Irbil"),
        ("Peshmerga", "Pishmarga"),
        ("Mobilization", "Mobilisation"),
        ("defence", "defense"),
        ("militia", "militias"),
        ("Shiite", "Chiite"),
    ],
    ids=lambda spellings: spellings[0],
)
def test_the_spellings_of_a_name_sound_alike(spellings: tuple[str, ...]) -> None:
    assert {spelling: sound(spelling) for spelling in spellings} == dict.fromkeys(
        spellings, sound(spellings[0])
    )


@pytest.mark.parametrize(
    "forms",
    [
        ("arrest", "arrests", "arrested", "arresting"),
        ("resign", "resigns", "resigned", "resignation"),
        ("kidnap", "kidnapped", "kidnapping"),
        ("devalued", "devaluation"),
        ("protests", "protesters"),
        ("kills", "killed", "killing", "death", "murdered", "assassination", "assassinated"),
    ],
    ids=lambda forms: forms[0],
)
def test_the_forms_of_a_word_have_one_stem(forms: tuple[str, ...]) -> None:
    assert {form: stem(form) for form in forms} == dict.fromkeys(forms, stem(forms[0]))


def test_a_short_word_keeps_its_ending() -> None:
    assert [stem(word) for word in ("red", "king", "IS", "used")] == ["red", "king", "is", "used"]


def test_no_word_is_left_out_for_two_reasons() -> None:
    assert not KINDS & COMMON


def test_no_two_actors_sound_alike(library: Library) -> None:
    heard: dict[str, set[str]] = {}
    for actor in library.actors.values():
        heard.setdefault(sound(actor.name), set()).add(actor.id)

    assert [ids for ids in heard.values() if len(ids) > 1] == []


def test_what_is_folded_stays_so(library: Library) -> None:
    names = [actor.name for actor in library.actors.values()]
    names += [event.detail for event in library.events.values()]

    assert [name for name in names if fold(fold(name)) != fold(name)] == []


def test_the_words_of_a_text_leave_out_the_common_ones() -> None:
    assert words("The storm put out the lamp at the Head.") == {
        "storm",
        "put",
        "out",
        "lamp",
        "head",
    }
    assert {"the", "is", "who"} <= COMMON


def test_the_rules_go_into_json_and_come_out_as_they_were() -> None:
    assert json.loads(json.dumps(rules())) == rules()


@pytest.mark.parametrize("pattern", [pattern for pattern, _ in (*FOLD, *SOUND, *STEM)])
def test_a_pattern_says_the_same_in_both_languages(pattern: str) -> None:
    """Classes and boundaries do not: what a letter is depends on the language."""
    assert not re.search(r"\\[bBdDsSwWpP]|\(\?P|\(\?[aiLmsux]", pattern)


@pytest.mark.parametrize("replacement", [replacement for _, replacement in (*FOLD, *SOUND, *STEM)])
def test_a_replacement_refers_to_no_group(replacement: str) -> None:
    assert not re.search(r"[\\$]", replacement)
