# SPDX-License-Identifier: GPL-2.0-or-later
"""A delta that was sent before in another form: only what was added since is still to be applied.

QField keeps deltas when it could not learn what became of them, and adds further edits of a feature to them
under the same id. The first form may be applied by then; its values are what the second form starts from.
"""

from __future__ import annotations

from dataclasses import replace

from qfieldcloud_plugin.engine.delta import CREATE, PATCH, Delta, State


def remainder(former: Delta, delta: Delta) -> Delta:
    """What is left of `delta` once `former`, an earlier form of it, has been applied."""
    if former.method not in (CREATE, PATCH) or delta.method != former.method:
        return delta
    before, after = former.new or State(), delta.new or State()
    changed = {
        name: value
        for name, value in after.values.items()
        if name not in before.values or before.values[name] != value
    }
    known = dict(delta.old.values) if delta.old else {}
    known.update(before.values)
    has_geometry = after.has_geometry and (not before.has_geometry or before.geometry != after.geometry)
    old = State(attributes=known, geometry=before.geometry, has_geometry=before.has_geometry)
    new = replace(
        after,
        attributes=changed,
        geometry=after.geometry if has_geometry else None,
        has_geometry=has_geometry,
        is_snapshot=False,
    )
    return replace(delta, method=PATCH, old=old, new=new)
