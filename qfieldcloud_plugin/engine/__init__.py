# SPDX-License-Identifier: GPL-2.0-or-later
"""The sync engine: GeoPackages, delta files, QGIS projects and packages without QGIS, Qt, Django or HTTP."""
