# SPDX-License-Identifier: GPL-2.0-or-later
"""Delta files are read with limits, checked field by field, and written as QField writes them."""

from __future__ import annotations

import json
import pickle
import random
import struct
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfieldcloud_plugin.engine.delta import Delta, DeltaFile, InvalidDeltaFile, State, jsontext

DELTA = {
    "uuid": "9311eb96-bff8-4d5b-ab36-c314a007cfcd",
    "clientId": "cd517e24-a520-4021-8850-e5af70e3a612",
    "exportId": "f70c7286-fcec-4dbe-85b5-63d4735dac47",
    "localPk": "7",
    "sourcePk": "42",
    "localLayerId": "trees",
    "sourceLayerId": "trees",
    "localLayerCrs": "EPSG:4326",
    "localLayerName": "Bäume",
    "method": "patch",
    "old": {"attributes": {"height": 10, "photo": None}, "geometry": "Point (8.5 47.4)", "is_snapshot": True},
    "new": {"attributes": {"height": 12.5}, "files_sha256": {"DCIM/1.jpg": None}, "is_snapshot": False},
}
FILE = {
    "deltas": [DELTA],
    "files": [],
    "id": "2c98410f-e1b2-45e6-9026-97898bfee730",
    "project": "e02d02cc-af1b-414c-a14c-e2ed5dfee52f",
    "version": "1.0",
}
WRITTEN = """{
    "deltas": [
        {
            "clientId": "cd517e24-a520-4021-8850-e5af70e3a612",
            "exportId": "f70c7286-fcec-4dbe-85b5-63d4735dac47",
            "localLayerCrs": "EPSG:4326",
            "localLayerId": "trees",
            "localLayerName": "Bäume",
            "localPk": "7",
            "method": "patch",
            "new": {
                "attributes": {
                    "height": 12.5
                },
                "files_sha256": {
                    "DCIM/1.jpg": null
                },
                "is_snapshot": false
            },
            "old": {
                "attributes": {
                    "height": 10,
                    "photo": null
                },
                "geometry": "Point (8.5 47.4)",
                "is_snapshot": true
            },
            "sourceLayerId": "trees",
            "sourcePk": "42",
            "uuid": "9311eb96-bff8-4d5b-ab36-c314a007cfcd"
        }
    ],
    "files": [
    ],
    "id": "2c98410f-e1b2-45e6-9026-97898bfee730",
    "project": "e02d02cc-af1b-414c-a14c-e2ed5dfee52f",
    "version": "1.0"
}
"""


def read(**changes) -> DeltaFile:
    return DeltaFile.from_bytes(json.dumps({**FILE, **changes}).encode())


def read_delta(**changes) -> DeltaFile:
    delta = {key: value for key, value in {**DELTA, **changes}.items() if value is not ...}
    return read(deltas=[DELTA, delta])


def test_a_delta_file_is_written_as_qt_writes_it():
    assert DeltaFile.from_bytes(json.dumps(FILE).encode()).to_bytes().decode() == WRITTEN


def test_a_delta_file_is_read_into_values():
    file = read(onConflict="refuse")
    (delta,) = file.deltas
    assert (file.id, file.project, delta.method, delta.layer_id) == (
        FILE["id"],
        FILE["project"],
        "patch",
        "trees",
    )
    assert delta.client_key == "cd517e24-a520-4021-8850-e5af70e3a612__trees__7"
    assert delta.old == State(
        {"height": 10, "photo": None}, "Point (8.5 47.4)", has_geometry=True, is_snapshot=True
    )
    assert (delta.new.has_geometry, delta.new.values) == (False, {"height": 12.5})
    assert delta.on_conflict == "refuse"


def test_keys_nobody_knows_yet_survive():
    file = read(
        deltas=[{**DELTA, "mood": [1, {"a": None}]}],
        later={"x": 1},
        clientPks={"a": "b"},
        onConflict="refuse",
    )
    content = json.loads(file.to_bytes())
    assert content["deltas"][0]["mood"] == [1, {"a": None}]
    assert (content["later"], content["clientPks"], content["onConflict"]) == ({"x": 1}, {"a": "b"}, "refuse")


