# SPDX-License-Identifier: GPL-2.0-or-later
"""What can go wrong with the helper: HelperError > HelperMissing, HelperDied, HelperSilent, HelperRefused."""

from __future__ import annotations


class HelperError(Exception):
    """`message` is for people; `transient`: the same may work later, without anybody doing anything."""

    code, transient = "qgis_helper", True

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class HelperMissing(HelperError):
    """There is no Python with QGIS where the settings say, or it does not start."""

    code, transient = "qgis_helper_missing", False


class HelperDied(HelperError):
    """The process ended in the middle of its work, or said something that is not of the protocol."""

    code = "qgis_helper_died"


class HelperSilent(HelperError):
    """The process worked for longer than it may, and was ended."""

    code = "qgis_helper_silent"


class HelperRefused(HelperError):
    """The helper is well and says why it cannot do what it was asked to."""

    code, transient = "qgis_helper_refused", False
