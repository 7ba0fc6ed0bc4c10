# SPDX-License-Identifier: GPL-2.0-or-later
"""Single sign-on: OpenID Connect providers, their keys, the ID tokens they sign and the people these stand for."""
