# SPDX-License-Identifier: GPL-2.0-or-later
"""The dock: account, projects, and the open project with its one button."""
