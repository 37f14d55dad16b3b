"""Facts by which two forms are one name: groups and bodies under several names, titles that are no part of a name, and
short forms of given names.

GROUPS are for names that no rule of spelling, initials or sound would join, or that are known by initials alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from rashomon.grammar.people import HONORIFICS, KIN

GROUPS = (
    ("Islamic State", "ISIS", "ISIL", "IS", "Daesh", "Da'esh", "Islamic State of Iraq and Syria",
     "Islamic State of Iraq and the Levant", "Islamic State of Iraq and al-Sham", "Islamic State group"),
    ("Hezbollah", "Hizbullah", "Hizballah", "Hizbollah", "Hezballah"),
    ("al-Qaeda", "al-Qaida", "al Qaeda", "Al Qaida"),
    ("al-Nusra Front", "al-Nusra", "Jabhat al-Nusra", "Nusra Front", "Jabhat Fateh al-Sham"),
    ("Revolutionary Guards", "Islamic Revolutionary Guard Corps", "Islamic Revolutionary Guards Corps", "IRGC",
     "Revolutionary Guard", "Iranian Revolutionary Guards", "Revolutionary Guard Corps", "Sepah"),
    ("Quds Force", "Qods Force", "al-Quds Force"),
    ("Basij", "Basij Militia", "Baseej"),
    ("Houthis", "Houthi", "Huthis", "Ansar Allah", "Ansarullah"),
    ("Taliban", "Taleban", "Islamic Emirate of Afghanistan"),
    ("Hamas", "Islamic Resistance Movement"),
    ("Boko Haram",),
    ("al-Shabaab", "al-Shabab", "Shabaab", "Shabab"),
    ("Free Syrian Army", "FSA"),
    ("Syrian Democratic Forces", "SDF"),
    ("People's Protection Units", "YPG"),
    ("Kurdistan Workers' Party", "PKK"),
    ("Popular Mobilization Forces", "Popular Mobilisation Forces", "Hashd al-Shaabi", "Hashed al-Shaabi"),
    ("Liberation Tigers of Tamil Eelam", "LTTE", "Tamil Tigers"),
    ("Revolutionary Armed Forces of Colombia", "FARC"),
    ("Wagner Group", "Wagner", "PMC Wagner"),
    ("United Nations", "UN", "U.N."),
    ("European Union", "EU", "E.U."),
    ("North Atlantic Treaty Organization", "NATO", "Nato"),
    ("Federal Bureau of Investigation", "FBI"),
    ("Central Intelligence Agency", "CIA"),
    ("World Health Organization", "WHO", "World Health Organisation"),
    ("International Committee of the Red Cross", "ICRC"),
    ("Red Crescent", "Red Crescent Society"),
    ("Doctors Without Borders", "Médecins Sans Frontières", "MSF"),
    ("UNICEF", "United Nations Children's Fund", "UN Children's Fund"),
    ("UNHCR", "United Nations High Commissioner for Refugees", "UN refugee agency", "U.N. refugee agency"),
    ("International Atomic Energy Agency", "IAEA", "UN nuclear watchdog", "U.N. nuclear watchdog"),
    ("Organization for Security and Cooperation in Europe", "OSCE",
     "Organisation for Security and Co-operation in Europe"),
    ("Organization of the Petroleum Exporting Countries", "OPEC", "Opec"),
    ("Republican Party", "GOP", "Republicans"),
    ("Democratic Party", "Democrats"),
)  # fmt: skip

# Before or for a name, and no part of it; who is "Brother Oro" may be called so by name.
TITLES = (HONORIFICS - KIN) | frozenset(
    "acting adm chief defence defense deputy foreign former grand interior leader prime reverend spiritual spokesman "
    "spokesperson spokeswoman supreme visiting".split()
)

JUNIOR = frozenset({"jr", "sr"})  # after a name: of another person than the one without

# One line a given name: the full form, then the short ones that English news uses; a short form may stand in several.
_TABLE = """
abigail: abby
abraham: abe
alan: al
albert: al bert
alexander: alex al sandy sasha
alfred: al fred alf
allan: al
andrew: andy drew
anthony: tony
antonio: tony toni
arnold: arnie
arthur: art
barbara: barb babs
benjamin: ben benny
bernard: bernie
bradley: brad
calvin: cal
cameron: cam
catherine: cathy kate katie cath
charles: charlie chuck chas
christina: chris tina
christine: chris tina
christopher: chris kit
clifford: cliff
clinton: clint
curtis: curt
cynthia: cindy
daniel: dan danny
david: dave davey
deborah: deb debbie
dennis: denny
dmitry: dima
donald: don donnie
dorothy: dot dottie
douglas: doug
edward: ed eddie ted ned
ekaterina: katya
eleanor: ellie nell
elizabeth: liz beth betsy betty eliza lizzie
ernest: ernie
eugene: gene
frances: fran
francis: frank fran
francisco: paco
franklin: frank
frederick: fred freddie
gabriel: gabe
geoffrey: geoff
gerald: gerry jerry
gregory: greg
gwendolyn: gwen
harold: harry hal
henry: hank harry
herbert: herb bert
isabella: bella
jacob: jake
jacqueline: jackie
james: jim jimmy jamie
janet: jan
jeffrey: jeff
jennifer: jen jenny
jessica: jess jessie
john: jack johnny jon
jonathan: jon
joseph: joe joey
josephine: jo josie
joshua: josh
judith: judy
katherine: kathy kate katie kat
kathleen: kathy kate
kathryn: kathy kate katie kat
kenneth: ken kenny
kimberly: kim
lawrence: larry
leonard: len lenny leo
leonardo: leo
louis: lou
margaret: maggie meg peggy marge
martin: marty
matthew: matt
maurice: mo
maximilian: max
megan: meg
melissa: mel
melvin: mel
michael: mike mick mickey
mikhail: misha
mitchell: mitch
mohamed: mo
mohammed: mo
muhammad: mo
nathaniel: nate nat
nicholas: nick
nicolas: nick
norman: norm
oliver: ollie
pamela: pam
patricia: pat patty tricia
patrick: pat paddy
peter: pete
philip: phil
phillip: phil
rachel: rach
raymond: ray
rebecca: becky
richard: rick dick rich richie ricky
robert: bob bobby rob robbie
rodney: rod
ronald: ron ronnie
rosemary: rose
rudolph: rudy
russell: russ
salvatore: sal
samantha: sam
samuel: sam sammy
sandra: sandy
sebastian: seb
stanley: stan
stephanie: steph
stephen: steve steph
steven: steve
stuart: stu
susan: sue susie
suzanne: sue
terence: terry
theodore: ted teddy theo
theresa: terry tess
thomas: tom tommy
timothy: tim timmy
valerie: val
victor: vic
victoria: vicky tori
vincent: vince vinnie
virginia: ginny
vladimir: volodya
volodymyr: vova
walter: walt wally
wesley: wes
william: bill billy will willie
zachary: zach zack
"""


@cache
def given_names() -> Mapping[str, frozenset[str]]:
    """{short or full form: the full forms that it may stand for}, in lower case.

    >>> given_names()["bill"] & given_names()["william"]
    frozenset({'william'})
    """
    out: dict[str, set[str]] = {}
    for line in _TABLE.strip().splitlines():
        name, _, short = line.partition(":")
        for form in (name, *short.split()):
            out.setdefault(form, set()).add(name)
    return {form: frozenset(names) for form, names in out.items()}
