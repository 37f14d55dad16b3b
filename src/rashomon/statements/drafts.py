"""The model's attribution parts as code points: cleaned, and quotations tied to the speaker who began them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rashomon.grammar import clauses, people, phrases
from rashomon.statements import edges
from rashomon.statements.quotes import CLOSING, OPENING, QUOTES, STRAIGHT, doubled, inside_marks, quoted
from rashomon.statements.tellers import APART, mended, silent
from rashomon.types import ASIDE, Block, BlockKind, Document, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from rashomon.language import Reading

EMPTY = frozenset({"ADP", "AUX", "CCONJ", "DET", "PART", "PRON", "SCONJ"})  # tags of words that are no content alone
PERSONS = frozenset({"me", "us", "you", "him", "her", "them"})
SHORT = 5  # words of a subject that was taken for content
LEAST = 2  # words of content without a cue that is no quotation


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution before it is read for form and speaker. `because` is set for a quotation that goes on."""

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    because: str = ""


def drafts(document: Document, reading: Reading) -> list[Draft]:
    """Every attribution of the account, in text order, continued quotations tied and loose fragments dropped."""
    return _continued(document, reading.doc, list(_drafts(document, reading)))


def _drafts(document: Document, reading: Reading) -> Iterator[Draft]:
    """Parts as code points: edges trimmed of stray marks, content kept inside its block, fragments dropped."""
    doc, text = reading.doc, doubled(document.text)
    taken = {i for p in reading.attributions for run in (p.source, p.cue, *p.content) if run for i in range(*run)}
    for parts in reading.attributions:
        cue = phrases.span(doc, *parts.cue) if parts.cue else None  # a lone colon is a cue too
        source = _whole(doc, _owner_and_owned(doc, _span(document, doc, parts.source), cue))
        whole = _merged(document.text, [phrases.span(doc, *c) for c in parts.content])
        content = tuple(s for c in whole if (s := _content(document, c)) and (s := edges.mended(doc, s, taken)))
        if len(content) > 1:
            content = tuple(s for s in content if not _particle(doc, s))
        if not parts.content and source and cue:
            content = _closed_before(document, min(source.begin, cue.begin)) or _astray(document, reading, cue)
        if source is None and cue is not None and (subject := _subject_in(doc, cue, content)):
            source, content = subject, tuple(s for s in content if s != subject)
        source, content = mended(doc, source, cue, content)
        if source is not None and cue is not None:
            content = edges.from_its_begin(doc, content, min(source, cue), taken)
        source = _on_one_line(document, source)
        content = _beside_cue(document, cue, content, text)
        if silent(doc, source, cue, content) and not any(quoted(text, s) for s in content):
            continue
        if source is not None and document.quote(source).lower() == "you" and _the_reader(document, source, text):
            continue  # the reader: "you can see"
        words = sum(len(document.quote(s).split()) for s in content)
        told = cue is not None and any(not _particle(doc, s, source is not None) for s in content)
        if content and (words >= LEAST or told or any(quoted(text, s) for s in content)):
            yield Draft(source, cue, content)


def _merged(text: str, runs: Sequence[Span]) -> list[Span]:
    """Runs with nothing but white space between them are one; line breaks part paragraphs."""
    out: list[Span] = []
    for r in sorted(runs):
        gap = text[out[-1].end : r.begin] if out else "x"
        if not gap.strip() and "\n" not in gap:
            out[-1] = Span(out[-1].begin, r.end)
        else:
            out.append(r)
    return out


def _span(document: Document, doc: Doc, run: tuple[int, int] | None) -> Span | None:
    """A source without marks at its edges, but with the comma that closes an apposition ("Ana Oro, the mayor,")."""
    at = phrases.trimmed(document.text, phrases.span(doc, *run)) if run else None
    if at is None or document.text[at.end : at.end + 1] != "," or "," not in document.quote(at):
        return at
    return Span(at.begin, at.end + 1)


def _owner_and_owned(doc: Doc, source: Span | None, cue: Span | None) -> Span | None:
    """ "Iran" of "Iran's judiciary" speaks for the judiciary: a source that is only a possessor takes its noun in, but
    not "claim" of "Iran's claim that", which is the cue."""
    words = phrases.inside(doc, source) if source else []
    head = phrases.head_of(words)
    if source is None or head is None:
        return source
    owned = head.head if head.dep_ == "nmod:poss" and any(c.dep_ == "case" for c in head.children) else None
    if owned is None and words[-1].tag_ == "POS":  # "by Ana Oro's only son", with the son beside her in the tree
        after = doc[words[-1].i + 1 : words[-1].i + 1 + SHORT]
        owned = next((t for t in after if t.lemma_.lower() in people.KIN | people.OFFICES), None)
    if owned is None:
        return source
    whole = phrases.phrase(owned, APART) if owned is not head.head else phrases.phrase(owned)
    if cue is not None and cue.touches(whole):
        return source
    return Span(min(source.begin, whole.begin), max(source.end, whole.end))


