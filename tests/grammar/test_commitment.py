"""How sure the words are that it happened: weighed signs within the bounds of grammar, with the words that decide."""

from dataclasses import replace

import numpy as np
import pytest

from rashomon.grammar.commitment import features, judge, tense, weights
from rashomon.grammar.signs import signs
from rashomon.language import read_tokens
from tests.readings import Built

SANK = "sank/VERB/root/sank/sink/VBD"
SINK = "sink/VERB/{}/{}/sink/VB"
FACT, MAYBE, OPEN, NOT = (2.3, 3.0), (0.0, 1.9), (-0.5, 0.5), (-3.0, -2.5)


def judged(text, tree, word="sank", sure=2.8, happening=0.9):
    """The judgement of a word, where the model gives every word the same numbers, and its evidence."""
    made = Built(text, tree)
    [token] = [t for t in made.doc if t.text == word]
    n = len(made.doc)
    found = judge(token, replace(made.reading, factuality=np.full(n, sure), events=np.full(n, happening)))
    return found, [made.quote(e) for e in found.evidence]


TABLE = [
    ("The boat sank.", f"boat/NOUN/nsubj/sank {SANK}", "sank", FACT, []),
    ("The boat never sank.", f"boat/NOUN/nsubj/sank never/ADV/advmod/sank {SANK}", "sank", NOT, ["never"]),
    ("It did n't sink.", f"It/PRON/nsubj/sink did/AUX/aux/sink n't/PART/advmod/sink {SINK}", "sink", NOT, ["n't"]),
    ("It didn't sink.", f"It/PRON/nsubj/sink did/AUX/aux/sink n't/PART/advmod/sink {SINK}", "sink", NOT, ["n't"]),
    (
        "No troops have been sent.",
        "No/DET/det/troops troops/NOUN/nsubj:pass/sent have/AUX/aux/sent been/AUX/aux:pass/sent sent/VERB/root/sent",
        "sent",
        NOT,
        ["No"],
    ),
    ("Nobody sank.", f"Nobody/PRON/nsubj/sank {SANK}", "sank", NOT, ["Nobody"]),
    ("None of them sank.", f"None/PRON/nsubj/sank of/ADP/case/them them/PRON/nmod/None {SANK}", "sank", NOT, ["None"]),
    ("They sank nothing.", f"They/PRON/nsubj/sank {SANK} nothing/PRON/obj/sank", "sank", NOT, ["nothing"]),
    ("Nobody never sank.", f"Nobody/PRON/nsubj/sank never/ADV/advmod/sank {SANK}", "sank", FACT, []),
    ("It not only sank.", f"It/PRON/nsubj/sank not/PART/advmod/sank only/ADV/advmod/sank {SANK}", "sank", FACT, []),
    ("They sank No. 5.", f"They/PRON/nsubj/sank {SANK} No/DET/obj/sank 5/NUM/nummod/No", "sank", FACT, []),
    (
        "It sank no matter what.",
        f"It/PRON/nsubj/sank {SANK} no/DET/det/matter matter/NOUN/obj/sank what/PRON/obj/sank",
        "sank",
        FACT,
        [],
    ),
    ("They sank No 5-year-old.", f"They/PRON/nsubj/sank {SANK} No/DET/obj/sank", "sank", NOT, ["No"]),
    ("It may sink.", f"It/PRON/nsubj/sink may/AUX/aux/sink {SINK}", "sink", (0.0, 1.0), ["may"]),
    ("It will sink.", f"It/PRON/nsubj/sink will/AUX/aux/sink {SINK}", "sink", MAYBE, ["will"]),
    ("It is to sink.", f"It/PRON/nsubj/sink is/AUX/aux/sink to/PART/mark/sink {SINK}", "sink", MAYBE, ["is"]),
    (
        "It may not sink.",
        f"It/PRON/nsubj/sink may/AUX/aux/sink not/PART/advmod/sink {SINK}",
        "sink",
        (-3.0, -0.5),
        ["may", "not"],
    ),
    ("If it sank.", f"If/SCONJ/mark/sank it/PRON/nsubj/sank {SANK}", "sank", OPEN, ["If"]),
    (
        "If they fire it will sink.",
        "If/SCONJ/mark/fire they/PRON/nsubj/fire fire/VERB/advcl/sink/fire/VBP it/PRON/nsubj/sink "
        f"will/AUX/aux/sink {SINK}",
        "sink",
        (-0.5, 1.0),
        ["If", "will"],
    ),
    ("It reportedly sank.", f"reportedly/ADV/advmod/sank {SANK}", "sank", (0.5, 1.5), ["reportedly"]),
    ("Has it sunk?", "Has/AUX/aux/sunk it/PRON/nsubj/sunk sunk/VERB/root/sunk/sink/VBN", "sunk", OPEN, []),
    ("They refused to sink.", "{refused/refuse}", "sink", NOT, ["refused"]),
    ("They did not refuse to sink.", "{not refuse/refuse}", "sink", (0.0, 2.3), ["not", "refuse"]),
    ("They managed to sink.", "{managed/manage}", "sink", (1.5, 3.0), []),
    ("They began to sink.", "{began/begin}", "sink", (1.5, 3.0), []),
    ("They wanted to sink.", "{wanted/want}", "sink", (0.0, 1.4), ["wanted"]),
    ("They ordered to sink.", "{ordered/order}", "sink", (0.0, 1.4), ["ordered"]),
    ("They tried to sink.", "{tried/try}", "sink", (0.0, 1.4), ["tried"]),
    ("They did not want to sink.", "{not want/want}", "sink", (-3.0, -0.5), ["not", "want"]),
    ("They did not think it sank.", "{think it}", "sank", NOT, ["not", "think"]),
    ("Did they know it sank?", "{know it}", "sank", (1.0, 3.0), []),
    ("They did not mean it sank.", "{mean it}", "sank", (-3.0, -1.0), ["not", "mean"]),
    ("They did not say it sank.", "{say it}", "sank", (-3.0, 0.0), ["not"]),
    (
        "They did not say when it sank.",
        "They/PRON/nsubj/say did/AUX/aux/say not/PART/advmod/say say/VERB/root/say/say/VB when/ADV/advmod/sank "
        "it/PRON/nsubj/sank sank/VERB/ccomp/say/sink/VBD",
        "sank",
        FACT,
        [],
    ),
    (
        "She could not believe it sank.",
        "She/PRON/nsubj/believe could/AUX/aux/believe not/PART/advmod/believe believe/VERB/root/believe/believe/VB "
        "it/PRON/nsubj/sank sank/VERB/ccomp/believe/sink/VBD",
        "sank",
        FACT,
        ["believe"],
    ),
    (
        "If you think it sank, dive.",
        "If/SCONJ/mark/think you/PRON/nsubj/think think/VERB/advcl/dive/think/VBP it/PRON/nsubj/sank "
        "sank/VERB/ccomp/think/sink/VBD dive/VERB/root/dive/dive/VB",
        "sank",
        OPEN,
        ["If", "think"],
    ),
    (
        "They had to sink it.",
        "They/PRON/nsubj/had had/VERB/root/had/have/VBD to/PART/mark/sink sink/VERB/xcomp/had/sink/VB it/PRON/obj/sink",
        "sink",
        (1.5, 3.0),
        ["had"],
    ),
    (
        "It is unlikely that it sank.",
        "It/PRON/expl/unlikely is/AUX/cop/unlikely unlikely/ADJ/root/unlikely/unlikely/JJ that/SCONJ/mark/sank "
        "it/PRON/nsubj/sank sank/VERB/csubj/unlikely/sink/VBD",
        "sank",
        (-3.0, -1.0),
        ["unlikely"],
    ),
    (
        "They have to sink it.",
        "They/PRON/nsubj/have have/VERB/root/have/have/VBP to/PART/mark/sink sink/VERB/xcomp/have/sink/VB "
        "it/PRON/obj/sink",
        "sink",
        (0.0, 1.2),
        ["have"],
    ),
    (
        "Pictures showed it sinking.",
        "Pictures/NOUN/nsubj/showed showed/VERB/root/showed/show/VBD it/PRON/nsubj/sinking "
        "sinking/VERB/xcomp/showed/sink/VBG",
        "sinking",
        (1.5, 3.0),
        [],
    ),
    (
        "It sank as if hit.",
        f"It/PRON/nsubj/sank {SANK} as/SCONJ/mark/hit if/SCONJ/mark/hit hit/VERB/advcl/sank",
        "sank",
        FACT,
        [],
    ),
    (
        'He asked as it sank: "Why?"',
        "He/PRON/nsubj/asked asked/VERB/root/asked/ask/VBD as/SCONJ/mark/sank it/PRON/nsubj/sank "
        "sank/VERB/advcl/asked/sink/VBD Why/ADV/parataxis/asked",
        "sank",
        FACT,
        ["asked"],
    ),
    (
        "It sank, did it not?",
        f"It/PRON/nsubj/sank {SANK} did/AUX/parataxis/sank it/PRON/nsubj/did not/PART/advmod/did",
        "sank",
        (1.0, 3.0),
        [],
    ),
]


