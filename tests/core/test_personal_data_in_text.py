"""What names a single person is found; what only looks like it is not. All persons and numbers are made up."""

from datetime import date
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bezpiecznik.core.check_digits import is_account, is_identity_card, is_passport, is_pesel, pesel_check_digit
from bezpiecznik.core.personal import ADVICE, Kind, Severity, find, mask
from bezpiecznik.demo.words import REASONS_NOT_APPLICABLE, REASONS_NOTHING, THEMES, statement

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "kielce"
K = Kind

POSITIVE: tuple[tuple[Kind, str, str], ...] = (
    (K.PESEL, "Zatrzymano osobę o numerze 44051401359 w parku.", "44051401359"),
    (K.PESEL, "PESEL: 440514 01359", "440514 01359"),
    (K.PESEL, "PESEL 44 05 14 01359.", "44 05 14 01359"),
    (K.PESEL, "dziecko (02070803628) objęto opieką", "02070803628"),
    (K.IDENTITY_CARD, "Okazał dowód ABA300000.", "ABA300000"),
    (K.IDENTITY_CARD, "dowód osobisty ABA 300000", "ABA 300000"),
    (K.PASSPORT, "paszport nr ZS0000177", "ZS0000177"),
    (K.ACCOUNT, "wpłaty na 61 1090 1014 0000 0712 1981 2874", "61 1090 1014 0000 0712 1981 2874"),
    (K.ACCOUNT, "rachunek PL61109010140000071219812874", "61109010140000071219812874"),
    (K.PHONE, "Proszę dzwonić: 600 123 456.", "600 123 456"),
    (K.PHONE, "kontakt z babcią: 600-123-456, po południu", "600-123-456"),
    (K.PHONE, "nr +48 600 123 456", "+48 600 123 456"),
    (K.PHONE, "Telefon 0048600123456.", "0048600123456"),
    (K.PHONE, "wskazano 601234567", "601234567"),
    (K.PHONE, "tel. 41 344 12 34", "41 344 12 34"),
    (K.PHONE, "w domu (41) 344-12-34", "(41) 344-12-34"),
    (K.PHONE, "tel. 344 12 34", "344 12 34"),
    (K.PHONE, "tel. 412 345 678", "412 345 678"),
    (K.EMAIL, "odpisać na krysia1956@wp.pl", "krysia1956@wp.pl"),
    (K.EMAIL, "zgłoszenie: jan.kowalski@firma.example.", "jan.kowalski@firma.example"),
    (K.EMAIL, "J_Nowakowska@um.zatorzyn.pl", "J_Nowakowska@um.zatorzyn.pl"),
    (K.ADDRESS, "Rodzina z ul. Mazurskiej 12/34 otrzymała pomoc.", "ul. Mazurskiej 12/34"),
    (K.ADDRESS, "os. Ślichowice 5 m. 8", "os. Ślichowice 5 m. 8"),
    (K.ADDRESS, "zamieszkały przy ul. Jana Pawła II 4", "ul. Jana Pawła II 4"),
    (K.ADDRESS, "seniorka mieszka na ulicy Polnej 7a", "ulicy Polnej 7a"),
    (K.ADDRESS, "al. Solidarności 3 lok. 12", "al. Solidarności 3 lok. 12"),
    (K.ADDRESS, "zam. pl. Wolności 1", "pl. Wolności 1"),
    (K.PLATE, "samochód o nr rej. TK 12345 odholowano", "TK 12345"),
    (K.PLATE, "pojazd marki Opel, TKI4U55", "TKI4U55"),
    (K.NAME, "Pani Maria Wymyślona zgłosiła hałas.", "Maria Wymyślona"),
    (K.NAME, "rozmawiano z panem Janem K.", "Janem K."),
    (K.NAME, "mieszkaniec Jan Zmyślony prosił o lampę", "Jan Zmyślony"),
    (K.NAME, "Zatrzymany Krzysztof N. trafił do aresztu", "Krzysztof N."),
    (K.NAME, "uczennica A. B. otrzymała nagrodę", "A. B."),
    (K.NAME, "Anna Zmyślona, ur. 12.03.1956", "Anna Zmyślona"),
    (K.BIRTH, "osoba ur. 12.03.1956 r.", "12.03.1956"),
    (K.BIRTH, "urodzony 3 maja 1970 w Zatorzynie", "3 maja 1970"),
)

