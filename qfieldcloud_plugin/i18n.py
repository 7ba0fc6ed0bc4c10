# SPDX-License-Identifier: GPL-2.0-or-later
"""Translates the plugin's texts; every text has the same context, so it can move between files freely."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTranslator

from .engine.message import Message, said_by
from .paths import translations_folder

CONTEXT = "QFieldCloudSync"


def tr(text: str, n: Optional[int] = None) -> str:
    """The text in the user's language. Give a literal, format the answer; `n` fills %n, or %Ln with grouped digits."""
    if n is None:
        return QCoreApplication.translate(CONTEXT, text)
    return QCoreApplication.translate(CONTEXT, text, None, n)


def said(text: str) -> str:
    """A text of the engine, the client or a server in the user's language, as far as it is known here."""
    return text.told(_known) if isinstance(text, Message) else _known(text)


def plain(error: Optional[BaseException]) -> str:
    """What an error tells a person, in the user's language where its text is known here."""
    return "" if error is None else said(said_by(error))


def _known(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text) if text else text


def install_translator() -> list[QTranslator]:
    """Installs what fits QGIS's language and returns it, for `remove_translators`.

    English is installed first for its plural forms; a better match, installed later, is asked first by Qt.
    """
    installed = []
    wanted = QgsApplication.locale() or QLocale().name()
    for language in dict.fromkeys(("en", wanted.split("_")[0], wanted)):
        translator = QTranslator()
        if translator.load(str(translations_folder() / f"{language}.qm")):
            QCoreApplication.installTranslator(translator)
            installed.append(translator)
    return installed


def remove_translators(translators: list[QTranslator]) -> None:
    for translator in translators:
        QCoreApplication.removeTranslator(translator)
