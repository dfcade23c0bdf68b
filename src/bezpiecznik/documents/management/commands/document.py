"""`bezpiecznik document KIND --year Y --out DIR`: writes DOCX, PDF (XLSX where tabular), prints one line of JSON.

A PDF that would be too long is written in volumes.

A document made before from the very same frozen data is rendered again under its own number; nothing is written to
the register then, save for files that an interrupted work left out. Otherwise the document gets the next number and is
kept, as if it had been asked for on screen, only with nobody's name. Where the year is not finished yet, a draft is
written: marked as one inside, without a number, and not kept.

What is wrong with the accessibility of the DOCX is told on the standard error, a line each; the files are written.

`bezpiecznik document packet --year Y [--half 1|2] --institution ABBR --out DIR` writes the report of one institution,
out of its last submitted version, or a draft of it before that. Nothing is written to the register.
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import DatabaseError
from django.utils.translation import gettext as _

from bezpiecznik.core import clock
from bezpiecznik.core.frozen import digest
from bezpiecznik.documents import accessibility, queries, rendering, services
from bezpiecznik.documents.kinds import KINDS, NotReady, Wanted
from bezpiecznik.documents.models import Document, DocumentKind, FileFormat
from bezpiecznik.documents.rendering import FileKey

UNUSABLE = 2


class Command(BaseCommand):
    help = "Write a document as DOCX and PDF, and as XLSX where it is tabular; print one line of JSON."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("kind", choices=DocumentKind.values)
        parser.add_argument("--year", type=int, required=True)
        parser.add_argument("--programme", type=int, help="key of the programme, where several have the year")
        parser.add_argument("--out", type=Path, required=True, help="folder for the files; made when missing")
        parser.add_argument("--half", type=int, choices=(1, 2), help="half of the year, where periods are halves")
        parser.add_argument("--subject", default="", help="which of several of the year, e.g. meeting:12")
        parser.add_argument("--institution", default="", help="abbreviation or name, for `packet`")

    def handle(self, *_args: Any, **options: Any) -> None:
        started = time.perf_counter()
        try:
            options["out"].mkdir(parents=True, exist_ok=True)
            document, files = self._made(DocumentKind(options["kind"]), options)
            written = write(options["out"], document, files)
        except (NotReady, OSError) as problem:
            self.stderr.write(str(problem))
            sys.exit(UNUSABLE)
        except DatabaseError as problem:
            self.stderr.write(
                _("Bazy danych nie można odczytać (%(why)s). Uruchom: bezpiecznik migrate") % {"why": problem}
            )
            sys.exit(UNUSABLE)
        for fault in accessibility.faults(files[FileKey(FileFormat.DOCX)]):
            self.stderr.write(_("Dostępność pliku DOCX: %(fault)s") % {"fault": fault})
        told = {
            "kind": document.kind,
            "number": document.number,
            "sha256": document.snapshot_sha256,
            "files": [str(path) for path in written],
            "seconds": round(time.perf_counter() - started, 3),
        }
        self.stdout.write(json.dumps(told, ensure_ascii=False))

    def _made(self, kind: DocumentKind, options: dict[str, Any]) -> tuple[Document, dict[FileKey, bytes]]:
        if kind not in KINDS:
            raise NotReady(_("Dokumentów tego rodzaju jeszcze się nie sporządza."))
        find = KINDS[kind].paper
        wanted = Wanted(
            options["year"], options["half"], options["institution"], options["programme"], options["subject"]
        )
        return services.render_paper(kind, find(wanted)) if find else self._make(kind, wanted)

    def _make(self, kind: DocumentKind, wanted: Wanted) -> tuple[Document, dict[FileKey, bytes]]:
        try:
            return make(kind, wanted)
        except NotReady as reason:
            made = services.render_draft(kind, wanted, issued_on=clock.today())
            self.stderr.write(_("%(reason)s Zapisano projekt.") % {"reason": reason})
            return made


def make(kind: DocumentKind, wanted: Wanted) -> tuple[Document, dict[FileKey, bytes]]:
    """The wanted document and its files. Raises NotReady, with a sentence."""
    material = KINDS[kind].find(wanted)
    known = queries.of_snapshot(kind, digest(material.snapshot)).first()
    document = known or services.enter_document(kind, material, issued_on=clock.today(), by=None)
    files = services.render_again(document)
    services.keep_files(document, files, by=None)
    return document, files


def write(folder: Path, document: Document, files: dict[FileKey, bytes]) -> list[Path]:
    """Paths of the files written. Raises OSError where the folder cannot be written to."""
    paths = [folder / rendering.file_name(document, key) for key in files]
    for path, data in zip(paths, files.values(), strict=True):
        path.write_bytes(data)
    return paths