def tree_of(row):
    """Trees of a verb over "to sink" or over "it sank" are written short: {form/lemma}."""
    if not row.startswith("{"):
        return row.format("root", "sink")
    verb, _, lemma = row.strip("{}").partition("/")
    negated, verb = verb.startswith("not "), verb.removeprefix("not ")
    if not lemma:
        verb = verb.split()[0]
        rest = f" it/PRON/nsubj/sank sank/VERB/ccomp/{verb}/sink/VBD"
        negated = verb != "know"
        head = (
            f"they/PRON/nsubj/{verb} Did/AUX/aux/{verb}"
            if verb == "know"
            else f"They/PRON/nsubj/{verb} did/AUX/aux/{verb}"
        )
        return head + f"{' not/PART/advmod/' + verb if negated else ''} {verb}/VERB/root/{verb}/{verb}/VB" + rest
    auxiliaries = f"did/AUX/aux/{verb} not/PART/advmod/{verb} " if negated else ""
    tag = "VB" if negated else "VBD"
    head = f"They/PRON/nsubj/{verb} {auxiliaries}{verb}/VERB/root/{verb}/{lemma}/{tag}"
    return f"{head} to/PART/mark/sink {SINK.format('xcomp', verb)}"


@pytest.mark.parametrize("text, tree, word, limits, evidence", TABLE)
def test_judge(text, tree, word, limits, evidence):
    found, words = judged(text, tree_of(tree), word)
    assert limits[0] <= found.factuality <= limits[1]
    assert words == evidence


