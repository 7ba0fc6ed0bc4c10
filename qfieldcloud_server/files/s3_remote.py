# SPDX-License-Identifier: GPL-2.0-or-later
"""A bucket of an S3 service as the remote of a store."""

from __future__ import annotations

import contextlib
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from email.utils import parsedate_to_datetime
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from qfieldcloud_server.api.errors import DiskFull, StorageRefuses, StorageUnavailable
from qfieldcloud_server.files.digests import PART_SIZE, Digest
from qfieldcloud_server.files.remote import Held
from qfieldcloud_server.files.storage_place import StoragePlace

T = TypeVar("T")
_BLOCK_SIZE = 1024 * 1024
_CONNECTIONS = 32
_AT_ONCE = 4
# What S3 itself allows is 5 GiB.
MOST_COPIED_AT_ONCE = 1024**3
_MD5_SIZE = 16
_MISSING = frozenset({"404", "NoSuchKey", "NoSuchUpload", "NotFound"})
_FULL = frozenset({"QuotaExceeded", "StorageFull", "XMinioStorageFull", "507"})
_CONFIG = Config(
    connect_timeout=10,
    read_timeout=60,
    retries={"mode": "standard", "total_max_attempts": 4},
    max_pool_connections=_CONNECTIONS,
    # Every body travels with the MD5 that the server knows anyway; newer checksums are refused by some services.
    request_checksum_calculation="when_required",
    response_checksum_validation="when_required",
)


