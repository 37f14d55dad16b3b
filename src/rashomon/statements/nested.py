"""Statements inside what somebody said: "Moreno said she hopes that ...", "“I think it is over,” he said".

The model is taught the outermost statement only (PolNeAR marks no others), so these are read off the tree: a verb or
adjective of saying, thinking or wanting with a subject of its own and a clause that tells what.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.grammar import clauses, cues, phrases
from rashomon.statements import fields, quotes
from rashomon.statements.drafts import Draft
from rashomon.statements.parts import ADJECTIVES, SAYING, cue, empty, speaks, stretches, teller
from rashomon.statements.tellers import MEANT, agent, raised, undergone
from rashomon.statements.told_nouns import (
    ACCUSING,
    BY_WAY_OF,
    GOING_ROUND,
    NOUNS,
    REPORTING,
    VIEWING,
    by_object,
    clause_after,
    judged,
    lightly,
    owned,
)
from rashomon.types import Span

if TYPE_CHECKING:
    from rashomon.language import Reading
    from rashomon.tokens import Token

ATTITUDES = frozenset("believe claim know want promise threaten".split())  # stances that an infinitive may follow
GERUND = REPORTING | {"describe", "recall", "recommend", "remember", "report", "suggest"}  # "denied taking money"
TELLING = frozenset({"NOUN", "VERB", "ADJ"})
LEADING = frozenset("allow cause force lead likely prompt seem unlikely".split())  # to what somebody does say or think
INTRODUCING = frozenset({",", ":", "that"})
MARKS = frozenset("“‘'\"«„")
SUBJECTS = frozenset("he i she they we".split())
OPEN = frozenset({"ask", "know", "say", "see", "wonder"})  # with "if" for "whether"


def nested(reading: Reading, found: Sequence[Draft]) -> Iterator[Draft]:
    """The statements inside the content of those found that are not among them."""
    doc, text = reading.doc, quotes.doubled(reading.doc.text)
    cued = {t.i for d in found if d.cue for t in phrases.inside(doc, d.cue)}
    seen: set[int] = set()
    for d in found:
        for stretch in d.content:
            for token in phrases.inside(doc, stretch):
                known = token.i in cued or token.i in seen
                if known or token.pos_ not in TELLING or not stretch.covers(phrases.token_span(token)):
                    continue
                seen.add(token.i)
                draft = (quoting(token) or statement(token) if not _to_do(token) else None) or _as_said(token)
                draft = draft or _set_after(token, stretch, text)
                if draft and draft.cue and stretch.covers(draft.cue):
                    content = tuple(c for s in draft.content if (c := _inside(d.content, s)))
                    if content:
                        yield replace(draft, content=(*content, *_going_on(text, draft, stretch, d)))


def _to_do(token: Token) -> bool:
    """True for what is to be done, which nobody has told: "need to support them", "too early to tell"."""
    to = any(c.lower_ == "to" for c in phrases.children(token, "mark"))
    hung = token.stem in ("acl", "advcl", "xcomp", "conj") and token.head.lemma_.lower() not in LEADING
    return to and token.tag_ == "VB" and hung


def _inside(stretches: Sequence[Span], at: Span) -> Span | None:
    """A stretch that begins inside one of others, as far as that goes."""
    ends = (outer.end for outer in stretches if outer.begin <= at.begin < outer.end)
    return next((Span(at.begin, min(at.end, end)) for end in ends), None)


def quoting(verb: Token) -> Draft | None:
    """ "A voice said, ‘It sank. Run.’": the words in the quotation marks after a verb and who is told, to the mark that
    closes them."""
    subject = clauses.subject(verb) if verb.pos_ == "VERB" else None
    lemma = cues.lemma(verb.lemma_.lower(), verb.lower_)
    known = cues.STANCES.get(lemma) in cues.SPOKEN and lemma not in VIEWING
    if subject is None or not known or subject.i > verb.i or not speaks(subject, verb) or empty(verb, subject):
        return None
    beside = {t.i for c in phrases.children(verb, "obj", "iobj", "obl", "advmod") for t in c.subtree}
    at = verb.i + 1
    while at < len(verb.doc) and (at in beside or verb.doc[at].text in INTRODUCING) and verb.doc[at].text not in MARKS:
        at += 1
    if at >= len(verb.doc) or verb.doc[at].text not in MARKS:
        return None
    said = quotes.closed(quotes.doubled(verb.doc.text), verb.doc[at].idx)
    return Draft(teller(subject, verb), cue(verb), (said,)) if said is not None else None


def _as_said(token: Token) -> Draft | None:
    """ "As I said, it sank": what the clause around tells."""
    marks = {c.lower_ for c in phrases.children(token, "mark")}
    subject = clauses.subject(token)
    if token.dep_ != "advcl" or marks != {"as"} or token.lemma_.lower() not in SAYING or subject is None:
        return None
    own = {t.i for t in token.subtree}
    rest = sorted(t.i for t in token.head.subtree if t.i not in own)
    told = stretches(token, rest) if speaks(subject) else ()
    return Draft(teller(subject), cue(token), told) if told else None


def _set_after(token: Token, stretch: Span, text: str) -> Draft | None:
    """ "It sank, Oro said" at the end of what somebody else tells ("..., according to the Gazette"): all before it.
    *text* has single quotation marks made double ones."""
    finite = token.pos_ == "VERB" and token.tag_ != "VB"  # not "a silly thing to say"
    if not finite or token.lemma_.lower() not in SAYING:
        return None
    subject, beside = clauses.subject(token), token.doc[max(token.i - 1, 0)]
    if beside.pos_ in ("PROPN", "PRON") and (subject is None or beside not in [*subject.subtree]):
        subject = beside  # the tree has him in the clause that he says
    if subject is None or subject.i > token.i or not speaks(subject, token):
        return None
    words = phrases.inside(token.doc, stretch)
    before = [t for t in words if t.i < subject.left_edge.i]
    last = any(t.i > token.i and t.pos_ != "PUNCT" for t in words)
    if last or not any(t.text == "," for t in before[-2:]) or _marked(text, stretch, token.idx) is False:
        return None
    told = stretches(token, [t.i for t in before])
    return Draft(teller(subject, token), cue(token), told) if told else None


def _going_on(text: str, inner: Draft, stretch: Span, outer: Draft) -> tuple[Span, ...]:
    """The quotations with which *outer* goes on after the stretch in which somebody's own quotation stands: "“It sank,”
    Oro said, according to the Gazette. “I ran.”"."""
    if inner.cue is None or not _marked(text, inner.content[0], inner.cue.begin):
        return ()
    return tuple(s for s in outer.content if s.begin > stretch.begin and text[s.begin] in MARKS)


