"""Made-up letters and one-time links of the demonstration: one sent, one draft; one open, one revoked."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bezpiecznik.accounts.demo import DOMAIN
from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, jobs
from bezpiecznik.institutions.models import Institution
from bezpiecznik.letters import services, templates
from bezpiecznik.letters.addressing import addressee_of
from bezpiecznik.letters.models import Letter
from bezpiecznik.letters.states import Channel
from bezpiecznik.reporting import services as reporting
from bezpiecznik.reporting.models import OneTimeLink, Packet, Period

OFFICE = "BBiZK"
"""Whose coordinator writes: she sends no letters to herself."""
SIGNED = {
    "place": "Kielce",
    "signatory": "Zofia Dyrektorska (osoba zmyślona)",
    "signatory_function": "Dyrektor Biura Bezpieczeństwa i Zarządzania Kryzysowego",
}


def write(open_period: Period, *, by: User) -> None:
    """Letters that ask for reports of the open period, and links to fill them in; nothing where they are already."""
    if Letter.objects.exists() or OneTimeLink.objects.exists():
        return
    packets = Packet.objects.waiting_for_institution().filter(period=open_period)
    asked = Institution.objects.filter(pk__in=packets.values("institution")).exclude(abbr=OFFICE)
    waiting = list(asked.in_polish_order())
    _send_letter(open_period, waiting[0], by=by)
    _draft_letter(open_period, waiting[1], by=by)
    _send_links(waiting[-2:], by=by)


def _draft_letter(period: Period, institution: Institution, *, by: User) -> Letter:
    template = templates.find(f"reporting.request.{period.pk}")
    wording = templates.wording_for(institution, template)
    return services.draft_letter(
        institution, addressee=f"{addressee_of(institution)}\nul. Zmyślona 7\n25-000 Kielce", e_delivery="",
        subject=wording.subject, body=wording.body, request=wording.request, annexes="", copies="", by=by, **SIGNED,
    )  # fmt: skip


def _send_letter(period: Period, institution: Institution, *, by: User) -> None:
    with clock.pretend(_noon(period.opens_on)):
        letter = _draft_letter(period, institution, by=by)
        job = services.number_letters([letter], dated_on=clock.today(), by=by)
        jobs.run(str(job.pk))
    sent_on = period.opens_on + timedelta(days=1)
    with clock.pretend(_noon(sent_on)):
        services.note_sending(
            letter, channel=Channel.POST, sent_on=sent_on, reference="(00)000000000000000000 – zmyślony", by=by
        )


def _send_links(institutions: list[Institution], *, by: User) -> None:
    links = [
        reporting.send_link(
            institution, email=f"{name}@podmioty.{DOMAIN}", first_name="Osoba zmyślona", last_name=last, by=by
        )
        for institution, name, last in zip(institutions, ("lacze", "dawne-lacze"), ("Łączna", "Dawna"), strict=True)
    ]
    reporting.revoke_link(links[-1], by=by)


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), ZoneInfo("Europe/Warsaw"))
