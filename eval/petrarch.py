"""The unit tests of the PETRARCH coders: who does what to whom, as CAMEO triples, in sentences on invented countries.

Data: JSON Lines with `id`, `text`, `date` (YYYYMMDD) and `events`: `source`, `target` and `event`, the codes expected.
Given are the text, its date and who the invented names are (`eval/gold/petrarch-actors.txt`). The codes of verbs, WEIS
in part and made up in part (345, 904), are given too for the first figures (`eval/gold/petrarch-verbs.txt`), as they
are to the coders that the suite was written for; for **own codes** they come from PLOVER's types by `CODES`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from eval.corpora import json_lines
from eval.metrics import Fault, Result, Score, accuracy
from eval.raw import Annotate, annotated
from rashomon.errors import ReadError
from rashomon.plover import Coder, Party
from rashomon.plover.actors import party
from rashomon.plover.features import scene
from rashomon.plover.ontology import OTHER, QUADS
from rashomon.plover.phrases import WORD, Phrase, match, stem
from rashomon.plover.phrases import table as phrases
from rashomon.plover.sides import Sides
from rashomon.plover.table import default, read
from rashomon.types import AccountDate, Document, EventMention, Interval

GOLD = Path(__file__).with_name("gold")
ACTORS, VERBS = GOLD / "petrarch-actors.txt", GOLD / "petrarch-verbs.txt"
CODES = {
    "AGREE": "030", "AGREE meet": "040", "AGREE visit": "040", "CONSULT": "040", "SUPPORT": "050",
    "SUPPORT sign": "057", "COOPERATE": "060", "AID": "070", "CONCEDE": "080", "RETREAT": "080", "REQUEST": "020",
    "REQUEST appeal": "027", "REQUEST urge": "023", "ACCUSE": "110", "ACCUSE disapprove": "111",
    "ACCUSE investigate": "090", "REJECT": "120", "THREATEN": "130", "PROTEST": "140", "PROTEST boycott": "163",
    "PROTEST obstruct": "144", "MOBILIZE": "150", "SANCTION": "160", "SANCTION discontinue": "120",
    "SANCTION expel": "174", "COERCE": "170", "COERCE restrict": "144", "ASSAULT": "190",
    "ASSAULT heavy-weapons": "180",
}  # fmt: skip
"""The code of a type, of a type and its mode, or of a type and its verb."""
MUTUAL = frozenset({"03", "04", "05", "12"})  # what those who act together do to each other

Triple = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Said:
    """The triples with the suite's codes of verbs, and with our own."""

    given: frozenset[Triple]
    own: frozenset[Triple]


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence, the day of its story, and the triples expected."""

    id: str
    text: str
    day: str
    events: frozenset[Triple]


def gold(path: Path, limit: int | None) -> list[Case]:
    """The records of the file. Raises ReadError for a date that is none."""
    cases = []
    for number, row in json_lines(path, limit, ("id", "text", "date", "events")):
        try:
            day = datetime.strptime(row["date"], "%Y%m%d").date().isoformat()
        except ValueError as error:
            raise ReadError(str(path), f"no date: {row['date']!r}", number) from error
        events = frozenset((e["source"], e["target"], e["event"]) for e in row["events"])
        cases.append(Case(f"{row['id']}:{number}", row["text"], day, events))
    return cases


def predict(cases: Sequence[Case], annotate: Annotate = annotated) -> list[Said]:
    """The triples of the mentions that have both sides: with the codes of the suite's verbs, and with our own."""
    table, out = read(ACTORS, default()), []
    for case, (document, _) in zip(cases, annotate([c.text for c in cases]), strict=True):
        moment = datetime.fromisoformat(case.day)
        document = replace(document, date=AccountDate(case.day, Interval(moment, moment), "day", "given", "sure"))
        coder, sides = Coder(document, table=table), Sides(document, table)
        given, own = set[Triple](), set[Triple]()
        for m in document.layer(EventMention):
            agents, recipients = ([s for s in side if s.known] for side in sides.of(m))
            verb = _verb(document, m)
            together = verb and verb.type[:2] in MUTUAL and len(agents) > 1
            if not recipients and not together:
                recipients = sides.beyond(m, agents)
            who, whom = [s.party for s in agents], [s.party for s in recipients]
            if verb and verb.type != OTHER:
                given |= set(_triples(who, whom, verb.type, bool(verb.mode)))
            code = coder.code(m)
            if code.type in QUADS and "negation" not in code.auxiliary:
                keys = (f"{code.type} {m.predicate}", f"{code.type} {code.mode}", code.type)
                event = next(CODES[k] for k in keys if k in CODES)
                own |= set(_triples(code.agents, code.recipients, event, event == "040"))
        out.append(Said(frozenset(given), frozenset(own)))
    return out


