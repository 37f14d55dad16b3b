"""The subject of a clause by its tree, its own, shared or understood, and whether it undergoes what the verb tells."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rashomon.common_nouns import PEOPLE
from rashomon.grammar import bare, phrases, strays
from rashomon.grammar.cues import STANCES
from rashomon.lexicon import STATES

if TYPE_CHECKING:
    from rashomon.tokens import Token

KEPT = 1024  # words of which what is asked again and again is kept, and with them their docs: an account or two
QUOTES = frozenset(':"“”«»')
FINITE = frozenset("is are am was were has had does did will would can could may might shall should must".split())

# "They promised him to leave": the subject leaves. After other verbs the object does: "they told him to leave".
SUBJECT_LEAVES = frozenset("promise threaten vow pledge swear use take make have hold need serve".split())
# An infinitive that the parser hangs beside such a verb has its object as subject: "pressed them to leave".
OBJECT_LEAVES = frozenset(
    """accuse advise allow appoint ask assign authorise authorize beg bring cause challenge choose command commission
    compel convince deploy direct dispatch drive elect enable encourage expect force get help hire induce inspire
    instruct invite lead let motivate order permit persuade press pressure prompt push recruit require select send
    spur tell tempt train trigger urge want warn""".split()
)
ASKING = {"call": ("for", "on", "upon"), "appeal": ("to", "for"), "wait": ("for",), "push": ("for",), "press": ("for",),
          "ask": ("for",), "allow": ("for",), "arrange": ("for",), "plead": ("with",)}  # fmt: skip
# "for" what their object did.
FOR_A_DEED = frozenset(
    """accuse applaud arrest assail attack blame charge commend condemn convict criticise criticize denounce detain
    dismiss fault fine fire hail honor honour indict jail praise prosecute punish rebuke reprimand scold sentence sue
    suspend thank""".split()
)
STATIC = frozenset("bear connect contain join link overlook surround".split())  # what a thing does, not who acts on it
KEEPING = frozenset({"against", "from", "into", "of"})  # "warned them against leaving", "accused them of leaving"
# Nouns for what somebody means, may or is about to do: the clause after one has the subject of its verb.
INTENT = frozenset(
    """agreement aim attempt bid chance commitment deal decision desire drive effort failure goal hope intention
    mission move negotiation offer opportunity plan pledge possibility promise purpose readiness refusal right risk
    step talk threat vow way willingness wish""".split()
)


@lru_cache(maxsize=KEPT)
def case(token: Token) -> str:
    """The preposition of a noun, "" without one."""
    own = next((c.lower_ for c in token.children if c.dep_ == "case"), "")
    first = token.left_edge
    if not own and first.dep_ == "case" and first.head.i > token.i:  # "by gangs of men", with "by" hung on the men
        return first.lower_
    return own or _astray(token, first)


def _astray(noun: Token, first: Token) -> str:
    """The preposition right before a noun without one, hung on the verb or on the owner: "in downtown Oro", "in Oro's
    capital"."""
    if noun.dep_ not in ("obl", "nmod") or first.i < 2:
        return ""
    before = noun.doc[first.i - 1]
    if before.tag_ == "POS" and noun.doc[first.i - 2].head == noun.head:
        return case(noun.doc[first.i - 2])
    if before.tag_ == "JJ" and before.head == noun.head:
        before = noun.doc[first.i - 2]
    loose = before.head.pos_ == "VERB" or before.head == noun.head  # "in July in Oro", with both on July
    return before.lower_ if before.tag_ == "IN" and loose and before.dep_ != "mark" else ""


def carried(verb: Token) -> Token:
    """The verb that says what the subject of *verb* does: "gather" of "are expected to gather", "move" of "began
    moving"; else *verb*."""
    at = verb
    for _ in range(3):
        inside = phrases.children(at, "xcomp") if at.lemma_.lower() in STATES else ()
        after = next((c for c in inside if c.pos_ == "VERB" and c.i > at.i), None)
        if after is None:
            break
        at = after
    return at


@lru_cache(maxsize=KEPT)
def subject(verb: Token) -> Token | None:
    """The subject of a verb: its own, the one it shares or is understood to have, or the noun that it modifies."""
    at = verb
    for _ in range(6):
        own = _own(at)
        if own is not None:
            return own
        relation, up = at.stem, at.head
        if relation == "acl" and up.pos_ == "VERB":
            relation = "advcl"  # "the man accused of killing her": what hangs on a participle is a clause of its verb
        if relation == "acl":
            return _of_noun(at, at.head)
        if relation == "amod" and at.tag_ == "VBD" and up.i < at.i and phrases.children(at, "obj"):
            return up  # "Oro claimed the attack", taken for "a claimed attack"
        meant = strays.intention(at, INTENT)
        if meant is not None:
            return _of_noun(at, meant)
        if relation in ("xcomp", "advcl", "ccomp", "csubj") and (relation == "xcomp" or _nonfinite(at)):
            controller = _touching(at) or _controller(at)
            if controller is not None:
                return controller
        elif relation not in ("conj", "parataxis") and not _in_a_row(at):
            return None
        if up.pos_ not in ("VERB", "AUX", "ADJ") and not _own(up):
            return None
        at = up
    return None


