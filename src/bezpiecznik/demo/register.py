"""The register over time, for the demonstration: a small tree, invented schools, and contacts that nobody answers."""

from datetime import date

from bezpiecznik.accounts.models import User
from bezpiecznik.core.polish import slug
from bezpiecznik.institutions import contacts, dissolution, membership, naming, services
from bezpiecznik.institutions.kinds import Kind
from bezpiecznik.institutions.models import Institution, Reporting
from bezpiecznik.institutions.queries import fingerprint

OFFICE = "Urząd Miasta Kielce"
UNDER_OFFICE = ("BBiZK", "KP", "EKS", "WGKiŚ", "PIKS", "MOPR", "MOSiR", "MZD", "ZTM", "MUP")
ABOVE = {"KMP": "KWP", "KM PSP": "KW PSP", "PSSE": "WSSE"}
"""Who stands above whom in the state's own services."""
SCHOOLS = ("Szkoła Podstawowa nr 101 (zmyślona)", "Szkoła Podstawowa nr 102 (zmyślona)", "Szkoła nr 103 (zmyślona)")
REACHABLE = ("BBiZK", "KMP", "KM PSP", "SM", "MOPR", "EKS", "MZD", "PPIS", "PINB", "KWP")


def order_register(*, by: User) -> None:
    """Whatever the institutions of the resolution need to look like a register in use."""
    known = {row.abbr: row for row in Institution.objects.exclude(abbr="")}
    office = services.create_institution(
        name=OFFICE, abbr="UM", kind=Kind.OFFICE, own=True, reporting=Reporting.NONE, by=by
    )
    for abbr in UNDER_OFFICE:
        _put_under(known[abbr], office, by=by)
    for abbr, above in ABOVE.items():
        _put_under(known[abbr], known[above], by=by)
    _schools(known["EKS"], by=by)
    for number, abbr in enumerate(REACHABLE, start=1):
        _contact(known[abbr], number, by=by)
    for row in Institution.objects.filter(supposed=True).exclude(kind=Kind.OTHER):
        services.confirm_kind(row, by=by)


def _put_under(institution: Institution, parent: Institution, *, by: User) -> None:
    services.edit_institution(institution, seen=fingerprint(institution), by=by, parent=parent)


def _schools(department: Institution, *, by: User) -> None:
    """Four schools behind the collective name: one gets a new name, one is closed and another takes it over."""
    collective = Institution.objects.get(name__iexact="szkoły")
    made = [_school(name, department, by=by) for name in (*SCHOOLS, "Szkoła nr 104 (zmyślona)")]
    for school in made[:3]:
        membership.add_member(collective, school, since=date(2021, 9, 1), by=by)
    membership.add_member(collective, made[3], since=date(2021, 9, 1), until=date(2022, 8, 31), by=by)
    naming.rename(
        made[2], name="Zespół Szkół nr 103 (zmyślony)", abbr="", since=date(2022, 9, 1), basis="uchwała zmyślona", by=by
    )
    _school("Szkoła Podstawowa 101 (zmyślona)", department, by=by)  # the same school once more: a likely duplicate
    dissolution.dissolve(made[3], day=date(2022, 9, 1), successor=made[2], by=by)


def _school(name: str, department: Institution, *, by: User) -> Institution:
    return services.create_institution(
        name=name, kind=Kind.SCHOOL, own=True, parent=department, reporting=Reporting.THROUGH,
        reports_through=department, by=by,
    )  # fmt: skip


def _contact(institution: Institution, number: int, *, by: User) -> None:
    name = slug(institution.short)
    contacts.set_contact(
        institution, by=by, phone=f"41 000 00 {number:02}", email=f"sekretariat@{name}.example",
        address=f"ul. Przykładowa {number}, 25-000 Kielce", e_delivery=f"AE:PL-00000-00000-AAAAA-{number:02}",
        website=f"https://{name}.example", made_up=True,
    )  # fmt: skip
