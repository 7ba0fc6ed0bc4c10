# SPDX-License-Identifier: GPL-2.0-or-later
"""The pages, one noun a file."""
