"""Statements that the model leaves out and the tree shows, outside and inside what others say."""

import pytest

from rashomon.types import Attribution
from tests.readings import Built


def found(text, tree, parts=(), names=None):
    made = Built(text, tree, parts=parts, names=names or {})
    return [
        (a.holders[-1], made.quote(a.cue), " … ".join(map(made.quote, a.content)))
        for a in sorted(made.layer(Attribution), key=lambda a: a.span)
    ]


@pytest.mark.parametrize(
    "text, tree, expected",
    [
        (
            "Two divers are missing, according to officials.",
            "divers/NOUN/nsubj/missing missing/ADJ/root/missing according/VERB/case/officials to/ADP/fixed/according "
            "officials/NOUN/obl/missing",
            ("officials", "according to", "Two divers are missing"),
        ),
        (  # the tree may hang the noun on "according"
            "According to a Vell guard, two divers are missing.",
            "According/VERB/advcl/missing to/ADP/case/guard a/DET/det/guard Vell/PROPN/compound/guard "
            "guard/NOUN/obl/According divers/NOUN/nsubj/missing missing/ADJ/root/missing",
            ("Vell guard", "According to", "two divers are missing"),
        ),
        (
            "The pier, according to Moreno, was never safe.",
            "pier/NOUN/nsubj/safe according/VERB/case/Moreno to/ADP/fixed/according Moreno/PROPN/obl/safe "
            "safe/ADJ/root/safe",
            ("Moreno", "according to", "The pier … was never safe"),
        ),
        (
            "The mayor reportedly fled to Sella.",
            "The/DET/det/mayor mayor/NOUN/nsubj/fled reportedly/ADV/advmod/fled fled/VERB/root/fled/flee/VBD",
            ("unnamed", "reportedly", "The mayor … fled to Sella"),
        ),
        (
            "In the words of a guard, the pier is old.",
            "In/ADP/case/words words/NOUN/obl/old of/ADP/case/guard a/DET/det/guard guard/NOUN/nmod/words/guard "
            "pier/NOUN/nsubj/old is/AUX/cop/old old/ADJ/root/old",
            ("guard", "In the words of", "the pier is old"),
        ),
        (
            "There are reports that it fell.",
            "reports/NOUN/nsubj/are/report/NNS are/VERB/root/are that/SCONJ/mark/fell it/PRON/nsubj/fell "
            "fell/VERB/acl/reports/fall/VBD",
            ("unnamed", "reports", "it fell"),
        ),
        (
            "Moreno denied taking money.",
            "Moreno/PROPN/nsubj/denied denied/VERB/root/denied/deny/VBD taking/VERB/xcomp/denied/take/VBG "
            "money/NOUN/obj/taking",
            ("Moreno", "denied", "taking money"),
        ),
        (
            "Moreno accused the guards of theft.",
            "Moreno/PROPN/nsubj/accused accused/VERB/root/accused/accuse/VBD the/DET/det/guards "
            "guards/NOUN/obj/accused of/ADP/case/theft theft/NOUN/obl/accused",
            ("Moreno", "accused", "the guards of theft"),
        ),
        (
            "Moreno warned of floods.",
            "Moreno/PROPN/nsubj/warned warned/VERB/root/warned/warn/VBD of/ADP/case/floods floods/NOUN/obl/warned",
            ("Moreno", "warned of", "floods"),
        ),
        (
            "Moreno denied that it was old.",
            "Moreno/PROPN/nsubj/denied denied/VERB/root/denied/deny/VBD that/SCONJ/mark/old it/PRON/nsubj/old "
            "was/AUX/cop/old old/ADJ/ccomp/denied",
            ("Moreno", "denied", "it was old"),
        ),
        (
            "Moreno had reached a decision to leave.",
            "Moreno/PROPN/nsubj/reached had/AUX/aux/reached reached/VERB/root/reached/reach/VBN a/DET/det/decision "
            "decision/NOUN/obj/reached/decision/NN to/PART/mark/leave leave/VERB/advcl/reached/leave/VB",
            ("Moreno", "had reached a decision", "to leave"),
        ),
    ],
)
def test_what_the_model_leaves_out_is_read_off_the_tree(text, tree, expected):
    assert found(text, tree) == [expected]


