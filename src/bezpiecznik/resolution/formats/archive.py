"""ZIP containers of office documents, opened as if a stranger had packed them: bounded, and nothing is fetched."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Mapping
from typing import Any, Protocol

from lxml import etree

from bezpiecznik.resolution.document import UnreadableDocument
from bezpiecznik.resolution.formats.refusals import locked, too_deep

MAX_PARTS = 3_000
MAX_DECLARED = 400_000_000
MAX_PART = 120_000_000
MAX_TREE = 50_000_000
MAX_TAGS = 2_000_000
MAX_RATIO = 400
SMALL = 10_000_000
_CHUNK = 65_536

_AGAIN = "otwórz go w\u00a0programie biurowym, zapisz na nowo i\u00a0wczytaj ponownie."
_STRICT = b"http://purl.oclc.org/ooxml/"
_TRANSITIONAL = (
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships",
     b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main",
     b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/spreadsheetml/main",
     b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
)  # fmt: skip
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class Listener(Protocol):
    """Hears the elements of a part one after another, by their names without namespaces."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def data(self, text: str) -> None:
        """Text between tags, perhaps in pieces."""


class Archive:
    """Parts of a packed document by name; every refusal is an UnreadableDocument with one Polish sentence."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            entries = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as fault:
            raise damaged() from fault
        _check(entries)
        self._entries = {entry.filename: entry for entry in entries}
        self._left = MAX_DECLARED

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    @property
    def names(self) -> list[str]:
        """Names of all parts, as packed."""
        return list(self._entries)

    def read(self, name: str, most: int = MAX_PART) -> bytes:
        """The whole of one part; what it declares of its size is checked, and then what really comes out."""
        entry = self._entries[name]
        if entry.file_size > most:
            raise _too_much()
        try:
            with self._zip.open(entry) as part:
                content = part.read(most + 1)
        except (zipfile.BadZipFile, zlib.error, ValueError, OSError, NotImplementedError, EOFError) as fault:
            raise damaged() from fault
        except RuntimeError as fault:  # what zipfile says of an encrypted part
            raise locked() from fault
        self._left -= len(content)
        if len(content) > most or self._left < 0:
            raise _too_much()
        return content

    def xml(self, name: str) -> etree._Element | None:
        """The root of a part, None where there is no such part."""
        return _parse(self.read(name, MAX_TREE)) if name in self._entries else None

    def feed(self, name: str, listener: Listener) -> None:
        """Read a part of any length as a stream of beginnings and ends, so that it needs little memory."""
        parser = etree.XMLParser(
            target=_Guarded(listener), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        )
        try:
            content = self.read(name)
            for at in range(0, len(content), _CHUNK):
                parser.feed(content[at : at + _CHUNK])
            parser.close()
        except (etree.XMLSyntaxError, ValueError, AssertionError) as fault:
            if isinstance(fault, UnreadableDocument):
                raise
            raise _broken_xml(fault) from fault

    def related(self, name: str, kind: str) -> list[str]:
        """Parts of this archive that `name` ("" for the whole) points to by a relation of a kind.

        A relation that points outside (linked picture, remote template) is passed over.
        """
        return [target for kind_of, target in self.relations(name).values() if kind_of == kind]

    def relations(self, name: str) -> dict[str, tuple[str, str]]:
        """Kind and part of this archive of each relation of `name`, by its key."""
        folder, file = posixpath.split(name)
        root = self.xml(posixpath.join(folder, "_rels", file + ".rels"))
        found: dict[str, tuple[str, str]] = {}
        for link in () if root is None else root.iter(_RELATION):
            if link.get("TargetMode") == "External":
                continue
            target = posixpath.normpath(posixpath.join("/", folder, link.get("Target") or "")).lstrip("/")
            if target in self._entries:
                found[link.get("Id") or ""] = ((link.get("Type") or "").rpartition("/")[2], target)
        return found


class _Guarded:
    """Passes on what a listener may hear: names without their namespaces, and no document type at all."""

    def __init__(self, listener: Listener) -> None:
        self._listener = listener
        self._names: dict[str, str] = {}

    def doctype(self, *_: str | None) -> None:
        """No office document has one."""
        raise _with_entities()

    def start(self, tag: str | bytes, attrib: Mapping[Any, Any]) -> None:
        """An element begins."""
        self._listener.start(self._local(str(tag)), attrib)

    def end(self, tag: str | bytes) -> None:
        """An element ends."""
        self._listener.end(self._local(str(tag)))

    def data(self, data: str | bytes) -> None:
        """Text between tags."""
        self._listener.data(str(data))

    def comment(self, text: str | bytes) -> None:
        """Comments say nothing."""

    def close(self) -> None:
        """The part is over."""

    def _local(self, tag: str) -> str:
        if tag not in self._names and len(self._names) < 1000:
            self._names[tag] = tag.rpartition("}")[2]
        return self._names.get(tag) or tag.rpartition("}")[2]


def _check(entries: list[zipfile.ZipInfo]) -> None:
    """Refuse by the list of contents alone what cannot be an honest document."""
    if len(entries) > MAX_PARTS:
        raise _too_much()
    if sum(entry.file_size for entry in entries) > MAX_DECLARED:
        raise _too_much()
    for entry in entries:
        if entry.flag_bits & 0x1:
            raise locked()
        if entry.file_size > SMALL and entry.file_size > MAX_RATIO * max(entry.compress_size, 1):
            raise _too_much()
        if entry.filename.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", entry.filename):
            raise UnreadableDocument(f"Plik ma części o\u00a0niedozwolonych nazwach: {_AGAIN}")


def _parse(content: bytes) -> etree._Element:
    """No entities, no document type, no network, bounded depth and length of texts."""
    if content.count(b"<") > MAX_TAGS or content.count(b"=") > 2 * MAX_TAGS:
        raise _too_much()
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    plain = _plain(content)
    try:
        return etree.fromstring(plain, parser)
    except (etree.XMLSyntaxError, ValueError, AssertionError) as fault:
        raise _broken_xml(fault) from fault


def _plain(content: bytes) -> bytes:
    """Without a document type, which office documents never have; names of the strict standard made usual."""
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content or b"<\x00!\x00D\x00O\x00C" in content:
        raise UnreadableDocument(
            f"Plik zawiera definicje encji XML, których nie ma w\u00a0zwykłym dokumencie: {_AGAIN}"
        )
    if content[:2] in (b"\xfe\xff", b"\xff\xfe") or b"\x00" in content[:8]:
        raise damaged()
    if _STRICT in content[:20_000]:
        for strict, usual in _TRANSITIONAL:
            content = content.replace(strict, usual)
    return content


def damaged() -> UnreadableDocument:
    """What is said of a file that does not open."""
    return UnreadableDocument(f"Plik jest uszkodzony i\u00a0nie da się go otworzyć w\u00a0całości: {_AGAIN}")


def _with_entities() -> UnreadableDocument:
    return UnreadableDocument(f"Plik zawiera encje XML, których nie ma w\u00a0zwykłym dokumencie: {_AGAIN}")


def _too_much() -> UnreadableDocument:
    return UnreadableDocument(
        "Po rozpakowaniu plik jest za duży jak na uchwałę:"
        " wczytaj sam tekst uchwały, bez obrazów i\u00a0dołączonych danych."
    )


def _broken_xml(fault: Exception) -> UnreadableDocument:
    return too_deep() if "depth" in str(fault).casefold() else damaged()
