"""What somebody is accused of and calls untrue as a whole: "denied the allegations", "denied any wrongdoing".

Such a denial names no deed, or only its kind, so that no event of the text is denied; what other accounts accuse the
same one of is. Word lists are of lemmas; a second language is a second module of the same names.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.grammar import clauses, people, phrases, refusals
from rashomon.grammar.operators import negated

if TYPE_CHECKING:
    from rashomon.tokens import Token

ACCUSATIONS = frozenset("accusation allegation charge claim insinuation".split())
WRONGS = frozenset(
    "collusion complicity culpability guilt impropriety involvement misconduct responsibility wrongdoing".split()
)
# Denied without an article they are what one is accused of: "denied arson", but "denied the murder".
CRIMES = frozenset(
    "abuse arson assault blackmail bribery burglary corruption cruelty espionage extortion fraud harassment "
    "kidnapping manslaughter murder negligence perjury plagiarism racism rape robbery sabotage smuggling spying theft "
    "torture treason trespass".split()
)
COUNTED = frozenset("charge count".split())  # "not guilty to two counts of theft"
REFUSING = frozenset("contradict deny dispute rebut refute reject".split())
JUDGES = frozenset("commission committee court judge jury magistrate panel tribunal".split())
MOUTHPIECES = people.MOUTHPIECES | {"adviser", "counsel", "team"}
# Of "claims" only those that are certain ones: "claims that the road is safe" accuse nobody.
POINTING = frozenset("all any such the these those".split())
BEARING = ("acl", "ccomp")
OBJECT = ("obj", "xcomp")  # the parser takes "any wrongdoing" for a clause at times


@dataclass(frozen=True, slots=True)
class Denial:
    """A denial: the noun for what one is accused of, who is, the word that denies, and of what one is, if said."""

    accusation: Token
    accused: Token
    word: Token
    of: tuple[Token, ...] = ()


def denied(noun: Token) -> Denial | None:
    """The denial of the accusations that a noun tells; None where nobody denies them, or not all that they hold."""
    lemma = noun.lemma_.lower()
    if lemma == "guilty":
        return _pleaded(noun)
    if lemma in CRIMES:
        return _of_crime(noun)
    if not (lemma in ACCUSATIONS or lemma in WRONGS) or not _whole(noun):
        return None
    found = _refused(noun) or called(noun)
    if found is None:
        return None
    word, accused = found
    against = next((c for c in phrases.children(noun, "nmod") if clauses.case(c) == "against"), None)
    if against is not None and against.pos_ != "PRON":
        accused = against
    judged = accused.lemma_.lower() in JUDGES
    return None if judged else Denial(noun, _behind(accused), word, _of(noun, "of", "in", "with"))


def _of(noun: Token, *prepositions: str) -> tuple[Token, ...]:
    """What stands after a noun, and all that is joined to it: "charges of *theft* and *fraud*"."""
    of = next((c for c in phrases.children(noun, "nmod", "obl") if clauses.case(c) in prepositions), None)
    return (of, *phrases.children(of, "conj")) if of is not None else ()


def _of_crime(noun: Token) -> Denial | None:
    """ "He denied *theft*": that a theft took place he need not deny."""
    verb = noun.head
    who = clauses.subject(verb) if verb.lemma_.lower() == "deny" else None
    known = any(c.lower_ != "any" for c in phrases.children(noun, "det", "nmod:poss"))
    bare = not known and not phrases.children(verb, "iobj")
    if who is None or who.lemma_.lower() in JUDGES or noun.stem != "obj" or not bare or negated(verb):
        return None
    return Denial(noun, _behind(who), verb, (noun, *phrases.children(noun, "conj")))


def _whole(noun: Token) -> bool:
    """True for accusations that are denied as they stand, with no clause that says what they hold."""
    lemma = noun.lemma_.lower()
    bearing = any(c.pos_ == "VERB" and c.i > noun.i for c in phrases.children(noun, *BEARING))
    if lemma == "claim":
        known = any(c.lower_ in POINTING or c.dep_ == "nmod:poss" for c in noun.children)
        return known and not bearing and not phrases.children(noun, "nmod")
    return not bearing


def _refused(noun: Token) -> tuple[Token, Token] | None:
    """The verb that refuses it, and who does: "*he* denied the charges", "the charges are denied by *him*"."""
    at = noun.head if noun.head.lower_ in ("all", "any", "each", "both") and clauses.case(noun) == "of" else noun
    verb, passive = at.head, at.dep_ == "nsubj:pass"
    lemma = verb.lemma_.lower()
    refuses = lemma in REFUSING or (lemma in refusals.REJECTING and noun.lemma_.lower() != "charge")
    if not refuses or negated(verb) or not (passive or at.stem in OBJECT):
        return None
    if noun.lemma_.lower() in WRONGS and lemma != "deny":
        return None
    who = by_whom(verb) if passive else clauses.subject(verb)
    return (verb, who) if who is not None else None


def called(noun: Token) -> tuple[Token, Token] | None:
    """The word for untrue that it is called, and by whom: "he called the charges *baseless*"."""
    verb = noun.head
    if verb.lemma_.lower() not in refusals.CALLING or noun.stem != "obj" or negated(verb):
        return None
    who = clauses.subject(verb)
    false = next((t for t in verb.subtree if t.i > noun.i and t.lemma_.lower() in refusals.FALSE), None)
    dismissed = verb if verb.lemma_.lower() in refusals.REJECTING else None
    word = false or dismissed
    return (word, who) if word is not None and who is not None else None


def _pleaded(guilty: Token) -> Denial | None:
    """ "He pleaded not guilty to theft", "... to two counts of theft"."""
    verb = guilty.head
    who = clauses.subject(verb) if verb.lemma_.lower() == "plead" else None
    no = next((c for c in guilty.children if c.lower_ == "not"), None) or (
        guilty.nbor(-1) if guilty.i > guilty.sent.start and guilty.nbor(-1).lower_ == "not" else None
    )
    if who is None or no is None:
        return None
    to = _of(guilty, "to") or _of(verb, "to")
    of = [t for n in to for t in (_of(n, "of") if n.lemma_.lower() in COUNTED else (n,))]
    return Denial(guilty, _behind(who), no, tuple(of))


def by_whom(verb: Token) -> Token | None:
    """Who acts by a passive: "was denied by *Oro*"."""
    beside = phrases.children(verb, "obl", "nmod")
    return next((c for c in beside if c.dep_ == "obl:agent" or clauses.case(c) == "by"), None)


def _behind(who: Token) -> Token:
    """For whom a mouthpiece speaks: "*Vale*'s lawyer", "a spokesman for *Vale*"; else the one who speaks."""
    if who.lemma_.lower() not in MOUTHPIECES:
        return who
    return next((c for c in who.children if c.stem in ("nmod", "compound") and c.i != who.i), who)