def test_a_stored_delta_is_read_alone():
    delta = Delta.from_json(DELTA, on_conflict="refuse")
    assert delta.to_json() == DELTA
    assert delta.on_conflict == "refuse"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"version": "2.0"}, "version: it must be"),
        ({"version": 1.0}, "version: it must be a string"),
        ({"id": "abc"}, "id: it must be a UUID"),
        ({"project": None}, "project: it must be a string"),
        ({"deltas": {}}, "deltas: it must be a list"),
        ({"files": [1]}, "files: its items must be strings"),
        ({"files": ["a", "a"]}, "files: its items must be unique"),
        ({"onConflict": "panic"}, "onConflict: it can only be"),
        ({"clientPks": {"a": 1}}, "clientPks: its values must be strings"),
        ({"clientPks": []}, "clientPks: it must be an object"),
        ({"deltas": [3]}, "deltas[0]: it must be an object"),
        ({"later": json.loads("[" * 40 + "]" * 40)}, "nested too deeply"),
    ],
)
def test_a_wrong_file_is_told_by_its_field(changes, words):
    with pytest.raises(InvalidDeltaFile) as caught:
        read(**changes)
    assert words in str(caught.value)
    assert caught.value.code == "invalid_deltafile"


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"uuid": "abc"}, "uuid", "UUID"),
        ({"clientId": ...}, "clientId", "missing"),
        ({"clientId": "abc"}, "clientId", "UUID"),
        ({"localPk": 7}, "localPk", "string"),
        ({"sourcePk": None}, "sourcePk", "string"),
        ({"localLayerId": ...}, "localLayerId", "missing"),
        ({"method": "upsert"}, "method", "create, patch or delete"),
        ({"localLayerName": 5}, "localLayerName", "string"),
        ({"new": []}, "new", "object"),
        ({"new": {"attribute": {}}}, "new.attribute", "not known"),
        ({"new": {"geometry": {"type": "Point"}}}, "new.geometry", "string or null"),
        ({"old": {"attributes": [1]}}, "old.attributes", "object"),
        ({"old": {"is_snapshot": 1}}, "old.is_snapshot", "true or false"),
        ({"old": {"files_sha256": "x"}}, "old.files_sha256", "object"),
    ],
)
def test_a_wrong_delta_is_told_by_its_index_and_field(changes, field, words):
    with pytest.raises(InvalidDeltaFile) as caught:
        read_delta(**changes)
    assert (caught.value.delta_index, caught.value.field) == (1, field)
    assert f"deltas[1].{field}: " in str(caught.value)
    assert words in str(caught.value)


def test_a_delta_without_old_or_new_is_still_a_delta():
    assert read_delta(old=..., new=...).deltas[1].new is None


def test_nul_characters_are_stripped_and_half_characters_replaced():
    text = json.dumps(
        {**FILE, "deltas": [{**DELTA, "new": {"attributes": {"a": "x\0y", "b": "\ud83d", "c": "😀"}}}]}
    )
    text = text.replace('"b"', '"\\\\u0000"')
    values = DeltaFile.from_bytes(text.encode()).deltas[0].new.values
    assert values == {"a": "xy", "\\u0000": "\ufffd", "c": "😀"}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"[]",
        b"{",
        WRITTEN.encode()[:500],
        WRITTEN.encode("utf-16"),
        b"\xff\xfe\x00",
        b'{"a": NaN}',
        b"[" * 1_000_000,
        b'{"a":' * 100_000,
        b'{"version": ' + b"9" * 1_000_000 + b"}",
        b"[" + b"[]," * 5_000_000 + b"1]",
        b"\x00" * 1000,
        json.dumps({**FILE, "deltas": [{**DELTA, "new": {"attributes": {"a": 0}}}]})
        .replace("0}", "[" * 900 + "]" * 900 + "}")
        .encode(),
    ],
    ids=range(14),
)
def test_hostile_bytes_are_refused_soon(data):
    started = time.monotonic()
    with pytest.raises(InvalidDeltaFile):
        DeltaFile.from_bytes(data)
    assert time.monotonic() - started < 10


