# SPDX-License-Identifier: GPL-2.0-or-later
"""The subcommands of ``qfieldcloud-server``, one a file; each has ``run(options) -> exit code``."""
