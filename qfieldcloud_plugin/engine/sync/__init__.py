# SPDX-License-Identifier: GPL-2.0-or-later
"""Brings a local folder and a cloud project to the same state: manifest, plan, run, local state."""
