# SPDX-License-Identifier: GPL-2.0-or-later
"""The companion server: Django and DRF around the engine, wire-compatible with QFieldCloud API v1."""
