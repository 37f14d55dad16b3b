"""Trees and sentences of an invented file, with figures worked out by hand."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from eval.raw import alignment
from eval.syntax import Parse, Word, baseline, gold, predict, relation, score
from rashomon.errors import ReadError
from rashomon.types import Document, Provenance, Sentence, Span

FILE = """\
# newdoc id = one
# newpar id = one-1
# sent_id = 1
1\tBoats\tboat\tNOUN\tNNS\t_\t4\tnsubj:pass\t_\t_
2-3\tweren't\t_\t_\t_\t_\t_\t_\t_\t_
2\twere\tbe\tAUX\tVBD\t_\t4\taux:pass\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod:neg\t_\t_
4\tsunk\tsink\tVERB\tVBN\t_\t0\troot\t_\tSpaceAfter=No
5\t.\t_\tPUNCT\t.\t_\t4\tpunct\t_\t_

# sent_id = 2
1\tGood\tgood\tADJ\tJJ\t_\t0\troot\t_\t_
1.1\tis\tbe\t_\t_\t_\t_\t_\t_\t_

# newpar
# sent_id = 3
1\tWell\twell\tINTJ\tUH\t_\t0\troot\t_\tSpaceAfter=No
2\t!\t!\tPUNCT\t.\t_\t1\tpunct\t_\t_

# newdoc id = two
# sent_id = 4
1\tEnd\tend\tNOUN\tNN\t_\t0\troot\t_\t_

"""
TEXT = "Boats weren't sunk. Good\n\nWell!"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An invented treebank of two documents."""
    path = tmp_path / "tree-dev.conllu"
    path.write_text(FILE, encoding="utf-8")
    return path


def test_documents_words_and_raw_text(file: Path) -> None:
    one, two = gold(file, None)
    assert (one.id, two.id) == ("one", "two")
    assert one.text == TEXT
    assert [one.text[b:e] for b, e in one.sentences] == ["Boats weren't sunk.", "Good", "Well!"]
    assert [w.form for w in one.words] == ["Boats", "were", "n't", "sunk", ".", "Good", "Well", "!"]
    assert [w.head for w in one.words] == [3, 3, 3, 3, 3, 5, 6, 6]
    assert [i for i, s in enumerate(one.starts) if s] == [0, 5, 6]
    assert len(gold(file, 1)) == 1


@pytest.mark.parametrize(
    ("name", "scored"),
    [("nsubj:pass", "nsubj:pass"), ("aux:pass", "aux:pass"), ("advmod:neg", "advmod"), ("ROOT", "root")],
)
def test_subtypes(name: str, scored: str) -> None:
    assert relation(name) == scored


def test_figures_and_faults(file: Path) -> None:
    case = gold(file, 1)[0]
    words = list(case.words)
    words[0] = Word("Boats", "boats", "PROPN", "NNS", 3, "nsubj")  # right head; wrong tag, lemma and relation
    words[4] = Word(".", "anything", "PUNCT", ".", 0, "punct")  # wrong head; its lemma is not annotated
    result = score([case], [Parse(tuple(words), (case.sentences[0], (20, 31)))])
    figures = {s.name: s.value for s in result.scores}
    assert figures["UPOS"] == 7 / 8
    assert figures["XPOS"] == 1.0
    assert figures["lemma"] == 6 / 7
    assert figures["UAS"] == 7 / 8
    assert figures["LAS"] == 6 / 8
    assert figures["sentences"] == pytest.approx(2 * (1 / 2) * (1 / 3) / (1 / 2 + 1 / 3))
    assert {(f.measure, f.begin, f.what, f.labels) for f in result.faults} == {
        ("UPOS", 0, "wrong", "NOUN > PROPN"),
        ("lemma", 0, "wrong", ""),
        ("LAS", 0, "wrong", "nsubj:pass > nsubj"),
        ("LAS", 4, "wrong", "punct > punct, another head"),
        ("sentences", 20, "missed", ""),
        ("sentences", 26, "missed", ""),
        ("sentences", 20, "spurious", ""),
    }


def test_the_model_gets_words_and_sentences_and_its_roots_point_at_themselves(file: Path) -> None:
    case = gold(file, 1)[0]

    def read(words: list[str], starts: list[bool] | None) -> Any:
        assert words == [w.form for w in case.words]
        assert starts == list(case.starts)
        tokens = [
            SimpleNamespace(
                text=w.form, lemma_=w.lemma, pos_=w.upos, tag_=w.xpos, head=SimpleNamespace(i=w.head), dep_=d
            )
            for w, d in ((w, "ROOT" if w.relation == "root" else w.relation) for w in case.words)
        ]
        return SimpleNamespace(doc=tokens)

    def annotate(texts: Sequence[str]) -> Iterator[tuple[Document, Any]]:
        (text,) = texts
        document = Document("0", text, Provenance("a.txt", ""))
        found = [Sentence(Span(*s)) for s in case.sentences]
        yield document.with_layer(Sentence, found), alignment(text, text)

    result = score([case], predict([case], read, annotate))
    assert {s.value for s in result.scores} == {1.0}


def test_the_baseline_knows_the_training_words(file: Path) -> None:
    cases = gold(file, None)
    figures = {s.name: s.value for s in score(cases, baseline(cases, file)).scores}
    assert figures["UPOS"] == 1.0
    assert figures["sentences"] == 1.0  # a line's end ends "Good"
    unseen = {s.name: s.value for s in score(cases, baseline(cases, None)).scores}
    assert unseen["UPOS"] == 2 / 9  # every word a noun


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("1\tone\ttwo\n\n", ":1: not CoNLL-U: 3 columns"),
        (FILE.replace("2\t!\t!\tPUNCT\t.\t_\t1", "2\t!\t!\tPUNCT\t.\t_\t9"), ":18: not the number of a word"),
        (FILE.replace("2\twere", "x\twere"), ":6: not a word's number: 'x'"),
        ("# newdoc id = empty\n", "no document"),
    ],
)
def test_format_errors(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "bad.conllu"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ReadError, match=message):
        gold(path, None)