NEGATED = [row for row in TABLE if row[3] == NOT]


@pytest.mark.parametrize("sure, happening", [(-3.0, 0.0), (0.0, 1.0), (3.0, 1.0), (9.0, 9.0)])
@pytest.mark.parametrize("text, tree, word", [row[:3] for row in NEGATED])
def test_no_number_of_the_model_makes_a_negated_event_true(text, tree, word, sure, happening):
    found, _ = judged(text, tree_of(tree), word, sure, happening)
    assert -3 <= found.factuality <= -2.5 and -3 <= found.happened <= -0.5


@pytest.mark.parametrize("sure", [-9.0, 9.0])
def test_never_beyond_the_scale(sure):
    found, _ = judged("It sank.", SANK, sure=sure)
    assert -3 <= found.factuality <= 3 and -3 <= found.happened <= 3


def test_the_models_doubt_counts():
    sure, doubtful = (judged("The boat sank.", SANK, sure=sure)[0].factuality for sure in (2.8, 0.3))
    assert doubtful < sure - 1


@pytest.mark.parametrize(
    "text, word",
    [
        ("The boat will sink tomorrow .", "sink"),
        ("The boat was to be sunk .", "sunk"),
        ("They are to sink the boat .", "sink"),
        ("The boat must sink .", "sink"),
        ("They wanted to sink the boat .", "sink"),
        ("They did not want to sink the boat .", "sink"),
        ("Sink the boat .", "Sink"),
        ("If they sink the boat , call us .", "sink"),
        ("Did they sink the boat ?", "sink"),
    ],
)
def test_what_is_planned_or_asked_has_hardly_happened(text, word):
    def happened(words, at):
        reading = read_tokens(words)
        return judge(reading.doc[words.index(at)], reading).happened

    assert happened(text.split(), word) < 0.1 < 1 < happened("They sank the boat .".split(), "sank")


def test_what_had_to_be_done_was():
    tree = (
        "They/PRON/nsubj/had had/VERB/root/had/have/VBD to/PART/mark/sink sink/VERB/xcomp/had/sink/VB it/PRON/obj/sink"
    )
    found, _ = judged("They had to sink it.", tree, "sink", sure=0.5, happening=0.0)
    assert found.happened >= 0.5


def test_an_infinitive_that_the_tree_takes_for_a_clause_is_planned():
    tree = "They/PRON/nsubj/vowed vowed/VERB/root/vowed/vow/VBD to/PART/mark/sink sink/VERB/ccomp/vowed/sink/VB"
    found, words = judged("They vowed to sink it.", tree, "sink")
    assert found.factuality <= 1.2 and found.happened <= 0 and words == ["vowed"]


