"""What the account, and who is cited in it, are committed to."""

import pytest

from rashomon.types import EventMention
from tests.readings import Built

SANK = "it/PRON/nsubj/sank sank/VERB/ccomp/{}/sink/VBD"
LABELS = {
    "not": "PART/advmod/{}",
    "did": "AUX/aux/{}/do/VBD",
    "do": "AUX/aux/{}/do/VBP",
    "could": "AUX/aux/{}/could/MD",
}
HELD, OPEN, NOT = (1.0, 3.0), (-0.5, 0.5), (-3.0, -1.0)


def said(source, auxiliaries, verb, lemma, tag):
    below = " ".join(f"{word}/{LABELS[word].format(verb)}" for word in auxiliaries.split())
    return f"{source}/PRON/nsubj/{verb} {below} {verb}/VERB/root/{verb}/{lemma}/{tag} {SANK.format(verb)}"


def test_who_fled_did_so_whatever_is_denied_of_him():
    made = Built(
        "Ana denied the man who fled sank it.",
        "Ana/PROPN/nsubj/denied denied/VERB/root/denied/deny/VBD man/NOUN/nsubj/sank who/PRON/nsubj/fled "
        "fled/VERB/acl:relcl/man/flee/VBD sank/VERB/ccomp/denied/sink/VBD it/PRON/obj/sank",
        names={"Ana": "PER"},
        parts=[("Ana", "denied", ["the man who fled sank it"])],
    )
    factuality = {made.quote(m.span): m.factuality for m in made.layer(EventMention)}
    assert factuality["fled"] > 1.5 and factuality["sank"] < -2


@pytest.mark.parametrize(
    "source, auxiliaries, verb, lemma, tag, account, teller",
    [
        ("Ana", "", "said", "say", "VBD", OPEN, HELD),
        ("Ana", "", "knew", "know", "VBD", HELD, HELD),
        ("Ana", "did not", "say", "say", "VB", OPEN, OPEN),
        ("Ana", "did not", "think", "think", "VB", OPEN, NOT),
        ("Ana", "did not", "know", "know", "VB", HELD, OPEN),
        ("Ana", "did not", "mention", "mention", "VB", HELD, HELD),
        ("Ana", "did not", "regret", "regret", "VB", HELD, HELD),
        ("Ana", "could not", "believe", "believe", "VB", HELD, HELD),
        ("Ana", "could", "tell", "tell", "VB", HELD, HELD),
        ("I", "did not", "think", "think", "VB", NOT, NOT),
        ("I", "do not", "know", "know", "VB", NOT, NOT),
        ("I", "did not", "say", "say", "VB", OPEN, OPEN),
    ],
)
def test_who_is_committed(source, auxiliaries, verb, lemma, tag, account, teller):
    cue = f"{auxiliaries} {verb}".strip()
    made = Built(
        f"{source} {cue} it sank.",
        said(source, auxiliaries, verb, lemma, tag),
        names={"Ana": "PER"} if source == "Ana" else {},
        parts=[(source, cue, ["it sank"])],
    )
    [sank] = [m for m in made.layer(EventMention) if made.quote(m.span) == "sank"]
    for value, (low, high) in zip((sank.commitments[0], sank.commitments[-1]), (account, teller), strict=True):
        assert low <= value <= high


@pytest.mark.parametrize(
    "verb, lemma, said_by, sign",
    [
        ("denied", "deny", "Ana", -1),  # who denies a claim says no, and its owner does not
        ("heard", "hear", "Vale", 1),
    ],
)
def test_a_claim_that_is_denied_is_held_by_who_denies_it(verb, lemma, said_by, sign):
    made = Built(
        f"Ana {verb} the claim of Vale that it sank.",
        f"Ana/PROPN/nsubj/{verb} {verb}/VERB/root/{verb}/{lemma}/VBD the/DET/det/claim claim/NOUN/obj/{verb} "
        "of/ADP/case/Vale Vale/PROPN/nmod/claim that/SCONJ/mark/sank it/PRON/nsubj/sank sank/VERB/acl/claim/sink/VBD",
        names={"Ana": "PER", "Vale": "PER"},
        parts=[("Ana", verb, ["the claim of Vale that it sank"])],
    )
    [sank] = [m for m in made.layer(EventMention) if made.quote(m.span) == "sank"]
    assert (sank.holders[-1], sank.factuality * sign > 1) == (said_by, True)
