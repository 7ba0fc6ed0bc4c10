# SPDX-License-Identifier: GPL-2.0-or-later
"""Names that every device can store are accepted, all others refused."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from qfieldcloud_server.files.names import check_file_name


@pytest.mark.parametrize(
    "name",
    [
        "a.txt",
        "a/b/c d é.txt",
        "häuser-地图.txt",
        "a+b%c.txt",
        ".hidden",
        "CON.txt",
        "a//b.txt",
        "y" * 255,
        "COM10",
    ],
)
def test_a_portable_name_is_accepted(name: str) -> None:
    check_file_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "", "y" * 256, "/etc/passwd", "a/", "..", "../x.txt", "a/../b", "a/.", "a:b.txt", "C:\\x", "a\\b",
        'a"b', "a?b", "a*b", "a<b", "a|b", "a\0b", "a\nb", "a\x7fb", "CON", "con", "Aux", "dir/NUL", "lpt1",
        "x.", "x ", "x /y", " x", "a/b. /c",
    ],
)  # fmt: skip
def test_a_name_that_some_system_cannot_store_is_refused(name: str) -> None:
    with pytest.raises(ValidationError):
        check_file_name(name)
