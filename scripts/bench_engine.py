# SPDX-License-Identifier: GPL-2.0-or-later
"""The engine against pygeodiff and the QGIS API on this machine: one line a row, ending in `ok` or `short`."""

from __future__ import annotations

import argparse
import json
import math
import os
import platform
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import Any, Callable, Iterator, List, Optional, Tuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from qfieldcloud_plugin.engine.delta import Delta, apply_deltas  # noqa: E402
from qfieldcloud_plugin.engine.gpkg import apply, connect, diff  # noqa: E402
from qfieldcloud_plugin.engine.project import read_project  # noqa: E402
from tests.engine.gpkg.making import add_layer, make_geopackage, point, polygon  # noqa: E402

try:
    import pygeodiff
except ImportError:
    pygeodiff = None

QGIS_PYTHONS = (ROOT / ".venv-qgis" / "bin" / "python", Path("/usr/bin/python3"))
RUNS = 5
MB = 1 << 20
COLUMNS = "name TEXT, kind TEXT, a INTEGER, b INTEGER, x REAL, y REAL, d DATE, t DATETIME"
NO_PEER = "skipped: {} is not installed"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", help="rows whose name contains this")
    options = parser.parse_args()
    print(f"{platform.processor() or platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, "
          f"SQLite {sqlite3.sqlite_version}, {_peers()}; the best of {RUNS}, in seconds")  # fmt: skip
    print("what | ours | peer | ratio | goal | ")
    with tempfile.TemporaryDirectory(dir=_build()) as folder:
        bench = Bench(Path(folder), options.only or "")
        return 0 if bench.run() else 1


