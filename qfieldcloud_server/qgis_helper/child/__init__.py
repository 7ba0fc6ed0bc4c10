# SPDX-License-Identifier: GPL-2.0-or-later
"""The side of the helper that runs inside QGIS's own Python (3.9 or newer), where there is no Django."""
