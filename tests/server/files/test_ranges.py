# SPDX-License-Identifier: GPL-2.0-or-later
"""A Range header is served exactly or refused, never half understood."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfieldcloud_server.files.ranges import ByteRange, RangeNotSatisfiable, parse_range


@pytest.mark.parametrize(
    ("header", "start", "end"),
    [
        ("bytes=0-99", 0, 99),
        ("bytes=100-", 100, 999),
        ("bytes=0-0", 0, 0),
        ("bytes=-100", 900, 999),
        ("bytes=-5000", 0, 999),
        ("bytes=999-", 999, 999),
        ("bytes=0-1000", 0, 999),
        ("Bytes=0-99", 0, 99),
    ],
)
def test_a_single_range_is_understood(header: str, start: int, end: int) -> None:
    assert parse_range(header, 1000) == ByteRange(start, end, 1000)


@pytest.mark.parametrize(
    "header",
    [
        "bytes=1000-", "bytes=5-4", "bytes=0-1,5-6", "items=0-1", "bytes=a-b", "bytes= 0-99", "bytes=-",
        "bytes=-0", "bytes", "bytes=٣-", "bytes=" + "9" * 5000 + "-",
    ],
)  # fmt: skip
def test_anything_else_is_refused(header: str) -> None:
    with pytest.raises(RangeNotSatisfiable):
        parse_range(header, 1000)


def test_an_empty_header_asks_for_the_whole_file() -> None:
    assert parse_range("", 1000) is None


@given(st.integers(0, 50), st.text("0123456789-=bytes,", max_size=12))
def test_a_range_never_leaves_the_file(total: int, header: str) -> None:
    try:
        found = parse_range(header, total)
    except RangeNotSatisfiable:
        return
    assert found is None or 0 <= found.start <= found.end < total
