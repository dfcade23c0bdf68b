"""The yearly report of a city and of ten cities in one: evidence, PDF, DOCX and XLSX, against plain text by typst.

Claims: 110 actions and 400 reports, with charts, in under 10 s; 1,100 actions and 4,000 reports in under 60 s and under
1 GiB of memory. Each size is measured in a process of its own. Memory is the peak of that process, and while the PDF is
made the peak of the process that sets type is added to it. In the same process the peer sets the same words by typst as
plain paragraphs, without tables, links, marks or tags for readers by ear; the ratio tells how dear all of that is.
Seconds are those of the processor, all threads and processes together: never less than the clock of an idle machine,
and the same on a busy one.

    python bench/yearly_report.py
"""

import io
import json
import os
import resource
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parent.parent
SIZES = {"city": (1, 10.0), "ten cities": (10, 60.0)}
"""Times a city, and the seconds allowed."""
AREAS, ACTIONS_OF_AREA, BODIES, MEMORY = 11, 10, 200, 1024
"""200 institutions with two half-years each: 400 reports. Memory in MiB."""
DEED = (
    "W {n} miejscach wskazanych przez mieszkańców podjęto działania zapobiegawcze, w tym {m} wspólnie ze strażą. "
    "Ujawniono wykroczenia i skierowano wnioski o ukaranie. Wnioski omówiono z radami osiedli i poprawiono plan."
)
PEER = """
#set page(paper: "a4")
#set text(size: 10pt, lang: "pl")
#for line in json(bytes(sys.inputs.lines)) { par(line) }
"""
OUTCOMES = ("done", "ongoing", "partial", "done", "nothing_done", "ongoing", "done")


def in_scratch():
    """Django on an empty database in a folder that goes with the process."""
    home = tempfile.mkdtemp(prefix="bench-report-")
    os.environ.update(BEZPIECZNIK_HOME=home, DJANGO_SETTINGS_MODULE="bezpiecznik.config.settings", DEBUG="0")
    os.environ.pop("DATABASE_URL", None)
    sys.path.insert(0, str(ROOT / "src"))
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


def city(times):
    """A programme of `times` cities with two closed half-years; its year, ready to be graded."""
    from bezpiecznik.accounts.models import User
    from bezpiecznik.plans.models import Area, Programme, Undertaking

    by = User.objects.create(email="koordynator@bench.example", first_name="Krystyna", last_name="Koordynatorska")
    programme = Programme.objects.create(
        title="Program zmyślony",
        unit="Miasto Zatorzyn",
        council="Rada Miasta",
        year_from=2021,
        year_to=2023,
        made_up=True,
    )
    for no in range(1, AREAS * times + 1):
        area = Area.objects.create(programme=programme, no=no, official_name=f"BEZPIECZEŃSTWO, CZĘŚĆ {no}")
        Undertaking.objects.bulk_create(
            Undertaking(programme=programme, kind="action", area=area, no=at, wording=f"Działanie {at} obszaru {no}.")
            for at in range(1, ACTIONS_OF_AREA + 1)
        )
    actions = list(programme.undertakings.actions().in_document_order().select_related("area"))
    for part in (1, 2):
        close(programme, part, actions, BODIES * times, by)
    return programme, by


