# SPDX-License-Identifier: GPL-2.0-or-later
"""Holds what CONTRIBUTING.md asks for and no ready-made tool looks at: sizes, names, first lines, texts."""

from __future__ import annotations

import ast
import sys
from pathlib import Path
from typing import Iterator

ROOT = Path(__file__).resolve().parent.parent
CHECKED = ("qfieldcloud_plugin", "qfieldcloud_server", "scripts", "tests")
LICENCE = "# SPDX-License-Identifier: GPL-2.0-or-later"

FILE_LINES = 500
FUNCTION_LINES = 60
WIRING_LINES = {"qfieldcloud_plugin/plugin.py": 200}
NAMES_WITHOUT_MEANING = {"utils.py", "helpers.py", "misc.py", "common.py"}


def sources() -> Iterator[Path]:
    for folder in CHECKED:
        for path in sorted((ROOT / folder).rglob("*.py")):
            if "migrations" not in path.parts and "__pycache__" not in path.parts:
                yield path


def complaints(path: Path) -> Iterator[tuple[int, str]]:
    """(line, what is wrong) of one file."""
    name = path.relative_to(ROOT).as_posix()
    text = path.read_text("utf-8")
    lines = text.splitlines()
    tree = ast.parse(text, name)
    if path.name in NAMES_WITHOUT_MEANING:
        yield 1, "name the file after what it holds"
    if lines and lines[0] != LICENCE:
        yield 1, f"the first line is not {LICENCE}"
    if tree.body and not ast.get_docstring(tree):
        yield 1, "the module does not say in a sentence what it is for"
    limit = WIRING_LINES.get(name, FILE_LINES)
    if len(lines) > limit:
        yield limit, f"{len(lines)} lines; at most {limit}"
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > FUNCTION_LINES:
                yield node.lineno, f"{node.name}() has {length} lines; at most {FUNCTION_LINES}"
        if isinstance(node, ast.Call) and is_translation(node) and not has_literal(node):
            yield (
                node.lineno,
                "tr() is not given a literal, so no translator will ever see the text",
            )


def is_translation(call: ast.Call) -> bool:
    function = call.func
    return (isinstance(function, ast.Name) and function.id == "tr") or (
        isinstance(function, ast.Attribute) and function.attr == "tr"
    )


def has_literal(call: ast.Call) -> bool:
    return bool(call.args) and isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str)


def main() -> int:
    found = 0
    for path in sources():
        for line, complaint in complaints(path):
            print(f"{path.relative_to(ROOT)}:{line}: {complaint}")
            found += 1
    print(f"{found} complaints" if found else "house rules: all held")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
