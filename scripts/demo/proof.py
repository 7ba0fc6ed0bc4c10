# SPDX-License-Identifier: GPL-2.0-or-later
"""The table that proves the result: every row of every layer, as three witnesses have it."""

from __future__ import annotations

from typing import Iterator

from .expected import LAYERS, Expected, Row, Rows
from .timeline import Timeline

Witness = dict[str, Rows]
SHOWN_FAULTS = 20


def prove(expected: Expected, witnesses: dict[str, Witness], timeline: Timeline) -> bool:
    """Prints the table; whether every row is right everywhere."""
    faults = {
        (witness, layer, identity): fault
        for witness, layers in witnesses.items()
        for layer in LAYERS
        for identity, fault in differences(expected.rows[layer], layers[layer])
    }
    _totals(expected, witnesses, faults, timeline)
    _touched_rows(expected, witnesses, faults, timeline)
    for (witness, layer, identity), fault in list(faults.items())[:SHOWN_FAULTS]:
        timeline.say(f"   WRONG  {witness}, {layer} {identity}: {fault}")
    count = sum(map(len, expected.rows.values())) * len(witnesses)
    if faults:
        timeline.say(f"\n{len(faults)} of {count} rows are wrong.")
    else:
        timeline.say(
            f"\nEach of {count:,} rows is what it must be: {', '.join(witnesses)} agree with the expected table."
        )
    return not faults


def differences(expected: Rows, found: Rows) -> Iterator[tuple[str, str]]:
    """(row, what is wrong with it)."""
    for identity in expected.keys() | found.keys():
        if identity not in found:
            yield identity, "is missing"
        elif identity not in expected:
            yield identity, "should not be there"
        else:
            fault = difference(expected[identity], found[identity])
            if fault:
                yield identity, fault


def difference(expected: Row, found: Row) -> str:
    wrong = [
        f"{name} is {found.values.get(name)!r}, not {value!r}"
        for name, value in expected.values.items()
        if found.values.get(name) != value
    ]
    if expected.geometry != found.geometry:
        wrong.append("the geometry differs")
    return "; ".join(wrong)


def _totals(
    expected: Expected,
    witnesses: dict[str, Witness],
    faults: dict[tuple[str, str, str], str],
    timeline: Timeline,
) -> None:
    timeline.say(f"\n   {'layer':<14} {'rows':>7}" + "".join(f"{name:>12}" for name in witnesses))
    for layer in LAYERS:
        right = {
            witness: len(layers[layer]) - sum(key[:2] == (witness, layer) for key in faults)
            for witness, layers in witnesses.items()
        }
        timeline.say(
            f"   {layer:<14} {len(expected.rows[layer]):>7,}"
            + "".join(f"{count:>9,} ok" for count in right.values())
        )


def _touched_rows(
    expected: Expected,
    witnesses: dict[str, Witness],
    faults: dict[tuple[str, str, str], str],
    timeline: Timeline,
) -> None:
    timeline.say(f"\n   {'row':<28} {'who':<9} {'what':<44}" + "".join(f"{name:>8}" for name in witnesses))
    for touched in expected.touched:
        verdicts = (
            "WRONG" if (witness, touched.layer, touched.identity) in faults else "ok" for witness in witnesses
        )
        row = f"{touched.layer} {touched.label}"
        timeline.say(
            f"   {row:<28.28} {touched.who:<9} {touched.what:<44.44}"
            + "".join(f"{word:>8}" for word in verdicts)
        )
