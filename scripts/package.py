# SPDX-License-Identifier: GPL-2.0-or-later
"""Builds dist/qfieldcloud_plugin.zip from an allow-list; the same tree gives the same bytes."""

from __future__ import annotations

import argparse
import ast
import sys
import zipfile
from pathlib import Path

from .vendoring import PACKAGE, ROOT, libraries, vendored_files, with_own_imports

NAME = "qfieldcloud_plugin"
ZIP = ROOT / "dist" / f"{NAME}.zip"

# folder or file in the checkout -> (where in the zip, the only suffixes that may be there)
SHIPPED = {
    NAME: ("", {".py", ".ui", ".json", ".svg", ".qml", ".typed"}),
    "resources": ("resources/", {".svg", ".png", ".qml", ".html", ".css", ".json", ".ttf"}),
    "i18n": ("i18n/", {".qm"}),
    "metadata.txt": ("metadata.txt", {".txt"}),
    "LICENSE": ("LICENSE", {""}),
    "CHANGELOG.md": ("CHANGELOG.md", {".md"}),
}
LEFT_OUT = {".pyc", ".ts", ".keep"}

# The first moment a zip can tell. A build's time says nothing about its content.
EPOCH = (1980, 1, 1, 0, 0, 0)


def shipped_files() -> dict[str, bytes]:
    """Path inside the plugin's folder -> bytes, libraries included."""
    own_names = frozenset(module for library in libraries() for module in library.modules)
    files: dict[str, bytes] = {}
    for name, (place, suffixes) in SHIPPED.items():
        source = ROOT / name
        for path in [source] if source.is_file() else sorted(source.rglob("*")):
            if (
                path.is_dir()
                or path.suffix in LEFT_OUT
                or path.name == ".keep"
                or "__pycache__" in path.parts
            ):
                continue
            if path.suffix not in suffixes:
                raise SystemExit(
                    f"{path.relative_to(ROOT)}: scripts/package.py does not know this kind of file"
                )
            target = place if source.is_file() else place + path.relative_to(source).as_posix()
            content = path.read_bytes()
            if path.suffix == ".py":
                content = with_own_imports(content.decode(), own_names, PACKAGE).encode()
            files[target] = content
    for vendored, content in vendored_files(ROOT / "build" / "wheels").items():
        files[f"_vendor/{vendored}"] = content
    return files


def check_for_oldest_python(files: dict[str, bytes]) -> None:
    """QGIS 3.22 may run on Python 3.9; a newer grammar would only be found by its users."""
    for path, content in files.items():
        if path.endswith(".py"):
            ast.parse(content, path, feature_version=(3, 9))


def write_zip(files: dict[str, bytes], target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_suffix(".part")
    with zipfile.ZipFile(beside, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(files):
            entry = zipfile.ZipInfo(f"{NAME}/{path}", EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, files[path])
    beside.replace(target)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=ZIP)
    target: Path = parser.parse_args().output
    files = shipped_files()
    check_for_oldest_python(files)
    write_zip(files, target)
    vendored = sum(len(content) for path, content in files.items() if path.startswith("_vendor/"))
    print(f"{target}: {target.stat().st_size:,} bytes, {len(files)} files")
    print(f"unpacked {sum(map(len, files.values())):,} bytes, {vendored:,} of them other people's libraries")
    return 0


if __name__ == "__main__":
    sys.exit(main())
