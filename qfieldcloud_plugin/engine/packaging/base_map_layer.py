# SPDX-License-Identifier: GPL-2.0-or-later
"""The layer that shows the base map: below all others, in the package's copy of the project alone."""

from __future__ import annotations

from xml.sax.saxutils import escape

from ..message import Message
from ..project.document import Document, parse_xml
from ..project.errors import ProjectError
from ..project.patch import ProjectPatch, tag
from ..project.project import Project
from .errors import BaseMapNotDrawn
from .report import BaseMap

# As QFieldSync calls it.
NAME = "Basemap"
_ID = "basemap_for_the_field"
# By its name alone QGIS does not know it.
_CRS = (
    "<spatialrefsys><proj4>+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m "
    "+nadgrids=@null +wktext +no_defs</proj4><srsid>3857</srsid><srid>3857</srid><authid>EPSG:3857</authid>"
    "<description>WGS 84 / Pseudo-Mercator</description><projectionacronym>merc</projectionacronym>"
    "<ellipsoidacronym>EPSG:7030</ellipsoidacronym><geographicflag>false</geographicflag></spatialrefsys>"
)
_PIPE = (
    '<pipe><provider><resampling enabled="false" zoomedInResamplingMethod="nearestNeighbour" '
    'zoomedOutResamplingMethod="nearestNeighbour" maxOversampling="2"/></provider>'
    '<rasterrenderer type="multibandcolor" opacity="1" alphaBand="4" redBand="1" greenBand="2" blueBand="3" '
    'nodataColor=""/><rasterresampler maxOversampling="2"/></pipe><blendMode>0</blendMode>'
)
_VECTOR_TILES = "vector-tile"


def check_layer(xml: str) -> None:
    """Whether it is a layer of vector tiles, or "". Raises BaseMapNotDrawn."""
    if not xml:
        return
    try:
        root = parse_xml(xml.encode()).root
    except ProjectError as error:
        raise BaseMapNotDrawn(Message("its layer cannot be read")) from error
    if (root.tag, root.get("type")) != ("maplayer", _VECTOR_TILES):
        raise BaseMapNotDrawn(Message("its layer cannot be read"))


def add_layer(project: Project, patch: ProjectPatch, made: BaseMap) -> None:
    """Themes stay as they are: QField shows the layer wherever the project does not show a theme instead."""
    root = patch.document.root
    layer_id = _free_id(project)
    layer, source, provider = (_shapes if made.layer else _pictures)(made, layer_id)
    layers = root.find("projectlayers")
    if layers is None:
        patch.append(root, tag("projectlayers", {}, layer))
    else:
        patch.append(layers, layer)
    tree = root.find("layer-tree-group")
    if tree is None:
        return
    node = {
        "id": layer_id, "name": NAME, "source": source, "providerKey": provider, "checked": "Qt::Checked",
        "expanded": "0", "legend_exp": "",
    }  # fmt: skip
    patch.append(tree, tag("layer-tree-layer", node, "<customproperties/>"))
    order = tree.find("custom-order")
    if order is not None:
        patch.append(order, tag("item", {}, layer_id))
    drawn = root.find("layerorder")
    if drawn is not None:
        patch.append(drawn, tag("layer", {"id": layer_id}))


def _free_id(project: Project) -> str:
    layer_id, number = _ID, 2
    while layer_id in project.layers:
        layer_id, number = f"{_ID}_{number}", number + 1
    return layer_id


def _pictures(made: BaseMap, layer_id: str) -> tuple[str, str, str]:
    """The layer as XML, its source, and its provider."""
    source, provider = f"./{made.file}", "gdal"
    xml = tag(
        "maplayer",
        {"type": "raster", "hasScaleBasedVisibilityFlag": "0", "styleCategories": "AllStyleCategories"},
        f"<id>{layer_id}</id><datasource>{escape(source)}</datasource><layername>{NAME}</layername>"
        f"<srs>{_CRS}</srs><provider>{provider}</provider>{_PIPE}",
    )
    return xml, source, provider


def _shapes(made: BaseMap, layer_id: str) -> tuple[str, str, str]:
    """The same for vector tiles, whose look only QGIS can say: theirs, with another name and place."""
    document: Document = parse_xml(made.layer.encode())
    patch, source = ProjectPatch(document), f"type=mbtiles&url=./{made.file}"
    for name, text in (("id", layer_id), ("datasource", source), ("layername", NAME)):
        element = document.root.find(name)
        if element is not None:
            patch.set_text(element, text)
    xml = patch.to_bytes()[document.root.start :].decode()
    return xml, source, document.root.value("provider") or "vectortile"
