"""Whose turn it is: pronouns that go on with the last speaker, and those that do not."""

import pytest

from rashomon.types import Attribution
from tests.readings import Built

QUOTED = "“The pier was old,”"


def speakers(text, tree, names, parts, back=None):
    made = Built(text, tree, names=names, parts=parts, back=back or {})
    return [(a.speaker, a.kind) for a in made.layer(Attribution)]


@pytest.mark.parametrize(
    "names, back, speaker",
    [
        # Moreno spoke, whoever the sentence tells of, and whoever the model takes "he" for
        ({"Moreno": "PER", "Jan Lindt": "PER"}, {"he": "Lindt"}, "Moreno"),
        # a bare surname does not take the pronoun from a name that tells
        ({"Moreno": "PER", "Paul Lindt": "PER"}, {"he": "Lindt"}, "Paul Lindt"),
        # a woman is not "he"
        ({"Ms Moreno": "PER", "Jan Lindt": "PER"}, {"he": "Lindt"}, "Jan Lindt"),
    ],
)
def test_he_said_after_a_quotation_goes_on_with_the_last_speaker(names, back, speaker):
    who, whom = names
    text = f"{who} mocked that {whom} slept. {QUOTED} he said."
    tree = f"{who.split()[-1]}/PROPN/nsubj/mocked mocked/VERB/root/mocked slept/VERB/ccomp/mocked "
    tree += "he/PRON/nsubj/said said/VERB/root/said"
    parts = [(who, "mocked", [f"that {whom} slept"]), ("he", "said", [QUOTED])]
    assert speakers(text, tree, names, parts, back)[-1][0] == speaker


def test_it_is_the_body_that_spoke_and_not_a_thing_that_never_does():
    text = "The Vell Bureau warned that Skylab was lost. The wreck may burn, it said."
    tree = "Vell/PROPN/compound/Bureau Bureau/PROPN/nsubj/warned warned/VERB/root/warned "
    tree += "it/PRON/nsubj/said said/VERB/root/said"
    names = {"Vell Bureau": "ORG", "Skylab": "ORG"}
    parts = [("Vell Bureau", "warned", ["that Skylab was lost"]), ("it", "said", ["The wreck may burn"])]
    assert speakers(text, tree, names, parts, {"it": "Skylab"})[-1] == ("Vell Bureau", "organisation")


def test_two_statements_of_one_pronoun_have_one_speaker():
    text = f"Moreno mocked that it rained. {QUOTED} he said, adding that it fell."
    tree = "Moreno/PROPN/nsubj/mocked mocked/VERB/root/mocked he/PRON/nsubj/said said/VERB/root/said "
    tree += "adding/VERB/advcl/said"
    parts = [("Moreno", "mocked", ["that it rained"]), ("he", "said", [QUOTED]), ("he", "adding", ["that it fell"])]
    assert [who for who, _ in speakers(text, tree, {"Moreno": "PER"}, parts)] == ["Moreno"] * 3


@pytest.mark.parametrize("pronoun, speaker", [("they", "pilots"), ("it", None), ("she", None)])
def test_a_pronoun_goes_on_only_with_a_speaker_of_its_kind(pronoun, speaker):
    text = f"The pilots said it rained. {QUOTED} {pronoun} said."
    tree = f"pilots/NOUN/nsubj/said/pilot/NNS said/VERB/root/said {pronoun}/PRON/nsubj/said said/VERB/root/said"
    parts = [("pilots", "said", ["it rained"]), (pronoun, "said#2", [QUOTED])]
    assert speakers(text, tree, {}, parts)[-1][0] == speaker
