# SPDX-License-Identifier: GPL-2.0-or-later
"""The package a device would download now, and how its layers fared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Mapping, Optional, Tuple

from ..answers import Answer, each
from ..transport import Transport
from .files import File, read_file


@dataclass(frozen=True)
class PackagedLayer:
    """`error_code` is "no_error" when all is well."""

    id: str
    name: str
    is_valid: bool
    error_code: str
    error_summary: str


@dataclass(frozen=True)
class Package:
    id: str
    status: str
    packaged_at: Optional[datetime]
    files: Tuple[File, ...]
    layers: Mapping[str, PackagedLayer]


class PackagesApi:
    """`packages/`."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def latest(self, project_id: str) -> Package:
        """The newest package; Rejected with `invalid_job` when there is none yet."""
        answer = Answer(self._transport.json("GET", f"packages/{project_id}/latest/"))
        layers = answer.object("layers")
        return Package(
            id=answer.text("package_id"),
            status=answer.text("status", ""),
            packaged_at=answer.time("packaged_at"),
            files=tuple(each(answer.items("files"), read_file)),
            layers={layer_id: _layer(layer_id, Answer(layer)) for layer_id, layer in layers.items()},
        )


def _layer(layer_id: str, answer: Answer) -> PackagedLayer:
    return PackagedLayer(
        id=layer_id,
        name=answer.text("name", ""),
        is_valid=answer.flag("is_valid"),
        error_code=answer.text("error_code", ""),
        error_summary=answer.text("error_summary", ""),
    )
