"""Whole JSON texts: what an outlet's interface, a feed or a channel's export gives."""

import json

import pytest

from rashomon.errors import ReadError
from rashomon.readers import read_bytes
from rashomon.text import verify
from rashomon.types import Block, BlockKind, Document, Span

PROSE = "The minister said on Friday – “quite openly” – that nobody in the town had been hurt."
CHANNEL = {
    "name": "Sund Port",
    "type": "public_channel",
    "messages": [
        {"id": 1, "type": "service", "date": "2031-03-06T09:00:00", "text": "", "title": "Sund Port"},
        {"id": 2, "type": "message", "date": "2031-03-06T10:20:00", "from": "Sund Port", "photo": "a.jpg", "text": ""},
        {"id": 3, "type": "message", "date": "2031-03-06T10:21:00", "from": "Sund Port",
         "text": ["The quay is ", {"type": "bold", "text": "shut"}, ".\nNobody was hurt. ⚓"]},
        {"id": 4, "type": "message", "date": "2031-03-07T08:00:00", "from": "Ada", "text": PROSE},
    ],
}  # fmt: skip
FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "The Sund Herald",
    "items": [
        {"url": "https://h.example/1", "title": "Mill burns", "date_published": "2031-03-06T10:00:00Z",
         "content_html": f"<p>{PROSE}</p><aside><p>Read more</p></aside><p>2 &lt; 3, \"said\" she &mdash; twice.</p>"},
        {"url": "https://h.example/2", "title": "Mill sold", "content_text": f"{PROSE}\n\n{PROSE}"},
    ],
}  # fmt: skip
POSTS = [
    {"date": "2031-03-06T10:00:00", "link": "https://h.example/3", "title": {"rendered": "Mill burns"},
     "content": {"rendered": f"\n<p>{PROSE}</p>\n", "protected": False}}
]  # fmt: skip


def read(value: object, path: str = "result.json", **how: object) -> list[Document]:
    raw = json.dumps(value, **how).encode()  # type: ignore[arg-type]
    found = list(read_bytes(raw, path))
    for doc in found:
        assert verify(doc, Span(0, len(doc.text)), raw)
        assert not verify(doc, Span(0, len(doc.text)), raw.replace(b"urt", b"elp"))
    return found


@pytest.mark.parametrize("how", [{}, {"indent": 1}, {"ensure_ascii": False}])
def test_every_post_of_a_channel_is_an_account_of_its_day(how: dict[str, object]) -> None:
    third, fourth = read(CHANNEL, **how)
    assert third.text == "The quay is shut.\nNobody was hurt. ⚓"
    assert fourth.text == PROSE
    for doc, day, who in ((third, "2031-03-06T10:21:00", "Sund Port"), (fourth, "2031-03-07T08:00:00", "Ada")):
        stated = doc.provenance
        assert (stated.outlet, stated.published, stated.author, stated.how) == ("Sund Port", day, who, "metadata")
    assert third.id[:-2] == fourth.id[:-2] and (third.id[-2:], fourth.id[-2:]) == ("#1", "#2")


@pytest.mark.parametrize("how", [{}, {"indent": 1}])
def test_an_item_of_a_feed_may_be_a_page(how: dict[str, object]) -> None:
    page, text = read(FEED, "feed.json", **how)
    assert [(str(b.kind), page.quote(b.span)) for b in page.layer(Block)] == [
        ("paragraph", PROSE),
        ("boilerplate", "Read more"),
        ("paragraph", '2 < 3, "said" she — twice.'),
    ]
    assert (page.provenance.title, page.provenance.url) == ("Mill burns", "https://h.example/1")
    assert text.text == f"Mill sold\n\n{PROSE}\n\n{PROSE}"
    assert text.layer(Block)[0].kind is BlockKind.HEADLINE
    assert {page.provenance.outlet, text.provenance.outlet} == {"The Sund Herald"}


def test_what_an_outlets_interface_gives_is_read() -> None:
    (doc,) = read(POSTS, "posts.json")
    assert (doc.text, doc.provenance.title, doc.provenance.published) == (PROSE, "Mill burns", "2031-03-06T10:00:00")