@pytest.mark.parametrize(
    "text, tree",
    [
        ("The mayor likely fled.", "mayor/NOUN/nsubj/fled likely/ADV/advmod/fled fled/VERB/root/fled/flee/VBD"),
        (  # whoever reads says nothing
            "You agree that it was old.",
            "You/PRON/nsubj/agree agree/VERB/root/agree/agree/VBP that/SCONJ/mark/old was/AUX/cop/old "
            "old/ADJ/ccomp/agree",
        ),
        ("Per day two fell.", "Per/ADP/case/day day/NOUN/obl/fell two/NUM/nsubj/fell fell/VERB/root/fell/fall/VBD"),
        (  # a fact
            "It is known to burn.",
            "It/PRON/nsubj:pass/known is/AUX/aux:pass/known known/VERB/root/known/know/VBN to/PART/mark/burn "
            "burn/VERB/xcomp/known",
        ),
        (  # when nobody was charged
            "Since it sank, Moreno has been charged.",
            "Since/SCONJ/mark/sank it/PRON/nsubj/sank sank/VERB/advcl/charged/sink/VBD Moreno/PROPN/nsubj:pass/charged "
            "has/AUX/aux/charged been/AUX/aux:pass/charged charged/VERB/root/charged/charge/VBN",
        ),
        ("The plane emerged from it.", "plane/NOUN/nsubj/emerged emerged/VERB/root/emerged/emerge/VBD"),
    ],
)
def test_what_nobody_says_is_left_out(text, tree):
    assert found(text, tree) == []


def test_a_statement_around_one_that_the_model_found():
    text = "Moreno said that, according to guards, it fell."
    tree = "Moreno/PROPN/nsubj/said said/VERB/root/said/say/VBD that/SCONJ/mark/fell according/VERB/case/guards "
    tree += "to/ADP/fixed/according guards/NOUN/obl/fell it/PRON/nsubj/fell fell/VERB/ccomp/said"
    parts = [("guards", "according to", ["it fell"])]
    assert [holder for holder, _, _ in found(text, tree, parts, {"Moreno": "PER"})] == ["Moreno", "guards"]


@pytest.mark.parametrize("cue, heard", [("saw", False), ("showed", True)])
def test_a_thing_may_show_but_does_not_see(cue, heard):
    text = f"The surge {cue} prices fall."
    tree = f"surge/NOUN/nsubj/{cue} {cue}/VERB/root/{cue}/{'see' if cue == 'saw' else 'show'}/VBD"
    assert bool(found(text, tree, [("surge", cue, ["prices fall"])])) is heard


def test_who_is_criticised_is_told_of_and_tells_nothing():
    text = "Moreno was criticised for the delay."
    tree = (
        "Moreno/PROPN/nsubj:pass/criticised was/AUX/aux:pass/criticised criticised/VERB/root/criticised/criticise/VBN "
    )
    tree += "for/ADP/case/delay the/DET/det/delay delay/NOUN/obl/criticised"
    parts = [("Moreno", "was criticised for", ["the delay"])]
    assert found(text, tree, parts) == [("unnamed", "was criticised for", "Moreno … the delay")]


SAID = "Moreno/PROPN/nsubj/said said/VERB/root/said "


