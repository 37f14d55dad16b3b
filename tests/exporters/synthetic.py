"""Invented records, built by hand from the nouns: a small one to read, a hostile one, and a large one to time."""

from __future__ import annotations

import hashlib
import itertools
import math
import re
from datetime import datetime

from rashomon.types import (
    AccountDate, Agreement, Attribution, Block, BlockKind, Claim, Document, Event, EventMention, Interval, Judgement,
    Link, Name, Position, Provenance, Quantity, Record, Relation, Sentence, Slot, Span, Time, Value,
)

EPOCH = datetime(1, 1, 1)


def days(year: int, month: int, day: int, hour: float = 0) -> float:
    """Days since 0001-01-01."""
    return (datetime(year, month, day) - EPOCH).days + hour / 24


class Account:
    """Write an account block by block, then point at its words."""

    def __init__(self, outlet: str, title: str, date: str, how: str = "metadata", author: str = "", url: str = ""):
        self.text, self.blocks, self.entry = "", [], 0
        self.layers: dict[type, list] = {k: [] for k in (Sentence, Name, Time, Quantity, Attribution, EventMention)}
        self.outlet, self.date = outlet, date
        self.provenance = Provenance(f"accounts/{outlet.lower().replace(' ', '-')}.html", outlet, title, author, url, date, how)
        self.id = hashlib.sha256(f"{outlet}|{title}".encode()).hexdigest()
        self.how = how
        if title:
            self.add(title, BlockKind.HEADLINE)

    def add(self, text: str, kind: BlockKind = BlockKind.PARAGRAPH, voice: str | None = None, clock: str | None = None) -> Account:
        if kind in (BlockKind.UPDATE, BlockKind.ORIGINAL, BlockKind.COMMENT):
            self.entry += 1
        if self.text:
            self.text += "\n\n"
        begin = len(self.text)
        self.text += text
        span = Span(begin, len(self.text))
        self.blocks.append(Block(span, kind, voice, clock, self.entry))
        for m in re.finditer(r"[^.!?]+[.!?”]*", text):
            if m.group().strip():
                at = begin + m.start() + len(m.group()) - len(m.group().lstrip())
                self.layers[Sentence].append(Sentence(Span(at, begin + m.end())))
        return self

    def at(self, words: str, nth: int = 0) -> Span:
        begin = -1
        for _ in range(nth + 1):
            begin = self.text.index(words, begin + 1)
        return Span(begin, begin + len(words))

    def says(self, source: str | None, cue: str | None, content: str, speaker: str | None, *, stance: str = "say", form: str = "indirect",
             hedge: str | None = None, positive: bool = True, voice: str | None = None, outer: tuple[str, ...] = ()) -> Account:
        parts = [self.at(w) for w in (source, cue, content) if w]
        holders = (voice or self.outlet, *outer, *([speaker] if speaker else []))
        self.layers[Attribution].append(Attribution(
            Span(min(p.begin for p in parts), max(p.end for p in parts)), self.at(source) if source else None, self.at(cue) if cue else None,
            (self.at(content),), form, stance, positive, self.at(hedge) if hedge else None, speaker, holders, "full name"))
        return self

    def event(self, trigger: str, predicate: str, factuality: float = 3.0, holders: tuple[str, ...] = (), evidence: tuple[str, ...] = (), nth: int = 0) -> str:
        span = self.at(trigger, nth)
        sentence = next(s.span for s in self.layers[Sentence] if s.span.covers(span))
        self.layers[EventMention].append(EventMention(
            span, predicate, (), factuality, tuple(self.at(e) for e in evidence), "past", sentence, (self.outlet, *holders)))
        return f"{self.id}:{span.begin}"

    def time(self, words: str, value: str, low: datetime | None = None, high: datetime | None = None) -> Account:
        self.layers[Time].append(Time(self.at(words), "DATE", value, Interval(low, high) if low else None, "account", "weekday"))
        return self

    def quantity(self, words: str, low: float, high: float, of: str | None = None) -> Account:
        self.layers[Quantity].append(Quantity(self.at(words), low, high, "", self.at(of) if of else None, "kill"))
        return self

    def claim(self, mention: str, slot: str, value: Value, words: str, holders: tuple[str, ...] = (), factuality: float = 3.0, scope: str = "") -> Claim:
        span = self.at(words)
        return Claim(self.id, mention, slot, value, span, words, (self.outlet, *holders), factuality, "events", scope)

    def document(self) -> Document:
        start = datetime.fromisoformat(self.date) if len(self.date) >= 10 else None
        date = AccountDate(self.date or "XXXX-04-12", Interval(start, start) if start else None, "day" if start else "unknown", self.how,
                           "sure" if start else "guess", None, "the page's own metadata" if start else "no page, address or sentence states a year")
        d = Document(self.id, self.text, self.provenance, ((0, 0, len(self.text)),), date)
        d = d.with_layer(Block, self.blocks)
        for kind, items in self.layers.items():
            d = d.with_layer(kind, items)
        return d