WHEN = "2031-03-06T16:05:00+00:00"
EXPORTS = {  # as sites and tools write posts and articles; the day is that of an account at WHEN
    "epoch": [{"by": "Ana Oro", "time": 1930579500, "text": PROSE}],
    "thousandths": {"articles": [{"author": "Ana Oro", "timestamp": 1930579500000, "body": PROSE}]},
    "camel": {"articles": [{"author": "Ana Oro", "publishedAt": "2031-03-06T16:05:00Z", "content": PROSE}]},
    "capitals": [{"Byline": "Ana Oro", "Date": "2031-03-06T16:05:00Z", "Body": PROSE}],
    "linked": {"@type": "NewsArticle", "articleBody": PROSE, "datePublished": WHEN, "author": [{"name": "Ana Oro"}]},
    "wrapped": {"feed": [{"post": {"author": {"handle": "a.b", "displayName": "Ana Oro"},
                                   "record": {"createdAt": "2031-03-06T16:05:00.000Z", "text": PROSE}}}]},
    "beside": [{"timestamp": 1930579500, "author": "Ana Oro", "title": "Ana posted.", "data": [{"post": PROSE}]}],
    "told late": [{"time": "2 days ago", "created_utc": 1930579500.0, "author": "Ana Oro", "text": PROSE}],
}  # fmt: skip


@pytest.mark.parametrize("value", EXPORTS.values(), ids=EXPORTS)
def test_a_post_has_its_words_its_moment_and_its_writer_however_they_are_called(value: object) -> None:
    (doc,) = read(value)
    stated = doc.provenance
    assert (doc.text, stated.published, stated.author, stated.title) == (PROSE, WHEN, "Ana Oro", "")


def test_answers_in_a_thread_are_accounts_of_who_wrote_them() -> None:
    answer = {
        "kind": "t1",
        "data": {"body": "Nobody was hurt, I saw it.", "author": "Cy", "created_utc": 1930580900, "replies": ""},
    }
    first = {"body": PROSE, "author": "Bo", "created_utc": 1930580500, "replies": {"data": {"children": [answer]}}}
    opening = {
        "title": "Mill burns",
        "selftext": PROSE,
        "author": "Ana",
        "created_utc": 1930579500,
        "subreddit": "sund",
    }
    listed = [{"data": {"children": [{"kind": "t3", "data": opening}]}}, {"data": {"children": [{"data": first}]}}]
    found = [(d.provenance.author, d.provenance.published[11:16], d.provenance.title) for d in read(listed)]
    assert found == [("Ana", "16:05", "Mill burns"), ("Bo", "16:21", ""), ("Cy", "16:28", "")]


def test_an_address_is_no_outlet_even_if_it_is_called_the_source() -> None:
    (doc,) = read({"text": PROSE, "source": "https://www.herald.example/mill", "date": "2031-03-06"})
    assert (doc.provenance.outlet, doc.provenance.url) == ("herald.example", "https://www.herald.example/mill")


@pytest.mark.parametrize("when", [10**400, -1, 0, 1e300, True, None, [], {"at": 5}, "nan", "", 20310306])
def test_a_number_that_is_no_moment_is_none(when: object) -> None:
    (doc,) = read({"text": PROSE, "date": when})
    assert doc.provenance.published in ("", "nan")


@pytest.mark.parametrize("path", ["a.json", "a.txt", "a"])
@pytest.mark.parametrize("value", [{"text": PROSE}, [{"text": PROSE}], {"data": [{"body": PROSE}]}])
def test_one_account_may_be_written_over_many_lines(path: str, value: object) -> None:
    assert [d.text for d in read(value, path, indent=2)] == [PROSE]


def test_json_lines_under_another_suffix_are_json_lines() -> None:
    raw = b'{"text": "One."}\n{"text": "Two."}\n'
    assert [d.text for path in ("a.json", "a.txt") for d in read_bytes(raw, path)] == ["One.", "Two."] * 2


def test_of_a_key_that_stands_twice_the_last_counts() -> None:
    raw = b'{"text": "One.", "meta": {"text": "No."}, "text": "Two."}'
    (doc,) = read_bytes(raw, "a.json")
    assert doc.text == "Two." and verify(doc, Span(0, 4), raw)


def test_half_a_pair_of_surrogates_is_replaced() -> None:
    raw = rb'{"text": "A \ud83d smile \ud83d\ude00 \udc00.", "title": "\ud800 T"}'
    (doc,) = read_bytes(raw, "a.json")
    assert doc.text == "\ufffd T\n\nA \ufffd smile 😀 \ufffd." and verify(doc, Span(0, len(doc.text)), raw)


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ('{"messages": [{"text": "One."', "a.json:1: not JSON .*; export it again"),
        ('[\n{"text": "One."},\n{"text" "Two."}]', "a.json:3: not JSON"),
        ('{"messages": [{"text": ""}, 7, null, {"photo": "a.jpg"}]}', "no text or body .*with words"),
        ("[]", "no text or body"),
        ('{"a": ' + "[" * 100_000 + "]" * 100_000 + "}", "nested too deep"),
        ('[{"text": "<p>Nine died.</p><!-- "}]', "truncated"),
    ],
)
def test_what_is_wrong_with_an_export_is_said(raw: str, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        list(read_bytes(raw.encode(), "a.json"))
