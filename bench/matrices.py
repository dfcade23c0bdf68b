"""Server time of matrices, their list and the queue at 400 institutions x 1,100 actions x 6 periods.

Claim: median under 150 ms of the processor, the clock is shown beside. Periods are opened by the service, and filled in
and submitted by bulk writes, because what is measured is reading.
"""

import sys
from datetime import date, timedelta

from pages import LIMIT_MS, measure
from town import YEARS, people, programme, scratch_installation, timed


def lived_periods(made, by):
    """Six half-years: five closed, the last open; one packet in seven late, one in nine never sent."""
    from bezpiecznik.core import clock
    from bezpiecznik.reporting import services
    from bezpiecznik.reporting.models import Entry, LockException, Packet, PacketVersion, Period

    for year in YEARS:
        for part in (1, 2):
            opens = date(year, 7, 1) if part == 1 else date(year + 1, 1, 2)
            due = opens + timedelta(days=20)
            period = services.plan_period(
                made, year=year, part=part, opens_on=opens, due_on=due, grace_until=due + timedelta(days=3),
                locks_on=due + timedelta(days=30), by=by,
            )  # fmt: skip
            with timed(f"open {period}"):
                services.open_period(period, by=by)
            Entry.objects.filter(obligation__period=period).update(
                outcome="ongoing", text="Przeprowadzono działania.", version=1, updated_at=clock.now(), updated_by=by
            )
            is_last = (year, part) == (YEARS[-1], 2)
            sent = [packet for packet in period.packets.order_by("pk") if packet.pk % 9]
            for packet in sent:
                late = timedelta(days=10 if packet.pk % 7 == 0 else 0)
                packet.submitted_at = clock.now().replace(year=due.year, month=due.month, day=due.day) - (
                    timedelta(days=5) - late
                )
                packet.submitted_by, packet.state = by, "submitted" if is_last else "accepted"
                packet.signatory, packet.signed_on = "Kierownik", due
            Packet.objects.bulk_update(
                sent, ("submitted_at", "submitted_by", "state", "signatory", "signed_on"), batch_size=200
            )
            PacketVersion.objects.bulk_create(
                PacketVersion(
                    packet=packet, no=1, content={"entries": []}, sha256="", submitted_at=packet.submitted_at,
                    submitted_by=by,
                )
                for packet in sent
            )  # fmt: skip
            LockException.objects.bulk_create(
                LockException(packet=packet, until=due + timedelta(days=9), reason="Ferie.", at=clock.now(), by=by)
                for packet in sent[::20]
            )
            if not is_last:
                Period.objects.filter(pk=period.pk).update(state="closed", closed_at=clock.now(), closed_by=by)
    return period


def main():
    with scratch_installation():
        from django.test import Client
        from django.test.utils import setup_test_environment
        from django.urls import reverse

        setup_test_environment()
        made = programme()
        coordinator = people()[0]
        last = lived_periods(made, coordinator)
        client = Client()
        client.force_login(coordinator, backend="django.contrib.auth.backends.ModelBackend")
        listed, by_period = reverse("reporting:obligations"), reverse("reporting:matrix-by-period")
        slow = []
        print(f"{'clock':>7} {'proc.':>7} {'queries':>7}  page")
        for url in (
            reverse("reporting:periods"), reverse("reporting:matrix", args=(last.pk,)), by_period,
            f"{by_period}?rows=areas", f"{by_period}?q=instytucja&role=lead", listed, f"{listed}?state=overdue",
            f"{listed}?period={last.pk}&sort=institution&page=20", f"{listed}?q=patroli",
            reverse("reporting:exceptions"), reverse("reporting:queue"), f"{reverse('reporting:queue')}?kind=late",
            reverse("core:desk"),
        ):  # fmt: skip
            clock, took, queries = measure(client, url)
            print(f"{clock:7.1f} {took:7.1f} {queries:7}  {url}", flush=True)
            slow += [url] if took > LIMIT_MS else []
        print(f"\nover {LIMIT_MS} ms: {slow or 'none'}")
        return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
