# SPDX-License-Identifier: GPL-2.0-or-later
"""Pictures from outside are redrawn, so that nothing of a stranger's file is ever served."""

from __future__ import annotations

import io

from PIL import Image, ImageOps, UnidentifiedImageError

from qfieldcloud_server.api.errors import InvalidRequest

MAX_BYTES, MAX_SIDE = 5 * 1024 * 1024, 10_000


def small_png(picture: bytes, side: int, *, square: bool = False) -> bytes:
    """``picture`` redrawn as a PNG of at most ``side`` pixels; raises InvalidRequest for what is no picture."""
    if len(picture) > MAX_BYTES:
        raise InvalidRequest("The picture is larger than 5 MB.")
    try:
        with Image.open(io.BytesIO(picture), formats=["PNG", "JPEG", "GIF", "WEBP"]) as image:
            # The header tells the size: a bomb is refused before it is unpacked.
            if max(image.size) > MAX_SIDE:
                raise InvalidRequest("The picture is larger than 10 000 pixels.")
            image.draft("RGB", (side, side))
            upright = ImageOps.exif_transpose(image).convert("RGBA")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise InvalidRequest("This is no PNG, JPEG, GIF or WebP picture.") from error
    if square:
        upright = ImageOps.fit(upright, (side, side))
    upright.thumbnail((side, side))
    out = io.BytesIO()
    upright.save(out, "PNG", optimize=True)
    return out.getvalue()
