# SPDX-License-Identifier: GPL-2.0-or-later
"""What a new project is asked to be made from: basemap, extent, an XLSForm or another project."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Any

from qfieldcloud_server.api.errors import InvalidRequest, ValidationError
from qfieldcloud_server.projects.models import Project

SCHEMA_ID = "https://app.qfield.cloud/schemas/project-seed-20251201.json"
CRS = "EPSG:3857"
WORLD = (-180.0, -90.0, 180.0, 90.0)
# QGIS's spelling of tile addresses inside a data source: the braces are escaped.
OSM_URL = "https://tile.openstreetmap.org/%7Bz%7D/%7Bx%7D/%7By%7D.png"
STYLES = {"standard": "Standard", "grayscale_light": "Grayscale Light", "grayscale_dark": "Grayscale Dark"}
PROVIDERS = ("none", "osm", "custom")
MAX_FORM_BYTES = 10 * 1024 * 1024


@dataclass
class Seed:
    extent: list[float] | None = None
    settings: dict[str, Any] = field(default_factory=dict)
    clone_from: Project | None = None
    form: bytes | None = None
    form_name: str = ""


def read_seed(sent: Any, clone_from: Project | None, form: Any) -> Seed | None:
    """The seed of a request, or None. ``sent`` is the JSON object, ``form`` an uploaded file."""
    if sent is not None and not isinstance(sent, dict):
        raise InvalidRequest("seed: This is not an object.")
    if sent is None and clone_from is None:
        if form is not None:
            raise ValidationError("xlsform_file: A form needs a seed.")
        return None
    sent = sent or {}
    seed = Seed(extent=_extent(sent.get("extent")), clone_from=clone_from)
    if clone_from is not None:
        if set(sent) - {"extent"}:
            raise ValidationError("seed: A clone takes nothing but an extent.")
        return seed
    seed.extent = seed.extent or list(WORLD)
    if form is not None:
        if form.size > MAX_FORM_BYTES:
            raise ValidationError("xlsform_file: The form is larger than 10 MB.")
        seed.form, seed.form_name = form.read(), form.name
    options = {"show_groups_as_tabs": bool(sent.get("show_groups_as_tabs"))} if form is not None else None
    seed.settings = {"schemaId": SCHEMA_ID, "basemaps": _basemaps(sent), "xlsform": options}
    return seed


def _extent(sent: Any) -> list[float] | None:
    if sent in (None, ""):
        return None
    try:
        numbers = [float(part) for part in (sent.split(",") if isinstance(sent, str) else sent)]
    except (TypeError, ValueError):
        raise ValidationError('seed: extent is "xmin, ymin, xmax, ymax" in degrees.') from None
    if (
        len(numbers) != 4
        or not all(map(math.isfinite, numbers))
        or numbers[0] > numbers[2]
        or numbers[1] > numbers[3]
    ):
        raise ValidationError('seed: extent is "xmin, ymin, xmax, ymax" in degrees.')
    return numbers


def _basemaps(sent: dict[str, Any]) -> list[dict[str, str]]:
    provider, style = sent.get("basemap_provider") or "none", sent.get("basemap_style") or "standard"
    if provider not in PROVIDERS:
        raise InvalidRequest("seed: basemap_provider is none, osm or custom.")
    if style not in STYLES:
        raise InvalidRequest("seed: basemap_style is " + ", ".join(STYLES) + ".")
    if provider == "none":
        return []
    if provider == "osm":
        return [{"url": OSM_URL, "name": f"OpenStreetMap ({STYLES[style]})", "style": style}]
    url = sent.get("basemap_url")
    if not isinstance(url, str) or not url.strip():
        raise InvalidRequest("seed: A custom basemap needs basemap_url.")
    return [{"url": url.strip(), "name": "Basemap", "style": style}]