def number(low: float, high: float | None = None) -> Value:
    return Value("number", low, low if high is None else high)


def day(year: int, month: int, date: int, begin: float = 0, end: float = 23.999, form: str = "") -> Value:
    return Value("date", days(year, month, date, begin), days(year, month, date, end), form or f"{year}-{month:02}-{date:02}")


def position(value: Value, *claims: Claim) -> Position:
    return Position(value, claims, tuple(dict.fromkeys(" › ".join(c.holders) for c in claims)))


def bridge() -> Record:
    """Six accounts of a bridge that fell: a toll that conflicts, a time that conflicts, a denial across accounts and one inside one."""
    herald = Account("The Delta Herald", "“Fourteen, and we are not done”: a night on the Sella", "2031-04-12", "metadata", "Mira Tanne", "https://herald.example/sella")
    herald.add("PHOTO: Divers at the Sella bridge", BlockKind.CAPTION)
    herald.add("UPDATE 09:30: The rescue chief, Ilan Voss, told reporters on the east bank that “we have carried out at least 14 bodies” and that divers would work through Sunday.", BlockKind.UPDATE, clock="09:30")
    herald.add("UPDATE 08:05: Lorries had been banned from the crossing since March, but drivers at the toll booth say that nobody enforced it. Transport minister Oren Hald denied that any lorry had crossed. His deputy, Lise Amar, said that “two lorries were on the span” when it gave way.", BlockKind.UPDATE, clock="08:05")
    herald.add("ORIGINAL ENTRY: A span of the Sella bridge collapsed at Karsa shortly before seven on Saturday.", BlockKind.ORIGINAL)
    herald.add("Nine? Count the cars.", BlockKind.COMMENT, voice="riverman")
    herald.add("Related: Ten bridges that need paint", BlockKind.LINK)
    herald.add("All rights reserved.", BlockKind.BOILERPLATE)
    agency = Account("Karsa State Agency", "Toll of nine is final, ministry says", "2031-04-13", "header")
    agency.add("KARSA, 13 April. The number of victims of the collapse of the Sella bridge is nine and is final, the Ministry of Transport said in a statement. There was never any restriction on heavy vehicles, the ministry said. The span fell at 06:52 on 12 April.")
    morning = Account("Morning Line", "Ministry: toll of nine is final", "2031-04-13", "url")
    morning.add("The number of victims of the collapse of the Sella bridge is nine and is final, the Ministry of Transport said in a statement. There was never any restriction on heavy vehicles, the ministry said.")
    post = Account("Meridian Post", "Questions over a weight limit that never came", "2031-04-14", "metadata")
    post.add("Between twenty and thirty people are believed to have died when the bridge at Karsa collapsed at dawn, a doctor at the district hospital said.")
    post.add("Opposition MP Dara Lenn said that engineers had asked for a weight limit in 2029, according to a report of that year.")
    post.add("The bridge", BlockKind.HEADING)
    post.add("It opened in the autumn of 1974 and was last painted in 2019.")
    radio = Account("Lakeside Radio", "", "", "unknown")
    radio.add("The Sella bridge collapsed around noon on Saturday, listeners told Lakeside Radio. A crane is expected.")
    ministry = Account("Ministry of Transport", "Statement on the Sella bridge", "2031-04-13", "given")
    ministry.add("The ministry regrets the collapse of the Sella bridge at 06:52 on 12 April. Nine people were killed. No restriction on heavy vehicles was in force.")

    herald.says("The rescue chief, Ilan Voss", "told", "“we have carried out at least 14 bodies”", "Ilan Voss", form="direct")
    herald.says("drivers at the toll booth", "say", "that nobody enforced it", None)
    herald.says("Transport minister Oren Hald", "denied", "that any lorry had crossed", "Oren Hald", stance="deny")
    herald.says("His deputy, Lise Amar", "said", "that “two lorries were on the span”", "Lise Amar", form="mixed")
    for a in (agency, morning):
        a.says("the Ministry of Transport", "said", "The number of victims of the collapse of the Sella bridge is nine and is final", "Ministry of Transport")
        a.says("the ministry", "said", "There was never any restriction on heavy vehicles", "Ministry of Transport")
    post.says("a doctor at the district hospital", "said", "Between twenty and thirty people are believed to have died", None, hedge="are believed to")
    post.says("Opposition MP Dara Lenn", "said", "that engineers had asked for a weight limit in 2029", "Dara Lenn", outer=("report of 2029",))
    radio.says("listeners", "told", "The Sella bridge collapsed around noon on Saturday", None)
    herald.quantity("at least 14", 14, math.inf, "bodies").time("Saturday", "2031-04-12", datetime(2031, 4, 12), datetime(2031, 4, 12, 23, 59))
    post.quantity("Between twenty and thirty", 20, 30, "people").time("2029", "2029").time("the autumn of 1974", "1974-FA")
    agency.quantity("nine", 9, 9, "victims").time("06:52 on 12 April", "2031-04-12T06:52")

    fell = [herald.event("collapsed", "collapse"), agency.event("fell", "fall"), post.event("collapsed", "collapse"), radio.event("collapsed", "collapse", 2.0, ("listeners",)),
            ministry.event("collapse", "collapse")]
    dead_v, dead_a, dead_m = herald.event("carried", "carry out", 3.0, ("Ilan Voss",)), agency.event("victims", "victim", 3.0, ("Ministry of Transport",)), morning.event("victims", "victim", 3.0, ("Ministry of Transport",))
    dead_p, dead_o = post.event("died", "die", 2.0, ("a doctor",), ("are believed to",)), ministry.event("killed", "kill")
    ban = [herald.event("banned", "ban"), agency.event("restriction", "restriction", -3.0, ("Ministry of Transport",), ("never",)), morning.event("restriction", "restriction", -3.0, ("Ministry of Transport",), ("never",)),
           ministry.event("restriction", "restriction", -3.0, (), ("No",))]
    crossed = [herald.event("crossed", "cross", -3.0, ("Oren Hald",), ("denied",)), herald.event("were", "be on", 3.0, ("Lise Amar",))]
    asked, opened = post.event("asked", "ask", 2.0, ("report of 2029", "Dara Lenn")), post.event("opened", "open")
    crane = radio.event("expected", "expect", 0.0)

    r = Relation
    toll = Slot("how many", "victim", (
        position(number(9), agency.claim(dead_a, "how many", number(9), "nine", ("Ministry of Transport",), scope="victim"), morning.claim(dead_m, "how many", number(9), "nine", ("Ministry of Transport",), scope="victim"),
                 ministry.claim(dead_o, "how many", number(9), "Nine", scope="victim")),
        position(number(14, math.inf), herald.claim(dead_v, "how many", number(14, math.inf), "at least 14", ("Ilan Voss",), scope="victim")),
        position(number(20, 30), post.claim(dead_p, "how many", number(20, 30), "Between twenty and thirty", ("a doctor",), 2.0, scope="victim")),
    ), (r(0, 1, Agreement.CONFLICTS, "9 lies outside 14 or more; both count the dead, on the same day"), r(0, 2, Agreement.CONFLICTS, "9 lies outside 20 to 30"), r(2, 1, Agreement.MORE_PRECISE, "20 to 30 lies inside 14 or more")))
    seven, at652, dawn, noon = day(2031, 4, 12, 6.5, 7, "2031-04-12T06:30"), day(2031, 4, 12, 6.8667, 6.8667, "2031-04-12T06:52"), day(2031, 4, 12, 5.5, 7.5, "2031-04-12TMO"), day(2031, 4, 12, 11, 13, "2031-04-12T12:00")
    clock = Slot("when", "", (
        position(at652, agency.claim(fell[1], "when", at652, "06:52 on 12 April"), ministry.claim(fell[4], "when", at652, "06:52 on 12 April")),
        position(seven, herald.claim(fell[0], "when", seven, "shortly before seven on Saturday")), position(dawn, post.claim(fell[2], "when", dawn, "at dawn")),
        position(noon, radio.claim(fell[3], "when", noon, "around noon on Saturday", ("listeners",), 2.0)),
    ), (r(0, 1, Agreement.MORE_PRECISE, "06:52 lies inside 06:30 to 07:00"), r(0, 2, Agreement.MORE_PRECISE, "06:52 is at dawn"), r(1, 2, Agreement.COMPATIBLE, "the stretches overlap"),
        r(0, 3, Agreement.CONFLICTS, "06:52 and around noon are hours apart"), r(1, 3, Agreement.CONFLICTS, "before seven and around noon are hours apart"), r(2, 3, Agreement.CONFLICTS, "dawn ends before noon")))
    karsa, sella = Value("place", form="Karsa"), Value("name", form="the Sella bridge")
    where = Slot("where", "", (position(karsa, herald.claim(fell[0], "where", karsa, "Karsa"), post.claim(fell[2], "where", karsa, "Karsa")),), ())
    who = Slot("who", "", (position(sella, herald.claim(fell[0], "who", sella, "Sella bridge", ()), agency.claim(fell[1], "who", sella, "The span")),), ())

    def polarity(name: str, *held: tuple[Account, str, str, tuple[str, ...], float], because: str) -> Slot:
        groups = [(v, [a.claim(m, "happened", Value("polarity", v, v), w, h, f) for a, m, w, h, f in held if f == v]) for v in dict.fromkeys(f for *_, f in held)]
        return Slot("happened", name, tuple(position(Value("polarity", v, v), *c) for v, c in groups), (r(1, 0, Agreement.DENIES, because),) if len(groups) > 1 else ())

    banned = polarity("", (herald, ban[0], "banned", (), 3.0), (agency, ban[1], "restriction", ("Ministry of Transport",), -3.0), (morning, ban[2], "restriction", ("Ministry of Transport",), -3.0), (ministry, ban[3], "restriction", (), -3.0),
                      because="“never any restriction” denies “had been banned”; both on heavy vehicles on the crossing")
    lorries = polarity("", (herald, crossed[1], "were", ("Lise Amar",), 3.0), (herald, crossed[0], "crossed", ("Oren Hald",), -3.0), because="two speakers of one account: the minister denies what his deputy says")

    def event(name: str, mentions: list[str], account: Account, words: str, *parts: Slot) -> Event:
        links = tuple(Link("event", a, b, Judgement.SAME, 0.9, ("same day", "same place: Karsa", "predicates near: collapse, fall")) for a, b in itertools.pairwise(mentions))
        return Event(hashlib.sha256(name.encode()).hexdigest()[:12], tuple(mentions), (account.id, account.at(words)), parts, "story", links)

    y2029, y1974 = Value("date", days(2029, 1, 1), days(2029, 12, 31, 23.999), "2029"), Value("date", days(1974, 9, 1), days(1974, 11, 30, 23.999), "1974-FA")
    march = Value("date", days(2031, 3, 1), days(2031, 3, 31, 23.999), "2031-03")
    events = (
        event("fell", fell, herald, "A span of the Sella bridge collapsed at Karsa", clock, where, who),
        event("dead", [dead_a, dead_m, dead_v, dead_p, dead_o], agency, "victims of the collapse of the Sella bridge", toll, Slot("when", "", (position(day(2031, 4, 12), agency.claim(dead_a, "when", day(2031, 4, 12), "12 April")),), ())),
        event("ban", ban, herald, "Lorries had been banned from the crossing", banned, Slot("when", "", (position(march, herald.claim(ban[0], "when", march, "since March")),), ())),
        event("lorries", crossed, herald, "two lorries were on the span", lorries),
        event("asked", [asked], post, "engineers had asked for a weight limit", Slot("when", "", (position(y2029, post.claim(asked, "when", y2029, "in 2029", ("report of 2029", "Dara Lenn"))),), ())),
        event("opened", [opened], post, "It opened in the autumn of 1974", Slot("when", "", (position(y1974, post.claim(opened, "when", y1974, "the autumn of 1974")),), ())),
        event("crane", [crane], radio, "A crane is expected"),
    )
    accounts = (herald, agency, morning, post, radio, ministry)
    return Record(tuple(a.document() for a in accounts), events, ((agency.id, morning.id),), (tuple(a.id for a in accounts),), {f"{agency.id}:ministry": "Ministry of Transport"},
                  (Link("family", agency.id, morning.id, Judgement.SAME, 0.93, ("93 of 100 sampled shingles are shared",)),))


