# SPDX-License-Identifier: GPL-2.0-or-later
"""Delta files, the JSON form in which QField sends changes: read, validate, write, make, apply, invert."""
