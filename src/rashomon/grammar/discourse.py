"""An account as references look back over it: where its names stand, in whose words, and what was resolved so far."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from rashomon.grammar import phrases
from rashomon.lexicon import SPEECH
from rashomon.types import Block, Document, Name

if TYPE_CHECKING:
    from rashomon.language import Reading
    from rashomon.tokens import Doc, Token

OPENING, CLOSING, STRAIGHT = frozenset("“«„"), frozenset("”»"), frozenset({'"', "''"})
PARTS = frozenset({"flat", "appos", "compound"})  # relations of a name to the head of its phrase
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
CHAIN = 8  # arcs that are followed
DEEP = 12  # words up a tree
LEAD = 4  # sentences that an account begins with, its headline among them


class Discourse:
    """What is where, by token. `resolved` is filled while references are found, in the order of the text."""

    def __init__(self, document: Document, reading: Reading):
        self.doc, self.names = reading.doc, document.layer(Name)
        self.back = reading.back
        self.of_token: dict[int, Name] = {}
        for n in self.names:
            for t in phrases.inside(self.doc, n.span):
                self.of_token[t.i] = n
        heads = ((phrases.head_of(phrases.inside(self.doc, n.span)), n) for n in self.names)
        self.heads = {head.i: name for head, name in heads if head is not None}
        self.kinds = {n.entity: n.kind for n in self.names}
        self.sentence = {t.i: k for k, s in enumerate(self.doc.sents) for t in s}
        self.entry = _entries(document, self.doc)
        self.quoted = _quoted(self.doc)
        self.told = _told(self.sentence, self.quoted, self.doc)
        self.resolved: dict[int, str] = {}
        self.guessed: dict[int, str] = {}  # what an earlier round resolved
        self._roles: dict[int, str] = {}

    def antecedent(self, token: Token, kinds: Collection[str]) -> str | None:
        """Follow the arcs of the reading until a word of a name of the right kind."""
        at = token.i
        for _ in range(CHAIN):
            back = self.back(at)
            if back is None:
                return None
            at = back
            if (name := self.name_at(at)) is not None:
                return name.entity if name.kind in kinds and not self._inside(at) else None
            if at in self.resolved:
                return self.resolved[at] if self.kinds.get(self.resolved[at]) in kinds else None
        return None

    def _inside(self, i: int) -> bool:
        """True for a word by which nobody calls the name that it stands in: "Animals" of "Friends of Animals"."""
        word, name = self.doc[i], self.of_token.get(i)
        return word.dep_ in ("nmod", "obl", "conj") and name is not None and self.of_token.get(word.head.i) is name

    def name_at(self, i: int) -> Name | None:
        """The name at a token, or in the same phrase ("President" of "President Vladimir Putin")."""
        if i in self.of_token:
            return self.of_token[i]
        beside = (self.of_token[c.i] for c in self.doc[i].children if c.i in self.of_token and c.dep_ in PARTS)
        return next((n for n in beside if n.kind == "person"), None)

    def entity_at(self, i: int) -> str | None:
        """What a token names or refers to."""
        name = self.of_token.get(i)
        return name.entity if name is not None else self.resolved.get(i)

    def person(self, i: int) -> str | None:
        """The person whom a token names or refers to."""
        name = self.name_at(i)
        entity = name.entity if name is not None else self.resolved.get(i)
        return entity if entity and self.kinds.get(entity) == "person" else None

    def begin_again(self) -> None:
        """Forget what was resolved, but as a guess."""
        self.guessed, self.resolved = self.resolved, {}

    def told_as(self, token: Token, i: int) -> tuple[str, str]:
        """As what and where the word *i* tells of somebody or something: "here" for the sentence of *token*."""
        far = self.told[token.i] - self.told[i]
        same = self.sentence.get(i) == self.sentence.get(token.i)
        where = "here" if same else f"back {min(max(far, 1), 3)}"
        if self.quoted[i] and not self.quoted[token.i]:
            return "quoted", where
        if i not in self._roles:
            self._roles[i] = _role(top(self.doc[i]))
        return self._roles[i], where

    def is_subject(self, i: int) -> bool:
        """True if the phrase of a token, that of its whole name, is a subject."""
        name = self.of_token.get(i)
        return top(phrases.head_of(phrases.inside(self.doc, name.span)) if name else self.doc[i]).dep_ in SUBJECTS


def top(token: Token | None) -> Token:
    """The head of the phrase that a word of a name stands in."""
    assert token is not None
    while token.dep_ in PARTS and token.head.i != token.i:
        token = token.head
    return token


def subject(verb: Token) -> Token | None:
    """The subject of a verb, the first of several."""
    return next((c for c in verb.children if c.dep_ in SUBJECTS), None)


def says_of_itself(it: Token) -> Token | None:
    """Who says something of itself: "the *ministry* said it had left", "the *ministry*'s claim that it had left"."""
    over = it.head.head
    if it.dep_ not in SUBJECTS or over.lemma_.lower() not in SPEECH:
        return None
    owner = phrases.children(over, "nmod:poss") if over.pos_ == "NOUN" and it.head.stem in ("acl", "ccomp") else []
    who = owner[0] if owner else subject(over) if it.head.dep_ == "ccomp" else None
    return who if who is not None and who.i < it.i else None


def is_main(verb: Token) -> bool:
    """True for the verb of a sentence, of one joined to it, or of what somebody says."""
    for _ in range(DEEP):
        if verb.dep_ == "root" or verb.head.i == verb.i:
            return True
        if verb.dep_ not in ("conj", "parataxis", "ccomp"):
            return False
        verb = verb.head
    return False


def _role(head: Token) -> str:
    if head.dep_ in SUBJECTS:
        return "subject" if is_main(head.head) else "inner subject"
    return "object" if head.dep_ in ("obj", "iobj", "obl:agent") else "other"


def _told(sentence: Mapping[int, int], quoted: Sequence[bool], doc: Doc) -> list[int]:
    """For every token how many sentences up to its own have words of the account's own."""
    own = {sentence[t.i] for t in doc if t.is_alpha and t.i in sentence and not quoted[t.i]}
    count = {k: n for n, k in enumerate(sorted(own))}
    out, last = [], 0
    for t in doc:
        last = count.get(sentence.get(t.i, -1), last)
        out.append(last)
    return out


def _quoted(doc: Doc) -> list[bool]:
    """For every token whether it stands in double quotation marks; a mark left open quotes to the end of its line."""
    out, inside = [], False
    for word in (token.text for token in doc):
        if word in OPENING or (word in STRAIGHT and not inside):
            inside = True
        elif word in CLOSING or word in STRAIGHT or "\n" in word:
            inside = False
        out.append(inside)
    return out


def _entries(document: Document, doc: Doc) -> list[int]:
    """The entry (update, comment) of every token: a "he" does not look into another voice's words."""
    out, blocks, at = [], sorted(document.layer(Block), key=lambda b: b.span), 0
    for token in doc:
        while at + 1 < len(blocks) and blocks[at + 1].span.begin <= token.idx:
            at += 1
        out.append(blocks[at].entry if blocks else 0)
    return out