HOSTILE = (
    "<script>window.owned = 1</script>", '<img src=x onerror="window.owned = 1">', "</script><script>window.owned = 1</script>",
    "javascript:window.owned=1", "\u202egnp.exe\u202c", "]]><!--", '"quoted" & \'single\' {{braces}} ${x}', "\u2028line\u2029", "😀 astral", "=HYPERLINK(\"http://evil.example\")", "\x00\x07\x1b[31mred\ud800",
)


def hostile() -> Record:
    """Two accounts whose every field attacks the page."""
    accounts, claims, mentions = [], [], []
    for n in range(2):
        a = Account(f"{HOSTILE[0]}{n}", HOSTILE[2], "2031-04-12", HOSTILE[1], HOSTILE[1], HOSTILE[3])
        for text in HOSTILE:
            a.add(text)
        a.add(f"{HOSTILE[1]} 😀 said {HOSTILE[2]} it is {n + 4} dead", BlockKind.COMMENT, voice=HOSTILE[1], clock=HOSTILE[0])
        a.says(HOSTILE[1], "said", f"it is {n + 4} dead", HOSTILE[2], voice=HOSTILE[0])
        m = a.event("dead", HOSTILE[0], 3.0, (HOSTILE[2],))
        mentions.append(m)
        claims.append(a.claim(m, "how many", Value("number", n + 4.0, n + 4.0, HOSTILE[1]), f"{n + 4} dead", (HOSTILE[2],), scope=HOSTILE[0]))
        accounts.append(a)
    slot = Slot("how many", HOSTILE[0], tuple(Position(c.value, (c,), (HOSTILE[1],)) for c in claims), (Relation(0, 1, Agreement.CONFLICTS, HOSTILE[2]),))
    event = Event(HOSTILE[1], tuple(mentions), (accounts[0].id, accounts[0].at(HOSTILE[2])), (slot,), "s", (Link("event", *mentions, Judgement.SAME, 1.0, (HOSTILE[1],)),))
    return Record(tuple(a.document() for a in accounts), (event,), (), (tuple(a.id for a in accounts),))