@pytest.mark.parametrize(
    "content, tree, expected",
    [
        (
            "it hoped that prices fall",
            "it/PRON/nsubj/hoped hoped/VERB/ccomp/said/hope/VBD that/SCONJ/mark/fall prices/NOUN/nsubj/fall "
            "fall/VERB/ccomp/hoped",
            [("hoped", "prices fall")],
        ),
        (
            "it was sure that prices fall",
            "it/PRON/nsubj/sure was/AUX/cop/sure sure/ADJ/ccomp/said that/SCONJ/mark/fall prices/NOUN/nsubj/fall "
            "fall/VERB/ccomp/sure",
            [],
        ),
        (
            "he no longer blames the guards",
            "he/PRON/nsubj/blames no/ADV/advmod/longer longer/ADV/advmod/blames blames/VERB/ccomp/said/blame/VBZ "
            "the/DET/det/guards guards/NOUN/obj/blames",
            [("no longer blames", "the guards")],
        ),
        (
            "Lindt was afraid of being seen",
            "Lindt/PROPN/nsubj/afraid was/AUX/cop/afraid afraid/ADJ/ccomp/said of/SCONJ/mark/seen "
            "being/AUX/aux:pass/seen seen/VERB/advcl/afraid/see/VBG",
            [("was afraid", "being seen")],
        ),
        (
            "Lindt blamed the guards for what they did",
            "Lindt/PROPN/nsubj/blamed blamed/VERB/ccomp/said/blame/VBD the/DET/det/guards guards/NOUN/obj/blamed "
            "for/SCONJ/mark/did what/PRON/obj/did they/PRON/nsubj/did did/VERB/advcl/blamed/do/VBD",
            [("blamed", "the guards for what they did")],
        ),
        (  # "you" is anybody
            "you want the war to end",
            "you/PRON/nsubj/want want/VERB/ccomp/said/want/VBP the/DET/det/war war/NOUN/obj/want to/PART/mark/end "
            "end/VERB/xcomp/want",
            [],
        ),
        (  # who is to do it belongs to what is wanted
            "Lindt wanted the war to end",
            "Lindt/PROPN/nsubj/wanted wanted/VERB/ccomp/said/want/VBD the/DET/det/war war/NOUN/obj/wanted "
            "to/PART/mark/end end/VERB/xcomp/wanted",
            [("wanted", "the war to end")],
        ),
        (  # the clause before it belongs to the sentence before it
            "the pier broke, I think prices fall",
            "pier/NOUN/nsubj/broke broke/VERB/ccomp/think/break/VBD I/PRON/nsubj/think think/VERB/ccomp/said/think/VBP "
            "prices/NOUN/nsubj/fall fall/VERB/ccomp/think",
            [("think", "prices fall")],
        ),
        (  # two sides of a cue
            "prices she thinks will fall",
            "prices/NOUN/nsubj/fall she/PRON/nsubj/thinks thinks/VERB/ccomp/said/think/VBZ will/AUX/aux/fall "
            "fall/VERB/ccomp/thinks",
            [("thinks", "prices … will fall")],
        ),
        (
            "what Lindt does think is that prices fall",
            "what/PRON/nsubj:outer/fall//WP Lindt/PROPN/nsubj/think does/AUX/aux/think think/VERB/ccomp/said/think/VB "
            "is/AUX/cop/fall that/SCONJ/mark/fall prices/NOUN/nsubj/fall fall/VERB/ccomp/think",
            [("does think", "prices fall")],
        ),
        (
            "Lindt is happy to leave",
            "Lindt/PROPN/nsubj/happy is/AUX/cop/happy happy/ADJ/ccomp/said to/PART/mark/leave leave/VERB/advcl/happy",
            [("is happy", "to leave")],
        ),
        (
            "as Lindt explained, prices fall",
            "as/SCONJ/mark/explained Lindt/PROPN/nsubj/explained explained/VERB/advcl/fall/explain/VBD "
            "prices/NOUN/nsubj/fall fall/VERB/ccomp/said",
            [("explained", "prices fall")],
        ),
        (
            "Lindt has no plans to leave",
            "Lindt/PROPN/nsubj/has has/VERB/ccomp/said/have/VBZ no/DET/det/plans plans/NOUN/obj/has/plan "
            "to/PART/mark/leave leave/VERB/acl/plans",
            [("has no plans", "to leave")],
        ),
        (  # nothing new
            "Lindt has no plans to do so",
            "Lindt/PROPN/nsubj/has has/VERB/ccomp/said/have/VBZ no/DET/det/plans plans/NOUN/obj/has/plan "
            "to/PART/mark/do do/VERB/acl/plans so/ADV/advmod/do",
            [],
        ),
        (
            "a request by Lindt to leave failed",
            "request/NOUN/nsubj/failed by/ADP/case/Lindt Lindt/PROPN/nmod/request to/PART/mark/leave "
            "leave/VERB/acl/request failed/VERB/ccomp/said/fail/VBD",
            [("request", "to leave")],
        ),
        (
            "Lindt opened the dam that Sella opposes",
            "Lindt/PROPN/nsubj/opened opened/VERB/ccomp/said/open/VBD the/DET/det/dam dam/NOUN/obj/opened "
            "that/PRON/obj/opposes/that/WDT Sella/PROPN/nsubj/opposes opposes/VERB/acl:relcl/dam/oppose/VBZ",
            [("opposes", "the dam")],
        ),
        (
            "guards who want money left",
            "guards/NOUN/nsubj/left/guard who/PRON/nsubj/want/who/WP want/VERB/acl:relcl/guards/want/VBP "
            "money/NOUN/obj/want left/VERB/ccomp/said/leave/VBD",
            [],
        ),
        (
            "guards who hope it sank left",
            "guards/NOUN/nsubj/left/guard who/PRON/nsubj/hope/who/WP hope/VERB/acl:relcl/guards/hope/VBP "
            "it/PRON/nsubj/sank sank/VERB/ccomp/hope/sink left/VERB/ccomp/said/leave/VBD",
            [("hope", "it sank")],
        ),
        (
            "Lindt could not say if it sank",
            "Lindt/PROPN/nsubj/say could/AUX/aux/say not/PART/advmod/say say/VERB/ccomp/said/say/VB if/SCONJ/mark/sank "
            "it/PRON/nsubj/sank sank/VERB/advcl/say/sink",
            [("could not say", "if it sank")],
        ),
        (  # a clause that the tree hangs higher up
            "Lindt drops its demand that it leave",
            "Lindt/PROPN/nsubj/drops drops/VERB/ccomp/said/drop/VBZ its/PRON/nmod:poss/demand demand/NOUN/obj/drops "
            "that/SCONJ/mark/leave it/PRON/nsubj/leave leave/VERB/xcomp/drops",
            [("demand", "it leave")],
        ),
        (
            "claims made by Lindt that it sank hurt",
            "claims/NOUN/nsubj/hurt/claim made/VERB/acl/claims/make/VBN by/ADP/case/Lindt Lindt/PROPN/obl:agent/made "
            "that/SCONJ/mark/sank it/PRON/nsubj/sank sank/VERB/acl/claims/sink hurt/VERB/ccomp/said/hurt/VBD",
            [("claims", "it sank")],
        ),
        (  # nobody's, and nobody's plan is no statement
            "claims that it sank hurt",
            "claims/NOUN/nsubj/hurt/claim that/SCONJ/mark/sank it/PRON/nsubj/sank sank/VERB/acl/claims/sink "
            "hurt/VERB/ccomp/said/hurt/VBD",
            [("claims", "it sank")],
        ),
        (
            "plans to leave hurt",
            "plans/NOUN/nsubj/hurt/plan to/PART/mark/leave leave/VERB/acl/plans/leave/VB hurt/VERB/ccomp/said/hurt/VBD",
            [],
        ),
        (
            "Lindt called the vote a farce",
            "Lindt/PROPN/nsubj/called called/VERB/ccomp/said/call/VBD the/DET/det/vote vote/NOUN/obj/called "
            "a/DET/det/farce farce/NOUN/xcomp/called",
            [("called", "the vote a farce")],
        ),
        (
            "Lindt described guards as tired",
            "Lindt/PROPN/nsubj/described described/VERB/ccomp/said/describe/VBD guards/NOUN/obj/described "
            "as/ADP/case/tired tired/ADJ/obl/described",
            [("described", "guards as tired")],
        ),
        (  # "called" without what is said of it
            "Lindt called guards on Monday",
            "Lindt/PROPN/nsubj/called called/VERB/ccomp/said/call/VBD guards/NOUN/obj/called on/ADP/case/Monday "
            "Monday/PROPN/obl/called",
            [],
        ),
        (
            "Lindt asked guards to leave",
            "Lindt/PROPN/nsubj/asked asked/VERB/ccomp/said/ask/VBD guards/NOUN/obj/asked to/PART/mark/leave "
            "leave/VERB/xcomp/asked",
            [("asked", "guards to leave")],
        ),
        (
            "Lindt prayed for it to end",
            "Lindt/PROPN/nsubj/prayed prayed/VERB/ccomp/said/pray/VBD for/SCONJ/mark/end it/PRON/nsubj/end "
            "to/PART/mark/end end/VERB/advcl/prayed",
            [("prayed", "for it to end")],
        ),
        (  # the question word belongs to it
            "Lindt knows what makes it old",
            "Lindt/PROPN/nsubj/knows knows/VERB/ccomp/said/know/VBZ what/PRON/obj/knows/what/WP "
            "makes/VERB/ccomp/knows/make/VBZ it/PRON/obj/makes old/ADJ/xcomp/makes",
            [("knows", "what makes it old")],
        ),
        (  # nobody does yet
            "Lindt will see what makes it old",
            "Lindt/PROPN/nsubj/see will/AUX/aux/see see/VERB/ccomp/said/see/VB what/PRON/obj/see/what/WP "
            "makes/VERB/ccomp/see/make/VBZ it/PRON/obj/makes old/ADJ/xcomp/makes",
            [],
        ),
        (
            "Lindt disagrees with a plan",
            "Lindt/PROPN/nsubj/disagrees disagrees/VERB/ccomp/said/disagree/VBZ with/ADP/case/plan a/DET/det/plan "
            "plan/NOUN/obl/disagrees",
            [("disagrees with", "a plan")],
        ),
        (  # of a claim what it claims is no thought of who doubts it
            "Lindt doubts the claim that it sank",
            "Lindt/PROPN/nsubj/doubts doubts/VERB/ccomp/said/doubt/VBZ the/DET/det/claim claim/NOUN/obj/doubts "
            "that/SCONJ/mark/sank it/PRON/nsubj/sank sank/VERB/ccomp/doubts/sink",
            [("doubts", "the claim that it sank"), ("claim", "it sank")],
        ),
        (
            "its demand for a rise fell",
            "its/PRON/nmod:poss/demand demand/NOUN/nsubj/fell for/ADP/case/rise a/DET/det/rise rise/NOUN/nmod/demand "
            "fell/VERB/ccomp/said/fall/VBD",
            [("demand for", "a rise")],
        ),
        (
            "Lindt heard a charge that Vale denies",
            "Lindt/PROPN/nsubj/heard heard/VERB/ccomp/said/hear/VBD a/DET/det/charge charge/NOUN/obj/heard "
            "that/PRON/obj/denies/that/WDT Vale/PROPN/nsubj/denies denies/VERB/acl:relcl/charge/deny/VBZ",
            [("denies", "a charge")],
        ),
        (  # without "that"
            "Lindt heard a charge Vale denies",
            "Lindt/PROPN/nsubj/heard heard/VERB/ccomp/said/hear/VBD a/DET/det/charge charge/NOUN/obj/heard "
            "Vale/PROPN/nsubj/denies denies/VERB/acl:relcl/charge/deny/VBZ",
            [("denies", "a charge")],
        ),
        (
            "Lindt saw a vote that Vale called unfair",
            "Lindt/PROPN/nsubj/saw saw/VERB/ccomp/said/see/VBD a/DET/det/vote vote/NOUN/obj/saw "
            "that/PRON/obj/called/that/WDT Vale/PROPN/nsubj/called called/VERB/acl:relcl/vote/call/VBD "
            "unfair/ADJ/xcomp/called",
            [("called", "a vote … unfair")],
        ),
        (  # to the mark that closes it, over sentences
            "Lindt told me, ‘Go. You must’",
            "Lindt/PROPN/nsubj/told told/VERB/ccomp/said/tell/VBD me/PRON/iobj/told",
            [("told", "‘Go. You must’")],
        ),
        (  # what he should say is not said
            "Lindt must condemn the attack",
            "Lindt/PROPN/nsubj/condemn must/AUX/aux/condemn condemn/VERB/ccomp/said/condemn/VB the/DET/det/attack "
            "attack/NOUN/obj/condemn",
            [],
        ),
        (
            "God knows that prices fall",
            "God/PROPN/nsubj/knows knows/VERB/ccomp/said/know/VBZ that/SCONJ/mark/fall prices/NOUN/nsubj/fall "
            "fall/VERB/ccomp/knows",
            [],
        ),
    ],
)
def test_statements_inside_statements(content, tree, expected):
    made = found(f"Moreno said {content}.", SAID + tree, [("Moreno", "said", [content])], {"Moreno": "PER"})
    assert [(cue, told) for _, cue, told in made[1:]] == expected


