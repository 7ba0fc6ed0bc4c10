# SPDX-License-Identifier: GPL-2.0-or-later
"""Gives every text of a window a letter for the Alt key, in whatever language it is, none of them twice.

By hand this cannot be done: a text stands in several windows, in four languages, among other neighbours in each.
A letter that a translator marked with & is taken first.
"""

from __future__ import annotations

from typing import Collection, Iterator, Optional, Sequence


def bare(text: str) -> str:
    """The text as it is read: without the mark, && as &."""
    return "".join(part for part, _is_marked in _characters(text))


def marked_letter(text: str) -> str:
    """The letter after the mark, small; empty where nothing is marked."""
    found = [part for part, is_marked in _characters(text) if is_marked]
    return found[-1].casefold() if found else ""


def marked(text: str, at: Optional[int]) -> str:
    """A bare text with the mark before its character `at`."""
    return "".join(
        ("&" if place == at else "") + character.replace("&", "&&") for place, character in enumerate(text)
    )


def literal(text: str) -> str:
    """A text that is not ours, for where Qt takes & for a mark."""
    return text.replace("&", "&&")


def with_letters(texts: Sequence[str], taken: Collection[str] = ()) -> list[str]:
    """The texts with a mark each, as far as there are letters; no letter is of `taken` or comes twice."""
    plain = [bare(text) for text in texts]
    wishes = [[place for place in _wishes(text) if _letter(bare(text), place) not in taken] for text in texts]
    # Who was marked by hand chooses first.
    order = sorted(range(len(texts)), key=lambda at: not marked_letter(texts[at]))
    owner: dict[str, int] = {}
    place_of: dict[int, int] = {}
    for at in order:
        _find_place(at, plain, wishes, owner, place_of, set())
    return [marked(text, place_of.get(at)) for at, text in enumerate(plain)]


def _find_place(
    at: int,
    plain: Sequence[str],
    wishes: Sequence[Sequence[int]],
    owner: dict[str, int],
    place_of: dict[int, int],
    tried: set[str],
) -> bool:
    """Takes the best free letter; where none is free, somebody else moves on to another of theirs."""
    free = [place for place in wishes[at] if _letter(plain[at], place) not in owner]
    for place in free[:1]:
        owner[_letter(plain[at], place)] = at
        place_of[at] = place
        return True
    for place in wishes[at]:
        letter = _letter(plain[at], place)
        if letter in tried:
            continue
        tried.add(letter)
        if _find_place(owner[letter], plain, wishes, owner, place_of, tried):
            owner[letter] = at
            place_of[at] = place
            return True
    return False


def _wishes(text: str) -> list[int]:
    """Places of letters, the best first: what is marked, the first letter, those that begin words, the others."""
    plain = bare(text)
    by_hand = [place for place, (_character, is_marked) in enumerate(_characters(text)) if is_marked]
    return sorted(
        (place for place, character in enumerate(plain) if character.isalnum()),
        key=lambda place: (0 if place in by_hand else _cost(plain, place), place),
    )


def _cost(plain: str, place: int) -> int:
    letter = _letter(plain, place)
    # Accents are on few keyboards, and a digit is easily taken for a count.
    if not letter.isascii() or letter.isdigit():
        return 4
    if place == 0:
        return 1
    return 3 if plain[place - 1].isalnum() else 2


def _letter(plain: str, place: int) -> str:
    return plain[place].casefold()


def _characters(text: str) -> Iterator[tuple[str, bool]]:
    """Each character that is read, and whether it is marked."""
    marks = False
    for character in text:
        if character == "&" and not marks:
            marks = True
            continue
        yield character, marks and character != "&"
        marks = False
