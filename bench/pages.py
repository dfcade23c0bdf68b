"""Server time of every page at ten times the size of Kielce, against Django's own list of the same rows.

Claim: median under 150 ms. Peer: the changelist of django.contrib.admin for 1,100 undertakings, in the same run.
"""

import sys
from datetime import date
from statistics import median
from time import perf_counter

from town import YEARS, people, programme, scratch_installation, timed

RUNS = 7
LIMIT_MS = 150


def lived_years(made, by):
    """Three years of reports by bulk writes; opening, closing and evaluating through the services."""
    from bezpiecznik.core import clock
    from bezpiecznik.evaluation import services as evaluation
    from bezpiecznik.reporting import services
    from bezpiecznik.reporting.models import Entry

    periods = []
    for year in YEARS:
        period = services.plan_period(
            made, year=year, part=0, opens_on=date(year + 1, 1, 2), due_on=date(year + 1, 1, 31), by=by
        )
        with timed(f"open {year}: obligations of 400 institutions x 1,100 actions"):
            services.open_period(period, by=by)
        period.refresh_from_db()
        texts = "Przeprowadzono działania zgodnie z planem, omówiono wnioski i przekazano je uczestnikom. " * 2
        Entry.objects.filter(obligation__period=period).update(
            outcome="ongoing", text=texts, version=1, updated_at=clock.now(), updated_by=by
        )
        with timed(f"submit 400 packets of {year}"):
            to_send = period.packets.select_related("institution", "period").order_by("institution_id")
            for packet in to_send[1:] if year == YEARS[-1] else to_send:
                services.submit_packet(
                    packet, by=by, signatory="Kierownik", signatory_function="dyrektor", signed_on=date(year + 1, 1, 20)
                )
        periods.append(period)
        if year == YEARS[-1]:
            break
        services.accept_packets(period.packets.select_related("institution", "period"), by=by)
        with timed(f"close {year}"):
            services.close_period(period, by=by)
        with timed(f"evaluate {year}"):
            made_evaluation = evaluation.start_evaluation(made, year=year, by=by)
        if year == YEARS[0]:
            evaluation.confirm_grades(made_evaluation.grades.all(), by=by)
            with timed(f"finish evaluation {year}"):
                evaluation.finish_evaluation(made_evaluation, by=by)
            evaluation.publish_evaluation(made_evaluation, by=by)
    return periods


def pages(made, periods):
    """(who, address) of every page a person opens."""
    from django.urls import reverse

    from bezpiecznik.evaluation.models import Evaluation, Grade
    from bezpiecznik.institutions.models import Institution
    from bezpiecznik.plans.models import Undertaking

    action = Undertaking.objects.filter(programme=made).select_related("area").first()
    body = Institution.objects.order_by("pk").first()
    last = periods[-1]
    own = last.packets.get(institution=body)  # still a draft
    sent = last.packets.exclude(institution=body).order_by("pk").first()
    open_evaluation = Evaluation.objects.get(state="draft")
    office = [
        reverse("core:desk"), reverse("plans:programme"), reverse("plans:actions"),
        reverse("plans:actions") + "?q=patrolami",
        action.get_absolute_url(), reverse("institutions:list"), body.get_absolute_url(), reverse("reporting:periods"),
        reverse("reporting:matrix", args=(last.pk,)), reverse("reporting:queue"),
        reverse("reporting:review", args=(sent.pk,)),
        sent.get_absolute_url(), reverse("evaluation:list"), open_evaluation.get_absolute_url(),
        reverse("evaluation:grade", args=(Grade.objects.filter(evaluation=open_evaluation).first().pk,)),
        reverse("documents:list"), reverse("intake:list"),
    ]  # fmt: skip
    return [
        *(("coordinator", url) for url in office),
        *(("reporter", url) for url in (
            reverse("core:desk"), reverse("reporting:my-packets"), own.get_absolute_url(),
        )),
        *(("member", url) for url in (reverse("core:desk"), reverse("evaluation:list"))),
        *(("resident", url) for url in (
            reverse("portal:start"), reverse("portal:programme"), reverse("portal:area", args=(1,)),
            reverse("portal:action", args=(1, 1)), reverse("portal:search") + "?q=patrole",
        )),
    ]  # fmt: skip


def measure(client, url):
    """Median milliseconds and number of queries of one page."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        answer = client.get(url, follow=True)
    asked = len(queries)
    assert answer.status_code == 200, f"{url}: {answer.status_code}"
    took = []
    for _run in range(RUNS):
        begun = perf_counter()
        client.get(url, follow=True)
        took.append((perf_counter() - begun) * 1000)
    return median(took), asked


def main():
    with scratch_installation():
        from django.contrib import admin
        from django.test import Client
        from django.test.utils import setup_test_environment

        from bezpiecznik.accounts.models import User
        from bezpiecznik.plans.models import Undertaking

        setup_test_environment()
        admin.site.register(Undertaking, list_display=("area", "no", "wording"), list_per_page=50)
        with timed("programme with 5,500 responsibilities"):
            made = programme()
        staff = dict(zip(("coordinator", "reporter", "member"), people(), strict=True))
        periods = lived_years(made, staff["coordinator"])
        clients = {"resident": Client()}
        for who, user in staff.items():
            clients[who] = Client()
            clients[who].force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        root = User.objects.create_superuser("root@bench.example", "x", first_name="Root", last_name="Root")
        clients["admin"] = Client()
        clients["admin"].force_login(root, backend="django.contrib.auth.backends.ModelBackend")
        peer, _queries = measure(clients["admin"], "/administracja/plans/undertaking/")
        print(f"\npeer: the admin's list of 50 undertakings, {peer:.1f} ms")
        print(f"{'ms':>7} {'ratio':>6} {'queries':>7}  page")
        slow = []
        for who, url in pages(made, periods):
            took, queries = measure(clients[who], url)
            print(f"{took:7.1f} {took / peer:6.2f} {queries:7}  {who} {url}")
            slow += [url] if took > LIMIT_MS else []
        print(f"\nover {LIMIT_MS} ms: {slow or 'none'}")
        return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
