# SPDX-License-Identifier: GPL-2.0-or-later
"""Widgets: dock, dialogs, wizard, browser and options; they show what core and engine decide."""
