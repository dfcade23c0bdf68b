"""Pictures are kept without what cameras write into them. All pictures are drawn by the tests."""

import io
import struct
import zlib

import pytest
from PIL import ExifTags, Image, ImageCms, PngImagePlugin

from bezpiecznik.files.models import StoredFile
from bezpiecznik.files.pictures import BadPicture, clean
from bezpiecznik.files.services import store_picture

RED, BLUE = (200, 20, 20), (20, 20, 200)
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def exif(orientation: int = 1) -> Image.Exif:
    """Place, time, camera and owner, as a phone writes them."""
    told = Image.Exif()
    told[ExifTags.Base.Orientation] = orientation
    told[ExifTags.Base.Make] = "Aparat-Zmyslony"
    told[ExifTags.Base.Artist] = "Jan Zmyslony"
    told[ExifTags.Base.DateTime] = "2022:05:01 12:00:00"
    place = told.get_ifd(ExifTags.IFD.GPSInfo)
    place[ExifTags.GPS.GPSLatitudeRef], place[ExifTags.GPS.GPSLatitude] = "N", (50.0, 52.0, 12.0)
    place[ExifTags.GPS.GPSLongitudeRef], place[ExifTags.GPS.GPSLongitude] = "E", (20.0, 37.0, 42.0)
    return told


def drawn(kind: str, *, orientation: int = 1, mode: str = "RGB", **saving: object) -> bytes:
    """40 x 20 points: the left half red, the right half blue."""
    picture = Image.new("RGB", (40, 20), RED)
    picture.paste(BLUE, (20, 0, 40, 20))
    buffer = io.BytesIO()
    hidden = {} if kind == "GIF" else {"exif": exif(orientation), "icc_profile": PROFILE}
    picture.convert(mode).save(buffer, kind, **{**hidden, **saving})
    return buffer.getvalue()


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_place_camera_and_owner_are_gone(kind: str) -> None:
    before = drawn(kind)
    has_place = bool(opened(before).getexif().get_ifd(ExifTags.IFD.GPSInfo))
    assert has_place or kind == "TIFF"  # Pillow writes no place into a TIFF
    after = clean(before)

    assert not opened(after.content).getexif().get_ifd(ExifTags.IFD.GPSInfo)
    assert ExifTags.Base.Artist not in opened(after.content).getexif()
    assert (b"Zmyslony" in before, b"Zmyslony" in after.content) == (True, False)
    assert after.media_type == f"image/{kind.lower()}"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_the_colour_profile_stays(kind: str) -> None:
    assert opened(clean(drawn(kind)).content).info["icc_profile"] == PROFILE


@pytest.mark.parametrize(
    ("orientation", "size", "corner"), [(1, (40, 20), RED), (3, (40, 20), BLUE), (6, (20, 40), RED)]
)
def test_a_picture_held_sideways_stands_upright(
    orientation: int, size: tuple[int, int], corner: tuple[int, ...]
) -> None:
    after = clean(drawn("PNG", orientation=orientation))
    picture = opened(after.content)

    assert (picture.size, (after.width, after.height)) == (size, size)
    assert picture.convert("RGB").getpixel((2, 2)) == corner
    assert ExifTags.Base.Orientation not in picture.getexif()


def test_comments_of_other_formats_are_gone() -> None:
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", "Jan Zmyslony")
    for data in (
        drawn("PNG", pnginfo=notes),
        drawn("GIF", comment=b"Jan Zmyslony"),
        drawn("JPEG", comment=b"Jan Zmyslony"),
    ):
        assert b"Zmyslony" in data
        assert b"Zmyslony" not in clean(data).content


@pytest.mark.parametrize("mode", ["L", "P", "1"])
def test_colours_survive_in_any_mode(mode: str) -> None:
    before = drawn("PNG", mode=mode, icc_profile=None)
    assert opened(clean(before).content).convert("RGB").tobytes() == opened(before).convert("RGB").tobytes()


def test_transparency_survives() -> None:
    buffer = io.BytesIO()
    Image.new("RGBA", (3, 3), (1, 2, 3, 40)).save(buffer, "PNG")

    assert opened(clean(buffer.getvalue()).content).getpixel((1, 1)) == (1, 2, 3, 40)


def test_the_same_picture_is_cleaned_the_same_way() -> None:
    assert clean(drawn("JPEG")).content == clean(drawn("JPEG")).content


@pytest.mark.parametrize("data", [b"", b"to nie zdjecie", b"%PDF-1.7", b"<svg xmlns='http://www.w3.org/2000/svg'/>"])
def test_what_is_no_picture_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(BadPicture, match="To nie jest zdjęcie JPEG, PNG, WebP, TIFF ani GIF"):
        clean(data)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "GIF"])
def test_a_broken_picture_is_refused_in_words(kind: str) -> None:
    whole = drawn(kind)
    with pytest.raises(BadPicture, match=r"uszkodzony|To nie jest zdjęcie"):
        clean(whole[: len(whole) // 2])


def test_a_picture_of_too_many_points_is_refused_before_it_is_unpacked() -> None:
    with pytest.raises(BadPicture, match="najwyżej 50 mln punktów"):
        clean(bomb(60_000, 60_000))


def test_the_limit_is_of_points_not_of_bytes() -> None:
    with pytest.raises(BadPicture, match="za duże"):
        clean(drawn("PNG"), most_pixels=799)
    assert clean(drawn("PNG"), most_pixels=800).width == 40


def bomb(width: int, height: int) -> bytes:
    """A few bytes that say they are a huge PNG."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 10)) + chunk(b"IEND", b"")
    )


@pytest.mark.django_db
def test_a_stored_picture_is_the_clean_one() -> None:
    stored = store_picture(drawn("JPEG"))

    assert (stored.media_type, stored.read()) == ("image/jpeg", clean(drawn("JPEG")).content)
    assert StoredFile.objects.count() == 1
