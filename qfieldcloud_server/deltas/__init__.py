# SPDX-License-Identifier: GPL-2.0-or-later
"""Delta files: kept as they came, applied in order, each delta with its own result."""
