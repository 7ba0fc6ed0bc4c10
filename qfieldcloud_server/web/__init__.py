# SPDX-License-Identifier: GPL-2.0-or-later
"""The pages people use in a browser."""
