"""Bodies and places that are not named: "it", "its", and "the firm", "the newspaper", "the country".

A description stands for what the account calls so: by the noun beside a name ("law firm Oro Vale"), the name's own
words ("Vell Airlines"), or the gazetteer.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING

from rashomon import gazetteer
from rashomon.grammar import phrases
from rashomon.grammar.discourse import SUBJECTS, Discourse, subject
from rashomon.grammar.people import DEFINITE, PLURAL
from rashomon.lexicon import SPEECH
from rashomon.types import Name, Resolved

if TYPE_CHECKING:
    from rashomon.tokens import Token

THINGS = ("organisation", "place")


def classes(text: str) -> Mapping[str, str]:
    """{word: its class} of lines "class: word word"; a class is a word of its own."""
    lines = (line.split(":") for line in text.strip().splitlines())
    return {word: name for name, words in lines for word in (name, *words.split())}


# The class of a noun: two nouns of one class may be one thing.
CLASSES = classes("""
company: firm corporation maker manufacturer retailer giant startup conglomerate operator publisher broadcaster business
airline: carrier airlines airways air
newspaper: paper daily tabloid times herald post journal gazette observer publication
network: channel station
bank:
country: nation state
city: town village municipality
island:
hospital: clinic
university: college school
court: tribunal
ministry:
agency:
party:
council:
union:
club: team side
church: temple mosque synagogue congregation
parliament: senate assembly
group: organisation organization coalition alliance movement militia charity ngo
committee: commission panel
museum:
zoo:
website: site
magazine:
center: centre institute foundation
""")
KNOWN = {"country": "country", "city": "city"}  # kinds of places of the gazetteer
ANY = frozenset({"company", "airline", "newspaper", "network", "bank", "group", "website"})  # whose names may not tell
# What makes it another one than those that were named.
ANOTHER = frozenset(
    "other wrong next last first second third rival neighbouring neighboring different offshore foreign".split()
)
PLAIN = frozenset("new whole same entire tiny small little big giant local legal".split())  # tells it from no other
NARROWS = frozenset({"nmod", "acl", "acl:relcl", "flat", "appos"})  # after the noun: "the president of Karsa"
THROUGH = frozenset(  # relations from a word up to the clause that it stands in
    "xcomp conj advcl obl obj nmod nmod:poss amod acl appos compound iobj".split()
)
FAR = 5  # sentences back that the only thing of a class may have been named
NEAR = 2  # sentences back in which one of several was named
MAIN = 2  # times as often as any other that the country of an account is named
DEEP = 10  # words up a tree


class Things:
    """The bodies and places of an account by what it calls them."""

    def __init__(self, discourse: Discourse):
        self._at = discourse
        self._of_class: dict[str, dict[str, None]] = defaultdict(dict)  # class -> entities
        for name in discourse.names:
            if name.kind != "person":
                for called in _called(discourse, name):
                    self._of_class[called][name.entity] = None

    def pronoun(self, token: Token) -> str | None:
        """What "it" or "its" stands for: the subject that it is bound by, else the model's antecedent; of "they" the
        model's antecedent if it is a body. "It is unclear whether" stands for nothing."""
        if token.lower_ in PLURAL:
            return self._at.antecedent(token, ("organisation",))
        if token.dep_ == "expl" or any(c.dep_ in ("csubj", "expl") for c in token.head.children):
            return None
        if token.head.lemma_ == "come" and any(c.lower_ == "when" for c in token.head.children):
            return None  # "when it comes to boats"
        binding = self._binding(token)
        return (self._thing(binding) if binding is not None else None) or self._at.antecedent(token, THINGS)

    def description(self, token: Token) -> tuple[str, Resolved] | None:
        """What "the firm" stands for, and how that is known."""
        called = CLASSES.get(token.lemma_.lower())
        if called is None or not self._is_definite(token):
            return None
        bearers = self._of_class[called]
        hit = self._at.antecedent(token, (*THINGS, "other"))
        if hit and (hit in bearers or not bearers):
            return hit, Resolved.ANTECEDENT
        if any(c.dep_ == "amod" and c.text.islower() and c.text not in PLAIN for c in token.children):
            return None  # only the model may know that "the lower court" is one that has a name
        if not bearers:
            last = self._unclassed(token)
            return (last, Resolved.NEAREST) if last and called in ANY else None
        if len(bearers) == 1 and (only := next(iter(bearers))) in self._named_before(token, FAR):
            return only, Resolved.TITLE
        last = self._last_of(token, bearers) or (self._main(token, bearers) if called == "country" else None)
        return (last, Resolved.NEAREST) if last else None

    def _thing(self, token: Token) -> str | None:
        entity = self._at.entity_at(token.i)
        return entity if entity and self._at.kinds.get(entity) in THINGS else None

    def _binding(self, token: Token) -> Token | None:
        """The subject of the clause of "its" and "itself", and who says it of "Karsa said it would"."""
        if token.lower_ == "it":
            said = token.dep_ in SUBJECTS and token.head.dep_ == "ccomp" and token.head.head.lemma_.lower() in SPEECH
            who = subject(token.head.head) if said else None
            return who if who is not None and who.i < token.i else None
        at = token
        for _ in range(DEEP):
            clause = at.head
            who = subject(clause)
            if who is not None and who.i < token.i and who.i != at.i and not who.is_ancestor(token):
                relative = phrases.is_wh(who)
                return clause.head if relative and clause.dep_ == "acl:relcl" else None if relative else who
            if clause.i == at.i or (clause.dep_ not in THROUGH and clause.dep_ != "root"):
                return None
            at = clause
        return None

    def _is_definite(self, token: Token) -> bool:
        """True for one that is pointed at and not told from others: no "other firm", "firms", "firm Oro Vale"."""
        around = token.children
        if token.tag_ == "NNS" or token.dep_ in ("compound", "flat") or not any(c.lower_ in DEFINITE for c in around):
            return False
        if any((c.i > token.i and c.dep_ in NARROWS) or c.dep_ == "nummod" or c.lower_ in ANOTHER for c in around):
            return False
        after = token.i + 1
        return after not in self._at.of_token or token not in (self._at.doc[after].head, self._at.doc[after])

    def _named_before(self, token: Token, far: int) -> Iterator[str]:
        """What the words before it name or refer to, the last first, as far back as *far* sentences."""
        here = self._at.sentence.get(token.i, 0)
        for i in range(token.i - 1, -1, -1):
            if here - self._at.sentence.get(i, here) > far or self._at.entry[i] != self._at.entry[token.i]:
                return
            if (entity := self._at.entity_at(i)) is not None:
                yield entity

    def _last_of(self, token: Token, bearers: Collection[str]) -> str | None:
        """Of the last sentence that has any of several, the only one, else the only one that is a subject."""
        here = self._at.sentence.get(token.i, 0)
        found: dict[str, bool] = {}
        there = -1
        for i in range(token.i - 1, -1, -1):
            sentence = self._at.sentence.get(i, here)
            if here - sentence > NEAR or (found and sentence != there):
                break
            if (entity := self._at.entity_at(i)) in bearers and entity is not None:
                there, found[entity] = sentence, found.get(entity, False) or self._at.is_subject(i)
        subjects = [entity for entity, acts in found.items() if acts]
        return next(iter(found)) if len(found) == 1 else subjects[0] if len(subjects) == 1 else None

    def _unclassed(self, token: Token) -> str | None:
        """The one body that the account has named far more often than any other that its name does not class."""
        classed = {entity for every in self._of_class.values() for entity in every}
        bodies = {n.entity for n in self._at.names if n.kind == "organisation"} - classed
        return self._main(token, bodies)

    def _main(self, token: Token, bearers: Collection[str]) -> str | None:
        """The one that the account has named far more often than any other."""
        often = Counter(n.entity for n in self._at.names if n.entity in bearers and n.span.begin < token.idx)
        (best, most), (_, next_most) = [*often.most_common(2), ("", 0), ("", 0)][:2]
        return best if most > 1 and most >= MAIN * next_most else None


