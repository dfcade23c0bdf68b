"""What the scripts of the fresh part share: a bank of actions that stand in no other bank, and bodies by short keys.

A line of the bank is an action: text | leads | others | deadline | measures (by semicolons) | money.
"""

from bank_unseen import read
from model import Area, Bodies, write_gold

ORDER = read("""
Organizowanie służb patrolowych w rejonie zbiorników wodnych i pól biwakowych w sezonie turystycznym. | pol | wopr, sm | od czerwca do września każdego roku | liczba służb; liczba interwencji | środki Policji
Przegląd oświetlenia ulic, parków i dojść do przystanków wraz z wykazem miejsc wymagających doświetlenia. | office | gminy, road | do 30 listopada każdego roku | liczba wskazanych miejsc | budżet gmin
Oznakowanie granic i wejść na tereny kolejowe oraz wspólne kontrole miejsc, w których piesi przechodzą przez torowisko. | rail | pol, road | raz na pół roku | liczba kontroli | PKP PLK S.A.
Rozpatrywanie na posiedzeniach Komisji Bezpieczeństwa i Porządku informacji o zagrożeniach zgłaszanych przez mieszkańców. | office | pol, fire, gminy | co najmniej 3 razy w roku | liczba posiedzeń | bez kosztów
Zakup dwóch motorowerów elektrycznych do patrolowania ścieżek rowerowych. | office | pol | 2027 r. | liczba zakupionych pojazdów | 38 000 zł
Ujawnianie nielegalnych wysypisk i spalania odpadów, z wykorzystaniem fotopułapek. | sm | env, forest | praca ciągła | liczba ujawnionych przypadków; liczba mandatów | WFOŚiGW
Odbieranie zgłoszeń o zakłóceniach porządku przez całodobowy numer alarmowy straży i bieżące informowanie o sposobie ich załatwienia. | sm | pol | całodobowo | liczba zgłoszeń; średni czas reakcji | budżet miasta
Spotkania dzielnicowych z sołtysami i przewodniczącymi zarządów osiedli. | pol | gminy | przynajmniej raz w kwartale | liczba spotkań | nie wymaga nakładów
Kontrole lokali gastronomicznych i dyskotek w zakresie sprzedaży alkoholu nieletnim oraz drożności wyjść awaryjnych. | pol, fire | san, alc | w weekendy | liczba kontroli; liczba nieprawidłowości | w ramach budżetów jednostek
Uzgadnianie planów zabezpieczenia imprez plenerowych odbywających się na drogach i placach. | office | pol, road, fire | każdorazowo przed imprezą | liczba uzgodnionych planów | bez kosztów
""")
YOUTH = read("""
Prowadzenie w szkołach podstawowych lekcji o odpowiedzialności prawnej nieletnich, z udziałem kuratora i policjanta. | pol | schools, court | wrzesień–czerwiec | liczba lekcji; liczba uczniów | środki własne
Organizacja półkolonii z programem profilaktycznym dla dzieci z rodzin o niskich dochodach. | soc | ngo, schools | lipiec i sierpień | liczba dzieci | 45 000 zł rocznie
Szkolenie rad pedagogicznych z rozpoznawania oznak samookaleczeń i zaburzeń odżywiania. | edu | health, schools | do końca marca 2026 r. | liczba przeszkolonych nauczycieli | budżet powiatu
Powołanie młodzieżowej rady do spraw bezpieczeństwa, opiniującej działania podejmowane w szkołach. | office | schools | II półrocze 2026 r. | liczba wydanych opinii | bez kosztów
Turniej wiedzy pożarniczej oraz konkurs plastyczny „Strażak w oczach dziecka”. | fire | osp, schools | marzec–kwiecień | liczba uczestników | 2 500 zł rocznie
Bezpłatne konsultacje psychiatryczne dla uczniów po próbach samobójczych. | health | edu | nie później niż 14 dni od zgłoszenia | liczba konsultacji | NFZ
Działania kontrolne „Wagary” w galeriach handlowych i na dworcach. | sm | pol, schools | w roku szkolnym, raz w miesiącu | liczba działań; liczba wylegitymowanych nieletnich | środki własne
""")
FAMILY = read("""
Zapewnienie miejsc schronienia osobom doznającym przemocy oraz transportu do hostelu w porze nocnej. | soc | pol, ngo | w miarę potrzeb | liczba osób; liczba przewozów | budżet państwa
Prowadzenie programu korekcyjno-edukacyjnego dla osób stosujących przemoc. | soc | court, pol | jedna edycja w roku | liczba osób, które ukończyły program | dotacja wojewody
Wymiana doświadczeń zespołów interdyscyplinarnych z gmin podczas powiatowej konferencji. | soc | gminy, pol | październik 2026 r. | liczba uczestników | 6 tys. zł
Terapia odwykowa w trybie popołudniowym dla osób pracujących. | health | alc | przez cały okres obowiązywania Programu | liczba pacjentów | NFZ
Uruchomienie mobilnego punktu porad prawnych dla mieszkańców wsi oddalonych od siedziby powiatu. | office | gminy, ngo | od stycznia 2027 r. | liczba porad | budżet państwa
Rozdawanie ulotek z numerami telefonów zaufania w poczekalniach przychodni i w parafiach. | san | health, soc | Tydzień Pomocy Pokrzywdzonym | liczba ulotek | 900 zł
""")
ROADS = read("""
Budowa dróg dla pieszych i rowerów wzdłuż dróg powiatowych na odcinkach o największej liczbie potrąceń. | road | gminy | 2026–2029 | długość wybudowanych odcinków | RFRD, budżet powiatu
Kontrole stanu technicznego autokarów wyjeżdżających na wycieczki szkolne. | pol, itd | schools | maj–czerwiec oraz ferie zimowe | liczba skontrolowanych autokarów | środki własne
Objazdy dróg w porze nocnej w celu oceny widoczności znaków i oznakowania przejść dla pieszych. | road | pol | wiosna i jesień każdego roku | liczba objazdów; liczba wymienionych znaków | budżet zarządcy drogi
Egzamin na kartę rowerową w miasteczku ruchu drogowego, połączony z przeglądem rowerów. | word | pol, schools | do 15 czerwca każdego roku | liczba wydanych kart | WORD
Analiza miejsc i przyczyn wypadków śmiertelnych, z wnioskami o zmianę organizacji ruchu. | pol | road, office | po każdym wypadku śmiertelnym | liczba analiz; liczba wniosków | bez kosztów
Zakup wyświetlaczy prędkości na wjazdach do miejscowości. | road | pol, gminy | III kwartał 2027 r. | liczba urządzeń | 64 tys. zł
Akcja „Bezpieczna droga do szkoły”: patrole przy przejściach w pierwszych dwóch tygodniach września. | pol | sm, schools | wrzesień | liczba patroli | środki własne
Usuwanie zakrzaczeń i reklam, które zasłaniają znaki drogowe. | road | sm | według potrzeb | liczba usuniętych przeszkód | środki zarządcy drogi
""")
RESCUE = read("""
Doposażenie jednostek OSP włączonych do krajowego systemu ratowniczo-gaśniczego w aparaty powietrzne i ubrania specjalne. | fire | gminy, osp | do końca 2028 r. | liczba aparatów; liczba ubrań | dotacja MSWiA
Ćwiczenia ewakuacyjne w szkołach, internatach i domach pomocy społecznej. | fire | schools, soc | do końca października | liczba ćwiczeń | bez kosztów
Aktualizacja planu zarządzania kryzysowego wraz z mapą zagrożenia powodziowego. | office | fire, gminy | co 2 lata | liczba aktualizacji | budżet powiatu
Nauka pierwszej pomocy dla uczniów ostatnich klas szkół ponadpodstawowych. | health | schools, fire | I semestr | liczba przeszkolonych uczniów | 12 000 zł
Kontrole kąpielisk oraz badanie jakości wody przed sezonem i w jego trakcie. | san | wopr, gminy | maj–sierpień | liczba próbek | budżet Sanepidu
Kampania „Czujka na straży Twojego bezpieczeństwa” z rozdaniem czujek tlenku węgla rodzinom wielodzietnym. | fire | soc, osp | sezon grzewczy | liczba rozdanych czujek | 30 000 zł
Nadzór nad utylizacją padłych zwierząt i wyznaczenie miejsc ich zbiórki na wypadek epizootii. | vet | gminy | na bieżąco | liczba wyznaczonych miejsc | budżet wojewody
Ocena stanu technicznego obiektów wielkopowierzchniowych po intensywnych opadach śniegu. | bud | fire | grudzień–marzec | liczba kontroli | środki własne
Próba syren i systemu powiadamiania mieszkańców za pomocą wiadomości SMS. | office | fire, osp | dwa razy w każdym roku | liczba prób; odsetek sprawnych syren | budżet powiatu
""")
SENIOR = read("""
Spotkania „Nie daj się okraść” w klubach seniora, parafiach i kołach gospodyń wiejskich. | pol | elders, soc | raz w miesiącu | liczba spotkań; liczba uczestników | środki własne
Wyposażenie osób starszych mieszkających samotnie w przyciski alarmowe połączone z centrum teleopieki. | soc | elders, health | do 31 grudnia 2027 r. | liczba przycisków | Korpus Wsparcia Seniorów
Emisja w kinach i środkach komunikacji filmów przestrzegających przed fałszywymi inwestycjami. | office | pol, transit | IV kwartał 2026 r. | liczba emisji | 9 800 zł
Szkolenia pracowników banków i poczty z rozpoznawania klientów działających pod wpływem oszusta. | pol | biz | pierwsze półrocze każdego roku | liczba szkoleń | nie wymaga nakładów
Kurs bezpiecznego korzystania z bankowości elektronicznej w bibliotekach. | library | elders, schools | luty–maj | liczba kursantów | grant
""")
NAMES = {
    "alc": "komisja rozwiązywania problemów alkoholowych",
    "biz": "banki",
    "bud": "PINB",
    "court": "kuratorzy sądowi",
    "edu": "poradnia psychologiczno-pedagogiczna",
    "elders": "kluby seniora",
    "env": "Wydział Ochrony Środowiska",
    "forest": "Nadleśnictwo",
    "gminy": "gminy",
    "health": "szpital",
    "itd": "Inspekcja Transportu Drogowego",
    "library": "biblioteka",
    "ngo": "organizacje pozarządowe",
    "osp": "OSP",
    "rail": "Straż Ochrony Kolei",
    "schools": "szkoły",
    "sm": "Straż Miejska",
    "transit": "przewoźnicy",
    "wopr": "WOPR",
    "word": "WORD",
}


def bodies(**own):
    return Bodies({key: (name, (name,)) for key, name in (NAMES | own).items()})


def area(name, *actions):
    return Area(name, tuple(actions))


def path_of(programme, name):
    for one in programme.areas:
        for action in one.actions:
            for key in (*action.lead, *action.others):
                assert key in programme.bodies.table, (action.text, key)
    return write_gold(programme, "fresh", name)