def _verb(document: Document, mention: EventMention) -> Phrase | None:
    """The longest phrase of the suite's verbs at the trigger."""
    seen = scene(document.text, mention.sentence or mention.span, None, None, mention.span)
    found = [p for p in match(seen.stems, phrases(VERBS)) if seen.trigger in (p.begin, p.end - 1)]
    return max(found, key=lambda p: (p.length, -p.begin), default=None)


def _triples(agents: Sequence[Party], recipients: Sequence[Party], event: str, mutual: bool) -> Iterator[Triple]:
    """Each agent with each recipient, those of no country left out; of those who act together, each with the others."""
    together = event[:2] in MUTUAL and not recipients
    for agent in agents:
        for other in agents if together else recipients:
            if agent.country and other.country and agent != other:
                yield written(agent), written(other), event
                if mutual or (other in agents and not together):
                    yield written(other), written(agent), event


def written(who: Party) -> str:
    """An actor as CAMEO writes it: the country and what it is there."""
    return who.country + "".join("MED" if s == "JRN" else s for s in who.sectors)


def baseline(cases: Sequence[Case], train: Path | None) -> list[Said]:
    """The first name of the table before the first verb of the suite, the first after it, and the verb's code. *train*
    is not used."""
    table = read(ACTORS, default())
    names = sorted((n for n in table.names if len(n) > 1), key=len, reverse=True)
    out = []
    for case in cases:
        words = list(WORD.finditer(case.text))
        verb = next(iter(match([stem(w[0]) for w in words], phrases(VERBS))), None)
        at = words[verb.begin].start() if verb else 0
        sides = [[n for n in names if n in part] for part in (case.text[:at], case.text[at:])]
        found = [
            min(side, key=part.find) for side, part in zip(sides, (case.text[:at], case.text[at:]), strict=True) if side
        ]
        who = [party(name, table, case.day) for name in found]
        said = frozenset(_triples(who[:1], who[1:], verb.type, bool(verb.mode)) if verb and len(who) > 1 else ())
        out.append(Said(said, frozenset()))
    return out


def score(cases: Sequence[Case], predictions: Sequence[Said]) -> Result:
    """Records whose triples are all right and no others (**records**), with our own codes too, or whose pairs of source
    and target are (**pairs**); F1 of triples."""
    said = list(zip(cases, predictions, strict=True))
    exact = accuracy("records", sum(c.events == p.given for c, p in said), len(said))
    pairs = accuracy("pairs", sum(_pairs(c.events) == _pairs(p.given) for c, p in said), len(said))
    hits = sum(len(c.events & p.given) for c, p in said)
    triples = Score("triples", hits, sum(len(p.given) for _, p in said), hits, sum(len(c.events) for c, _ in said))
    own = accuracy("own codes: records", sum(c.events == p.own for c, p in said), len(said))
    faults = [
        Fault(c.id, "triples", 0, len(c.text), kind, " ".join(t))
        for c, p in said
        for kind, some in (("missed", c.events - p.given), ("spurious", p.given - c.events))
        for t in sorted(some)
    ]
    return Result((exact, pairs, triples, own), tuple(faults))


def _pairs(events: frozenset[Triple]) -> set[tuple[str, str]]:
    return {(source, target) for source, target, _ in events}
