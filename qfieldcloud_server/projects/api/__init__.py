# SPDX-License-Identifier: GPL-2.0-or-later
"""The endpoints of projects, one noun a file."""
