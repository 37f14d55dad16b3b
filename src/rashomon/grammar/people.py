"""Offices, titles, pronouns: the words by which accounts point at people and bodies. Facts of English, plain data.

A second language is a second module of the same names. All lower case; offices are lemmas or short phrases.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rashomon.grammar.abbreviations import initials

_OF = re.compile(r" (?:of|for|at) ")
HONORIFICS = frozenset(
    """mr mrs ms miss dr prof professor sir dame lord lady rev fr father sister brother imam sheikh sheik shaikh
    ayatollah
    ayatullah hojatoleslam mullah maulana rabbi bishop archbishop cardinal pope king queen prince princess emir sultan
    general gen colonel col major maj captain capt lieutenant lt sergeant sgt corporal cpl pvt admiral brigadier
    commander marshal
    president vice-president premier chancellor senator sen congressman congresswoman representative rep
    governor gov mayor
    minister secretary ambassador judge justice sheriff inspector superintendent constable officer const det insp
    supt msgr""".split()
)
ADDRESS = frozenset({"mr", "mrs", "ms", "mx"})  # stand before persons only
OFFICES = frozenset(
    """president vice-president premier chancellor minister secretary leader chief head chairman chairwoman chairperson
    chair
    director commander general colonel admiral spokesman spokeswoman spokesperson ambassador envoy diplomat
    senator lawmaker
    deputy representative governor mayor judge justice prosecutor attorney lawyer solicitor sheriff king queen
    prince princess
    pope pontiff bishop archbishop cardinal imam ayatollah cleric rabbi priest professor analyst expert
    economist scientist
    researcher author journalist reporter correspondent editor columnist blogger activist adviser advisor aide
    assistant
    official officer inspector superintendent coordinator manager founder owner ceo coach captain candidate nominee
    politician congressman congresswoman doctor physician surgeon nurse paramedic witness resident teacher
    farmer fisherman
    driver pilot engineer historian negotiator mediator monitor observer consultant strategist treasurer
    organiser organizer
    ombudsman magistrate coroner undersecretary counsellor counselor comptroller commissioner speaker whip dictator
    premier emir sultan monarch premiership husband wife father mother son daughter brother sister uncle aunt widow
    neighbour neighbor survivor victim suspect defendant actor actress singer musician artist star filmmaker producer
    player footballer astronaut astronomer inventor investor trader banker entrepreneur businessman businesswoman
    tycoon billionaire model comedian host presenter anchor novelist poet photographer designer architect student
    professor lecturer soldier""".split()
)
KIN = frozenset(
    """husband wife father mother son daughter brother sister uncle aunt widow widower cousin nephew niece spouse
    grandson granddaughter grandfather grandmother stepson stepdaughter stepfather stepmother fiance fiancee""".split()
)
# What the person whom an account is about is called, whatever its titles: "the star".
FAMED = frozenset(
    """actor actress artist astronaut billionaire celebrity comedian filmmaker footballer frontman mogul musician
    novelist player presenter rapper singer songwriter star tycoon""".split()
)
# Nouns for what sort of person somebody is, not which office: "Moreno ... the singer".
PERSONS = FAMED | frozenset(
    """activist analyst author blogger businessman businesswoman campaigner candidate columnist congressman
    congresswoman conservative contender democrat designer economist entrepreneur executive expert historian
    hopeful journalist lawmaker legend liberal model nominee physicist poet politician professor republican
    researcher scholar scientist senator veteran writer""".split()
)
# Nouns for somebody, whatever he is.
HUMANS = frozenset(
    """adult attacker baby boy boyfriend caller child civilian customer employee friend gentleman girl girlfriend
    guard gunman hostage inmate kid lady man migrant mom mum neighbor neighbour parent passenger patient person
    policeman policewoman prisoner refugee relative resident shooter suspect teen teenager toddler voter woman
    worker youth""".split()
)
BODIES = frozenset(
    """government ministry army military police court judiciary parliament senate congress council committee commission
    agency
    department office party group movement militia organisation organization union company firm bank hospital
    university school
    newspaper network station channel website embassy palace house kremlin pentagon authority bureau service
    force forces
    team family association federation league club foundation institute centre center board panel tribunal cabinet
    administration opposition coalition alliance campaign report statement study survey poll document letter
    film video
    airline broadcaster carrier manufacturer maker retailer regulator operator publisher charity ngo tabloid magazine
    press media officials sources witnesses analysts experts critics supporters activists residents rebels
    militants""".split()
)
PERSONAL = OFFICES | PERSONS | frozenset("boy child girl man people person relative survivor villager woman".split())
# Words for one office: an account that has one bearer of any of them has that bearer for all.
SAME_OFFICE = (
    frozenset({"supreme leader", "spiritual leader", "ayatollah", "ayatullah", "grand ayatollah"}),
    frozenset({"prime minister", "premier", "pm"}),
    frozenset({"pope", "pontiff", "holy father"}),
    frozenset({"king", "queen", "monarch"}),
    frozenset({"foreign minister", "foreign secretary", "top diplomat", "secretary of state"}),
    frozenset({"spokesman", "spokeswoman", "spokesperson"}),
    frozenset({"chairman", "chairwoman", "chairperson", "chair"}),
    frozenset({"commander", "commander-in-chief"}),
    frozenset({"director", "chief", "head"}),
    frozenset({"judge", "justice", "magistrate"}),
)
# Who speaks for another.
MOUTHPIECES = frozenset("attorney lawyer publicist rep representative spokesman spokesperson spokeswoman".split())
RANKS = frozenset("supreme prime foreign vice deputy defence defense interior first spiritual grand chief".split())
SINGULAR = frozenset({"he", "she", "him", "her", "his", "himself", "herself"})
PLURAL = frozenset({"they", "them", "their", "themselves"})
FIRST = frozenset({"i", "we", "me", "us", "my", "our", "ours", "mine"})
SPEAKING = frozenset({"i", "me", "my", "mine", "myself"})
ORGANISED = frozenset({"it", "its"})
PRONOUNS = SINGULAR | PLURAL | FIRST | ORGANISED | {"who", "you", "your"}
FEMALE = frozenset({"she", "her", "herself"})
MALE = frozenset({"he", "him", "his", "himself"})
FEMALE_WORDS = frozenset(
    """mrs ms miss lady dame sister queen princess mother wife daughter aunt widow niece grandmother
    girlfriend fiancee spokeswoman chairwoman congresswoman businesswoman policewoman actress waitress heiress
    nun woman girl mum mom mummy mommy""".split()
)
MALE_WORDS = frozenset(
    """mr sir lord father brother king prince husband son uncle nephew grandfather boyfriend
    fiance widower spokesman chairman congressman businessman policeman imam pope ayatollah sheikh monk
    man boy gentleman lad dad daddy""".split()
)
DEFINITE = frozenset({"the", "this", "that"})
INDEFINITE = frozenset({"a", "an", "another", "any", "each", "every", "no", "some"})  # they bring in somebody new
# How titles before names are written short.
SHORT = {"sen": "senator", "sens": "senator", "rep": "representative", "gov": "governor", "gen": "general",
         "col": "colonel", "capt": "captain", "sgt": "sergeant", "maj": "major", "supt": "superintendent",
         "insp": "inspector", "prof": "professor"}  # fmt: skip
ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my"})


def same_office(a: str, b: str) -> bool:
    """True if two titles can name one office: one has all words of the other, or both are in one set of SAME_OFFICE.

    >>> same_office("the Supreme Leader", "Ayatollah"), same_office("judge", "aide")
    (True, False)
    >>> same_office("former envoy", "former Delta envoy"), same_office("former mayor", "deputy mayor")
    (True, False)
    """
    a, b = plain(a), plain(b)
    if not a or not b:
        return False
    x, y = a.split(), b.split()
    if x[-1] == y[-1] and (set(x) <= set(y) or set(y) <= set(x)):
        return True
    return any(
        (m := _ends(a, office)) and (n := _ends(b, office)) and _one_body(a[: -len(m)], b[: -len(n)])
        for office in SAME_OFFICE
    )


def _one_body(a: str, b: str) -> bool:
    """What stands before two offices of one kind must not differ: "CIA director" is not "fire chief"."""
    x, y = a.split(), b.split()
    return not x or not y or not set(x).isdisjoint(y) or _short(x, y) or _short(y, x)


def _short(short: Sequence[str], full: Iterable[str]) -> bool:
    """True for the initials of a body, adjectives before its office aside: "BIS" of "Bank for Inland Ships new"."""
    return len(short) == 1 and len(short[0]) > 1 and initials(full).startswith(short[0])


def body_first(title: str) -> str:
    """A title with the body that it belongs to in front, "" where it names none.

    >>> body_first("the new head of the Bank for Works"), body_first("spokesman for Oro Port"), body_first("mayor")
    ('bank for works new head', 'oro port spokesman', '')
    """
    office, _, body = _OF.sub("|", plain(title), count=1).partition("|")
    return f"{plain(body)} {office}" if body and office.split()[-1] in OFFICES else ""


def office_keys(title: str) -> frozenset[str | int]:
    """What two titles share at least one of if they can name one office: the last word, or a set of SAME_OFFICE."""
    title = plain(title)
    sets = (i for i, office in enumerate(SAME_OFFICE) if _ends(title, office))
    return frozenset((*title.split()[-1:], *sets))


def is_office(form: str) -> bool:
    """True for a bare office that stands where a name could: "The Supreme Leader", "Interior Minister".

    >>> is_office("The Supreme Leader"), is_office("Minister Pavel Drusk")
    (True, False)
    """
    *ranks, office = plain(form).split() or [""]
    return office in OFFICES and all(word in RANKS or word in HONORIFICS for word in ranks)


def _ends(title: str, office: frozenset[str]) -> str:
    """The longest of an office's names that a title ends with, else ""."""
    return max((w for w in sorted(office) if title == w or title.endswith(" " + w)), key=len, default="")


def plain(title: str) -> str:
    """A title in lower case without articles, its words in full.

    >>> plain("the Supreme Leader"), plain("Delta Sen.")
    ('supreme leader', 'delta senator')
    """
    words = [SHORT.get(word, word) for word in title.lower().replace(".", "").split()]
    while words and words[0] in ARTICLES:
        words.pop(0)
    return " ".join(words)
