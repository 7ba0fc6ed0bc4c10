# SPDX-License-Identifier: GPL-2.0-or-later
"""Collects the plugin's texts into i18n/*.ts, compiles them to *.qm, and checks that every text can be found.

Texts are found by reading the Python syntax tree, not by pylupdate5: that loses texts before a trailing
comma, which formatters add, and makes the class a text stands in part of its identity (docs/adr/0071).
"""

from __future__ import annotations

import argparse
import ast
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from string import Formatter

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "qfieldcloud_plugin"
FOLDER = ROOT / "i18n"
CONTEXT = "QFieldCloudSync"
# tr() says a text, Message() lets it be said later (engine/message.py); both take a literal.
MARKS = ("tr", "Message")
# English is compiled too, because "%n file(s)" becomes "1 file" only through a translation.
LANGUAGES = ("en", "de", "fr", "es")
PLURAL_FORMS = {"en": 2, "de": 2, "fr": 2, "es": 2}


@dataclass
class Text:
    """A text with the places where it stands; `plural` when it is given a number."""

    source: str
    plural: bool
    places: list[str] = field(default_factory=list)


class Problem(Exception):
    """Something a person must mend, told on one line."""


def calls(path: Path) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node


def python_files() -> list[Path]:
    """Without what translates, and without what is only said on a terminal or to a program."""
    return sorted(
        path
        for path in SOURCES.rglob("*.py")
        if path.name not in ("i18n.py", "message.py", "command.py") and "_vendor" not in path.parts
    )


def collect_texts() -> tuple[dict[str, Text], list[str]]:
    """Every text, in the order of files, and what is wrong with calls of tr()."""
    texts: dict[str, Text] = {}
    problems = []
    for path in python_files():
        for call in calls(path):
            place = f"{path.relative_to(ROOT)}:{call.lineno}"
            name = call.func.id if isinstance(call.func, ast.Name) else ""
            first = call.args[0] if call.args else None
            if name not in MARKS:
                if first is not None and is_unmarked(name, first):
                    problems.append(f"{place}: people read this: make it a Message")
                continue
            problem = misuse(name, call)
            if problem:
                problems.append(f"{place}: {problem}")
            elif isinstance(first, ast.Constant) and isinstance(first.value, str):
                text = texts.setdefault(first.value, Text(first.value, name == "tr" and len(call.args) > 1))
                text.places.append(place)
    return texts, problems


def misuse(name: str, call: ast.Call) -> str:
    """What is wrong with a call of tr() or Message(); empty when nothing is."""
    first = call.args[0] if call.args else None
    if not isinstance(first, ast.Constant) or not isinstance(first.value, str):
        return f"{name}() takes a literal text, so that it can be found"
    if name == "tr":
        if call.keywords or len(call.args) > 2:
            return "tr() takes a text, then at most a number: format outside"
        has_number = "%n" in first.value or "%Ln" in first.value
        return "" if (len(call.args) > 1) == has_number else "%n and a number belong together"
    given = {keyword.arg for keyword in call.keywords}
    wanted = {field for _, field, _, _ in Formatter().parse(first.value) if field} if given else set()
    return "" if given == wanted and len(call.args) == 1 else "the {names} in the text and the values differ"


def is_unmarked(name: str, first: ast.expr) -> bool:
    """Whether an error is raised with a bare text: nobody could say it in another language."""
    said = isinstance(first, ast.JoinedStr) or (
        isinstance(first, ast.Constant) and isinstance(first.value, str)
    )
    return said and name in errors()


@cache
def errors() -> frozenset[str]:
    """The classes of the trees in errors.py, all of whose messages may reach people."""
    trees = [ast.parse(path.read_text("utf-8")) for path in SOURCES.rglob("errors.py")]
    names = {node.name for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}
    return frozenset(names - {"InvalidDeltaFile"})  # it makes a message of the reason it is given


# -- .ts files ----------------------------------------------------------------------------------


def read_translations(path: Path) -> dict[str, list[str]]:
    """Source -> translation (several forms for plurals); unfinished ones are left out."""
    if not path.is_file():
        return {}
    found = {}
    for message in ET.parse(path).getroot().iter("message"):
        translation = message.find("translation")
        if translation is None or translation.get("type") in ("unfinished", "vanished", "obsolete"):
            continue
        forms = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
        found[message.findtext("source") or ""] = forms
    return found


def write_ts(language: str, texts: dict[str, Text]) -> int:
    """Writes i18n/<language>.ts, keeping what is translated; returns how many texts are not."""
    path = FOLDER / f"{language}.ts"
    known = read_translations(path)
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    missing = 0
    for source in sorted(texts):
        text = texts[source]
        if language == "en" and not text.plural:
            continue
        message = ET.SubElement(context, "message", {"numerus": "yes"} if text.plural else {})
        ET.SubElement(message, "source").text = source
        translation = ET.SubElement(message, "translation")
        wanted = PLURAL_FORMS[language] if text.plural else 1
        forms = [typeset(language, form) for form in known.get(source, [])]
        complete = len(forms) == wanted and all(forms)
        if not complete:
            translation.set("type", "unfinished")
            missing += 1
        if text.plural:
            for index in range(wanted):
                ET.SubElement(translation, "numerusform").text = forms[index] if index < len(forms) else ""
        else:
            translation.text = forms[0] if forms else ""
    ET.indent(root, "    ")
    body = ET.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")
    return missing


def typeset(language: str, text: str) -> str:
    """French sets spaces before ; : ? ! and inside « », at which no line may break: nobody has to type them so."""
    if language != "fr":
        return text
    return re.sub(r" (?=[;:?!»])|(?<=«) ", "\u00a0", text)


def collect() -> None:
    texts, problems = collect_texts()
    if problems:
        raise Problem("\n".join(problems))
    FOLDER.mkdir(exist_ok=True)
    for language in LANGUAGES:
        missing = write_ts(language, texts)
        print(f"i18n/{language}.ts: {len(texts)} texts, {missing} not translated")


def compile_all() -> None:
    program = next(filter(None, map(shutil.which, ("lrelease", "lrelease-qt5", "lrelease-qt6"))), None)
    if program is None:
        raise Problem("lrelease is missing: apt-get install qttools5-dev-tools")
    for path in sorted(FOLDER.glob("*.ts")):
        target = path.with_suffix(".qm")
        subprocess.run([program, "-silent", str(path), "-qm", str(target)], check=True)
        print(target.relative_to(ROOT))


def check() -> None:
    """Fails on texts that `collect` cannot find, that a .ts file lacks, and whose {places} were lost."""
    texts, problems = collect_texts()
    for language in LANGUAGES:
        known = read_translations(FOLDER / f"{language}.ts")
        for source, text in texts.items():
            if language == "en" and not text.plural:
                continue
            if source not in known or not all(known[source]):
                problems.append(f"i18n/{language}.ts lacks: {source!r} ({text.places[0]})")
            elif any(places_of(form) != places_of(source) for form in known[source]):
                problems.append(f"i18n/{language}.ts: other places than in {source!r}: {known[source]}")
    if problems:
        raise Problem("\n".join(problems))
    print(f"{len(texts)} texts, complete in {', '.join(LANGUAGES)}")


def places_of(text: str) -> list[str]:
    """The {places} of a text; %n may be left out, as in "one file"."""
    return sorted(part.partition("}")[0] for part in text.split("{")[1:])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("command", choices=("collect", "compile", "check"))
    command = parser.parse_args().command
    try:
        {"collect": collect, "compile": compile_all, "check": check}[command]()
    except Problem as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
