"""Who "he" and "she" stand for: what speaks for each candidate is weighed, and too close a call is left open.

Somebody without a name ("a woman") is a candidate too: the pronoun is then left open. `salience` has the weights.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from itertools import accumulate, groupby, pairwise, takewhile
from typing import TYPE_CHECKING

from rashomon.grammar import people
from rashomon.grammar.discourse import CHAIN, DEEP, SUBJECTS, Discourse, subject, top
from rashomon.grammar.gender import of_noun
from rashomon.grammar.salience import TOLD, surest
from rashomon.lexicon import SPEECH
from rashomon.types import Resolved

if TYPE_CHECKING:
    from rashomon.tokens import Token

REACH = 4  # sentences outside quotation marks that a "he" may look back over
LONGEST = 2000  # words inside them that it may, or a text that is all quotation takes time with its square
OBJECTS = frozenset({"obj", "iobj", "obl"})
BESIDE = 10  # words from a quotation to who says it
UNNAMED = "~"  # before the noun of somebody without a name
NOBODY = frozenset({"compound", "flat", "appos", "nmod:desc", "amod"})  # of nouns that bring in nobody new


class Pronouns:
    """The persons that pronouns of an account stand for. *genders* are theirs ("f", "m" or ""), and may change."""

    def __init__(self, discourse: Discourse, genders: Mapping[str, str]):
        self.at, self.genders = discourse, genders
        self.doc = discourse.doc
        changes = (a != b for a, b in pairwise([False, *self.at.quoted]))
        self.quotation: list[int] = list(accumulate(changes))  # odd inside one
        grouped = groupby(range(len(self.doc)), lambda i: self.quotation[i])
        self.runs = {n: [*run] for n, run in grouped}  # the words of each quotation, and between two
        self.tellers = dict(self._tellers())
        self.unnamed: dict[int, str] = {t.i: who for t in self.doc if (who := self._nameless(t))}
        self.open: dict[int, str] = {}  # pronouns that stand for somebody without a name

    def _tellers(self) -> Iterator[tuple[int, list[Token]]]:
        """Of each quotation the subjects of telling verbs right after it and before it."""
        last: list[Token] = []  # of the quotation before, which the next goes on with in the same line
        for n, run in self.runs.items():
            after, before = range(run[-1] + 1, run[-1] + 1 + BESIDE), range(run[0] - 1, run[0] - 1 - BESIDE, -1)
            found = []
            for beside in (after, before):
                same = (self.doc[i] for i in beside if 0 <= i < len(self.doc))
                outside = takewhile(lambda t: "\n" not in t.text and not self.at.quoted[t.i], same)
                found += [t for t in outside if _speaks(t)][:1]
            if n % 2:
                found = last = found or last
            elif any("\n" in self.doc[i].text for i in run):
                last = []
            yield n, found

    def order(self) -> Iterator[Token]:
        """The words as they are to be resolved: whoever says a quotation before those that it tells of."""
        early = {t.i: run[0] for n, run in self.runs.items() if n % 2 for t in self.tellers[n] if t.i > run[0]}
        tellers: dict[int, list[Token]] = defaultdict(list)
        for i, begin in early.items():
            tellers[begin].append(self.doc[i])
        for token in self.doc:
            yield from tellers.get(token.i, ())
            if token.i not in early:
                yield token

    def _nameless(self, token: Token) -> str | None:
        """Somebody without a name, by the noun: "a woman"."""
        noun = token.lemma_.lower()
        known = noun in people.OFFICES or noun in people.KIN or noun in people.PERSONS or noun in people.HUMANS
        if (
            token.pos_ != "NOUN"
            or token.tag_ == "NNS"
            or not known
            or token.dep_ in NOBODY
            or self.at.name_at(token.i) is not None
        ):
            return None
        around = token.children
        told = any(c.dep_ in ("det", "nmod:poss") for c in around) and not any(c.dep_ == "cop" for c in around)
        return UNNAMED + noun if told else None

    def person(self, token: Token) -> tuple[str, Resolved] | None:
        """Who "he", "her" or "himself" is, and how that is known."""
        self.open.pop(token.i, None)
        found = self.evidence(token)
        best = surest(found)
        if best is None:
            return None
        if best.startswith(UNNAMED):
            self.open[token.i] = best
            return None
        return best, Resolved.ANTECEDENT if TOLD & found[best] else Resolved.NEAREST

    def evidence(self, token: Token) -> dict[str, set[str]]:
        """What speaks for each candidate, by the names of WEIGHTS."""
        teller, wanted = self.telling(token), "f" if token.lower_ in people.FEMALE else "m"
        out: dict[str, set[str]] = defaultdict(set)
        barred = {self.who(i) for i in (*self._beside(token), *self._told_of(token))} | {teller}

        def fits(who: str) -> bool:
            return who not in barred and self._gender(who) in ("", wanted)

        self._look_back(token, fits, out)
        told = [*self._bound(token), ("spoke", self._last_speaker(token)), ("model", self._model(token))]
        for kind, by in told:
            if by and fits(by):
                out[by].add(kind)
        for who, evidence in out.items():
            if self._gender(who) == wanted:
                evidence.add("gender")
            if who.startswith(UNNAMED):
                evidence.add("unnamed")
            elif " " not in who and not self._gender(who):
                evidence.add("surname")
        return dict(out)

    def told_before(self, token: Token, sex: str) -> dict[str, set[str]]:
        """What speaks for each person of a sex ("" for any) whom a description may stand for: nobody that the clauses
        around it tell of."""
        apart = (*self._beside(token), *self._told_of(token))
        barred = {self.telling(token), *map(self.who, apart), *(who for _, who in self._bound(token))}
        out: dict[str, set[str]] = defaultdict(set)

        def fits(who: str) -> bool:
            return who not in barred and (not sex or self._gender(who) in ("", sex))

        self._look_back(token, fits, out)
        if (by := self._last_speaker(token)) and fits(by):
            out[by].add("spoke")
        if (by := self._model(token)) and fits(by):
            out[by].add("model")
        for who in out:
            if who.startswith(UNNAMED):
                out[who].add("unnamed")
        return dict(out)

    def _look_back(self, token: Token, fits: Callable[[str], bool], out: dict[str, set[str]]) -> None:
        """Put into *out* what the sentences before say for each candidate that fits."""
        often: Counter[str] = Counter()
        first: dict[str, int | None] = {}  # the sentence that told of each last
        centre: int | None = None  # the sentence whose main subject was a person last
        for i, who in self._before(token):
            if fits(who):
                often[who] += 1
                role, where = self.at.told_as(token, i)
                if who not in out:
                    out[who] = {f"{role} {where}", *self._like(token, i), *(() if out else ("last",))}
                    first[who] = self.at.sentence.get(i)
                elif role == "subject" and first[who] == self.at.sentence.get(i):
                    out[who] = {kind for kind in out[who] if not kind.endswith(where)} | {f"{role} {where}"}
                    out[who].update(self._like(token, i))
                if role == "subject" and where != "here" and centre in (None, self.at.sentence.get(i)):
                    centre = self.at.sentence.get(i)
                    out[who].add("centre")
        if often and (most := max(often.values())) > 1:
            for who in out:
                if often[who] == most:
                    out[who].add("most")

    def who(self, i: int) -> str | None:
        """The person, named or not, whom a word stands for."""
        return self.at.person(i) or (None if i in self.at.resolved else self.unnamed.get(i) or self.open.get(i))

    def _gender(self, who: str) -> str:
        if not who.startswith(UNNAMED):
            return self.genders.get(who, "")
        return of_noun(who.removeprefix(UNNAMED))

    def telling(self, token: Token) -> str | None:
        """Who says the quotation that a word stands in: nobody speaks of himself as "he"."""
        if not self.at.quoted[token.i]:
            return None
        for teller in self.tellers[self.quotation[token.i]]:
            if who := self.at.person(teller.i) or self.at.guessed.get(teller.i):
                return who
        return None

    def _before(self, token: Token) -> Iterator[tuple[int, str]]:
        """The words before that stand for a person, the last first."""
        told, entry, heads, resolved = self.at.told, self.at.entry, self.at.heads, self.at.resolved
        first, here = told[token.i] - REACH, entry[token.i]
        for i in range(token.i - 1, max(-1, token.i - 1 - LONGEST), -1):
            if told[i] < first or entry[i] != here:
                return
            known = i in heads or i in resolved or i in self.unnamed or i in self.open
            if known and (who := self.who(i)):
                yield i, who

    def _like(self, token: Token, i: int) -> Iterator[str]:
        other = self.doc[i]
        if other.lower_ in people.SINGULAR and self.at.quoted[i] == self.at.quoted[token.i]:
            yield "pronoun"
        if top(other).dep_ in SUBJECTS and token.dep_ in SUBJECTS:
            yield "parallel"

    def _beside(self, token: Token) -> Iterator[int]:
        """The words that the same verb has beside the pronoun: of "Oro saw him" he is not Oro."""
        if token.lower_.endswith("self") or token.dep_ == "nmod:poss":
            return
        if token.dep_ in OBJECTS:
            if (who := _shared_subject(token.head)) is not None:
                yield who.i
            yield from (c.i for c in token.head.children if c.dep_ in OBJECTS and c.i != token.i)
        elif token.dep_ in SUBJECTS:
            yield from (c.i for c in token.head.children if c.dep_ in OBJECTS)

    def _told_of(self, token: Token) -> Iterator[int]:
        """The words of the quotation that a pronoun says: of "“Oro is late,” he said" he is not Oro."""
        if self.at.quoted[token.i] or not _speaks(token):
            return
        for near in (range(token.i - 1, token.i - BESIDE, -1), range(token.i + 1, token.i + BESIDE)):
            beside = takewhile(lambda i: 0 <= i < len(self.doc) and "\n" not in self.doc[i].text, near)
            said = next((self.quotation[i] for i in beside if self.at.quoted[i]), None)
            if said is not None:
                yield from self.runs[said][:LONGEST]
                return

    def _bound(self, token: Token) -> Iterator[tuple[str, str | None]]:
        """The subjects of the clauses around a pronoun, and of one that it stands before: "After his talks, Oro"."""
        at, nearest = token, True
        free = token.dep_ in OBJECTS and not token.lower_.endswith("self")  # "Oro saw him"
        for _ in range(DEEP):
            clause = at.head
            if clause.i == at.i or self.at.quoted[clause.i] != self.at.quoted[token.i]:
                return
            who = subject(clause)
            if who is not None and who.i != at.i and not (free and who.i < token.i):
                name = clause.head if who.tag_ in ("WP", "WDT") and clause.dep_ == "acl:relcl" else who
                if who.i < token.i:
                    told = at.dep_ in ("ccomp", "xcomp") and clause.lemma_.lower() in SPEECH
                    if told or nearest:
                        yield ("reported" if told else "bound" if name is who else "relative"), self.who(name.i)
                    nearest = False
                elif at.i < who.i and at.dep_ in ("advcl", "obl"):
                    yield "ahead", self.who(who.i)
            if who is not None or clause.dep_ != "conj":
                free = False
            at = clause

    def _last_speaker(self, token: Token) -> str | None:
        """Of "“...,” he said" the person who said something in the sentence before."""
        if not _speaks(token) or self.at.quoted[token.i]:
            return None
        for i in range(token.i - 1, -1, -1):
            if self.at.told[token.i] - self.at.told[i] > 1 or self.at.entry[i] != self.at.entry[token.i]:
                return None
            if not self.at.quoted[i] and _speaks(self.doc[i]) and self.doc[i].head.i != token.head.i:
                return self.who(i)
        return None

    def _model(self, token: Token) -> str | None:
        """Whom the arcs of the reading lead to."""
        at = token.i
        for _ in range(CHAIN):
            back = self.at.back(at)
            if back is None:
                return None
            at = back
            if self.at.quoted[at] and not self.at.quoted[token.i]:
                return None
            if who := self.who(at):
                return who
        return None


def _shared_subject(verb: Token) -> Token | None:
    """The subject of a verb, or of the one that it is joined to: Oro of "Oro came and saw him"."""
    while subject(verb) is None and verb.dep_ in ("conj", "xcomp") and verb.head.i != verb.i:
        verb = verb.head
    return subject(verb)


def _speaks(token: Token) -> bool:
    return token.dep_ in SUBJECTS and token.head.lemma_.lower() in SPEECH
