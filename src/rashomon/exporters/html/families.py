"""Which accounts are copies of each other, by how much, and in which words."""

from __future__ import annotations

from rashomon.exporters.html.bounds import COPIES, rest
from rashomon.exporters.html.markup import isolated, link, text, words
from rashomon.types import Document, Link, Span
from rashomon.views.copies import copies
from rashomon.views.index import Index


def families(index: Index) -> str:
    """Each pair of accounts with copied text, and the longest stretch that both have, opened in either."""
    found = list(copies(index))
    pairs = "".join(_pair(index, *copy) for copy in found[:COPIES])
    if not pairs:
        return '<p class="none" id="copies">No account shares so much text with another that it counts as a copy.</p>'
    left = rest(len(found) - COPIES, "pair", "rashomon show CASE accounts")
    return f'<h3 class="part" id="copies">Copied text</h3><ul class="held pairs" data-cap="12">{pairs}</ul>{left}'


def _pair(index: Index, why: Link, left: Document, here: Span | None, right: Document, there: Span | None) -> str:
    names = [isolated(index.outlets[d.id]) for d in (left, right)]
    both = f"<b>{names[0]}</b> and <b>{names[1]}</b>: {text('; '.join(why.because))}"
    if here is None or there is None:
        return f'<li><span class="chain">{both}</span></li>'
    shown = link(index, left.id, here, words(index, left.id, here))
    also = link(index, right.id, there, names[1], "also")
    return f'<li>{shown}<span class="chain">{both}. The longest stretch, above, stands also in {also}</span></li>'
