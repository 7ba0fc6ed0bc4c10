# SPDX-License-Identifier: GPL-2.0-or-later
"""What a package holds, and what became of every layer: the result of packaging, and the memory for the next time."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from pathlib import PurePath
from typing import Any, Optional

from ..etag import Digests

EXPORTED = ".exported_"
"""How the names of files begin that exporters write while a package is made."""


@dataclass(frozen=True)
class PackagedFile:
    """One file of a package. `md5sum` is QField's ETag (`engine.etag`), not always an MD5.

    It and `sha256` are "" where `PackageOptions.with_digests` is off.

    `source` names the project's file whose bytes these are, "" when packaging made them. `fingerprint` stands for
    everything the content was made of: the same fingerprint always means the same bytes. With `is_written` false
    the file is as it was in the package before and the caller has it; nothing was put into the folder.
    """

    name: str
    size: int
    sha256: str
    md5sum: str
    source: str = ""
    fingerprint: str = ""
    is_written: bool = True
    part_md5s: str = ""
    """The MD5s of its 8 MiB parts in hex, one after the other; "" when unknown."""


def described(name: str, digests: Digests, *, source: str = "", fingerprint: str = "") -> PackagedFile:
    """A file that was just written."""
    return PackagedFile(
        name,
        digests.size,
        digests.sha256,
        digests.etag,
        source,
        fingerprint,
        part_md5s=digests.part_md5s.hex(),
    )


@dataclass(frozen=True)
class PackageWarning:
    """Something a person should know; `layer_id` is "" when it is about the whole project."""

    code: str
    text: str
    layer_id: str = ""


@dataclass(frozen=True)
class PackagedTable:
    """Where an offline layer's rows are in the package, and where they came from (`source` is below the root)."""

    layer_id: str
    file: str
    table: str
    local_key: str
    source: str
    source_table: str
    source_key: str
    fingerprint: str = ""
    identity: str = ""
    """What stood for the file when the rows were read; the rows may be older than the file."""
    file_identity: str = ""
    """What stood for the file when this package was made."""
    has_all_rows: bool = False
    """Nothing chose among the rows, so what became of one row says nothing of the others."""

    @property
    def is_exported(self) -> bool:
        """Its rows came through an exporter, so there is no table to which they could go back."""
        return PurePath(self.source).name.startswith(EXPORTED)


@dataclass(frozen=True)
class BaseMap:
    """The base map that was drawn, or could not be."""

    look: str
    """Stands for everything that it shows but rows."""
    made_by: str
    """Stands for whoever drew it (`BaseMapMaker.identity`)."""
    rows: str
    """Stands for those rows; "" when it shows none that are known to change."""
    tried_at: float
    """When it was drawn, or last found to be as it should, in seconds since 1970."""
    file: str = ""
    """Its name in the package; "" when there is none."""
    problem: str = ""
    """Why there is none, or gaps in it."""
    layer: str = ""
    """The XML of the layer that shows vector tiles; "" for pictures."""
    is_former: bool = False
    """It was to be drawn anew, and could not be."""


@dataclass
class PackageReport:
    project_file: str
    files: list[PackagedFile] = field(default_factory=list)
    layers: dict[str, dict[str, Any]] = field(default_factory=dict)
    """The API's layer statuses of the project as it was before packaging (`qgis_layers_data`)."""
    packaged_layers: dict[str, dict[str, Any]] = field(default_factory=dict)
    """The same of the packaged project (`qfield_layer_data`)."""
    actions: dict[str, str] = field(default_factory=dict)
    """What was done with each layer: offline, copy, keep, remove or online."""
    tables: list[PackagedTable] = field(default_factory=list)
    warnings: list[PackageWarning] = field(default_factory=list)
    areas_for: list[str] = field(default_factory=list)
    """For whom the project keeps an area: "person:anna", "team:north"."""
    made_for: str = ""
    """Whose area this package was made with; "" when it is everybody's."""
    frames: dict[str, str] = field(default_factory=dict)
    """What stands for each GeoPackage that offline rows come from, but for its rows; by its name below the root."""
    base_map: Optional[BaseMap] = None
    """None when the project wants none, or brings its own."""
    made_of: str = ""
    """Stands for everything else that went into the package; "" when that is not known."""

    def file(self, name: str) -> Optional[PackagedFile]:
        return next((file for file in self.files if file.name == name), None)

    @property
    def size(self) -> int:
        return sum(file.size for file in self.files)

    def to_json(self) -> dict[str, Any]:
        """Plain data; `from_json` gives the report back."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> PackageReport:
        return cls(
            project_file=data["project_file"],
            files=[PackagedFile(**item) for item in data["files"]],
            layers=data["layers"],
            packaged_layers=data["packaged_layers"],
            actions=data["actions"],
            tables=[PackagedTable(**item) for item in data["tables"]],
            warnings=[PackageWarning(**item) for item in data["warnings"]],
            areas_for=data.get("areas_for", []),
            made_for=data.get("made_for", ""),
            frames=data.get("frames", {}),
            base_map=BaseMap(**data["base_map"]) if data.get("base_map") else None,
            made_of=data.get("made_of", ""),
        )