class S3Remote:
    """Bodies go up in the parts whose MD5s make the digest, so the service checks every one of them."""

    def __init__(self, place: StoragePlace) -> None:
        parts = urlsplit(place.url)
        self._place, self._bucket = place, parts.netloc
        self._prefix = f"{parts.path.strip('/')}/".lstrip("/")

    @cached_property
    def _client(self) -> Any:
        own = Config(s3={"addressing_style": "path"}) if self._place.s3_endpoint else Config()
        # A session of its own: the common one is not for several threads.
        return boto3.session.Session().client(
            "s3",
            endpoint_url=self._place.s3_endpoint or None,
            region_name=self._place.s3_region or None,
            # Without: as boto3 finds them, for instance the role of the machine.
            aws_access_key_id=self._place.user or None,
            aws_secret_access_key=self._place.password or None,
            config=_CONFIG.merge(own),
        )

    def put(self, name: str, path: Path, digest: Digest) -> None:
        if digest.size <= PART_SIZE:
            self._put_whole(name, path, digest)
        else:
            self._put_parts(name, path, digest)

    @contextlib.contextmanager
    def get(self, name: str, start: int = 0) -> Iterator[Iterator[bytes]]:
        wanted = {"Range": f"bytes={start}-"} if start else {}
        with _errors(name):
            answer = self._client.get_object(**self._at(name), **wanted)
        with contextlib.closing(answer["Body"]) as body:
            yield _blocks(name, body)

    def look(self, name: str) -> Held | None:
        try:
            with _errors(name):
                answer = self._client.head_object(**self._at(name))
        except FileNotFoundError:
            return None
        modified = answer["LastModified"].timestamp()
        return Held(name, answer["ContentLength"], modified, _now(answer, modified))

    def move(self, name: str, target: str) -> None:
        held = self.look(name)
        if held is None:
            raise FileNotFoundError(name)
        with _errors(name):
            if held.size <= MOST_COPIED_AT_ONCE:
                self._client.copy_object(**self._at(target), CopySource=self._at(name))
            else:
                self._copy_parts(name, target, held.size)
        self.delete(name)

    def delete(self, name: str) -> None:
        with contextlib.suppress(FileNotFoundError), _errors(name):
            self._client.delete_object(**self._at(name))

    def folders(self) -> Iterator[str]:
        for page in self._pages("list_objects_v2", self._prefix, Delimiter="/"):
            for found in page.get("CommonPrefixes", ()):
                yield found["Prefix"].removeprefix(self._prefix).rstrip("/")

    def list(self, folder: str) -> Iterator[Held]:
        start = f"{self._prefix}{folder}/"
        for page in self._pages("list_objects_v2", start):
            for found in page.get("Contents", ()):
                modified = found["LastModified"].timestamp()
                yield Held(found["Key"].removeprefix(start), found["Size"], modified, _now(page, modified))

    def tidy(self, older_than: float) -> int:
        removed = 0
        for page in self._pages("list_multipart_uploads", self._prefix):
            for upload in page.get("Uploads", ()):
                begun = upload["Initiated"].timestamp()
                if _now(page, begun) - begun > older_than:
                    self._abort(upload["Key"], upload["UploadId"])
                    removed += 1
        return removed

    def _at(self, name: str) -> dict[str, str]:
        return {"Bucket": self._bucket, "Key": self._prefix + name}

    def _pages(self, operation: str, prefix: str, **options: str) -> Iterator[Mapping[str, Any]]:
        with _errors(prefix):
            paginator = self._client.get_paginator(operation)
            pages = iter(paginator.paginate(Bucket=self._bucket, Prefix=prefix, **options))
        while True:
            with _errors(prefix):
                page = next(pages, None)
            if page is None:
                return
            yield page

    def _put_whole(self, name: str, path: Path, digest: Digest) -> None:
        with path.open("rb") as file, _errors(name):
            self._client.put_object(**self._at(name), Body=file, ContentMD5=_base64(digest.part_md5s))

    def _put_parts(self, name: str, path: Path, digest: Digest) -> None:
        def put_part(number: int, upload: dict[str, Any]) -> str:
            with path.open("rb") as file:
                file.seek(number * PART_SIZE)
                data = file.read(PART_SIZE)
            md5 = digest.part_md5s[number * _MD5_SIZE : (number + 1) * _MD5_SIZE]
            answer = self._client.upload_part(**upload, Body=data, ContentMD5=_base64(md5))
            return str(answer["ETag"])

        self._in_parts(name, len(digest.part_md5s) // _MD5_SIZE, put_part)
        self._check_arrived(name, digest)

    def _copy_parts(self, name: str, target: str, size: int) -> None:
        def copy_part(number: int, upload: dict[str, Any]) -> str:
            start = number * MOST_COPIED_AT_ONCE
            last = min(start + MOST_COPIED_AT_ONCE, size) - 1
            answer = self._client.upload_part_copy(
                **upload, CopySource=self._at(name), CopySourceRange=f"bytes={start}-{last}"
            )
            return str(answer["CopyPartResult"]["ETag"])

        self._in_parts(target, -(-size // MOST_COPIED_AT_ONCE), copy_part)

    def _in_parts(self, name: str, count: int, send: Callable[[int, dict[str, Any]], str]) -> None:
        """An object made of parts; `send(number, upload)` sends one of them and answers its tag."""
        with _errors(name):
            upload_id = self._client.create_multipart_upload(**self._at(name))["UploadId"]
        upload = self._at(name) | {"UploadId": upload_id}
        try:
            with ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="s3") as threads, _errors(name):
                tags = threads.map(
                    lambda number: send(number, upload | {"PartNumber": number + 1}), range(count)
                )
                parts = [{"PartNumber": number, "ETag": tag} for number, tag in enumerate(tags, 1)]
                self._client.complete_multipart_upload(**upload, MultipartUpload={"Parts": parts})
        except (StorageUnavailable, DiskFull, OSError):
            with contextlib.suppress(StorageUnavailable):
                self._abort(self._prefix + name, upload_id)
            raise

    def _check_arrived(self, name: str, digest: Digest) -> None:
        """The parts were checked one by one; that all of them were put together was not."""
        held = self.look(name)
        if held is None or held.size != digest.size:
            raise StorageUnavailable from ValueError(f"{held} was kept of {digest.size} bytes")

    def _abort(self, key: str, upload_id: str) -> None:
        with contextlib.suppress(FileNotFoundError), _errors(key):
            self._client.abort_multipart_upload(Bucket=self._bucket, Key=key, UploadId=upload_id)


@contextlib.contextmanager
def _errors(name: str) -> Iterator[None]:
    """What boto3 raises, as one of ours."""
    try:
        yield
    except ClientError as error:
        status = error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0)
        code = str(error.response.get("Error", {}).get("Code", ""))
        if code in _MISSING:
            raise FileNotFoundError(name) from error
        if code in _FULL:
            raise DiskFull from error
        # BadDigest: the bytes changed on the way.
        if 400 <= status < 500 and status not in (408, 409, 429) and code != "BadDigest":
            raise StorageRefuses from error
        raise StorageUnavailable from error
    except BotoCoreError as error:
        raise StorageUnavailable from error


def _blocks(name: str, body: Any) -> Iterator[bytes]:
    blocks = body.iter_chunks(_BLOCK_SIZE)
    while True:
        with _errors(name):
            block = next(blocks, b"")
        if not block:
            return
        yield block


def _now(answer: Mapping[str, Any], otherwise: float) -> float:
    """The service's own clock."""
    date = answer.get("ResponseMetadata", {}).get("HTTPHeaders", {}).get("date")
    try:
        return parsedate_to_datetime(date or "").timestamp()
    except ValueError:
        return otherwise


def _base64(md5: bytes) -> str:
    return b64encode(md5).decode()
