# SPDX-License-Identifier: GPL-2.0-or-later
"""One map layer as a project describes it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Optional

from .datasource import DataSource, parse_datasource
from .document import Element
from .geometry_types import geometry_kind_of, wkb_type_of
from .variant import as_bool, read_custom_properties, read_option

Extent = tuple[float, float, float, float]
"""xmin, ymin, xmax, ymax."""

_CONSTRAINT_NOT_NULL, _CONSTRAINT_UNIQUE = 1, 2
_STRENGTHS = {0: "not_set", 1: "hard", 2: "soft"}
_LAYER_TYPES = {
    "vector": 0, "raster": 1, "plugin": 2, "mesh": 3, "vector-tile": 4, "annotation": 5, "point-cloud": 6,
    "group": 7, "tiled-scene": 8,
}  # fmt: skip
_LAYER_TYPE_NAMES = {
    0: "Vector", 1: "Raster", 2: "Plugin", 3: "Mesh", 4: "VectorTile", 5: "Annotation", 6: "PointCloud",
    7: "Group", 8: "TiledScene",
}  # fmt: skip
# Online sources that are never a file, whatever the provider's string looks like.
_DATABASES = {"postgres", "postgresraster", "mssql", "oracle", "mysql", "hana"}


# Before 3.34, QGIS did not write which provider vector tiles have.
_UNNAMED = {"vector-tile": "vectortile"}


@dataclass(frozen=True)
class Field:
    """A field's configuration in the form; its type is in the data, not in the project."""

    name: str
    alias: str = ""
    widget: str = ""
    config: dict[str, Any] = field(default_factory=dict)
    default_expression: str = ""
    apply_on_update: bool = False
    not_null: str = "not_set"
    unique: str = "not_set"
    has_not_null: bool = False
    has_unique: bool = False
    expression: str = ""
    expression_description: str = ""
    expression_strength: str = "not_set"
    comment: str = ""

    @property
    def is_attachment(self) -> bool:
        return self.widget == "ExternalResource"


@dataclass(frozen=True)
class Join:
    layer_id: str
    join_field: str
    target_field: str


@dataclass(frozen=True)
class Layer:
    id: str
    name: str
    type: str
    source: DataSource
    element: Element = field(repr=False, compare=False)
    crs: str = ""
    crs_wkt: str = ""
    wkb_type: int = 100
    wkb_type_name: str = "NoGeometry"
    read_only: bool = False
    properties: dict[str, Any] = field(default_factory=dict)
    fields: tuple[Field, ...] = ()
    joins: tuple[Join, ...] = ()
    extent: Optional[Extent] = None
    embedded_project: str = ""
    is_private: bool = False

    @property
    def provider(self) -> str:
        return self.source.provider

    @property
    def is_vector(self) -> bool:
        return self.type == "vector"

    @property
    def is_online(self) -> bool:
        """Its data are on some other server: packages of it can grow old without the project changing."""
        return (
            self.is_vector
            and not self.source.is_file
            and not self.source.is_localized
            and self.provider not in ("memory", "virtual")
        )

    @property
    def is_database(self) -> bool:
        return self.provider in _DATABASES

    @property
    def geometry_kind(self) -> int:
        return geometry_kind_of(self.wkb_type)

    @property
    def has_geometry(self) -> bool:
        return self.wkb_type != 100

    @property
    def type_number(self) -> int:
        return _LAYER_TYPES.get(self.type, 0)

    @property
    def type_name(self) -> str:
        return _LAYER_TYPE_NAMES[self.type_number]

    def setting(self, key: str, default: Any = None) -> Any:
        """The custom property `QFieldSync/<key>`."""
        return self.properties.get(f"QFieldSync/{key}", default)

    def field(self, name: str) -> Optional[Field]:
        return next((field for field in self.fields if field.name == name), None)

    @property
    def attachment_fields(self) -> list[str]:
        return [field.name for field in self.fields if field.is_attachment]

    @property
    def cloud_action(self) -> str:
        """What a package for the cloud does with the layer: as configured, else what QFieldSync would offer first."""
        action = self.setting("cloud_action")
        if action:
            return str(action).lower()
        if self.is_vector and self.provider != "virtual" and not self.source.is_localized:
            return "offline"
        return "no_action"

    @property
    def cable_action(self) -> str:
        action = self.setting("action")
        if action:
            return str(action).lower()
        if self.provider == "virtual":
            return "no_action"
        if self.source.raw.lower().endswith("ecw"):
            return "remove"
        if self.source.is_file:
            return "copy"
        return "offline" if self.provider == "postgres" else "no_action"


