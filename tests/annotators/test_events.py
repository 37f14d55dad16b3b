"""Event mentions: triggers, who takes part, and whether it happened in the eyes of its holder."""

import pytest

from rashomon.types import BlockKind, EventMention
from tests.readings import Built


def triggers(made):
    return [made.quote(e.span) for e in made.layer(EventMention)]


SANK = "Rebels/NOUN/nsubj/sank sank/VERB/root/sank/sink/VBD the/DET/det/boat boat/NOUN/obj/sank"


def test_who_did_what_to_whom_and_where():
    text = "Rebels sank the boat in Sella on Monday."
    tree = SANK + " in/ADP/case/Sella Sella/PROPN/obl/sank on/ADP/case/Monday Monday/PROPN/obl/sank"
    made = Built(text, tree, names={"Sella": "LOC"}, times=["on Monday"])
    assert made.roles("sank") == [
        ("agent", "Rebels", None),
        ("patient", "the boat", None),
        ("place", "Sella", "Sella"),
        ("time", "on Monday", None),
    ]
    found = made.event("sank")
    assert (found.predicate, found.tense, found.holders) == ("sink", "past", ("The Herald",))
    assert found.factuality > 2 and found.happened > 1
    assert made.quote(found.sentence) == text


def test_a_passive_without_an_actor_stays():
    tree = "boat/NOUN/nsubj:pass/sunk was/AUX/aux:pass/sunk sunk/VERB/root/sunk/sink/VBN"
    assert Built("The boat was sunk.", tree).roles("sunk") == [("patient", "boat", None)]


def test_a_passive_with_its_actor():
    tree = (
        "boat/NOUN/nsubj:pass/sunk was/AUX/aux:pass/sunk sunk/VERB/root/sunk/sink/VBN by/ADP/case/rebels "
        "rebels/NOUN/obl/sunk"
    )
    made = Built("The boat was sunk by rebels.", tree)
    assert made.roles("sunk") == [("patient", "boat", None), ("agent", "rebels", None)]


def test_a_participle_right_after_who_takes_part_is_no_word_of_his():
    tree = (
        "They/PRON/nsubj/boats are/AUX/cop/boats boats/NOUN/root/boats/boat sunk/VERB/acl/boats/sink/VBN "
        "by/ADP/case/rebels rebels/NOUN/nmod/boats"
    )
    made = Built("They are boats sunk by rebels.", tree, happened={"sunk": 0.9})
    assert ("patient", "boats", None) in made.roles("sunk")


@pytest.mark.parametrize(
    "case, role", [("with", "recipient"), ("against", "recipient"), ("about", "topic"), ("into", None)]
)
def test_roles_by_preposition(case, role):
    tree = f"Rebels/NOUN/nsubj/met met/VERB/root/met/meet/VBD {case}/ADP/case/pilots pilots/NOUN/obl/met/pilot"
    roles = [r for r, _, _ in Built(f"Rebels met {case} pilots.", tree).roles("met")]
    assert roles == ["agent", *([role] if role else [])]


def test_coordinated_participants_are_each_one():
    tree = "Ana/PROPN/nsubj/met and/CCONJ/cc/Luz Luz/PROPN/conj/Ana met/VERB/root/met/meet/VBD pilots/NOUN/obj/met"
    made = Built("Ana and Luz met pilots.", tree, names={"Ana": "PER", "Luz": "PER"})
    assert made.roles("met") == [("agent", "Ana", "Ana"), ("agent", "Luz", "Luz"), ("patient", "pilots", None)]


def test_a_controlled_verb_has_its_controllers_subject():
    tree = "Rebels/NOUN/nsubj/tried tried/VERB/root/tried/try/VBD sink/VERB/xcomp/tried/sink/VB it/PRON/obj/sink"
    assert ("agent", "Rebels", None) in Built("Rebels tried to sink it.", tree).roles("sink")


def test_a_relative_clause_has_its_noun():
    tree = (
        "rebels/NOUN/nsubj/fled who/PRON/nsubj/sank sank/VERB/acl:relcl/rebels/sink/VBD it/PRON/obj/sank "
        "fled/VERB/root/fled/flee/VBD"
    )
    assert Built("The rebels who sank it fled.", tree).roles("sank")[0][:2] == ("agent", "rebels")


