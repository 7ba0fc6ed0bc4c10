# SPDX-License-Identifier: GPL-2.0-or-later
"""Finds what is wrong with an installation and says what to do about it."""
