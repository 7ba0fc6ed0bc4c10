# SPDX-License-Identifier: GPL-2.0-or-later
"""The endpoints of accounts, one noun a file."""