def _marked(text: str, said: Span, cue_at: int) -> bool | None:
    """True for a quotation that closes before its cue, False for one that does not, None for other words."""
    mark = next((at for at in (said.begin, said.begin - 1) if at >= 0 and text[at] in MARKS), None)
    if mark is None:
        return None
    quotation = quotes.closed(text, mark)
    return quotation is not None and quotation.end <= cue_at


def statement(token: Token) -> Draft | None:
    """What a verb, adjective or noun of telling tells by the tree, with its source; None for any other word."""
    if token.pos_ == "NOUN":
        return owned(token)
    clause = _told(token)
    if clause is None and (flat := _after_that(token)) is not None:
        return flat
    accused = cues.lemma(token.lemma_.lower(), token.lower_) in ACCUSING and phrases.children(token, "obj")
    if clause is None or accused:
        return lightly(token) or judged(token) or by_object(token)
    passive = undergone(token) or _impersonal(token)
    subject = agent(token) if passive else clauses.subject(token)
    inside = {t.i for t in clause.subtree}
    if not passive and (subject is None or empty(token, subject) or not speaks(subject, token)):
        return None
    if token.i in inside or (subject is not None and subject.i in inside):  # the tree runs across
        return None
    inside |= _acted_on(token, clause) | _asked(token, clause) | _noun_of(token, clause)
    told = stretches(token, sorted(inside))
    if not told:
        return None
    about = raised(token) if passive else None
    content = (phrases.phrase(about), *told) if about is not None and about.i < token.i else told
    return Draft(teller(subject, token) if subject is not None else None, cue(token), content)


def _after_that(token: Token) -> Draft | None:
    """ "They had concluded that Ana Oro, a miner, left", "and I think he left", with the clause lost in the tree: the
    rest of the sentence."""
    subject, after = clauses.subject(token), token.i + 1
    known = cues.STANCES.get(cues.lemma(token.lemma_.lower(), token.lower_))
    begins = token.doc[after] if after < token.sent.end else token
    that = begins.lower_ == "that" and begins.dep_ == "mark"
    he = begins.lower_ in SUBJECTS and begins.dep_ == "nsubj" and begins.head.i > after and known in ("believe", "say")
    if token.pos_ != "VERB" or known is None or not (that or he) or clauses.passive(token) or subject is None:
        return None
    if subject.i > token.i or empty(token, subject) or not speaks(subject, token):
        return None
    told = stretches(token, range(after, token.sent.end))
    return Draft(teller(subject, token), cue(token), told) if told else None


