# SPDX-License-Identifier: GPL-2.0-or-later
"""Every text can be found by translators, is translated, and keeps its places; plurals are used."""

from __future__ import annotations

import ast
import shutil
import subprocess

import pytest
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from qfieldcloud_plugin import i18n
from qfieldcloud_plugin.engine.errors import GeoPackageMissing
from qfieldcloud_plugin.engine.message import Message
from scripts import translations

pytestmark = pytest.mark.qgis


@pytest.fixture
def german(qgis_app, tmp_path):
    program = next(filter(None, map(shutil.which, ("lrelease", "lrelease-qt5"))), None)
    if program is None:
        pytest.skip("lrelease is missing: apt-get install qttools5-dev-tools")
    compiled = tmp_path / "de.qm"
    subprocess.run([program, "-silent", str(translations.FOLDER / "de.ts"), "-qm", str(compiled)], check=True)
    translator = QTranslator()
    assert translator.load(str(compiled))
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def test_every_text_is_translated_into_every_language():
    translations.check()


def test_french_signs_never_stand_alone_at_the_beginning_of_a_line():
    text = translations.typeset("fr", "Supprimer « {} » ? Oui : rien d'autre !")
    assert text == "Supprimer «\u00a0{}\u00a0»\u00a0? Oui\u00a0: rien d'autre\u00a0!"
    assert translations.typeset("fr", text) == text
    assert translations.typeset("de", "Wer ? Ich") == "Wer ? Ich"


@pytest.mark.usefixtures("german")
def test_plurals_follow_the_number():
    texts = [
        QCoreApplication.translate(translations.CONTEXT, "Send %n change(s)", None, number)
        for number in (1, 3)
    ]
    assert texts == ["1 Änderung senden", "3 Änderungen senden"]


@pytest.mark.usefixtures("german")
def test_an_error_of_the_engine_is_said_in_the_users_language():
    error = GeoPackageMissing(Message("“{name}” is not there.", name="trees.gpkg"))

    assert i18n.plain(error) == "„trees.gpkg“ ist nicht da."
    assert str(error) == "“trees.gpkg” is not there."


@pytest.mark.usefixtures("german")
def test_what_a_server_said_is_translated_where_it_is_known_and_else_left_alone():
    assert i18n.said("Others have changed this feature meanwhile.") == (
        "Andere haben dieses Objekt inzwischen geändert."
    )
    assert i18n.said("A text of another server.") == "A text of another server."
    assert i18n.said("") == ""


@pytest.mark.parametrize(
    "code",
    [
        'tr("a" + name)',
        'tr("%n rows")',
        'Message("{name} is gone", nom=name)',
        'Message(f"{name} is gone")',
    ],
)
def test_a_text_that_translators_would_lose_is_named(code):
    call = ast.parse(code, mode="eval").body
    assert isinstance(call, ast.Call)
    assert translations.misuse(call.func.id, call)


def test_an_error_with_a_bare_text_is_named():
    call = ast.parse('GeoPackageMissing("It is not there.")', mode="eval").body
    assert translations.is_unmarked("GeoPackageMissing", call.args[0])