class Bench:
    def __init__(self, folder: Path, only: str) -> None:
        self.folder = folder
        self.only = only
        self.all_reached = True
        self.open: Optional[sqlite3.Connection] = None

    def run(self) -> bool:
        self.diff_rows()
        self.apply_row()
        self.delta_row()
        self.memory_row()
        return self.all_reached

    # Rows

    def diff_rows(self) -> None:
        rows: List[Tuple[str, Callable[[], Tuple[Path, Path]], float, str, bool]] = [
            ("diff, 1,000,000 points, 1,000 edits in place", self._million, 5, "at least 5x faster", False),
            ("diff, 200,000 points, 10 % changed", self._tenth, 1, "not slower", True),
            (
                "diff, 20,000 polygons x 100 vertices, 100 edits",
                self._polygons,
                5,
                "at least 5x faster",
                False,
            ),
            ("diff after VACUUM (no page matches)", self._vacuumed, 1 / 1.3, "at most 1.3x the time", False),
            (
                "diff, 1,000,000 points, 1,000 edits in the WAL of an open file",
                self._logged,
                3,
                "our own: 3x",
                False,
            ),
        ]
        for what, make, goal, words, with_qgis in rows:
            if self.only not in what:
                continue
            base, other = make()
            os.sync()  # or writing them back goes on while they are compared
            against = lambda: _geodiff(base, other, self.folder)  # noqa: E731, B023
            ours, peer = _best_of_both(lambda: diff(base, other).to_bytes(), against)  # noqa: B023
            self._row(f"{what} | pygeodiff", ours, peer, goal, words)
            if with_qgis:
                slow = _qgis("difference", str(base), str(other), "points")
                self._row(f"{what} | QGIS API", ours, slow, goal, words)

    def apply_row(self) -> None:
        what = "apply 20,000 changes to 200,000 points"
        if self.only not in what:
            return
        base, other = self._tenth()
        changes, target = diff(base, other), self.folder / "target.gpkg"
        _geodiff(base, other, self.folder)

        def fresh() -> None:
            shutil.copy(base, target)
            os.sync()

        def geodiff() -> None:
            pygeodiff.GeoDiff().apply_changeset(str(target), str(self.folder / "geodiff"))

        ours, peer = _best_of_both(lambda: apply(changes, target), geodiff, before=fresh)
        self._row(f"{what} | pygeodiff", ours, peer, 2, "at least 2x faster")

    def delta_row(self) -> None:
        what = "2,000 deltas (half patch, quarter create, quarter delete) onto 100,000 features"
        if self.only not in what:
            return
        pristine, work = self.folder / "pristine.gpkg", self.folder / "work.json"
        make_points(pristine, 100_000)
        steps = make_steps(2000, 100_000)
        work.write_text(json.dumps(steps))
        project, target = self.folder / "project.qgs", self.folder / "data.gpkg"
        project.write_text(PROJECT)
        deltas = [_delta(step, number) for number, step in enumerate(steps)]

        def ours() -> None:
            results = apply_deltas(read_project(project), deltas, {}, overwrite_conflicts=True)
            if any(result.status != "applied" for result in results):
                raise SystemExit("not all deltas were applied")

        seconds, _ = _best_of_both(ours, None, before=lambda: shutil.copy(pristine, target))
        shutil.copy(pristine, target)
        peer = _qgis("deltas", str(target), "points", str(work))
        self._row(f"{what} | QGIS API, each committed, one run", seconds, peer, 100, "at least 100x faster")

    def memory_row(self) -> None:
        what = "memory of a diff of a 1 GB file with 1,000 edits"
        if self.only not in what or not Path("/proc/self/status").exists():
            return
        base, other = self.folder / "large.gpkg", self.folder / "large_edited.gpkg"
        make_large(base)
        _copy_and_edit(
            base, other, lambda connection: edit_points(connection, 1_000_000, 1000, geometry=False)
        )
        command = [sys.executable, "-c", MEMORY, str(ROOT), str(base), str(other)]
        grown = float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        reached = grown < 100
        self.all_reached &= reached
        size = base.stat().st_size / MB
        print(f"{what} | {grown:.0f} MB above the interpreter, {size:.0f} MB each | - | - | under 100 MB | "
              f"{'ok' if reached else 'short'}", flush=True)  # fmt: skip

    def _row(self, what: str, ours: float, peer: Optional[float], goal: float, words: str) -> None:
        if peer is None:
            name = what.rsplit("| ", 1)[1].split(",")[0]
            print(f"{what} | {ours:.3f} | {NO_PEER.format(name)} | - | {words} | -", flush=True)
            return
        reached = peer / ours >= goal
        self.all_reached &= reached
        print(f"{what} | {ours:.3f} | {peer:.3f} | {peer / ours:.1f} | {words} | {'ok' if reached else 'short'}",
              flush=True)  # fmt: skip

    # Files

    def _million(self) -> Tuple[Path, Path]:
        return self._pair("million", lambda path: make_points(path, 1_000_000),
                          lambda connection: edit_points(connection, 1_000_000, 1000))  # fmt: skip

    def _tenth(self) -> Tuple[Path, Path]:
        return self._pair("tenth", lambda path: make_points(path, 200_000), mix_points)

    def _polygons(self) -> Tuple[Path, Path]:
        return self._pair("polygons", make_polygons, edit_polygons)

    def _vacuumed(self) -> Tuple[Path, Path]:
        base, other = self._pair("vacuumed", lambda path: make_points(path, 200_000),
                                 lambda connection: edit_points(connection, 200_000, 1000))  # fmt: skip
        with closing(sqlite3.connect(str(other), isolation_level=None)) as connection:
            # Without its first row every later one lies elsewhere, so that no leaf is as it was.
            connection.execute("DELETE FROM points WHERE fid = 1")
            connection.execute("VACUUM")
        return base, other

    def _logged(self) -> Tuple[Path, Path]:
        """As QGIS has a file open: nothing folded in yet."""
        base, other = self.folder / "million.gpkg", self.folder / "million_open.gpkg"
        if not base.exists():
            make_points(base, 1_000_000)
        shutil.copy(base, other)
        self.open = connect(other, write=True)
        self.open.execute("PRAGMA journal_mode = WAL").fetchall()
        self.open.execute("PRAGMA wal_autocheckpoint = 0").fetchall()
        self.open.execute("BEGIN")
        edit_points(self.open, 1_000_000, 1000)
        self.open.execute("COMMIT")
        return base, other

    def _pair(
        self, name: str, make: Callable[[Path], None], edit: Callable[[sqlite3.Connection], None]
    ) -> Tuple[Path, Path]:
        base, other = self.folder / f"{name}.gpkg", self.folder / f"{name}_edited.gpkg"
        if not base.exists():
            make(base)
        if not other.exists():
            _copy_and_edit(base, other, edit)
        return base, other


def _best_of_both(
    ours: Callable[[], Any], peer: Optional[Callable[[], Any]], before: Callable[[], Any] = lambda: None
) -> Tuple[float, Optional[float]]:
    """The best of each, taken in turns: what the machine does besides meets both, and only ever adds."""
    times: Tuple[List[float], List[float]] = ([], [])
    peer = peer if pygeodiff is not None else None
    for _ in range(RUNS):
        for work, seconds in ((ours, times[0]), (peer, times[1])):
            if work is not None:
                before()
                start = time.perf_counter()
                work()
                seconds.append(time.perf_counter() - start)
    return min(times[0]), min(times[1]) if times[1] else None


