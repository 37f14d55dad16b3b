"""Who tells by the tree, whole phrases at the edges of content, and statements inside statements."""

import pytest

from rashomon.types import Attribution
from tests.readings import Built


def shown(made: Built, nth: int = 0):
    a = made.layer(Attribution)[nth]
    return made.quote(a.source), made.quote(a.cue), [made.quote(c) for c in a.content]


@pytest.mark.parametrize(
    "text, tree, part, expected",
    [
        (  # the subject of an active verb tells
            "Organizers of the march said it is shut.",
            "Organizers/NOUN/nsubj/said of/ADP/case/march the/DET/det/march march/NOUN/nmod/Organizers "
            "said/VERB/root/said/say/VBD",
            (None, "said", ["it is shut"]),
            ("Organizers of the march", "said", ["it is shut"]),
        ),
        (  # what the teller does besides is not told
            "The firm rejects the claim and suspends the mayor.",
            "The/DET/det/firm firm/NOUN/nsubj/rejects rejects/VERB/root/rejects/reject/VBZ the/DET/det/claim "
            "claim/NOUN/obj/rejects and/CCONJ/cc/suspends suspends/VERB/conj/rejects/suspend/VBZ the/DET/det/mayor "
            "mayor/NOUN/obj/suspends",
            ("The firm", "rejects", ["the claim and suspends the mayor"]),
            ("The firm", "rejects", ["the claim"]),
        ),
        (  # nobody does who seems
            "The pier seemed to fall.",
            "The/DET/det/pier pier/NOUN/nsubj/seemed seemed/VERB/root/seemed/seem/VBD "
            "to/PART/mark/fall fall/VERB/xcomp/seemed",
            (None, "seemed", ["to fall"]),
            (None, "seemed", ["to fall"]),
        ),
        (  # who is expected to do something is told of
            "Boats are expected to leave.",
            "Boats/NOUN/nsubj:pass/expected are/AUX/aux:pass/expected expected/VERB/root/expected/expect/VBN "
            "to/PART/mark/leave leave/VERB/xcomp/expected/leave/VB",
            ("Boats", "are expected", ["to leave"]),
            (None, "are expected", ["Boats", "to leave"]),
        ),
        (  # who is charged charges nobody
            "Moreno was charged with murder.",
            "Moreno/PROPN/nsubj:pass/charged was/AUX/aux:pass/charged charged/VERB/root/charged/charge/VBN "
            "with/ADP/case/murder murder/NOUN/obl/charged",
            ("Moreno", "was charged", ["with murder"]),
            (None, "was charged", ["with murder"]),
        ),
        (  # who is singled out is told of
            "Boats were named by Moreno as unsafe.",
            "Boats/NOUN/nsubj:pass/named were/AUX/aux:pass/named named/VERB/root/named/name/VBN "
            "by/ADP/case/Moreno Moreno/PROPN/obl:agent/named as/ADP/case/unsafe unsafe/ADJ/obl/named",
            ("Boats", "were named by", ["Moreno as unsafe"]),
            ("Moreno", "were named by", ["Boats", "as unsafe"]),
        ),
        (  # what stands between the teller and what is told is neither
            "Boats were named by Moreno on Monday as unsafe.",
            "Boats/NOUN/nsubj:pass/named were/AUX/aux:pass/named named/VERB/root/named/name/VBN "
            "by/ADP/case/Moreno Moreno/PROPN/obl:agent/named on/ADP/case/Monday Monday/PROPN/obl/named "
            "as/ADP/case/unsafe unsafe/ADJ/obl/named",
            ("Boats", "were named", ["as unsafe"]),
            ("Moreno", "were named", ["Boats", "as unsafe"]),
        ),
        (  # who is ordered is told, and "by" says who tells
            "Pilots were ordered by Moreno to leave.",
            "Pilots/NOUN/nsubj:pass/ordered were/AUX/aux:pass/ordered ordered/VERB/root/ordered/order/VBN "
            "by/ADP/case/Moreno Moreno/PROPN/obl:agent/ordered to/PART/mark/leave leave/VERB/xcomp/ordered/leave/VB",
            ("Pilots", "were ordered", ["to leave"]),
            ("Moreno", "were ordered", ["to leave"]),
        ),
        (
            "Boats seem to know it sank.",
            "Boats/NOUN/nsubj/seem seem/VERB/root/seem/seem/VBP to/PART/mark/know know/VERB/xcomp/seem/know/VB",
            (None, "seem to know", ["it sank"]),
            ("Boats", "seem to know", ["it sank"]),
        ),
        (  # who is described is told of
            "Moreno was described as unsafe.",
            "Moreno/PROPN/nsubj:pass/described was/AUX/aux:pass/described described/VERB/root/described/describe/VBN "
            "as/ADP/case/unsafe unsafe/ADJ/obl/described",
            ("Moreno", "was described", ["as unsafe"]),
            (None, "was described", ["Moreno", "as unsafe"]),
        ),
        (  # a participle may have a subject of its own
            "With polls showing a lead, Moreno rested.",
            "With/SCONJ/mark/showing polls/NOUN/nsubj/showing showing/VERB/advcl/rested/show/VBG a/DET/det/lead "
            "lead/NOUN/obj/showing Moreno/PROPN/nsubj/rested rested/VERB/root/rested/rest/VBD",
            ("Moreno", "showing", ["a lead"]),
            ("polls", "showing", ["a lead"]),
        ),
        (  # an infinitive of another verb has the subject of that, wherever the model looked
            "Pilots met to denounce the ban. Moreno left.",
            "Pilots/NOUN/nsubj/met/pilot/NNS met/VERB/root/met/meet/VBD to/PART/mark/denounce "
            "denounce/VERB/advcl/met/denounce/VB the/DET/det/ban ban/NOUN/obj/denounce "
            "Moreno/PROPN/nsubj/left left/VERB/root/left/leave/VBD",
            ("Moreno", "denounce", ["the ban"]),
            ("Pilots", "denounce", ["the ban"]),
        ),
        (
            "Moreno signed a law requiring pilots to rest.",
            "Moreno/PROPN/nsubj/signed signed/VERB/root/signed/sign/VBD a/DET/det/law law/NOUN/obj/signed/law/NN "
            "requiring/VERB/acl/law/require/VBG pilots/NOUN/obj/requiring to/PART/mark/rest rest/VERB/xcomp/requiring",
            (None, "requiring", ["pilots to rest"]),
            ("a law", "requiring", ["pilots to rest"]),
        ),
        (  # the object of a verb of taking sides, where the model has nothing told
            "Moreno defended the decision.",
            "Moreno/PROPN/nsubj/defended defended/VERB/root/defended/defend/VBD the/DET/det/decision "
            "decision/NOUN/obj/defended",
            ("Moreno", "defended", []),
            ("Moreno", "defended", ["the decision"]),
        ),
    ],
)
def test_the_voice_of_the_cue_says_who_tells(text, tree, part, expected):
    assert shown(Built(text, tree, parts=[part])) == expected


