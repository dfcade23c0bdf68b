"""Words that tell a person's number from any other number: what stands before it, what follows it. Pure."""

import re

MOBILE = frozenset({"45", "50", "51", "53", "57", "60", "66", "69", "72", "73", "78", "79", "88"})
_AREAS = """
    12 13 14 15 16 17 18 22 23 24 25 29 32 33 34 41 42 43 44 46 48 52 54 55 56 58 59 61 62 63 65 67 68 71 74 75 76
    77 81 82 83 84 85 86 87 89 91 94 95
"""
AREA_CODES = frozenset(_AREAS.split())
PHONE_WORDS = re.compile(
    r"(?:tel(?:efon\w*|\.)?|kom(?:órk\w*|\.)|faks|fax|dzwoni\w*|zadzwoni\w*|nr telefonu)[\s:.]*(?:nr|numer)?[\s:.]*$",
    re.I,
)
UNITS = re.compile(
    r"\s*(?:,-|zł|PLN|EUR|euro|USD|tys|mln|mld|%|os[oó]b|sztuk|szt\b|km|m2|m²|kWh|ton|litr|mieszka|godz|sekund|minut)",
    re.I,
)
NUMBER_OF_SOMETHING_ELSE = re.compile(
    r"(?:NIP|REGON|KRS|Dz\.?\s?U|poz\.|sygn\w*\.?|nr sprawy|znak sprawy|nr umowy|nr projektu|ISBN|ISSN|kwot\w*|"
    r"budżet\w*|"
    r"wartoś\w*|koszt\w*|liczb\w*|łącznie|suma)[^.;]{0,25}$",
    re.I,
)
_MAIL = """
    gmail.com googlemail.com wp.pl onet.pl onet.eu op.pl vp.pl o2.pl tlen.pl interia.pl interia.eu poczta.fm
    poczta.onet.pl outlook.com hotmail.com live.com yahoo.com icloud.com me.com gazeta.pl go2.pl proton.me
    protonmail.com buziaczek.pl autograf.pl spoko.pl
"""
FREE_MAIL = frozenset(_MAIL.split())
OFFICE_BOXES = (
    "sekretariat", "kancelaria", "biuro", "poczta", "kontakt", "info", "urzad", "um.", "dyzurny", "dyżurny", "oficer.",
    "rzecznik", "zespol", "wydzial", "szkola", "przedszkole", "osrodek", "centrum", "klub", "straz", "redakcja",
    "iod", "bip", "skrzynka", "noreply", "no-reply", "zglos", "pomoc", "rada.",
)  # fmt: skip
LIVING = re.compile(
    r"(?:zamieszka\w*|zam\.|mieszka(?:ł|ła|li|jąc\w*|m|ją|)|zameldowan\w*|meldunk\w*|adres\w*\s+domow\w*)[^.;]{0,30}$",
    re.I,
)
VEHICLE_WORDS = re.compile(
    r"(?:rejestracyjn\w*|nr rej\.?|nr\. rej\.?|tablic\w*|pojazd\w*|samoch\w*|aut[oaem]+\b|motocykl\w*|"
    r"marki)[^.;]{0,35}$",
    re.I,
)
PUBLIC_FUNCTIONS = (
    "prezydent", "wiceprezydent", "komendant", "dyrektor", "wicedyrektor", "przewodnicz", "wiceprzewodnicz", "minister",
    "starost", "wicestarost", "radn", "wojewod", "marszał", "burmistrz", "wójt", "naczelni", "kierowni", "prezes",
    "sekretarz", "skarbnik", "prokurator", "poseł", "posłan", "senator", "insp", "nadinsp", "sędzi", "rektor", "prof",
    "doktor", "rzeczni", "inspektor",
)  # fmt: skip
"""Holders of public functions, in the exercise of which they are named: not asked about."""
FUNCTIONS = (
    "mieszkaniec|mieszkańc|mieszkank|podejrzan|zatrzyman|poszkodowan|pokrzywdzon|sprawc|uczeń|uczni|uczennic|seniork|"
    "senior|zgłaszając|zmarł|zaginion|podopieczn|pacjent|świad"
)