@lru_cache(maxsize=KEPT)
def passive(verb: Token) -> bool:
    """True if the subject of a verb, its own or understood, undergoes it."""
    if any(c.dep_ in ("nsubj:pass", "aux:pass") for c in verb.children):
        return True
    if verb.tag_ not in ("VBN", "VBD") or phrases.children(verb, "obj", "aux", "ccomp"):
        return False
    if phrases.children(verb, "obl:agent"):
        return True
    if strays.second_subject(verb) is not None:
        return False
    if phrases.children(verb, "nsubj"):
        return bare.passive(verb) or strays.reduced(verb) or strays.set_apart(verb)
    relation = verb.stem
    if relation == "acl":  # "a deal reached in Sella": without a subject of its own
        return "relcl" not in verb.dep_ and not _conjoins(verb)
    if relation == "xcomp":  # "were reported killed", "got them removed"
        return verb.tag_ == "VBN"
    if relation == "conj":  # "was found guilty and sentenced", whatever the tag
        undergone = verb.tag_ == verb.head.tag_ == "VBN" or verb.lemma_.lower() in bare.NEEDS_OBJECT | FOR_A_DEED
        return undergone and passive(verb.head)
    return relation == "advcl" and verb.tag_ == "VBN"


def lasting(verb: Token) -> bool:
    """True for what went on, or was over, when something else happened: "had just parked", "while walking home"."""
    helpers = {c.lower_ for c in phrases.children(verb, "aux")}
    during = verb.tag_ == "VBG" and any(c.lower_ in ("while", "as", "when") for c in verb.children)
    return during or bool(helpers & {"was", "were"} and verb.tag_ == "VBG") or ("had" in helpers and verb.tag_ == "VBN")


def _conjoins(verb: Token) -> bool:
    """True for a finite verb after a conjunction: "as the vote passed", whatever the tree."""
    return verb.tag_ == "VBD" and any(c.dep_ == "mark" and c.tag_ == "IN" for c in verb.children)


@lru_cache(maxsize=KEPT)
def _own(verb: Token) -> Token | None:
    found = [c for c in phrases.children(verb, "nsubj") if c.dep_ != "nsubj:outer"]
    found += [c for c in phrases.children(verb, "csubj") if c.pos_ in ("NOUN", "PROPN")]  # a noun taken for a verb
    found = found or strays.subjects(verb)
    if len(found) > 1:  # "of nine women, two left", "according to Oro, Vale left"
        found = [c for c in found if case(c) not in ("according", "of")] or found
    before = [c for c in found if c.i < verb.i and c.lower_ not in phrases.RELATIVE | {"both", "all", "each"}]
    asked = len(before) > 1 and any(t.tag_ in ("WRB", "WDT") for t in before[0].subtree)
    if asked and verb.doc[before[-1].i - 1].pos_ == "AUX":  # "how many did you kill"
        return before[-1]
    tells = verb.lemma_.lower() in STANCES  # "it sank, Oro said"
    if len(before) > 1 and (
        tells
        or _headed(before[0], before[-1])
        or _one_phrase(before[0], before[-1])
        or strays.of_another(before[0], before[-1])
    ):
        return before[-1]
    if not found:
        return None
    noun = before[0] if before else found[0]
    if case(noun) == "of":  # "of the eight victims, three fell"
        noun = next((c for c in phrases.children(noun, "appos") if c.pos_ == "NUM"), noun)
    return _antecedent(verb, noun) if noun.lower_ in phrases.RELATIVE else noun


def _antecedent(verb: Token, pronoun: Token) -> Token:
    """What "who" or "which" stands for: the noun of its clause, or the one right before it where the tree has hung the
    clause elsewhere; itself in a question."""
    if verb.stem == "acl":
        return verb.head
    words = pronoun.doc[pronoun.sent.start : pronoun.i]
    before = next((t for t in reversed(words) if not t.is_punct), pronoun)
    if before.dep_ in ("flat", "compound") and before.head.i < pronoun.i:
        before = before.head
    return before if before.pos_ in ("NOUN", "PROPN") and phrases.is_wh(pronoun) else pronoun


def _headed(first: Token, last: Token) -> bool:
    """True if the first of two subjects is where the report is from: "ORO, Vell (NPA) - A quake shook the island"."""
    dashes = {t.text for t in first.doc[first.i + 1 : last.i]} & {"-", "–", "—", "--", "_"}
    return bool(dashes) and first.is_upper and first.left_edge.i == first.sent.start


def _one_phrase(first: Token, last: Token) -> bool:
    """True if of two subjects before a verb the last is its subject ("guard Teague"): the first is a part of it, or
    stands apart."""
    between = first.doc[first.i + 1 : last.i]
    if any(t.text in QUOTES for t in between):  # "Minister: 14 bodies found", "“It sank,” Oro said"
        return True
    return not any(t.pos_ in ("PUNCT", "VERB", "AUX", "CCONJ") or t.dep_ in ("cc", "fixed") for t in between)


