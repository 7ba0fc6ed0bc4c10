# SPDX-License-Identifier: GPL-2.0-or-later
"""What needs qgis.core and no widget: background tasks, the job model, the open project, exporters."""
