"""Statements: quotations that go on, who speaks, who stands behind, and what never is one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.types import Attribution, BlockKind
from tests.readings import Built

QUOTE = "“We will rebuild the pier,”"


def only(made):
    [found] = made.layer(Attribution)
    return found


def test_source_cue_and_content():
    made = Built("Moreno said the pier fell.", names={"Moreno": "PER"}, parts=[("Moreno", "said", ["the pier fell"])])
    found = only(made)
    assert (made.quote(found.source), made.quote(found.cue), made.quote(found.span)) == (
        "Moreno",
        "said",
        "Moreno said the pier fell",
    )
    assert (found.speaker, found.form, found.stance, found.holders) == (
        "Moreno",
        "indirect",
        "say",
        ("The Herald", "Moreno"),
    )


@pytest.mark.parametrize(
    "text, contents, form",
    [
        ("“The pier fell,” Moreno said.", ["“The pier fell,”"], "direct"),
        ('"The pier fell," Moreno said.', ['"The pier fell,"'], "direct"),
        ('"The pier fell," Moreno said.', ["The pier fell"], "direct"),
        ("Moreno said the “old” pier fell.", ["the “old” pier fell"], "mixed"),
        ("Moreno said the pier fell.", ["the pier fell"], "indirect"),
        ("“The pier” fell in May, Moreno said.", ["“The pier” fell in May"], "mixed"),
        # what is quoted in a quotation is within it
        ("\"The 'old' pier fell,\" Moreno said.", ["\"The 'old' pier fell,\""], "direct"),
        ("“The ‘old’ pier fell,” Moreno said.", ["“The ‘old’ pier fell,”"], "direct"),
        ("“He said ‘no’ to it,” Moreno said, and left.", ["“He said ‘no’ to it,”"], "direct"),
        ("“Not yet, Moreno said.", ["“Not yet"], "direct"),  # a mark left open
        ("«The pier fell», Moreno said.", ["«The pier fell»"], "direct"),
        # titles, and what only bears a name
        (
            "Moreno said she saw “The Last Pier” in a small town.",
            ["she saw “The Last Pier” in a small town"],
            "indirect",
        ),
        ("Moreno said the so-called “pier” fell.", ["the so-called “pier” fell"], "indirect"),
        ("Moreno said it was “The End of an Era!” for us all.", ["it was “The End of an Era!” for us all"], "mixed"),
    ],
)
def test_form(text, contents, form):
    assert only(Built(text, parts=[("Moreno", "said", contents)])).form == form


@pytest.mark.parametrize(
    "cue, lemmas, stance, positive",
    [
        ("denied", "", "deny", True),
        ("did not deny", "", "deny", False),
        ("insisted", "insisted/VERB/root/insisted/insist", "insist", True),
        (
            "declined to confirm",
            "declined/VERB/root/declined/decline confirm/VERB/xcomp/declined/confirm",
            "say",
            False,
        ),
    ],
)
def test_stance_and_polarity_of_the_cue(cue, lemmas, stance, positive):
    tree = lemmas or f"{cue.split()[-1]}/VERB/root/{cue.split()[-1]}/deny"
    found = only(Built(f"Moreno {cue} that the pier fell.", tree, parts=[("Moreno", cue, ["that the pier fell"])]))
    assert (found.stance, found.positive) == (stance, positive)


@pytest.mark.parametrize(
    "text, tree, cue, hedge",
    [
        ("The pier reportedly fell down.", "", "reportedly", "reportedly"),
        ("The pier is believed to have fallen.", "believed/VERB/root/believed/believe/VBN", "is believed", "believed"),
        ("The pier fell, it is said.", "said/VERB/root/said/say/VBN", "is said", "said"),
    ],
)
def test_hedges_are_kept(text, tree, cue, hedge):
    made = Built(text, tree, parts=[(None, cue, ["The pier"])])
    assert made.quote(only(made).hedge) == hedge
    assert only(made).speaker is None
    assert only(made).holders == ("The Herald", "unnamed")


# -- quotations over several stretches and paragraphs ------------------------------------------------------------------


def test_a_paragraph_that_continues_a_quotation_has_its_speaker():
    text = "“The pier fell, Moreno said. “It was old.\n\n“We will rebuild it next year.”"
    parts = [("Moreno", "said", ["“The pier fell", "“It was old"]), (None, None, ["“We will rebuild it next year.”"])]
    made = Built(text, names={"Moreno": "PER"}, parts=parts)
    assert made.said() == [
        ("Moreno", ("“The pier fell", "“It was old")),
        ("Moreno", ("“We will rebuild it next year.”",)),
    ]
    assert made.layer(Attribution)[1].because == "continues the quotation"
    assert made.quote(made.layer(Attribution)[1].span) == "“We will rebuild it next year.”"


@pytest.mark.parametrize("between", [BlockKind.CAPTION, BlockKind.LINK, BlockKind.BOILERPLATE])
def test_a_picture_or_link_in_between_does_not_end_a_quotation(between):
    text = "Moreno said: “It was old.\n\nThe harbour today\n\n“We will rebuild it next year.”"
    parts = [("Moreno", "said", ["“It was old"]), (None, None, ["“We will rebuild it next year.”"])]
    made = Built(text, names={"Moreno": "PER"}, parts=parts, kinds=(BlockKind.PARAGRAPH, between))
    assert [speaker for speaker, _ in made.said()] == ["Moreno", "Moreno"]


def test_a_closed_quotation_does_not_go_on():
    text = "Moreno said: “It was old.”\n\n“We will rebuild it next year.”"
    parts = [("Moreno", "said", ["“It was old.”"]), (None, None, ["“We will rebuild it next year.”"])]
    assert [s for s, _ in Built(text, names={"Moreno": "PER"}, parts=parts).said()] == ["Moreno", None]


def test_a_block_quotation_after_a_colon_is_the_speakers():
    text = "Moreno wrote on Monday:\n\nThe pier fell. It was old.\n\nWe will rebuild."
    tree = "Moreno/PROPN/nsubj/wrote wrote/VERB/root/wrote"
    kinds = (BlockKind.PARAGRAPH, BlockKind.QUOTATION, BlockKind.QUOTATION)
    made = Built(text, tree, names={"Moreno": "PER"}, kinds=kinds)
    assert made.said() == [("Moreno", ("The pier fell. It was old.",)), ("Moreno", ("We will rebuild.",))]
    assert {a.form for a in made.layer(Attribution)} == {"direct"}


def test_a_quotation_does_not_go_on_in_another_voice():
    text = "Moreno wrote: “It was old.\n\n“We will rebuild it next year.”"
    parts = [("Moreno", "wrote", ["“It was old"]), (None, None, ["“We will rebuild it next year.”"])]
    kinds, voices = (BlockKind.PARAGRAPH, BlockKind.COMMENT), (None, "comment 1")
    made = Built(text, names={"Moreno": "PER"}, parts=parts, kinds=kinds, voices=voices, entries=(0, 1))
    assert [a.holders for a in made.layer(Attribution)] == [("The Herald", "Moreno"), ("comment 1", "unnamed")]


def test_stretches_of_one_quotation_are_one_statement():
    text = "“The pier,” Moreno said, “was old.”"
    parts = [("Moreno", "said", ["“The pier,”"]), (None, None, ["“was old.”"])]
    assert Built(text, names={"Moreno": "PER"}, parts=parts).said() == [("Moreno", ("“The pier,”", "“was old.”"))]


def test_neighbouring_runs_are_one_stretch():
    parts = [("Moreno", "said", ["the pier", "was old"])]
    assert Built("Moreno said the pier was old.", parts=parts).said() == [("Moreno", ("the pier was old",))]


def test_no_quotation_is_lost_beside_a_loose_one():
    text = "“It was old” and “it fell in May” were the words."
    made = Built(text, parts=[(None, None, ["“It was old”"]), (None, None, ["“it fell in May”"])])
    kept = [c for _, contents in made.said() for c in contents]
    assert kept == ["“It was old”", "“it fell in May”"]


# -- what is no statement ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("content", ["the", "— ”", "…"])
def test_fragments_are_dropped(content):
    tree = "the/DET/det/so" if content == "the" else ""
    made = Built(f"For {content} said so, Moreno said.", tree, parts=[("Moreno", "said#2", [content])])
    assert made.said() == []


def test_one_word_is_content_where_a_cue_brings_it_in():
    tree = "Brexit/PROPN/obj/opposes opposes/VERB/root/opposes/oppose"
    said = [("Moreno", ("Brexit",))]
    assert Built("Moreno opposes Brexit.", tree, parts=[("Moreno", "opposes", ["Brexit"])]).said() == said
    assert Built("Moreno opposes Brexit.", tree, parts=[("Moreno", None, ["Brexit"])]).said() == []


def test_a_quoted_word_is_kept():
    assert Built("It was “madness”, Moreno said.", parts=[("Moreno", "said", ["“madness”"])]).said() == [
        ("Moreno", ("“madness”",))
    ]


def test_content_that_nothing_ties_to_a_speaker_is_kept_only_in_quotation_marks():
    text = "The old pier fell. “It was never safe.”"
    parts = [(None, None, ["The old pier fell"]), (None, None, ["“It was never safe.”"])]
    assert Built(text, parts=parts).said() == [(None, ("“It was never safe.”",))]


@pytest.mark.parametrize("kind", [BlockKind.CAPTION, BlockKind.BOILERPLATE, BlockKind.LINK, BlockKind.BYLINE])
def test_silent_blocks_make_no_statements(kind):
    made = Built("Moreno said the pier fell.", parts=[("Moreno", "said", ["the pier fell"])], kinds=(kind,))
    assert made.said() == []


def test_no_statement_holds_words_of_a_silent_block():
    text = "Moreno wrote:\n\nThe pier, seen from the air\n\nThe pier fell.\n\nSign up here"
    kinds = (BlockKind.PARAGRAPH, BlockKind.CAPTION, BlockKind.QUOTATION, BlockKind.BOILERPLATE)
    tree = "Moreno/PROPN/nsubj/wrote wrote/VERB/root/wrote"
    assert Built(text, tree, names={"Moreno": "PER"}, kinds=kinds).said() == [("Moreno", ("The pier fell.",))]


# -- speakers and holders ----------------------------------------------------------------------------------------------


def test_two_coordinated_speakers_both_said_it():
    text = "Ana Moreno and Luz Duarte said the pier fell."
    tree = (
        "Ana/PROPN/nsubj/said Moreno/PROPN/flat/Ana and/CCONJ/cc/Luz Luz/PROPN/conj/Ana Duarte/PROPN/flat/Luz "
        "said/VERB/root/said"
    )
    parts = [("Ana Moreno and Luz Duarte", "said", ["the pier fell"])]
    made = Built(text, tree, names={"Ana Moreno": "PER", "Luz Duarte": "PER"}, parts=parts)
    assert [a.holders for a in made.layer(Attribution)] == [("The Herald", "Ana Moreno"), ("The Herald", "Luz Duarte")]


@pytest.mark.parametrize(
    "owner, tree, speaker",
    [
        ("President Moreno’s", "President/PROPN/compound/Moreno Moreno/PROPN/nmod:poss/claim", "Moreno"),
        (
            "The wife of Moreno’s",
            "wife/NOUN/nmod:poss/claim of/ADP/case/Moreno Moreno/PROPN/nmod/wife",
            "wife of Moreno",
        ),
        (
            "Guards including Moreno’s",
            "Guards/NOUN/nmod:poss/claim including/VERB/case/Moreno Moreno/PROPN/nmod/Guards",
            "Guards including Moreno",
        ),
    ],
)
def test_whose_claim_it_is(owner, tree, speaker):
    tree += " ’s/PART/case/Moreno claim/NOUN/nsubj/false shut/ADJ/acl/claim false/ADJ/root/false"
    text = f"{owner} claim that it is shut is false."
    made = Built(text, tree, names={"Moreno": "PER"}, parts=[(owner, "claim", ["it is shut"])])
    assert only(made).speaker == speaker


@pytest.mark.parametrize(
    "other, speakers",
    [
        ("her/PRON/nmod:poss/friends friends/NOUN/conj/Ana/friend/NNS", ["Ana Moreno", "her friends"]),
        ("other/ADJ/amod/pilots pilots/NOUN/conj/Ana/pilot/NNS", ["Ana Moreno", "other pilots"]),
        ("pilots/NOUN/conj/Ana/pilot/NNS", ["Ana Moreno"]),
    ],
)
def test_others_beside_somebody_named_speak_too(other, speakers):
    words = " ".join(w.split("/")[0] for w in other.split())
    tree = "Ana/PROPN/nsubj/said Moreno/PROPN/flat/Ana and/CCONJ/cc/Ana said/VERB/root/said " + other
    source = f"Ana Moreno and {words}"
    made = Built(f"{source} said it fell.", tree, names={"Ana Moreno": "PER"}, parts=[(source, "said", ["it fell"])])
    assert [a.speaker for a in made.layer(Attribution)] == speakers


def test_both_gathers_a_speaker_whom_the_source_leaves_out():
    text = "Ana Moreno, and Luz Duarte, both said the pier fell."
    tree = (
        "Ana/PROPN/nsubj/said Moreno/PROPN/flat/Ana and/CCONJ/cc/Luz Luz/PROPN/conj/Ana Duarte/PROPN/flat/Luz "
        "both/PRON/nsubj/said said/VERB/root/said"
    )
    made = Built(
        text, tree, names={"Ana Moreno": "PER", "Luz Duarte": "PER"}, parts=[("Ana Moreno", "said", ["the pier fell"])]
    )
    assert [a.holders[-1] for a in made.layer(Attribution)] == ["Ana Moreno", "Luz Duarte"]


@pytest.mark.parametrize(
    "text, source, tree, names, speaker",
    [
        ("Harbour officials said it is shut.", "Harbour officials", "", {}, "Harbour officials"),
        ("The harbour pilots said it is shut.", "The harbour pilots", "", {}, "harbour pilots"),
        ("HPU said it is shut.", "HPU", "", {"HPU": "ORG"}, "HPU"),
        (
            "The Herald, a paper of Vell, said it is shut.",
            "The Herald, a paper of Vell,",
            "",
            {"Herald": "ORG"},
            "Herald",
        ),
        (
            "The Herald, a network of Vell, said it is shut.",
            "a network of Vell",
            "a/DET/det/network network/NOUN/nsubj/said of/ADP/case/Vell Vell/PROPN/nmod/network said/VERB/root/said",
            {"Herald": "ORG"},
            "Herald",
        ),
        # the words before a comma are not always the name of what follows it
        (
            "In words to HPU, a union aide said it is shut.",
            "a union aide",
            "a/DET/det/aide union/NOUN/compound/aide aide/NOUN/nsubj/said said/VERB/root/said",
            {"HPU": "ORG"},
            "union aide",
        ),
        ("They said it is shut.", "They", "They/PRON/nsubj/said said/VERB/root/said", {}, None),
        (
            "Moreno’s aide said it is shut.",
            "Moreno’s aide",
            "Moreno/PROPN/nmod:poss/aide ’s/PART/case/Moreno aide/NOUN/nsubj/said said/VERB/root/said",
            {"Moreno’s": "PER"},
            "Moreno’s aide",
        ),
        # of an office in a place the name right after it is whose it is
        # "who" is who is named between a noun and its clause
        (
            "His brother, Jan Moreno, who said it is shut, left.",
            "who",
            "His/PRON/nmod:poss/brother brother/NOUN/nsubj/left/brother/NN ,/PUNCT/punct/Jan Jan/PROPN/appos/brother "
            "Moreno/PROPN/flat/Jan who/PRON/nsubj/said/who/WP said/VERB/acl:relcl/brother left/VERB/root/left",
            {"Jan Moreno": "PER"},
            "Jan Moreno",
        ),
        (  # who is only among those who speak does not speak for them
            "Several guards, including Ana Moreno, said it is shut.",
            "Several guards, including Ana Moreno,",
            "Several/ADJ/amod/guards guards/NOUN/nsubj/said including/VERB/case/Ana Ana/PROPN/nmod/guards "
            "Moreno/PROPN/conj/guards said/VERB/root/said",
            {"Ana Moreno": "PER"},
            "Several guards",
        ),
        (
            "It is a guard who said it is shut.",
            "who",
            "It/PRON/nsubj/guard is/AUX/cop/guard a/DET/det/guard guard/NOUN/root/guard/guard/NN "
            "who/PRON/nsubj/said/who/WP said/VERB/acl:relcl/guard",
            {},
            "guard",
        ),
    ],
)
def test_speakers(text, source, tree, names, speaker):
    assert only(Built(text, tree, names=names, parts=[(source, "said", ["it is shut"])])).speaker == speaker


def test_who_is_only_told_of_in_a_source_does_not_speak():
    source = "A guard of the port, where Moreno taught,"
    tree = "guard/NOUN/nsubj/said port/NOUN/nmod/guard Moreno/PROPN/nsubj/taught taught/VERB/acl:relcl/port "
    made = Built(
        f"{source} said it is shut.",
        tree + "said/VERB/root/said",
        names={"Moreno": "PER"},
        parts=[(source, "said", ["it"])],
    )
    assert only(made).speaker != "Moreno"


def test_a_pronoun_speaks_for_whom_it_stands():
    text = "Moreno came. Later he said the pier fell."
    tree = "Moreno/PROPN/nsubj/came came/VERB/root/came he/PRON/nsubj/said said/VERB/root/said"
    found = only(Built(text, tree, names={"Moreno": "PER"}, parts=[("he", "said", ["the pier fell"])]))
    assert (found.speaker, found.because) == ("Moreno", "nearest")


def test_a_source_that_is_the_end_of_a_name_is_whose_name_it_is():
    text = "Ana Moreno said it fell."
    tree = "Ana/PROPN/nsubj/said Moreno/PROPN/flat/Ana said/VERB/root/said"
    found = only(Built(text, tree, names={"Ana Moreno": "PER"}, parts=[("Moreno", "said", ["it fell"])]))
    assert (found.speaker, found.because) == ("Ana Moreno", "name")


def test_a_pronoun_that_is_left_open_is_no_name_that_the_model_points_at():
    text = "Moreno saw Duarte. Then he said it fell."
    tree = "Moreno/PROPN/nsubj/saw saw/VERB/root/saw Duarte/PROPN/obj/saw he/PRON/nsubj/said said/VERB/root/said/say"
    names = {"Moreno": "PER", "Duarte": "PER"}
    made = Built(text, tree, names=names, back={"he": "Duarte"}, parts=[("he", "said", ["it fell"])])
    assert (only(made).speaker, only(made).because) == (None, "unresolved")


NESTED = [
    ("Moreno", "said", ["that Duarte claimed that pilots denied that it fell"]),
    ("Duarte", "claimed", ["that pilots denied that it fell"]),
    ("pilots", "denied", ["that it fell"]),
]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_nested_holders_stand_outermost_first(order):
    made = Built(
        "Moreno said that Duarte claimed that pilots denied that it fell.",
        names={"Moreno": "PER", "Duarte": "PER"},
        parts=[NESTED[i] for i in order],
    )
    assert [a.holders for a in made.layer(Attribution)] == [
        ("The Herald", "Moreno"),
        ("The Herald", "Moreno", "Duarte"),
        ("The Herald", "Moreno", "Duarte", "pilots"),
    ]


def test_he_in_a_quotation_is_not_who_is_quoted():
    made = Built(
        "Moreno came. Moreno said: “He told me it fell.”",
        "Moreno/PROPN/nsubj/came came/VERB/root/came Moreno/PROPN/nsubj/said said/VERB/root/said/say/VBD "
        "He/PRON/nsubj/told told/VERB/ccomp/said/tell/VBD it/PRON/nsubj/fell fell/VERB/ccomp/told",
        names={"Moreno": "PER"},
        parts=[("Moreno#2", "said", ["“He told me it fell.”"]), ("He", "told", ["it fell"])],
        back={"He": "Moreno"},
    )
    assert [a.holders[1:] for a in made.layer(Attribution)] == [("Moreno",), ("Moreno", "He")]


@pytest.mark.parametrize("pronoun, teller", [("they", "pilots"), ("it", "it")])
def test_it_is_no_group(pronoun, teller):
    made = Built(
        f"Pilots said {pronoun} hoped it fell.",
        f"Pilots/NOUN/nsubj/said/pilot/NNS said/VERB/root/said/say/VBD {pronoun}/PRON/nsubj/hoped "
        "hoped/VERB/ccomp/said/hope/VBD fell/VERB/ccomp/hoped",
        parts=[("Pilots", "said", [f"{pronoun} hoped it fell"]), (pronoun, "hoped", ["it fell"])],
    )
    assert made.layer(Attribution)[-1].holders[-1].lower() == teller


def test_the_voice_of_a_comment_is_a_holder_and_its_first_person():
    made = Built(
        "I think that the pier was old.",
        "I/PRON/nsubj/think think/VERB/root/think",
        parts=[("I", "think", ["that the pier was old"])],
        kinds=(BlockKind.COMMENT,),
        voices=("comment 1",),
    )
    assert (only(made).holders, only(made).speaker) == (("comment 1",), "comment 1")


def test_the_first_person_of_a_quotation_is_its_speaker():
    text = "“I believe that it fell,” Moreno said."
    parts = [("Moreno", "said", ["“I believe that it fell,”"]), ("I", "believe", ["that it fell"])]
    made = Built(
        text, "I/PRON/nsubj/believe believe/VERB/ccomp/said said/VERB/root/said", names={"Moreno": "PER"}, parts=parts
    )
    assert {a.holders for a in made.layer(Attribution)} == {("The Herald", "Moreno")}


@pytest.mark.parametrize("source, holders", [("Moreno", ("The Herald", "Moreno")), ("they", ("The Herald", "they"))])
def test_the_first_person_in_the_first_persons_words_is_the_same_speaker(source, holders):
    text = f"“I know where I want it to land,” {source} said."
    parts = [
        (source, "said", ["“I know where I want it to land,”"]),
        ("I", "know", ["where I want it to land"]),
        ("I#2", "want", ["it to land"]),
    ]
    made = Built(text, names={"Moreno": "PER"} if source == "Moreno" else {}, parts=parts)
    assert [a.holders for a in made.layer(Attribution)] == [holders] * 3


@pytest.mark.parametrize(
    "having, who, last",
    [
        ("we/PRON/nsubj/have have/VERB/acl", "we have", "Moreno"),
        ("boats/NOUN/nsubj/sail sail/VERB/acl", "boats sail", "news"),
    ],
)
def test_what_is_known_by_who_is_quoted_is_his_own_word(having, who, last):
    text = f"Moreno said “According to news that {who}, it is shut.”"
    tree = "Moreno/PROPN/nsubj/said said/VERB/root/said According/VERB/case/news to/ADP/fixed/According "
    tree += f"news/NOUN/obl/shut/news/NN {having}/news shut/ADJ/ccomp/said"
    parts = [("Moreno", "said", [text[12:]]), (f"news that {who}", "According to", ["it is shut"])]
    made = Built(text, tree, names={"Moreno": "PER"}, parts=parts)
    assert [a.holders[-1].split()[0] for a in made.layer(Attribution)] == ["Moreno", last]


def test_the_first_person_is_who_is_quoted_not_whom_he_tells_of():
    text = "“Duarte thinks that I wanted it,” Moreno said."
    parts = [
        ("Moreno", "said", ["“Duarte thinks that I wanted it,”"]),
        ("Duarte", "thinks", ["that I wanted it"]),
        ("I", "wanted", ["it"]),
    ]
    made = Built(text, names={"Moreno": "PER", "Duarte": "PER"}, parts=parts)
    assert [a.holders[1:] for a in made.layer(Attribution)][-1] == ("Moreno", "Duarte", "Moreno")


@pytest.mark.parametrize(
    "text, cue, tree, stance",
    [
        ("Moreno was convinced it fell.", "was convinced", "convinced/ADJ/root/convinced/convince", "believe"),
        (
            "Moreno convinced them it fell.",
            "convinced",
            "convinced/VERB/root/convinced/convince them/PRON/obj/convinced",
            "say",
        ),
    ],
)
def test_a_state_of_mind_is_no_deed(text, cue, tree, stance):
    assert only(Built(text, tree, parts=[("Moreno", cue, ["it fell"])])).stance == stance


def test_a_pronoun_that_stands_for_a_word_of_the_source_is_its_speaker():
    text = "Vell founder Jan Lindt said he hopes that it ends."
    tree = "Vell/PROPN/compound/founder founder/NOUN/nsubj/said Jan/PROPN/flat/founder Lindt/PROPN/flat/founder "
    tree += "said/VERB/root/said he/PRON/nsubj/hopes hopes/VERB/ccomp/said"
    parts = [("Vell founder Jan Lindt", "said", ["he hopes that it ends"]), ("he", "hopes", ["it ends"])]
    made = Built(text, tree, names={"Jan Lindt": "PER"}, parts=parts, back={"he": "founder"})
    assert {a.holders[1:] for a in made.layer(Attribution)} == {("Jan Lindt",)}


def test_a_pronoun_of_the_other_sex_is_not_who_speaks_around_it():
    text = "Pavel Drusk said she hopes that it ends."
    tree = "she/PRON/nsubj/hopes hopes/VERB/ccomp/said"
    parts = [("Pavel Drusk", "said", ["she hopes that it ends"]), ("she", "hopes", ["it ends"])]
    made = Built(text, tree, names={"Pavel Drusk": "PER"}, parts=parts)
    assert [a.holders[1:] for a in made.layer(Attribution)] == [("Pavel Drusk",), ("Pavel Drusk", "she")]


PIECES = st.lists(
    st.sampled_from(["“", "”", '"', "‘", "’", "Moreno", "said", "it fell", ":", ".", "\n\n", "…"]), max_size=14
)


@given(PIECES, st.data())
@settings(max_examples=150)
def test_unbalanced_quotation_marks_never_fail(pieces, data):
    text = " ".join(pieces).replace(" \n\n ", "\n\n").strip()
    words = [p for p in dict.fromkeys(pieces) if p[0].isalpha() or p in '“”"']
    part = st.sampled_from([*words, None])
    contents = st.lists(st.sampled_from(words), min_size=1, max_size=3, unique=True) if words else st.nothing()
    parts = data.draw(st.lists(st.tuples(part, part, contents), max_size=4)) if words else []
    blocks = len([b for b in text.split("\n\n") if b.strip()])
    kinds = data.draw(st.lists(st.sampled_from(list(BlockKind)), min_size=blocks, max_size=blocks))
    for a in Built(text, parts=parts, kinds=kinds).layer(Attribution):
        assert all("\n\n" not in text[c.begin : c.end] for c in a.content)


def test_a_word_cut_off_by_the_cue_is_no_content():
    made = Built(
        "The harbour, Ana Moreno said, will close. In, Moreno said, Port Sella boats sank.",
        "In/ADP/case/Port Port/PROPN/compound/boats boats/NOUN/nsubj/sank sank/VERB/root/sank",
        names={"Ana Moreno": "PER", "Moreno#2": "PER"},
        parts=[
            ("Ana Moreno", "said", ["The harbour", "will close"]),
            ("Moreno#2", "said#2", ["In", "Port Sella boats sank"]),
        ],
    )
    assert [[made.quote(c) for c in a.content] for a in made.layer(Attribution)] == [
        ["The harbour", "will close"],
        ["Port Sella boats sank"],
    ]


def test_a_source_that_is_only_an_article_takes_its_noun():
    made = Built(
        "The pilots said boats sank.",
        "The/DET/det/pilots pilots/NOUN/nsubj/said said/VERB/root/said",
        parts=[("The", "said", ["boats sank"])],
    )
    [found] = made.layer(Attribution)
    assert made.quote(found.source) == "The pilots" and found.holders[-1] == "pilots"


@pytest.mark.parametrize(
    "text, said",
    [
        ("“We lost the pier.” — Ana Moreno", [("Ana Moreno", ("We lost the pier.",))]),
        ('"We lost the pier." -- Ana Moreno, pilot', [("Ana Moreno", ("We lost the pier.",))]),
        ("“It was old.” ― Jan Lindt / “We lost it.” ― Ana Moreno",
         [("Jan Lindt", ("It was old.",)), ("Ana Moreno", ("We lost it.",))]),
        ("“We lost the pier” – Ana Moreno wept.", [("Ana Moreno", ("We lost the pier",))]),
        ("“We ‘lost’ the “pier” for good.” — Ana Moreno", [("Ana Moreno", ("We ‘lost’ the “pier” for good.",))]),
        ("The “pier” - Ana Moreno built it - fell.", []),
        ("We lost the pier. — Ana Moreno", []),
    ],
)  # fmt: skip
def test_a_dash_and_a_name_sign_a_quotation(text, said):
    names = {n: "PER" for n in ("Ana Moreno", "Jan Lindt") if n in text}
    assert Built(text, names=names).said() == said


def test_a_subject_that_was_taken_for_content_is_the_source():
    made = Built(
        "Moreno reportedly responded, “We lost the pier.”",
        "Moreno/PROPN/nsubj/responded reportedly/ADV/advmod/responded responded/VERB/root/responded/respond",
        names={"Moreno": "PER"},
        parts=[(None, "reportedly responded", ["Moreno", "“We lost the pier.”"])],
    )
    assert made.said() == [("Moreno", ("“We lost the pier.”",))]


def test_a_name_that_the_tree_hangs_on_another_noun_is_still_a_name():
    made = Built(
        "Comments by Ana Moreno said it is shut.",
        "by/ADP/case/Ana Ana/PROPN/nmod/Comments Moreno/PROPN/flat/Ana Comments/NOUN/nsubj/said said/VERB/root/said",
        names={"Ana Moreno": "PER"},
        parts=[("Ana Moreno", "said", ["it is shut"])],
    )
    assert only(made).speaker == "Ana Moreno"


def test_a_source_does_not_end_in_auxiliaries():
    made = Built(
        "Pilots have also said it is shut.",
        "Pilots/NOUN/nsubj/said have/AUX/aux/said also/ADV/advmod/said said/VERB/root/said",
        parts=[("Pilots have also", "said", ["it is shut"])],
    )
    assert made.quote(only(made).source) == "Pilots"