def close(programme, part, actions, bodies, by):
    """A closed half-year with the submitted reports it is made of."""
    from bezpiecznik.core import clock
    from bezpiecznik.core.frozen import as_text, digest
    from bezpiecznik.institutions.models import Institution
    from bezpiecznik.reporting.models import Packet, PacketVersion, Period, Snapshot

    period = Period.objects.create(
        programme=programme, year=2022, part=part, opens_on=date(2022, 7, 1), due_on=date(2022, 7, 31), state="closed",
        opened_at=clock.now(), opened_by=by, closed_at=clock.now(), closed_by=by,
    )  # fmt: skip
    names = [{"abbr": f"J{no}", "name": f"Jednostka numer {no}", "short": f"J{no}"} for no in range(bodies)]
    if part == 1:
        Institution.objects.bulk_create(Institution(name=body["name"], abbr=body["abbr"]) for body in names)
    rows = {row.name: row for row in Institution.objects.all()}
    entries = {body["name"]: [] for body in names}
    areas = {}
    for at, action in enumerate(actions):
        reports = [report(at, place, part, names[(at * 4 + place) % bodies]) for place in range(4)]
        for one in reports:
            entries[one["institution"]["name"]].append({"text": one["text"], "reason": one["reason"]})
        kept = areas.setdefault(action.area.no, {
            "no": action.area.no, "name": action.area.name, "official_name": action.area.official_name, "actions": [],
        })  # fmt: skip
        kept["actions"].append({
            "key": action.pk, "code": action.code, "no": action.no, "wording": action.wording,
            "leads": [reports[0]["institution"]], "partners": [one["institution"] for one in reports[1:]],
            "reports": reports, "withdrawn": [],
        })  # fmt: skip
    packets = []
    for body in names:
        submitted = signature(part)
        content = {"institution": body, "entries": entries[body["name"]], **submitted}
        sha256 = digest(as_text(content))
        packet = Packet.objects.create(period=period, institution=rows[body["name"]])
        PacketVersion.objects.create(
            packet=packet, no=1, content=content, sha256=sha256, submitted_at=clock.now(), submitted_by=by
        )  # fmt: skip
        count = dict.fromkeys(("expected", "received", "accepted", "on_time", "complete"), len(entries[body["name"]]))
        packets.append({
            "institution": body, "state": "accepted", "on_time": True, "obligations": count, **submitted,
        })  # fmt: skip
    label = str(period)
    text = as_text({
        "format": "bezpiecznik/period-1", "programme": {"key": programme.pk, "title": programme.title},
        "period": {
            "key": period.pk, "label": label, "year": 2022, "part": part, "starts_on": "2022-01-01",
            "ends_on": "2022-06-30", "opens_on": "2022-07-01", "due_on": "2022-07-31",
            "closed_at": "2023-02-01T10:00:00+01:00", "closed_by": "Krystyna Koordynatorska",
        },
        "areas": list(areas.values()), "packets": packets, "completeness": {"without_reporter": 0},
    })  # fmt: skip
    Snapshot.objects.create(period=period, content=text, sha256=digest(text), made_by=by)


def signature(part):
    return {
        "submitted_at": f"2022-0{6 + part}-10T12:00:00+02:00", "submitted_by": "Robert Raportowski", "version": 1,
        "signatory": "Halina Kierownicza", "signatory_function": "kierowniczka", "signed_on": f"2022-0{6 + part}-09",
    }  # fmt: skip


def report(at, place, part, body):
    outcome = OUTCOMES[(at * 3 + place + part) % len(OUTCOMES)]
    did = outcome != "nothing_done"
    numbers = [{"measure": "liczba spotkań", "value": str(at + 3), "share": "joint", "coverage": "unit"}]
    return {
        "institution": body, "role": "partner" if place else "lead", "reporter": body, "state": "accepted",
        "reported": True, "complete": True, "on_time": True, "outcome": outcome,
        "text": DEED.format(n=at + place + 2, m=at + 1) if did else "",
        "reason": "" if did else "W tym półroczu nie przewidziano środków w budżecie jednostki.",
        "numbers": numbers if did and place < 2 else [], **signature(part),
    }  # fmt: skip


