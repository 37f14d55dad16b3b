"""Constructions that the rules of grammar name, each by a tree: who takes part in an event, where, and when."""

import pytest

from tests.readings import Built


@pytest.mark.parametrize(
    ("text", "tree", "names", "word", "expected"),
    [
        (
            "Rebels went to Karsa Airways.",
            "Rebels/NOUN/nsubj/went went/VERB/root/went/go/VBD to/ADP/case/Airways Karsa/PROPN/compound/Airways "
            "Airways/PROPN/obl/went",
            {"Karsa Airways": "ORG"},
            "went",
            [("agent", "Rebels"), ("place", "Karsa Airways")],
        ),
        (
            "Rebels met at Harbour.",
            "Rebels/NOUN/nsubj/met met/VERB/root/met/meet/VBD at/ADP/case/Harbour Harbour/PROPN/obl/met",
            {"Harbour": "MISC"},
            "met",
            [("agent", "Rebels"), ("place", "Harbour")],
        ),
        (
            "Boats sank off the coast.",
            "Boats/NOUN/nsubj/sank sank/VERB/root/sank/sink/VBD off/ADP/case/coast coast/NOUN/obl/sank",
            {},
            "sank",
            [("agent", "Boats"), ("place", "coast")],
        ),
        (
            "Rebels met outside the parliament.",
            "Rebels/NOUN/nsubj/met met/VERB/root/met/meet/VBD outside/ADP/case/parliament parliament/NOUN/obl/met//NN",
            {},
            "met",
            [("agent", "Rebels"), ("place", "parliament")],
        ),
        (
            "Ana was sentenced to prison.",
            "Ana/PROPN/nsubj:pass/sentenced was/AUX/aux:pass/sentenced sentenced/VERB/root/sentenced/sentence/VBN "
            "to/ADP/case/prison prison/NOUN/obl/sentenced",
            {"Ana": "PER"},
            "sentenced",
            [("patient", "Ana")],
        ),
        (
            "Rebels were killed during festivities.",
            "Rebels/NOUN/nsubj:pass/killed were/AUX/aux:pass/killed killed/VERB/root/killed/kill/VBN "
            "during/ADP/case/festivities festivities/NOUN/obl/killed/festivity",
            {},
            "killed",
            [("patient", "Rebels")],
        ),
        (
            "Control was given to the army by the ministry.",
            "Control/NOUN/nsubj:pass/given was/AUX/aux:pass/given given/VERB/root/given/give/VBN to/ADP/case/army "
            "army/NOUN/obl/given by/ADP/case/ministry ministry/NOUN/nmod/army",
            {},
            "given",
            [("patient", "Control"), ("recipient", "army"), ("agent", "ministry")],
        ),
        (
            "It did damage to boats.",
            "It/PRON/nsubj/did did/VERB/root/did/do/VBD damage/NOUN/obj/did to/ADP/case/boats boats/NOUN/obl/did/boat",
            {},
            "did",
            [("agent", "It"), ("patient", "damage"), ("patient", "boats")],
        ),
        (
            "They met Ana Oro, who fled.",
            "They/PRON/nsubj/met met/VERB/root/met/meet/VBD Ana/PROPN/obj/met Oro/PROPN/flat/Ana "
            "who/PRON/nsubj/fled fled/VERB/acl:relcl/met/flee/VBD",
            {"Ana Oro": "PER"},
            "fled",
            [("agent", "Ana Oro")],
        ),
        (
            "They opened an inquiry into the fire.",
            "They/PRON/nsubj/opened opened/VERB/root/opened/open/VBD inquiry/NOUN/obj/opened into/ADP/case/fire "
            "fire/NOUN/nmod/inquiry",
            {},
            "inquiry",
            [("agent", "They"), ("patient", "fire")],
        ),
        (
            "The hunt for Ana went on.",
            "hunt/NOUN/nsubj/went for/ADP/case/Ana Ana/PROPN/nmod/hunt went/VERB/root/went/go/VBD "
            "on/ADP/compound:prt/went",
            {"Ana": "PER"},
            "hunt",
            [("patient", "Ana")],
        ),
        (
            "The attack in Sella ended.",
            "attack/NOUN/nsubj/ended in/ADP/case/Sella Sella/PROPN/nmod/attack ended/VERB/root/ended/end/VBD",
            {"Sella": "LOC"},
            "attack",
            [("place", "Sella")],
        ),
        (
            "The killing of guards during festivities ended.",
            "killing/NOUN/nsubj/ended of/ADP/case/guards guards/NOUN/nmod/killing/guard "
            "during/ADP/case/festivities festivities/NOUN/nmod/killing/festivity ended/VERB/root/ended/end/VBD",
            {},
            "killing",
            [("patient", "guards")],
        ),
        (
            "They said the army along with allies attacked it.",
            "They/PRON/nsubj/said said/VERB/root/said/say/VBD army/NOUN/nsubj/attacked along/ADV/case/allies "
            "with/ADP/case/allies allies/NOUN/nmod/army/ally attacked/VERB/ccomp/said/attack/VBD "
            "it/PRON/obj/attacked",
            {},
            "attacked",
            [("agent", "army along with allies"), ("agent", "allies"), ("patient", "it")],
        ),
        (
            "Rebels, including Oro, fled.",
            "Rebels/NOUN/nsubj/fled/rebel including/ADP/case/Oro Oro/PROPN/nmod/Rebels fled/VERB/root/fled/flee/VBD",
            {"Oro": "PER"},
            "fled",
            [("agent", "Rebels"), ("agent", "Oro")],
        ),
        (
            "Ana, Luz and Oro fled.",
            "Ana/PROPN/nsubj/fled Luz/PROPN/appos/Ana and/CCONJ/cc/Oro Oro/PROPN/conj/Ana fled/VERB/root/fled/flee/VBD",
            {"Ana": "PER", "Luz": "PER", "Oro": "PER"},
            "fled",
            [("agent", "Ana"), ("agent", "Luz"), ("agent", "Oro")],
        ),
        (
            "They fought in Vell but also in Sella.",
            "They/PRON/nsubj/fought fought/VERB/root/fought/fight/VBD in/ADP/case/Vell Vell/PROPN/obl/fought "
            "but/CCONJ/cc/Sella also/ADV/advmod/Sella in/ADP/case/Sella Sella/PROPN/conj/Vell",
            {"Vell": "LOC", "Sella": "LOC"},
            "fought",
            [("agent", "They"), ("place", "Vell"), ("place", "Sella")],
        ),
        (
            "Sanctions imposed over the raid hurt.",
            "Sanctions/NOUN/nsubj/imposed imposed/VERB/root/imposed/impose/VBD over/ADP/case/raid "
            "raid/NOUN/obl/imposed hurt/VERB/conj/imposed/hurt/VBD",
            {},
            "imposed",
            [("patient", "Sanctions"), ("topic", "raid")],
        ),
        (
            "They blamed Oro for burning it.",
            "They/PRON/nsubj/blamed blamed/VERB/root/blamed/blame/VBD Oro/PROPN/obj/blamed for/SCONJ/mark/burning "
            "burning/VERB/advcl/blamed/burn/VBG it/PRON/obj/burning",
            {"Oro": "PER"},
            "burning",
            [("agent", "Oro"), ("patient", "it")],
        ),
        (
            "They fired on worshippers leaving a mosque.",
            "They/PRON/nsubj/fired fired/VERB/root/fired/fire/VBD on/ADP/case/worshippers "
            "worshippers/NOUN/obl/fired/worshipper leaving/VERB/advcl/fired/leave/VBG mosque/NOUN/obj/leaving",
            {},
            "leaving",
            [("agent", "worshippers"), ("patient", "mosque")],
        ),
        (
            "Vell is quiet. Rebels met there.",
            "Vell/PROPN/nsubj/quiet is/AUX/cop/quiet quiet/ADJ/root/quiet Rebels/NOUN/nsubj/met "
            "met/VERB/root/met/meet/VBD there/ADV/advmod/met",
            {"Vell": "LOC"},
            "met",
            [("agent", "Rebels"), ("place", "there")],
        ),
        (
            "Uganda said Kenya would attack it.",
            "Uganda/PROPN/nsubj/said said/VERB/root/said/say/VBD Kenya/PROPN/nsubj/attack would/AUX/aux/attack "
            "attack/VERB/ccomp/said/attack/VB it/PRON/obj/attack",
            {"Uganda": "LOC", "Kenya": "LOC"},
            "attack",
            [("agent", "Kenya"), ("patient", "it")],
        ),
    ],
)
def test_who_takes_part_and_where(text, tree, names, word, expected):
    made = Built(text, tree, names=names)
    assert [(role, words) for role, words, _ in made.roles(word)] == expected


