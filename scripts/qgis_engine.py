# SPDX-License-Identifier: GPL-2.0-or-later
"""The QGIS side of scripts/bench_engine.py: the same work through QGIS's API; prints seconds as JSON."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any, Dict

from qgis.core import QgsApplication, QgsFeature, QgsGeometry, QgsPointXY, QgsVectorLayer


def difference(base: str, other: str, table: str) -> int:
    """Compare two layers feature by feature, as a plugin would."""
    before = {feature.id(): feature for feature in _layer(base, table).getFeatures()}
    changes = 0
    for feature in _layer(other, table).getFeatures():
        old = before.pop(feature.id(), None)
        if (
            old is None
            or old.attributes() != feature.attributes()
            or old.geometry().asWkb() != feature.geometry().asWkb()
        ):
            changes += 1
    return changes + len(before)


def deltas(path: str, table: str, work: str) -> int:
    """Edit and commit each delta by itself."""
    layer = _layer(path, table)
    steps = json.loads(Path(work).read_text(encoding="utf-8"))
    for step in steps:
        layer.startEditing()
        if step["method"] == "delete":
            layer.deleteFeature(step["fid"])
        elif step["method"] == "patch":
            layer.changeAttributeValue(step["fid"], layer.fields().indexOf("name"), step["name"])
        else:
            feature = QgsFeature(layer.fields())
            feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(*step["point"])))
            feature.setAttribute("name", step["name"])
            layer.addFeature(feature)
        if not layer.commitChanges():
            raise SystemExit(str(layer.commitErrors()))
    return len(steps)


def _layer(path: str, table: str) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"{path}|layername={table}", table, "ogr")
    if not layer.isValid():
        raise SystemExit(f"QGIS cannot read {path}")
    return layer


def main(what: str, *arguments: str) -> None:
    application = QgsApplication([], False)
    application.initQgis()
    start = time.perf_counter()
    count = {"difference": difference, "deltas": deltas}[what](*arguments)
    result: Dict[str, Any] = {"seconds": time.perf_counter() - start, "count": count}
    print(json.dumps(result))


if __name__ == "__main__":
    main(*sys.argv[1:])
