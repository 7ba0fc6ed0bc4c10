# SPDX-License-Identifier: GPL-2.0-or-later
"""Files of projects: their versions, the blobs that hold the bytes, and the history of their rows."""
