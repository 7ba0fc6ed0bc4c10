# SPDX-License-Identifier: GPL-2.0-or-later
"""The Processing provider, one algorithm a file."""
