# SPDX-License-Identifier: GPL-2.0-or-later
"""The rows of a text file, with the lines they stand in, in as many passes as one likes and little memory."""

from __future__ import annotations

import csv
import io
import itertools
from dataclasses import replace
from functools import cached_property
from typing import Any, Callable, Dict, Iterable, Iterator, List, NamedTuple, Optional, TextIO, Tuple

from ..gpkg import shape as shapes
from ..gpkg import wkt
from ..gpkg.geometry import InvalidGeometry
from ..gpkg.shape import Shape
from ..gpkg.sql import can_be_columns
from ..message import Message
from ..project.geometry_types import flat_type_of, geometry_kind_of
from ..project.tables import fid_among
from .form import MOST_BYTES, TextForm, TextUnreadable
from .names import names_in_ogr, names_in_qgis
from .types import SPELLED, Guess, cell_of, number_in, reader_of

_DELIMITERS = ",;\t|"
_BOM = "\ufeff"


class Column(NamedTuple):
    """`declared` is the type as a GeoPackage declares it."""

    name: str
    declared: str


class TextRow(NamedTuple):
    """`values` are those of `DelimitedText.columns`; `is_shown` is False where QGIS leaves the row out."""

    cells: List[str]
    text: str
    values: Tuple[Any, ...]
    geometry: Optional[Shape]
    is_shown: bool


