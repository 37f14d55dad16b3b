"""How sure the words are that it happened: bounded by grammar, with the words that decide."""

import pytest

from rashomon.grammar.commitment import judge, tense
from tests.readings import Built


def judged(text, tree, word="sank", score=2.8):
    made = Built(text, tree)
    [token] = [t for t in made.doc if t.text == word]
    value, evidence = judge(token, score)
    return value, [made.quote(e) for e in sorted(evidence)]


@pytest.mark.parametrize(
    "text, tree, word, value, evidence",
    [
        ("The boat sank.", "sank/VERB/root/sank boat/NOUN/nsubj/sank", "sank", 2.8, []),
        ("The boat never sank.", "never/ADV/advmod/sank sank/VERB/root/sank", "sank", -3.0, ["never"]),
        ("It did n't sink.", "did/AUX/aux/sink n't/PART/advmod/sink sink/VERB/root/sink", "sink", -3.0, ["n't"]),
        (
            "No troops have been sent.",
            "No/DET/det/troops troops/NOUN/nsubj:pass/sent have/AUX/aux/sent been/AUX/aux:pass/sent "
            "sent/VERB/root/sent",
            "sent",
            -3.0,
            ["No"],
        ),
        ("Nobody sank.", "Nobody/PRON/nsubj/sank sank/VERB/root/sank", "sank", -3.0, ["Nobody"]),
        (
            "None of them sank.",
            "None/PRON/nsubj/sank of/ADP/case/them them/PRON/nmod/None sank/VERB/root/sank",
            "sank",
            -3.0,
            ["None"],
        ),
        (
            "They sank nothing.",
            "They/PRON/nsubj/sank sank/VERB/root/sank nothing/PRON/obj/sank",
            "sank",
            -3.0,
            ["nothing"],
        ),
        (
            "Nobody never sank.",
            "Nobody/PRON/nsubj/sank never/ADV/advmod/sank sank/VERB/root/sank",
            "sank",
            2.8,
            ["Nobody", "never"],
        ),
        ("It may sink.", "may/AUX/aux/sink sink/VERB/root/sink", "sink", 1.0, ["may"]),
        ("It will sink.", "will/AUX/aux/sink sink/VERB/root/sink", "sink", 1.5, ["will"]),
        ("It may not sink.", "may/AUX/aux/sink not/PART/advmod/sink sink/VERB/root/sink", "sink", -1.0, ["may", "not"]),
        ("If it sank.", "If/SCONJ/mark/sank sank/VERB/root/sank", "sank", 0.4, ["If"]),
        ("It reportedly sank.", "reportedly/ADV/advmod/sank sank/VERB/root/sank", "sank", 1.5, ["reportedly"]),
        ("Has it sank?", "Has/AUX/aux/sank sank/VERB/root/sank", "sank", 0.4, []),
        (
            "They refused to sink.",
            "refused/VERB/root/refused/refuse sink/VERB/xcomp/refused",
            "sink",
            -3.0,
            ["refused"],
        ),
        ("They began to sink.", "began/VERB/root/began/begin sink/VERB/xcomp/began", "sink", 2.8, []),
        ("They want to sink.", "want/VERB/root/want sink/VERB/xcomp/want", "sink", 0.8, ["want"]),
        (
            "They did not want to sink.",
            "did/AUX/aux/want not/PART/advmod/want want/VERB/root/want sink/VERB/xcomp/want",
            "sink",
            -0.8,
            ["not", "want"],
        ),
    ],
)
def test_judge(text, tree, word, value, evidence):
    found, words = judged(text, tree, word)
    assert (round(found, 2), sorted(words)) == (value, sorted(evidence))


def test_the_models_doubt_is_kept_where_grammar_allows_more():
    assert judged("The boat sank.", "sank/VERB/root/sank", score=0.3)[0] == pytest.approx(0.3)
    assert judged("It may sink.", "may/AUX/aux/sink sink/VERB/root/sink", "sink", -2.0)[0] == -2.0


@pytest.mark.parametrize("score", [-9.0, -3.0, 0.0, 3.0, 9.0])
def test_never_beyond_the_scale(score):
    for text, tree in (
        ("It sank.", "sank/VERB/root/sank"),
        ("It never sank.", "never/ADV/advmod/sank sank/VERB/root/sank"),
    ):
        assert -3 <= judged(text, tree, score=score)[0] <= 3


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
