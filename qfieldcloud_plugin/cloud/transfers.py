# SPDX-License-Identifier: GPL-2.0-or-later
"""Files on the wire: resumed and verified downloads, streamed and verified uploads."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Callable, Dict, Optional

import requests
import urllib3

from ..engine.etag import etag_of_file
from ..engine.message import Message
from ..engine.sync.errors import local_error
from ..engine.sync.progress import CancelToken, Progress, ProgressCallback
from .api.files import File, FilesApi
from .errors import CloudError, DamagedTransfer, FileMovedOn
from .multipart import CHUNK, MultipartFile
from .transport import Transport, connection_error, file_path, pause


@dataclass(frozen=True)
class Wanted:
    """Bytes to fetch: the API path they are at, and what they must be when they have arrived."""

    name: str
    path: str
    size: int
    etag: str
    version_id: str = ""


def wanted_version(project_id: str, name: str, version_id: str, size: int, etag: str) -> Wanted:
    """A version of a project's file."""
    return Wanted(name, f"files/{project_id}/{file_path(name)}/", size, etag, version_id)


def download(
    transport: Transport,
    wanted: Wanted,
    destination: Path,
    progress: ProgressCallback,
    cancel: CancelToken,
) -> None:
    """Put the bytes at `destination`, whole and verified or not at all.

    They grow in a `.part` file beside it that is named after their checksum, so a later call goes on where
    an earlier one ended, and never with the bytes of another version.
    """
    part = destination.with_name(f"{destination.name}.{wanted.etag.replace('/', '_')}.part")
    destination.parent.mkdir(parents=True, exist_ok=True)
    failures = 0
    while True:
        cancel.check()
        before = _size(part)
        try:
            _fetch(transport, wanted, part, progress, cancel)
            _verify(wanted, part)
            part.replace(destination)
        except CloudError as error:
            # An attempt that brought new bytes was not in vain: only standing still counts as failing.
            failures = 0 if _size(part) > before else failures + 1
            if not error.transient or failures == transport.network.attempts:
                raise
            pause(failures, transport.network, cancel)
        except OSError as error:
            raise local_error(error, wanted.name) from error
        else:
            return


def _fetch(
    transport: Transport, wanted: Wanted, part: Path, progress: ProgressCallback, cancel: CancelToken
) -> None:
    start = _size(part)
    if start > wanted.size:
        part.unlink()
        start = 0
    if start == wanted.size and wanted.size:
        return
    response = _open(transport, wanted, start)
    if response.status_code == 416:
        # The server will not go on from here: take it from the beginning.
        response.close()
        part.unlink()
        start = 0
        response = _open(transport, wanted, start)
    # A server that answers 200 to a Range sends everything anew; appending that would ruin the file.
    start = start if response.status_code == 206 else 0
    try:
        _write(response, wanted, part, start, progress, cancel)
    except (requests.RequestException, urllib3.exceptions.HTTPError) as error:
        raise connection_error(error, transport.server) from error
    finally:
        response.close()


def _open(transport: Transport, wanted: Wanted, start: int) -> requests.Response:
    # Compressed answers would not fit the byte counts that resuming relies on.
    headers = {"Accept-Encoding": "identity"}
    if start:
        headers["Range"] = f"bytes={start}-"
    params = {"version": wanted.version_id} if wanted.version_id else None
    return transport.send(
        "GET", wanted.path, headers=headers, params=params, stream=True, accept=(416,) if start else ()
    )


def _write(
    response: requests.Response,
    wanted: Wanted,
    part: Path,
    start: int,
    progress: ProgressCallback,
    cancel: CancelToken,
) -> None:
    done = start
    with part.open("ab" if start else "wb") as file:
        for chunk in response.iter_content(CHUNK):
            cancel.check()
            file.write(chunk)
            done += len(chunk)
            progress(Progress("download", wanted.name, done=done, total=wanted.size))
        file.flush()
        os.fsync(file.fileno())


def _verify(wanted: Wanted, part: Path) -> None:
    size = _size(part)
    if size < wanted.size:
        raise DamagedTransfer(
            Message(
                "The connection ended before “{name}” was complete. Sync again to go on.",
                name=wanted.name,
            )
        )
    if size == wanted.size and (not wanted.etag or etag_of_file(part) == wanted.etag):
        return
    part.unlink()
    raise DamagedTransfer(
        Message(
            "“{name}” arrived damaged and was thrown away. The file you have was left as it was; sync again.",
            name=wanted.name,
        )
    )


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def upload(
    transport: Transport,
    project_id: str,
    name: str,
    source: Path,
    headers: Dict[str, str],
    progress: ProgressCallback,
    cancel: CancelToken,
) -> File:
    """Send a file and make sure the server holds exactly these bytes. `headers` may carry If-Match.

    An answer that got lost does not lead to a second version: before anything is sent again, the server is
    asked whether it arrived.
    """
    files = FilesApi(transport)
    size, etag = source.stat().st_size, etag_of_file(source)
    sent = _progress_of(name, size, progress, cancel)
    attempts = transport.network.attempts
    for attempt in range(attempts):
        cancel.check()
        try:
            _send(transport, project_id, name, source, headers, sent)
            break
        except CloudError as error:
            arrived = attempt_arrived(files, project_id, name, etag, error)
            if arrived is not None:
                return arrived
            if not error.transient or isinstance(error, FileMovedOn) or attempt + 1 == attempts:
                raise
            pause(attempt, transport.network, cancel)
        except OSError as error:
            raise local_error(error, name) from error
    return _stored(files, project_id, name, size, etag)


def attempt_arrived(
    files: FilesApi, project_id: str, name: str, etag: str, error: CloudError
) -> Optional[File]:
    """The file on the server when it holds our bytes in spite of `error`; only asked when that can be."""
    if not error.transient:
        return None
    try:
        file = files.get(project_id, name)
    except CloudError:
        # The first failure says more than the one of this question.
        return None
    return file if file is not None and file.etag == etag else None


def _progress_of(
    name: str, size: int, progress: ProgressCallback, cancel: CancelToken
) -> Callable[[int], None]:
    def sent(done: int) -> None:
        cancel.check()
        progress(Progress("upload", name, done=done, total=size))

    return sent


def _send(
    transport: Transport,
    project_id: str,
    name: str,
    source: Path,
    headers: Dict[str, str],
    sent: Callable[[int], None],
) -> None:
    with MultipartFile(source, sent) as body:
        transport.send(
            "POST",
            f"files/{project_id}/{file_path(name)}/",
            data=body,
            headers={**headers, "Content-Type": body.content_type, "Accept": "application/json"},
        )


def _stored(files: FilesApi, project_id: str, name: str, size: int, etag: str) -> File:
    file = files.get(project_id, name)
    if file is None or not any(version.etag == etag for version in file.versions):
        # Seen in the wild: a server that stored three bytes of two gigabytes and reported success.
        raise DamagedTransfer(
            Message(
                "The server did not keep “{name}” as it was sent ({size} bytes). "
                "Your file is untouched; sync again.",
                name=name,
                size=size,
            )
        )
    return file
