"""Six invented accounts of a bridge that fell, with their statements, times and numbers."""

from __future__ import annotations

import math
from datetime import datetime

from written import Account

from rashomon.types import BlockKind


def write() -> tuple[Account, Account, Account, Account, Account, Account]:
    """A paper's live page, an agency, its reprint, a foreign paper, a radio station without a date, and a ministry."""
    herald = Account(
        "The Delta Herald",
        "“Fourteen, and we are not done”: a night on the Sella",
        "2031-04-12",
        "metadata",
        "Mira Tanne",
        "https://herald.example/sella",
    )
    herald.add("PHOTO: Divers at the Sella bridge", BlockKind.CAPTION)
    herald.add(
        "UPDATE 09:30: The rescue chief, Ilan Voss, told reporters on the east bank that “we have "
        "carried out at least 14 bodies” and that divers would work through Sunday.",
        BlockKind.UPDATE,
        clock="09:30",
    )
    herald.add(
        "UPDATE 08:05: Lorries had been banned from the crossing since March, but drivers at the toll"
        " booth say that nobody enforced it. Transport minister Oren Hald denied that any lorry had "
        "crossed. His deputy, Lise Amar, said that “two lorries were on the span” when it gave way.",
        BlockKind.UPDATE,
        clock="08:05",
    )
    herald.add(
        "ORIGINAL ENTRY: A span of the Sella bridge collapsed at Karsa shortly before seven on Saturday.",
        BlockKind.ORIGINAL,
    )
    herald.add("Nine? Count the cars.", BlockKind.COMMENT, voice="riverman")
    herald.add("Related: Ten bridges that need paint", BlockKind.LINK)
    herald.add("All rights reserved.", BlockKind.BOILERPLATE)
    agency = Account("Karsa State Agency", "Toll of nine is final, ministry says", "2031-04-13", "header")
    agency.add(
        "KARSA, 13 April. The number of victims of the collapse of the Sella bridge is nine and is "
        "final, the Ministry of Transport said in a statement. There was never any restriction on "
        "heavy vehicles, the ministry said. The span fell at 06:52 on 12 April."
    )
    morning = Account("Morning Line", "Ministry: toll of nine is final", "2031-04-13", "url")
    morning.add(
        "The number of victims of the collapse of the Sella bridge is nine and is final, the Ministry"
        " of Transport said in a statement. There was never any restriction on heavy vehicles, the "
        "ministry said."
    )
    post = Account("Meridian Post", "Questions over a weight limit that never came", "2031-04-14", "metadata")
    post.add(
        "Between twenty and thirty people are believed to have died when the bridge at Karsa "
        "collapsed at dawn, a doctor at the district hospital said."
    )
    post.add(
        "Opposition MP Dara Lenn said that engineers had asked for a weight limit in 2029, according "
        "to a report of that year."
    )
    post.add("The bridge", BlockKind.HEADING)
    post.add("It opened in the autumn of 1974 and was last painted in 2019.")
    post.add("Its first engineer, Ula Brand, blamed the toll company for the fall.")
    radio = Account("Lakeside Radio", "", "", "unknown")
    radio.add("The Sella bridge collapsed around noon on Saturday, listeners told Lakeside Radio. A crane is expected.")
    radio.add("Fishermen blamed the floods for the fall.")
    ministry = Account("Ministry of Transport", "Statement on the Sella bridge", "2031-04-13", "given")
    ministry.add(
        "The ministry regrets the collapse of the Sella bridge at 06:52 on 12 April. Nine people were"
        " killed. No restriction on heavy vehicles was in force."
    )

    herald.says(
        "The rescue chief, Ilan Voss", "told", "“we have carried out at least 14 bodies”", "Ilan Voss", form="direct"
    )
    herald.says("drivers at the toll booth", "say", "that nobody enforced it", None)
    herald.says("Transport minister Oren Hald", "denied", "that any lorry had crossed", "Oren Hald", stance="deny")
    herald.says("His deputy, Lise Amar", "said", "that “two lorries were on the span”", "Lise Amar", form="mixed")
    for a in (agency, morning):
        a.says(
            "the Ministry of Transport",
            "said",
            "The number of victims of the collapse of the Sella bridge is nine and is final",
            "Ministry of Transport",
        )
        a.says("the ministry", "said", "There was never any restriction on heavy vehicles", "Ministry of Transport")
    post.says(
        "a doctor at the district hospital",
        "said",
        "Between twenty and thirty people are believed to have died",
        None,
        hedge="are believed to",
    )
    post.says(
        "Opposition MP Dara Lenn",
        "said",
        "that engineers had asked for a weight limit in 2029",
        "Dara Lenn",
        outer=("report of 2029",),
    )
    radio.says("listeners", "told", "The Sella bridge collapsed around noon on Saturday", None)
    herald.name("Ilan Voss", "person", "Ilan Voss").name("Hald", "person", "Oren Hald")
    herald.quantity("at least 14", 14, math.inf, "bodies").time(
        "Saturday", "2031-04-12", datetime(2031, 4, 12), datetime(2031, 4, 12, 23, 59)
    )
    post.quantity("Between twenty and thirty", 20, 30, "people").time("2029", "2029").time(
        "the autumn of 1974", "1974-FA"
    )
    agency.quantity("nine", 9, 9, "victims").time("06:52 on 12 April", "2031-04-12T06:52")
    return herald, agency, morning, post, radio, ministry
