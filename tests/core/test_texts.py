# SPDX-License-Identifier: GPL-2.0-or-later
"""Every text can be found by translators, is translated, and keeps its places; plurals are used."""

from __future__ import annotations

import pytest
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from scripts import translations

pytestmark = pytest.mark.qgis


def test_every_text_is_translated_into_every_language():
    translations.check()


def test_plurals_follow_the_number(qgis_app, tmp_path):
    import shutil
    import subprocess

    program = next(filter(None, map(shutil.which, ("lrelease", "lrelease-qt5"))), None)
    if program is None:
        pytest.skip("lrelease is missing: apt-get install qttools5-dev-tools")
    compiled = tmp_path / "de.qm"
    subprocess.run([program, "-silent", str(translations.FOLDER / "de.ts"), "-qm", str(compiled)], check=True)
    translator = QTranslator()
    assert translator.load(str(compiled))
    QCoreApplication.installTranslator(translator)
    try:
        texts = [
            QCoreApplication.translate(translations.CONTEXT, "Send %n change(s)", None, number)
            for number in (1, 3)
        ]
    finally:
        QCoreApplication.removeTranslator(translator)
    assert texts == ["1 Änderung senden", "3 Änderungen senden"]
