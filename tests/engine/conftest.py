# SPDX-License-Identifier: GPL-2.0-or-later
"""How far the property tests go: a bounded budget in `make test`, hours in `make fuzz`."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

_files_are_slow = [
    HealthCheck.too_slow,
    HealthCheck.data_too_large,
    HealthCheck.function_scoped_fixture,
    HealthCheck.filter_too_much,
]
# Of each property: a bounded round of `make fuzz` is FUZZ_EXAMPLES=500 make fuzz.
_most = int(os.environ.get("FUZZ_EXAMPLES", "20000"))
settings.register_profile("test", max_examples=25, deadline=None, suppress_health_check=_files_are_slow)
settings.register_profile("fuzz", max_examples=_most, deadline=None, suppress_health_check=list(HealthCheck))
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "test"))
