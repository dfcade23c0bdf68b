"""Pictures without what cameras write into them: place, time, device, owner. Pure: bytes in, bytes out.

The picture is drawn anew, so nothing travels with it but its colours: orientation is turned into the picture itself,
the colour profile is kept. Only the first image of an animation or of a many-page TIFF is kept.
"""

import io
import warnings
from dataclasses import dataclass

from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

MOST_PIXELS = 50_000_000
"""Of one picture: more than any camera of a phone makes by default, and about 200 MB once unpacked."""
MEDIA_TYPES = {
    "JPEG": "image/jpeg",
    "PNG": "image/png",
    "WEBP": "image/webp",
    "TIFF": "image/tiff",
    "GIF": "image/gif",
}
SAVING: dict[str, dict[str, object]] = {
    "JPEG": {"quality": 90, "optimize": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 90},
    "TIFF": {"compression": "tiff_lzw"},
    "GIF": {},
}


class BadPicture(ValueError):
    """Not a picture that can be kept; the message is a sentence for the person who brought it."""


@dataclass(frozen=True)
class CleanPicture:
    content: bytes
    media_type: str
    width: int
    height: int


def clean(data: bytes, *, most_pixels: int = MOST_PIXELS) -> CleanPicture:
    """The same picture without hidden data. Raises BadPicture for what is no picture, is broken, or is too large."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns of large and odd files; we judge by size and by opening
            with Image.open(io.BytesIO(data), formats=list(MEDIA_TYPES)) as opened:
                return _drawn_anew(opened, most_pixels)
    except BadPicture:
        raise
    except UnidentifiedImageError as problem:
        raise BadPicture(
            _("To nie jest zdjęcie JPEG, PNG, WebP, TIFF ani GIF. Zapisz je w jednym z tych formatów.")
        ) from problem
    except Image.DecompressionBombError as problem:
        raise _too_large(most_pixels) from problem
    except Exception as problem:  # a broken file may fail anywhere inside the decoder
        raise BadPicture(
            _("Plik ze zdjęciem jest uszkodzony. Zapisz zdjęcie jeszcze raz i dodaj ponownie.")
        ) from problem


def _too_large(most_pixels: int) -> BadPicture:
    told = _("Zdjęcie jest za duże: może mieć najwyżej %(most)d mln punktów. Zmniejsz je i dodaj ponownie.")
    return BadPicture(told % {"most": most_pixels // 1_000_000})


def _drawn_anew(opened: Image.Image, most_pixels: int) -> CleanPicture:
    if opened.width * opened.height > most_pixels:
        raise _too_large(most_pixels)
    kind, profile = str(opened.format), opened.info.get("icc_profile")
    opened.load()
    upright = ImageOps.exif_transpose(opened)
    bare = Image.frombytes(upright.mode, upright.size, upright.tobytes())
    if upright.mode == "P" and upright.palette:
        bare.putpalette(upright.getpalette(upright.palette.mode) or [], upright.palette.mode)
    transparent = opened.info.get("transparency")
    extra = {"transparency": transparent} if transparent is not None and kind in {"PNG", "GIF"} else {}
    if kind == "JPEG" and bare.mode not in {"L", "RGB", "CMYK"}:
        bare = bare.convert("RGB")
    buffer = io.BytesIO()
    with_profile = {"icc_profile": profile} if profile and kind != "GIF" else {}
    bare.save(buffer, kind, **SAVING[kind], **extra, **with_profile)
    return CleanPicture(buffer.getvalue(), MEDIA_TYPES[kind], bare.width, bare.height)


SMALL_SIDE = 640


def small(data: bytes, *, longest_side: int = SMALL_SIDE) -> CleanPicture:
    """A light copy of a clean picture as JPEG, no side longer than this; what was transparent becomes white."""
    with Image.open(io.BytesIO(data), formats=list(MEDIA_TYPES)) as opened:
        opened.load()
        with_alpha = opened.convert("RGBA")
    ground = Image.new("RGB", with_alpha.size, "white")
    ground.paste(with_alpha, mask=with_alpha.getchannel("A"))
    ground.thumbnail((longest_side, longest_side))
    buffer = io.BytesIO()
    ground.save(buffer, "JPEG", quality=80, optimize=True)
    return CleanPicture(buffer.getvalue(), MEDIA_TYPES["JPEG"], ground.width, ground.height)
