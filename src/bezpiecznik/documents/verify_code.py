"""The QR code that leads from a paper to the page where it is verified. The same address gives the same picture."""

import io

import segno

ALT = "Kod QR z adresem strony, na której można sprawdzić dokument."
PIXELS = 8  # of one module in PNG


def svg(address: str) -> str:
    """The code as SVG, for PDF."""
    written = io.BytesIO()
    _code(address).save(written, kind="svg", xmldecl=False, border=0)
    return written.getvalue().decode()


def png(address: str) -> bytes:
    """The code as PNG, for a word processor."""
    written = io.BytesIO()
    _code(address).save(written, kind="png", scale=PIXELS, border=0)
    return written.getvalue()


def _code(address: str) -> segno.QRCode:
    """Error correction M: a stamp or a fold may cover a seventh of it."""
    return segno.make(address, error="m", micro=False, boost_error=False)


def data_uri(address: str) -> str:
    """The code as the address of a picture, for a page."""
    return str(_code(address).png_data_uri(scale=4, border=2))