def _astray(document: Document, reading: Reading, cue: Span) -> tuple[Span, ...]:
    """Content in a cue's paragraph that the model gave to a cue in another one."""
    block = next(iter(document.layer(Block).touching(cue)), None)
    if block is None:
        return ()
    far = [p for p in reading.attributions if p.cue and not block.span.touches(phrases.span(reading.doc, *p.cue))]
    runs = (phrases.span(reading.doc, *c) for p in far for c in p.content)
    return tuple(s for run in runs if block.span.covers(run) and (s := _content(document, run)))


def _closed_before(document: Document, at: int) -> tuple[Span, ...]:
    """The quotation that ends just before "wrote X": from its opening mark, or from its paragraph's begin."""
    begin = next((b.span.begin for b in document.layer(Block).touching(Span(at, at + 1))), at)
    said = document.text[begin:at].rstrip()
    if said[-1:] not in (*CLOSING, STRAIGHT):
        return ()
    opening = max(said.rfind(mark, 0, len(said) - 1) for mark in OPENING + (STRAIGHT if said[-1] == STRAIGHT else ""))
    span = Span(begin + max(opening, 0), begin + len(said))
    return (span,) if len(document.quote(span).split()) >= LEAST else ()


def _whole(doc: Doc, source: Span | None) -> Span | None:
    """ "A doctor at" and "the" go on to the noun that their last preposition or article belongs to."""
    words = [t for t in phrases.inside(doc, source) if not t.is_space] if source else []
    while len(words) > 1 and words[-1].pos_ in ("AUX", "ADV"):  # "Police have also"
        source = Span(words[0].idx, words[-2].idx + len(words[-2]))
        words.pop()
    if source is None or not words or words[-1].dep_ not in ("case", "det") or words[-1].head.i < words[-1].i:
        return source
    return Span(source.begin, max(source.end, phrases.phrase(words[-1].head).end))


def _subject_in(doc: Doc, cue: Span, content: Sequence[Span]) -> Span | None:
    """The fragment of content that is only the subject of the cue: "Putin" of "Putin reportedly responded, “...”"."""
    verb = phrases.head_of(t for t in phrases.inside(doc, cue) if not t.is_space)
    subject = clauses.subject(verb) if verb is not None and verb.pos_ == "VERB" and len(content) > 1 else None
    if subject is None:
        return None
    short = (s for s in content if s.covers(phrases.token_span(subject)) and s.end <= cue.begin)
    return next((s for s in short if len(phrases.inside(doc, s)) <= SHORT), None)


def _on_one_line(document: Document, source: Span | None) -> Span | None:
    """A source as far as its first line break: what the tree ties over one belongs to another paragraph."""
    if source is None or "\n" not in document.quote(source):
        return source
    return phrases.trimmed(document.text, Span(source.begin, document.text.index("\n", source.begin)))


def _the_reader(document: Document, at: Span, text: str) -> bool:
    """True for a "you" of the account's own words."""
    block = next(iter(document.layer(Block).touching(at)), None)
    return (block is None or block.voice is None) and not inside_marks(document, at, text)


def _beside_cue(document: Document, cue: Span | None, content: tuple[Span, ...], text: str) -> tuple[Span, ...]:
    """Content without what stands in another paragraph than its cue and in no quotation marks, if anything is left."""
    block = next(iter(document.layer(Block).touching(cue)), None) if cue else None
    if cue is None or block is None:
        return content
    words = [s for s in content if block.span.touches(s) or quoted(text, s)]
    if len(words) > 1:  # no lone word of another sentence
        words = [s for s in words if quoted(text, s) or " " in document.quote(s) or "." not in _between(text, s, cue)]
    return tuple(words) or content


def _between(text: str, a: Span, b: Span) -> str:
    return text[min(a.end, b.end) : max(a.begin, b.begin)]


def _particle(doc: Doc, at: Span, pronouns: bool = False) -> bool:
    """True for one word that says nothing by itself: the "The" that an inserted "according to X," cuts off.

    With *pronouns*, one for a person is no such word: "Moreno opposes him".
    """
    words = [t for t in phrases.inside(doc, at) if not t.is_space and not t.is_punct]
    return len(words) == 1 and words[0].pos_ in EMPTY and not (pronouns and words[0].lower_ in PERSONS)


def _content(document: Document, at: Span) -> Span | None:
    """Content without white space and stops at its edges; quotation marks stay, for they are its evidence."""
    begin, end = at.begin, at.end
    while begin < end and document.text[begin] in " \n\t\r\u00a0,;:–—-":
        begin += 1
    while end > begin and document.text[end - 1] in " \n\t\r\u00a0,;:–—-":
        end -= 1
    return Span(begin, end) if any(c.isalnum() for c in document.text[begin:end]) else None


