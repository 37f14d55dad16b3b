"""What a noun tells: "her decision to leave", "signals from Vell that it sank", "denied the charges"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.grammar import clauses, cues, people, phrases
from rashomon.lexicon import PEOPLE
from rashomon.statements.drafts import Draft
from rashomon.statements.parts import ADJECTIVES, cue, empty, speaks, stretches, teller
from rashomon.statements.tellers import APART
from rashomon.types import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

OF = frozenset({"of", "about", "with"})  # what brings in a noun after an adjective: "aware of"
# Verbs that tell something by their object alone: "denied the charges".
REPORTING = frozenset(
    """accuse acknowledge admit announce believe blame claim commend condemn confirm criticise criticize decry
    demand denounce deny deplore dispute doubt endorse express fear favor favour indicate oppose praise predict
    prefer propose protest question recommend refute regret reject report request reveal seek signal support urge
    voice want welcome""".split()
)
# Verbs that tell something by the noun after a preposition: "warned of floods".
BY_WAY_OF = {
    "admit": {"to"},
    "apologise": {"for"},
    "apologize": {"for"},
    "appeal": {"for"},
    "boast": {"of", "about"},
    "call": {"for"},
    "complain": {"of", "about"},
    "confess": {"to"},
    "hint": {"at"},
    "hope": {"for"},
    "insist": {"on"},
    "know": {"of", "about"},
    "learn": {"of", "about"},
    "object": {"to"},
    "plead": {"for"},
    "pray": {"for"},
    "protest": {"against"},
    "warn": {"of", "about", "against"},
}
ACCUSING = frozenset("accuse blame condemn criticise criticize praise".split())  # with what for
LONGER = frozenset(
    {"believe", "report", "request", "seek", "want"}
)  # "sought help" is no statement, "sought a deal to end it" is
LONG = 4  # words
# Nouns that hold what their owner means to do, says or holds true: "her decision to leave", "their claim that it sank".
NOUNS = frozenset(
    """accusation admission aim allegation announcement assertion assurance belief call claim commitment complaint
    conclusion confidence conviction decision declaration demand denial desire doubt expectation fear hint hope
    insistence intention interest motion offer opinion order petition plan pledge prediction promise proposal readiness
    recommendation refusal reluctance request ruling signal statement suggestion threat view vow warning
    willingness wish""".split()
)
# Verbs that add nothing to such an object: "expressed hope that", "made a promise to", "has no plans to".
LIGHT = frozenset(
    """announce convey discuss express file get give have harbour hold issue make offer raise reach reiterate repeat
    send share show state take voice""".split()
)
RAISED = frozenset({"chance", "possibility", "prospect", "question"})  # what "raise" brings up
OWED = frozenset({"must", "should", "need", "ought"})  # what somebody should say is not said
MARKS = frozenset({"to", "that", "of", "in", "whether"})  # what brings in the clause of a noun


def owned(noun: Token) -> Draft | None:
    """ "Her decision to leave", "a request by Oro to leave": what the owner of such a noun means or holds."""
    if noun.lemma_.lower() not in NOUNS:
        return None
    owner = next(iter(phrases.children(noun, "nmod:poss")), None) or _named_after(noun)
    told = next(_told(noun), ()) if owner is not None else ()
    if owner is None or not told or any(s.touches(phrases.token_span(owner)) for s in told):
        return None
    return Draft(phrases.phrase(owner), phrases.token_span(noun), told)


def _named_after(noun: Token) -> Token | None:
    """Who stands after "by" or "from" with a noun, if it is somebody: "signals from Vell"."""
    after = (n for n in phrases.children(noun, "nmod") if n.i > noun.i and clauses.case(n) in ("by", "from"))
    return next((n for n in after if speaks(n)), None)


def _told(noun: Token, *beside: Token) -> Iterator[tuple[Span, ...]]:
    """The words of each clause that tells what a noun holds; *beside* are clauses hung on its verb."""
    for clause in (*phrases.children(noun, "acl", "ccomp"), *beside):
        marks = {c.lower_ for c in clause.children if c.dep_ == "mark"} & MARKS
        gerund = clause.tag_ == "VBG" or marks <= {"to", "that", "whether"}
        if "relcl" in clause.dep_ or not marks or not gerund or clause.i < noun.i:
            continue
        if told := stretches(noun, sorted(t.i for t in clause.subtree)):
            yield told


def lightly(verb: Token) -> Draft | None:
    """ "Expressed hope that", "has no plans to": the verb is empty and its noun tells."""
    if verb.lemma_.lower() not in LIGHT or clauses.passive(verb):
        return None
    nouns = phrases.children(verb, "obj") or [n for n in verb.rights if n.pos_ == "NOUN"][:1]
    noun = next((n for n in nouns if n.i > verb.i), None)
    subject = clauses.subject(verb)
    if noun is None or subject is None or subject.i > verb.i or not speaks(subject) or empty(verb, subject):
        return None
    known = noun.lemma_.lower() in NOUNS or (noun.lemma_.lower() in RAISED and verb.lemma_.lower() == "raise")
    others = [o for o in phrases.children(noun, "nmod:poss") if o.pos_ != "PRON"]
    if not known or others:
        return None
    hung = [c for c in phrases.children(verb, "ccomp", "xcomp") if c.i > noun.i]
    told = next(_told(noun, *hung), ())
    begin = cue(verb).begin
    return Draft(teller(subject, verb), Span(begin, noun.idx + len(noun)), told) if told else None


def by_object(token: Token) -> Draft | None:
    """ "Denied the charges", "accused him of theft", "warned of floods": what is told stands as the object of a verb,
    with what it is told to have done, or after a preposition, as in "aware of"."""
    lemma = cues.lemma(token.lemma_.lower(), token.lower_)
    if phrases.base(token.dep_) == "xcomp" and token.head.lemma_.lower() in cues.NEGATIVE:
        return None  # "declined to confirm"
    of = OF if token.pos_ == "ADJ" and token.lemma_.lower() in ADJECTIVES else BY_WAY_OF.get(lemma, set())
    if not (token.pos_ == "ADJ" and of) and (token.pos_ != "VERB" or clauses.passive(token)):
        return None
    noun = next((n for n in phrases.children(token, "obl") if n.i > token.i and clauses.case(n) in of), None)
    by_way = noun is not None
    if noun is None and lemma in REPORTING and not any(a.lower_ in OWED for a in phrases.children(token, "aux")):
        noun = next((n for n in phrases.children(token, "obj") if n.i > token.i), None) or _before(token)
    subject = clauses.subject(token)
    if noun is None or subject is None or subject.i > token.i or empty(token, subject) or not speaks(subject):
        return None
    if by_way and noun.lemma_.lower() in PEOPLE | people.OFFICES:  # "prayed for the boy"
        return None
    deed = [c for c in phrases.children(token, "advcl", "obl") if lemma in ACCUSING and noun.i < c.i]
    if noun.pos_ != "NOUN" and not deed:
        return None
    told = phrases.phrase(noun, APART if noun.i < token.i else _drop(noun))
    told = Span(told.begin, max([told.end, *(phrases.phrase(c, APART).end for c in deed)]))
    short = lemma in LONGER and len(phrases.inside(token.doc, told)) < LONG
    if short or any(told.touches(phrases.token_span(t)) for t in (token, subject)):
        return None
    at = cue(token)
    if by_way and phrases.inside(token.doc, told)[0].i == token.i + 2:  # "called for"
        at = phrases.span(token.doc, phrases.inside(token.doc, at)[0].i, token.i + 2)
    return Draft(teller(subject, token), at, (told,))


def _before(verb: Token) -> Token | None:
    """The noun whose relative clause has a verb of telling: "drills that Vell denounces"."""
    relative = any(map(phrases.is_wh, phrases.children(verb, "obj")))
    return verb.head if relative and verb.dep_ == "acl:relcl" and verb.head.i < verb.i else None


def _drop(noun: Token) -> frozenset[str]:
    """What to leave out of the phrase of a noun: a relative clause only if a comma parts it."""
    clause = next(iter(phrases.children(noun, "acl:relcl")), None)
    first = clause.left_edge.i if clause is not None else 0
    return APART if clause is None or noun.doc[first - 1].text == "," else APART - {"acl:relcl"}
