# SPDX-License-Identifier: GPL-2.0-or-later
"""QGIS without a window, for as long as the block lasts."""

from __future__ import annotations

from types import TracebackType
from typing import Any, Optional, Type

from qgis.core import Qgis, QgsApplication, QgsVectorDataProvider


class Application:
    """Keeps what QGIS logs, since many of its calls only answer yes or no."""

    def __init__(self) -> None:
        self._application: Any = None
        self.version = str(Qgis.QGIS_VERSION)

    def __enter__(self) -> Application:
        self._application = QgsApplication([], False)
        self._application.initQgis()
        _log.clear()
        QgsApplication.messageLog().messageReceived.connect(_remember)
        return self

    def __exit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None:
        return None


_log: list[str] = []
_MOST = 200


def _remember(text: str, *_rest: Any) -> None:
    # PyQGIS connects the overload it likes; some hand over a flag first.
    if isinstance(text, str):
        _log.append(text.strip())
        del _log[:-_MOST]


def forget_log() -> None:
    _log.clear()


def logged() -> str:
    """The last thing QGIS logged since `forget_log`."""
    return next((text for text in reversed(_log) if text), "")


def take_errors(provider: QgsVectorDataProvider) -> list[str]:
    """The errors of the provider's last call."""
    errors = [text.strip() for text in provider.errors()] if provider.hasErrors() else []
    provider.clearErrors()
    return errors
