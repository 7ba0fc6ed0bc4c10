# SPDX-License-Identifier: GPL-2.0-or-later
"""The packaging wizard: where to, what, checks, photos, area, base map, and what came of it."""