class DelimitedText:
    """`open_` starts reading from the beginning each time it is called. Raises TextUnreadable.

    With `counts_key` the field `fid` is a number where all its texts are, whatever the rest is taken for: so that a new
    row gets the next one.
    """

    def __init__(self, open_: Callable[[], TextIO], form: TextForm, *, counts_key: bool = False) -> None:
        self._open = open_
        self._counts_key = counts_key
        # Geometries are long words; the module's own limit is the same for all of a program.
        csv.field_size_limit(max(csv.field_size_limit(), MOST_BYTES))
        try:
            with open_() as file:
                self.before = "".join(itertools.islice(file, form.skipped_lines))
                start = file.readline()
        except UnicodeError as error:
            raise _not_in(form) from error
        self.form = form if form.delimiter else _with_delimiter(form, start)
        self.end = "\r\n" if start.endswith("\r\n") else "\n"
        self.names, self.header = self._header()
        self._places = {name.lower(): at for at, name in enumerate(self.names)}
        self._check_names()
        fields = (self.form.x, self.form.y, self.form.z, self.form.m) if self.form.x else ()
        self._point_places = [self.place_of(name) for name in fields if name]
        self.columns = self._columns()

    @property
    def key(self) -> str:
        """The field by which QField tells rows apart where a format knows no primary key; "" if there is none."""
        return fid_among(self.names)

    def place_of(self, name: str) -> int:
        """Which cell of a line has the field; QGIS finds fields in any case."""
        return self._places[name.lower()]

    def rows(self) -> Iterator[TextRow]:
        point, size = self.form.decimal_point, len(self.names)
        readers = [(self.place_of(name), reader_of(declared, point)) for name, declared in self.columns]
        for cells, text in self._records():
            geometry, is_shown = self._geometry(cells)
            values: Tuple[Any, ...] = ()
            if is_shown:
                whole = cells if len(cells) == size else [*cells, *[""] * (size - len(cells))]
                values = tuple([read(whole[at]) for at, read in readers])
            yield TextRow(cells, text, values, geometry, is_shown)

    def cells_of(self, text: str) -> List[str]:
        """The cells of a row's text."""
        records = csv.reader(io.StringIO(text, newline=""), **self._dialect())
        return self._cut(next(cells for cells in records if cells))

    def cell_for(self, name: str, value: Any, former: str = "") -> str:
        """The text of a column's value, spelled as its former one, else as the first of the column."""
        declared, point = dict(self.columns)[name], self.form.decimal_point
        if declared not in SPELLED:
            return cell_of(value, point)
        is_example = reader_of(declared, point)(former) is not None
        return cell_of(value, point, declared, former if is_example else self._examples.get(name, ""))

    @cached_property
    def _examples(self) -> Dict[str, str]:
        """The first texts of the columns whose values can be spelled in several ways."""
        wanted = {name: reader_of(declared, "") for name, declared in self.columns if declared in SPELLED}
        found: Dict[str, str] = {}
        for cells, _ in self._records():
            for name in wanted.keys() - found:
                cell = _cell(cells, self.place_of(name))
                if wanted[name](cell) is not None:
                    found[name] = cell
            if len(found) == len(wanted):
                break
        return found

    def line_of(self, cells: Iterable[str]) -> str:
        """The cells as a line of this file."""
        out: List[str] = []
        # With both ends of lines in its terminator, the writer quotes both in cells.
        writer = csv.writer(_Appending(out), lineterminator="\r\n", **self._dialect())
        try:
            writer.writerow(cells)
        except csv.Error as error:
            raise TextUnreadable(
                Message("a value cannot be written as CSV ({reason})", reason=str(error))
            ) from error
        return "".join(out)[:-2] + self.end

    # -- reading ---------------------------------------------------------------------------------------

    def _dialect(self) -> Dict[str, Any]:
        form = self.form
        doubles = form.escape == form.quote
        return {
            "delimiter": form.delimiter,
            "quotechar": form.quote or None,
            "quoting": csv.QUOTE_MINIMAL if form.quote else csv.QUOTE_NONE,
            "doublequote": doubles,
            "escapechar": None if doubles else form.escape or None,
        }

    def _lines(self) -> Iterator[Tuple[List[str], str]]:
        """The cells of each record that is not empty, and the lines they stand in."""
        taken: List[str] = []

        def watched(file: TextIO) -> Iterator[str]:
            for line in itertools.islice(file, self.form.skipped_lines, None):
                taken.append(line)
                yield line

        with self._open() as file:
            reader = csv.reader(watched(file), strict=bool(self.form.quote), **self._dialect())
            try:
                for cells in reader:
                    if cells:
                        yield self._cut(cells), taken[0] if len(taken) == 1 else "".join(taken)
                        taken.clear()
            except csv.Error as error:
                raise TextUnreadable(Message("it is not CSV ({reason})", reason=str(error))) from error
            except UnicodeError as error:
                raise _not_in(self.form) from error

    def _cut(self, cells: List[str]) -> List[str]:
        return [cell.strip() for cell in cells] if self.form.trims else cells

    def _header(self) -> Tuple[List[str], str]:
        cells, text = next(self._lines(), ([], ""))
        if not cells:
            raise TextUnreadable(Message("it has no line with the names of its fields"))
        header = [cells[0].lstrip(_BOM).strip(), *(cell.strip() for cell in cells[1:])]
        return (names_in_ogr if self.form.is_by_ogr else names_in_qgis)(header), text

    def _records(self) -> Iterator[Tuple[List[str], str]]:
        for cells, text in itertools.islice(self._lines(), 1, None):
            if len(cells) > len(self.names):
                raise TextUnreadable(Message("a line has more values than there are fields"))
            yield cells, text

    def _check_names(self) -> None:
        if len(self._places) != len(self.names):
            raise TextUnreadable(Message("two of its fields have the same name, or one has none"))
        if not can_be_columns(self.names):
            raise TextUnreadable(Message("a table cannot have its fields: too many, or with a strange name"))
        form = self.form
        for name in (form.x, form.y, form.z, form.m, form.wkt):
            if name and name.lower() not in self._places:
                raise TextUnreadable(Message("it has no field “{name}”", name=name))

    def _columns(self) -> List[Column]:
        """The types of the values that are shown; QGIS keeps WKT to itself and shows X and Y as fields."""
        names = [name for name in self.names if name.lower() != self.form.wkt.lower()]
        guesses = {self.place_of(name): guess for name in names if (guess := self._guess_for(name))}
        for cells, _ in self._records() if guesses else ():
            if self._geometry(cells)[1]:
                for at, guess in guesses.items():
                    guess.see(_cell(cells, at))
        return [Column(name, self._declared(self.place_of(name), guesses)) for name in names]

    def _guess_for(self, name: str) -> Optional[Guess]:
        if self._counts_key and name == self.key:
            return Guess(self.form.decimal_point, knows_truths=False, untold="INTEGER")
        if self.place_of(name) < len(self.form.types) or not self.form.detects_types:
            return None
        return Guess(self.form.decimal_point, knows_truths=self.form.detects_truths)

    def _declared(self, place: int, guesses: Dict[int, Guess]) -> str:
        if place in guesses:
            return guesses[place].declared
        return self.form.types[place] if place < len(self.form.types) else "TEXT"

    def _geometry(self, cells: List[str]) -> Tuple[Optional[Shape], bool]:
        """The row's geometry, and whether QGIS shows the row: not if its geometry is broken or of another kind."""
        if self._point_places:
            return self._point([_cell(cells, at) for at in self._point_places])
        if self.form.wkt:
            return _shown(_cell(cells, self.place_of(self.form.wkt)), self.form.wkb_type)
        return None, True

    def _point(self, said: List[str]) -> Tuple[Optional[Shape], bool]:
        if not said[0] and not said[1]:
            return None, True
        if not said[0] or not said[1]:
            return None, False
        run: List[float] = []
        for cell in said:
            number = number_in(cell, self.form.decimal_point) if cell else 0.0
            if number is None:
                return None, False
            run.append(number)
        return Shape(shapes.POINT, bool(self.form.z), bool(self.form.m), tuple(run)), True


def _shown(text: str, wkb_type: int) -> Tuple[Optional[Shape], bool]:
    if not text:
        return None, True
    text = text.partition(";")[2] if text[:5].upper() == "SRID=" else text
    kind, z, m = flat_type_of(wkb_type)
    try:
        read = wkt.parse(text, nan_as_zero=True)
        if wkb_type and geometry_kind_of(read.kind) != geometry_kind_of(kind):
            return None, False
        if wkb_type:
            read = shapes.with_dimensions(shapes.with_type(read, kind), z, m)
    except InvalidGeometry:
        return None, False
    return read, True


def _not_in(form: TextForm) -> TextUnreadable:
    return TextUnreadable(Message("it is not in {encoding}", encoding=form.encoding))


def _with_delimiter(form: TextForm, header: str) -> TextForm:
    return replace(form, delimiter=max(_DELIMITERS, key=header.count))


def _cell(cells: List[str], at: int) -> str:
    return cells[at] if at < len(cells) else ""


class _Appending:
    """What csv's writer takes for a file."""

    def __init__(self, lines: List[str]) -> None:
        self._lines = lines

    def write(self, text: str) -> int:
        self._lines.append(text)
        return len(text)
