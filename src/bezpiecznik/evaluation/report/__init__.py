"""The yearly report to the council, out of frozen evidence alone (`evaluation.evidence` gives its shape).

Pure: plain Polish, no database, no clock. Each chapter is a module with one function `chapter(evidence)`.
"""

from itertools import chain
from typing import Any

from bezpiecznik.documents.content import Block, DocumentContent, Signatory, Signatures, TableOfContents
from bezpiecznik.documents.kinds import Meta
from bezpiecznik.evaluation.report import (
    actions,
    annexes,
    basis,
    completeness,
    initiatives,
    method,
    observations,
    open_matters,
    recommendations,
    summary,
)
from bezpiecznik.evaluation.report.cards import evaluation_annex
from bezpiecznik.evaluation.report.draft import mark_of_draft

__all__ = ["CHAPTERS", "annual_report", "evaluation_annex"]

CHAPTERS = (basis, method, summary, actions, initiatives, completeness, open_matters, recommendations, observations)


def annual_report(evidence: dict[str, Any], meta: Meta) -> DocumentContent:
    """The whole report; its chapters in the order of `CHAPTERS`, then the signature and annexes."""
    programme, finished = evidence["programme"], evidence["finished"]
    return DocumentContent(
        kind="Sprawozdanie roczne",
        title=meta.title,
        subtitle=programme["title"],
        number=meta.number,
        issued_on=meta.issued_on,
        organisation=programme["unit"],
        author="" if evidence.get("draft") else finished["by"],
        snapshot_sha256=meta.snapshot_sha256,
        made_up=evidence["made_up"],
        blocks=(
            *mark_of_draft(evidence),
            TableOfContents(),
            *chain.from_iterable(chapter.chapter(evidence) for chapter in CHAPTERS),
            *_signature(evidence),
            *annexes.annexes(evidence, meta),
        ),
    )


def _signature(evidence: dict[str, Any]) -> tuple[Block, ...]:
    """Nobody signs a draft."""
    finished = evidence["finished"]
    if evidence.get("draft"):
        return ()
    post = finished["function"] or "osoba sporządzająca"
    return (Signatures((Signatory(f"{post[0].upper()}{post[1:]}", finished["by"]),)),)
