"""The record as JSON Lines: one object a line, plain enough for `jq` and data frames. `docs/jsonl.md` is its schema."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from rashomon.types import (
    Annotation,
    Attribution,
    Block,
    Document,
    Event,
    EventMention,
    Interval,
    Name,
    Quantity,
    Record,
    Sentence,
    Slot,
    Span,
    Time,
    Value,
    digest,
)
from rashomon.views import political
from rashomon.views.index import layer

SCHEMA = 1
Json = dict[str, object]


def render(record: Record) -> Iterator[str]:
    """The whole record, line by line: a header, documents with their layers, events with slots and claims, links,
    groups, names."""
    return (
        json.dumps(line, ensure_ascii=True, allow_nan=False, separators=(",", ":")) + "\n" for line in _lines(record)
    )


def _lines(record: Record) -> Iterator[Json]:
    texts, codes = {d.id: d for d in record.documents}, political.Codes()
    yield {"kind": "rashomon", "schema": SCHEMA, "documents": len(record.documents), "events": len(record.events)}
    for d in record.documents:
        yield _document(d)
        yield from _layers(d, codes)
    for e in record.events:
        yield from _event(texts, e)
    for q in record.questions:
        yield {"kind": "question", "id": q.id, "about": q.about, "story": q.story}
        yield from _slots(texts, q.id, q.slots)
    for link in record.links:
        fields: Json = {"of": link.kind, "left": link.left, "right": link.right, "judgement": link.judgement.value}
        yield {
            "kind": "link",
            "id": digest("link", *fields.values()),
            **fields,
            "score": link.score,
            "because": list(link.because),
        }
    for kind, groups in (("family", record.families), ("story", record.stories)):
        for group in groups:
            yield {"kind": kind, "id": digest(kind, *group), "documents": list(group)}
    for local, shared in sorted(record.names.items()):
        document, _, entity = local.rpartition(":")
        yield {
            "kind": "identity",
            "id": digest("identity", local),
            "document": document,
            "entity": entity,
            "name": shared,
        }


def _document(d: Document) -> Json:
    p, date = d.provenance, d.date
    return {
        **_at("document", d, Span(0, len(d.text))), "id": d.id, "outlet": p.outlet, "title": p.title,
        "author": p.author, "url": p.url, "path": p.path, "published": p.published, "published_how": p.how,
        "captured": p.captured, "part": list(d.part),
        "date": None if date is None else {
            "value": date.value, **_interval(date.interval), "precision": date.precision, "how": date.how,
            "confidence": date.confidence, "evidence": _span(date.evidence), "because": date.because,
        },
    }  # fmt: skip


def _layers(d: Document, codes: political.Codes) -> Iterator[Json]:
    """Layers that were not annotated give no lines."""
    for name, kind, told in LAYERS:
        for annotation in layer(d, kind):
            yield {**_at(name, d, annotation.span, annotation), **told(d, annotation)}
    for mention in layer(d, EventMention):
        yield {**_mention(d, mention), "plover": political.fields(codes.of(d, mention))}


def _block(d: Document, b: Block) -> Json:
    return {"block": b.kind.value, "voice": b.voice, "clock": b.clock, "entry": b.entry}


def _sentence(d: Document, s: Sentence) -> Json:
    return {}


def _name(d: Document, n: Name) -> Json:
    return {"type": n.kind, "entity": n.entity, "titles": list(n.titles)}


def _time(d: Document, t: Time) -> Json:
    return {"type": t.type, "value": t.value, **_interval(t.interval), "anchor": t.anchor, "rule": t.rule}


def _quantity(d: Document, q: Quantity) -> Json:
    return {
        "low": _bound(q.low), "high": _bound(q.high), "unit": q.unit, "of": _words(d, q.of), "about": q.about,
        "role": q.role, "measure": q.measure, "owner": _words(d, q.owner),
    }  # fmt: skip


def _attribution(d: Document, a: Attribution) -> Json:
    return {
        "source": _words(d, a.source), "cue": _words(d, a.cue), "content": [_words(d, c) for c in a.content],
        "form": a.form, "stance": a.stance, "positive": a.positive, "hedge": _words(d, a.hedge), "speaker": a.speaker,
        "holders": list(a.holders), "because": a.because, "source_kind": a.kind,
        "verbatim": [_words(d, v) for v in a.verbatim], "addressee": _words(d, a.addressee),
        "venue": _words(d, a.venue), "time": _words(d, a.time),
    }  # fmt: skip


LAYERS: tuple[tuple[str, type[Annotation], Callable[[Document, Any], Json]], ...] = (
    ("block", Block, _block),
    ("sentence", Sentence, _sentence),
    ("name", Name, _name),
    ("time", Time, _time),
    ("quantity", Quantity, _quantity),
    ("attribution", Attribution, _attribution),
)


def _mention(d: Document, m: EventMention) -> Json:
    arguments = [
        {"role": a.role, **_words_of(d, a.span), "head": _words(d, a.head), "name": a.name} for a in m.arguments
    ]
    return {
        **_at("mention", d, m.span), "id": d.key(m), "predicate": m.predicate, "arguments": arguments,
        "factuality": m.factuality, "commitments": list(m.commitments), "happened": m.happened,
        "notability": m.notability,
        "evidence": [_words(d, e) for e in m.evidence], "tense": m.tense, "sentence": _span(m.sentence),
        "holders": list(m.holders), "beside": [list(chain) for chain in m.beside],
        "answers": [
            {**_words_of(d, a.span), "holders": list(a.holders), "commitments": list(a.commitments)} for a in m.answers
        ],
    }  # fmt: skip


def _event(texts: dict[str, Document], e: Event) -> Iterator[Json]:
    """An event, its slots, and why its mentions are one."""
    document, title = e.title
    yield {
        **_at("event", texts[document], title),
        "id": e.id,
        "mentions": list(e.mentions),
        "story": e.story,
        "contested": e.contested,
        "told": list(e.told),
    }
    yield from _slots(texts, e.id, e.slots)
    for link in e.because:
        yield {
            "kind": "reason", "id": digest("reason", e.id, link.left, link.right), "event": e.id,
            "left": link.left, "right": link.right,
            "judgement": link.judgement.value, "score": link.score, "because": list(link.because),
        }  # fmt: skip


def _slots(texts: dict[str, Document], owner: str, slots: tuple[Slot, ...]) -> Iterator[Json]:
    """The slots of an event or question, each with its positions, their claims, and the relations between them."""
    for s in slots:
        slot = digest("slot", owner, s.name, s.scope)
        yield {"kind": "slot", "id": slot, "event": owner, "name": s.name, "scope": s.scope, "contested": s.contested}
        for n, p in enumerate(s.positions):
            yield {
                "kind": "position", "id": f"{slot}:{n}", "slot": slot, "value": _value(p.value),
                "claims": [c.id for c in p.claims], "witnesses": list(p.witnesses),
            }  # fmt: skip
            for c in p.claims:
                yield {
                    **_at("claim", texts[c.document], c.evidence), "id": c.id, "mention": c.mention, "slot": c.slot,
                    "value": _value(c.value), "scope": c.scope, "holders": list(c.holders),
                    "factuality": c.factuality, "commitments": list(c.commitments), "by": c.by,
                }  # fmt: skip
        for r in s.relations:
            ends = {"left": f"{slot}:{r.left}", "right": f"{slot}:{r.right}"}
            yield {
                "kind": "relation",
                "id": digest("relation", *ends.values()),
                "slot": slot,
                **ends,
                "agreement": r.agreement.value,
                "because": r.because,
            }


def _at(kind: str, d: Document, span: Span, of: object = None) -> Json:
    """The keys that every line resting on words begins with; the id is a hash of all that *of* says."""
    return {"kind": kind, "id": digest(kind, d.id, span, of), "document": d.id, **_words_of(d, span)}


def _words_of(d: Document, span: Span) -> Json:
    return {"begin": span.begin, "end": span.end, "text": d.quote(span)}


def _words(d: Document, span: Span | None) -> Json | None:
    return None if span is None else _words_of(d, span)


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else [span.begin, span.end]


def _interval(interval: Interval | None) -> Json:
    def side(at: datetime | None) -> str | None:
        return None if at is None else at.isoformat()

    return {"low": side(interval.low) if interval else None, "high": side(interval.high) if interval else None}


def _value(v: Value) -> Json:
    return {"kind": v.kind, "low": _bound(v.low), "high": _bound(v.high), "form": v.form}


def _bound(n: float | None) -> float | None:
    """A bound as JSON can write it: null where there is none."""
    return None if n is None or not math.isfinite(n) else n
