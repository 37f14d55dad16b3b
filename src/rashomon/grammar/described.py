"""Who or what a description stands for: "the firm", "the newspaper", "the driver", "the boy".

What speaks for each candidate is weighed, as for "he" and "she", and too close a call is left open. What the account
calls a candidate counts for most. Something without a name ("a new company") is a candidate too: the description is
then left open.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from rashomon.grammar import people, phrases
from rashomon.grammar.called import CALLING, CLASSES, EITHER, PLACES, called, class_of, one_of
from rashomon.grammar.discourse import LEAD, Discourse
from rashomon.grammar.gender import of_noun
from rashomon.grammar.kin import CHILDREN, Kin
from rashomon.grammar.marked import Marks, of_another, other_party
from rashomon.grammar.salience import DESCRIBED, surest
from rashomon.types import Resolved

if TYPE_CHECKING:
    from rashomon.tokens import Token

UNNAMED = "~"  # before the noun of something without a name
ANY = frozenset("company airline newspaper network bank group website".split())  # whose names may not tell it
PRINTED = frozenset("newspaper magazine website".split())  # need not be named as bodies are
PLAIN = frozenset("whole same entire tiny small little big giant local legal".split())  # tell it from no other
PERSONAL = people.OFFICES | people.PERSONS | people.HUMANS
SOMEBODY = ("er", "or", "ist", "man")  # ends of nouns for persons, whose "Vell" need not be in their names
# What makes it another one than those that were named.
ANOTHER = frozenset(
    """other wrong next last first second third rival lower higher neighbouring neighboring different offshore
    foreign""".split()
)
NARROWS = frozenset({"nmod", "acl", "acl:relcl", "flat", "appos"})  # after the noun: "the president of Karsa"
MAIN = 2  # times as often as any other that what an account is about is named
SURE = 0.62  # of the weight of all candidates that the best must have; chosen on ECB+ train and MEANTIME
NEAR = 3  # sentences back that what no name calls so may have been named
LONGEST = 3000  # words that a description may look back over


class Described:
    """Whom and what an account calls by which nouns. *genders* are those of its persons, and may change."""

    def __init__(self, discourse: Discourse, genders: Mapping[str, str], kin: Kin):
        self.at, self.doc, self.genders, self.kin = discourse, discourse.doc, genders, kin
        self.nouns: dict[str, set[str]] = defaultdict(set)  # entity -> what it is called
        for name in discourse.names:
            self.nouns[name.entity].update(called(discourse, name))
        self.classes = {entity: {*map(class_of, nouns)} for entity, nouns in self.nouns.items()}
        self.bearers: dict[str, set[str]] = defaultdict(set)  # class -> entities
        for entity, found in self.classes.items():
            for each in found:
                self.bearers[each].add(entity)
        self.unnamed = {t.i: UNNAMED + t.lemma_.lower() for t in self.doc if self._is_new(t)}
        self.standing = self.unnamed | {i: name.entity for i, name in discourse.heads.items()}
        self.marks, self.titles = Marks(discourse), {n.entity: n.titles for n in discourse.names}
        self.open: dict[int, str] = {}  # descriptions that stand for something without a name
        self.stood: dict[str, str] = {}  # noun -> what it stood for last

    def begin_again(self) -> None:
        """Forget what was resolved."""
        self.open, self.stood = {}, {}

    def description(self, token: Token) -> tuple[str, Resolved] | None:
        """What "the firm" or "the driver" stands for, and how that is known."""
        self.open.pop(token.i, None)
        noun = token.lemma_.lower()
        known = noun in CLASSES or noun in CHILDREN or class_of(noun) in self.bearers
        if not known or not self._is_definite(token):
            return None
        found = self.evidence(token)
        best = surest(found, DESCRIBED, SURE)
        if best is None:
            return None
        if best.startswith(UNNAMED):
            self.open[token.i] = best
            return None
        self.stood[noun] = best
        only = "called" in found[best] and len(self.bearers[class_of(noun)]) == 1
        only = only or ("young" in found[best] and len(self.kin.children) == 1)
        because = Resolved.ANTECEDENT if "model" in found[best] else Resolved.NEAREST
        return best, Resolved.TITLE if only else because

    def evidence(self, token: Token) -> dict[str, set[str]]:
        """What speaks for each candidate, by the names of DESCRIBED."""
        out: dict[str, set[str]] = defaultdict(set)
        often: Counter[str] = Counter()
        told, others = self.at.told[token.i], self._others(token)
        beside = {self.at.entity_at(i) for i in range(token.left_edge.i, token.i)}  # "the Oro website" is not Oro
        for i, who in self._before(token):
            here = self.at.entry[i] == self.at.entry[token.i]
            if who in beside and not self._is_called(token, who):
                continue
            if who not in out and not (self._fits(token, who) if here else self._is_called(token, who)):
                continue
            if who not in out and others(who):
                continue
            named = not who.startswith(UNNAMED)
            often[who] += named
            if who not in out:
                role, where = self.at.told_as(token, i)
                near = here and told - self.at.told[i] <= NEAR
                out[who] = {"far" if not near else f"{role} {where}", *(() if out else ("last",))}
                out[who].update(self._kinds(token, who))
            if named and self.at.sentence.get(i, LEAD) < LEAD and self.at.is_subject(i):
                out[who].add("topic")
        (_, most), (_, second) = [*often.most_common(2), ("", 0), ("", 0)][:2]
        for who in out:
            if often[who] == most > 1:
                out[who].add("main" if most >= MAIN * second else "most")
        if (by := self._model(token)) in out and by is not None:
            out[by].add("model")
        return dict(out)

    def _others(self, token: Token) -> Callable[[str], bool]:
        """Whether what stands before a noun tells that it is another's than a candidate's."""
        noun, marks = token.lemma_.lower(), self.marks.before(token)
        personal = noun in PERSONAL or noun in CHILDREN

        def other(who: str) -> bool:
            if who.startswith(UNNAMED):
                return False
            theirs = personal or (noun.endswith(SOMEBODY) and self.at.kinds.get(who) == "person")
            told = (who, *self.nouns[who], *self.titles.get(who, ()))
            return other_party(token, told) or (not theirs and of_another(noun, marks, who))

        return other

    def _before(self, token: Token) -> Iterator[tuple[int, str]]:
        """The words before that stand for somebody or something, the last first."""
        standing, resolved, left_open = self.standing, self.at.resolved, self.open
        for i in range(token.i - 1, max(-1, token.i - 1 - LONGEST), -1):
            if i in standing or i in resolved or i in left_open:
                yield i, resolved.get(i) or standing.get(i) or left_open[i]

    def _is_called(self, token: Token, who: str) -> bool:
        """True for what the account calls by the noun: its updates and comments share such names, and nothing else."""
        return class_of(token.lemma_.lower()) in self.classes.get(who, ())

    def _fits(self, token: Token, who: str) -> bool:
        """True for what the noun can stand for at all."""
        noun = token.lemma_.lower()
        wanted = class_of(noun)
        if who.startswith(UNNAMED):
            return class_of(who.removeprefix(UNNAMED)) == wanted
        if self._is_called(token, who):
            return True
        person = self.at.kinds.get(who) == "person"
        if noun in CHILDREN:
            sex = of_noun(noun)
            young = who in self.kin.children or who in self.kin.of_parents
            return young and not (sex and self.genders.get(who) not in ("", sex))
        if noun in PERSONAL:
            return False
        return not person and wanted in CLASSES and (wanted in ANY or self._is_kind(who, wanted))

    def _is_kind(self, who: str, wanted: str) -> bool:
        return any(one_of(each, wanted) for each in self.classes[who])

    def _kinds(self, token: Token, who: str) -> Iterator[str]:
        """What speaks for a candidate and against it by what it is."""
        noun = token.lemma_.lower()
        wanted = class_of(noun)
        if who.startswith(UNNAMED):
            yield "called"
            if _modifiers(token) and _modifiers(token) == self._first_words(who):
                yield "alike"
            return
        if wanted in self.classes[who]:
            yield "called"
            if noun in self.nouns[who]:
                yield "this noun"
        elif self._is_kind(who, wanted):
            yield "kind of"
        elif any(each in CLASSES for each in self.classes[who]):
            yield "other"
        if wanted in CLASSES and wanted not in self.classes[who] and not self._is_sort(who, wanted):
            yield "alien"
        if any(c.text.islower() and c.lower_ not in PLAIN for c in phrases.children(token, "amod")):
            yield "narrowed"
        if self.stood.get(noun) == who:
            yield "again"
        if noun in CHILDREN and who in self.kin.children:
            yield "young"
        sex = of_noun(noun)
        if sex and self.genders.get(who) == sex:
            yield "sex"

    def _is_sort(self, who: str, wanted: str) -> bool:
        """True for a body where a body's noun stands, a place where a place's does. What is printed may be either."""
        kind = self.at.kinds.get(who)
        if kind == "other":
            return wanted in PRINTED
        return wanted in EITHER or (kind == "place") == (wanted in PLACES)

    def _first_words(self, who: str) -> frozenset[str]:
        """The modifiers that something without a name was brought in with."""
        first = next((i for i, each in self.unnamed.items() if each == who), None)
        return _modifiers(self.doc[first]) if first is not None else frozenset()

    def _model(self, token: Token) -> str | None:
        """What the arcs of the reading lead to."""
        return self.at.antecedent(token, ("organisation", "place", "other", "person"))

    def _is_new(self, token: Token) -> bool:
        """True for a noun that brings in something without a name: "a new company"."""
        noun = token.lemma_.lower()
        if token.pos_ != "NOUN" or token.tag_ == "NNS" or token.dep_ in ("compound", "appos", "flat", "nmod:desc"):
            return False
        if token.i in self.at.of_token or not (noun in CLASSES or noun in PERSONAL or noun in self.bearers):
            return False
        around = token.children
        explains = any(c.dep_ in ("cop", "flat", "appos") or c.lemma_.lower() in CALLING for c in around)
        articles = [c.i for c in around if c.lower_ in people.INDEFINITE]
        apposed = any(i > 1 and self.doc[i - 1].text == "," and i - 2 in self.at.of_token for i in articles)
        explains = explains or apposed or self.at.name_at(token.i) is not None
        return not explains and bool(articles)

    def _is_definite(self, token: Token) -> bool:
        """True for one that is pointed at and not told from others: no "other firm", "firms", "firm Oro Vale"."""
        around = token.children
        if token.tag_ == "NNS" or token.dep_ in ("compound", "flat"):
            return False
        owner = token.dep_ == "nmod:poss" and token.i > 0 and token.nbor(-1).lower_ in people.DEFINITE  # a loose tree
        if not owner and not any(c.lower_ in people.DEFINITE for c in around):
            return False
        if any(c.tag_ in ("JJR", "JJS") or c.dep_ == "nummod" or c.lower_ in ANOTHER for c in around):
            return False
        if any(c.i > token.i and c.dep_ in NARROWS for c in around):
            return False
        after = token.i + 1
        return after not in self.at.of_token or token not in (self.doc[after].head, self.doc[after])


def _modifiers(token: Token) -> frozenset[str]:
    return frozenset(c.lower_ for c in token.children if c.dep_ in ("amod", "compound") and c.i < token.i)
