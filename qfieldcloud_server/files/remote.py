# SPDX-License-Identifier: GPL-2.0-or-later
"""What a remote store needs of a service elsewhere: few operations on named objects, each whole or not at all."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from qfieldcloud_server.api.errors import StorageRefuses, StorageUnavailable
from qfieldcloud_server.files.digests import Digest

logger = logging.getLogger(__name__)

T = TypeVar("T")
# A service that is restarted is back after some seconds; longer than this nobody should wait for an answer.
PAUSES = (0.2, 1.0, 2.5)


@dataclass(frozen=True, slots=True)
class Held:
    """An object that is there. Both times are told by the service: clocks of several hosts differ."""

    name: str
    size: int
    modified: float
    now: float

    @property
    def age(self) -> float:
        return self.now - self.modified


class Remote(Protocol):
    """Objects by name: `<folder>/<name>`, one level of folders, names of letters, digits, dot and hyphen.

    FileNotFoundError where there is no such object; StorageUnavailable where the service cannot be asked, also
    StorageRefuses (waiting does not help) and DiskFull. What was changed is seen by everybody from then on.
    """

    def put(self, name: str, path: Path, digest: Digest) -> None:
        """Whole, durable and checked when this returns; takes the place of an object of that name."""
        ...

    def get(self, name: str, start: int = 0) -> AbstractContextManager[Iterator[bytes]]:
        """The bytes from a position on, in blocks."""
        ...

    def look(self, name: str) -> Held | None: ...

    def move(self, name: str, target: str) -> None:
        """At every moment there is an object under one of the two names."""
        ...

    def delete(self, name: str) -> None:
        """No error where there is none."""
        ...

    def folders(self) -> Iterator[str]:
        """Those that there are; also empty ones, where the service knows such."""
        ...

    def list(self, folder: str) -> Iterator[Held]:
        """What is in a folder; `Held.name` is without the folder."""
        ...

    def tidy(self, older_than: float) -> int:
        """Remove what uploads that were cut off left behind; returns how many."""
        ...


def patiently(work: Callable[[], T]) -> T:
    """Do something that may be done twice; again after a while where the service could not be reached."""
    for pause in PAUSES:
        try:
            return work()
        except StorageRefuses:
            raise
        except StorageUnavailable as error:
            logger.warning("The file storage did not answer, trying again: %s", error.__cause__ or error)
        time.sleep(pause)
    return work()
