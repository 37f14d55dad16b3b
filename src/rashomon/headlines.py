"""What stands in a headline, and who the speakers are that it describes."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon import name_forms as forms
from rashomon.types import Attribution, Block, BlockKind, Document, Name, Span

HEADED = frozenset({BlockKind.HEADLINE, BlockKind.HEADING})
ALIKE = 0.5  # of the words of a headline's description that the account's words for the speaker must have


def over(document: Document, span: Span) -> bool:
    """True for words of a headline, or of a heading inside the text."""
    return any(b.kind in HEADED for b in document.layer(Block).touching(span))


def described(document: Document) -> Iterator[tuple[str, str]]:
    """(description, speaker): "Head of Delta's Fleet" in a headline, over a text that quotes "the fleet's commander,
    Ana Oro". A description is joined to the one speaker whose words in the account share most with it, ALIKE at least.
    """
    if Attribution not in document.layers or Name not in document.layers:
        return
    headed: list[Attribution] = []
    below: list[Attribution] = []
    for a in document.layer(Attribution):
        if a.speaker and a.source:
            (headed if over(document, a.source) else below).append(a)
    people = {n.entity for n in document.layer(Name) if n.kind == "person"}
    for a in headed:
        if not a.speaker or a.speaker in people:
            continue
        wanted = forms.content(a.speaker)
        shares: dict[str, float] = {}
        for b in below:
            if b.source and b.speaker in people:
                share = len(wanted & forms.content(document.quote(b.source))) / max(1, len(wanted))
                shares[b.speaker] = max(share, shares.get(b.speaker, 0.0))
        best = max(shares.values(), default=0.0)
        speakers = [speaker for speaker, share in shares.items() if share == best]
        if best >= ALIKE and len(speakers) == 1:
            yield a.speaker, speakers[0]