SAID = "Moreno/PROPN/nsubj/said said/VERB/root/said/say "


@pytest.mark.parametrize(
    "text, content, tree, expected",
    [
        (
            "Moreno said boats sank in the old port.",
            "boats sank in the",
            "sank/VERB/ccomp/said in/ADP/case/port the/DET/det/port old/ADJ/amod/port port/NOUN/obl/sank",
            "boats sank in the old port",
        ),
        (
            "Moreno said boats sank, and left.",
            "boats sank, and",
            "sank/VERB/ccomp/said and/CCONJ/cc/left left/VERB/conj/said",
            "boats sank",
        ),
        ("Moreno said boats sank.", "boats sank", "sank/VERB/ccomp/said", "boats sank"),
    ],
)
def test_content_ends_with_a_phrase(text, content, tree, expected):
    assert shown(Built(text, SAID + tree, parts=[("Moreno", "said", [content])]))[2] == [expected]


def test_what_the_model_gave_to_a_deed_is_told_by_the_verb_between():
    made = Built(
        "Pilots filed a brief arguing it sank.",
        "Pilots/NOUN/nsubj/filed/pilot/NNS filed/VERB/root/filed/file/VBD a/DET/det/brief brief/NOUN/obj/filed "
        "arguing/VERB/advcl/filed/argue/VBG it/PRON/nsubj/sank sank/VERB/ccomp/arguing/sink/VBD",
        parts=[("Pilots", "filed a brief", ["it sank"]), ("Pilots", "arguing", [])],
    )
    assert len(made.layer(Attribution)) == 1
    assert shown(made) == ("Pilots", "arguing", ["it sank"])