LOOK_ALIKES = (
    # sums, statistics, years
    "Budżet: 512 345 678 zł, z czego wydano 601 234 567 zł.",
    "Koszt 123 456 789 PLN.",
    "W latach 2021 2022 2023 ujawniono 1204 1310 1288 czynów.",
    "W 2022 r. przeprowadzono 12 345 kontroli i 678 spotkań.",
    "Liczba odsłon: 601 234 567.",
    "Wysłano 500 600 700 komunikatów tys. osób.".replace("komunikatów ", ""),
    "Ruch 1 234 567 pojazdów na dobę.",
    # signs and numbers of acts
    "Uchwała nr XLII/829/2021 (Dz. Urz. poz. 1204), znak Bok.5511.1.2012.",
    "Ustawa z dnia 5 czerwca 1998 r. (Dz. U. z 2022 r. poz. 1526).",
    "REGON 601234567, NIP 959-00-12-345, KRS 0000123456.",
    "Projekt nr RPSW.06.01.00-26-0012/19.",
    "Identyfikator 44051401358.",  # the check digit does not agree
    "Nr 44133101359.",  # there is no 31 of the thirteenth month
    "ISBN 978-83-240-1234-5",
    "Faktura FV/2022/123456 i protokół ABC 123456.",
    "Sprzęt AB1234567.",
    "rachunek 61 1090 1014 0000 0712 1981 2875",
    # lines for everybody
    "Dzwoń pod 112, 997, 998, 999 albo 986.",
    "Telefon zaufania 116 111 i 800 100 100.",
    "Infolinia tel. 801 109 801.",
    # boxes of institutions
    "sekretariat@mopr.example, dyzurny@kmp.example, kancelaria@gmail.com",
    "kmp@zatorzyn.policja.gov.pl",
    # places
    "Patrole na ul. Sienkiewicza, Bodzentyńskiej i pl. Wolności.",
    "Wzmożone patrole w rejonie ul. Jagiellońskiej 12 i al. IX Wieków Kielc 3.",
    "Siedziba: ul. Rynek 1.",
    "Skrzyżowanie ul. Tarnowskiej 8 i Wrzosowej.",
    "Na os. Świętokrzyskim odbyły się 3 spotkania.",
    "ul. 1 Maja, ul. 3 Maja, ul. Jana Pawła II",
    # names that are not of a person in a report
    "Szkoła im. Jana Kochanowskiego, ulica Stefana Żeromskiego.",
    "Komenda Miejska Państwowej Straży Pożarnej.",
    "Pani Prezydent Agata Zmyślona otworzyła konferencję.",
    "Pan Komendant Miejski podziękował uczestnikom.",
    "mieszkańcy Osiedla Ślichowice, uczniowie Szkoły Podstawowej",
    "Mieszkańcom Kielc Północnych przekazano ulotki.",
    "seniorzy z Klubu Seniora",
    "podpisano Kartę XY 12345",
    "Świadczenia Rodziny 500 plus",
    "Zakupiono pojazd ratowniczy GBA 2016 i radiowóz OPEL.",
    "Działania prowadzono w godz. 10-12, 15.03.2022 i 2022-03-16.",
    "Pomoc w terminie 22.03-28.03.2022, 41 osób, 344 rodziny.",
    "",
)


