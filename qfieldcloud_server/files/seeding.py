# SPDX-License-Identifier: GPL-2.0-or-later
"""A new QGIS project, written without QGIS: a canvas with an extent, and basemaps."""

from __future__ import annotations

import uuid
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from qfieldcloud_plugin.engine.project.archive import ProjectArchive
from qfieldcloud_plugin.engine.project.crs import transform_box

NAME = "project.qgz"
CRS = "EPSG:3857"
# What the file is written as: every QGIS that QFieldSync supports reads it.
_QGIS_VERSION = "3.22.0"
# Web Mercator has no poles.
_NORTHERNMOST = 85.05
_GRAYSCALE = '<huesaturation saturation="-100" grayscaleMode="1" colorizeOn="0" invertColors="{}"/>'
_COLOURS = {
    "standard": '<huesaturation saturation="0" grayscaleMode="0" colorizeOn="0" invertColors="0"/>',
    "grayscale_light": _GRAYSCALE.format(0),
    "grayscale_dark": _GRAYSCALE.format(1),
}


def new_project(title: str, extent: list[float], basemaps: list[dict[str, Any]]) -> bytes:
    """The bytes of a .qgz. `extent` is west, south, east, north in degrees."""
    return ProjectArchive("project.qgs", _project(title, extent, basemaps).encode(), {}).to_bytes()


def _project(title: str, extent: list[float], basemaps: list[dict[str, Any]]) -> str:
    ids = [f"basemap_{uuid.uuid4().hex}" for _ in basemaps]
    tree = "".join(
        f'<layer-tree-layer id={quoteattr(i)} name={quoteattr(str(b["name"]))} checked="Qt::Checked" expanded="0"/>'
        for i, b in zip(ids, basemaps, strict=True)
    )
    layers = "".join(_layer(i, b) for i, b in zip(ids, basemaps, strict=True))
    order = "".join(f"<layer id={quoteattr(i)}/>" for i in ids)
    return (
        "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
        f'<qgis version="{_QGIS_VERSION}" projectname={quoteattr(title)}>'
        f"<title>{escape(title)}</title>"
        f"<projectCrs>{_SRS}</projectCrs>"
        f"<layer-tree-group>{tree}</layer-tree-group>"
        f"{_canvas(extent)}"
        f"<projectlayers>{layers}</projectlayers>"
        f"<layerorder>{order}</layerorder>"
        f"{_PROPERTIES}"
        "</qgis>\n"
    )


def _canvas(extent: list[float]) -> str:
    west, south, east, north = extent
    limited = (west, max(south, -_NORTHERNMOST), east, min(north, _NORTHERNMOST))
    box = transform_box(limited, "EPSG:4326", CRS) or limited
    names = ("xmin", "ymin", "xmax", "ymax")
    sides = "".join(f"<{name}>{value!r}</{name}>" for name, value in zip(names, box, strict=True))
    return (
        '<mapcanvas name="theMapCanvas" annotationsVisible="1"><units>meters</units>'
        f"<extent>{sides}</extent><rotation>0</rotation>"
        f"<destinationsrs>{_SRS}</destinationsrs></mapcanvas>"
    )


def _layer(layer_id: str, basemap: dict[str, Any]) -> str:
    source = f"type=xyz&url={basemap['url']}&zmax=19&zmin=0"
    colours = _COLOURS.get(str(basemap.get("style")), _COLOURS["standard"])
    return (
        '<maplayer type="raster" autoRefreshEnabled="0" hasScaleBasedVisibilityFlag="0">'
        f"<id>{escape(layer_id)}</id><datasource>{escape(source)}</datasource>"
        f"<layername>{escape(str(basemap['name']))}</layername><srs>{_SRS}</srs><provider>wms</provider>"
        '<pipe><provider><resampling enabled="false"/></provider>'
        '<rasterrenderer type="singlebandcolordata" band="1" opacity="1" alphaBand="-1" nodataColor=""/>'
        f'<brightnesscontrast brightness="0" contrast="0" gamma="1"/>{colours}'
        '<rasterresampler maxOversampling="2"/></pipe></maplayer>'
    )


# For the CRS of a project, QGIS does not look it up by its authority alone.
_SRS = (
    "<spatialrefsys><proj4>+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m "
    f"+nadgrids=@null +wktext +no_defs</proj4><srsid>3857</srsid><srid>3857</srid><authid>{CRS}</authid>"
    "<description>WGS 84 / Pseudo-Mercator</description><projectionacronym>merc</projectionacronym>"
    "<ellipsoidacronym>EPSG:7030</ellipsoidacronym><geographicflag>false</geographicflag></spatialrefsys>"
)
_PROPERTIES = (
    '<properties><QFieldSync><attachmentDirs type="QStringList"><value>DCIM</value><value>audio</value>'
    "<value>video</value><value>files</value></attachmentDirs></QFieldSync>"
    '<Paths><Absolute type="bool">false</Absolute></Paths>'
    # Without it QGIS ignores the CRS of the project.
    '<SpatialRefSys><ProjectionsEnabled type="int">1</ProjectionsEnabled></SpatialRefSys></properties>'
)
