# SPDX-License-Identifier: GPL-2.0-or-later
"""Two runs of these tests at the same time do not see each other's settings and secrets."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsSettings

from tests.own_home import HOME

pytestmark = pytest.mark.qgis


def test_qgis_keeps_settings_and_secrets_in_the_home_of_this_process(qgis_app):
    for path in (
        QgsSettings().fileName(),
        QgsApplication.qgisSettingsDirPath(),
        QgsApplication.qgisAuthDatabaseFilePath(),
    ):
        assert HOME in Path(path).parents