def read_layer(element: Element) -> Layer:
    """Read a <maplayer>. An embedded layer has only its id and the project it comes from."""
    if element.get("embedded") == "1":
        return Layer(
            element.get("id"),
            "",
            "embedded",
            DataSource("", ""),
            element,
            embedded_project=element.get("project"),
        )
    wkb_name = element.get("wkbType") or element.get("geometry") or "NoGeometry"
    kind = element.get("type") or "vector"
    return Layer(
        id=element.value("id"),
        name=element.value("layername"),
        type=kind,
        source=parse_datasource(
            element.value("datasource"), element.value("provider") or _UNNAMED.get(kind, "")
        ),
        element=element,
        crs=element.value("srs", "spatialrefsys", "authid"),
        crs_wkt=element.value("srs", "spatialrefsys", "wkt"),
        wkb_type=wkb_type_of(wkb_name) if kind == "vector" else 100,
        wkb_type_name=wkb_name if kind == "vector" else "",
        read_only=element.get("readOnly") == "1",
        properties=read_custom_properties(element),
        fields=_read_fields(element),
        joins=_read_joins(element),
        extent=read_extent(element.find("extent")),
        is_private=element.value("flags", "Private") == "1",
    )


def read_extent(element: Optional[Element]) -> Optional[Extent]:
    if element is None:
        return None
    try:
        values = [float(element.value(tag)) for tag in ("xmin", "ymin", "xmax", "ymax")]
    except ValueError:
        return None
    if not all(abs(value) < 1e300 for value in values):
        return None
    return (values[0], values[1], values[2], values[3])


def _read_joins(element: Element) -> tuple[Join, ...]:
    return tuple(
        Join(join.get("joinLayerId"), join.get("joinFieldName"), join.get("targetFieldName"))
        for join in element.find_all("vectorjoins", "join")
    )


def _read_fields(element: Element) -> tuple[Field, ...]:
    aliases = {alias.get("field"): alias.get("name") for alias in element.find_all("aliases", "alias")}
    defaults = {item.get("field"): item for item in element.find_all("defaults", "default")}
    constraints = {item.get("field"): item for item in element.find_all("constraints", "constraint")}
    expressions = {
        item.get("field"): item for item in element.find_all("constraintExpressions", "constraint")
    }
    fields = []
    for item in element.find_all("fieldConfiguration", "field"):
        name = item.get("name")
        widget = item.find("editWidget")
        config = read_option(widget.find("config", "Option")) if widget is not None else None
        fields.append(
            Field(
                name=name,
                alias=aliases.get(name, ""),
                widget=widget.get("type") if widget is not None else "",
                config=config if isinstance(config, dict) else {},
                **_read_default(defaults.get(name)),
                **_read_constraints(constraints.get(name), expressions.get(name)),
            )
        )
    return tuple(fields)


def _read_default(default: Optional[Element]) -> dict[str, Any]:
    if default is None:
        return {}
    return {
        "default_expression": default.get("expression"),
        "apply_on_update": as_bool(default.get("applyOnUpdate")),
    }


def _read_constraints(constraint: Optional[Element], expression: Optional[Element]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    if constraint is not None:
        flags = _number(constraint.get("constraints"))
        values["has_not_null"] = bool(flags & _CONSTRAINT_NOT_NULL)
        values["has_unique"] = bool(flags & _CONSTRAINT_UNIQUE)
        values["not_null"] = _STRENGTHS.get(_number(constraint.get("notnull_strength")), "not_set")
        values["unique"] = _STRENGTHS.get(_number(constraint.get("unique_strength")), "not_set")
        values["expression_strength"] = _STRENGTHS.get(_number(constraint.get("exp_strength")), "not_set")
    if expression is not None:
        values["expression"] = expression.get("exp")
        values["expression_description"] = expression.get("desc")
    return values


def _number(text: str) -> int:
    return int(text) if text.isdigit() else 0