def test_there_is_the_only_place_named_before_it():
    tree = "is/AUX/cop/quiet quiet/ADJ/root/quiet Rebels/NOUN/nsubj/met met/VERB/root/met/meet/VBD there/ADV/advmod/met"
    one = Built("Vell is quiet. Rebels met there.", f"Vell/PROPN/nsubj/quiet {tree}", names={"Vell": "LOC"})
    assert one.roles("met")[-1] == ("place", "there", "Vell")
    tree = f"Vell/PROPN/nsubj/quiet Sella/PROPN/conj/Vell {tree}"
    two = Built("Vell near Sella is quiet. Rebels met there.", tree, names={"Vell": "LOC", "Sella": "LOC"})
    assert two.roles("met")[-1] == ("place", "there", None)


def test_a_pronoun_that_is_not_reflexive_is_another_than_who_acts():
    tree = (
        "Uganda/PROPN/nsubj/said said/VERB/root/said/say/VBD Kenya/PROPN/nsubj/attack would/AUX/aux/attack "
        "attack/VERB/ccomp/said/attack/VB it/PRON/obj/attack"
    )
    names = {"Uganda": "LOC", "Kenya": "LOC"}
    for first, name in (("Kenya", None), ("Uganda", "Uganda")):
        made = Built("Uganda said Kenya would attack it.", tree, names=names, back={"it": first})
        assert made.roles("attack") == [("agent", "Kenya", "Kenya"), ("patient", "it", name)]
