"""Actions that the documents of the unseen part draw from; none of them is in the other two banks.

A line is an action: text | leads | others | deadline | measures (by semicolons) | money.
"""

from model import rows


def read(lines):
    return rows(*(tuple(part.strip() for part in line.split(" | ")) for line in lines.strip().splitlines()))


ORDER = read("""
Zwiększenie liczby pieszych patroli policyjnych w godzinach 20.00–2.00 w sąsiedztwie dworca autobusowego, bulwaru i marketów. | pol | sm | codziennie | liczba służb pieszych; liczba wylegitymowanych osób | budżet Policji
Przegląd rejonów służbowych i wyznaczenie dzielnicowego do stałego kontaktu z każdą radą sołecką. | pol | gminy | do 31 marca 2026 r. | liczba wyznaczonych dzielnicowych | bez dodatkowych nakładów
Wymiana 46 opraw oświetleniowych przy przystankach i w przejściach podziemnych, które mieszkańcy wskazali jako niebezpieczne. | road | gminy, pol | 2026–2027 | liczba wymienionych opraw | budżet jednostki, ok. 210 tys. zł
Kontrole targowisk i giełd pod kątem sprzedaży przedmiotów pochodzących z kradzieży oraz wyrobów bez polskich znaków akcyzy. | pol, kas | sm | dwa razy w kwartale | liczba kontroli; wartość zabezpieczonego towaru | środki własne
Utworzenie mapy kamer prywatnych, które właściciele zgłosili dobrowolnie – do użytku wyłącznie służb. | czk | pol, biz | od II kwartału 2026 r. | liczba zgłoszonych kamer | 15 000 zł
Kontrole stadionu, hali sportowej i obiektów kultury przed imprezami (drogi ewakuacji, służby porządkowe, łączność). | pol, fire | san, bud | przed każdą imprezą | liczba kontroli; liczba uwag | w ramach zadań statutowych
Zapobieganie niszczeniu przystanków i placów zabaw: obchody, szybkie naprawy, obciążanie sprawców kosztami. | sm | gminy | stale | liczba napraw; kwota odzyskanych należności | budżet gmin
Przegląd i zamykanie piwnic oraz strychów w budynkach komunalnych, w których gromadzą się osoby postronne. | housing | sm, fire | październik każdego roku | liczba zamkniętych pomieszczeń | środki zarządcy
Zgłaszanie i zabezpieczanie studni, szamb oraz wykopów pozostawionych bez dozoru na terenie działek budowlanych. | bud | gminy, sm | w trybie pilnym | liczba zabezpieczonych miejsc | koszt ponosi właściciel
Prowadzenie wspólnych służb policjantów i strażników miejskich w pierwszym tygodniu miesiąca (wypłata świadczeń). | pol, sm | soc | 1.–7. dzień miesiąca | liczba wspólnych służb | środki własne
""")
PROPERTY = read("""
Doradztwo techniczne w sprawie zabezpieczenia mieszkań i domów przed włamaniem (przegląd zamków, okien, alarmów). | pol | housing, biz | cały okres Programu | liczba porad | nie dotyczy
Warsztaty dla właścicieli sklepów i stacji paliw o zachowaniu podczas napadu i o ochronie utargu. | pol | biz | II i IV kwartał | liczba warsztatów; liczba przeszkolonych | 4 tys. zł rocznie
Akcja „Zamknij rower, zapisz numer” z bezpłatną wypożyczalnią zapięć w bibliotekach. | library | pol, ngo | kwiecień–październik | liczba wypożyczonych zapięć | Fundusz Sprawiedliwości
Objęcie ogródków działkowych zimowymi obchodami i założenie zeszytów zgłoszeń w siedzibach zarządów ogrodów. | sm | pol, gardens | listopad – luty | liczba obchodów | w ramach etatów
Sprawdzanie punktów skupu złomu oraz zgłaszanie przypadków kradzieży kabli, studzienek i elementów torowisk. | pol | rail, sm | raz na dwa miesiące | liczba sprawdzonych punktów; liczba zabezpieczonych pokryw | bez nakładów
""")
YOUTH = read("""
Zajęcia „Myślę, zanim kliknę” w klasach V i VI, prowadzone przez rówieśników pod opieką psychologa. | edu | schools, pol | semestr zimowy | liczba zajęć; liczba uczniów | dotacja MEN
Klub pracy twórczej dla nastolatków zagrożonych demoralizacją (gitara, montaż filmów, warsztat rowerowy). | soc | ngo, court | wtorki i czwartki, godz. 15–19 | liczba uczestników | 60 000 zł rocznie
Objęcie nadzorem kuratora i mediacją rówieśniczą uczniów, którzy dopuścili się agresji. | court | schools, edu | po każdym zgłoszeniu | liczba mediacji | resort sprawiedliwości
Symulowana rozprawa sądowa dla klas siódmych – sprawa o nękanie w komunikatorze. | schools | court, pol | marzec i listopad | liczba rozpraw | bez kosztów
Szkolne strefy bez telefonu: konkurs na regulamin, który napiszą sami uczniowie. | schools | edu, library | do końca roku szkolnego 2025/2026 | liczba zgłoszonych regulaminów | nagrody – 3,5 tys. zł
Nocne warsztaty strażackie „Pod prąd” dla drużyn młodzieżowych (12–16 lat). | fire | osp, schools | lipiec 2026 i 2027 | liczba warsztatów; liczba drużyn | składki i dotacje gmin
Zatrudnienie dwóch streetworkerów do pracy w parkach, galeriach handlowych i na skateparku. | soc | ngo, sm | od 1 września 2026 r. | liczba kontaktów | 148 tys. zł
Grupa rozwojowa dla rodziców nastolatków stosujących przemoc rówieśniczą. | edu | soc, schools | 10 spotkań w półroczu | liczba rodziców | Narodowy Program Zdrowia
""")
ADDICT = read("""
Tajemniczy klient: próby zakupu alkoholu i e-papierosów przez pełnoletnich ankieterów o młodym wyglądzie. | alc | ngo | dwa razy do roku | liczba prób; odsetek odmów sprzedaży | tzw. korkowe
Poradnia online dla osób grających hazardowo i ich bliskich, czynna także w soboty. | health | soc, alc | od stycznia 2026 r. | liczba konsultacji | NFZ
Zbiórka przeterminowanych leków i zużytych igieł w aptekach, przychodniach i siedzibie inspekcji. | san | health, gminy | cały rok | masa zebranych leków (kg) | budżety gmin
Weryfikacja lokalizacji punktów sprzedaży napojów alkoholowych w odległości do 100 m od szkół i świątyń. | gminy | pol, alc | do końca I półrocza 2026 r. | liczba zweryfikowanych punktów | bez nakładów
Ćwiczenia z użyciem alkogogli i narkogogli podczas dni otwartych szkół branżowych. | pol | schools, san | IV kwartał każdego roku | liczba ćwiczeń | zakup sprzętu: 6 800 zł
""")
FAMILY = read("""
Uruchomienie całodobowego telefonu „Dom bez krzyku”, obsługiwanego przez dyżurujących pracowników socjalnych. | soc | ngo, health | najpóźniej do 30.09.2026 r. | liczba rozmów | 92 tys. zł – budżet państwa
Wydawanie świadczeniobiorcom karty z adresami bezpłatnej pomocy prawnej i psychologicznej. | soc | gminy, court | przy każdej wypłacie | liczba wydanych kart | druk: 1 200 zł
Praca asystenta rodziny z rodzinami, z których dzieci umieszczono w pieczy zastępczej. | soc | gminy, court | minimum 6 miesięcy | liczba rodzin | zadanie zlecone
Weekendowe turnusy wyciszenia dla dzieci, które były świadkami przemocy. | soc | edu, ngo | cztery razy w roku | liczba dzieci | PFRON
Spotkania robocze grup diagnostycznych w siedzibie Policji, co najmniej raz w miesiącu w każdej gminie. | pol | soc, alc, schools | comiesięcznie | liczba posiedzeń | środki własne
Warsztaty dla położnych i pielęgniarek środowiskowych: ślady przemocy wobec niemowląt. | health | soc, pol | wiosna 2027 | liczba przeszkolonych osób | izba pielęgniarek
""")
ROADS = read("""
Budowa minirond przy zjazdach do osiedla Słonecznego oraz wyniesionych skrzyżowań w strefie „tempo 30”. | road | gminy | etapami: 2026, 2028 | liczba skrzyżowań | 1,9 mln zł (RFRD)
Znakowanie poziome i pionowe niechronionych przejazdów kolejowych oraz przegląd trójkątów widoczności. | road | rail, pol | do 30 czerwca każdego roku | liczba oznakowanych przejazdów | budżet powiatu/budżet zarządcy
Kontrole przewozu drewna i kruszyw na drogach lokalnych (masa, mocowanie ładunku, czas pracy). | itd, pol | forest, road | wg odrębnego grafiku | liczba skontrolowanych pojazdów; liczba przeładowań | środki własne
„Odblask dla traktora” – bezpłatne zestawy świateł i pasów dla rolników, przekazywane podczas zebrań. | osp | pol, gminy | jesień każdego roku | liczba zestawów | KRUS
Szkolenie kierowców ciężarówek i autobusów z ratowania życia na miejscu wypadku. | health | fire, itd | raz na rok | liczba przeszkolonych | ubezpieczyciele
Badania wzroku oraz próby czasu reakcji kierujących po 65. roku życia (dobrowolne, bez kary). | pol | health, elders | w maju i we wrześniu | liczba badań | sponsor
Usuwanie na koszt operatora hulajnóg elektrycznych porzuconych na chodnikach i ścieżkach rowerowych. | sm | road, biz | od 1 kwietnia do 31 października | liczba odholowanych hulajnóg | opłaty operatorów
""")
FIRE = read("""
Przegląd i próba wydajności hydrantów we wsiach pozbawionych zbiornika przeciwpożarowego. | fire | osp, gminy | do 15 maja | liczba hydrantów | gminy
Montaż bezprzewodowych syren i masztów w trzech sołectwach o najgorszej słyszalności. | czk | osp, gminy | III kwartał 2026 | liczba masztów | 138 500 zł
Rozbudowa składu sprzętu przeciwpowodziowego: łodzie płaskodenne, worki, rękawy wodne. | czk | fire, osp | do końca programu | wartość sprzętu (zł) | rezerwa celowa
Ćwiczenia na wypadek awarii cysterny z amoniakiem w zakładzie przetwórstwa mięsnego. | fire | biz, vet, pol | listopad 2026 r. | liczba ćwiczeń | zakład; budżet powiatu
Obserwacja lasów z dronów w dniach zagrożenia pożarowego 3. stopnia. | forest | fire, osp | V–VIII | liczba godzin lotu | Lasy Państwowe
Przeglądy przewodów kominowych i wentylacyjnych w budynkach wielorodzinnych przed pierwszymi chłodami. | housing | fire, bud | wrzesień | liczba przeglądów | wspólnoty
Założenie skrzynek z planami i kluczami dla strażaków przy wejściach do domów opieki i szpitala. | fire | soc, health | jednorazowo, 2027 r. | liczba skrzynek | 25 000 zł
Kurs nurkowania podlodowego i ratownictwa wodnego dla dwudziestu ratowników. | wopr | fire, osp | luty 2027 | liczba uczestników | WFOŚiGW/budżet powiatu
""")
HEALTH = read("""
Dni zdrowia w domach kultury: pomiar ciśnienia, przegląd apteczek, zapisy na szczepienia przeciw pneumokokom. | san | health, elders | wiosna i jesień | liczba badanych | NPZ
Monitoring jakości wody w przydomowych studniach na terenach popowodziowych. | san | gminy | na życzenie mieszkańców | liczba próbek | bezpłatnie do 50 próbek
Kontrola gospodarstw agroturystycznych i półkolonii w zakresie żywienia i zakwaterowania. | san | gminy | czerwiec–sierpień | liczba kontroli | środki inspekcji
Przeprowadzenie próby alarmowej w szpitalu: zdarzenie mnogie z dwudziestoma poszkodowanymi. | health | fire, pol, czk | I półrocze 2027 | czas przyjęcia pierwszego poszkodowanego | kontrakt
Wyposażenie urzędów, kościołów i świetlic w defibrylatory AED wraz z zapisem w ogólnodostępnej mapie. | czk | gminy, osp | sukcesywnie | liczba AED | po 7,2 tys. zł/szt.
""")
ANIMALS = read("""
Odstraszanie i odłów dzików podchodzących pod zabudowę, zabezpieczenie osiedlowych śmietników. | hunt | sm, gminy | zimą | liczba odłowionych dzików | koła
Utworzenie listy azylów i lecznic gotowych przyjąć zwierzęta z wypadków drogowych. | vet | gminy, road | styczeń 2026 r. | liczba lecznic | bez nakładów
Kontrola ferm w promieniu 10 km od ognisk ptasiej grypy oraz odkażanie pojazdów. | vet | pol, fire | niezwłocznie po wykryciu | liczba kontroli | budżet państwa
Szkolenia hodowców w rozpoznawaniu objawów afrykańskiego pomoru świń. | vet | gminy, hunt | do odwołania | liczba uczestników | Wojewoda
""")
SENIOR = read("""
Wspólne wizyty policjanta i listonosza u samotnych osób po 75. roku życia: rozmowa o oszustwach na „pracownika banku”. | pol | soc, elders | dwa razy w miesiącu | liczba wizyt | nie wymaga
Naklejki ostrzegające przed oszustwem „na BLIK” przy bankomatach i wpłatomatach. | biz | pol, elders | do 31 maja 2026 | liczba oklejonych urządzeń | banki
Klub dojrzałego kierowcy – jazda próbna z instruktorem i omówienie błędów. | elders | pol, road | 8 spotkań rocznie | liczba spotkań; liczba uczestników | budżet obywatelski
Sprawdzanie bezpieczeństwa w domach osób niepełnosprawnych: progi, dywaniki, kuchenki, instalacja. | soc | osp, housing | pierwsze półrocze | liczba przeglądów | PFRON
Ostrzegawcze komunikaty głosowe w autobusach w czasie nasilonych zgłoszeń oszustw. | czk | pol, transit | na wniosek Policji | liczba komunikatów | w cenie usługi
""")
CYBER = read("""
Powołanie lokalnego zespołu do szybkiego ostrzegania o fałszywych wiadomościach SMS (smishing). | czk | pol, schools | luty 2026 r. | czas przekazania ostrzeżenia | bez nakładów
Audyt haseł i uprawnień w szkołach i przychodniach podległych samorządowi. | czk | schools, health | co dwa lata | liczba audytów; odsetek kont z MFA | KPO – 240 000 zł
Gra planszowa „Sieciowi detektywi” w 120 egzemplarzach, wypożyczana przez biblioteki. | library | schools, edu | od października 2026 | liczba wypożyczeń | grant MKiDN
Spotkania „Zadaj pytanie hakerowi” – rozmowy ze studentami informatyki o zagrożeniach. | schools | biz, pol | jesień 2026 i 2027 | liczba uczestników | sponsorzy
""")
ENV = read("""
Wspólne patrole dronowe w celu wykrywania nielegalnych składowisk i palonych opon. | env | pol, sm, forest | dwa razy w miesiącu | liczba lotów; liczba wykrytych składowisk | WFOŚiGW
Kontrole stacji demontażu pojazdów i warsztatów: zezwolenia, ewidencja odpadów, pochodzenie części. | env | pol, kas | w każdym kwartale | liczba wystąpień | środki własne
Edukacja dotycząca pieców: dyżur doradcy „Czyste Powietrze” w soboty. | gminy | env, fire | styczeń–kwiecień | liczba porad | program rządowy
""")
