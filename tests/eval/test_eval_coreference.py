"""Coreference figures on documents small enough to count by hand."""

import pytest

from eval import coreference
from rashomon.errors import ReadError

ROWS = """# newdoc id = pier
1\tAna\tAna\tPROPN\tNNP\t_\t2\tnsubj\t_\tEntity=(1-person-1-1-coref)
2\tcame\tcome\tVERB\tVBD\t_\t0\troot\t_\t_
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

1\tThe\tthe\tDET\tDT\t_\t3\tdet\t_\tEntity=(2-place-2-3-coref
2\told\told\tADJ\tJJ\t_\t3\tamod\t_\t_
3\tpier\tpier\tNOUN\tNN\t_\t4\tnsubj\t_\tEntity=2)
4\tsaw\tsee\tVERB\tVBD\t_\t0\troot\t_\t_
5\ther\tshe\tPRON\tPRP\t_\t4\tobj\t_\tEntity=(1-person-1-1-ana)
6\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

"""


class Reading:
    def __init__(self, antecedents):
        self.antecedents = antecedents


@pytest.fixture
def cases(tmp_path):
    path = tmp_path / "pier.conllu"
    path.write_text(ROWS)
    return coreference.gold(path, None)


def scores(cases, found):
    return {s.name: s.value for s in coreference.score(cases, found).scores}


def test_mentions_are_known_by_their_heads(cases):
    [case] = cases
    assert case.entities == {0: 1, 5: 2, 7: 1}


def test_arcs_make_clusters_and_words_between_are_passed(cases):
    def read(words, starts):
        return Reading([0, 1, 2, 3, 4, 5, 6, 4, 8])  # "her" points to "old", which points nowhere

    assert coreference.predict(cases, read) == [{0: 0, 5: 5, 7: 7}]
    assert scores(cases, [{0: 0, 5: 5, 7: 7}]) == {"links": 0.0, "pronouns": 0.0, "LEA": 0.0}


def test_the_right_clusters_score_one(cases):
    assert scores(cases, [{0: 0, 5: 5, 7: 0}]) == {"links": 1.0, "pronouns": 1.0, "LEA": 1.0}


def test_the_baseline_takes_the_mention_before_a_pronoun(cases):
    found = coreference.baseline(cases)
    assert found == [{0: 0, 5: 5, 7: 5}]
    assert scores(cases, found)["pronouns"] == 0.0


def test_a_file_without_entities_is_an_error(tmp_path):
    path = tmp_path / "plain.conllu"
    path.write_text("1\tAna\tAna\tPROPN\tNNP\t_\t0\troot\t_\t_\n\n")
    with pytest.raises(ReadError, match="no document with entities"):
        coreference.gold(path, None)