def _called(at: Discourse, name: Name) -> Iterator[str]:
    """The classes of the nouns by which an account calls what it names."""
    words = phrases.inside(at.doc, name.span)
    head = phrases.head_of(words)
    if head is None:
        return
    form = name.entity.lower().split()
    nouns = [*form[:1], *form[-1:]]
    before, after = words[0].i - 1, words[-1].i + 1
    if before >= 0 and at.doc[before].pos_ == "NOUN" and at.doc[before].head in (head.head, *words):
        nouns.append(at.doc[before].lemma_.lower())  # "law firm Oro Vale"
    if after < len(at.doc) and head.dep_ == "compound" and head.head.i == after and head.head.tag_ != "NNS":
        nouns.append(at.doc[after].lemma_.lower())  # "the Vell group"
    nouns += (c.lemma_.lower() for c in phrases.children(head, "appos"))
    copula = head.dep_ in SUBJECTS and any(c.dep_ == "cop" for c in head.head.children)
    of = head.dep_ == "nmod" and any(c.lower_ == "of" for c in head.children)
    if head.dep_ == "appos" or copula or (of and CLASSES.get(head.head.lemma_.lower()) in ("city", "island")):
        nouns.append(head.head.lemma_.lower())
    yield from (CLASSES[noun] for noun in nouns if noun in CLASSES)
    if name.kind == "place" and (place := gazetteer.sure(name.entity)) and place.kind in KNOWN:
        yield KNOWN[place.kind]