def measure(times):
    """Seconds of each step, pages, peak memory, and the peer's seconds for the same words. Runs in the child."""
    in_scratch()
    import typst
    from pypdf import PdfReader

    from bezpiecznik.core.frozen import digest
    from bezpiecznik.documents.content import plain
    from bezpiecznik.documents.docx import render_docx
    from bezpiecznik.documents.kinds import Meta
    from bezpiecznik.documents.pdf import render_pdf
    from bezpiecznik.documents.volumes import volumes
    from bezpiecznik.documents.xlsx import render_xlsx
    from bezpiecznik.evaluation import services
    from bezpiecznik.evaluation.report import annual_report

    programme, by = city(times)
    evaluation = services.start_evaluation(programme, year=2022, by=by)
    services.confirm_grades(evaluation.grades.all(), by=by)
    steps, peaks, begun = {}, {}, processor()

    def step(name, beside=0):
        nonlocal begun
        steps[name] = processor() - begun
        peaks[name] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024 + beside
        begun = processor()

    evidence = services.finish_evaluation(evaluation, by=by)
    step("evidence")
    meta = Meta("SR/2022/1", "Sprawozdanie roczne", date(2023, 3, 25), digest(evidence.content))
    content = annual_report(json.loads(evidence.content), meta)
    step("content")
    pdfs = [render_pdf(volume) for volume in volumes(content)]
    step("pdf", beside=resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)
    docx = render_docx(content)
    step("docx")
    render_xlsx(content)
    step("xlsx")
    memory = max(peaks.values())
    begun = processor()
    lines = [line for block in content.blocks for line in _words(block, plain)]
    source = PEER
    peer_pdf = typst.compile(source.encode(), sys_inputs={"lines": json.dumps(lines, ensure_ascii=False)})
    step("peer")
    told = {
        "steps": steps, "peaks": peaks, "memory": memory, "volumes": len(pdfs),
        "pages": sum(len(PdfReader(io.BytesIO(pdf)).pages) for pdf in pdfs),
        "docx": len(docx),
        "peer_pages": len(PdfReader(io.BytesIO(peer_pdf)).pages), "actions": AREAS * ACTIONS_OF_AREA * times,
        "reports": len(json.loads(evidence.content)["sources"]),
    }  # fmt: skip
    print(json.dumps(told))


def processor():
    """Seconds of the processor so far, ours and those of processes we waited for."""
    return sum(os.times()[:4])


def _words(block, plain):
    """All words of a block, as plain lines."""
    from bezpiecznik.documents.content import Annex, Heading, KeyValues, Paragraph, Quote, Table

    match block:
        case Heading(text=text) | Annex(text=text):
            return [text]
        case Paragraph(text=text):
            return [plain(text)]
        case Quote(text=text, sources=sources):
            return [text, *map(plain, sources)]
        case KeyValues(items=items):
            return [f"{name}: {plain(value)}" for name, value in items]
        case Table(rows=rows):
            return ["; ".join(plain(cell) for cell in row) for row in rows]
    return []


def main():
    failed = False
    for name, (times, allowed) in SIZES.items():
        if len(sys.argv) > 1 and name != " ".join(sys.argv[1:]):
            continue
        run = subprocess.run(
            [sys.executable, __file__, "--child", str(times)], capture_output=True, text=True, check=False
        )
        if run.returncode:
            print(run.stderr)
            return 1
        told = json.loads(run.stdout.splitlines()[-1])
        steps = told["steps"]
        peer = steps.pop("peer")
        took = sum(steps.values())
        parts = ", ".join(f"{part} {seconds:.2f}" for part, seconds in steps.items())
        pages = f"{told['pages']} pages in {told['volumes']} PDF"
        print(f"{name}: {told['actions']:,} actions, {told['reports']:,} reports, {pages}")
        print(f"  peak memory after each step, MiB: {told['peaks']}")
        print(f"  {took:.2f} s ({parts}); at most {allowed:.0f}; memory {told['memory']} MiB, at most {MEMORY}")
        ratio = steps["pdf"] / peer
        print(f"  plain text by typst: {peer:.2f} s, {told['peer_pages']} pages; our PDF takes {ratio:.1f} times that")
        failed |= took > allowed or told["memory"] > MEMORY or told["reports"] < 400 * times
    return int(failed)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        measure(int(sys.argv[2]))
    else:
        sys.exit(main())
