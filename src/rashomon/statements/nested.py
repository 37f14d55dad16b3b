"""Statements inside what somebody said: "Moreno said she hopes that ...", "“I think it is over,” he said".

The model is taught the outermost statement only (PolNeAR marks no others), so these are read off the tree: a verb or
adjective of saying, thinking or wanting with a subject of its own and a clause that tells what.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rashomon.grammar import clauses, cues, people, phrases
from rashomon.lexicon import PEOPLE
from rashomon.statements import fields
from rashomon.statements.drafts import Draft
from rashomon.statements.tellers import APART, agent, raised, undergone
from rashomon.types import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from rashomon.language import Reading

ATTITUDES = frozenset({"believe", "know", "want", "promise", "threaten"})  # stances that an infinitive may follow
ADJECTIVES = frozenset(
    """sure certain convinced confident aware afraid hopeful optimistic pessimistic sceptical skeptical worried
    concerned ready willing unwilling eager determined glad happy sorry adamant encouraged pleased disappointed
    surprised proud grateful committed prepared reluctant unaware keen anxious fearful wary""".split()
)
OF = frozenset({"of", "about"})  # what brings in a noun after such an adjective
# Verbs that tell something by their object alone: "denied the charges".
REPORTING = frozenset(
    """accuse acknowledge admit announce blame claim condemn confirm criticise criticize decry demand denounce deny
    deplore dispute oppose praise propose protest question refute regret reject report request reveal seek
    welcome""".split()
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
    "insist": {"on"},
    "object": {"to"},
    "plead": {"for"},
    "protest": {"against"},
    "warn": {"of", "about", "against"},
}
ACCUSING = frozenset("accuse blame condemn criticise criticize praise".split())  # with what for
LONGER = frozenset({"report", "request", "seek"})  # "sought help" is no statement, "sought a deal that ends it" is
LONG = 4  # words
GERUND = REPORTING | {"describe", "recall", "recommend", "remember", "report", "suggest"}  # "denied taking money"
# Nouns that hold what their owner means to do or holds true: "her decision to leave", "their claim that it sank".
NOUNS = frozenset(
    """accusation admission allegation announcement assertion assurance belief call claim commitment conclusion
    conviction decision demand denial desire fear hope insistence intention offer plan pledge promise proposal
    readiness refusal reluctance request statement suggestion threat view vow warning willingness wish""".split()
)
# Subjects that say nothing.
THINGS = frozenset("this that these those which what there one nobody none anyone anybody god ’s 's".split())
SHOWING = frozenset("conclude confirm imply indicate mean prove reveal show suggest".split())  # what a thing does too
SPEAKING = people.OFFICES | people.BODIES | PEOPLE | fields.DOCUMENTS | fields.HEARERS
SPEAKING |= frozenset("capital country regime side state".split())
MINDS = frozenset({"believe", "know", "want"})  # stances that "you" in a quotation stands for anybody with
PLAIN = frozenset({"certain", "sure"})  # "it is sure that" is nobody's mind
PERSONAL = ("er", "or", "ist", "ian", "man", "woman", "ee", "ant", "crat", "ive")  # ends of words for persons
TELLING = frozenset({"NOUN", "VERB", "ADJ"})
OUTSIDE = frozenset({"punct", "cc", "mark", "discourse"})


def nested(reading: Reading, found: Sequence[Draft]) -> Iterator[Draft]:
    """The statements inside the content of those found that are not among them."""
    doc = reading.doc
    cued = {t.i for d in found if d.cue for t in phrases.inside(doc, d.cue)}
    seen: set[int] = set()
    for d in found:
        for stretch in d.content:
            for token in phrases.inside(doc, stretch):
                known = token.i in cued or token.i in seen
                if known or token.pos_ not in TELLING or not stretch.covers(phrases.token_span(token)):
                    continue
                seen.add(token.i)
                draft = statement(token)
                if draft and all(stretch.covers(s) for s in (*draft.content, draft.cue) if s):
                    yield draft


def statement(token: Token) -> Draft | None:
    """What a verb, adjective or noun of telling tells by the tree, with its source; None for any other word."""
    if token.pos_ == "NOUN":
        return _owned(token)
    clause = _told(token)
    accused = cues.lemma(token.lemma_.lower(), token.lower_) in ACCUSING and phrases.children(token, "obj")
    if clause is None or accused:
        return _by_object(token)
    passive = undergone(token)
    subject = agent(token) if passive else clauses.subject(token)
    inside = {t.i for t in clause.subtree}
    if not passive and (subject is None or _empty(token, subject) or not speaks(subject)):
        return None
    if token.i in inside or (subject is not None and subject.i in inside):  # the tree runs across: no stretch to show
        return None
    told = _stretch(token, sorted(inside | _acted_on(token, clause)))
    if told is None:
        return None
    about = raised(token) if passive else None
    content = (phrases.phrase(about), told) if about is not None and about.i < token.i else (told,)
    return Draft(_teller(subject) if subject is not None else None, _cue(token), content)


def _teller(subject: Token) -> Span:
    """A subject with what explains it and who is joined to it: "the captain, Ana Oro"."""
    whole = phrases.phrase(subject, APART)
    return phrases.trimmed(phrases.text(subject.doc), whole) or whole


def _empty(token: Token, subject: Token) -> bool:
    """True for a subject that says nothing: "it is sure that", "God knows", "let’s say"; not of "it hopes to"."""
    word = subject.lower_
    thing = subject.dep_ == "expl" or token.lower_ in PLAIN or token.lemma_.lower() in SHOWING
    anybody = word == "you" and cues.STANCES.get(cues.lemma(token.lemma_.lower(), token.lower_)) in MINDS
    return word in THINGS or anybody or (word == "it" and thing)


def _acted_on(token: Token, clause: Token) -> set[int]:
    """Who is to do what is wanted belongs to it: "the war" of "wanted the war to end", but not who is told."""
    if phrases.base(clause.dep_) != "xcomp" or token.lemma_.lower() in fields.TELLING - {"urge", "ask", "order"}:
        return set()
    nouns = [n for n in phrases.children(token, "obj") if token.i < n.i < clause.i]
    return {t.i for n in nouns for t in n.subtree}


def speaks(subject: Token) -> bool:
    """True for a name, a pronoun, or a noun for somebody or for a text: "the safety zones imply" is no statement."""
    lemma = subject.lemma_.lower()
    return subject.pos_ != "NOUN" or lemma in SPEAKING or subject.lower_ in SPEAKING or lemma.endswith(PERSONAL)


def _stretch(token: Token, inside: Sequence[int]) -> Span | None:
    """The words of a clause from first to last without what brings it in; None where *token* stands among them."""
    doc, begin, end = token.doc, inside[0], inside[-1] + 1
    if token.i in range(begin, end):
        return None
    while begin < end and doc[begin].dep_ in OUTSIDE and doc[begin].lower_ in ("that", "of", ",", ":", "“", '"'):
        begin += 1
    while end > begin and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    return phrases.span(doc, begin, end) if end - begin > 1 else None


def _owned(noun: Token) -> Draft | None:
    """ "Her decision to leave": what the owner of such a noun means or holds."""
    owner = next(iter(phrases.children(noun, "nmod:poss")), None)
    if owner is None or noun.lemma_.lower() not in NOUNS:
        return None
    for clause in phrases.children(noun, "acl", "ccomp"):
        marks = {c.lower_ for c in clause.children if c.dep_ == "mark"}
        if "relcl" in clause.dep_ or not marks & {"to", "that"}:
            continue
        told = _stretch(noun, sorted(t.i for t in clause.subtree))
        if told is not None:
            return Draft(phrases.phrase(owner), phrases.token_span(noun), (told,))
    return None


def _by_object(token: Token) -> Draft | None:
    """ "Denied the charges", "accused him of theft", "warned of floods": what is told stands as the object of a verb,
    with what it is told to have done, or after a preposition, as in "aware of"."""
    lemma = cues.lemma(token.lemma_.lower(), token.lower_)
    of = OF if token.pos_ == "ADJ" and token.lemma_.lower() in ADJECTIVES else BY_WAY_OF.get(lemma, set())
    if not (token.pos_ == "ADJ" and of) and (token.pos_ != "VERB" or clauses.passive(token)):
        return None
    noun = next((n for n in phrases.children(token, "obl") if n.i > token.i and clauses.case(n) in of), None)
    if noun is None and lemma in REPORTING:
        noun = next((n for n in phrases.children(token, "obj") if n.i > token.i), None)
    subject = clauses.subject(token)
    if noun is None or subject is None or subject.i > token.i or _empty(token, subject) or not speaks(subject):
        return None
    deed = [c for c in phrases.children(token, "advcl", "obl") if lemma in ACCUSING and noun.i < c.i]
    if noun.pos_ != "NOUN" and not deed:
        return None
    told = phrases.phrase(noun, APART)
    told = Span(told.begin, max([told.end, *(phrases.phrase(c, APART).end for c in deed)]))
    short = lemma in LONGER and len(phrases.inside(token.doc, told)) < LONG
    if short or any(told.touches(phrases.token_span(t)) for t in (token, subject)):
        return None
    return Draft(_teller(subject), _cue(token), (told,))


def _told(token: Token) -> Token | None:
    """The head of the clause that tells what is said, thought or wanted; None for any other word."""
    lemma = cues.lemma(token.lemma_.lower(), token.lower_)
    adjective = token.pos_ in ("ADJ", "VERB") and (lemma in ADJECTIVES or token.lower_ in ADJECTIVES)
    stance = cues.STANCES.get(lemma)
    if token.pos_ != "VERB" and not adjective:
        return None
    if stance is None and not adjective:
        return None
    for clause in phrases.children(token, "ccomp"):
        return clause
    passive = undergone(token)
    for clause in phrases.children(token, "xcomp", *(["advcl"] if adjective else [])):
        marks = {c.lower_ for c in clause.children if c.dep_ == "mark"}
        if not marks and clause.tag_ == "VBG" and lemma in GERUND:
            return clause
        if "of" in marks and (passive or (adjective and clause.tag_ == "VBG")):
            return clause
        if clause.dep_ != "advcl" and (
            ("to" in marks and (adjective or passive or stance in ATTITUDES)) or ("that" in marks and adjective)
        ):
            return clause
    return None


def _cue(token: Token) -> Span:
    """The verb with its auxiliaries, negation and the adverbs between, as far as they stand together."""
    beside = [
        t for t in token.children if phrases.base(t.dep_) in ("aux", "cop", "advmod", "compound") and t.pos_ != "X"
    ]
    kept = {t.i for t in beside} | {c.i for t in beside if t.pos_ == "ADV" for c in t.children}  # "no longer"
    begin, end = token.i, token.i + 1
    while begin - 1 in kept:
        begin -= 1
    while end in kept and token.doc[end].pos_ == "ADP":
        end += 1
    return phrases.span(token.doc, begin, end)
