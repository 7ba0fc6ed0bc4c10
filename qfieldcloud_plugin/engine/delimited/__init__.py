# SPDX-License-Identifier: GPL-2.0-or-later
"""Text files whose lines are rows (CSV), read as QGIS reads them: fields with types, points and WKT."""

from .form import MOST_BYTES, TextForm, TextUnreadable, form_of, geometry_fields, is_delimited_text
from .text import Column, DelimitedText, TextRow

__all__ = [
    "MOST_BYTES",
    "Column",
    "DelimitedText",
    "TextForm",
    "TextRow",
    "TextUnreadable",
    "form_of",
    "geometry_fields",
    "is_delimited_text",
]