def test_a_clause_in_pieces_is_no_statement():
    """The tree may leave out words on both sides of "reportedly"."""
    tree = (
        "Mayors/NOUN/nsubj/fled themselves/PRON/obl/fled reportedly/ADV/advmod/fled fled/VERB/ccomp/said/flee/VBD "
        "north/ADV/advmod/fled they/PRON/nsubj/said said/VERB/root/said/say/VBD"
    )
    statements = found("Mayors today themselves reportedly fled now north, they said.", tree)
    assert "reportedly" not in [cue for _, cue, _ in statements]


def test_a_source_that_opens_a_quotation_tells_the_quotation_only():
    made = Built(
        "Oro said: “According to officials it sank.”",
        "Oro/PROPN/nsubj/said said/VERB/root/said/say/VBD According/VERB/case/officials officials/NOUN/obl/sank "
        "to/ADP/fixed/According it/PRON/nsubj/sank sank/VERB/ccomp/said/sink/VBD",
        names={"Oro": "PER"},
        parts=[("Oro", "said", ["“According to officials it sank.”"])],
    )
    inner = [(a.holders[1:], [made.quote(c) for c in a.content]) for a in made.layer(Attribution)]
    assert (("Oro", "officials"), ["it sank"]) in inner


@pytest.mark.parametrize(
    "text, tree, expected",
    [
        (  # an intention, though the model saw none
            "Oro decided to stay.",
            "Oro/PROPN/nsubj/decided decided/VERB/root/decided/decide/VBD to/PART/mark/stay stay/VERB/xcomp/decided",
            [("Oro", "decided", "to stay")],
        ),
        (
            "Oro filed a motion to unseal it.",
            "Oro/PROPN/nsubj/filed filed/VERB/root/filed/file/VBD a/DET/det/motion motion/NOUN/obj/filed "
            "to/PART/mark/unseal unseal/VERB/acl/motion it/PRON/obj/unseal",
            [("Oro", "filed a motion", "to unseal it")],
        ),
        (  # who tells stands at the end, whatever it hangs on
            "It sank, Oro maintains.",
            "It/PRON/nsubj/sank sank/VERB/root/sank/sink/VBD ,/PUNCT/punct/maintains Oro/PROPN/nsubj/maintains "
            "maintains/VERB/acl:relcl/sank/maintain/VBZ",
            [("Oro", "maintains", "It sank")],
        ),
        (  # the tree hangs it beside
            "Oro agreed in May to stay.",
            "Oro/PROPN/nsubj/agreed agreed/VERB/root/agreed/agree/VBD May/PROPN/obl/agreed to/PART/mark/stay "
            "stay/VERB/advcl/agreed/stay/VB",
            [("Oro", "agreed", "to stay")],
        ),
        (
            "Oro purports to be a doctor.",
            "Oro/PROPN/nsubj/purports purports/VERB/root/purports/purport/VBZ to/PART/mark/doctor be/AUX/cop/doctor "
            "a/DET/det/doctor doctor/NOUN/xcomp/purports",
            [("Oro", "purports", "to be a doctor")],
        ),
        (
            "The boat is known to leak.",
            "The/DET/det/boat boat/NOUN/nsubj:pass/known is/AUX/aux:pass/known known/VERB/root/known/know/VBN "
            "to/PART/mark/leak leak/VERB/xcomp/known/leak/VB",
            [("unnamed", "is known", "The boat … to leak")],
        ),
    ],
)
def test_intentions_filings_and_tellers_at_the_end(text, tree, expected):
    assert found(text, tree, names={"Oro": "PER"} if "Oro" in text else {}) == expected