def test_a_noun_is_a_trigger_where_the_model_marks_it():
    text = "The inspection by pilots on boats ended."
    tree = (
        "The/DET/det/inspection inspection/NOUN/nsubj/ended by/ADP/case/pilots pilots/NOUN/nmod/inspection "
        "on/ADP/case/boats "
        "boats/NOUN/nmod/inspection ended/VERB/root/ended/end/VBD"
    )
    made = Built(text, tree, happened={"inspection": 0.9})
    assert triggers(made) == ["inspection", "ended"]
    assert made.roles("inspection") == [("agent", "pilots", None), ("patient", "boats", None)]
    assert triggers(Built(text, tree)) == ["ended"]


def test_an_argument_has_the_name_that_its_pronoun_stands_for():
    text = "Moreno came. Then he sank it."
    tree = "Moreno/PROPN/nsubj/came came/VERB/root/came he/PRON/nsubj/sank sank/VERB/root/sank it/PRON/obj/sank"
    made = Built(text, tree, names={"Moreno": "PER"})
    assert ("agent", "he", "Moreno") in made.roles("sank")


@pytest.mark.parametrize("word, name", [("him", None), ("himself", "Moreno")])
def test_only_a_reflexive_pronoun_stands_for_who_acts(word, name):
    tree = "Moreno/PROPN/nsubj/came came/VERB/root/came he/PRON/nsubj/hit hit/VERB/root/hit "
    made = Built(f"Moreno came. Then he hit {word}.", tree + f"{word}/PRON/obj/hit", names={"Moreno": "PER"})
    assert ("agent", "he", "Moreno") in made.roles("hit")
    assert ("patient", word, name) in made.roles("hit")


def test_a_predicate_keeps_its_particle():
    tree = "Rebels/NOUN/nsubj/took took/VERB/root/took/take/VBD over/ADP/compound/took it/PRON/obj/took"
    assert Built("Rebels took over it.", tree).event("took").predicate == "take over"


@pytest.mark.parametrize(
    "text, tree, word, expected",
    [
        # the tree gives Sunday to "began"
        (
            "Fire erupted on Sunday when rebels fled.",
            "Fire/PROPN/nsubj/erupted erupted/VERB/root/erupted/erupt on/ADP/case/Sunday Sunday/PROPN/obl/fled "
            "when/ADV/advmod/fled rebels/NOUN/nsubj/fled fled/VERB/advcl/erupted/flee",
            "on Sunday",
            ["erupted", "fled"],
        ),
        (
            "Rebels met and left Karsa on Sunday.",
            "Rebels/NOUN/nsubj/met met/VERB/root/met/meet and/CCONJ/cc/left left/VERB/conj/met/leave "
            "Karsa/PROPN/obj/left on/ADP/case/Sunday Sunday/PROPN/obl/met",
            "on Sunday",
            ["left"],
        ),
        (
            "Rebels held talks on Sunday.",
            "Rebels/NOUN/nsubj/held held/VERB/root/held/hold talks/NOUN/obj/held/talk on/ADP/case/Sunday "
            "Sunday/PROPN/obl/held",
            "on Sunday",
            ["held", "talks"],
        ),
        (
            "The attack two years ago shocked Lindt.",
            "attack/NOUN/nsubj/shocked/attack two/NUM/nummod/years years/NOUN/obl/ago ago/ADV/advmod/shocked "
            "shocked/VERB/root/shocked/shock Lindt/PROPN/obj/shocked",
            "two years ago",
            ["attack"],
        ),
        (
            "They died in Sunday's crash.",
            "They/PRON/nsubj/died died/VERB/root/died/die in/ADP/case/crash Sunday/PROPN/nmod:poss/crash "
            "'s/PART/case/Sunday crash/NOUN/obl/died/crash",
            "Sunday",
            ["died", "crash"],
        ),
        (
            "They surrendered after Sunday's crash.",
            "They/PRON/nsubj/surrendered surrendered/VERB/root/surrendered/surrender after/ADP/case/crash "
            "Sunday/PROPN/nmod:poss/crash 's/PART/case/Sunday crash/NOUN/obl/surrendered/crash",
            "Sunday",
            ["crash"],
        ),
        (
            "It sank on Sunday, drowning Lindt.",
            "It/PRON/nsubj/sank sank/VERB/root/sank/sink on/ADP/case/Sunday Sunday/PROPN/obl/sank "
            "drowning/VERB/advcl/sank/drown/VBG Lindt/PROPN/obj/drowning",
            "on Sunday",
            ["sank", "drowning"],
        ),
        (
            "Lindt praised Sunday's breakfast.",
            "Lindt/PROPN/nsubj/praised praised/VERB/root/praised/praise Sunday/PROPN/nmod:poss/breakfast "
            "'s/PART/case/Sunday breakfast/NOUN/obj/praised",
            "Sunday",
            [],
        ),
        (
            "Lindt won Sunday's primary.",
            "Lindt/PROPN/nsubj/won won/VERB/root/won/win Sunday/PROPN/nmod:poss/primary "
            "'s/PART/case/Sunday primary/NOUN/obj/won",
            "Sunday",
            ["won"],
        ),
    ],
)
def test_a_time_belongs_to_every_word_for_its_event(text, tree, word, expected):
    made = Built(text, tree, times=[word])
    dated = [made.quote(m.span) for m in made.layer(EventMention) if any(a.role == "time" for a in m.arguments)]
    assert dated == expected


