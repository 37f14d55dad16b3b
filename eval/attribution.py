"""Attribution: source, cue and content of every statement, as PolNeAR annotates them.

Data: JSON Lines with `id`, `text` and `attributions`, each a list of [begin, end) for `source`, `cue` and `content`.
The figures are defined in `eval.fillers`. Predictions are made on raw text. PolNeAR annotates the outermost
attribution only, so predicted attributions whose cue stands inside another's content are left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.corpora import json_lines, spans
from eval.fillers import RELATIONS, ROLES, Fragments, Roles, Tokens, distinct, relations, role_scores
from eval.metrics import Fault, Result, Score, recall, total
from eval.raw import Annotate, annotated
from eval.rules import statements
from rashomon.types import Attribution, Span

FORMS = ("direct", "mixed", "indirect", "no source")
OPENS, CLOSES, MARK = re.compile(r"[\"“„«]"), re.compile(r"[\"”»]"), re.compile(r"[\"“”„«»]")


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution as fragments of the text; a role that nothing fills has none."""

    source: Fragments
    cue: Fragments
    content: Fragments


@dataclass(frozen=True, slots=True)
class Case:
    """One article and its attributions."""

    id: str
    text: str
    statements: tuple[Statement, ...]


def gold(path: Path, limit: int | None) -> list[Case]:
    """The articles of a file in the format of PolNeAR's conversion."""
    cases = []
    for number, record in json_lines(path, limit, ("id", "text", "attributions")):
        found = []
        for a in record["attributions"]:
            roles = (spans(a.get(role, []), len(record["text"]), path, number, role) for role in ROLES)
            found.append(Statement(*roles))
        cases.append(Case(record["id"], record["text"], tuple(found)))
    return cases


def predict(cases: Sequence[Case], annotate: Annotate = annotated) -> list[tuple[Statement, ...]]:
    """The attributions of the pipeline, as spans of the texts given."""
    out = []
    for document, back in annotate([case.text for case in cases]):
        found = document.layer(Attribution)
        out.append(tuple(_statement(a, back) for a in found if not any(nested(a, other) for other in found)))
    return out


def nested(inner: Attribution, outer: Attribution) -> bool:
    """True if the cue of *inner* (its content, where it has none) stands inside the content of *outer*."""
    if inner is outer:
        return False
    words = (inner.cue,) if inner.cue else inner.content
    return bool(words) and all(any(c.covers(w) for c in outer.content) for w in words)


def _statement(a: Attribution, back: Callable[[Span], Span]) -> Statement:
    def fragments(found: Sequence[Span | None]) -> Fragments:
        return tuple((s.begin, s.end) for s in (back(f) for f in found if f))

    return Statement(fragments([a.source]), fragments([a.cue]), fragments(a.content))


def baseline(cases: Sequence[Case], train: Path | None = None) -> list[tuple[Statement, ...]]:
    """Quotations and clauses beside a reporting verb; see `eval.rules`. *train* is not used."""
    return [tuple(Statement(s, c, t) for s, c, t in statements(case.text)) for case in cases]


def score(cases: Sequence[Case], predictions: Sequence[Sequence[Statement]]) -> Result:
    """The figures of `eval.fillers`, and recall of relation overlap by the form of the annotated content.

    A content is direct that opens and closes with quotation marks, mixed that holds one elsewhere, indirect without.
    """
    scores: list[Score] = []
    faults: list[Fault] = []
    for case, predicted in zip(cases, predictions, strict=True):
        toks = Tokens.of(case.text)
        g, p = ([_roles(toks, s) for s in side] for side in (case.statements, predicted))
        scores += role_scores(toks, g, p)
        pairs = relations([_trimmed(toks, a) for a in p], [_trimmed(toks, a) for a in g])
        scores += [Score(f"relation {k}", len(pairs[k]), len(p), len(pairs[k]), len(g)) for k in RELATIONS]
        hit = {j for _, j in pairs["overlap"]}
        scores += [_by_form(case, form, hit) for form in FORMS]
        faults += _faults(case, toks, g, p, pairs["overlap"])
    return Result(total(scores), tuple(faults))


def form_of(text: str, content: Fragments) -> str:
    """direct, mixed or indirect, by the quotation marks of the content.

    >>> form_of("He said “no”.", [(8, 12)])
    'direct'
    """
    words = "".join(text[b:e] for b, e in sorted(content))
    if OPENS.match(words) and CLOSES.match(words[-1]):
        return "direct"
    return "mixed" if MARK.search(words) else "indirect"


def _by_form(case: Case, form: str, hit: set[int]) -> Score:
    of = {
        i
        for i, s in enumerate(case.statements)
        if (not s.source if form == "no source" else form_of(case.text, s.content) == form)
    }
    return recall(f"recall {form}", len(of & hit), len(of))


def _roles(toks: Tokens, s: Statement) -> Roles:
    return {role: toks.covered(getattr(s, role)) for role in ROLES}


def _trimmed(toks: Tokens, roles: Roles) -> Roles:
    """A filler that is nothing but punctuation stays: a dash before who said it is a cue."""
    return {role: toks.trim(filler) or filler for role, filler in roles.items()}


def _faults(
    case: Case, toks: Tokens, gold: Sequence[Roles], predicted: Sequence[Roles], hits: set[tuple[int, int]]
) -> Iterator[Fault]:
    """Attributions and fillers that one side lacks; offsets run from the first code point to the last."""

    def fault(measure: str, filler: frozenset[int], what: str, label: str = "") -> Fault:
        return Fault(case.id, measure, toks.rows[min(filler)][0], toks.rows[max(filler)][1], what, label)

    for index, (side, what) in enumerate(((predicted, "spurious"), (gold, "missed"))):
        hit = {pair[index] for pair in hits}
        for i, roles in enumerate(side):
            filler = roles["cue"] or roles["content"] or roles["source"]
            if i not in hit and filler:
                label = form_of(case.text, case.statements[i].content) if side is gold else ""
                yield fault("relation overlap", filler, what, label)
    for role in ROLES:
        g, p = (distinct(toks, (a[role] for a in side)) for side in (gold, predicted))
        yield from (fault(f"exact {role}", f, "missed") for f in g - p)
        yield from (fault(f"exact {role}", f, "spurious") for f in p - g)
