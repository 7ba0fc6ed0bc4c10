# SPDX-License-Identifier: GPL-2.0-or-later
"""Commands for operators who know Django."""
