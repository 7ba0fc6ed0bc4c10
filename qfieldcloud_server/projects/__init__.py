# SPDX-License-Identifier: GPL-2.0-or-later
"""Projects, who may do what with them, their secrets and seeds."""