@pytest.mark.parametrize(
    "text, tree, part",
    [
        (
            "Papers seen by Moreno burned.",
            "Papers/NOUN/nsubj/burned seen/VERB/acl/Papers/see/VBN by/ADP/case/Moreno Moreno/PROPN/obl:agent/seen "
            "burned/VERB/root/burned/burn/VBD",
            ("Moreno", "seen", ["Papers"]),
        ),
        (
            "A study documenting abuse burned.",
            "A/DET/det/study study/NOUN/nsubj/burned documenting/VERB/acl/study/document/VBG "
            "abuse/NOUN/obj/documenting burned/VERB/root/burned/burn/VBD",
            ("A study", "documenting", ["abuse"]),
        ),
        (
            "Guards held the accused killer Moreno.",
            "Guards/NOUN/nsubj/held held/VERB/root/held/hold/VBD the/DET/det/Moreno "
            "accused/VERB/amod/Moreno/accuse/VBN killer/NOUN/compound/Moreno Moreno/PROPN/obj/held",
            ("Guards", "accused", ["killer Moreno"]),
        ),
        (
            "The pier seemed too old.",
            "The/DET/det/pier pier/NOUN/nsubj/old seemed/VERB/root/seemed/seem/VBD too/ADV/advmod/old "
            "old/ADJ/obj/seemed",
            (None, "seemed", ["too old"]),
        ),
    ],
)
def test_what_is_looked_at_shown_or_seems_tells_nothing(text, tree, part):
    assert not Built(text, tree, parts=[part]).layer(Attribution)


@pytest.mark.parametrize("source", ["Sen. Oro (I-Vell.)", "the U.N.", "Ana Oro, the mayor,"])
def test_marks_that_belong_to_a_source_stay(source):
    text = f"{source} said it is shut."
    assert shown(Built(text, parts=[(source, "said", ["it is shut"])]))[0] == source


@pytest.mark.parametrize(
    "content, tree, expected",
    [
        (
            "her decision to leave was hard",
            "her/PRON/nmod:poss/decision decision/NOUN/nsubj/hard to/PART/mark/leave leave/VERB/acl/decision/leave/VB "
            "was/AUX/cop/hard hard/ADJ/ccomp/said",
            ("her", "decision", ["to leave"]),
        ),
        (
            "Lindt denied the old charges",
            "Lindt/PROPN/nsubj/denied denied/VERB/ccomp/said/deny/VBD the/DET/det/charges old/ADJ/amod/charges "
            "charges/NOUN/obj/denied",
            ("Lindt", "denied", ["the old charges"]),
        ),
        (
            "Lindt is aware of the fire",
            "Lindt/PROPN/nsubj/aware is/AUX/cop/aware aware/ADJ/ccomp/said of/ADP/case/fire the/DET/det/fire "
            "fire/NOUN/obl/aware",
            ("Lindt", "is aware of", ["the fire"]),
        ),
        (
            "boats were thought to burn",
            "boats/NOUN/nsubj:pass/thought were/AUX/aux:pass/thought thought/VERB/ccomp/said/think/VBN "
            "to/PART/mark/burn burn/VERB/xcomp/thought/burn/VB",
            (None, "were thought", ["boats", "to burn"]),
        ),
    ],
)
def test_statements_inside_a_statement(content, tree, expected):
    made = Built(f"Moreno said {content}.", SAID + tree, parts=[("Moreno", "said", [content])])
    assert shown(made, 1) == expected


@pytest.mark.parametrize(
    "text, part, tree",
    [
        ("Moreno declined to comment.", ("Moreno", "declined", ["to comment"]), ""),
        (
            "Pilots did not respond to a request for comment.",
            ("Pilots", "did not respond to", ["a request for comment"]),
            "",
        ),
        (
            "It still seemed funny to Moreno.",
            ("Moreno", "still", ["funny to"]),
            "still/ADV/advmod/seemed seemed/VERB/root/seemed",
        ),
        (  # a name alone is nothing told
            "Moreno is quoted.",
            (None, "is quoted", ["Moreno"]),
            "Moreno/PROPN/nsubj:pass/quoted is/AUX/aux:pass/quoted quoted/VERB/root/quoted/quote/VBN",
        ),
        ("Here you can see the pier.", ("you", "can see", ["the pier"]), "see/VERB/root/see"),
    ],
)
def test_what_says_nothing_is_no_statement(text, part, tree):
    assert Built(text, tree, parts=[part]).layer(Attribution) == ()