def large(accounts: int = 200, statements: int = 30) -> Record:
    """Many accounts of many events, twenty accounts to a story; every third event has a toll that conflicts."""
    made, events, stories = [], [], []
    for first in range(0, accounts, 20):
        group = [Account(f"Outlet {n}", f"Report {n} on the flood of district {first}", f"2031-{1 + first // 20:02}-{1 + n % 20:02}") for n in range(first, min(first + 20, accounts))]
        stories.append(tuple(a.id for a in group))
        told: list[list[tuple[str, Claim]]] = [[] for _ in range(statements)]
        for n, a in enumerate(group):
            for k in range(statements):
                toll = 10 + k + (n % 3 if k % 3 == 0 else 0)
                a.add(f"Speaker {k} of district {first} said that {toll} houses of street {k} were flooded at the river on the {1 + k % 28} of the month, while the water kept rising and nobody came to help those who had stayed behind in street {k} overnight.")
                a.says(f"Speaker {k} of district {first}", "said", f"that {toll} houses of street {k} were flooded", f"Speaker {k} of district {first}")
                m = a.event("flooded", "flood", 3.0, (f"Speaker {k}",), nth=k)
                told[k].append((m, a.claim(m, "how many", number(toll), f"{toll} houses of street {k}", (f"Speaker {k}",), scope="house")))
                a.quantity(f"{toll} houses of street {k}", toll, toll)
        for k, group_claims in enumerate(told):
            by: dict[Value, list[Claim]] = {}
            for _, c in group_claims:
                by.setdefault(c.value, []).append(c)
            positions = tuple(position(v, *cs) for v, cs in by.items())
            relations = tuple(Relation(i, j, Agreement.CONFLICTS, "different exact counts") for i, j in itertools.combinations(range(len(positions)), 2))
            date = day(2031, 1 + first // 20, 1 + k % 28)
            when = Slot("when", "", (position(date, *(group[i].claim(m, "when", date, f"{1 + k % 28} of the month") for i, (m, _) in enumerate(group_claims))),), ())
            events.append(Event(f"{first:04}{k:04}", tuple(m for m, _ in group_claims), (group[0].id, group[0].at(f"houses of street {k} were flooded")), (Slot("how many", "house", positions, relations), when), str(first)))
        made += group
    return Record(tuple(a.document() for a in made), tuple(events), tuple((made[i].id, made[i + 1].id) for i in range(0, accounts - 1, 20)), tuple(stories))
