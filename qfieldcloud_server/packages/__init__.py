# SPDX-License-Identifier: GPL-2.0-or-later
"""Packages: what devices download, made from a project's files."""