def _in_a_row(verb: Token) -> bool:
    """True for a finite verb without a subject after one that has it: "rose, turned and fell", whatever the tree."""
    marked = any(c.stem in ("mark", "advmod") and c.i < verb.i for c in verb.children)
    return verb.stem == "advcl" and verb.tag_ == verb.head.tag_ == "VBD" and verb.i > verb.head.i and not marked


def _nonfinite(verb: Token) -> bool:
    """True for an infinitive with "to", a gerund, a participle: its subject is understood."""
    marks = {c.lower_ for c in verb.children if c.dep_ in ("mark", "aux") and c.i < verb.i}
    if marks & (KEEPING | {"to", "for"}):
        return True
    helpers = {c.lower_ for c in verb.children if c.stem in ("aux", "cop")}
    if helpers & FINITE:
        return False
    if verb.tag_ == "VBG" or "being" in helpers or "having" in helpers:
        return True
    return verb.tag_ == "VBN" and verb.stem == "advcl"


def _touching(verb: Token) -> Token | None:
    """The noun right before a participle that the parser gave to the clause: "on worshippers leaving a mosque"."""
    before = verb.doc[verb.left_edge.i - 1] if verb.left_edge.i else verb
    if verb.stem != "advcl" or verb.tag_ not in ("VBG", "VBN") or before.pos_ != "NOUN":
        return None
    if any(c.stem in ("mark", "aux") or (c.is_punct and c.i < verb.i) for c in verb.children):
        return None
    lemma = before.lemma_.lower()
    held = before.stem in ("obj", "iobj", "obl", "nmod", "nsubj") and before.i > verb.head.i
    acts = lemma in PEOPLE or lemma.endswith(("er", "or", "ist", "ian", "ee"))
    return before if held and (acts or verb.tag_ == "VBN" or verb.lemma_.lower() in STATIC) else None


def _controller(verb: Token) -> Token | None:
    """The noun beside the governing verb that does what the clause tells: "urged them to leave"."""
    up, lemma = verb.head, verb.head.lemma_.lower()
    objects = [c for c in phrases.children(up, "obj", "iobj", "nsubj") if c.i < verb.i]
    objects = [c for c in objects if c.i > up.i or c.stem != "nsubj"]  # "got Vell removed"
    marks = {c.lower_ for c in verb.children if c.dep_ == "mark"}
    bare = verb.stem == "xcomp" and lemma not in SUBJECT_LEAVES
    bare = bare or ("to" in marks and "be" in {c.lower_ for c in verb.children})  # "attend a forum to be held"
    seen = verb.dep_ == "ccomp" and verb.tag_ == "VBG" and not marks  # "noticed smoke coming from it"
    bare = bare or (seen and any(c.right_edge.i + 1 == verb.left_edge.i for c in objects[-1:]))
    if objects and (bare or (lemma in OBJECT_LEAVES and "to" in marks) or marks & KEEPING):
        return objects[0]
    if objects and "for" in marks and lemma in FOR_A_DEED and not passive(up):
        return objects[0]
    asked = (c for c in phrases.children(up, "obl") if c.i < verb.i and case(c) in ASKING.get(lemma, ()))
    return next(asked, None)


def _of_noun(verb: Token, noun: Token) -> Token | None:
    """The subject of a clause that modifies a noun, for one without a subject of its own."""
    infinitive = verb.tag_ == "VB" or any(c.lower_ == "to" and c.dep_ == "mark" for c in verb.children)
    standing = next(iter(phrases.children(noun, "nsubj")), None)
    if standing is not None and verb.tag_ == "VBG" and case(noun) and phrases.children(noun, "cop"):
        somebody = standing.pos_ in ("PRON", "PROPN") or standing.lemma_.lower() in PEOPLE
        if somebody:  # "the mayor, who was in Oro attending a feast"
            return _antecedent(noun, standing)
    if "relcl" in verb.dep_ and verb.tag_ not in ("VBN", "VBG"):
        return None
    meant = any(c.dep_ == "mark" for c in verb.children)
    gerund = verb.tag_ == "VBG" or any(c.lower_ in ("being", "having") for c in verb.children)
    if not infinitive and not (gerund and meant):
        return noun
    by = (c for c in phrases.children(noun, "nmod") if case(c) == "by" and c.i < verb.i)  # "a bid by Oro to go"
    owner = next(iter(phrases.children(noun, "nmod:poss")), None) or next(by, None)
    if owner is not None:
        return owner
    told = phrases.children(noun, "nsubj")
    if told and infinitive:  # "the first party to enter", "is in talks to leave"
        return told[0]
    if noun.stem in ("obj", "obl", "xcomp") and noun.lemma_.lower() in INTENT:
        given = phrases.children(noun.head, "iobj")  # "gave them a chance to leave"
        return given[0] if given else subject(noun.head)
    return noun if noun.lemma_.lower() in PEOPLE or any(c.lower_ in ("first", "last") for c in noun.children) else None