# -- did it happen -----------------------------------------------------------------------------------------------------

SENT = (
    "No/DET/det/troops troops/NOUN/nsubj:pass/sent have/AUX/aux/sent been/AUX/aux:pass/sent "
    "sent/VERB/root/sent/send/VBN"
)


def test_no_troops_have_been_sent():
    made = Built("No troops have been sent.", SENT)
    found = made.event("sent")
    assert found.factuality <= -2
    assert [made.quote(e) for e in found.evidence] == ["No"]


@pytest.mark.parametrize(
    "text, tree, most, evidence",
    [
        ("Rebels may sink it.", "Rebels/NOUN/nsubj/sink may/AUX/aux/sink sink/VERB/root/sink", 1.0, ["may"]),
        ("If rebels sink it.", "If/SCONJ/mark/sink rebels/NOUN/nsubj/sink sink/VERB/root/sink", 0.5, ["If"]),
        ("Did rebels sink it?", "Did/AUX/aux/sink rebels/NOUN/nsubj/sink sink/VERB/root/sink", 0.5, []),
        (
            "Rebels allegedly sink it.",
            "Rebels/NOUN/nsubj/sink allegedly/ADV/advmod/sink sink/VERB/root/sink",
            1.0,
            ["allegedly"],
        ),
    ],
)
def test_doubt_bounds_factuality(text, tree, most, evidence):
    made = Built(text, tree)
    found = made.event("sink")
    assert 0 <= found.factuality <= most
    assert [made.quote(e) for e in found.evidence] == evidence


def held(cue, lemma, content="that rebels sank the boat"):
    text = f"Moreno {cue} {content}."
    tree = f"Moreno/PROPN/nsubj/{cue} {cue}/VERB/root/{cue}/{lemma}/VBD rebels/NOUN/nsubj/sank " + (
        f"sank/VERB/ccomp/{cue}/sink/VBD boat/NOUN/obj/sank"
    )
    return Built(text, tree, names={"Moreno": "PER"}, parts=[("Moreno", cue, [content])])


def test_what_is_denied_did_not_happen_for_who_denies_it():
    made = held("denied", "deny")
    found = made.event("sank")
    assert (found.factuality, found.holders) == (-3.0, ("The Herald", "Moreno"))
    assert found.happened < 0
    assert [made.quote(e) for e in found.evidence] == ["denied"]
    assert made.event("denied").holders == ("The Herald",)


@pytest.mark.parametrize("cue, lemma", [("asked", "ask"), ("wanted", "want"), ("suggested", "suggest")])
def test_what_is_asked_or_wanted_is_open(cue, lemma):
    assert -1 <= held(cue, lemma).event("sank").factuality <= 1


def test_what_is_said_is_as_sure_as_its_words():
    found = held("said", "say").event("sank")
    assert found.factuality > 2 and found.holders == ("The Herald", "Moreno")


