# SPDX-License-Identifier: GPL-2.0-or-later
"""What can go wrong with a package.

EngineError
└── PackagingError
    ├── PackagingCancelled      the user stopped it; nothing was left behind
    ├── LayerNotPackaged        a layer cannot be packaged and the caller wanted all or nothing
    ├── LayerNotExported        an exporter cannot read a layer; it is packaged as if there was no exporter
    ├── BaseMapNotDrawn         whoever draws base maps cannot; the package is made without one
    ├── PackageFolderInUse      the folder for the package already holds something else
    ├── NotACablePackage        the folder was not packaged for a cable, or not from this project
    └── SourceChanged           someone kept editing the data while they were copied
"""

from __future__ import annotations

from ..errors import EngineError


class PackagingError(EngineError):
    code = "packaging_failed"


class PackagingCancelled(PackagingError):
    code = "packaging_cancelled"


class LayerNotPackaged(PackagingError):
    """`layer_id` is the layer that stopped it."""

    code = "layer_not_packaged"

    def __init__(self, message: str, layer_id: str) -> None:
        super().__init__(message)
        self.layer_id = layer_id


class LayerNotExported(PackagingError):
    """The message is the reason alone, without a full stop."""

    code = "layer_not_exported"


class BaseMapNotDrawn(PackagingError):
    """The message is the reason alone, without a full stop."""

    code = "base_map_not_drawn"


class PackageFolderInUse(PackagingError):
    code = "package_folder_in_use"


class SourceChanged(PackagingError):
    code = "source_changed"
    transient = True


class NotACablePackage(PackagingError):
    code = "not_a_cable_package"
