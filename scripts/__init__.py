# SPDX-License-Identifier: GPL-2.0-or-later
"""What `make` runs. Nothing here is shipped."""