def test_what_was_asked_about_is_left_open():
    tree = (
        "She/PRON/nsubj/asked asked/VERB/root/asked/ask/VBD whether/SCONJ/mark/sank it/PRON/nsubj/sank "
        "sank/VERB/ccomp/asked/sink/VBD"
    )
    found, _ = judged("She asked whether it sank.", tree)
    assert found.factuality <= 0.5 and found.happened <= 0


def test_what_somebody_does_in_the_present_is_under_way():
    they = "{}/PRON/nsubj/burn burn/VERB/root/burn/burn/VBP houses/NOUN/obj/burn"
    found, _ = judged("They burn houses.", they.format("They"), "burn", sure=-2.5, happening=0.0)
    anybody, _ = judged("You burn houses.", they.format("You"), "burn", sure=-2.5, happening=0.0)
    assert anybody.happened < 0.5 <= found.happened


def test_a_meeting_to_come_has_not_happened():
    tree = "the/DET/det/meeting upcoming/ADJ/amod/meeting meeting/NOUN/obj/praised"
    found, _ = judged("He praised the upcoming meeting.", tree, "meeting", happening=1.0)
    held, _ = judged("He praised the annual meeting.", tree.replace("upcoming", "annual"), "meeting", happening=1.0)
    assert found.happened <= 0 < held.happened


def test_a_coordinated_verb_shares_the_operators_of_the_first():
    burn = "It/PRON/nsubj/burn may/AUX/aux/burn burn/VERB/root/burn/burn/VB and/CCONJ/cc/sink"
    tree = f"{burn} {SINK.format('conj', 'burn')}"
    found, words = judged("It may burn and sink.", tree, "sink")
    assert found.factuality <= 1 and words == ["may"]


def test_a_coordinated_clause_with_a_subject_of_its_own_is_not_negated_with_the_first():
    tree = (
        "It/PRON/nsubj/burn did/AUX/aux/burn not/PART/advmod/burn burn/VERB/root/burn/burn/VB and/CCONJ/cc/sank "
        "rebels/NOUN/nsubj/sank sank/VERB/conj/burn/sink/VBD boats/NOUN/obj/sank"
    )
    found, words = judged("It did not burn, and rebels sank boats.", tree, "sank")
    assert found.factuality > 1 and words == []


def test_every_weight_names_a_sign():
    """A word list that is changed without a new fit leaves weights that nothing answers to."""
    seen = set()
    for text, tree, word, *_ in TABLE:
        made = Built(text, tree_of(tree))
        [token] = [t for t in made.doc if t.text == word]
        found = features(token, made.reading)
        assert {sign for sign, _ in signs(token)} < set(found)
        seen |= set(found)
    assert len(seen & set(weights())) > 25
    assert weights()["not plain"][0] < 0 < weights()["past"][0]


@pytest.mark.parametrize(
    "text, tree, word, expected",
    [
        ("It sank.", "sank/VERB/root/sank/sink/VBD", "sank", "past"),
        ("It has sunk.", "has/AUX/aux/sunk sunk/VERB/root/sunk/sink/VBN", "sunk", "past"),
        ("It will sink.", "will/AUX/aux/sink sink/VERB/root/sink/sink/VB", "sink", "future"),
        ("It ’ll sink.", "’ll/AUX/aux/sink sink/VERB/root/sink/sink/VB", "sink", "future"),
        ("It will be sunk.", "will/AUX/aux/sunk be/AUX/aux:pass/sunk sunk/VERB/root/sunk/sink/VBN", "sunk", "future"),
        ("It sinks.", "sinks/VERB/root/sinks/sink/VBZ", "sinks", "present"),
        ("It is sinking.", "is/AUX/aux/sinking sinking/VERB/root/sinking/sink/VBG", "sinking", "present"),
        ("It was sinking.", "was/AUX/aux/sinking sinking/VERB/root/sinking/sink/VBG", "sinking", "past"),
        ("It began to sink.", "began/VERB/root/began/begin/VBD sink/VERB/xcomp/began/sink/VB", "sink", "past"),
        ("The sinking.", "sinking/NOUN/root/sinking/sinking/NN", "sinking", ""),
        ("Sink it.", "Sink/VERB/root/Sink/sink/VB", "Sink", ""),
    ],
)
def test_tense(text, tree, word, expected):
    made = Built(text, tree)
    [token] = [t for t in made.doc if t.text == word]
    assert tense(token) == expected