@pytest.mark.parametrize(
    "cue, lemma, outlet, moreno",
    [
        ("said", "say", (0, 0), (2, 3)),
        ("claimed", "claim", (0, 0), (2, 3)),
        ("denied", "deny", (0, 0), (-3, -3)),
        ("doubted", "doubt", (0, 0), (-1, -1)),
        ("believed", "believe", (0, 0), (1, 2)),
        ("knew", "know", (2, 3), (2, 3)),
        ("realised", "realise", (2, 3), (2, 3)),
        ("revealed", "reveal", (2, 3), (2, 3)),
        ("admitted", "admit", (2, 3), (2, 3)),
    ],
)
def test_who_reports_is_committed_only_after_what_presupposes(cue, lemma, outlet, moreno):
    found = held(cue, lemma).event("sank")
    assert found.holders == ("The Herald", "Moreno") and found.commitments[-1] == found.factuality
    for value, (least, most) in zip(found.commitments, (outlet, moreno), strict=True):
        assert least <= value <= most


@pytest.mark.parametrize(
    "cue, lemma, outlet, moreno",
    [
        ("say", "say", (0, 0), (-1, 1)),
        ("admit", "admit", (0, 0), (-1, 1)),
        ("know", "know", (2, 3), (-1, 1)),  # what was not known took place all the same
        ("think", "think", (0, 0), (-3, -2)),  # not thinking that it did is thinking that it did not
    ],
)
def test_a_negated_cue(cue, lemma, outlet, moreno):
    content = "that rebels sank the boat"
    tree = (
        f"Moreno/PROPN/nsubj/{cue} did/AUX/aux/{cue} not/PART/advmod/{cue} {cue}/VERB/root/{cue}/{lemma}/VB "
        f"rebels/NOUN/nsubj/sank sank/VERB/ccomp/{cue}/sink/VBD boat/NOUN/obj/sank"
    )
    part = ("Moreno", f"did not {cue}", [content])
    found = Built(f"Moreno did not {cue} {content}.", tree, names={"Moreno": "PER"}, parts=[part]).event("sank")
    for value, (least, most) in zip(found.commitments, (outlet, moreno), strict=True):
        assert least <= value <= most


def test_what_nobody_said_commits_nobody():
    content = "that rebels sank the boat"
    tree = (
        "Nobody/PRON/nsubj/said said/VERB/root/said/say/VBD rebels/NOUN/nsubj/sank "
        "sank/VERB/ccomp/said/sink/VBD boat/NOUN/obj/sank"
    )
    found = Built(f"Nobody said {content}.", tree, parts=[("Nobody", "said", [content])]).event("sank")
    assert len(found.commitments) == 2
    assert all(-1 <= value <= 1 for value in found.commitments)


def test_a_hedged_cue_is_no_certainty():
    content = "sank the boat"
    tree = "Rebels/NOUN/nsubj/sank reportedly/ADV/advmod/sank sank/VERB/root/sank/sink/VBD boat/NOUN/obj/sank"
    found = Built(f"Rebels reportedly {content}.", tree, parts=[(None, "reportedly", [content])]).event("sank")
    assert found.factuality <= 1.5


# -- where -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [BlockKind.BYLINE, BlockKind.LINK, BlockKind.BOILERPLATE])
def test_silent_blocks_report_nothing(kind):
    assert triggers(Built("Rebels sank the boat.", SANK, kinds=(kind,))) == []


def test_an_event_of_a_comment_is_its_writers():
    made = Built("Rebels sank the boat.", SANK, kinds=(BlockKind.COMMENT,), voices=("comment 2",))
    assert made.event("sank").holders == ("comment 2",)


def test_the_sentence_of_an_event_ends_with_its_block():
    text = "Rebels sank the boat.\n\nSubscribe to the Herald"
    made = Built(text, SANK, kinds=(BlockKind.PARAGRAPH, BlockKind.BOILERPLATE))
    assert made.quote(made.event("sank").sentence) == "Rebels sank the boat."


def test_two_who_said_it_together_both_hold_it():
    made = Built(
        "Minister Ana Moreno and General Jan Lindt both said that rebels burned the bridge.",
        "Moreno/PROPN/flat/Ana Ana/PROPN/nsubj/said Lindt/PROPN/flat/Jan Jan/PROPN/conj/Ana said/VERB/root/said "
        "Minister/PROPN/compound/Ana General/PROPN/compound/Jan and/CCONJ/cc/Jan both/DET/dep/said "
        "that/SCONJ/mark/burned rebels/NOUN/nsubj/burned burned/VERB/ccomp/said/burn "
        "the/DET/det/bridge bridge/NOUN/obj/burned",
        names={"Ana Moreno": "PER", "Jan Lindt": "PER"},
        parts=[("Minister Ana Moreno and General Jan Lindt", "both said", ["that rebels burned the bridge"])],
    )
    [burned] = [m for m in made.layer(EventMention) if m.predicate == "burn"]
    assert [chain[-1] for chain in (burned.holders, *burned.beside)] == ["Ana Moreno", "Jan Lindt"]


