"""A logo as it was brought, made a plain PNG of a sensible size: nothing travels in it but its colours. Pure."""

import io
import re
from dataclasses import dataclass
from pathlib import Path

import typst
from django.utils.translation import gettext as _
from lxml import etree
from PIL import Image

from bezpiecznik.files.pictures import BadPicture, clean

LARGEST = 1_000_000  # bytes of the file brought
WIDEST, TALLEST = 1200, 600  # pixels kept: more than a printer shows in 60 by 16 mm
NARROWEST = 40
MOST_PIXELS = 40_000_000
FORBIDDEN = frozenset({"script", "image", "foreignObject", "iframe", "audio", "video", "animate", "set", "style"})
MOST_USES = 20
OUTSIDE = re.compile(r"url\(\s*['\"]?(?!#)", re.IGNORECASE)
TEMPLATE = Path(__file__).parent / "typst" / "logo.typ"


@dataclass(frozen=True)
class Drawn:
    """The picture that is kept."""

    data: bytes
    width: int
    height: int


def drawn(data: bytes) -> Drawn:
    """PNG made of a PNG or SVG. Raises BadPicture, with a sentence for the person who brought it."""
    if len(data) > LARGEST:
        raise BadPicture(_("Plik z logo jest za duży: może mieć najwyżej 1 MB."))
    picture = data if data.startswith(b"\x89PNG") else _rasterised(data)
    with Image.open(io.BytesIO(clean(picture, most_pixels=MOST_PIXELS).content), formats=["PNG"]) as opened:
        image = opened.convert("RGBA")
    if min(image.size) < NARROWEST:
        raise BadPicture(
            _("Logo jest za małe: każdy bok musi mieć co najmniej %(least)s punktów.") % {"least": NARROWEST}
        )
    image.thumbnail((WIDEST, TALLEST), Image.Resampling.LANCZOS)
    written = io.BytesIO()
    image.save(written, "PNG", optimize=True)
    return Drawn(written.getvalue(), image.width, image.height)


def _rasterised(data: bytes) -> bytes:
    source = _harmless_svg(data)
    try:
        made = typst.compile(TEMPLATE, root=TEMPLATE.parent, format="png", ppi=500, sys_inputs={"svg": source})
    except Exception as problem:  # the drawing program refuses with errors of its own
        raise BadPicture(_("Pliku SVG nie da się narysować. Zapisz logo jako PNG i dodaj ponownie.")) from problem
    return made


def _harmless_svg(data: bytes) -> str:
    """The text of an SVG that is a drawing and nothing else. Raises BadPicture."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as problem:
        raise BadPicture(_("To nie jest plik PNG ani SVG. Zapisz logo w jednym z tych formatów.")) from problem
    if etree.QName(root).localname != "svg":
        raise BadPicture(_("To nie jest plik PNG ani SVG. Zapisz logo w jednym z tych formatów."))
    if root.getroottree().docinfo.internalDTD is not None or not _is_only_a_drawing(root):
        raise BadPicture(
            _("Plik SVG zawiera skrypt, obcy obraz albo odsyłacz na zewnątrz. Zapisz sam rysunek albo użyj pliku PNG.")
        )
    return etree.tostring(root, encoding="unicode")


def _is_only_a_drawing(root: etree._Element) -> bool:
    elements = [element for element in root.iter() if isinstance(element.tag, str)]
    names = [etree.QName(element).localname for element in elements]
    return (
        len(elements) == sum(1 for _each in root.iter())
        and not FORBIDDEN & set(names)
        and names.count("use") <= MOST_USES
        and all(_is_inside(name, value) for element in elements for name, value in element.attrib.items())
    )


def _is_inside(name: str | bytes, value: str | bytes) -> bool:
    """Whether the attribute neither runs anything nor leads outside the file."""
    local = etree.QName(name).localname.casefold()
    leads_out = local == "href" and not str(value).startswith("#")
    return not (leads_out or local.startswith("on") or OUTSIDE.search(str(value)))
