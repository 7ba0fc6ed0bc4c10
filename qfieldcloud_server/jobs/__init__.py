# SPDX-License-Identifier: GPL-2.0-or-later
"""Jobs: the record of work on a project, and the runners that do it."""
