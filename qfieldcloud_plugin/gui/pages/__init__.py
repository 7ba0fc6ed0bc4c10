# SPDX-License-Identifier: GPL-2.0-or-later
"""Pages that QGIS shows in its own dialogs: layer properties, project properties, options."""
