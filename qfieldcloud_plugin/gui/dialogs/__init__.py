# SPDX-License-Identifier: GPL-2.0-or-later
"""Dialogs: each shows values, takes a decision, and calls one action."""
