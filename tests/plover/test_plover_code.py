"""The code of a mention: what an analyst loads into a table of political events."""

from dataclasses import replace
from datetime import datetime

import pytest

import rashomon
from rashomon.plover import Coder
from rashomon.plover.ontology import QUADS
from rashomon.types import AccountDate, EventMention, Interval


def coded(text, predicate, published=None):
    (document,) = rashomon.annotate([rashomon.document(text, outlet="wire")])
    if published:
        day = datetime.fromisoformat(published)
        document = replace(document, date=AccountDate(published, Interval(day, day), "day", "given", "sure"))
    (mention,) = (m for m in document.layer(EventMention) if m.predicate == predicate)
    return Coder(document).code(mention)


@pytest.mark.parametrize(
    ("text", "predicate", "kind", "mode", "auxiliary"),
    [
        ("Police arrested forty protesters in Lima.", "arrest", "COERCE", "arrest", ()),
        ("Rebels shelled a government base near the river.", "shell", "ASSAULT", "heavy-weapons", ()),
        ("Kenya expelled two Peruvian diplomats.", "expel", "SANCTION", "expel", ()),
        ("Norway's foreign minister met his Chilean counterpart in Oslo.", "meet", "CONSULT", "", ()),
        ("The Kremlin condemned the Estonian government.", "condemn", "ACCUSE", "disapprove", ()),
        ("Kenya and Uganda held joint military exercises.", "hold", "COOPERATE", "", ()),
        ("Kenya will not lift its sanctions on Peru.", "lift", "REJECT", "yield", ("future",)),
        ("Denmark did not attack the rebels.", "attack", "ASSAULT", "", ("negation",)),
        ("The Kenyan government released a statement.", "release", "OTHER", "", ()),
        ("An explosion killed nine people.", "kill", "OTHER", "", ()),
        ("Soldiers killed nine people.", "kill", "ASSAULT", "", ()),
        ("A gorilla was shot in the zoo.", "shoot", "OTHER", "", ()),
        ("One bank fought another over fees.", "fight", "OTHER", "", ()),
        ("Norway announced a ceasefire.", "announce", "RETREAT", "ceasefire", ()),
        ("The bank helped an airline.", "help", "OTHER", "", ()),
        ("Kenya fired two missiles over Uganda.", "fire", "MOBILIZE", "weapons", ()),
        ("Kenya restored full diplomatic ties with Peru.", "restore", "SUPPORT", "", ()),
        ("The Kenyan minister noted that nobody would accept it.", "note", "OTHER", "", ()),
        ("The Kenyan ministry held a press conference.", "hold", "OTHER", "", ()),
        ("She ate an apple in Lima.", "eat", "OTHER", "", ()),
        ("The window broke.", "break", "OTHER", "", ()),
    ],
)
def test_type_mode_and_auxiliary_modes(text, predicate, kind, mode, auxiliary):
    found = coded(text, predicate)
    assert (found.type, found.mode, found.auxiliary) == (kind, mode, auxiliary)
    assert found.quad == QUADS.get(kind, 0)


def test_who_acts_and_who_is_acted_on():
    found = coded("Kenyan police arrested two Peruvian journalists.", "arrest")
    assert (found.agent.country, found.agent.sectors) == ("KEN", ("COP",))
    assert (found.recipient.country, found.recipient.sectors) == ("PER", ("JRN",))


@pytest.mark.parametrize(
    ("text", "predicate", "agents", "recipients"),
    [
        ("Kenya restored ties with Peru, Chile and Cuba.", "restore", ["KEN"], ["PER", "CHL", "CUB"]),
        ("In Lima, police arrested two Chilean students.", "arrest", ["PER"], ["CHL"]),
        ("Kenya demanded that Uganda withdraw.", "demand", ["KEN"], ["UGA"]),
        ("Kenya did not say that Uganda would attack it.", "attack", ["UGA"], ["KEN"]),
        ("Kenya condemned an attack by Ugandan soldiers in Peru.", "condemn", ["KEN"], ["UGA"]),
        ("Kenya and Uganda held joint military exercises.", "hold", ["KEN", "UGA"], ["UGA"]),
    ],
)
def test_all_who_take_part_are_told(text, predicate, agents, recipients):
    found = coded(text, predicate)
    assert [p.country for p in found.agents] == agents
    assert [p.country for p in found.recipients] == recipients


def test_what_lies_long_before_the_account_is_historical():
    text = "In 2003 Kenya expelled two Peruvian diplomats."
    assert coded(text, "expel", "2024-05-01").auxiliary == ("historical",)
    assert coded(text, "expel").auxiliary == ()  # no date of the account, no telling
