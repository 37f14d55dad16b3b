"""Which words of a stretch taken for a name are the name."""

import pytest

from rashomon.grammar.name_words import parts

KNOWN = {"vale": "PER", "tessaria": "LOC"}


@pytest.mark.parametrize(
    ("stretch", "kind", "names"),
    [
        ("two Delta donors and a former DRU aide", "ORG", ["DRU ORG"]),
        ("lawyers for the Delta Party", "ORG", ["Delta Party ORG"]),
        ("Several Tessarian agencies", "ORG", ["Tessarian ORG"]),
        ("two Tessarian agencies", "ORG", ["Tessarian ORG"]),
        ("All Delta Airways", "ORG", ["All Delta Airways ORG"]),
        ("Tessarian President Ana Oro", "PER", ["Ana Oro PER"]),
        ("Vale 's Works Council", "ORG", ["Vale PER", "Works Council ORG"]),
        ("works group People for the Delta", "ORG", ["People for the Delta ORG"]),
        ("Head of Tessaria ’s Militia", "ORG", ["Tessaria LOC", "Militia ORG"]),
        ("Sam 's Club", "ORG", ["Sam 's Club ORG"]),
        ("HpuG Ana Oro", "PER", ["Ana Oro PER"]),
        ("KARSA Ana Oro", "PER", ["Ana Oro PER"]),
        ("DRU Chair", "ORG", ["DRU ORG"]),
        ("the Delta Rowers Union", "ORG", ["Delta Rowers Union ORG"]),
        # whole names
        ("The", "ORG", []),
        ("New", "LOC", []),
        ("Karsa Observer", "ORG", ["Karsa Observer ORG"]),
        ("Bank of Karsa", "ORG", ["Bank of Karsa ORG"]),
        ("Omar bin Hadi", "PER", ["Omar bin Hadi PER"]),
        ("McVale Ana Oro", "PER", ["McVale Ana Oro PER"]),
        ("JK Oro Brook", "PER", ["JK Oro Brook PER"]),
        ("LuAna Mira Oro", "PER", ["LuAna Mira Oro PER"]),
        ("KARSA ROWERS", "ORG", ["KARSA ROWERS ORG"]),
        ("Rowers Without Borders", "ORG", ["Rowers Without Borders ORG"]),
    ],
)
def test_what_describes_a_name_is_cut_off(stretch, kind, names):
    words = stretch.split()
    assert [f"{' '.join(words[b:e])} {of}" for b, e, of in parts(words, kind, KNOWN)] == names


ALONE = {"delta": "ORG", "works": "ORG", "office of works": "ORG", "dru": "ORG", "karsa": "LOC", "oro": "PER"}


@pytest.mark.parametrize(
    ("stretch", "names"),
    [
        ("Delta and Karsabook", ["Delta ORG", "Karsabook ORG"]),
        ("Delta , Karsabook and Works", ["Delta ORG", "Karsabook ORG", "Works ORG"]),
        ("Office of Works and Delta", ["Office of Works ORG", "Delta ORG"]),
        ("DRU Karsa", ["DRU ORG", "Karsa LOC"]),
        ("DRU Oro", ["DRU ORG", "Oro PER"]),
        # one body
        ("Office of Works and Water", ["Office of Works and Water ORG"]),
        ("Vale and Brook", ["Vale and Brook ORG"]),
        ("DRU Council", ["DRU Council ORG"]),
    ],
)
def test_names_that_stand_alone_elsewhere_are_two(stretch, names):
    words = stretch.split()
    assert [f"{' '.join(words[b:e])} {of}" for b, e, of in parts(words, "ORG", {}, ALONE)] == names
