"""Beginnings of frequent Polish first names, so that an inflected name is known too (Jana, Janem, Janowi). Pure."""

KNOWN = """
    adam agat agnies aleks alicj andrzej anet angelik ani ann antoni arkadiusz artur barbar bartek bartos bartosz
    bartłom beat bogdan bogumi bogusław bożen brunon cecyli cezar czesław damian daniel danut dari dariusz dawid
    domini dorot edmund edward edyt elżbie elżbiet emili ewa ewel ewie ewy ewą fabian feliks filip franci gabriel
    grażyn grzegor grzegorz halin hann helen heleny henryk hubert iga ilon iren irena ireneusz ireny iwon iza izabel
    jacek jack jadwig jakub jan janin janusz jarosław jerz joann jola jolant juli julia justyn józef kacper kamil
    karol karolin katarzyn kazimier kazimierz kinga kingi klaudi konrad krystian krystyn krzysztof leon leszek leszk
    lidi lidia lucyn ludwik macie maciej magdalen mai maja marcel marcin marek mari marian mariol mariusz mark
    marlen mart marta marty martyn marzen mateusz małgorzat michał mieczysław mikołaj milen mirosław miłosz monik
    natali nikol nin norbert ol olg oliwi patryc patryk paul paulin paweł pawł piotr przemysław rafał renat robert
    roman ryszard róż sandr sebastian sonia stanisław stefan sylwest sylwi szymon sławomir tadeusz tatian teodor
    teres tomas tomasz urszul wacław waldemar wand weronik wiesław wiktor wiktori wiolet wioleta witold wojciech
    władysław włodzimierz zbigniew zdzisław zenon zofi zuzann zygmunt łucj łukasz
"""
BEGINNINGS = frozenset(KNOWN.split())
ENDINGS = ("", "a", "y", "i", "e", "u", "ę", "ą", "o", "ie", "em", "ek", "ka", "owi", "iem", "ego", "emu", "ia", "ii",
           "ię", "ią", "ka", "ce", "kę", "ką", "ki", "sz", "sza", "szek", "szowi", "szem", "ej", "eja", "ejem", "ejowi",
           "iej", "ieja", "k", "kiem", "kowi", "ku", "r", "rza", "rzem", "ja", "ji", "ję", "ją", "na", "ny", "nę", "ną",
           "ta", "tę", "tą", "cie", "ty", "w", "wa", "rd", "szka", "szkiem", "szkowi", "łej", "łeja")  # fmt: skip


def is_first_name(word: str) -> bool:
    """Whether the word is, by its beginning and ending, a form of a frequent first name."""
    lowered = word.casefold()
    return any(lowered.removesuffix(ending) in BEGINNINGS for ending in ENDINGS if lowered.endswith(ending))