def test_we_is_more_than_the_speaker():
    made = Built(
        "“We burned the bridge and I left,” Ana Moreno said.",
        "We/PRON/nsubj/burned burned/VERB/ccomp/said/burn bridge/NOUN/obj/burned the/DET/det/bridge "
        "and/CCONJ/cc/left I/PRON/nsubj/left left/VERB/conj/burned/leave said/VERB/root/said "
        "Ana/PROPN/nsubj/said Moreno/PROPN/flat/Ana",
        names={"Ana Moreno": "PER"},
        parts=[("Ana Moreno", "said", ["“We burned the bridge and I left,”"])],
    )
    agents = {m.predicate: m.first("agent").name for m in made.layer(EventMention) if m.first("agent")}
    assert agents["burn"] is None and agents["leave"] == "Ana Moreno"


def test_who_did_a_nominal_is_told_after_by_wherever_the_tree_hangs_it():
    made = Built(
        "The release of the girls by Boko Haram surprised Lindt.",
        "The/DET/det/release release/NOUN/nsubj/surprised of/ADP/case/girls girls/NOUN/nmod/release/girl/NNS "
        "by/ADP/case/Boko Boko/PROPN/nmod/girls Haram/PROPN/flat/Boko surprised/VERB/root/surprised "
        "Lindt/PROPN/obj/surprised",
        names={"Boko Haram": "ORG", "Lindt": "PER"},
    )
    [release] = [m for m in made.layer(EventMention) if m.predicate == "release"]
    assert {(a.role, made.quote(a.span)) for a in release.arguments} == {
        ("agent", "Boko Haram"),
        ("patient", "girls"),
    }


def test_a_noun_beside_a_verb_of_a_happening_may_be_a_thing():
    tree = "Rebels/NOUN/nsubj/left left/VERB/root/left/leave/VBD a/DET/det/{0} {0}/NOUN/obj/left/{1}"
    for noun, lemma, expected in (("store", "store", ["left"]), ("shelling", "shell", ["left", "shelling"])):
        assert triggers(Built(f"Rebels left a {noun}.", tree.format(noun, lemma))) == expected


def test_a_participant_is_told_by_the_words_that_name_it_too():
    made = Built(
        "Rebels met his aide, Ana Moreno.",
        "Rebels/NOUN/nsubj/met met/VERB/root/met/meet/VBD his/PRON/nmod:poss/aide aide/NOUN/obj/met "
        "Ana/PROPN/appos/aide Moreno/PROPN/flat/Ana",
        names={"Ana Moreno": "PER"},
    )
    assert made.roles("met")[1:] == [("patient", "his aide, Ana Moreno", "Ana Moreno")]


def test_the_time_of_an_occasion_is_that_of_what_happened_at_it():
    made = Built(
        "Ana lost votes in the September election.",
        "Ana/PROPN/nsubj/lost lost/VERB/root/lost/lose/VBD votes/NOUN/obj/lost/vote in/ADP/case/election "
        "the/DET/det/election September/PROPN/compound/election election/NOUN/obl/lost/election",
        times=["September"],
    )
    assert ("time", "September", None) in made.roles("lost")


def test_what_is_said_to_be_so_is_a_state():
    made = Built(
        "The offer was said to be higher.",
        "The/DET/det/offer offer/NOUN/nsubj:pass/said was/AUX/aux:pass/said said/VERB/root/said/say/VBN "
        "to/PART/mark/higher be/AUX/cop/higher higher/ADJ/xcomp/said/high",
    )
    assert made.roles("higher") == [("agent", "The offer", None)]


def test_a_verb_that_is_another_with_its_preposition():
    made = Built(
        "Guards looked into it.",
        "Guards/NOUN/nsubj/looked looked/VERB/root/looked/look/VBD into/ADP/case/it it/PRON/obl/looked",
    )
    assert made.event("looked").predicate == "look into"


