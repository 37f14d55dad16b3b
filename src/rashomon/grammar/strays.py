"""Subjects and phrases that a parser hung on another word than their own, told by what they stand beside."""

from __future__ import annotations

from collections.abc import Container
from typing import TYPE_CHECKING

from rashomon.grammar import phrases
from rashomon.grammar.cues import STANCES

if TYPE_CHECKING:
    from rashomon.tokens import Token

# Nouns whose clause has them for its time, reason or manner: "the day they left".
FRAMES = frozenset("day moment month night place point reason time way week year".split())
MODIFIERS = ("amod", "compound", "case", "aux", "cop")  # verbs that are none: "an *armed* man"


def subjects(verb: Token) -> list[Token]:
    """The subjects of a verb that has none of its own, though the words say that it has."""
    ways = (_lent, _gapped, _taken, _bare, fronted)
    return next((found for way in ways if (found := way(verb))), [])


def obliques(verb: Token) -> list[Token]:
    """The nouns with a preposition beside a verb: its own but for those right behind another verb, and those right
    behind it that hang on another: "the bomb found *in Vell* was meant for". All verbs of a row share who did it."""
    own = [c for c in phrases.children(verb, "obl") if governor(c) == verb or c.left_edge.lower_ == "by"]
    above = dict.fromkeys((verb.head, verb.head.head))
    return own + [c for h in above if h != verb for c in phrases.children(h, "obl") if governor(c) == verb]


def governor(noun: Token) -> Token:
    """The verb right before a noun's preposition, whatever the tree hangs it on; else its head."""
    first, word = noun.left_edge, before(noun)
    led = first.dep_ == "case" and first.tag_ == "IN" and word.pos_ == "VERB" and word.i < first.i
    return word if led and word.stem not in MODIFIERS and word.sent == noun.sent else noun.head


def taker(noun: Token) -> Token:
    """The verb right before an object, where the tree hangs it on an earlier one of a row: "sinking a boat and killing
    *nine people*"; else its head."""
    word = before(noun)
    if word.pos_ == "ADV":
        word = word.doc[max(word.i - 1, 0)]
    if word.pos_ != "VERB" or word.tag_ == "VBN" or not noun.head.i < word.i < noun.i:
        return noun.head
    under = word.stem in ("advcl", "xcomp") and (
        word.head.i + 1 == word.i or any(c.dep_ == "mark" for c in word.children)
    )
    free = not phrases.children(word, "obj", "aux:pass") and word.doc[max(word.i - 1, 0)].pos_ != "DET"
    return word if free and (word.dep_ == "conj" or under) else noun.head


def before(noun: Token) -> Token:
    """The word before a phrase with its preposition."""
    return noun.doc[max(noun.left_edge.i - 1, 0)]


def particle(verb: Token, noun: Token) -> str:
    """The particle that does the work of a preposition: "kicked off a plane"."""
    word = before(noun)
    return word.lower_ if word.head == verb and word.stem == "compound" else ""


def cut_off(noun: Token) -> Token | None:
    """The verb right before an object that the tree hangs on a verb after a comma: "cuffing *two guards*, fleeing"."""
    verb, after = before(noun), noun.doc[noun.right_edge.i + 1 : noun.right_edge.i + 2]
    apart = noun.dep_ == "obj" and noun.i < noun.head.i and verb.pos_ == "VERB"
    return verb if apart and any(t.text == "," for t in after) else None


def _lent(verb: Token) -> list[Token]:
    """A subject that the parser hung on the governing verb, of a clause without its own: "Oro is to go, Vell said",
    with Oro hung on "said", and "he left after crowds came", with crowds hung on "left"."""
    up, begin = verb.head, verb.left_edge.i
    if not phrases.opens(verb):
        return []
    held = [c for c in phrases.children(up, "nsubj") if c.dep_ != "nsubj:outer"]
    if up.i < begin:
        told = [c for c in phrases.children(up, "obj") if up.i < c.left_edge.i and c.right_edge.i + 1 == begin]
        if (
            told
            and not phrases.children(told[0], "conj")
            and verb.dep_ == "ccomp"
            and (_finite(verb) or phrases.children(verb, "obj"))
        ):
            return told  # "said a blast shook the town", with the blast said
        second = any(c.i < up.i for c in held)  # "the guard said Oro would not leave"
        return [c for c in held if up.i < c.i < verb.i and (second or begin < c.i)]
    before = [c for c in held if c.i < verb.i]
    return before[-1:] if any(verb.i < c.i < up.i for c in held) else []


def _gapped(verb: Token) -> list[Token]:
    """ "Two were killed and six wounded": the number right before a participle that has lost its auxiliary."""
    before, up = verb.doc[max(verb.i - 1, 0)], verb.head
    row = verb.tag_ == "VBN" and verb.stem in ("conj", "advcl") and up.pos_ == "VERB" and before.i > up.i
    return [before] if row and before.pos_ == "NUM" and before.head in (verb, up) else []


def _taken(verb: Token) -> list[Token]:
    """The subject of a finite verb, coordinated by the parser with a noun before it: "met rebels and *guards* fled"."""
    if verb.tag_ not in phrases.FINITE_TAGS or verb.stem == "acl":
        return []
    word = verb.doc[max(verb.i - 1, 0)]
    if word.pos_ == "ADV":
        word = verb.doc[max(verb.i - 2, 0)]
    if word.sent != verb.sent:
        return []
    joined = word.dep_ == "conj" and word.pos_ in phrases.NOMINAL and word.left_edge.dep_ == "cc"
    return [word] if joined else []


