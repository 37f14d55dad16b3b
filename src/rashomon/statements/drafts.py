"""The model's attribution parts as code points, cleaned."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.grammar import clauses, cues, people, phrases
from rashomon.statements import edges
from rashomon.statements.quotes import CLOSING, OPENING, QUOTES, STRAIGHT, doubled, inside_marks, quoted
from rashomon.statements.tellers import APART, mended, silent
from rashomon.types import Block, Document, Span, Time

if TYPE_CHECKING:
    from rashomon.language import Reading
    from rashomon.tokens import Doc

EMPTY = frozenset({"ADP", "AUX", "CCONJ", "DET", "PART", "PRON", "SCONJ"})  # tags of words that are no content alone
PERSONS = frozenset({"me", "us", "you", "him", "her", "them"})
SHORT = 5  # words of a subject that was taken for content
DAY = re.compile(r"\w+day")
SIDES = frozenset({"deny", "endorse", "oppose", "suggest"})  # stances that verbs take to a thing
LEAST = 2  # words of content without a cue that is no quotation


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution before it is read for form and speaker. `continues` is set for a quotation that goes on."""

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    continues: bool = False


def drafts(document: Document, reading: Reading) -> Iterator[Draft]:
    """Parts as code points: edges trimmed of stray marks, content kept inside its block, fragments dropped."""
    doc, text = reading.doc, doubled(document.text)
    taken = {i for p in reading.attributions for run in (p.source, p.cue, *p.content) if run for i in range(*run)}
    astray = _astray(document, reading)
    untold = [p.cue for p in reading.attributions if p.cue and p.source and not p.content]
    theirs = {s: cue for cue in untold if (s := _governed(doc, cue)) is not None}  # by another cue than the model's
    for parts in reading.attributions:
        cue = phrases.span(doc, *parts.cue) if parts.cue else None  # a lone colon is a cue too
        source = _whole(doc, _owner_and_owned(doc, _span(document, doc, parts.source), cue))
        whole = _merged(document.text, [phrases.span(doc, *c) for c in parts.content])
        whole = [c for c in whole if not any(s.covers(c) for s in theirs)]
        content = tuple(s for c in whole if (s := stripped(document, c)) and (s := edges.mended(doc, s, taken)))
        if len(content) > 1:
            content = tuple(s for s in content if not _particle(doc, s))
        if not parts.content and source and cue:
            content = _closed_before(document, min(source.begin, cue.begin)) or _hung_on(doc, cue)
            content = content or tuple(s for s, by in theirs.items() if by == parts.cue)
            block = next(iter(document.layer(Block).touching(cue)), None)
            content = content or (tuple(astray.get(block.span, ())) if block is not None else ())
        if source is None and cue is not None and (subject := _subject_in(doc, cue, content)):
            source, content = subject, tuple(s for s in content if s != subject)
        source, content = mended(doc, source, cue, content)
        content = edges.whole_participle(doc, content, taken)
        content = tuple(edges.to_its_end(doc, c, taken) for c in content)
        if cue is not None and content and cue.end <= content[-1].begin:
            content = (*content[:-1], edges.with_its_conjuncts(doc, content[-1], taken))
        content = edges.before_next_deed(doc, content, cue) if cue is not None else content
        if source is not None and cue is not None:
            content = edges.from_its_begin(doc, content, min(source, cue), taken)
        source = _without_day(document, doc, _on_one_line(document, source))
        content = _in_its_sentence(doc, cue, _beside_cue(document, cue, content, text), text)
        if silent(doc, source, cue, content) and not any(quoted(text, s) for s in content):
            continue
        if source is not None and document.quote(source).lower() == "you" and _the_reader(document, source, text):
            continue  # the reader: "you can see"
        words = sum(len(document.quote(s).split()) for s in content)
        told = cue is not None and any(not _particle(doc, s, source is not None) for s in content)
        if content and (words >= LEAST or told or any(quoted(text, s) for s in content)):
            yield Draft(source, cue, content)


def _without_day(document: Document, doc: Doc, source: Span | None) -> Span | None:
    """A source without the day after its noun, "one official Monday"; None where it is a time: of "Friday's call"."""
    for time in document.layer(Time).touching(source) if source is not None else ():
        if source is None or (time.span.begin <= source.begin and source.end <= time.span.end + len("'s")):
            return None
        noun = phrases.inside(doc, time.span)[0].nbor(-1) if time.span.begin > source.begin else None
        if (
            noun is not None
            and noun.pos_ in ("NOUN", "PROPN")
            and DAY.fullmatch(document.text, time.span.begin, source.end)
        ):
            source = Span(source.begin, noun.idx + len(noun))
    return source


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
    whole = phrases.phrase(owned, APART)
    if cue is not None and cue.touches(whole):
        return source
    return Span(min(source.begin, whole.begin), max(source.end, whole.end))


def _governed(doc: Doc, cue: tuple[int, int]) -> Span | None:
    """The clause after a verb of telling, or its object where that alone tells, "defended the decision"."""
    verb = phrases.head_of([t for t in doc[slice(*cue)] if not t.is_space])
    stance = cues.STANCES.get(cues.lemma(verb.lemma_.lower(), verb.lower_)) if verb is not None else None
    if verb is None or verb.pos_ != "VERB" or stance is None or clauses.passive(verb):
        return None
    clause = [c for c in phrases.children(verb, "ccomp") if c.left_edge.i >= cue[1]]
    things = [c for c in phrases.children(verb, "obj") if c.left_edge.i >= cue[1] and c.pos_ in ("NOUN", "PROPN")]
    if clause:
        return phrases.span(doc, clause[0].left_edge.i, clause[0].right_edge.i + 1)
    return phrases.phrase(things[0], APART - {"acl:relcl"}) if things and stance in SIDES else None