@pytest.mark.parametrize(("kind", "text", "expected"), POSITIVE, ids=[text for _kind, text, _found in POSITIVE])
def test_it_finds(kind: Kind, text: str, expected: str) -> None:
    assert [text[f.start : f.end] for f in find(text) if f.kind == kind] == [expected]


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_it_leaves_alone_what_only_looks_like_a_person(text: str) -> None:
    assert [(f.kind, text[f.start : f.end]) for f in find(text)] == []


def test_the_resolution_of_kielce_names_nobody() -> None:
    text = (EXAMPLES / "uchwala-XLII-829-2021.txt").read_text()

    assert len(text) > 50_000
    assert find(text) == []


def test_the_made_up_reports_name_nobody() -> None:
    random = Random(1)  # noqa: S311 (made-up words, not secrets)
    wordings = [beginning for theme in THEMES for beginning in theme.beginnings]
    said = [statement(random, wording=wording, is_lead=lead) for wording in wordings for lead in (True, False) * 10]
    texts = [*(one.text for one in said), *REASONS_NOTHING, *REASONS_NOT_APPLICABLE]

    assert len(texts) > 500
    assert [finding for text in texts for finding in find(text)] == []


def test_a_finding_tells_its_kind_masked_words_weight_and_advice() -> None:
    (found,) = find("PESEL 44051401359")

    assert (found.kind, found.start, found.end, found.severity) == (K.PESEL, 6, 17, Severity.CERTAIN)
    assert found.excerpt == "44•••••••••"
    assert found.advice == "Usuń numer PESEL. W programie nie są potrzebne żadne dane osób, wystarczą liczby."


def test_findings_stand_in_the_order_of_the_text_and_do_not_overlap() -> None:
    text = "Pani Maria Wymyślona, ul. Polna 5/6, tel. 600 123 456, maria.wymyslona@wp.pl, PESEL 44051401359"
    found = find(text)

    assert [f.kind for f in found] == [K.NAME, K.ADDRESS, K.PHONE, K.EMAIL, K.PESEL]
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_domains_and_lines_of_offices_are_left_alone() -> None:
    text = "jan.zmyslony@um.zatorzyn.pl, tel. 41 344 12 34, anna.zmyslona@zatorzyn.com"
    found = find(text, mail_domains=["zatorzyn.pl"], phones=["+48 41 344-12-34"])

    assert [text[f.start : f.end] for f in found] == ["anna.zmyslona@zatorzyn.com"]


def test_every_kind_has_advice() -> None:
    assert set(ADVICE) == set(Kind)


def test_a_mask_keeps_the_shape_and_two_signs() -> None:
    assert mask("ul. Polna 5/6") == "ul. ••••• •/•"


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.integers(0, 9999))
def test_a_pesel_of_any_birthday_is_found_and_any_slip_of_one_digit_is_not_one(birthday: date, serial: int) -> None:
    month = birthday.month + (20 if birthday.year >= 2000 else 0)
    first_ten = f"{birthday.year % 100:02}{month:02}{birthday.day:02}{serial:04}"
    pesel = f"{first_ten}{pesel_check_digit(first_ten)}"

    assert is_pesel(pesel)
    assert [f.kind for f in find(f"Osoba {pesel}, w parku")] == [K.PESEL]
    assert [at for at in range(11) if is_pesel(pesel[:at] + str((int(pesel[at]) + 1) % 10) + pesel[at + 1 :])] == []


@given(st.text(max_size=400))
def test_any_text_may_be_read(text: str) -> None:
    assert all(0 <= found.start < found.end <= len(text) for found in find(text))


@pytest.mark.parametrize(
    ("check", "good", "bad"),
    [
        (is_identity_card, "ABA300000", "ABA300001"),
        (is_passport, "ZS0000177", "ZS0000178"),
        (is_passport, "EC0000002", "EC000000²"),
        (is_account, "61109010140000071219812874", "61109010140000071219812847"),
        (is_pesel, "44051401359", "4405140135"),
    ],
)
def test_check_digits_agree_with_published_examples(check, good: str, bad: str) -> None:
    assert (check(good), check(bad)) == (True, False)
