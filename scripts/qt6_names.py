# SPDX-License-Identifier: GPL-2.0-or-later
"""Checks every name of Qt that the plugin uses against the Qt 6 that QGIS 4 brings; runs in .venv-qt6, where PyQt6 is.

The plugin imports Qt from qgis.PyQt only, so its names can be followed from there: classes that are gone, enum members
without their enum (Qt.UserRole), methods that were renamed (exec_). Docs: docs/adr/0074.
"""

from __future__ import annotations

import ast
import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "qfieldcloud_plugin"
# qgis.PyQt on Qt 6 keeps these where Qt 5 had them.
STILL_IN_WIDGETS = {
    "QAction", "QActionGroup", "QFileSystemModel", "QShortcut", "QUndoCommand", "QUndoStack",
}  # fmt: skip
# Not of Qt, or made by qgis.PyQt itself.
OTHER_MODULES = {"sip", "uic"}
GONE = {"exec_": "exec", "print_": "print"}


def check(path: Path) -> Iterator[str]:
    """One line for each name that Qt 6 does not know."""
    tree = ast.parse(path.read_text("utf-8"), str(path))
    names: dict[str, Any] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("qgis.PyQt."):
            module = (node.module or "").rpartition(".")[2]
            for alias in node.names:
                found = class_of(module, alias.name)
                if found is None and module not in OTHER_MODULES:
                    yield f"{path.relative_to(ROOT)}:{node.lineno}: {module}.{alias.name} is not in Qt 6"
                names[alias.asname or alias.name] = found
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            owner = resolve(node.value, names)
            if isinstance(owner, type) and not hasattr(owner, node.attr):
                yield f"{path.relative_to(ROOT)}:{node.lineno}: {owner.__name__}.{node.attr} is not in Qt 6"
            elif GONE.get(node.attr):
                yield f"{path.relative_to(ROOT)}:{node.lineno}: .{node.attr}() is .{GONE[node.attr]}() in Qt 6"
        elif isinstance(node, ast.ClassDef):
            yield from inherited_names(path, node, names)


def class_of(module: str, name: str) -> Any:
    if module in OTHER_MODULES:
        return None
    home = "QtGui" if module == "QtWidgets" and name in STILL_IN_WIDGETS else module
    return getattr(importlib.import_module(f"PyQt6.{home}"), name, None)


def resolve(node: ast.expr, names: dict[str, Any]) -> Any:
    """What an expression like Qt.ItemDataRole stands for; None for everything that is not a class of Qt."""
    if isinstance(node, ast.Name):
        return names.get(node.id)
    if isinstance(node, ast.Attribute):
        owner = resolve(node.value, names)
        return getattr(owner, node.attr, None) if isinstance(owner, type) else None
    return None


def inherited_names(path: Path, node: ast.ClassDef, names: dict[str, Any]) -> Iterator[str]:
    """self.Accepted in a QDialog: a member that only Qt 5 puts on the class itself."""
    bases = [base for base in (resolve(item, names) for item in node.bases) if isinstance(base, type)]
    if not bases:
        return
    inside = list(ast.walk(node))
    of_self = [
        item
        for item in inside
        if isinstance(item, ast.Attribute) and isinstance(item.value, ast.Name) and item.value.id == "self"
    ]
    own = {item.attr for item in of_self if isinstance(item.ctx, ast.Store)}
    own |= {item.id for item in inside if isinstance(item, ast.Name) and isinstance(item.ctx, ast.Store)}
    own |= {item.name for item in inside if isinstance(item, (ast.FunctionDef, ast.ClassDef))}
    for item in of_self:
        name = item.attr
        if name[:1].isupper() and name not in own and not any(hasattr(base, name) for base in bases):
            yield f"{path.relative_to(ROOT)}:{item.lineno}: self.{name} is not in Qt 6"


def main() -> int:
    paths = [path for path in sorted(SOURCES.rglob("*.py")) if "_vendor" not in path.parts]
    found = [line for path in paths for line in check(path)]
    print("\n".join(found) if found else f"{len(paths)} files use only names that Qt 6 knows")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
