"""Who says yes or no to what an account told before: "Rebels said the army shelled it. The army denied this."

The answer goes to the events that the nearest statement of another voice mainly tells: they then have one holder more,
with the words of the answer.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.grammar import phrases
from rashomon.grammar.bounds import CERTAIN
from rashomon.grammar.replies import Reply, reply
from rashomon.lexicon import GUILTY, LIGHT
from rashomon.notable import COMMITTED
from rashomon.types import Answer, Attribution, EventMention, Span
from rashomon.values import name

if TYPE_CHECKING:
    from rashomon.tokens import Doc, Token

TELLING = frozenset("say claim insist warn believe suggest know admit".split())  # stances of what can be answered
BESIDE = ("conj", "parataxis")
UNDER = ("acl", "advcl", "conj", "parataxis", "appos")  # where an answer hangs on the clause that it answers
DEEP = 3  # statements inside statements


def answered(doc: Doc, statements: Sequence[Attribution], mentions: Iterable[EventMention]) -> Iterator[EventMention]:
    """The mentions, each with what others answer to it.

    A denial of accusations that nobody has told ("be guilty") is left out where it answers what is told here.
    """
    told, starts = list(mentions), [s.start for s in doc.sents]
    events = {m.span.begin: m for m in told if m.predicate != GUILTY}
    answers: dict[int, list[Answer]] = defaultdict(list)
    pointing = set()
    replies = ((found, a) for t in doc if (found := reply(t)) for a in _answers(found, statements, events))
    for found, answer in replies:
        said, told_before = _before(starts, found, answer, statements, events)
        if said is not None and not found.reach and answer.holders[: len(said.holders)] == said.holders:
            answer = _beside(answer, said)
        for event in dict.fromkeys(events[t.idx] for words in told_before for t in _main(words, statements, events)):
            if answer.holders not in (event.holders, *event.beside) and event.factuality >= COMMITTED:
                answers[event.span.begin].append(answer)
                pointing.add(phrases.token_span(found.points))
    for m in told:
        if m.predicate != GUILTY:
            yield replace(m, answers=tuple(answers[m.span.begin])) if m.span.begin in answers else m
        elif m.span not in pointing:
            yield m


def _answers(found: Reply, statements: Sequence[Attribution], events: Mapping[int, EventMention]) -> Iterator[Answer]:
    """The answer of each who stands behind it; none where it is not given as a fact, or by nobody known."""
    verb = found.word if found.who is None or found.word.pos_ == "VERB" else found.word.head
    mention = events.get(verb.idx)
    if mention is None or (-mention.factuality if found.who is None else mention.factuality) < COMMITTED:
        return
    cued = phrases.token_span(verb)
    if found.who is None:
        chains = [mention.holders]
    else:
        who = _called(found.who, mention)
        chains = [a.holders for a in statements if a.cue and a.cue.covers(cued) and a.speaker]
        chains = chains or ([(*mention.holders, who)] if who else [])
    parts = sorted(filter(None, (found.word, found.points, found.who)))
    begin = parts[0].idx if parts[0] is verb else phrases.phrase(parts[0]).begin
    span = Span(begin, phrases.token_span(parts[-1]).end)
    for holders in dict.fromkeys(chains):
        yield Answer(span, holders, (*(0.0 for _ in holders[1:]), CERTAIN if found.yes else -CERTAIN))


def _called(who: Token, mention: EventMention) -> str:
    """The name of who answers, else the words without the article; "" for a pronoun that stands for nobody known."""
    named = next((a.name for a in mention.arguments if a.name and a.head == phrases.token_span(who)), None)
    if named or who.pos_ == "PRON":
        return named or ""
    words = phrases.phrase(who)
    value = name.parse(who.doc.text[words.begin : words.end])
    return value.form if value else ""


def _beside(answer: Answer, said: Attribution) -> Answer:
    """The answer as that of the teller of the statement, not inside it: ", prosecutors said, a charge he denies"."""
    holders = (*said.holders[:-1], answer.holders[-1])
    return replace(answer, holders=holders, commitments=answer.commitments[-len(holders) :])


def _before(
    starts: Sequence[int], found: Reply, answer: Answer, statements: Sequence[Attribution], events: Collection[int]
) -> tuple[Attribution | None, list[list[Token]]]:
    """The statement that is answered, and the words of its last sentence, of "the claims" those of all that its speaker
    said just before; where no statement is near, the clause that the answer hangs on. *starts* are the first tokens of
    the sentences."""
    doc = found.word.doc
    here = bisect_right(starts, found.word.i)
    floor = doc[starts[max(0, here - 1 - found.reach)]].idx
    near: list[tuple[int, int, int, list[Token]]] = []
    for n, a in enumerate(statements):
        if not a.positive or a.stance not in TELLING or a.holders[-1] == answer.holders[-1]:
            continue
        close = (c for c in a.content if c.end > floor and c.begin < answer.span.begin)
        words = [t for c in close for t in phrases.inside(doc, c) if t.idx < answer.span.begin]
        last = bisect_right(starts, words[-1].i) if words else 0
        if last and here - last <= found.reach:
            near.append((here - last, len(a.holders), -n, [t for t in words if t.i >= starts[last - 1]]))
    if not near:
        return None, [_clause(found, events)] if found.word.stem in UNDER else []
    near.sort()
    said = statements[-near[0][2]]
    theirs = [words for *_, n, words in near if _one(statements[-n].holders[-1], said.holders[-1])]
    return said, theirs if found.several else theirs[:1]


def _one(a: str, b: str) -> bool:
    """True where one name is part of the other: "Mercy", "charity Mercy"."""
    x, y = (set(form.lower().split()) for form in (a, b))
    return x <= y or y <= x


def _clause(found: Reply, events: Collection[int]) -> list[Token]:
    """The clause that the answer hangs on, as far as it stands before."""
    over = next((t for t in found.word.ancestors if t.idx in events and t.i < found.word.i), None)
    below = set(found.word.subtree)
    return [t for t in over.subtree if t.i < found.points.i and t not in below] if over is not None else []


def _main(
    words: Sequence[Token], statements: Sequence[Attribution], events: Mapping[int, EventMention], depth: int = DEEP
) -> Iterator[Token]:
    """The triggers of what these words mainly tell: of "the ship that left Vell sank and burned" the last two."""
    inside, main = set(words), []
    for t in words:
        if t.idx not in events:
            continue
        over = next((up for up in t.ancestors if up in inside and up.idx in events), None)
        light = over in main and events[over.idx].predicate in LIGHT if over is not None else False
        if over is None or (over in main and t.head is over and (light or t.stem in BESIDE)):
            main.append(t)
    for t in main:
        cue = phrases.token_span(t)
        inner = [a for a in statements if a.cue and a.cue.covers(cue)] if depth else []
        below = [w for a in inner[:1] for c in a.content for w in phrases.inside(t.doc, c) if w in inside]
        if below:
            yield from _main(below, statements, events, depth - 1)
        else:
            yield t
