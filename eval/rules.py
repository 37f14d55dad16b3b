"""The rows to beat, in a few lines each: quotations beside reporting verbs, and runs of capitals.

They are here to be measured, not to be used: nothing of the product reads them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from eval.fillers import Fragments

# -- attribution -----------------------------------------------------------------------------------------------

VERBS = """acknowledge add admit affirm allege announce argue assert assure believe claim complain conclude
confirm contend declare deny emphasize estimate explain expect fear hope indicate insist know maintain note predict
promise propose recall report respond reveal say stress suggest suspect tell testify think urge vow warn
write"""
IRREGULAR = {"say": "said", "tell": "told", "think": "thought", "write": "wrote written"}


def _forms(verb: str) -> list[str]:
    """The finite forms and participles of a verb: say, says, said; the present participle is left out."""
    stem = verb[:-1] + "i" if re.search(r"[^aeiou]y$", verb) else verb
    past = IRREGULAR.get(verb, stem + ("d" if verb.endswith("e") else "ted" if verb == "admit" else "ed"))
    return [verb, stem + ("es" if stem.endswith(("i", "ss")) else "s"), *past.split()]


_VERB = "|".join(form for verb in VERBS.split() for form in _forms(verb))
CUE = rf"(?:(?:has|have|had|also|later|did not|has not)\s+)*\b(?:{_VERB})\b"
_NAME = r"(?:[A-Z][\w.’'-]*\s+(?:of|and|for)\s+)?(?:[A-Z][\w.’'-]*\s+)*[A-Z][\w’'-]*"
_WORD = r"(?!(?:who|that|which|when|where|if|as|but|because|he|she|it|they|we|I|is|was|are|were|has|had)\b)[\w’'-]+"
_SOURCE = (
    rf"(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Ss]ome|[Mm]any)\s+(?:{_WORD}\s+){{0,4}}?{_WORD}"
    rf"|\b(?:[Hh]e|[Ss]he|[Tt]hey|I|[Ww]e|[Pp]eople|[Oo]fficials|[Pp]olice)\b|\b{_NAME})"
)
SAYS = re.compile(rf"(?P<source>{_SOURCE})(?:\s*,[^,“”\"]{{2,60}},)?\s+(?P<cue>{CUE})")
INVERTED = re.compile(rf"(?:[,?!][”\"]?|[”\"])\s*(?P<cue>{CUE})\s+(?P<source>{_SOURCE})")
ACCORDING = re.compile(rf"(?P<cue>\b[Aa]ccording to)\s+(?P<source>{_SOURCE})")
QUOTED = re.compile(r"“[^”\n]*(?:”|(?=\n)|$)|\"[^\"\n]*(?:\"|(?=\n)|$)")
BOUNDARY = re.compile(r"[.!?]['’”\"]?(?=\s+[A-Z“\"]|\s*$)")


def statements(text: str) -> Iterator[tuple[Fragments, Fragments, Fragments]]:
    """(source, cue, content) of sentences with a reporting verb or "according to" outside quotation marks.

    A quotation beside the two is content; else what follows to the end of the sentence if it has three words; else
    what comes before.
    """
    for begin, end in sentences(text):
        words = text[begin:end]
        bare = QUOTED.sub(lambda m: "“" + "_" * (len(m[0]) - 2) + "”" if len(m[0]) > 1 else m[0], words)
        found = ACCORDING.search(bare) or INVERTED.search(bare) if "_" in bare else ACCORDING.search(bare)
        found = found or SAYS.search(bare)
        if not found:
            continue
        source, cue = found.span("source"), found.span("cue")
        after = _trim(words, max(source[1], cue[1]), len(words))
        before = _trim(words, 0, min(source[0], cue[0]))
        content = [after] if found.re is SAYS and words[slice(*after)].count(" ") > 1 else [before]
        if found.re is SAYS and _quotes(words, before):  # “Yes,” he said in Geneva; “Yes,” he said, “but not today”
            content = [before, after] if _quotes(words, after) else [before]
        content = [(b, e) for b, e in content if words[b:e]] or [after]
        yield tuple(tuple((b + begin, e + begin) for b, e in role) for role in ([source], [cue], content))  # type: ignore[misc]


def _quotes(words: str, stretch: tuple[int, int]) -> bool:
    """True if the stretch opens and closes with quotation marks."""
    part = words[slice(*stretch)]
    return part[:1] in ("“", '"') and part[-1:] in ("”", '"')


def _trim(words: str, begin: int, end: int) -> tuple[int, int]:
    """The stretch without white space, commas and full stop at its edges, or a leading weekday."""
    inner = re.match(r"[\s,:]*(?:on [A-Z]\w+day,?\s+)?(.*?)[\s,.]*$", words[begin:end], re.S)
    return (begin + inner.start(1), begin + inner.end(1)) if inner else (begin, end)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Sentences of each line; a full stop inside quotation marks ends none unless they close after it."""
    for line in re.finditer(r"[^\n]+", text):
        quoted = [q.span() for q in QUOTED.finditer(line[0])]
        begin = 0
        for stop in BOUNDARY.finditer(line[0]):
            if not any(b < stop.start() and stop.end() < e for b, e in quoted):
                yield line.start() + begin, line.start() + stop.end()
                begin = stop.end()
        if line[0][begin:].strip():
            yield line.start() + begin, line.end()


# -- factuality ------------------------------------------------------------------------------------------------

REACH = 6  # words before the predicate that a negation or modal is looked for in
NEGATION = frozenset("not n't never no nobody none nothing without cannot neither nor".split())
MODAL = frozenset("may might could can would should must will 'll shall ought if whether unless".split())


def factuality(words: list[str], place: int, unreal: float) -> float:
    """3 as a fact, -3 under a negation, *unreal* under a modal, a condition or "to", 0 in a question; on [-3, 3]."""
    before = {w.lower() for w in words[max(0, place - REACH) : place]}
    if before & NEGATION:
        return -3.0
    if words[-1] == "?":
        return 0.0
    return unreal if before & MODAL or (place and words[place - 1].lower() == "to") else 3.0


FACTIVE = frozenset(
    "know realize realise notice see find remember forget learn understand discover admit hear show prove".split()
)


def commitment(sentence: str, verb: str) -> str:
    """What the author holds of the clause under a verb: true if it is factive, false if the sentence is negated."""
    words = set(re.findall(r"n't|[a-z]+(?=n't)|[a-z]+", sentence.lower()))
    return "true" if verb in FACTIVE else "false" if words & NEGATION else "open"