def _geodiff(base: Path, other: Path, folder: Path) -> None:
    (folder / "geodiff").unlink(missing_ok=True)
    pygeodiff.GeoDiff().create_changeset(str(base), str(other), str(folder / "geodiff"))


def _qgis(*arguments: str) -> Optional[float]:
    """Seconds of work inside QGIS, without its start; None where QGIS is not installed."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    for python in QGIS_PYTHONS:
        if not python.exists():
            continue
        probe = subprocess.run([python, "-c", "import qgis.core"], capture_output=True, env=environment)
        if probe.returncode == 0:
            command = [str(python), str(ROOT / "scripts" / "qgis_engine.py"), *arguments]
            done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
            return float(json.loads(done.stdout.strip().splitlines()[-1])["seconds"])
    return None


def make_points(path: Path, count: int) -> None:
    chance = random.Random(1)

    def rows() -> Iterator[Tuple[Any, ...]]:
        for number in range(count):
            x, y = chance.uniform(2.6e6, 2.7e6), chance.uniform(1.2e6, 1.3e6)
            day, minute = f"2024-05-{number % 28 + 1:02}", f"2024-05-01T10:{number % 60:02}:00Z"
            kind = chance.choice(["oak", "beech", "fir"])
            yield (
                point(x, y),
                f"point number {number}",
                kind,
                number,
                chance.getrandbits(40),
                x,
                y,
                day,
                minute,
            )

    _make_layer(path, "points", COLUMNS, "INSERT INTO points (geom, name, kind, a, b, x, y, d, t) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows())  # fmt: skip


def make_polygons(path: Path) -> None:
    chance = random.Random(1)

    def rows() -> Iterator[Tuple[Any, ...]]:
        for number in range(20_000):
            x, y = chance.uniform(2.6e6, 2.7e6), chance.uniform(1.2e6, 1.3e6)
            ring = [
                (x + 10 * math.cos(n / 99 * math.tau), y + 10 * math.sin(n / 99 * math.tau))
                for n in range(99)
            ]
            yield polygon([*ring, ring[0]]), f"polygon {number}", number

    _make_layer(path, "polygons", "name TEXT, a INTEGER", "INSERT INTO polygons (geom, name, a) VALUES (?, ?, ?)",
                rows(), "POLYGON")  # fmt: skip


def make_large(path: Path) -> None:
    chance = random.Random(1)
    filler = "".join(chance.choices("abcdefghijklmnop ", k=930))
    rows = ((point(number % 1000, number // 1000), f"{number}{filler}") for number in range(1_000_000))
    _make_layer(path, "points", "name TEXT", "INSERT INTO points (geom, name) VALUES (?, ?)", rows)


def _make_layer(
    path: Path,
    name: str,
    columns: str,
    insert: str,
    rows: Iterator[Tuple[Any, ...]],
    geometry_type: str = "POINT",
) -> None:
    """As OGR writes it: rows first, then the spatial index from all of them."""
    connection = make_geopackage(path)
    add_layer(connection, name, columns, geometry_type=geometry_type)
    triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    connection.execute("BEGIN")
    for trigger, _ in triggers:
        connection.execute(f'DROP TRIGGER "{trigger}"')
    connection.executemany(insert, rows)
    connection.execute(f"INSERT INTO rtree_{name}_geom SELECT fid, ST_MinX(geom), ST_MaxX(geom), ST_MinY(geom), "
                       f"ST_MaxY(geom) FROM {name}")  # fmt: skip
    connection.execute(f"UPDATE gpkg_ogr_contents SET feature_count = (SELECT count(*) FROM {name})")
    for _, statement in triggers:
        connection.execute(statement)
    connection.execute("COMMIT")
    connection.close()


def _copy_and_edit(base: Path, other: Path, edit: Callable[[sqlite3.Connection], None]) -> None:
    shutil.copy(base, other)
    with closing(connect(other, write=True)) as connection:
        connection.execute("BEGIN")
        edit(connection)
        connection.execute("COMMIT")


def edit_points(connection: sqlite3.Connection, rows: int, count: int, *, geometry: bool = True) -> None:
    chance = random.Random(2)
    for number, fid in enumerate(chance.sample(range(1, rows + 1), count)):
        if geometry and number % 2:
            moved = point(chance.uniform(2.6e6, 2.7e6), chance.uniform(1.2e6, 1.3e6))
            connection.execute("UPDATE points SET geom = ? WHERE fid = ?", (moved, fid))
        else:
            connection.execute("UPDATE points SET name = 'x' || substr(name, 2) WHERE fid = ?", (fid,))


def mix_points(connection: sqlite3.Connection) -> None:
    """20,000 of 200,000: half the attributes or geometries updated, a fifth deleted, the rest inserted."""
    chance = random.Random(3)
    for number, fid in enumerate(chance.sample(range(1, 200_001), 20_000)):
        moved = point(chance.uniform(2.6e6, 2.7e6), chance.uniform(1.2e6, 1.3e6))
        kind = number % 10
        if kind < 3:
            connection.execute("UPDATE points SET name = ? WHERE fid = ?", (f"edited {number}", fid))
        elif kind < 5:
            connection.execute("UPDATE points SET geom = ? WHERE fid = ?", (moved, fid))
        elif kind < 7:
            connection.execute("DELETE FROM points WHERE fid = ?", (fid,))
        else:
            connection.execute(
                "INSERT INTO points (geom, name, a) VALUES (?, ?, ?)", (moved, f"new {number}", number)
            )


def edit_polygons(connection: sqlite3.Connection) -> None:
    chance = random.Random(2)
    for number, fid in enumerate(chance.sample(range(1, 20_001), 100)):
        if number % 2:
            connection.execute("UPDATE polygons SET name = ? WHERE fid = ?", (f"edited {number}", fid))
        else:
            other = "(SELECT geom FROM polygons WHERE fid = ?)"
            connection.execute(f"UPDATE polygons SET geom = {other} WHERE fid = ?", (fid % 20_000 + 1, fid))


def make_steps(count: int, rows: int) -> List[Any]:
    """Half patch, a quarter create, a quarter delete, each of another feature."""
    chance = random.Random(4)
    steps: List[Any] = []
    for number, fid in enumerate(chance.sample(range(1, rows + 1), count)):
        name, place = f"delta {number}", [chance.uniform(2.6e6, 2.7e6), chance.uniform(1.2e6, 1.3e6)]
        if number % 4 < 2:
            steps.append({"method": "patch", "fid": fid, "name": name})
        elif number % 4 == 2:
            steps.append({"method": "create", "fid": fid, "name": name, "point": place})
        else:
            steps.append({"method": "delete", "fid": fid})
    return steps


def _delta(step: Any, number: int) -> Delta:
    fid = str(step["fid"]) if step["method"] != "create" else ""
    content: Any = {
        "uuid": f"00000000-0000-4000-8000-{number:012}", "method": step["method"],
        "clientId": "00000000-0000-4000-8000-00000000c11e",
        "localLayerId": "points_1", "sourceLayerId": "points_1",
        "localPk": str(step["fid"] + 10_000_000 * (not fid)), "sourcePk": fid,
    }  # fmt: skip
    if step["method"] == "patch":
        content["old"] = {"attributes": {"name": f"point number {step['fid'] - 1}"}}
        content["new"] = {"attributes": {"name": step["name"]}}
    elif step["method"] == "create":
        geometry = f"Point ({step['point'][0]} {step['point'][1]})"
        content["new"] = {"geometry": geometry, "attributes": {"fid": None, "name": step["name"]}}
    else:
        content["old"] = {"attributes": {"name": f"point number {step['fid'] - 1}"}}
    return Delta.from_json(content)


PROJECT = """<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16" projectname="bench">
  <projectCrs><spatialrefsys><authid>EPSG:4326</authid></spatialrefsys></projectCrs>
  <projectlayers>
    <maplayer type="vector" geometry="Point" wkbType="Point">
      <id>points_1</id><layername>points</layername>
      <datasource>./data.gpkg|layername=points</datasource><provider encoding="UTF-8">ogr</provider>
      <srs><spatialrefsys><authid>EPSG:4326</authid></spatialrefsys></srs>
      <customproperties><Option type="Map">
        <Option name="QFieldSync/cloud_action" type="QString" value="offline"/>
      </Option></customproperties>
    </maplayer>
  </projectlayers>
</qgis>
"""

# In a process of its own, because memory that was used once stays with the process.
MEMORY = """
import re, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
import sqlite3
sqlite3.connect(":memory:").execute("SELECT 1")

def peak():
    # Not getrusage: its peak starts with that of the parent process.
    status = Path("/proc/self/status").read_text()
    return int(re.search(r"VmHWM:\\s+(\\d+) kB", status).group(1)) / 1024

before = peak()
from qfieldcloud_plugin.engine.gpkg import diff
changes = diff(sys.argv[2], sys.argv[3])
assert len(changes) == 1000
changes.to_bytes()
print(peak() - before)
"""


def _peers() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"pygeodiff {version('pygeodiff')}"
    except PackageNotFoundError:
        return "without pygeodiff (pip install pygeodiff)"


def _build() -> Path:
    build = ROOT / "build"
    build.mkdir(exist_ok=True)
    return build


if __name__ == "__main__":
    sys.exit(main())
