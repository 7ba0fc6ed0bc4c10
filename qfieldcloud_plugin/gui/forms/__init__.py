# SPDX-License-Identifier: GPL-2.0-or-later
"""Forms for what is stored in layers and projects; wizard and properties pages show the same ones."""
