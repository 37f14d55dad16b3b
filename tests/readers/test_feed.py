"""Feeds: every entry is an account, with addresses in the feed."""

import pytest

from rashomon.errors import ReadError
from rashomon.readers import read_bytes
from rashomon.text import verify
from rashomon.types import Block, Document, Span

PROSE = "The minister said on Friday – “quite openly” – that nobody in the town had been hurt."
ESCAPED = f"&lt;p&gt;{PROSE} 2 &amp;lt; 3, she said &amp;mdash; twice.&lt;/p&gt;&lt;p&gt;{PROSE}&lt;/p&gt;"
RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<!-- made by hand -->
<rss version="2.0"><channel><title>The Sund Herald</title><link>https://h.example/</link><description>News</description>
<item><title><![CDATA[Mill & quay burn]]></title><link>https://h.example/1</link><dc:creator>Ada Lunt</dc:creator>
<pubDate>Fri, 06 Mar 2031 10:00:00 +0100</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>{PROSE}</p><p>2 &lt; 3, she said &mdash; twice.</p>]]></content:encoded></item>
<item><title>Mill sold</title><guid>x</guid><description>{PROSE} A &amp; B.</description></item>
<item><title>Mill</title><description>{ESCAPED}</description></item>
<item><title>A picture</title><media:content url="a.jpg"/><description></description></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>The Sund Herald</title><link href="https://h.example/"/>
<entry><title>Mill burns</title><link rel="enclosure" href="https://h.example/a.mp3"/><link href="https://h.example/4"/>
<author><name>Ada Lunt</name><email>a@h.example</email></author><updated>2031-03-07T10:00:00Z</updated>
<published>2031-03-06T10:00:00Z</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{PROSE}</p></div></content></entry></feed>"""


def checked(text: str, path: str) -> list[Document]:
    raw = text.encode()
    found = list(read_bytes(raw, path))
    for doc in found:
        assert verify(doc, Span(0, len(doc.text)), raw)
        assert not verify(doc, Span(0, len(doc.text)), raw.replace(b"nobody", b"anyone"))
    return found


@pytest.mark.parametrize("path", ["feed.xml", "feed.rss", "feed.html", "feed"])
def test_every_entry_with_text_is_an_account(path: str) -> None:
    page, plain, escaped = checked(RSS, path)
    stated = page.provenance
    assert (stated.title, stated.outlet, stated.author) == ("Mill & quay burn", "The Sund Herald", "Ada Lunt")
    assert (stated.url, stated.published) == ("https://h.example/1", "2031-03-06T10:00:00+01:00")
    assert [page.quote(b.span) for b in page.layer(Block)] == [PROSE, "2 < 3, she said — twice."]
    assert [(str(b.kind), plain.quote(b.span)) for b in plain.layer(Block)] == [
        ("headline", "Mill sold"),
        ("paragraph", f"{PROSE} A & B."),
    ]
    assert escaped.text == f"{PROSE} 2 < 3, she said — twice.\n\n{PROSE}"
    assert [d.id[-2:] for d in (page, plain, escaped)] == ["#1", "#2", "#3"]


def test_a_reference_does_not_reach_over_the_end_of_its_section() -> None:
    split = "<![CDATA[<p>Smoke &amp;]]><![CDATA[ fire: nobody was hurt.</p>]]>"
    (doc,) = checked(f"<rss><item><description>{split}</description></item></rss>", "a.xml")
    assert doc.text == "Smoke & fire: nobody was hurt."


def test_an_entry_of_atom_has_its_own_address_and_first_date() -> None:
    (doc,) = checked(ATOM, "feed.atom")
    stated = doc.provenance
    assert (doc.text, stated.url, stated.author) == (PROSE, "https://h.example/4", "Ada Lunt")
    assert stated.published == "2031-03-06T10:00:00+00:00"


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (RSS[: RSS.index("she said")], "truncated"),
        ("<rss><channel><title>x</title></channel></rss>", "no entry"),
        ("<feed>" + "<entry>" * 20_000 + "<title>" * 20_000, "truncated"),
        ("<feed>" + "<entry><content>&lt;" * 20_000, "no entry"),
    ],
)
def test_what_is_wrong_with_a_feed_is_said(raw: str, reason: str) -> None:
    with pytest.raises(ReadError, match=f"a.xml: .*{reason}"):
        list(read_bytes(raw.encode(), "a.xml"))


AGAIN = (  # the title, whose it is, and the headline of another
    '&lt;a href="https://n.example/1"&gt;Mill burns&lt;/a&gt;&amp;nbsp;&lt;font&gt;The Sund Herald&lt;/font&gt;'
    "&lt;a&gt;Quay burns&lt;/a&gt; &lt;font&gt;Morning Line&lt;/font&gt;"
)


@pytest.mark.parametrize(
    ("named", "title", "text", "expected"),
    [
        ('<source url="a">The Sund Herald</source>', "Mill burns - The Sund Herald", PROSE, f"Mill burns\n\n{PROSE}"),
        ("<News:Source>The Sund Herald</News:Source>", "Mill burns", PROSE, f"Mill burns\n\n{PROSE}"),
        ("<source><title>The Sund Herald</title></source>", "Mill burns", PROSE, f"Mill burns\n\n{PROSE}"),
        ('<source url="a">The Sund Herald</source>', "Mill burns - The Sund Herald", AGAIN, "Mill burns"),
    ],
)
def test_an_entry_of_a_feed_that_gathers_others_is_of_its_own_outlet(
    named: str, title: str, text: str, expected: str
) -> None:
    item = f"<item>{named}<title>{title}</title><description>{text}</description></item>"
    raw = f"<rss><channel><title>Mill - Some News</title>{item}</channel></rss>".encode()
    (doc,) = read_bytes(raw, "feed.rss")
    assert (doc.provenance.outlet, doc.provenance.title, doc.text) == ("The Sund Herald", "Mill burns", expected)
    assert verify(doc, Span(0, len(doc.text)), raw)
