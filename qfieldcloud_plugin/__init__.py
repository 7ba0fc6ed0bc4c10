# SPDX-License-Identifier: GPL-2.0-or-later
"""The QGIS plugin's door: importing this package imports neither QGIS nor Qt."""


def classFactory(iface):  # type: ignore[no-untyped-def]
    """Called by QGIS with its interface; the import is lazy so that the server can import `engine` alone."""
    from .plugin import QFieldCloudPlugin

    return QFieldCloudPlugin(iface)
