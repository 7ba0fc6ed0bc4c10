# SPDX-License-Identifier: GPL-2.0-or-later
"""Why the helper, which is well, cannot do what it was asked to."""

from __future__ import annotations


class Refused(Exception):
    """The message is for people."""


class Unreachable(Refused):
    """The data are somewhere that does not answer, or not to us, at the moment."""