@pytest.mark.parametrize(
    "source, names, speakers",
    [
        ("Moreno and the Herald", {"Moreno": "PER", "Herald": "ORG"}, ["Moreno", "Herald"]),
        ("a representative for Moreno", {"Moreno": "PER"}, ["representative for Moreno"]),
    ],
)
def test_who_speaks(source, names, speakers):
    tree = (
        "said/VERB/root/said Moreno/PROPN/nsubj/said and/CCONJ/cc/Herald the/DET/det/Herald Herald/PROPN/conj/Moreno"
        if "Herald" in names
        else "said/VERB/root/said representative/NOUN/nsubj/said/representative "
        "for/ADP/case/Moreno Moreno/PROPN/nmod/representative"
    )
    made = Built(f"{source} said it is shut.", tree, names=names, parts=[(source, "said", ["it is shut"])])
    assert [a.speaker for a in made.layer(Attribution)] == speakers


def test_content_before_its_teller_takes_what_its_relative_clause_hangs_on():
    made = Built(
        "Boats sank in the port, where grain lay, Moreno said.",
        "Boats/NOUN/nsubj/sank sank/VERB/ccomp/said port/NOUN/obl/sank where/ADV/advmod/lay/where/WRB "
        "grain/NOUN/nsubj/lay lay/VERB/acl:relcl/port Moreno/PROPN/nsubj/said said/VERB/root/said/say/VBD",
        parts=[("Moreno", "said", ["grain lay"])],
    )
    assert shown(made) == ("Moreno", "said", ["Boats sank in the port, where grain lay"])


def test_of_two_subjects_the_one_that_the_model_chose_tells():
    made = Built(
        "Boats sank at noon, Moreno told us.",
        "Boats/NOUN/nsubj/told sank/VERB/ccomp/told noon/NOUN/obl/sank Moreno/PROPN/nsubj/told "
        "told/VERB/root/told/tell/VBD us/PRON/obj/told",
        parts=[("Moreno", "told", ["Boats sank at noon"])],
    )
    assert shown(made) == ("Moreno", "told", ["Boats sank at noon"])


def test_a_quotation_of_its_own_after_what_somebody_is_reported_to_say_is_theirs():
    text = "Moreno says it was old.\n\n“It fell.\n\n“We saw it.”"
    parts = [("Moreno", "says", ["it was old"]), (None, None, ["“It fell."]), (None, None, ["“We saw it.”"])]
    assert [s for s, _ in Built(text, names={"Moreno": "PER"}, parts=parts).said()] == ["Moreno"] * 3


def test_a_running_quotation_keeps_what_the_model_gave_to_a_later_cue():
    text = "Moreno said:\n\n“It was old.\n\n“We saw it.”\n\nDuarte told guards that it fell."
    parts = [("Moreno", "said", ["“It was old."]), ("Duarte", "told", ["“We saw it.”", "it fell"])]
    made = Built(text, names={"Moreno": "PER", "Duarte": "PER"}, parts=parts)
    assert made.said() == [("Moreno", ("“It was old.",)), ("Moreno", ("“We saw it.”",)), ("Duarte", ("it fell",))]


def test_a_negation_after_the_verb_belongs_to_the_cue():
    text = "Moreno said Lindt prefers not to leave."
    tree = SAID + "Lindt/PROPN/nsubj/prefers prefers/VERB/ccomp/said/prefer/VBZ not/PART/advmod/prefers "
    tree += "to/PART/mark/leave leave/VERB/xcomp/prefers"
    made = Built(text, tree, names={"Moreno": "PER"}, parts=[("Moreno", "said", ["Lindt prefers not to leave"])])
    assert [(made.quote(a.cue), a.positive) for a in made.layer(Attribution)] == [
        ("said", True),
        ("prefers not", False),
    ]