def set_apart(participle: Token) -> bool:
    """True for a participle between commas, the first of which parts it from the subject that the tree gives it."""
    doc, subject = participle.doc, phrases.children(participle, "nsubj")[-1:]
    before = doc[max(participle.i - 1, 0)]
    if before.text != "," or not subject:
        return False
    whole = subject[0].right_edge.i + 1 == before.i and all(t.text != "," for t in doc[subject[0].i : before.i])
    closed = any(t.text == "," for t in doc[participle.i : participle.sent.end])
    return whole and closed and not phrases.children(participle, "aux", "cop")


def _finite(verb: Token) -> bool:
    finite = (*phrases.FINITE_TAGS, "MD")
    return verb.tag_ in finite or any(c.tag_ in finite for c in phrases.children(verb, "aux"))


def _bare(verb: Token) -> list[Token]:
    """A noun without a preposition right before its finite verb, taken for a phrase: "as the *vote* passed"."""
    nouns = (c for c in verb.children if c.stem == "obl" and c.i < verb.i)
    nouns = (c for c in nouns if c.pos_ == "NUM" or (c.dep_ == "obl" and c.pos_ in phrases.NOMINAL))
    bare = (c for c in nouns if not phrases.children(c, "case"))
    found = [c for c in bare if all(t.pos_ == "AUX" for t in verb.doc[c.right_edge.i + 1 : verb.i])]
    return found if _finite(verb) else []


def fronted(verb: Token) -> list[Token]:
    """A subject that the parser took for an object: no object but a pronoun that joins a clause stands before both its
    verb and another object."""
    objects = phrases.children(verb, "obj")
    ahead = [c for c in objects if c.i < verb.i and c.tag_ not in ("WP", "WDT", "WRB") and cut_off(c) is None]
    ahead = [c for c in ahead if c.lower_ not in phrases.RELATIVE]
    return ahead[:1] if any(c.i > verb.i for c in objects) else []


def second_subject(verb: Token) -> Token | None:
    """An object that the parser took for one more subject: "Gunmen shot dead the journalist Ana *Oro*"."""
    subjects = phrases.children(verb, "nsubj")
    after = [c for c in subjects if c.i > verb.i]
    if len(after) == len(subjects) or not after or verb.lemma_.lower() in STANCES or phrases.children(verb, "obj"):
        return None
    resulting = any(c.stem == "xcomp" and verb.i < c.i < after[0].i for c in verb.children)
    return after[-1] if resulting else None


def of_another(first: Token, last: Token) -> bool:
    """True if of two subjects before a verb the first is that of a verb between them, or an apposition: "the guard said
    he fled", "in the capital, Oro, workers marched"."""
    doc = first.doc
    if first.i > 1 and doc[first.left_edge.i - 1].text == doc[first.right_edge.i + 1].text == ",":
        return doc[first.left_edge.i - 2].pos_ == "NOUN"
    between = doc[first.i + 1 : last.i]
    return any(t.tag_ in phrases.FINITE_TAGS and t.pos_ == "VERB" and not phrases.children(t, "nsubj") for t in between)


def reduced(verb: Token) -> bool:
    """True for a participle taken for the main verb, which stands further on: "plates found at a gate match them"."""
    if verb.doc[verb.i - 1].head != verb or verb.doc[verb.i - 1].dep_ != "nsubj" or verb.tag_ not in ("VBD", "VBN"):
        return False
    after = verb.doc[verb.i + 1 : verb.sent.end]
    main = next((t for t in after if t.tag_ in phrases.FINITE_TAGS and t.pos_ in ("VERB", "AUX")), None)
    if main is None or main.i == verb.i + 1:
        return False
    word, head = verb.doc[main.i - 1], main.head if main.pos_ == "AUX" else main
    plain = word.pos_ in phrases.NOMINAL and word.dep_ != "nsubj" and not phrases.is_wh(word)
    return plain and not phrases.children(head, "nsubj") and head.stem != "acl"


def intention(verb: Token, words: Container[str]) -> Token | None:
    """The noun for an intention right before an infinitive, which a parser may hang on its verb: "hid a plan to go"."""
    if verb.tag_ != "VB" or verb.stem not in ("xcomp", "advcl") or verb.left_edge.lower_ != "to":
        return None
    noun = verb.doc[max(verb.left_edge.i - 1, 0)]
    by = None
    while noun.lemma_.lower() not in words and noun.stem in ("nmod", "flat") and noun.head.i < noun.i:
        by, noun = noun, noun.head  # "a bid by Oro to go"
    owned = noun.lemma_.lower() in words and verb.head.i < noun.i and noun.pos_ == "NOUN"
    return noun if owned and (by is not None or phrases.children(noun, "nmod:poss")) else None


def open_object(verb: Token, alone: Container[str]) -> Token | None:
    """The noun that a clause without a relative pronoun has for its object: "the *evidence* they gathered"; *alone* are
    verbs that take none."""
    noun, own = verb.head, phrases.children(verb, "nsubj")
    if verb.stem != "acl" or len(own) != 1 or noun.pos_ not in ("NOUN", "PROPN") or not _finite(verb):
        return None
    first = own[0].left_edge
    beside = first.i and verb.doc[first.i - 1] in (noun, noun.right_edge) and noun.i < first.i
    if not beside or own[0].lower_ in phrases.RELATIVE or verb.lemma_.lower() in alone or noun.lemma_.lower() in FRAMES:
        return None
    filled = phrases.children(verb, "obj", "ccomp", "xcomp", "mark", "cop")
    stranded = any(c.i > verb.i and c.pos_ == "ADP" and c.dep_ != "compound" for c in verb.children)
    return None if filled or stranded else noun
