"""Who speaks in a headline by its punctuation: "Oro: No money for dam", "No money for dam – minister"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.grammar import phrases
from rashomon.grammar.people import BODIES, OFFICES
from rashomon.statements.drafts import Draft
from rashomon.statements.quotes import doubled, quoted
from rashomon.types import Block, BlockKind, Document, Name, Span

if TYPE_CHECKING:
    from rashomon.language import Reading

_BEFORE = re.compile(r"^\W?(?P<who>[^:;.!?]{2,60}?)(?P<mark>:) (?=\S)")
_AFTER_COLON = re.compile(r"(?P<mark>:) (?P<who>[^:;.!?–—]{2,60})\.?$")
_AFTER = re.compile(r"(?P<mark>:| [–—-]) (?P<who>[^:;.!?–—]{2,60})\.?$")
IN_HEADLINES = (_BEFORE, _AFTER)
FIRST = (_AFTER_COLON,)  # a first paragraph may be a headline that its reader knew by no mark
LONGEST = 30  # words of a headline
MOST = 6  # words of who speaks
LEAST = 2  # words of what is said


def with_headlines(document: Document, reading: Reading, found: Sequence[Draft]) -> list[Draft]:
    """The statements found, and those that a colon or dash of a headline tells where there is none or no source."""
    out = list(found)
    for nth, block in enumerate(document.layer(Block)):
        patterns = IN_HEADLINES if block.kind is BlockKind.HEADLINE else FIRST if not nth else ()
        draft = _marked(document, reading, block.span, patterns)
        if draft is None:
            continue
        inside = [d for d in out if any(block.span.covers(s) for s in d.content)]
        of_mark = [d for d in inside if d.source is None and d.cue in (None, draft.cue)]
        out = [replace(d, source=draft.source, cue=draft.cue) if d in of_mark else d for d in out]
        if not inside:
            out.append(draft)
    return out


def _marked(document: Document, reading: Reading, at: Span, patterns: Sequence[re.Pattern[str]]) -> Draft | None:
    words = document.quote(at).rstrip()
    for pattern in patterns if len(words.split()) <= LONGEST else ():
        if not (match := pattern.search(words)):
            continue
        who = Span(at.begin + match.start("who"), at.begin + match.end("who"))
        begin, end = (match.end(), len(words)) if pattern is _BEFORE else (0, match.start("mark"))
        said = Span(at.begin + begin, at.begin + end)
        mark = at.begin + match.end("mark")
        enough = len(document.quote(said).split()) >= LEAST
        if (
            enough
            and (pattern is _AFTER or _told(reading, said))
            and _speaks(document, who, said, aside=match["mark"] != ":")
        ):
            return Draft(who, Span(mark - 1, mark), (said,))
    return None


def _told(reading: Reading, at: Span) -> bool:
    """True for what can be said: more than a topic ("Oro: ten things to know")."""
    words = phrases.inside(reading.doc, at)
    clause = any(t.tag_ in phrases.FINITE_TAGS or t.pos_ == "AUX" for t in words) or (
        words and words[0].lower_ in ("no", "not")
    )
    return bool(clause or quoted(doubled(reading.doc.text), at))


def _speaks(document: Document, who: Span, said: Span, *, aside: bool) -> bool:
    """True for a person's name, or words that end with an office or body ("Vell police chief"). A body's own name is
    one before or after what is quoted, but never after a dash (*aside*), where a site signs."""
    words = document.quote(who).lower().split()
    if len(words) > MOST:
        return False
    if words[-1] in OFFICES | BODIES or words[-1].removesuffix("s") in OFFICES | BODIES:
        return True
    names = [n.kind for n in document.layer(Name).touching(who) if n.span.end == who.end]
    body = "organisation" in names and not aside and (said < who or quoted(doubled(document.text), said))
    return "person" in names or body
