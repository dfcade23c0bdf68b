"""What a person wrote, sent, signed, returned and accepted."""

from collections.abc import Iterator

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts import persons
from bezpiecznik.accounts.models import User
from bezpiecznik.accounts.persons import REMOVED_DOMAIN, Row
from bezpiecznik.core.polish import search_text
from bezpiecznik.reporting.models import (
    Agreement,
    BroughtFile,
    Contribution,
    Doubt,
    Entry,
    LinkToken,
    OneTimeLink,
    Packet,
    PacketTransition,
    PacketVersion,
    Receipt,
    Remark,
    ReminderTo,
)


def register() -> None:
    persons.part("versions", _("Złożone sprawozdania"), versions)
    persons.part("signed", _("Podpisane sprawozdania"), signed)
    persons.part("transitions", _("Przekazania, zwroty i przyjęcia"), transitions)
    persons.part("entries", _("Wpisy zapisane ostatnio przez tę osobę"), entries)
    persons.part("contributions", _("Wkłady do sprawozdań zapisane ostatnio przez tę osobę"), contributions)
    persons.part("receipts", _("Potwierdzenia wysłania z przeglądarki (z ostatnich dni)"), receipts)
    persons.part("remarks", _("Uwagi do wpisów"), remarks)
    persons.part("brought_files", _("Wczytane pliki sprawozdań"), brought_files)
    persons.part("doubts", _("Odpowiedzi na pytania o treść wpisów"), doubts)
    persons.part("stances", _("Stanowiska wobec wkładu partnerów i odpowiedzi na nie"), stances)
    persons.part("report_links", _("Łącza jednorazowe do sprawozdań"), links)
    persons.part("reminders", _("Przypomnienia o sprawozdaniach do tej osoby"), reminders)
    persons.act(_("Z przypomnień o sprawozdaniach zniknie adres tej osoby; zostanie, kiedy i o czym."), empty_reminders)
    persons.act(_("Łącza jednorazowe tej osoby przestaną działać i znikną z nich jej dane."), close_links)
    persons.stay(
        _("Złożone sprawozdania, zamknięte okresy i dokumenty: z imieniem i nazwiskiem składających i podpisujących."),
        _("To akta sprawy: ustawa o narodowym zasobie archiwalnym i archiwach; art. 17 ust. 3 lit. b i d RODO."),
    )


def versions(person: User) -> Iterator[Row]:
    found = PacketVersion.objects.filter(submitted_by=person).defer("content")
    for version in found.select_related("packet__institution", "packet__period__programme"):
        yield {
            _("sprawozdanie"): str(version.packet),
            _("wersja"): version.no,
            _("złożono"): version.submitted_at,
        }


def signed(person: User) -> Iterator[Row]:
    """By name, for a signature on paper is only written down: namesakes are found too."""
    found = Packet.objects.filter(signatory=person.get_full_name()).select_related("institution", "period__programme")
    for packet in found:
        yield {
            _("sprawozdanie"): str(packet),
            _("podpis"): packet.signatory,
            _("stanowisko"): packet.signatory_function,
            _("dnia"): packet.signed_on,
        }


def transitions(person: User) -> Iterator[Row]:
    found = PacketTransition.objects.filter(by=person)
    for change in found.select_related("packet__institution", "packet__period__programme"):
        yield {
            _("sprawozdanie"): str(change.packet),
            _("kiedy"): change.at,
            _("zmiana"): str(change),
            _("uwaga"): change.note,
        }


def entries(person: User) -> Iterator[Row]:
    found = Entry.objects.filter(updated_by=person).select_related(
        "obligation__period__programme",
        "obligation__responsibility__institution",
        "obligation__responsibility__undertaking__area",
    )
    for entry in found:
        yield {
            _("działanie"): entry.obligation.responsibility.undertaking.code,
            _("okres"): str(entry.obligation.period),
            _("zapisano"): entry.updated_at,
            _("treść"): entry.text or entry.reason,
        }


def contributions(person: User) -> Iterator[Row]:
    for one in Contribution.objects.filter(updated_by=person).select_related(
        "institution", "entry__obligation__period"
    ):
        yield {
            _("podmiot"): one.institution.name,
            _("okres"): str(one.entry.obligation.period),
            _("zapisano"): one.updated_at,
            _("treść"): one.text,
        }


def receipts(person: User) -> Iterator[Row]:
    for receipt in Receipt.objects.filter(by=person).order_by("pk"):
        yield {_("czynność"): receipt.get_act_display(), _("kiedy"): receipt.at}


def remarks(person: User) -> Iterator[Row]:
    for remark in Remark.objects.filter(by=person):
        yield {_("kiedy"): remark.at, _("uwaga"): remark.text}


def brought_files(person: User) -> Iterator[Row]:
    for brought in BroughtFile.objects.filter(brought_by=person).select_related(
        "packet__institution", "packet__period__programme"
    ):
        yield {
            _("sprawozdanie"): str(brought.packet),
            _("plik"): brought.name,
            _("wczytano"): brought.brought_at,
            _("zatwierdzono"): brought.applied_at,
        }


def doubts(person: User) -> Iterator[Row]:
    """What the person answered or took as explained."""
    for doubt in Doubt.objects.filter(Q(answered_by=person) | Q(settled_by=person)):
        yield {
            _("pytanie"): doubt.sentence,
            _("odpowiedź"): doubt.answer if doubt.answered_by_id == person.pk else "",
            _("odpowiedziano"): doubt.answered_at if doubt.answered_by_id == person.pk else None,
            _("uznano za wyjaśnione"): doubt.settled_at if doubt.settled_by_id == person.pk else None,
        }


def stances(person: User) -> Iterator[Row]:
    """The stances that the person took for a lead, and the answers written for a partner."""
    found = Agreement.objects.filter(Q(by=person) | Q(answered_by=person))
    for agreement in found.select_related("partner__responsibility__institution", "partner__period__programme"):
        yield {
            _("partner"): str(agreement.partner),
            _("stanowisko"): agreement.get_stance_display() if agreement.by_id == person.pk else "",
            _("uwaga"): agreement.note if agreement.by_id == person.pk else "",
            _("odpowiedź"): agreement.answer if agreement.answered_by_id == person.pk else "",
        }


def links(person: User) -> Iterator[Row]:
    found = LinkToken.objects.filter(link__user=person).select_related("link__institution").order_by("pk")
    for token in found:
        yield {
            _("podmiot"): token.link.institution.name,
            _("wysłano"): token.made_at,
            _("ważne do"): token.expires_at,
            _("otwarto"): token.opened_at,
            _("unieważniono"): token.link.revoked_at,
        }


def reminders(person: User) -> Iterator[Row]:
    found = ReminderTo.objects.filter(user=person).order_by("pk")
    for told in found.select_related("reminder__packet__institution", "reminder__packet__period", "reminder__step"):
        yield {
            _("sprawozdanie"): str(told.reminder.packet),
            _("kiedy"): told.reminder.at,
            _("krok"): str(told.reminder.step or _("ręcznie")),
            _("adres"): told.address,
        }


def empty_reminders(person: User) -> None:
    ReminderTo.objects.filter(user=person).update(address=f"osoba-{person.pk}@{REMOVED_DOMAIN}")


def close_links(person: User) -> None:
    """A closed account opens nothing; the rows are found by the institution only, no more by name and address."""
    for link in person.report_links.select_related("institution"):
        words = search_text(link.institution.abbr, link.institution.name)
        OneTimeLink.objects.filter(pk=link.pk).update(search_text=words)
