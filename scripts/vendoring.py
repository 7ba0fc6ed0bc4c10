# SPDX-License-Identifier: GPL-2.0-or-later
"""Puts libraries under the plugin's own name, for QGIS forgets only that name's modules at an upgrade."""

from __future__ import annotations

import ast
import fnmatch
import re
import subprocess
import sys
import tomllib
import zipfile
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, Iterator

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements" / "bundled.txt"
PACKAGE = "qfieldcloud_plugin._vendor"
OLDEST_PYTHON = "3.9"


class DoesNotFit(Exception):
    """A library is no longer what scripts/vendored.toml was written for."""


@dataclass(frozen=True)
class Library:
    """One entry of scripts/vendored.toml, where the fields are explained."""

    name: str
    modules: list[str]
    without: list[str] = field(default_factory=list)
    only: dict[str, list[str]] = field(default_factory=dict)
    cut: dict[str, list[str]] = field(default_factory=dict)
    edits: list[dict[str, str]] = field(default_factory=list)

    def wants(self, path: str) -> bool:
        if path.partition("/")[0] not in self.modules:
            return False
        return not any(fnmatch.fnmatch(path, pattern) for pattern in self.without)

    def adapted(self, path: str, text: str) -> str:
        for edit in self.edits:
            if edit["file"] == path:
                if text.count(edit["old"]) != 1:
                    raise DoesNotFit(f"{self.name}: {path} does not hold exactly once:\n{edit['old']}")
                text = text.replace(edit["old"], edit["new"])
        if path in self.cut:
            text = without_definitions(text, self.cut[path])
        if path in self.only:
            text = only_definitions(text, self.only[path])
        return text


def libraries() -> list[Library]:
    table: dict[str, dict[str, Any]] = tomllib.loads((ROOT / "scripts" / "vendored.toml").read_text("utf-8"))
    return [Library(name, **entry) for name, entry in table.items()]


def vendored_files(wheels: Path) -> dict[str, bytes]:
    """Every file below `_vendor/`, by its path there. What `wheels` lacks is downloaded and checked."""
    wanted = libraries()
    modules = frozenset(module for library in wanted for module in library.modules)
    notice = '"Libraries of other people; their licences lie in licenses/."\n'
    files = {"__init__.py": notice.encode()}
    for library, wheel in zip(wanted, fetch(wanted, wheels), strict=True):
        with zipfile.ZipFile(wheel) as archive:
            for path in archive.namelist():
                if path.endswith(".py") and library.wants(path):
                    text = library.adapted(path, archive.read(path).decode("utf-8").replace("\r\n", "\n"))
                    files[path] = with_own_imports(text, modules, PACKAGE).encode()
                elif re.search(r"\.dist-info/(licenses/)?(LICEN[CS]E|COPYING)[^/]*$", path):
                    files[f"licenses/{library.name}.txt"] = archive.read(path)
    # QGIS stumbles over namespace packages when it unloads a plugin.
    for folder in {
        parent for path in files for parent in PurePosixPath(path).parents if path.endswith(".py")
    }:
        files.setdefault((folder / "__init__.py").as_posix(), b"")
    for library in wanted:
        if f"licenses/{library.name}.txt" not in files:
            raise DoesNotFit(f"{library.name} ships no licence")
    return files


def fetch(wanted: list[Library], wheels: Path) -> list[Path]:
    """The wheels of the libraries, in their order."""
    wheels.mkdir(parents=True, exist_ok=True)
    locked = locked_requirements()
    needed = wheels / "requirements.txt"
    needed.write_text("\n".join(locked[library.name] for library in wanted), "utf-8")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "download", "-qq", "--no-deps"]
    pip += ["--require-hashes", "--only-binary=:all:", f"--python-version={OLDEST_PYTHON}", "--platform=any"]
    subprocess.run([*pip, f"--dest={wheels}", f"--requirement={needed}"], check=True)
    return [_wheel_of(library.name, locked[library.name], wheels) for library in wanted]


