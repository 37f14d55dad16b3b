"""A record whose accounts attack whatever shows them, and a large one to time."""

from __future__ import annotations

import itertools

from written import Account, day, number, position

from rashomon.types import Agreement, BlockKind, Claim, Event, Judgement, Link, Position, Record, Relation, Slot, Value

HOSTILE = (
    "<script>window.owned = 1</script>",
    '<img src=x onerror="window.owned = 1">',
    "</script><script>window.owned = 1</script>",
    "javascript:window.owned=1",
    "\u202egnp.exe\u202c",
    "]]><!--",
    "\"quoted\" & 'single' {{braces}} ${x}",
    "\u2028line\u2029",
    "😀 astral",
    '=HYPERLINK("http://evil.example")',
    "\x00\x07\x1b[31mred\ud800",
)


def hostile() -> Record:
    """Two accounts whose every field attacks the page."""
    accounts, claims, mentions = [], [], []
    for n in range(2):
        a = Account(f"{HOSTILE[0]}{n}", HOSTILE[2], "2031-04-12", HOSTILE[1], HOSTILE[1], HOSTILE[3])
        for text in HOSTILE:
            a.add(text)
        a.add(
            f"{HOSTILE[1]} 😀 said {HOSTILE[2]} it is {n + 4} dead",
            BlockKind.COMMENT,
            voice=HOSTILE[1],
            clock=HOSTILE[0],
        )
        a.says(HOSTILE[1], "said", f"it is {n + 4} dead", HOSTILE[2], voice=HOSTILE[0])
        m = a.event("dead", HOSTILE[0], 3.0, (HOSTILE[2],))
        mentions.append(m)
        claims.append(
            a.claim(
                m,
                "how many",
                Value("number", n + 4.0, n + 4.0, HOSTILE[1]),
                f"{n + 4} dead",
                (HOSTILE[2],),
                scope=HOSTILE[0],
            )
        )
        accounts.append(a)
    slot = Slot(
        "how many",
        HOSTILE[0],
        tuple(Position(c.value, (c,), (HOSTILE[1],)) for c in claims),
        (Relation(0, 1, Agreement.CONFLICTS, HOSTILE[2]),),
    )
    event = Event(
        HOSTILE[1],
        tuple(mentions),
        (accounts[0].id, accounts[0].at(HOSTILE[2])),
        (slot,),
        "s",
        (Link("event", *mentions, Judgement.SAME, 1.0, (HOSTILE[1],)),),
    )
    return Record(tuple(a.document() for a in accounts), (event,), (), (tuple(a.id for a in accounts),))


def large(accounts: int = 200, statements: int = 30) -> Record:
    """Many accounts of many events, twenty accounts to a story; every third event has a toll that conflicts."""
    made, events, stories = [], [], []
    for first in range(0, accounts, 20):
        group = [
            Account(
                f"Outlet {n}",
                f"Report {n} on the flood of district {first}",
                f"2031-{1 + first // 20:02}-{1 + n % 20:02}",
            )
            for n in range(first, min(first + 20, accounts))
        ]
        stories.append(tuple(a.id for a in group))
        told: list[list[tuple[str, Claim]]] = [[] for _ in range(statements)]
        for n, a in enumerate(group):
            for k in range(statements):
                toll = 10 + k + (n % 3 if k % 3 == 0 else 0)
                a.add(
                    f"Speaker {k} of district {first} said that {toll} houses of street {k} were "
                    f"flooded at the river on the {1 + k % 28} of the month, while the water kept "
                    f"rising and nobody came to help those who had stayed behind in street {k} "
                    "overnight."
                )
                a.says(
                    f"Speaker {k} of district {first}",
                    "said",
                    f"that {toll} houses of street {k} were flooded",
                    f"Speaker {k} of district {first}",
                )
                m = a.event("flooded", "flood", 3.0, (f"Speaker {k}",), nth=k)
                told[k].append(
                    (
                        m,
                        a.claim(
                            m,
                            "how many",
                            number(toll),
                            f"{toll} houses of street {k}",
                            (f"Speaker {k}",),
                            scope="house",
                        ),
                    )
                )
                a.quantity(f"{toll} houses of street {k}", toll, toll)
        for k, group_claims in enumerate(told):
            by: dict[Value, list[Claim]] = {}
            for _, c in group_claims:
                by.setdefault(c.value, []).append(c)
            positions = tuple(position(v, *cs) for v, cs in by.items())
            relations = tuple(
                Relation(i, j, Agreement.CONFLICTS, "different exact counts")
                for i, j in itertools.combinations(range(len(positions)), 2)
            )
            date = day(2031, 1 + first // 20, 1 + k % 28)
            when = Slot(
                "when",
                "",
                (
                    position(
                        date,
                        *(
                            group[i].claim(m, "when", date, f"{1 + k % 28} of the month")
                            for i, (m, _) in enumerate(group_claims)
                        ),
                    ),
                ),
                (),
            )
            events.append(
                Event(
                    f"{first:04}{k:04}",
                    tuple(m for m, _ in group_claims),
                    (group[0].id, group[0].at(f"houses of street {k} were flooded")),
                    (Slot("how many", "house", positions, relations), when),
                    str(first),
                )
            )
        made += group
    return Record(
        tuple(a.document() for a in made),
        tuple(events),
        tuple((made[i].id, made[i + 1].id) for i in range(0, accounts - 1, 20)),
        tuple(stories),
    )