def _continued(document: Document, doc: Doc, drafts: Sequence[Draft]) -> list[Draft]:
    """Tie paragraphs that continue a quotation to its speaker, and drop what stays loose and unquoted."""
    blocks = sorted((b for b in document.layer(Block) if b.kind not in ASIDE), key=lambda b: b.span)
    out: list[Draft] = []
    by_block: dict[int, list[Draft]] = {}
    for d in sorted(drafts, key=lambda d: d.content[0]):
        by_block.setdefault(_index(blocks, d.content[0].begin), []).append(d)
    last: Draft | None = None  # the attribution whose speaker may go on
    for i, block in enumerate(blocks):
        here = by_block.get(i, [])
        if i and (block.entry, block.voice) != (blocks[i - 1].entry, blocks[i - 1].voice):
            last = None
        goes_on = _goes_on(document, blocks, i)
        if (
            goes_on
            and blocks[i - 1].kind is not BlockKind.QUOTATION
            and document.quote(blocks[i - 1].span).rstrip().endswith(":")
        ):
            last = _introduced(document, doc, blocks[i - 1], last)
        goes_on = goes_on and last is not None
        cued = [d for d in here if d.cue is not None]
        loose = [d for d in here if d.cue is None]
        if goes_on and last is not None and block.kind is BlockKind.QUOTATION:
            whole = _content(document, block.span)
            out += [Draft(last.source, last.cue, (whole,), "continues the quotation")] if whole else []
            inner = [d for d in cued if d.source and d.cue and block.span.covers(d.cue)]
            out += inner
            continue
        resumes = last is not None and not goes_on and _resumes(document, last, block)
        for d in loose:
            starts_block = d.content[0].begin <= block.span.begin + 1
            if (goes_on or resumes) and starts_block and last is not None:
                out.append(replace(d, source=last.source, cue=last.cue, because="continues the quotation"))
            elif beside := _beside(document, d, cued):
                cued = [replace(c, content=tuple(sorted((*c.content, *d.content)))) if c is beside else c for c in cued]
            elif d.source is not None or (
                _is_quotation(document.text, d.content) and block.kind is not BlockKind.HEADLINE
            ):
                out.append(d)
        out += cued
        last = cued[-1] if cued else last if goes_on or resumes else None
    return sorted(out, key=lambda d: d.content[0])


def _resumes(document: Document, last: Draft, block: Block) -> bool:
    """True for a paragraph that is one quotation, after a quotation whose speaker was named last: "…,” Oro said."."""
    text = doubled(document.text)
    if last.cue is None or not last.content:
        return False
    whole = text[block.span.begin : block.span.end].strip()
    marked = whole[:1] in (*OPENING, STRAIGHT) and whole[-1:] in (*CLOSING, STRAIGHT)
    said = quoted(text, last.content[-1]) and last.content[0] < last.cue
    return marked and said and not any(c in OPENING + CLOSING + STRAIGHT for c in whole[1:-1])


def _introduced(document: Document, doc: Doc, block: Block, last: Draft | None) -> Draft | None:
    """Who is quoted after a paragraph that ends in a colon: the subject of its last sentence, else its last speaker."""
    words = [t for t in phrases.inside(doc, block.span) if not t.is_space]
    if not words:
        return last
    root = words[-1].sent.root
    subject = next(iter(phrases.children(root, "nsubj")), None)
    if last is not None and last.cue is not None and words[-1].sent.start_char <= last.cue.begin:
        return last
    if subject is None or root.pos_ != "VERB":
        return last
    return Draft(phrases.phrase(subject), phrases.token_span(root), ())


def _beside(document: Document, loose: Draft, cued: Sequence[Draft]) -> Draft | None:
    """The attribution of the same block whose quotation a loose one resumes: nothing but its cue and source between."""
    for d in cued:
        ends = [s.end for s in (*d.content, *((d.cue,) if d.cue else ()), *((d.source,) if d.source else ()))]
        gap = document.text[max(ends) : loose.content[0].begin] if max(ends) <= loose.content[0].begin else None
        if gap is not None and "\n" not in gap and len(gap) < 12 and _is_quotation(document.text, loose.content):
            return d
    return None


def _index(blocks: Sequence[Block], at: int) -> int:
    i = bisect_right(blocks, at, key=lambda b: b.span.begin) - 1
    return i if i >= 0 and at < blocks[i].span.end else -1


def _goes_on(document: Document, blocks: Sequence[Block], i: int) -> bool:
    """True if block i continues a quotation: a block quotation after a colon or another one, or a paragraph that opens
    with a mark after one that did not close its own."""
    if not i:
        return False
    before, here = document.quote(blocks[i - 1].span).rstrip(), document.quote(blocks[i].span).lstrip()
    if blocks[i].kind is BlockKind.QUOTATION:
        return before.endswith(":") or blocks[i - 1].kind is BlockKind.QUOTATION
    opened = sum(c in OPENING for c in before) > sum(c in CLOSING for c in before) or before.count(STRAIGHT) % 2 == 1
    return here[:1] in QUOTES and here[:1] not in CLOSING and (opened or before.endswith(":"))


def _is_quotation(text: str, content: Sequence[Span]) -> bool:
    return all(quoted(text, s) for s in content)