def test_a_year_of_what_something_happened_in_is_its_time():
    made = Built(
        "Ana was chosen in the first round of the 2012 draft.",
        "Ana/PROPN/nsubj:pass/chosen was/AUX/aux:pass/chosen chosen/VERB/root/chosen/choose/VBN in/ADP/case/round "
        "round/NOUN/obl/chosen/round of/ADP/case/draft 2012/NUM/compound/draft draft/NOUN/nmod/round/draft",
        times=["2012"],
    )
    assert ("time", "2012", None) in made.roles("chosen")


def test_no_time_takes_part():
    made = Built(
        "There was a strike on Friday that killed Ana.",
        "was/VERB/root/was/be/VBD strike/NOUN/nsubj/was a/DET/det/strike on/ADP/case/Friday Friday/PROPN/nmod/strike "
        "that/PRON/nsubj/killed/that/WDT killed/VERB/acl:relcl/Friday/kill/VBD Ana/PROPN/obj/killed",
        times=["Friday"],
    )
    assert made.roles("killed") == [("time", "Friday", None), ("patient", "Ana", None)]


@pytest.mark.parametrize(
    "text, tree, dated",
    [
        (
            "Ana smiled in May when Bo resigned.",
            "Ana/PROPN/nsubj/smiled smiled/VERB/root/smiled/smile/VBD in/ADP/case/May May/PROPN/obl/smiled "
            "when/ADV/advmod/resigned Bo/PROPN/nsubj/resigned resigned/VERB/advcl/smiled/resign/VBD",
            {"smiled", "resigned"},
        ),
        (
            "As Bo resigned in May, Ana smiled.",
            "As/SCONJ/mark/resigned Bo/PROPN/nsubj/resigned resigned/VERB/advcl/smiled/resign/VBD in/ADP/case/May "
            "May/PROPN/obl/resigned Ana/PROPN/nsubj/smiled smiled/VERB/root/smiled/smile/VBD",
            {"smiled", "resigned"},
        ),
        (  # the smile came later
            "After Bo resigned in May, Ana smiled.",
            "After/SCONJ/mark/resigned Bo/PROPN/nsubj/resigned resigned/VERB/advcl/smiled/resign/VBD in/ADP/case/May "
            "May/PROPN/obl/resigned Ana/PROPN/nsubj/smiled smiled/VERB/root/smiled/smile/VBD",
            {"resigned"},
        ),
        (  # as is usual
            "As Bo resigned in May, Ana smiles.",
            "As/SCONJ/mark/resigned Bo/PROPN/nsubj/resigned resigned/VERB/advcl/smiles/resign/VBD in/ADP/case/May "
            "May/PROPN/obl/resigned Ana/PROPN/nsubj/smiles smiles/VERB/root/smiles/smile/VBZ",
            {"resigned"},
        ),
        (
            "When Bo resigned since May, Ana smiled.",
            "When/ADV/advmod/resigned Bo/PROPN/nsubj/resigned resigned/VERB/advcl/smiled/resign/VBD since/ADP/case/May "
            "May/PROPN/obl/resigned Ana/PROPN/nsubj/smiled smiled/VERB/root/smiled/smile/VBD",
            {"resigned"},
        ),
        (
            "In May Ana was held and denied bail.",
            "In/ADP/case/May May/PROPN/obl/held Ana/PROPN/nsubj:pass/held was/AUX/aux:pass/held "
            "held/VERB/root/held/hold/VBN and/CCONJ/cc/denied denied/VERB/conj/held/deny/VBN bail/NOUN/obj/denied",
            {"held", "denied"},
        ),
        (
            "Bo shot and killed Ana in May.",
            "Bo/PROPN/nsubj/shot shot/VERB/root/shot/shoot/VBD and/CCONJ/cc/killed killed/VERB/conj/shot/kill/VBD "
            "Ana/PROPN/obj/killed in/ADP/case/May May/PROPN/obl/killed",
            {"shot", "killed"},
        ),
        (
            "In a letter sent Bo in May Ana smiled.",
            "In/ADP/case/letter letter/NOUN/obl/smiled sent/VERB/acl/letter/send/VBN Bo/PROPN/obj/sent "
            "in/ADP/case/May May/PROPN/obl/sent Ana/PROPN/nsubj/smiled smiled/VERB/root/smiled/smile/VBD",
            {"sent", "smiled"},
        ),
        (  # a letter may be read later
            "After a letter sent Bo in May Ana smiled.",
            "After/ADP/case/letter letter/NOUN/obl/smiled sent/VERB/acl/letter/send/VBN Bo/PROPN/obj/sent "
            "in/ADP/case/May May/PROPN/obl/sent Ana/PROPN/nsubj/smiled smiled/VERB/root/smiled/smile/VBD",
            {"sent"},
        ),
        (
            "Ana will smile in May when Bo resigned.",
            "Ana/PROPN/nsubj/smile will/AUX/aux/smile smile/VERB/root/smile/smile/VB in/ADP/case/May "
            "May/PROPN/obl/smile when/ADV/advmod/resigned Bo/PROPN/nsubj/resigned resigned/VERB/advcl/smile/resign/VBD",
            {"smile"},
        ),
        (
            "When Bo resigns in May, Ana smiled.",
            "When/ADV/advmod/resigns Bo/PROPN/nsubj/resigns resigns/VERB/advcl/smiled/resign/VBZ in/ADP/case/May "
            "May/PROPN/obl/resigns Ana/PROPN/nsubj/smiled smiled/VERB/root/smiled/smile/VBD",
            {"resigns"},
        ),
        (
            "In May Ana will smile and left Bo.",
            "In/ADP/case/May May/PROPN/obl/smile Ana/PROPN/nsubj/smile will/AUX/aux/smile "
            "smile/VERB/root/smile/smile/VB and/CCONJ/cc/left left/VERB/conj/smile/leave/VBD Bo/PROPN/obj/left",
            {"smile"},
        ),
        (
            "In bids to win Bo in May Ana smiled.",
            "In/ADP/case/bids bids/NOUN/obl/smiled to/PART/mark/win win/VERB/acl/bids/win/VB Bo/PROPN/obj/win "
            "in/ADP/case/May May/PROPN/obl/win Ana/PROPN/nsubj/smiled smiled/VERB/root/smiled/smile/VBD",
            {"win"},
        ),
        (
            "Bo tried to kill Ana in May.",
            "Bo/PROPN/nsubj/tried tried/VERB/root/tried/try/VBD to/PART/mark/kill kill/VERB/xcomp/tried/kill/VB "
            "Ana/PROPN/obj/kill in/ADP/case/May May/PROPN/obl/kill",
            {"kill"},
        ),
        (
            "Raids in May killed Ana and wounded Bo.",
            "Raids/NOUN/nsubj/killed/raid in/ADP/case/May May/PROPN/nmod/Raids killed/VERB/root/killed/kill/VBD "
            "Ana/PROPN/obj/killed and/CCONJ/cc/wounded wounded/VERB/conj/killed/wound/VBD Bo/PROPN/obj/wounded",
            {"Raids", "killed", "wounded"},
        ),
        (
            "Raids since May killed Ana.",
            "Raids/NOUN/nsubj/killed/raid since/ADP/case/May May/PROPN/nmod/Raids killed/VERB/root/killed/kill/VBD "
            "Ana/PROPN/obj/killed",
            {"Raids"},
        ),
        (
            "Vell was razed in May by a quake that left Ana dead.",
            "Vell/PROPN/nsubj:pass/razed was/AUX/aux:pass/razed razed/VERB/root/razed/raze/VBN in/ADP/case/May "
            "May/PROPN/obl/razed by/ADP/case/quake a/DET/det/quake quake/NOUN/obl:agent/razed/quake "
            "that/PRON/nsubj/left/that/WDT left/VERB/acl:relcl/quake/leave/VBD Ana/PROPN/obj/left dead/ADJ/xcomp/left",
            {"razed", "quake", "left"},
        ),
        (
            "Rebels killed Ana and wounded Bo in May.",
            "Rebels/NOUN/nsubj/killed/rebel killed/VERB/root/killed/kill/VBD Ana/PROPN/obj/killed "
            "and/CCONJ/cc/wounded wounded/VERB/conj/killed/wound/VBD Bo/PROPN/obj/wounded in/ADP/case/May "
            "May/PROPN/obl/wounded",
            {"killed", "wounded"},
        ),
        (  # he died later, it may be
            "Bo was shot in May and died.",
            "Bo/PROPN/nsubj:pass/shot was/AUX/aux:pass/shot shot/VERB/root/shot/shoot/VBN in/ADP/case/May "
            "May/PROPN/obl/shot and/CCONJ/cc/died died/VERB/conj/shot/die/VBD",
            {"shot"},
        ),
        (
            "Bo struck Vell in May, killing Ana and wounding Luz.",
            "Bo/PROPN/nsubj/struck struck/VERB/root/struck/strike/VBD Vell/PROPN/obj/struck in/ADP/case/May "
            "May/PROPN/obl/struck killing/VERB/advcl/struck/kill/VBG Ana/PROPN/obj/killing and/CCONJ/cc/wounding "
            "wounding/VERB/conj/killing/wound/VBG Luz/PROPN/obj/wounding",
            {"struck", "killing", "wounding"},
        ),
        (
            "Bo, a clerk since May, smiled.",
            "Bo/PROPN/nsubj/smiled a/DET/det/clerk clerk/NOUN/appos/Bo since/ADP/case/May May/PROPN/nmod/clerk "
            "smiled/VERB/root/smiled/smile/VBD",
            set(),
        ),
        (
            "Raids in May disrupted trade.",
            "Raids/NOUN/nsubj/disrupted/raid in/ADP/case/May May/PROPN/nmod/Raids "
            "disrupted/VERB/root/disrupted/disrupt/VBD trade/NOUN/obj/disrupted",
            {"Raids", "disrupted"},
        ),
        (  # they may still lead to something
            "Raids in May prove costly.",
            "Raids/NOUN/nsubj/prove/raid in/ADP/case/May May/PROPN/nmod/Raids prove/VERB/root/prove/prove/VBP "
            "costly/ADJ/xcomp/prove",
            {"Raids"},
        ),
        (
            "The raid in Vell in May led to talks.",
            "raid/NOUN/nsubj/led/raid in/ADP/case/Vell Vell/PROPN/nmod/raid in/ADP/case/May May/PROPN/obl/led "
            "led/VERB/root/led/lead/VBD to/ADP/case/talks talks/NOUN/obl/led/talk",
            {"raid"},
        ),
        (  # when she was denied it is not said
            "Ana was held in May and denied bail.",
            "Ana/PROPN/nsubj:pass/held was/AUX/aux:pass/held held/VERB/root/held/hold/VBN in/ADP/case/May "
            "May/PROPN/obl/held and/CCONJ/cc/denied denied/VERB/conj/held/deny/VBN bail/NOUN/obj/denied",
            {"held"},
        ),
    ],
)
def test_what_is_told_as_of_one_time_shares_it(text, tree, dated):
    made = Built(text, tree, times=["May"])
    verbs = [made.quote(e.span) for e in made.layer(EventMention)]
    assert {v for v in verbs if ("time", "May", None) in made.roles(v)} == dated