def _wheel_of(name: str, requirement: str, wheels: Path) -> Path:
    version = requirement.split()[0].partition("==")[2]
    for wheel in wheels.glob("*.whl"):
        distribution, wheel_version, *_ = wheel.name.split("-")
        if re.sub(r"[-_.]+", "-", distribution).lower() == name and wheel_version == version:
            return wheel
    raise DoesNotFit(f"pip brought no wheel of {name} {version}")


def locked_requirements() -> dict[str, str]:
    """`name -> name==version --hash=... --hash=...` of the lock file."""
    text = re.sub(r"\s*#.*", "", LOCK.read_text("utf-8")).replace("\\\n", " ")
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    return {line.partition("==")[0]: line for line in lines}


# -- source text --------------------------------------------------------------------------------


def with_own_imports(text: str, modules: frozenset[str], package: str) -> str:
    """The source with imports of `modules` pointing below `package`; everything else stays as it is."""
    replacements: list[tuple[ast.stmt, str]] = []
    for node in ast.walk(ast.parse(text)):
        if (
            isinstance(node, ast.ImportFrom)
            and node.level == 0
            and node.module
            and _top(node.module) in modules
        ):
            statement = re.sub(r"^from\s+", f"from {package}.", _segment(text, node), count=1)
            replacements.append((node, statement))
        elif isinstance(node, ast.Import) and any(_top(alias.name) in modules for alias in node.names):
            replacements.append(
                (node, "; ".join(_own_import(alias, modules, package) for alias in node.names))
            )
    return _replaced(text, replacements)


def _own_import(alias: ast.alias, modules: frozenset[str], package: str) -> str:
    renamed = f" as {alias.asname}" if alias.asname else ""
    if _top(alias.name) not in modules:
        return f"import {alias.name}{renamed}"
    if "." not in alias.name:
        return f"from {package} import {alias.name}{renamed}"
    if renamed:
        return f"import {package}.{alias.name}{renamed}"
    # The statement also binds the library's own name.
    return f"import {package}.{alias.name}; from {package} import {_top(alias.name)}"


def without_definitions(text: str, names: list[str]) -> str:
    definitions = _definitions(text, names)
    return _replaced(text, [(node, "") for node in definitions])


def only_definitions(text: str, names: list[str]) -> str:
    """The module's future imports, the named functions and classes, and the imports these use."""
    definitions = _definitions(text, names)
    used = {node.id for wanted in definitions for node in ast.walk(wanted) if isinstance(node, ast.Name)}
    parts = []
    for node in ast.parse(text).body:
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            bound = {(alias.asname or alias.name).partition(".")[0] for alias in node.names}
            if bound & used or (isinstance(node, ast.ImportFrom) and node.module == "__future__"):
                parts.append(_segment(text, node))
    return "\n".join([*parts, *("\n\n" + _segment(text, node) for node in definitions)]) + "\n"


def _definitions(text: str, names: list[str]) -> list[ast.stmt]:
    found: list[ast.stmt] = [
        node
        for node in ast.parse(text).body
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and node.name in names
    ]
    if len(found) != len(names):
        raise DoesNotFit(f"not all of {', '.join(names)} were found")
    return found


def _span(text: str, node: ast.stmt) -> tuple[int, int]:
    """Where the statement stands, decorators included, in characters."""
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    lines = text.split("\n")

    def position(line: int, byte: int) -> int:
        return starts[line - 1] + len(lines[line - 1].encode()[:byte].decode())

    first = min([node, *getattr(node, "decorator_list", [])], key=lambda part: part.lineno)
    at_sign = int(first is not node)
    return (
        position(first.lineno, first.col_offset) - at_sign,
        position(node.end_lineno or node.lineno, node.end_col_offset or 0),
    )


def _segment(text: str, node: ast.stmt) -> str:
    start, end = _span(text, node)
    return text[start:end]


def _replaced(text: str, replacements: list[tuple[Any, str]]) -> str:
    spans = [(*_span(text, node), statement) for node, statement in replacements]
    for start, end, statement in sorted(spans, reverse=True):
        text = text[:start] + statement + text[end:]
    return text


def _top(module: str) -> str:
    return module.partition(".")[0]


def foreign_imports(text: str) -> Iterator[str]:
    """The top-level names that a source imports absolutely."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from (_top(alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield _top(node.module)
