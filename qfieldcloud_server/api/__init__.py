# SPDX-License-Identifier: GPL-2.0-or-later
"""What every endpoint shares: errors, authentication, pages, times, permissions."""
