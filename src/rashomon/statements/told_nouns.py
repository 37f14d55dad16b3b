"""What a noun tells: "her decision to leave", "signals from Vell that it sank", "denied the charges"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.common_nouns import PEOPLE
from rashomon.grammar import clauses, cues, people, phrases
from rashomon.statements.drafts import Draft
from rashomon.statements.parts import ADJECTIVES, cue, empty, speaks, stretches, teller
from rashomon.statements.tellers import APART, agent
from rashomon.types import Span

if TYPE_CHECKING:
    from rashomon.tokens import Token

OF = frozenset({"of", "about", "with"})  # what brings in a noun after an adjective: "aware of"
# Verbs that tell something by their object alone: "denied the charges".
REPORTING = frozenset(
    """accuse acknowledge admit announce believe blame claim commend condemn confirm criticise criticize decry
    demand denounce deny deplore dispute doubt endorse express fear favor favour indicate oppose praise predict
    prefer propose protest question recommend refute regret reject report request reveal seek signal support urge
    voice want welcome""".split()
)
# Participles that tell what somebody makes of a thing: "a plan rejected by the union".
SIDING = frozenset(
    """back condemn criticise criticize denounce deny dismiss dispute endorse favor favour oppose praise propose refute
    reject support welcome""".split()
)
# Verbs that tell something by a noun for what happens: "expects a recovery", but not "expects a guest".
FORESEEING = frozenset("anticipate expect forecast foresee".split())
HAPPENING = tuple(
    """tion sion ment ance ence ery ry al ure ing ity change charge decline decrease delay drop effect end fall
    fight gain growth hike impact increase loss profit result rise shift slowdown surge trouble victory vote war
    win""".split()
)
# Verbs that tell something by the noun after a preposition: "warned of floods".
BY_WAY_OF = {
    "admit": {"to"},
    "agree": {"on", "to"},
    "apologise": {"for"},
    "apologize": {"for"},
    "appeal": {"for"},
    "argue": {"for", "against"},
    "ask": {"for"},
    "boast": {"of", "about"},
    "call": {"for"},
    "complain": {"of", "about"},
    "confess": {"to"},
    "disagree": {"with"},
    "hint": {"at"},
    "hope": {"for"},
    "insist": {"on"},
    "know": {"of", "about"},
    "learn": {"of", "about"},
    "object": {"to"},
    "plead": {"for"},
    "pray": {"for"},
    "press": {"for"},
    "push": {"for"},
    "protest": {"against"},
    "warn": {"of", "about", "against"},
}
ACCUSING = frozenset("accuse blame condemn criticise criticize praise".split())  # with what for
# "sought help" is no statement, "sought a deal to end it" is.
LONGER = frozenset({"believe", "report", "request", "seek", "want"})
LONG = 4  # words
# Verbs that say or hold that somebody or something is so: "called the vote a farce".
VIEWING = frozenset(
    """brand call characterise characterize consider declare deem denounce depict describe dub hail label portray
    regard see view""".split()
)
BEHOLDING = frozenset({"see", "view"})  # "saw her fall" tells what was seen
HOLDING = frozenset({"VB", "VBP", "VBZ"})  # tags of what somebody holds now
# Nouns that hold what their owner means to do, says or holds true: "her decision to leave", "their claim that it sank".
NOUNS = frozenset(
    """accusation admission aim allegation announcement argument assertion assessment assumption assurance
    belief call claim commitment complaint conclusion confidence conviction decision declaration demand denial
    desire doubt expectation explanation fear hint hope insistence intention interest motion offer opinion order
    petition plan pledge prediction promise proposal readiness recommendation refusal reluctance request ruling
    signal statement suggestion threat view vow warning willingness wish""".split()
)
# Nouns that tell something by a clause whoever holds it: "there are fears that it sank".
GOING_ROUND = frozenset(
    """accusation allegation charge claim concern contention fear report rumor rumour speculation suggestion
    suspicion warning""".split()
)
WANTING = frozenset("appeal call demand offer plea request".split())  # what they want stands after "for"
# Verbs that add nothing to such an object: "expressed hope that", "made a promise to", "has no plans to".
LIGHT = frozenset(
    """announce convey discuss express file get give have harbour hold issue make offer raise reach reiterate repeat
    send share show state take voice""".split()
)
RAISED = frozenset({"chance", "possibility", "prospect", "question"})  # what "raise" brings up
OWED = frozenset({"must", "should", "need", "ought"})  # what somebody should say is not said
MARKS = frozenset({"to", "that", "of", "in", "whether"})  # what brings in the clause of a noun


def owned(noun: Token) -> Draft | None:
    """ "Her decision to leave", "a request by Oro to leave": what the owner of such a noun means or holds; nobody's for
    "reports that it sank"."""
    lemma = noun.lemma_.lower()
    clause = clause_after(noun)
    if lemma not in NOUNS | GOING_ROUND:
        return None
    owner = _owner(noun)
    told = max(_told(noun, *([clause] if clause is not None else [])), key=lambda t: t[-1].end, default=())
    at = phrases.token_span(noun)
    if not told and (told := _wanted(noun)):
        at = phrases.span(noun.doc, noun.i, noun.i + 1 + (noun.nbor(1).lower_ == "for"))
    if not told or (owner is not None and any(s.touches(phrases.token_span(owner)) for s in told)):
        return None
    if owner is None:
        return Draft(None, phrases.token_span(noun), told) if lemma in GOING_ROUND and _that(noun, clause) else None
    return Draft(phrases.phrase(owner), at, told)


def _wanted(noun: Token) -> tuple[Span, ...]:
    """ "Its demand for a rise"."""
    after = phrases.children(noun, "nmod") if noun.lemma_.lower() in WANTING else []
    return tuple(phrases.phrase(n, APART) for n in after if clauses.case(n) == "for")[:1]


def _owner(noun: Token) -> Token | None:
    """Who holds what a noun tells: "her plan", "a plan by Oro", "the claim of the mayor", "a claim made by Oro",
    "a Navy plan"."""
    own = next(iter(phrases.children(noun, "nmod:poss")), None) or _named_after(noun)
    made = (agent(v) for v in phrases.children(noun, "acl") if v.tag_ == "VBN")
    body = (c for c in phrases.children(noun, "compound") if c.ent_type_ == "ORG")
    return own or next((a for a in made if a is not None and speaks(a)), None) or next(body, None)


def _named_after(noun: Token) -> Token | None:
    """Who stands after "by", "from" or "of" with a noun, if it is somebody: "signals from Vell"."""
    after = (n for n in phrases.children(noun, "nmod") if n.i > noun.i and clauses.case(n) in ("by", "from", "of"))
    return next((n for n in after if speaks(n)), None)


def clause_after(token: Token) -> Token | None:
    """The clause that "that" or "to" right after a word brings in, where the tree has hung it higher up."""
    after = token.nbor(1) if token.i + 1 < token.sent.end else token
    brings_in = after.lower_ == "that" or (after.lower_ == "to" and token.pos_ == "NOUN" and after.head.tag_ == "VB")
    return after.head if brings_in and after.dep_ == "mark" and after.head.i > after.i else None


def _that(noun: Token, *beside: Token | None) -> bool:
    clause = [*phrases.children(noun, "acl", "ccomp"), *(c for c in beside if c is not None)]
    return any(m.lower_ in ("that", "whether") for c in clause for m in phrases.children(c, "mark"))


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
    hung = [
        c for c in (*phrases.children(verb, "ccomp", "xcomp"), clause_after(noun)) if c is not None and c.i > noun.i
    ]
    told = next(_told(noun, *hung), ())
    begin = cue(verb).begin
    return Draft(teller(subject, verb), Span(begin, noun.idx + len(noun)), told) if told else None


def by_object(token: Token) -> Draft | None:
    """ "Denied the charges", "accused him of theft", "warned of floods": what is told stands as the object of a verb,
    with what it is told to have done, or after a preposition, as in "aware of"."""
    lemma = cues.lemma(token.lemma_.lower(), token.lower_)
    if token.stem == "xcomp" and token.head.lemma_.lower() in cues.NEGATIVE:
        return None  # "declined to confirm"
    of = OF if token.pos_ == "ADJ" and token.lemma_.lower() in ADJECTIVES else BY_WAY_OF.get(lemma, set())
    if not (token.pos_ == "ADJ" and of) and (token.pos_ != "VERB" or clauses.passive(token)):
        return None
    noun = next((n for n in phrases.children(token, "obl") if n.i > token.i and clauses.case(n) in of), None)
    by_way = noun is not None
    if (
        noun is None
        and lemma in REPORTING | FORESEEING
        and not any(a.lower_ in OWED for a in phrases.children(token, "aux"))
    ):
        noun = next((n for n in phrases.children(token, "obj") if n.i > token.i), None) or _before(token)
    subject = clauses.subject(token)
    if noun is None or subject is None or subject.i > token.i or empty(token, subject) or not speaks(subject):
        return None
    if by_way and noun.lemma_.lower() in PEOPLE | people.OFFICES:  # "prayed for the boy"
        return None
    deed = [c for c in phrases.children(token, "advcl", "obl") if lemma in ACCUSING and noun.i < c.i]
    whom = lemma in SIDING and (noun.pos_ == "PROPN" or noun.lower_ in people.PRONOUNS)  # "supports her"
    if noun.pos_ != "NOUN" and not deed and not whom:
        return None
    told = phrases.phrase(noun, APART if noun.i < token.i else _drop(noun))
    told = phrases.trimmed(token.doc.text, told) or told
    told = Span(told.begin, max([told.end, *(phrases.phrase(c, APART).end for c in deed)]))
    if lemma in FORESEEING and not noun.lemma_.lower().endswith(HAPPENING):
        return None
    short = lemma in LONGER and len(phrases.inside(token.doc, told)) < LONG
    if short or any(told.touches(phrases.token_span(t)) for t in (token, subject)):
        return None
    at = cue(token)
    if by_way and phrases.inside(token.doc, told)[0].i == token.i + 2:  # "called for"
        at = phrases.span(token.doc, phrases.inside(token.doc, at)[0].i, token.i + 2)
    return Draft(teller(subject, token), at, (told,))


def judged(verb: Token) -> Draft | None:
    """ "Called the vote a farce", "described him as a liar", "a vote that Oro called a farce": whom or what, and what
    it is said to be."""
    lemma, subject = verb.lemma_.lower(), clauses.subject(verb)
    finds = lemma == "find" and verb.tag_ in HOLDING  # what was found may be a thing: "found the ship empty"
    if verb.pos_ != "VERB" or not (finds or lemma in VIEWING) or clauses.passive(verb):
        return None
    nouns = [n for n in phrases.children(verb, "obj", "iobj", "obl") if n.i > verb.i and not clauses.case(n)]
    relative = [verb.head] if verb.dep_ == "acl:relcl" and verb.head.i < verb.i else []
    noun = next((n for n in nouns if n.pos_ in phrases.NOMINAL or n.tag_ == "DT"), None)
    if subject is None or subject.i > verb.i or empty(verb, subject) or not speaks(subject):
        return None
    after = noun.i if noun is not None else verb.i
    rest = (c for c in phrases.children(verb, "xcomp", "obj", "obl", "advcl") if c.i > after)
    being = next((c for c in rest if clauses.case(c) in ("", "as") and not phrases.children(c, "nsubj")), None)
    if being is None and relative and noun is not None and subject.head == verb:  # "that Oro called a farce"
        noun, being = None, noun
    if being is None or any(c.lower_ == "to" for c in phrases.children(being, "mark")):
        return None
    if (finds or lemma in BEHOLDING) and being.pos_ == "VERB" and clauses.case(being) != "as":
        return None
    if noun is not None:
        told: tuple[Span, ...] = (phrases.span(verb.doc, noun.left_edge.i, being.right_edge.i + 1),)
    elif relative and subject.i not in {relative[0].i, *(c.i for c in relative if phrases.is_wh(c))}:
        of = phrases.phrase(relative[0], APART | {"punct"})
        told = of, phrases.span(verb.doc, being.left_edge.i, being.right_edge.i + 1)
    else:
        return None
    return Draft(teller(subject, verb), cue(verb), told) if told[-1].begin > verb.idx else None


def _before(verb: Token) -> Token | None:
    """The noun whose relative clause has a verb of telling: "drills that Vell denounces", "a charge Oro denies"."""
    relative = all(map(phrases.is_wh, phrases.children(verb, "obj"))) and not phrases.children(verb, "ccomp", "xcomp")
    return verb.head if relative and verb.dep_ == "acl:relcl" and verb.head.i < verb.i else None


def _drop(noun: Token) -> frozenset[str]:
    """What to leave out of the phrase of a noun: a relative clause only if a comma parts it."""
    clause = next(iter(phrases.children(noun, "acl:relcl")), None)
    first = clause.left_edge.i if clause is not None else 0
    return APART if clause is None or noun.doc[first - 1].text == "," else APART - {"acl:relcl"}
