# SPDX-License-Identifier: GPL-2.0-or-later
"""The optional headless QGIS: a child process for what only QGIS can do, never in the way of a push."""
