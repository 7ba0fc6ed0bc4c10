# SPDX-License-Identifier: GPL-2.0-or-later
"""People, organizations, teams, their sign-ins and their quotas."""
