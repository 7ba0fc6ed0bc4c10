# SPDX-License-Identifier: GPL-2.0-or-later
"""The plugin's branch of QGIS's browser: accounts, their projects, files and layers."""
