"""An invented record of six accounts of one bridge, built by hand from the nouns."""

from __future__ import annotations

import hashlib
import itertools
import math

from sella import write
from written import Account, day, days, number, position

from rashomon.types import Agreement, Event, Judgement, Link, Question, Record, Relation, Slot, Value


def bridge() -> Record:
    """A toll that conflicts, a time that conflicts, a denial across accounts and one inside one account."""
    herald, agency, morning, post, radio, ministry = accounts = write()
    fell = [
        herald.event("collapsed", "collapse"),
        agency.event("fell", "fall"),
        post.event("collapsed", "collapse"),
        radio.event("collapsed", "collapse", 2.0, ("listeners",)),
        ministry.event("collapse", "collapse"),
    ]
    dead_v, dead_a, dead_m = (
        herald.event("carried", "carry out", 3.0, ("Ilan Voss",)),
        agency.event("victims", "victim", 3.0, ("Ministry of Transport",)),
        morning.event("victims", "victim", 3.0, ("Ministry of Transport",)),
    )
    dead_p, dead_o = (
        post.event("died", "die", 2.0, ("a doctor",), ("are believed to",)),
        ministry.event("killed", "kill"),
    )
    ban = [
        herald.event("banned", "ban"),
        agency.event("restriction", "restriction", -3.0, ("Ministry of Transport",), ("never",)),
        morning.event("restriction", "restriction", -3.0, ("Ministry of Transport",), ("never",)),
        ministry.event("restriction", "restriction", -3.0, (), ("No",)),
    ]
    crossed = [
        herald.event("crossed", "cross", -3.0, ("Oren Hald",), ("denied",)),
        herald.event("were", "be on", 3.0, ("Lise Amar",)),
    ]
    asked, opened = post.event("asked", "ask", 2.0, ("report of 2029", "Dara Lenn")), post.event("opened", "open")
    crane = radio.event("expected", "expect", 0.0)

    r = Relation
    toll = Slot(
        "how many",
        "victim",
        (
            position(
                number(9),
                agency.claim(dead_a, "how many", number(9), "nine", ("Ministry of Transport",), scope="victim"),
                morning.claim(dead_m, "how many", number(9), "nine", ("Ministry of Transport",), scope="victim"),
                ministry.claim(dead_o, "how many", number(9), "Nine", scope="victim"),
            ),
            position(
                number(14, math.inf),
                herald.claim(dead_v, "how many", number(14, math.inf), "at least 14", ("Ilan Voss",), scope="victim"),
            ),
            position(
                number(20, 30),
                post.claim(
                    dead_p, "how many", number(20, 30), "Between twenty and thirty", ("a doctor",), 2.0, scope="victim"
                ),
            ),
        ),
        (
            r(0, 1, Agreement.CONFLICTS, "9 lies outside 14 or more; both count the dead, on the same day"),
            r(0, 2, Agreement.CONFLICTS, "9 lies outside 20 to 30"),
            r(2, 1, Agreement.MORE_PRECISE, "20 to 30 lies inside 14 or more"),
        ),
    )
    seven, at652, dawn, noon = (
        day(2031, 4, 12, 6.5, 7, "2031-04-12T06:30"),
        day(2031, 4, 12, 6.8667, 6.8667, "2031-04-12T06:52"),
        day(2031, 4, 12, 5.5, 7.5, "2031-04-12TMO"),
        day(2031, 4, 12, 11, 13, "2031-04-12T12:00"),
    )
    clock = Slot(
        "when",
        "",
        (
            position(
                at652,
                agency.claim(fell[1], "when", at652, "06:52 on 12 April"),
                ministry.claim(fell[4], "when", at652, "06:52 on 12 April"),
            ),
            position(seven, herald.claim(fell[0], "when", seven, "shortly before seven on Saturday")),
            position(dawn, post.claim(fell[2], "when", dawn, "at dawn")),
            position(noon, radio.claim(fell[3], "when", noon, "around noon on Saturday", ("listeners",), 2.0)),
        ),
        (
            r(0, 1, Agreement.MORE_PRECISE, "06:52 lies inside 06:30 to 07:00"),
            r(0, 2, Agreement.MORE_PRECISE, "06:52 is at dawn"),
            r(1, 2, Agreement.COMPATIBLE, "the stretches overlap"),
            r(0, 3, Agreement.CONFLICTS, "06:52 and around noon are hours apart"),
            r(1, 3, Agreement.CONFLICTS, "before seven and around noon are hours apart"),
            r(2, 3, Agreement.CONFLICTS, "dawn ends before noon"),
        ),
    )
    karsa, sella = Value("place", form="Karsa"), Value("name", form="the Sella bridge")
    where = Slot(
        "where",
        "",
        (
            position(
                karsa, herald.claim(fell[0], "where", karsa, "Karsa"), post.claim(fell[2], "where", karsa, "Karsa")
            ),
        ),
        (),
    )
    who = Slot(
        "who",
        "",
        (
            position(
                sella,
                herald.claim(fell[0], "who", sella, "Sella bridge", ()),
                agency.claim(fell[1], "who", sella, "The span"),
            ),
        ),
        (),
    )

    def polarity(name: str, *held: tuple[Account, str, str, tuple[str, ...], float], because: str) -> Slot:
        groups = [
            (v, [a.claim(m, "happened", Value("polarity", v, v), w, h, f) for a, m, w, h, f in held if f == v])
            for v in dict.fromkeys(f for *_, f in held)
        ]
        return Slot(
            "happened",
            name,
            tuple(position(Value("polarity", v, v), *c) for v, c in groups),
            (r(1, 0, Agreement.DENIES, because),) if len(groups) > 1 else (),
        )

    banned = polarity(
        "",
        (herald, ban[0], "banned", (), 3.0),
        (agency, ban[1], "restriction", ("Ministry of Transport",), -3.0),
        (morning, ban[2], "restriction", ("Ministry of Transport",), -3.0),
        (ministry, ban[3], "restriction", (), -3.0),
        because="“never any restriction” denies “had been banned”; both on heavy vehicles on the crossing",
    )
    lorries = polarity(
        "",
        (herald, crossed[1], "were", ("Lise Amar",), 3.0),
        (herald, crossed[0], "crossed", ("Oren Hald",), -3.0),
        because="two speakers of one account: the minister denies what his deputy says",
    )

    def event(name: str, mentions: list[str], account: Account, words: str, *parts: Slot) -> Event:
        links = tuple(
            Link(
                "event", a, b, Judgement.SAME, 0.9, ("same day", "same place: Karsa", "predicates near: collapse, fall")
            )
            for a, b in itertools.pairwise(mentions)
        )
        return Event(
            hashlib.sha256(name.encode()).hexdigest()[:12],
            tuple(mentions),
            (account.id, account.at(words)),
            parts,
            "story",
            links,
        )

    y2029, y1974 = (
        Value("date", days(2029, 1, 1), days(2029, 12, 31, 23.999), "2029"),
        Value("date", days(1974, 9, 1), days(1974, 11, 30, 23.999), "1974-FA"),
    )
    march = Value("date", days(2031, 3, 1), days(2031, 3, 31, 23.999), "2031-03")
    events = (
        event("fell", fell, herald, "A span of the Sella bridge collapsed at Karsa", clock, where, who),
        event(
            "dead",
            [dead_a, dead_m, dead_v, dead_p, dead_o],
            agency,
            "victims of the collapse of the Sella bridge",
            toll,
            Slot(
                "when",
                "",
                (position(day(2031, 4, 12), agency.claim(dead_a, "when", day(2031, 4, 12), "12 April")),),
                (),
            ),
        ),
        event(
            "ban",
            ban,
            herald,
            "Lorries had been banned from the crossing",
            banned,
            Slot("when", "", (position(march, herald.claim(ban[0], "when", march, "since March")),), ()),
        ),
        event("lorries", crossed, herald, "two lorries were on the span", lorries),
        event(
            "asked",
            [asked],
            post,
            "engineers had asked for a weight limit",
            polarity("", (post, asked, "asked", ("report of 2029", "Dara Lenn"), 2.0), because=""),
            Slot(
                "when",
                "",
                (position(y2029, post.claim(asked, "when", y2029, "in 2029", ("report of 2029", "Dara Lenn"))),),
                (),
            ),
        ),
        event(
            "opened",
            [opened],
            post,
            "It opened in the autumn of 1974",
            polarity("", (post, opened, "opened", (), 3.0), because=""),
            Slot("when", "", (position(y1974, post.claim(opened, "when", y1974, "the autumn of 1974")),), ()),
        ),
        event("crane", [crane], radio, "A crane is expected"),
    )
    blamed = [post.event("blamed", "blame"), radio.event("blamed", "blame")]
    company, floods = Value("name", form="toll company"), Value("name", form="floods")
    answers = (
        position(company, post.claim(blamed[0], "who", company, "the toll company", ("Ula Brand",), scope="is blamed")),
        position(floods, radio.claim(blamed[1], "who", floods, "the floods", ("Fishermen",), scope="is blamed")),
    )
    return Record(
        tuple(a.document() for a in accounts),
        events,
        ((agency.id, morning.id),),
        (tuple(a.id for a in accounts),),
        {f"{agency.id}:ministry": "Ministry of Transport"},
        (Link("family", agency.id, morning.id, Judgement.SAME, 0.93, ("93 of 100 sampled shingles are shared",)),),
        (Question("q-fall", "Sella bridge", "story", (Slot("who", "is blamed", answers, ()),)),),
    )
