# SPDX-License-Identifier: GPL-2.0-or-later
"""The projects that packaging is tried on, made by real QGIS (scripts/make_projects.py)."""