def test_allegedly_hedges_a_cue_and_is_no_statement_around_it():
    made = Built(
        "Allegedly, Oro pleaded to stay.",
        "Allegedly/ADV/advmod/pleaded Oro/PROPN/nsubj/pleaded pleaded/VERB/root/pleaded/plead/VBD",
        names={"Oro": "PER"},
        parts=[("Oro", "pleaded", ["to stay"])],
    )
    assert [(a.holders[1:], made.quote(a.hedge)) for a in made.layer(Attribution)] == [(("Oro",), "Allegedly")]


@pytest.mark.parametrize(
    "text, tree, expected",
    [
        (
            "Vale said it is asserted by Oro that it sank.",
            "Vale/PROPN/nsubj/said said/VERB/root/said/say/VBD it/PRON/nsubj:pass/asserted is/AUX/aux:pass/asserted "
            "asserted/VERB/ccomp/said/assert/VBN by/ADP/case/Oro Oro/PROPN/obl:agent/asserted "
            "that/SCONJ/mark/sank sank/VERB/csubj:pass/asserted/sink/VBD",
            ("Oro", "is asserted", "it sank"),
        ),
        (
            "Vale said they know of the leak.",
            "Vale/PROPN/nsubj/said said/VERB/root/said/say/VBD they/PRON/nsubj/know know/VERB/ccomp/said/know/VBP "
            "of/ADP/case/leak the/DET/det/leak leak/NOUN/obl/know",
            ("they", "know of", "the leak"),
        ),
        (
            "Vale said they agreed on a price.",
            "Vale/PROPN/nsubj/said said/VERB/root/said/say/VBD they/PRON/nsubj/agreed agreed/VERB/ccomp/said/agree/VBD "
            "on/ADP/case/price a/DET/det/price price/NOUN/obl/agreed",
            ("they", "agreed on", "a price"),
        ),
    ],
)
def test_statements_inside_others_by_other_constructions(text, tree, expected):
    """Constructions that the model is not taught: it tells the outermost statement only."""
    part = ("Vale", "said", [text.removeprefix("Vale said ").rstrip(".")])
    assert expected in found(text, tree, [part], {"Vale": "PER"})