def test_an_inserted_teller_without_content_tells_the_sentence():
    text = "Duarte asked them to stay, officials have said."
    tree = "Duarte/PROPN/nsubj/asked asked/VERB/root/asked/ask/VBD them/PRON/obj/asked to/PART/mark/stay "
    tree += "stay/VERB/xcomp/asked ,/PUNCT/punct/said officials/NOUN/nsubj/said have/AUX/aux/said "
    tree += "said/VERB/parataxis/asked/say/VBN"
    parts = [("Duarte", "asked", ["them to stay"]), ("officials", "have said", [])]
    made = Built(text, tree, names={"Duarte": "PER"}, parts=parts)
    assert {a.holders[1:] for a in made.layer(Attribution)} == {("officials",), ("officials", "Duarte")}


def test_who_is_convinced_is_the_subject():
    text = "Moreno, a pilot, is convinced it was old."
    tree = "Moreno/PROPN/nsubj/convinced is/AUX/cop/convinced convinced/VERB/root/convinced/convince/VBN "
    tree += "it/PRON/nsubj/old was/AUX/cop/old old/ADJ/ccomp/convinced"
    parts = [(None, "is convinced", ["it was old"])]
    assert Built(text, tree, names={"Moreno": "PER"}, parts=parts).said() == [("Moreno", ("it was old",))]


@pytest.mark.parametrize(
    "text, tree, parts, expected",
    [
        (  # a participle at its begin is a part of what is told
            "Once called Sella, it sank, Moreno said.",
            "called/VERB/root/called/call/VBN Once/ADV/advmod/called Sella/PROPN/xcomp/called it/PRON/nsubj/sank "
            "sank/VERB/ccomp/called/sink/VBD Moreno/PROPN/nsubj/said said/VERB/parataxis/called/say/VBD",
            [("Moreno", "said", ["Sella, it sank"])],
            ("Moreno", "said", ["Once called Sella, it sank"]),
        ),
        (  # a passive without a source has one after "by"
            "The toll was proposed by Moreno.",
            "The/DET/det/toll toll/NOUN/nsubj:pass/proposed was/AUX/aux:pass/proposed "
            "proposed/VERB/root/proposed/propose/VBN by/ADP/case/Moreno Moreno/PROPN/obl:agent/proposed",
            [(None, "was proposed", ["The toll"])],
            ("Moreno", "was proposed", ["The toll"]),
        ),
    ],
)
def test_content_is_what_is_told(text, tree, parts, expected):
    assert shown(Built(text, tree, names={"Moreno": "PER"}, parts=parts)) == expected


def test_a_quotation_with_stray_stops_is_direct():
    made = Built("Moreno said: “. He left it to us.”", SAID, parts=[("Moreno", "said:", ["“. He left it to us.”"])])
    assert [a.form for a in made.layer(Attribution)] == ["direct"]


def test_what_is_reported_in_a_quotation_ends_with_its_sentence():
    made = Built(
        "Moreno hinted that he left. It is over,” Oro wrote.",
        "Moreno/PROPN/nsubj/hinted hinted/VERB/root/hinted/hint/VBD left/VERB/ccomp/hinted/leave/VBD "
        "Oro/PROPN/nsubj/wrote wrote/VERB/root/wrote/write/VBD",
        names={"Moreno": "PER", "Oro": "PER"},
        parts=[
            ("Oro", "wrote", ["Moreno hinted that he left. It is over,”"]),
            ("Moreno", "hinted", ["that he left. It is over,”"]),
        ],
    )
    [inner] = [a for a in made.layer(Attribution) if a.holders[1:] == ("Oro", "Moreno")]
    assert (made.quote(inner.content[0]), inner.form) == ("that he left", "indirect")


def test_a_piece_of_another_sentence_is_no_part_of_what_is_told():
    made = Built(
        "Firms posed as families for years. Moreno said it is over. They met.",
        f"posed/VERB/root/posed/pose/VBD {SAID} met/VERB/root/met/meet/VBD",
        parts=[("Moreno", "said", ["as families", "it is over", "They met"])],
    )
    assert shown(made) == ("Moreno", "said", ["it is over", "They met"])


