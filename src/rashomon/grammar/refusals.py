"""Reports that somebody calls untrue: what they tell did not happen, in the eyes of who says so.

"Her claims of being assaulted are untrue", "rejected reports that it had sunk", "there is no truth to claims that it
sank", "called the report of a breach false", "it is not true that it sank". Word lists are of lemmas; a second language
is a second module of the same names.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import TYPE_CHECKING

from rashomon.grammar import clauses, phrases
from rashomon.grammar.governed import governor, signature
from rashomon.grammar.operators import negated
from rashomon.grammar.role_words import OCCUR
from rashomon.grammar.states import DENIED
from rashomon.lexicon import classes

if TYPE_CHECKING:
    from rashomon.tokens import Token

REPORTS = frozenset(
    "accusation allegation assertion claim insinuation report rumor rumour speculation story suggestion theory".split()
)
REFUSING = frozenset("contradict debunk deny disprove dispute dismiss rebut refute reject".split())
REJECTING = frozenset({"dismiss", "reject"})  # of these a deed stands that they have as their object
CALLING = frozenset("brand call consider deem denounce describe dismiss label slam".split())
FALSE = frozenset(lemma for lemma, denied in DENIED.items() if denied == "true") | frozenset(
    "absurd absurdity ludicrous nonsense preposterous propaganda ridiculous slander".split()
)
TRUE = frozenset("accurate correct right true".split())
TRUTH = frozenset("basis foundation merit substance truth".split())  # "no truth in", "no basis for"
PROOF = frozenset("confirmation evidence hint indication proof sign".split())
# "denied any role in the killing" denies the role: the killing took place.
SHARE = frozenset("complicity hand involvement knowledge link part participation responsibility role tie".split())
EXIST = frozenset({"be", "exist", "take"})  # "took place"
KNOWN = frozenset({"the", "this", "that", "these", "those"})
BESIDE = frozenset({"after", "before", "during", "following"})  # "denied theft after a fire": it burned
HEIGHT = 3  # coordinated verbs between an event and the report that tells it


def refusal(event: Token) -> Token | None:
    """The word that says no of the report, or of the clause, that tells an event; None if nothing does."""
    if event.pos_ == "NOUN" and phrases.children(event, "cop"):
        return None  # "that he is behind the killing": the killing stands
    report = _report(event)
    return refused(report) if report is not None else next(_of_clause(event), None)


def refused(report: Token) -> Token | None:
    """The word that says no of a report; None if nothing does."""
    return next(_of_report(report), None)


def unproven(event: Token) -> Token | None:
    """The word that says that nothing speaks for an event: "there is *no* evidence that it sank"."""
    proof = _above(event, PROOF)
    if proof is None:
        return None
    none = next((c for c in proof.children if c.lower_ in ("no", "little")), None)
    above = proof.head if proof.stem in ("obj", "nsubj") else None  # "did not find evidence that"
    return none or (above if above is not None and negated(above) else None)


def declined(event: Token) -> Token | None:
    """The verb that tells that somebody did not do it, or found nothing that speaks for it: "*declined* to sail",
    "*found* no sign that it sank"."""
    over = governor(event)
    if over is not None and signature(event, over)[0] == "-":
        return over
    proof = _above(event, PROOF)
    return proof.head if proof is not None and unproven(event) is not None else None


def presupposed(event: Token) -> bool:
    """True for a noun of an event that a denial around it leaves standing: one that somebody is said to have a share
    in ("denied any role in a killing"), or a known one ("denied that the talks had failed")."""
    up, relation = event.head, event.stem
    told = phrases.children(event, "cop")  # "denied that it was behind the *attack*"
    if event.pos_ != "NOUN" or told or refusal(event) is not None:
        return False
    if relation == "obj" and up.lemma_.lower() in REJECTING:  # "rejected the offer": it was made
        return True
    if (relation == "nmod" and up.lemma_.lower() in SHARE) or clauses.case(event) in BESIDE:
        return True
    happens = relation == "nsubj" and up.lemma_.lower() in OCCUR | EXIST
    return not happens and any(c.lower_ in KNOWN or c.dep_ == "nmod:poss" for c in event.children)


def _report(event: Token) -> Token | None:
    """The noun for a report whose content is the event: "*claims* that it sank", "*reports* of his death"."""
    beside = phrases.children(event.head, "obj") if event.dep_ == "ccomp" else []  # the clause hung on the verb
    found = (c for c in beside if c.lemma_.lower() in REPORTS and c.i == event.left_edge.i - 1)
    return next(found, None) or _above(event, REPORTS)


def _above(event: Token, nouns: Container[str]) -> Token | None:
    """The noun, one of these, of whose content the event is."""
    at = event
    for _ in range(HEIGHT):
        up, relation = at.head, at.stem
        told = relation in ("acl", "ccomp", "advcl") or (relation == "nmod" and clauses.case(at) == "of")
        if told and up.lemma_.lower() in nouns:
            return up
        if relation != "conj":
            return None
        at = up
    return None


def _of_report(report: Token) -> Iterator[Token]:
    up, relation = report.head, report.stem
    lemma, passive = up.lemma_.lower(), report.dep_ == "nsubj:pass"
    if relation == "nsubj":  # "are untrue", "proved to be untrue", "were fabricated"
        yield from (t for t in (up, *phrases.children(up, "xcomp")) if says_no(t))
    if relation in ("nsubj", "obj", "ccomp"):  # "said reports that it sank were wrong", with the reports hung on "said"
        after = report.doc[report.i + 1 : report.sent.end]
        yield from (t for t in after if phrases.children(t, "cop") and not phrases.children(t, "nsubj") and says_no(t))
    if (relation == "obj" or passive) and not negated(up):
        if lemma in REFUSING:
            yield up
        if lemma in CALLING:  # "called it *false*", whatever the tree
            yield from (t for t in up.subtree if t.lemma_.lower() in FALSE and t.i > report.i)
    if lemma in TRUTH and relation in ("nmod", "obl") and any(c.lower_ == "no" for c in up.children):
        yield up
    if relation == "obl" and lemma == "push" and any(c.lower_ == "back" for c in up.children):
        yield up


def _of_clause(event: Token) -> Iterator[Token]:
    """ "It is not true that it sank", "that it sank is a lie", "denied the attack"."""
    up, relation = event.head, event.stem
    if relation == "obj" and up.lemma_.lower() == "deny" and event.pos_ == "NOUN" and not negated(up):
        yield from [up] if classes(event.lemma_.lower()) else []
    if event.dep_ == "xcomp" and up.lemma_.lower() == "deny" and not negated(up):  # "denies taking bribes"
        yield up
    clause = relation in ("csubj", "ccomp", "acl") or (relation == "advcl" and phrases.children(up, "expl"))
    if clause and phrases.children(up, "cop") and says_no(up):
        yield up


def says_no(complement: Token) -> bool:
    """True for a word that calls its subject untrue: "is *false*", "are without *foundation*", "is not *true*"."""
    lemma = complement.lemma_.lower()
    void = lemma in TRUTH and clauses.case(complement) == "without"  # "without foundation"
    return void or (lemma in FALSE and not negated(complement)) or (lemma in TRUE and negated(complement))
