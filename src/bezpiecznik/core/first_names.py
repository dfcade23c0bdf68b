"""Beginnings of frequent Polish first names, so that an inflected name is known too (Jana, Janem, Janowi). Pure."""

BEGINNINGS = frozenset(
    """adam agat agnies aleks alicj andrzej angelik anet ann ani antoni arkadiusz artur barbar bartek bartos bartłom
    beat bogdan bogumi bogusław bożen brunon cecyli cezar czesław damian daniel danut dari dariusz dawid domini dorot
    edmund edward edyt elżbie emili ewa ewy ewie ewą ewel fabian feliks filip franci gabriel grażyn grzegor halin
    hann heleny helen henryk hubert iga ilon irena ireny ireneusz iren iwon iza izabel jacek jack jadwig jakub jan
    janin janusz jarosław jerz joann jola jolant julia juli justyn józef kacper kamil karol karolin katarzyn
    kazimier kinga kingi klaudi konrad krystian krystyn krzysztof leon leszek leszk lidia lidi lucyn ludwik łucj łukasz
    maciej macie magdalen maja mai małgorzat marcel marcin marek mark mari marian mariol mariusz marlen marta marty
    martyn marzen mateusz mart michał mieczysław mikołaj milen miłosz mirosław monik natali nikol nin norbert ol oliwi
    olg patryc patryk paul paulin paweł pawł piotr przemysław rafał renat robert roman róż ryszard sandr sebastian
    sławomir sonia stanisław stefan sylwest sylwi szymon tadeusz tatian teodor teres tomas urszul wacław waldemar
    wand weronik wiesław wiktor wiktori wioleta wiolet witold włodzimierz władysław wojciech zbigniew zdzisław zenon
    zofi zuzann zygmunt""".split()
)
ENDINGS = ("", "a", "y", "i", "e", "u", "ę", "ą", "o", "ie", "em", "ek", "ka", "owi", "iem", "ego", "emu", "ia", "ii",
           "ię", "ią", "ka", "ce", "kę", "ką", "ki", "sz", "sza", "szek", "szowi", "szem", "ej", "eja", "ejem", "ejowi",
           "iej", "ieja", "k", "kiem", "kowi", "ku", "r", "rza", "rzem", "ja", "ji", "ję", "ją", "na", "ny", "nę", "ną",
           "ta", "tę", "tą", "cie", "ty", "w", "wa", "rd", "szka", "szkiem", "szkowi", "łej", "łeja")  # fmt: skip


def is_first_name(word: str) -> bool:
    """Whether the word is, by its beginning and ending, a form of a frequent first name."""
    lowered = word.casefold()
    return any(lowered.removesuffix(ending) in BEGINNINGS for ending in ENDINGS if lowered.endswith(ending))