def test_a_file_beyond_the_limit_is_refused_before_it_is_parsed():
    with pytest.raises(InvalidDeltaFile, match="is the limit"):
        DeltaFile.from_bytes(WRITTEN.encode(), max_bytes=100)


def test_a_byte_order_mark_does_no_harm():
    assert DeltaFile.from_bytes(b"\xef\xbb\xbf" + WRITTEN.encode()) == read()


texts = st.text(max_size=12)
scalars = st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | texts
scalars |= st.floats(allow_nan=False, allow_infinity=False)
json_values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3)
)


def _plain(value):
    """Without what the format cannot say: NUL, and whether a large number is a double."""
    if isinstance(value, float) and value.is_integer():
        return 0.5
    if isinstance(value, str):
        return value.replace("\0", "")
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {_plain(key): _plain(item) for key, item in value.items()}
    return value


@pytest.mark.fuzz
@given(st.dictionaries(texts, json_values, max_size=5).map(_plain))
def test_whatever_is_written_reads_back_the_same(attributes):
    (delta,) = read(deltas=[{**DELTA, "new": {"attributes": attributes}}]).deltas
    file = DeltaFile(FILE["id"], FILE["project"], (delta,))
    assert DeltaFile.from_bytes(file.to_bytes()) == file


@pytest.mark.fuzz
@given(st.floats(allow_nan=False, allow_infinity=False) | st.floats(-1e25, 1e25).map(round).map(float))
def test_numbers_read_back_exactly(number):
    assert float(json.loads(jsontext.dump(number))) == number


SYSTEM_PYTHON = "/usr/bin/python3"


def answer_of(script: str, data: bytes) -> Any:
    """What a script says in the Python that has Qt, if there is one."""
    if not Path(SYSTEM_PYTHON).exists():
        pytest.skip("needs a system Python")
    run = subprocess.run([SYSTEM_PYTHON, "-c", script], input=data, capture_output=True)
    if b"ModuleNotFoundError" in run.stderr:
        pytest.skip("needs Qt to compare with")
    assert run.returncode == 0, run.stderr
    return pickle.loads(run.stdout)


def random_value(dice: random.Random, depth: int = 0) -> Any:
    kind = dice.randrange(8 if depth < 3 else 6)
    if kind == 0:
        return dice.choice([None, True, False, "", '\x7f\x00\x1f"\\/\b\n\té😀\u2028'])
    if kind == 1:
        return dice.randint(-(2**53), 2**53)
    if kind == 2:
        return struct.unpack("d", dice.randbytes(8))[0]
    if kind in (3, 4):
        return round(dice.uniform(-1, 1) * 10.0 ** dice.randint(-8, 25), dice.randint(0, 8))
    if kind == 5:
        return "".join(
            chr(dice.choice([dice.randrange(128), dice.randrange(0xD800), 0x1F600])) for _ in range(5)
        )
    if kind == 6:
        return [random_value(dice, depth + 1) for _ in range(dice.randrange(4))]
    return {str(random_value(dice, 9)): random_value(dice, depth + 1) for _ in range(dice.randrange(4))}


def test_qt_writes_the_same_bytes():
    script = (
        "import pickle, sys; from PyQt5.QtCore import QJsonDocument; "
        "values = pickle.load(sys.stdin.buffer); "
        "pickle.dump([bytes(QJsonDocument.fromVariant(v).toJson()) for v in values], sys.stdout.buffer)"
    )
    dice = random.Random(1)
    samples = [{"a": random_value(dice), "é": [random_value(dice)]} for _ in range(2000)]
    run = subprocess.run(
        [SYSTEM_PYTHON, "-c", script], input=pickle.dumps(samples), capture_output=True, check=True
    )
    for sample, written in zip(samples, pickle.loads(run.stdout)):
        assert jsontext.dump(sample) == written