def test_how_long_after_another_event_it_was_is_its_time():
    made = Built(
        "Bo left two days after Ana smiled.",
        "Bo/PROPN/nsubj/left left/VERB/root/left/leave/VBD two/NUM/nummod/days days/NOUN/obl/smiled/day "
        "after/SCONJ/mark/smiled Ana/PROPN/nsubj/smiled smiled/VERB/advcl/left/smile/VBD",
        times=["two days"],
    )
    assert ("time", "two days", None) in made.roles("left")
    assert all(role != "time" for role, *_ in made.roles("smiled"))


def test_it_was_then_that_something_happened():
    made = Built(
        "It was in May that Bo resigned.",
        "It/PRON/nsubj/May was/AUX/cop/May in/ADP/case/May May/PROPN/root/May that/SCONJ/mark/resigned "
        "Bo/PROPN/nsubj/resigned resigned/VERB/acl:relcl/May/resign/VBD",
        times=["May"],
    )
    assert ("time", "May", None) in made.roles("resigned")


def test_how_long_after_it_was_behind_a_comma_is_not_of_the_clause_before_it():
    made = Built(
        "Ana met guards who sang, two days after Bo left.",
        "Ana/PROPN/nsubj/met met/VERB/root/met/meet/VBD guards/NOUN/obj/met/guard who/PRON/nsubj/sang/who/WP "
        "sang/VERB/acl:relcl/guards/sing/VBD ,/PUNCT/punct/days two/NUM/nummod/days days/NOUN/obl/left/day "
        "after/SCONJ/mark/left Bo/PROPN/nsubj/left left/VERB/advcl/sang/leave/VBD",
        times=["two days"],
    )
    assert [w for w in ("met", "sang", "left") if any(role == "time" for role, *_ in made.roles(w))] == ["met"]
