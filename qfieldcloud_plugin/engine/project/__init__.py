# SPDX-License-Identifier: GPL-2.0-or-later
"""QGIS project files read as XML: layers, sources, keys, QFieldSync properties, checks."""