@pytest.mark.parametrize("source", ["One official Monday", "One official on Monday"])
def test_a_day_after_who_tells_is_no_part_of_it(source):
    tree = "official/NOUN/nsubj/described Monday/PROPN/obl:tmod/described described/VERB/root/described/describe/VBD"
    part = (source, "described", ["it as old"])
    made = Built(f"{source} described it as old.", tree, parts=[part], times=["Monday"])
    assert shown(made)[0] == ("One official" if source == "One official Monday" else source)


@pytest.mark.parametrize(
    "given, taken, expected",
    [
        ("shares were sold", [], "shares were sold to the bank"),
        ("shares were sold", [("Oro", "said", ["bank"])], "shares were sold"),  # nor what is another's
    ],
)
def test_content_has_the_words_right_after_it_that_hang_on_it(given, taken, expected):
    tree = (
        "Vale/PROPN/nsubj/said said/VERB/root/said/say/VBD shares/NOUN/nsubj/sold were/AUX/aux:pass/sold "
        "sold/VERB/ccomp/said/sell/VBN to/ADP/case/bank the/DET/det/bank bank/NOUN/obl/sold Oro/PROPN/obj/said"
    )
    made = Built(
        "Vale said shares were sold to the bank, Oro.",
        tree,
        names={"Vale": "PER"},
        parts=[("Vale", "said", [given]), *taken],
    )
    assert expected in [made.quote(c) for a in made.layer(Attribution) for c in a.content]


@pytest.mark.parametrize(
    "second, expected",
    [
        ("but was unable to land", "the plane flew, but was unable to land"),
        ("but it was unable to land", "the plane flew"),  # with a subject of its own it may be anybody's word
    ],
)
def test_content_has_what_its_subject_does_besides(second, expected):
    own = "it/PRON/nsubj/unable " if " it " in second else ""
    tree = (
        "Vale/PROPN/nsubj/said said/VERB/root/said/say/VBD the/DET/det/plane plane/NOUN/nsubj/flew "
        f"flew/VERB/ccomp/said/fly/VBD but/CCONJ/cc/unable {own}was/AUX/cop/unable unable/ADJ/conj/flew/unable/JJ "
        "to/PART/mark/land land/VERB/xcomp/unable/land/VB"
    )
    part = ("Vale", "said", ["the plane flew"])
    made = Built(f"Vale said the plane flew, {second}.", tree, names={"Vale": "PER"}, parts=[part])
    assert shown(made) == ("Vale", "said", [expected])


def test_those_who_say_so_are_told_by_their_clause():
    tree = (
        "Vale/PROPN/nsubj/met met/VERB/root/met/meet/VBD those/PRON/obj/met who/PRON/nsubj/say/who/WP "
        "say/VERB/acl:relcl/those/say/VBP it/PRON/nsubj/sank sank/VERB/ccomp/say/sink/VBD"
    )
    made = Built("Vale met those who say it sank.", tree, parts=[("who", "say", ["it sank"])])
    assert [a.holders[-1] for a in made.layer(Attribution)] == ["those who say it sank"]


@pytest.mark.parametrize(
    "inner, told",
    [
        # the clause is lost in the tree
        (
            "they/PRON/nsubj/concluded concluded/VERB/ccomp/said/conclude/VBD that/SCONJ/mark/concluded "
            "Oro/PROPN/nsubj/concluded sank/VERB/conj/concluded/sink/VBD",
            {"Oro sank"},
        ),
        # what is to happen is told by a noun
        (
            "they/PRON/nsubj/expect expect/VERB/ccomp/said/expect/VBP a/DET/det/recovery full/ADJ/amod/recovery "
            "recovery/NOUN/obj/expect/recovery/NN",
            {"a full recovery"},
        ),
        (
            "they/PRON/nsubj/expect expect/VERB/ccomp/said/expect/VBP a/DET/det/guest late/ADJ/amod/guest "
            "guest/NOUN/obj/expect/guest/NN",
            set(),
        ),
    ],
)
def test_what_is_told_inside_a_statement(inner, told):
    words = " ".join(w.split("/")[0] for w in inner.split())
    tree = f"Vale/PROPN/nsubj/said said/VERB/root/said/say/VBD {inner}"
    made = Built(f"Vale said {words}.", tree, names={"Vale": "PER"}, parts=[("Vale", "said", [words])])
    assert {made.quote(c) for a in made.layer(Attribution) for c in a.content} == {words} | told