@pytest.mark.parametrize(
    "text, verb, tag, told",
    [
        ("Vale said we need to admit that it sank.", "need", "VBP", False),  # what is to be done, nobody has done
        ("Vale said we are likely to admit that it sank.", "likely", "JJ", True),
    ],
)
def test_what_is_to_be_said_is_not_said(text, verb, tag, told):
    tree = (
        f"Vale/PROPN/nsubj/said said/VERB/root/said/say/VBD we/PRON/nsubj/{verb} {verb}/VERB/ccomp/said/{verb}/{tag} "
        f"to/PART/mark/admit admit/VERB/xcomp/{verb}/admit/VB that/SCONJ/mark/sank it/PRON/nsubj/sank "
        "sank/VERB/ccomp/admit/sink/VBD"
    )
    part = ("Vale", "said", [text.removeprefix("Vale said ").rstrip(".")])
    assert ("admit" in [cue for _, cue, _ in found(text, tree, [part], {"Vale": "PER"})]) == told


def test_a_state_of_mind_with_its_clause_is_a_statement():
    tree = (
        "Oro/PROPN/nsubj/convinced is/AUX/cop/convinced convinced/ADJ/root/convinced it/PRON/nsubj/sank "
        "sank/VERB/ccomp/convinced/sink/VBD"
    )
    assert found("Oro is convinced it sank.", tree, names={"Oro": "PER"}) == [("Oro", "is convinced", "it sank")]


@pytest.mark.parametrize(
    "text, tree",
    [
        ("A guard said that", "guard/NOUN/nsubj/said said/VERB/root/said/say/VBD that/SCONJ/ccomp/said"),
        ("A guard – denied.", "guard/NOUN/nsubj/denied –/PUNCT/obj/denied denied/VERB/root/denied/deny/VBD"),
    ],
)
def test_an_account_that_breaks_off_is_read_as_far_as_it_goes(text, tree):
    assert found(text, tree) == []
