# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes the package that a device downloads from a project, without QGIS."""
