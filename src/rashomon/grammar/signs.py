"""What grammar says about whether an event took place: named signs, each with the word that gives it.

A clause has operators of its own (negation, modal, condition, tense, mood); a coordinated verb shares those of its
first conjunct; a complement or an infinitive stands under a verb or noun of some class (wishing, ordering, managing,
failing, knowing ...). `rashomon.grammar.commitment` weighs the signs. Classes after the literature on implicative,
factive and attitude verbs (Karttunen 1971; Sauri and Pustejovsky 2009).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from rashomon.grammar.operators import UNREAL, operators, shares
from rashomon.grammar.phrases import children
from rashomon.grammar.sign_words import FUTURE, GOVERNOR, LEMMA, NEGATIONS, SIGNATURES, words

if TYPE_CHECKING:
    from rashomon.grammar.operators import Sign
    from rashomon.tokens import Token

HANDED_DOWN = UNREAL | {"not", "hedge", "present", "habit", "you", "inverted", "past"}
COMPLEMENT = ("xcomp", "ccomp", "csubj")
BELOW = (*COMPLEMENT, "advcl", "acl", "conj", "obj", "obl", "nmod", "nsubj", "parataxis", "dep")
HEIGHT = 4  # how far up the clauses signs are read
QUOTES = words("\" “ ” ‘ ’ ' `` ''")
CLOSING = words("\" ” ’ ' ) ''")
ASKS_WHETHER = words("did has have had was were will")
UNDOING = {group for group, follows in SIGNATURES.items() if follows[0] == "-"} | {"reject"}
# Groups of words that leave what stands below them as sure as it is.
PLAIN = frozenset({"other", "say", "manage", "force", "seem", "know"})
BY_CASE = words("for by without before after while when of from in about with against")


def signs(token: Token) -> Iterator[Sign]:
    """Every sign of a token, verb or noun; one may come twice."""
    clause = _clause(token)
    own = list(operators(token))
    if clause is not token:
        own += operators(clause)
        own.append(("conjunct", None))
    yield from own
    names = {name for name, _ in own}
    yield f"relation {token.stem}", None
    yield f"word {token.pos_}", None
    if token.dep_ == "acl:relcl":
        yield "relative", None
    for name in LEMMA.get(token.lemma_.lower(), ()):
        yield f"lemma {name}", None
        if name == "state" and "present" in names:
            yield "present state", None
    yield from ((f"case {c.lower_}", None) for c in children(token, "mark", "case") if c.lower_ in BY_CASE)
    above = [(at, {name for name, _ in operators(at)}) for at in _above(clause)]
    asked = asks(token)
    if asked:
        yield from _question(clause, names)
    if above:
        yield from _governed(clause, names, *above[0])
    yield from _handed_down(clause, above)
    if names & UNREAL:
        yield ("not unreal" if "not" in names else "unreal"), None
    elif "not" in names:
        yield "not plain", None
    elif not asked and not any(up & UNREAL for _, up in above):
        yield "plain", None
    around = _forms(token.sent[0])
    if around & {"please", "pls", "plz"}:
        yield "please", None
    if around & FUTURE:
        yield "future in sentence", None


@lru_cache(maxsize=256)
def _forms(first: Token) -> frozenset[str]:
    """The words of the sentence that a token begins."""
    return frozenset(t.lower_ for t in first.sent)


@lru_cache(maxsize=2048)
def asks(token: Token) -> bool:
    """True in a sentence that ends with a question mark, unless a tag asks for assent ("it sank, did it not?") or the
    question is quoted beside the token."""
    last, quoted = token.sent[-1], False
    while last.i > token.i and (last.is_space or last.text in CLOSING):
        quoted = quoted or last.text in QUOTES
        last = last.nbor(-1)
    if not last.text.endswith("?") or _tag(token, last):
        return False
    return not (quoted and any(t.text in QUOTES for t in token.doc[token.i + 1 : last.i]))


def whether(token: Token) -> bool:
    """True in a question for yes or no of what was: "did it sink?", not "are you leaving?", which takes much for
    granted."""
    first = next((t for t in token.sent if t.is_alpha), token)
    subjects = [] if any(t.tag_.startswith("W") for t in token.subtree) else children(token, "nsubj")
    inverted = (a for a in children(token, "aux") if any(a.i < s.i for s in subjects))
    return any(t.lower_ in ASKS_WHETHER for t in (first, *inverted))


def _tag(token: Token, mark: Token) -> bool:
    words = [t for t in token.doc[max(token.i, mark.i - 5) : mark.i] if t.lower_ not in NEGATIONS]
    comma, *tag = words[-3:] if len(words) > 2 else [mark]
    return comma.text == "," and [t.pos_ for t in tag] == ["AUX", "PRON"]


def _clause(token: Token) -> Token:
    """The verb whose operators a coordinated verb shares: its first conjunct, unless it has operators of its own."""
    at = token
    for _ in range(HEIGHT):
        if at.head.pos_ not in ("VERB", "AUX") or not shares(at):
            break
        at = at.head
    return at


def _above(clause: Token) -> Iterator[Token]:
    """The words that a clause stands under, nearest first."""
    at = clause
    for _ in range(HEIGHT):
        if at.head.i == at.i or at.stem not in BELOW:
            return
        at = at.head
        yield at


def _question(clause: Token, names: set[str]) -> Iterator[Sign]:
    yield "question", None
    yield ("question inverted" if "inverted" in names else "question plain"), None
    if any(t.tag_ in ("WP", "WRB", "WDT", "WP$") for t in clause.subtree):
        yield "question wh", None
    if clause.stem in ("root", "parataxis", "conj"):
        yield "question main", None


def _governed(clause: Token, names: set[str], governor: Token, up: set[str]) -> Iterator[Sign]:
    """What governs a clause or a noun, with the form of what stands below it; *up* are the governor's operators."""
    relation = clause.stem
    place = "complement" if relation in COMPLEMENT else "adjunct" if relation in ("advcl", "acl") else relation
    form = "clause" if clause.pos_ in ("VERB", "AUX") else "noun"
    form = "to" if "to" in names else "ing" if clause.tag_ == "VBG" else form
    if form != "noun" or place in ("obj", "obl"):
        for name in GOVERNOR.get(governor.lemma_.lower(), ["other"]):
            shown = name not in PLAIN and place in ("complement", "adjunct")
            yield f"{name} > {form} {place}", governor if shown else None
    if form == "to":
        unreal = "unreal" if up & (UNREAL | {"not"}) else "else"
        yield f"to {place} of {'past' if up & {'past', 'was done', 'was doing', 'perfect'} else unreal}", None
        yield f"to of {governor.pos_}", None
    if governor.lower_ == "going" and governor.lemma_.lower() == "go" and relation in COMPLEMENT:
        yield "will", governor


def _handed_down(clause: Token, above: list[tuple[Token, set[str]]]) -> Iterator[Sign]:
    """Operators of the words above: of the nearest with the relation to it, of all of them together."""
    relation, inherited = clause.stem, set[str]()
    for n, (at, up) in enumerate(above):
        inherited |= up
        if n == 0:
            over = relation if relation in COMPLEMENT else "rest"
            yield from ((f"{name} over {over}", None) for name in sorted(up & HANDED_DOWN))
        lemma = at.lemma_.lower()
        if lemma in GOVERNOR and n:
            yield from ((f"{name} far over", None) for name in GOVERNOR[lemma] if name in UNDOING)
    if "if" in inherited:
        yield "in a condition", None
    for name in sorted(inherited & (UNREAL | {"not"})):
        yield f"{name} above", None
    if inherited & UNREAL:
        yield "unreal above", None
        yield f"unreal over {relation}", None
