"""What a mention tells, whatever word tells it."""

from __future__ import annotations

import pytest

from rashomon.actions import action
from rashomon.types import EventMention
from tests.mentions import Said, account


@pytest.mark.parametrize(
    ("text", "predicate", "trigger", "roles", "expected"),
    [
        ("The blast took the lives of 9.", "take", "took", (("agent", "The blast"), ("patient", "the lives")), "die"),
        ("Crews recovered 14 bodies.", "recover", "recovered", (("agent", "Crews"), ("patient", "14 bodies")), "die"),
        ("Crews recovered a body.", "recover", "recovered", (("agent", "Crews"), ("patient", "a body")), "recover"),
        ("The death toll stands at 12.", "stand", "stands", (("agent", "The death toll"),), "die"),
        ("The number of the dead rose to 12.", "rise", "rose", (("agent", "The number of the dead"),), "die"),
        ("The number of pupils rose to 12.", "rise", "rose", (("agent", "The number of pupils"),), "rise"),
        ("The explosion occurred at dawn.", "occur", "occurred", (("agent", "The explosion"),), "explosion"),
        ("An earthquake hit Karsa.", "hit", "hit", (("agent", "An earthquake"), ("patient", "Karsa")), "earthquake"),
        ("The car hit Karsa.", "hit", "hit", (("agent", "The car"), ("patient", "Karsa")), "hit"),
        ("They carried out attacks.", "carry out", "carried", (("patient", "attacks"),), "attack"),
        ("Guards turned vans away.", "turn", "turned", (("agent", "Guards"), ("patient", "vans")), "turn away"),
        ("There were no chemicals in the shed.", "be", "were", (("agent", "no chemicals"),), "be there"),
        ("The blast left 22 people dead.", "leave", "left", (("agent", "The blast"), ("patient", "22 people")), "kill"),
        ("Men held her hostage.", "hold", "held", (("agent", "Men"), ("patient", "her")), "hold hostage"),
        ("Men beat him to death.", "beat", "beat", (("agent", "Men"), ("patient", "him")), "kill"),
        ("Men beat him nearly to death.", "beat", "beat", (("agent", "Men"), ("patient", "him")), "beat"),
        ("Men shot dead a guard.", "shoot", "shot", (("agent", "Men"), ("patient", "a guard")), "shoot dead"),
        ("He left the town, then dead.", "leave", "left", (("agent", "He"), ("patient", "the town")), "leave"),
        ("Police opened fire on them.", "open", "opened", (("agent", "Police"), ("patient", "fire")), "open fire"),
        ("Many took part in the march.", "take", "took", (("agent", "Many"), ("patient", "part")), "take part"),
        ("The army used nerve gas there.", "use", "used", (("agent", "The army"), ("patient", "nerve gas")),
         "use arms"),
        ("The army used less gas there.", "use", "used", (("agent", "The army"), ("patient", "less gas")), "use"),
        ("She was last seen in Karsa.", "see", "seen", (("patient", "She"),), "be last seen"),
        ("She was seen last in Karsa.", "see", "seen", (("patient", "She"),), "see"),
        ("The ship had 60 men on board.", "have", "had", (("agent", "The ship"), ("patient", "60 men")), "carry"),
        ("There were 60 men aboard.", "be", "were", (("agent", "60 men"),), "carry"),
        ("Oro has troops in Karsa.", "have", "has", (("agent", "Oro"), ("patient", "troops"), ("place", "Karsa")),
         "be there"),
        ("Oro has troops.", "have", "has", (("agent", "Oro"), ("patient", "troops")), "have"),
        ("There was no reply from the shed.", "be", "was", (("agent", "no reply"),), "be"),
    ],
)  # fmt: skip
def test_the_noun_tells_it_where_the_verb_only_carries_it(text, predicate, trigger, roles, expected) -> None:
    document = account("Courier", Said(text, predicate, trigger, roles))
    (mention,) = document.layer(EventMention)
    assert action(document, mention).predicate == expected
