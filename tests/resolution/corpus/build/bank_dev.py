"""Actions that the documents of the dev half draw from; bodies are keys that every document names in its own way."""

from model import rows

ORDER = rows(
    ("Kierowanie wzmożonych patroli pieszych w miejsca zagrożone, wskazane w Krajowej Mapie Zagrożeń Bezpieczeństwa oraz podczas debat społecznych {gdzie}.", "pol", "sm, czk", "na bieżąco", "liczba patroli; liczba potwierdzonych zgłoszeń KMZB", "środki własne Policji"),
    ("Finansowanie dodatkowych służb patrolowych (tzw. służby ponadnormatywne) w okresie wakacji.", "czk", "pol", "czerwiec–wrzesień każdego roku", "liczba służb; kwota przekazanych środków", "budżet {jst}"),
    ("Prowadzenie debat społecznych z udziałem mieszkańców, radnych i przedstawicieli służb.", "pol", "czk, sm, ngo", "co najmniej raz w roku", "liczba debat; liczba uczestników", "bez dodatkowych kosztów"),
    ("Zabezpieczanie imprez masowych, zgromadzeń i uroczystości religijnych, w tym procesji, festynów i dożynek.", "pol, sm", "fire, osp", "według kalendarza imprez", "liczba zabezpieczonych imprez", "środki własne"),
    ("Rozbudowa i modernizacja monitoringu wizyjnego, ze szczególnym uwzględnieniem dworca, parku i okolic szkół.", "czk", "pol, road", "do 31 grudnia 2026 r.", "liczba nowych kamer; liczba ujawnionych zdarzeń", "budżet {jst}, dotacje"),
    ("Usuwanie wraków pojazdów oraz pojazdów porzuconych z dróg publicznych i parkingów osiedlowych.", "sm", "road", "zadanie ciągłe", "liczba usuniętych pojazdów", "budżet {jst}"),
    ("Znakowanie rowerów, wózków i innych przedmiotów wartościowych.", "pol", "sm, schools", "kwiecień – październik", "liczba oznakowanych przedmiotów", "środki własne"),
)
DRUGS = rows(
    ("Kontrola przestrzegania zakazu sprzedaży alkoholu i wyrobów tytoniowych osobom poniżej 18. roku życia.", "pol, sm", "alc", "zadanie ciągłe", "liczba kontroli; liczba ujawnionych naruszeń", "środki własne"),
    ("Prowadzenie punktu konsultacyjnego dla osób uzależnionych i ich rodzin (2 razy w tygodniu, w godz. 16.00–19.00).", "alc", "soc, ngo", "cały rok", "liczba udzielonych porad", "środki z opłat za zezwolenia"),
    ("Realizacja programów rekomendowanych, np. „Unplugged”, „Archipelag Skarbów”, w szkołach ponadpodstawowych.", "schools", "san, alc, pol", "rok szkolny 2025/2026 i kolejne", "liczba uczniów objętych programem", "środki z opłat za zezwolenia"),
    ("Ujawnianie i likwidacja nielegalnych upraw konopi oraz miejsc handlu środkami odurzającymi.", "pol", "", "na bieżąco", "liczba zlikwidowanych upraw; ilość zabezpieczonych środków", "środki własne Policji"),
    ("Badanie próbek nowych substancji psychoaktywnych (tzw. dopalaczy) i informowanie o zatruciach.", "san", "pol", "w razie potrzeby", "liczba zgłoszonych zatruć", "budżet państwa"),
)
YOUTH = rows(
    ("Spotkania dzielnicowych i policjantów do spraw nieletnich z uczniami, rodzicami i pedagogami: odpowiedzialność karna nieletnich, cyberprzemoc, uzależnienia.", "pol", "schools", "rok szkolny", "liczba spotkań; liczba uczestników", "środki własne Policji"),
    ("Organizacja czasu wolnego dzieci w ramach akcji „Bezpieczne ferie” i „Bezpieczne wakacje”.", "edu", "schools, ngo, pol, fire", "styczeń–luty; lipiec–sierpień", "liczba zajęć", "budżet {jst}"),
    ("Kontrola miejsc wypoczynku zimowego i letniego oraz placów zabaw.", "san, bud", "pol, fire", "przed feriami i wakacjami", "liczba kontroli; liczba wydanych zaleceń", ""),
    ("Przeciwdziałanie wagarom i przebywaniu nieletnich w miejscach niedozwolonych w czasie zajęć szkolnych.", "sm", "pol, schools", "wrzesień–czerwiec", "liczba interwencji", "środki własne"),
    ("Konkurs wiedzy o bezpieczeństwie dla klas IV–VIII (etap szkolny, gminny i powiatowy).", "edu", "pol, fire, san", "marzec–maj", "liczba szkół; liczba uczestników", "budżet {jst}"),
)
ROADS = rows(
    ("Wzmożone kontrole trzeźwości kierujących, w szczególności w weekendy i święta.", "pol", "itd", "na bieżąco", "liczba badań; liczba ujawnionych nietrzeźwych kierujących", "środki własne Policji"),
    ("Przebudowa przejść dla pieszych na drogach nr 2214P i 2231P wraz z doświetleniem (aktywne znaki D-6).", "road", "pol, gminy", "2025–2027", "liczba przebudowanych przejść", "Rządowy Fundusz Rozwoju Dróg; budżet {jst}"),
    ("Przegląd oznakowania w rejonie szkół i przedszkoli przed rozpoczęciem roku szkolnego.", "road", "pol, sm", "do 25 sierpnia każdego roku", "liczba skontrolowanych miejsc", "środki własne"),
    ("Akcja „Świeć przykładem” – rozdawanie elementów odblaskowych pieszym i rowerzystom.", "pol", "schools, czk", "październik–grudzień", "liczba rozdanych odblasków", "budżet {jst}"),
    ("Egzaminy na kartę rowerową i turnieje bezpieczeństwa w ruchu drogowym.", "schools", "pol, word", "kwiecień–czerwiec", "liczba wydanych kart", ""),
    ("Kontrola stanu technicznego autobusów szkolnych i pojazdów przewożących niepełnosprawnych.", "itd", "pol", "przed każdym semestrem", "liczba skontrolowanych pojazdów; liczba zatrzymanych dowodów rejestracyjnych", "budżet państwa"),
)
FIRE = rows(
    ("Kontrole przeciwpożarowe obiektów użyteczności publicznej, dyskotek i obiektów noclegowych.", "fire", "bud", "zgodnie z planem kontroli", "liczba kontroli; liczba stwierdzonych nieprawidłowości", "środki własne"),
    ("Kampania „Czujka na straży Twojego bezpieczeństwa” i przekazywanie czujek czadu rodzinom w potrzebie.", "fire", "soc, osp", "październik–marzec", "liczba przekazanych czujek", "budżet {jst}; sponsorzy"),
    ("Doposażenie jednostek ochotniczych straży pożarnych włączonych do krajowego systemu ratowniczo-gaśniczego.", "gminy", "fire, czk", "2025–2028", "wartość zakupionego sprzętu", "budżety gmin, WFOŚiGW"),
    ("Próbne ewakuacje w szkołach, internatach i domach pomocy społecznej.", "schools, soc", "fire", "do 30 listopada każdego roku", "liczba ćwiczeń", ""),
    ("Informowanie o zagrożeniach związanych z wypalaniem traw.", "fire, osp", "pol, sm, forest", "marzec–kwiecień", "liczba publikacji; liczba pożarów traw", "środki własne"),
)
HOME = rows(
    ("Prowadzenie procedury „Niebieskie Karty” i doskonalenie współpracy członków grup diagnostyczno-pomocowych.", "soc, pol", "alc, schools, health", "zadanie ciągłe", "liczba wszczętych procedur; liczba zakończonych procedur", "budżet {jst}"),
    ("Zapewnienie miejsc schronienia dla osób dotkniętych przemocą domową, w tym matek z dziećmi.", "soc", "ngo", "całodobowo", "liczba osób, którym udzielono schronienia", "budżet {jst}, dotacja wojewody"),
    ("Realizacja programu korekcyjno-edukacyjnego dla osób stosujących przemoc.", "soc", "court, pol", "raz w roku", "liczba osób, które ukończyły program", "budżet państwa"),
    ("Wspólne patrole w okresie zimowym: sprawdzanie pustostanów, altan i miejsc przebywania osób bezdomnych.", "sm", "pol, soc", "1 listopada – 31 marca", "liczba skontrolowanych miejsc; liczba osób przewiezionych do schronisk", "środki własne"),
)
SENIORS = rows(
    ("Spotkania z seniorami na temat oszustw metodą „na wnuczka”, „na policjanta” i „na BLIK”.", "pol", "soc, ngo", "na bieżąco", "liczba spotkań; liczba uczestników", "środki własne Policji"),
    ("Wydanie i kolportaż poradnika „Bezpieczny senior”.", "czk", "pol, soc", "II kwartał 2026 r.", "nakład poradnika", "budżet {jst}"),
    ("Program teleopieki – opaski bezpieczeństwa dla osób samotnych po 70. roku życia.", "soc", "health", "2025–2028", "liczba osób objętych teleopieką", "budżet {jst}, program „Korpus Wsparcia Seniorów”"),
)
HEALTH = rows(
    ("Nadzór nad jakością wody przeznaczonej do spożycia oraz kąpielisk.", "san", "gminy", "zgodnie z harmonogramem pobierania próbek", "liczba pobranych próbek; liczba próbek niespełniających wymagań", "budżet państwa"),
    ("Kontrola szczepień psów przeciwko wściekliźnie i zabezpieczenia gospodarstw przed ASF.", "vet", "pol, gminy", "zadanie ciągłe", "liczba kontroli; liczba ognisk", "budżet państwa"),
    ("Kontrole palenisk domowych w zakresie spalania odpadów.", "sm", "env", "sezon grzewczy", "liczba kontroli; liczba mandatów", "budżet {jst}"),
    ("Kontrola obiektów wielkopowierzchniowych i placów zabaw po zimie oraz przed sezonem.", "bud", "fire", "do 30 kwietnia i do 15 listopada", "liczba skontrolowanych obiektów", ""),
    ("Akcja informacyjna o bezpieczeństwie w sieci: phishing, fałszywe inwestycje, ochrona danych.", "pol, czk", "schools, soc", "październik każdego roku", "liczba odbiorców", "budżet {jst}"),
)
