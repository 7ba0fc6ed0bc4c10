# SPDX-License-Identifier: GPL-2.0-or-later
"""What templates of the pages may use."""
