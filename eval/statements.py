"""Statements: who said what by whose word, on our own standoff labels (`eval/gold`, whose GUIDELINES.md defines them).

Data: JSON Lines with `corpus`, `doc`, `sha256` of the text, and `statements`. The text itself is read from the corpus.

    statements   F1; a statement is found by cue, source and content, as "relation overlap" of `eval.fillers`, or, being
                 a quotation without cue, by half of its words
    speaker      accuracy over the statements found: one name's words, or initials, are among the other's, titles aside
    resolved     the same where the words of the source are not the name: pronouns, offices, no source at all
    kind         accuracy of the kind of source: person, organisation, role ...
    stance ...   classes and binary marks over the statements found
    nesting      F1 of (statement, innermost statement around it), both found

A quotation that goes on after its cue may be labelled as a statement of its own or with the part before it: systems
differ, and neither is counted wrong.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from eval.attribution import form_of
from eval.corpora import spans
from eval.fillers import Filler, Fragments, Roles, Tokens, relations
from eval.metrics import Fault, Result, Score, accuracy, macro, recall, total
from eval.raw import Annotate, annotated
from eval.rules import statements
from eval.texts import labelled
from rashomon.errors import ReadError
from rashomon.grammar.people import HONORIFICS
from rashomon.types import Attribution

FORMS = ("direct", "mixed", "indirect")
STANCES = tuple(
    "say claim insist deny admit ask warn promise suggest endorse oppose threaten believe know want".split()
)
FIELDS = ("source", "cue", "content", "speaker", "kind", "form", "stance", "positive", "hedge", "parent")
NAME = re.compile(r"[A-Z][\w-]+(?: [A-Z][\w-]+)*")  # the baseline's
PRONOUNS = ("he", "she", "it", "they", "i", "we")
SMALL = HONORIFICS | frozenset("a an the his her its their our my of prime s".split())


@dataclass(frozen=True, slots=True)
class Said:
    """One statement. A role that nothing fills has no fragments; `parent` is the index of the statement around it.

    `speakers` are the names that would do: of a document, its issuer or its own words.
    """

    source: Fragments
    cue: Fragments
    content: Fragments
    speakers: tuple[str, ...] = ()
    form: str = "indirect"
    stance: str = "say"
    positive: bool = True
    hedged: bool = False
    parent: int | None = None
    kind: str = "person"


@dataclass(frozen=True, slots=True)
class Case:
    """One article and its statements."""

    id: str
    text: str
    statements: tuple[Said, ...]


def gold(path: Path, limit: int | None) -> list[Case]:
    """The labelled articles. Raises ReadError where a corpus is absent or its text is not the one labelled."""
    cases = []
    for number, record, text in labelled(path, limit, "statements"):
        found = tuple(_labelled(s, text, path, number) for s in record["statements"])
        if any(s.parent is not None and not 0 <= s.parent < len(found) for s in found):
            raise ReadError(str(path), "a parent is not the index of a statement", number)
        cases.append(Case(f"{record['corpus']}/{record['doc']}", text, found))
    return cases


def _labelled(label: Any, text: str, path: Path, number: int) -> Said:
    if not isinstance(label, dict) or any(field not in label for field in FIELDS):
        raise ReadError(str(path), f"a statement needs {', '.join(FIELDS)}", number)
    if label["form"] not in FORMS or label["stance"] not in STANCES:
        raise ReadError(str(path), f"no form or stance: {label['form']}, {label['stance']}", number)

    def one(role: str) -> Fragments:
        return spans([label[role]] if label[role] else [], len(text), path, number, role)

    content = spans(label["content"], len(text), path, number, "content")
    places = [*one("speaker"), *(one("source") if label["kind"] == "document" else ())]
    named = tuple(text[b:e] for b, e in places) if label["speaker"] else ()
    rest = (
        label["form"],
        label["stance"],
        label["positive"],
        label["hedge"] is not None,
        label["parent"],
        label["kind"],
    )
    return Said(one("source"), one("cue"), content, named, *rest)


# -- predictions -------------------------------------------------------------------------------------------------------


def predict(cases: Sequence[Case], annotate: Annotate = annotated) -> list[tuple[Said, ...]]:
    """The attributions of the pipeline; those of one cue and content, one for each of several speakers, are one."""
    out = []
    for case, (document, back) in zip(cases, annotate([case.text for case in cases]), strict=True):
        found: dict[tuple[Fragments, Fragments], Said] = {}
        for a in document.layer(Attribution):
            source, cue, content = (
                tuple((s.begin, s.end) for s in map(back, fragments))
                for fragments in ([a.source] if a.source else [], [a.cue] if a.cue else [], a.content)
            )
            who = a.speaker or (document.quote(a.source) if a.source else None)
            hedged = a.hedge is not None
            said = Said(source, cue, content, (who,) if who else (), a.form, a.stance, a.positive, hedged, kind=a.kind)
            known = found.get((cue, content))
            if known:
                said = replace(known, source=(*known.source, *source), speakers=(*known.speakers, *said.speakers))
            found[cue, content] = said
        out.append(tuple(_nested(Tokens.of(case.text), list(found.values()))))
    return out


def baseline(cases: Sequence[Case], train: Path | None = None) -> list[tuple[Said, ...]]:
    """`eval.rules`: the speaker is the source's name, else the last name before it; the form is read off the marks.

    Every stance is "say". *train* is not used.
    """
    return [tuple(_by_rules(case.text)) for case in cases]


def _by_rules(text: str) -> Iterator[Said]:
    for source, cue, content in statements(text):
        (begin, end), *_ = source
        named = NAME.findall(text, begin, end) if text[begin:end].lower() not in PRONOUNS else []
        named = named or NAME.findall(text, 0, begin)
        yield Said(source, cue, content, tuple(named[-1:]), form_of(text, content))


def _nested(toks: Tokens, found: Sequence[Said]) -> Iterator[Said]:
    """Each statement with the innermost other one whose content holds its cue (its content, where it has none)."""
    contents = [toks.covered(s.content) for s in found]
    for i, said in enumerate(found):
        words = toks.covered(said.cue) or contents[i]
        around = [
            j for j, c in enumerate(contents) if j != i and words <= c and not _mutual(toks, found[j], contents[i])
        ]
        yield replace(said, parent=min(around, key=lambda j: (len(contents[j]), j), default=None))


def _mutual(toks: Tokens, outer: Said, content: Filler) -> bool:
    return bool(outer.cue) and toks.covered(outer.cue) <= content


# -- scores ------------------------------------------------------------------------------------------------------------


def score(cases: Sequence[Case], predictions: Sequence[Sequence[Said]]) -> Result:
    """The figures that the head of this file names."""
    scores: list[Score] = []
    faults: list[Fault] = []
    for case, predicted in zip(cases, predictions, strict=True):
        toks = Tokens.of(case.text)
        pairs, right = found(toks, predicted, case.statements)
        count = len(case.statements)
        scores.append(Score("statements", len(right), len(predicted), len(pairs), count))
        scores += _recalls(case, pairs)
        scores += _fields(case, predicted, pairs)
        scores.append(_nesting(case, predicted, pairs))
        faults += _faults(case, predicted, pairs, right)
    summed = total(scores)
    stances = [s for s in summed if s.name.startswith("stance ")]
    return Result((*(s for s in summed if s not in stances), macro("stance", stances), *stances), tuple(faults))


def found(toks: Tokens, predicted: Sequence[Said], gold: Sequence[Said]) -> tuple[dict[int, int], set[int]]:
    """(annotated -> predicted statement, predicted statements that are right), as indices."""
    p, g = ([_roles(toks, s) for s in side] for side in (predicted, gold))
    pairs = {j: i for i, j in relations(p, g)["overlap"]}
    right = set(pairs.values())
    for j, roles in enumerate(g):  # quotations without a cue of their own
        if j not in pairs and not roles["cue"]:
            best = max(range(len(p)), key=lambda i: (len(p[i]["content"] & roles["content"]), -i), default=None)
            if best is not None and 2 * len(p[best]["content"] & roles["content"]) >= len(roles["content"]):
                pairs[j] = best
                right.add(best)
    for i, roles in enumerate(p):
        if i not in right and not roles["cue"] and roles["content"]:
            inside = (
                len(roles["content"] & other["content"])
                for other, s in zip(g, gold, strict=True)
                if s.form != "indirect"
            )
            right |= {i} if 2 * max(inside, default=0) >= len(roles["content"]) else set()
    return pairs, right


def _roles(toks: Tokens, said: Said) -> Roles:
    return {
        role: toks.trim(toks.covered(getattr(said, role))) or toks.covered(getattr(said, role))
        for role in ("source", "cue", "content")
    }


def same_name(a: str, b: str) -> bool:
    """True if the words of one name are among the other's, titles, articles and accents aside, or its initials are.

    >>> same_name("President Hassan Rouhani", "Rouhani"), same_name("the minister", "Rouhani")
    (True, False)
    >>> same_name("the U.N.", "United Nations"), same_name("Chloé Oro", "Chloe Oro")
    (True, True)
    """
    x, y = _name(a), _name(b)
    return x <= y or y <= x or _initials(a) in y or _initials(b) in x


def _name(words: str) -> frozenset[str]:
    plain = "".join(c for c in unicodedata.normalize("NFD", words) if not unicodedata.combining(c))
    every = frozenset(re.findall(r"\w+", plain.replace(".", "").lower()))
    return every - SMALL or every


def _initials(words: str) -> str:
    """The capitals that begin words, "" where there is only one: "uae" of "the United Arab Emirates"."""
    capitals = re.findall(r"\b(?!The\b)[A-Z](?=[a-z])", words)
    return "".join(capitals).lower() if len(capitals) > 1 else ""


def _fields(case: Case, predicted: Sequence[Said], pairs: dict[int, int]) -> Iterator[Score]:
    """Figures over the statements found."""
    for j, i in sorted(pairs.items()):
        g, p = case.statements[j], predicted[i]
        if g.speakers:
            right = _right_speaker(g, p)
            yield accuracy("speaker", right, 1)
            if not any(same_name(case.text[b:e], name) for b, e in g.source for name in g.speakers):
                yield accuracy("resolved", right, 1)
        yield accuracy("kind", g.kind == p.kind, 1)
        yield accuracy("form", g.form == p.form, 1)
        yield accuracy("polarity", g.positive == p.positive, 1)
        yield Score("hedged", g.hedged and p.hedged, p.hedged, g.hedged and p.hedged, g.hedged)
        if g.cue:
            hit = g.stance == p.stance
            yield Score(f"stance {g.stance}", hit, hit, hit, 1)
            if not hit:
                yield Score(f"stance {p.stance}", 0, 1, 0, 0)


def _right_speaker(g: Said, p: Said) -> bool:
    return any(same_name(a, b) for a in p.speakers for b in g.speakers)


def _recalls(case: Case, pairs: dict[int, int]) -> Iterator[Score]:
    groups = [(form, {j for j, s in enumerate(case.statements) if s.form == form}) for form in FORMS]
    nested = {j for j, s in enumerate(case.statements) if s.parent is not None}
    for name, of in (*groups, ("nested", nested), ("outermost", set(range(len(case.statements))) - nested)):
        yield recall(f"recall {name}", len(of & pairs.keys()), len(of))


def _nesting(case: Case, predicted: Sequence[Said], pairs: dict[int, int]) -> Score:
    edges = {(j, s.parent) for j, s in enumerate(case.statements) if s.parent is not None}
    claimed = {(i, s.parent) for i, s in enumerate(predicted) if s.parent is not None}
    hits = {(j, k) for j, k in edges if (pairs.get(j), pairs.get(k)) in claimed}
    return Score("nesting", len(hits), len(claimed), len(hits), len(edges))


def _faults(case: Case, predicted: Sequence[Said], pairs: dict[int, int], right: set[int]) -> Iterator[Fault]:
    def fault(measure: str, said: Said, what: str, labels: str = "") -> Fault:
        place = said.cue or said.content
        return Fault(case.id, measure, place[0][0], place[-1][1], what, labels)

    for j, s in enumerate(case.statements):
        if j not in pairs:
            yield fault("statements", s, "missed", s.form)
            continue
        p = predicted[pairs[j]]
        if s.speakers and not _right_speaker(s, p):
            yield fault("speaker", s, "wrong")
        for field in ("form", "stance"):
            if getattr(s, field) != getattr(p, field) and (field == "form" or s.cue):
                yield fault(field, s, "wrong", f"{getattr(s, field)} > {getattr(p, field)}")
    yield from (fault("statements", s, "spurious", s.form) for i, s in enumerate(predicted) if i not in right)