def _astray(document: Document, reading: Reading) -> dict[Span, list[Span]]:
    """By the span of a block: content in it that the model gave to a cue in another one."""
    found: dict[Span, list[Span]] = {}
    for parts in reading.attributions:
        cue = phrases.span(reading.doc, *parts.cue) if parts.cue else None
        for run in (phrases.span(reading.doc, *c) for c in parts.content if cue is not None):
            for block in document.layer(Block).touching(run):
                far = cue is not None and not block.span.touches(cue)
                if far and block.span.covers(run) and (content := stripped(document, run)):
                    found.setdefault(block.span, []).append(content)
    return found


def _closed_before(document: Document, at: int) -> tuple[Span, ...]:
    """The quotation that ends just before "wrote X": from its opening mark, or from its paragraph's begin."""
    begin = next((b.span.begin for b in document.layer(Block).touching(Span(at, at + 1))), at)
    said = document.text[begin:at].rstrip()
    if said[-1:] not in (*CLOSING, STRAIGHT):
        return ()
    opening = max(said.rfind(mark, 0, len(said) - 1) for mark in OPENING + (STRAIGHT if said[-1] == STRAIGHT else ""))
    span = Span(begin + max(opening, 0), begin + len(said))
    return (span,) if len(document.quote(span).split()) >= LEAST else ()


def _hung_on(doc: Doc, cue: Span) -> tuple[Span, ...]:
    """The sentence that an inserted "officials have said" hangs on, without it."""
    verb = phrases.head_of([t for t in phrases.inside(doc, cue) if not t.is_space])
    if verb is None or verb.dep_ != "parataxis" or cues.STANCES.get(verb.lemma_.lower()) != "say":
        return ()
    own = {t.i for t in verb.subtree}
    rest = [t.i for t in verb.sent if t.i not in own and not t.is_space]
    parts = [[i for i in rest if i < min(own)], [i for i in rest if i > max(own)]]
    found = (phrases.trimmed(doc.text, phrases.span(doc, p[0], p[-1] + 1)) for p in parts if p)
    return tuple(s for s in found if s is not None)


def _whole(doc: Doc, source: Span | None) -> Span | None:
    """ "A doctor at" and "the" go on to the noun that their last preposition or article belongs to."""
    words = [t for t in phrases.inside(doc, source) if not t.is_space] if source else []
    while len(words) > 1 and words[-1].pos_ in ("AUX", "ADV"):  # "Police have also"
        source = Span(words[0].idx, words[-2].idx + len(words[-2]))
        words.pop()
    if words and words[-1].pos_ == "CCONJ":
        return None  # "fears among residents and criticism that": of the residents only the fears
    if source is None or not words or words[-1].dep_ not in ("case", "det") or words[-1].head.i < words[-1].i:
        return source
    return Span(source.begin, max(source.end, phrases.phrase(words[-1].head).end))


def _subject_in(doc: Doc, cue: Span, content: Sequence[Span]) -> Span | None:
    """The fragment of content that is only the subject of the cue: "Putin" of "Putin reportedly responded, “...”"."""
    verb = phrases.head_of([t for t in phrases.inside(doc, cue) if not t.is_space])
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


def _in_its_sentence(doc: Doc, cue: Span | None, content: tuple[Span, ...], text: str) -> tuple[Span, ...]:
    """Content without a piece of another sentence than the cue's, unquoted and parted by words from what that holds."""
    sentence = phrases.inside(doc, cue)[0].sent if cue else None
    own = [s for s in content if sentence is not None and sentence.start_char <= s.begin < sentence.end_char]
    if not own or len(own) == len(content):
        return content
    marked = [s for s in content if any(mark in text[s.begin : s.end] for mark in QUOTES)]
    beside = [s for s in content if any(not _between(text, s, o).strip(" .") for o in own)]
    whole = [s for s in content if phrases.inside(doc, s)[0].is_sent_start]
    return tuple(s for s in content if s in (*own, *marked, *beside, *whole) or quoted(text, s))


def _between(text: str, a: Span, b: Span) -> str:
    return text[min(a.end, b.end) : max(a.begin, b.begin)]


def _particle(doc: Doc, at: Span, pronouns: bool = False) -> bool:
    """True for one word that says nothing by itself: the "The" that an inserted "according to X," cuts off.

    With *pronouns*, one for a person is no such word: "Moreno opposes him".
    """
    words = [t for t in phrases.inside(doc, at) if not t.is_space and not t.is_punct]
    return len(words) == 1 and words[0].pos_ in EMPTY and not (pronouns and words[0].lower_ in PERSONS)


def stripped(document: Document, at: Span) -> Span | None:
    """Content without white space and stops at its edges; quotation marks stay, for they are its evidence."""
    begin, end = at.begin, at.end
    while begin < end and _at_edge(document.text[begin]):
        begin += 1
    while end > begin and _at_edge(document.text[end - 1]):
        end -= 1
    return Span(begin, end) if any(c.isalnum() for c in document.text[begin:end]) else None


def _at_edge(char: str) -> bool:
    return char in ",;:–—-" or char.isspace()
