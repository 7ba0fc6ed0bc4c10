# SPDX-License-Identifier: GPL-2.0-or-later
"""The main job, really running: server, QGIS, a field device and the SDK on real data, proved row by row."""
