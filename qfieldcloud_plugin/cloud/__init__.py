# SPDX-License-Identifier: GPL-2.0-or-later
"""Talks to a QFieldCloud server over HTTP: client, credentials, transfers; no QGIS, no Qt."""
