"""Who tells by the tree, where the model's tags leave it open or take the wrong noun.

A cue in the active voice has its subject as source. A passive has nobody but who stands after "by": who is said or
expected to do something is what is told of, and who is asked or ordered to is told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from typing import TYPE_CHECKING

from rashomon.grammar import clauses, cues, people, phrases
from rashomon.grammar.sign_words import TEMPORAL
from rashomon.types import Span

if TYPE_CHECKING:
    from rashomon.tokens import Doc, Token

# Their passive tells of its subject: "he is said to have left".
RAISING = frozenset(
    """allege assume believe claim consider deem estimate expect fear feel forecast know predict presume reckon report
    rumor rumour say suppose suspect think understand""".split()
)
# Their passive tells its subject something: "they were ordered to leave".
ADDRESSING = frozenset(
    """accuse advise alert ask assure charge command indict inform instruct invite notify order press remind request
    tell urge warn""".split()
)
# Their passive judges its subject: "the mayor was criticised for it".
JUDGING = frozenset(
    """blame brand characterise characterize condemn criticise criticize denounce depict describe dub hail label portray
    praise regard ridicule suspect view""".split()
)
MEANT = frozenset({"intend", "mean", "require"})  # their passive tells what a thing is for, or must do
SEEMING = frozenset("appear happen look prove remain seem sound turn".split())  # their subject tells nothing
OF_MINDS = cues.STANCES.keys() | SEEMING
TOLD_OF = RAISING | ADDRESSING | JUDGING | MEANT
NAMING = frozenset({"call", "dub", "entitle", "know", "name", "nickname", "title"})
# Verbs of deeds: with no more than a thing after them they tell nothing ("signed the deal").
DEEDS = frozenset(
    """appoint begin block circulate close draw file focus impose inaugurate introduce invite launch nominate obtain
    pass perpetuate pursue receive retaliate roll share ship sign slash start stop sue turn unveil vie""".split()
)
NO_COMMENT = re.compile(
    r"^(?:to )?comment(?: further)?(?: (?:on )?\w+day)?$|\b(?:requests?|calls?|e-?mails?|messages?)\b.* comment$"
)
SOME = frozenset({"another", "one", "the other", "others"})  # tell nothing but with a verb of telling
TELLING = cues.SPOKEN | {"endorse", "want"}
BARE = frozenset({"PROPN", "PRON", "DET", "PART"})
EMPTY = frozenset({"it", "that", "there", "this", "what"})
# What a source leaves out of the phrase of its noun; appositions and who is joined by "and" belong to it.
APART = phrases.LOOSE - {"appos", "conj", "cc", "punct", "acl"}


def mended(
    doc: Doc, source: Span | None, cue: Span | None, content: tuple[Span, ...]
) -> tuple[Span | None, tuple[Span, ...]]:
    """Source and content of a cue, put right by the voice of its verb."""
    words = [t for t in phrases.inside(doc, cue) if not t.is_space] if cue else []
    verb = phrases.head_of(words)
    if cue is None or verb is None:
        return source, content
    if words[0].lower_ == "according" and words[0].dep_ == "case":
        return source or phrases.phrase(words[0].head, APART), content
    minded = cues.lemma(verb.lemma_.lower(), verb.lower_) in cues.STANCES  # "is convinced"
    if verb.pos_ != "VERB" and not (verb.pos_ == "ADJ" and minded):
        return source, content
    if undergone(verb) or (clauses.passive(verb) and agent(verb) is not None):
        return _passive(verb, source, content)
    minds = any(cues.lemma(t.lemma_.lower(), t.lower_) in cues.STANCES for t in words if t != verb)  # "seems to think"
    at = _active(verb, cue) if minds or verb.lemma_.lower() not in SEEMING else None
    if at is None and minded and (source is None or _elsewhere(verb, source)):
        at = _understood(verb, cue, content)
    if at is not None and (source is None or _another(doc, verb, source, at) or _elsewhere(verb, source)):
        inside = [s for s in content if s.touches(at)]
        if not inside or (len(content) > 1 and all(at.covers(s) for s in inside)):
            return at, tuple(s for s in content if s not in inside)
    return source, content


def silent(doc: Doc, source: Span | None, cue: Span | None, content: tuple[Span, ...]) -> bool:
    """True for a cue that brings in nothing said: a lone adverb, a name given ("known as"), a thing "intended to" do
    something, a verb that is none of telling, has no source, and is followed by no "that"."""
    words = [t for t in phrases.inside(doc, cue) if not t.is_space] if cue else []
    if not words:
        return False
    verb, lemmas = phrases.head_of(words), {cues.lemma(t.lemma_.lower(), t.lower_) for t in words}
    stances = lemmas & cues.STANCES.keys()
    if words[-1].dep_ == "amod" and words[-1].lower_.endswith("ed"):
        return True  # "the accused killer"
    if not stances and any(t.pos_ == "NOUN" and t.stem == "nsubj" for t in words):
        return True  # "his priority is likely to be"
    if lemmas & cues.HEDGES:
        return False
    if all(NO_COMMENT.search(doc.text[s.begin : s.end]) for s in content):
        return True
    if verb is not None and content and all(when(verb, phrases.inside(doc, s)) for s in content):
        return True
    if verb is not None and verb.lemma_.lower() in MEANT and undergone(verb) and agent(verb) is None:
        return True
    if verb is not None and verb.lemma_.lower() in DEEDS and not stances:
        asked = verb.lemma_.lower() in ADDRESSING and phrases.children(verb, "xcomp")  # "invited them to come"
        return not asked and not any(_clause(phrases.inside(doc, s)) for s in content)
    if not (stances or lemmas & SEEMING) and all(t.pos_ in ("ADJ", "ADV", "DET") for t in words):
        return True
    if verb is not None and verb.dep_ == "acl" and _looked_at(doc, verb, content):
        return True
    if source is None:
        return _told_by_nobody(doc, words, lemmas, content)
    return _no_teller(doc, source, verb, lemmas)


def _no_teller(doc: Doc, source: Span, verb: Token | None, lemmas: Set[str]) -> bool:
    """True for a source that tells nothing: what is asked for, or named, and "one" or "others" beside no verb of
    telling."""
    bare = doc.text[source.begin : source.end].lower() in SOME and TELLING.isdisjoint(map(cues.STANCES.get, lemmas))
    named = verb is not None and _named(verb) and agent(verb) is None
    subjects = phrases.children(verb, "nsubj") if verb is not None and named else []
    return bare or any(source.touches(phrases.token_span(s)) for s in subjects)


def _told_by_nobody(doc: Doc, words: Sequence[Token], lemmas: Set[str], content: Sequence[Span]) -> bool:
    """True for a cue without a source that tells no more than a name or a thing: it needs a verb of telling, or
    "that"."""
    parts = [phrases.inside(doc, s) for s in content]
    plain = {cues.STANCES.get(lemma, "say") for lemma in lemmas} <= {"say", "know", "believe"}
    if plain and all(t.pos_ in BARE or t.is_punct for part in parts for t in part):
        return True  # a name tells nothing where it "is quoted", but where it "is criticised"
    if any(t.tag_ == "VBN" and _named(t) for t in words):
        return True
    clause = any(part[0].lower_ in ("that", "whether") for part in parts)
    known = not lemmas.isdisjoint(OF_MINDS)
    return not known and not clause and any(t.pos_ in ("VERB", "AUX") for t in words)


def _looked_at(doc: Doc, verb: Token, content: Sequence[Span]) -> bool:
    """True for a participle beside a noun that tells nothing: "papers seen by the Herald", "a study documenting it"."""
    stance = cues.STANCES.get(cues.lemma(verb.lemma_.lower(), verb.lower_))
    if verb.tag_ == "VBG":
        return stance is None and not any(_clause(phrases.inside(doc, s)) for s in content)
    seen = stance in ("believe", "know") and not phrases.children(verb, "xcomp")
    return seen and bool(content) and all(s.end <= verb.idx for s in content)


def _named(verb: Token) -> bool:
    """True for the passive of a verb that gives a name, "known as", not for "known to be"."""
    return verb.lemma_.lower() in NAMING and clauses.passive(verb) and raised(verb) is None


def when(verb: Token, words: Sequence[Token]) -> bool:
    """True for the clause that says when: "six months after the dam broke, nobody has been charged"."""
    head = phrases.head_of([t for t in words if not t.is_space and not t.is_punct])
    marks = phrases.children(head, "mark", "advmod") if head is not None and head.head.i == verb.i else []
    asked = head is not None and head.stem in ("ccomp", "xcomp")  # "said when it broke"
    return not asked and any(m.lower_ in TEMPORAL for m in marks)


def _clause(words: Sequence[Token]) -> bool:
    """True for words that tell that something is so, or what is to be."""
    head = phrases.head_of([t for t in words if not t.is_space and not t.is_punct])
    return head is not None and (head.pos_ in ("VERB", "AUX") or bool(phrases.children(head, "cop", "nsubj", "aux")))


def _another(doc: Doc, verb: Token, source: Span, subject: Span) -> bool:
    """True if a verb has a subject of its own before it that is not its source. Where a tree gives it two ("The blast
    was at noon, Oro told reporters"), the model's choice of one of them stands."""
    own = [c for c in phrases.children(verb, "nsubj") if c.i < verb.i]
    relative = any(phrases.is_wh(t) or t.lower_ == "that" for t in phrases.inside(doc, source))
    plain = own and all(c.tag_ not in ("WP", "WDT", "DT") for c in own)
    chosen = any(source.touches(phrases.token_span(c)) for c in own)
    return bool(plain) and not relative and not chosen and not source.touches(subject)


def _elsewhere(verb: Token, source: Span) -> bool:
    """True for a source in another sentence than its verb."""
    words = verb.sent
    return source.end <= words[0].idx or source.begin >= words[-1].idx + len(words[-1])


def undergone(verb: Token) -> bool:
    """True for a passive whose subject is told of, or told, but tells nothing itself."""
    lemma = verb.lemma_.lower()
    return verb.tag_ in ("VBN", "VBD") and lemma in TOLD_OF and clauses.passive(verb)


def agent(verb: Token) -> Token | None:
    """Who stands after "by" with a passive."""
    return next((c for c in phrases.children(verb, "obl") if clauses.case(c) == "by"), None)


def raised(verb: Token) -> Token | None:
    """The own subject of such a passive that what follows tells of: "he" of "he is said to have left"."""
    told = phrases.children(verb, "nsubj") if verb.lemma_.lower() in RAISING else []
    follows = phrases.children(verb, "xcomp", "ccomp")
    return told[0] if told and follows and told[0].lower_ not in EMPTY else None


def _passive(verb: Token, source: Span | None, content: tuple[Span, ...]) -> tuple[Span | None, tuple[Span, ...]]:
    told = phrases.children(verb, "nsubj") or ([verb.head] if verb.dep_ == "acl" else [])
    by = agent(verb)
    if source is None and by is not None and (by.pos_ in ("PROPN", "PRON") or by.lemma_.lower() in people.OFFICES):
        return phrases.phrase(by, APART), content
    if source is None or not any(source.touches(phrases.token_span(t)) for t in told):
        around = source is not None and any(source.touches(phrases.token_span(t)) for t in verb.subtree)
        return source if by is not None or around else None, content
    teller = phrases.phrase(by, APART) if by is not None else None
    lemma = verb.lemma_.lower()
    tells_of = raised(verb) is not None or (lemma not in ADDRESSING and (by is not None or lemma in JUDGING))
    if teller is not None:  # "singled out by Oro as a haven"
        content = tuple(r for c in content for r in _without(verb.doc, c, teller))
    if tells_of and content and not any(source.touches(c) for c in content):
        content = tuple(sorted((source, *content)))
    return teller, content


def _without(doc: Doc, at: Span, teller: Span) -> tuple[Span, ...]:
    """Content without the words of who tells it at its begin."""
    if at.begin != teller.begin or at.end <= teller.end:
        return () if teller.covers(at) else (at,)
    rest = phrases.trimmed(doc.text, Span(teller.end, at.end))
    return (rest,) if rest else ()


def _active(verb: Token, cue: Span) -> Span | None:
    """The phrase of the subject of a finite verb, or the own subject of another, "with polls showing that", where it
    stands outside the cue."""
    finite = verb.tag_ in phrases.FINITE_TAGS or bool(phrases.children(verb, "aux", "cop"))
    own = verb.tag_ == "VBG" and bool(phrases.children(verb, "nsubj"))
    subject = clauses.subject(verb) if (finite or own) and verb.stem != "xcomp" else None
    return _subject(verb, subject, cue)


def _understood(verb: Token, cue: Span, content: tuple[Span, ...]) -> Span | None:
    """Who is understood to do what an infinitive or gerund tells: "met to denounce it", "a law requiring it"."""
    beside = verb.dep_ in ("advcl", "conj") or (verb.dep_ == "acl" and verb.tag_ == "VBG")
    subject = clauses.subject(verb) if verb.tag_ in ("VB", "VBG") and beside else None
    at = _subject(verb, subject, cue, APART | {"acl"})
    return at if at is not None and not any(at.touches(c) for c in content) else None


def _subject(verb: Token, subject: Token | None, cue: Span, apart: frozenset[str] = APART) -> Span | None:
    if subject is None or subject.pos_ not in phrases.NOMINAL or subject.lower_ in EMPTY or clauses.passive(verb):
        return None
    at = phrases.trimmed(verb.doc.text, phrases.phrase(subject, apart))
    return at if at is not None and not at.touches(cue) else None
