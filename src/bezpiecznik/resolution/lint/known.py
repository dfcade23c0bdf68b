"""Bodies that exist in every county under the same name: their usual abbreviations and full names."""

from __future__ import annotations

from bezpiecznik.resolution.polish import stem

USUAL = {
    "KMP": "Komenda Miejska Policji",
    "KPP": "Komenda Powiatowa Policji",
    "KWP": "Komenda Wojewódzka Policji",
    "KM PSP": "Komenda Miejska Państwowej Straży Pożarnej",
    "KP PSP": "Komenda Powiatowa Państwowej Straży Pożarnej",
    "KW PSP": "Komenda Wojewódzka Państwowej Straży Pożarnej",
    "PSP": "Państwowa Straż Pożarna",
    "OSP": "Ochotnicza Straż Pożarna",
    "SOK": "Straż Ochrony Kolei",
    "PSSE": "Powiatowa Stacja Sanitarno-Epidemiologiczna",
    "WSSE": "Wojewódzka Stacja Sanitarno-Epidemiologiczna",
    "PPIS": "Państwowy Powiatowy Inspektor Sanitarny",
    "PINB": "Powiatowy Inspektorat Nadzoru Budowlanego",
    "PIW": "Powiatowy Inspektorat Weterynarii",
    "PLW": "Powiatowy Lekarz Weterynarii",
    "PIP": "Państwowa Inspekcja Pracy",
    "OIP": "Okręgowy Inspektorat Pracy",
    "PIH": "Państwowa Inspekcja Handlowa",
    "WIIH": "Wojewódzki Inspektorat Inspekcji Handlowej",
    "ITD": "Inspekcja Transportu Drogowego",
    "WITD": "Wojewódzki Inspektorat Transportu Drogowego",
    "WIOŚ": "Wojewódzki Inspektorat Ochrony Środowiska",
    "PUP": "Powiatowy Urząd Pracy",
    "MUP": "Miejski Urząd Pracy",
    "WUP": "Wojewódzki Urząd Pracy",
    "MOPS": "Miejski Ośrodek Pomocy Społecznej",
    "GOPS": "Gminny Ośrodek Pomocy Społecznej",
    "MOPR": "Miejski Ośrodek Pomocy Rodzinie",
    "PCPR": "Powiatowe Centrum Pomocy Rodzinie",
    "PCK": "Polski Czerwony Krzyż",
    "WOPR": "Wodne Ochotnicze Pogotowie Ratunkowe",
    "GOPR": "Górskie Ochotnicze Pogotowie Ratunkowe",
    "CBŚP": "Centralne Biuro Śledcze Policji",
    "ZUS": "Zakład Ubezpieczeń Społecznych",
    "KRUS": "Kasa Rolniczego Ubezpieczenia Społecznego",
    "NFZ": "Narodowy Fundusz Zdrowia",
    "IMGW": "Instytut Meteorologii i Gospodarki Wodnej",
    "WORD": "Wojewódzki Ośrodek Ruchu Drogowego",
    "GDDKiA": "Generalna Dyrekcja Dróg Krajowych i Autostrad",
}
"""Usual abbreviations; a document may give any of them another meaning, but not the name of another of these."""

FOREIGN = frozenset(["NGO", "SWOT", "ICT", "PR", "IT", "UE", "HR", "CPTED"])
"""Abbreviations that are not made of the first letters of a Polish name."""

_SMALL = frozenset(["i", "w", "we", "oraz", "dla", "do", "na", "z", "ze"])


def stems_of(name: str) -> frozenset[str]:
    """Stems of the words of a name that tell it from others."""
    words = name.replace("-", " ").replace("–", " ").split()
    return frozenset(stem(word.strip(".,()")) for word in words if word.casefold() not in _SMALL)


BY_STEMS = {stems_of(name): abbr for abbr, name in USUAL.items()}
