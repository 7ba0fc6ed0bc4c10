# SPDX-License-Identifier: GPL-2.0-or-later
"""Uploads flow from the socket straight into the blob store; memory does not grow with the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import IO, Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest, UnreadablePostError
from django.utils.http import parse_header_parameters
from rest_framework.exceptions import ParseError
from rest_framework.parsers import BaseParser, FormParser, MultiPartParser
from rest_framework.request import Request

from qfieldcloud_server.api.errors import EmptyContent, MultipleContents
from qfieldcloud_server.api.parsers import JSONParser
from qfieldcloud_server.files.blobs import BlobWriter
from qfieldcloud_server.files.storage import blob_store

FIELD = "file"
# Long enough for any boundary (70 characters) and what may follow the last one.
_TAIL = 1024


class IncomingFile(UploadedFile):  # type: ignore[type-arg]
    """A file part that was written to the store and is not kept yet."""

    def __init__(self, writer: BlobWriter) -> None:
        super().__init__(name=FIELD, size=writer.size)
        self.writer = writer


class BlobUploadHandler(FileUploadHandler):
    """Writes the part `file`; other file parts are read and dropped."""

    chunk_size = 1024 * 1024

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__(request)
        self.parts = 0
        self.writer: BlobWriter | None = None

    def new_file(self, field_name: str, *args: Any, **kwargs: Any) -> None:
        super().new_file(field_name, *args, **kwargs)
        if field_name == FIELD:
            self.parts += 1
        if field_name != FIELD or self.parts > 1:
            raise SkipFile
        self.writer = blob_store().writer()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if self.writer:
            self.writer.write(raw_data)

    def file_complete(self, file_size: int) -> IncomingFile | None:
        return IncomingFile(self.writer) if self.writer else None

    def discard(self) -> None:
        if self.writer:
            self.writer.discard()


class WholeMultiPartParser(MultiPartParser):
    """Django's parser takes a body that was cut off for a whole one; this one does not."""

    def parse(self, stream: IO[Any], media_type: str | None = None, parser_context: Any = None) -> Any:
        checked = _CheckedStream(stream)
        try:
            parsed = super().parse(checked, media_type, parser_context)  # type: ignore[arg-type]
        except UnreadablePostError as error:
            raise ParseError("The request ended early.") from error
        boundary = parse_header_parameters(media_type or "")[1].get("boundary", "")
        if f"--{boundary}--".encode() not in checked.tail:
            raise ParseError("The last part of the request is missing.")
        return parsed


class _CheckedStream:
    """Remembers the end of what was read."""

    def __init__(self, stream: IO[Any]) -> None:
        self.tail = b""
        self._stream = stream

    def read(self, size: int = -1) -> bytes:
        data: bytes = self._stream.read(size)
        self.tail = (self.tail + data[-_TAIL:])[-_TAIL:]
        return data


class ReceivesFile:
    """For views: sets up the upload handler before anything can read the body."""

    parser_classes: Sequence[type[BaseParser]] = (WholeMultiPartParser, JSONParser, FormParser)

    def initialize_request(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Request:
        if request.method == "POST":
            request.upload_handlers = [BlobUploadHandler(request)]
        prepared: Request = super().initialize_request(request, *args, **kwargs)  # type: ignore[misc]
        return prepared


@contextmanager
def received_file(request: Request) -> Iterator[BlobWriter]:
    """The one part `file` of a request; discarded at the end unless it was kept."""
    handler: BlobUploadHandler = request._request.upload_handlers[0]  # type: ignore[assignment]
    try:
        found = request.data.get(FIELD) if hasattr(request.data, "get") else None
        if handler.parts > 1:
            raise MultipleContents
        if not isinstance(found, IncomingFile) or not handler.writer:
            raise EmptyContent
        yield handler.writer
    finally:
        handler.discard()
