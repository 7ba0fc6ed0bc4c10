# SPDX-License-Identifier: GPL-2.0-or-later
"""GeoPackages as sets of rows: open safely, read the schema, diff, apply, invert, merge."""
