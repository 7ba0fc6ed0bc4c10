# SPDX-License-Identifier: GPL-2.0-or-later
"""The API by noun: one file each, frozen values out, no JSON beyond this package."""