def _impersonal(token: Token) -> bool:
    """True for "it is asserted by Oro that"."""
    return clauses.passive(token) and any(c.lower_ == "it" for c in phrases.children(token, "nsubj", "expl"))


def _acted_on(token: Token, clause: Token) -> set[int]:
    """Who is to do what is wanted belongs to it: "the war" of "wanted the war to end", but not who is told."""
    if clause.stem != "xcomp" or token.lemma_.lower() in fields.TELLING - {"urge", "ask", "order"}:
        return set()
    nouns = [n for n in phrases.children(token, "obj") if token.i < n.i < clause.i]
    return {t.i for n in nouns for t in n.subtree}


def _noun_of(token: Token, clause: Token) -> set[int]:
    """The noun that a clause belongs to, where the tree has hung it on the verb: "did not believe the claim that it
    sank"."""
    before = clause.doc[clause.left_edge.i - 1]
    noun = before.head == token and before.dep_ == "obj" and before.lemma_.lower() in NOUNS | GOING_ROUND
    return {t.i for t in before.subtree} if noun else set()


def _asked(token: Token, clause: Token) -> set[int]:
    """The "what" or "why" right before a clause, where the tree has hung it on the word that brings the clause in."""
    before = clause.doc[clause.left_edge.i - 1]
    return {before.i} if before.head == token and before.i > token.i and before.tag_ in ("WRB", "WP") else set()


def _told(token: Token) -> Token | None:
    """The head of the clause that tells what is said, thought or wanted; None for any other word."""
    lemma = cues.lemma(token.lemma_.lower(), token.lower_)
    adjective = token.pos_ in ("ADJ", "VERB") and (lemma in ADJECTIVES or token.lower_ in ADJECTIVES)
    stance = cues.STANCES.get(lemma)
    if token.pos_ != "VERB" and not adjective:
        return None
    if (stance is None and not adjective) or lemma == "need" or (lemma in MEANT | {"suppose"} and undergone(token)):
        return None  # what must be is in nobody's mind
    if lemma == "see" and any(a.lower_ in ("will", "'ll", "’ll") for a in phrases.children(token, "aux")):
        return None  # "we will see what happens": nobody does
    wholes = phrases.children(token, "ccomp", *(["csubj"] if _impersonal(token) else []))
    if not wholes and (clause := clause_after(token)) is not None:
        return clause
    if wholes:  # the one that follows, else the one just before
        return next((c for c in wholes if c.i > token.i), wholes[-1])
    whs = (c for c in phrases.children(token, "obj", "advmod", "obl") if c.i > token.i and c.tag_ in ("WRB", "WP"))
    if why := next((c for c in whs if phrases.children(c, "advcl", "acl", "ccomp")), None):
        return why  # "cannot understand why it sank", with the clause hung on its first word
    whether = (c for c in phrases.children(token, "advcl") if c.i > token.i and lemma in OPEN)
    if clause := next((c for c in whether if any(m.lower_ == "if" for m in phrases.children(c, "mark"))), None):
        return clause  # "could not say if it sank"
    return _not_finite(token, lemma, stance, adjective=adjective)


def _not_finite(token: Token, lemma: str, stance: str | None, *, adjective: bool) -> Token | None:
    """The gerund or infinitive that tells it: "denied taking it", "hopes to leave", "asked them to leave", "prayed for
    it to end"."""
    passive, asking = undergone(token), lemma in fields.TELLING
    for clause in phrases.children(token, "xcomp", "advcl"):
        marks = {c.lower_ for c in clause.children if c.dep_ == "mark"}
        prayed = marks >= {"for", "to"} and "for" in BY_WAY_OF.get(lemma, ())
        if clause.stem == "advcl" and not adjective:
            meant = marks == {"to"} and stance in ATTITUDES and not phrases.children(token, "obj")  # "agreed in May to"
            if (prayed or meant) and clause.i > token.i:
                return clause
            continue
        if not marks and clause.tag_ == "VBG" and lemma in GERUND:
            return clause
        if "of" in marks and (passive or (adjective and clause.tag_ == "VBG")):
            return clause
        if clause.dep_ == "advcl" and clause.i < token.i:
            continue
        to = "to" in marks and (adjective or passive or asking or stance in ATTITUDES)
        if to or prayed or ("that" in marks and adjective):
            return clause
    return None
