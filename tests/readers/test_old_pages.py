"""Saved pages as the web wrote them before its present markup: what repeats the account, what stands around it, who
signs it and its comments, and on what day."""

import pytest

from rashomon.dating import date_account
from rashomon.readers import read_bytes
from rashomon.types import Block, BlockKind, Document

FIRST = "Ferry traffic out of Vale stopped on Monday after a barge struck the north pier, the harbour office said."
BODY = "".join(
    f"<p>{p}</p>"
    for p in (
        FIRST,
        "The harbour master, Ivo Stern, said that nobody had been hurt and that divers would look at the piles.",
        "Two hundred passengers waited in the hall of the terminal until buses took them to the bridge at Oro.",
        "“We were told nothing for three hours,” said Greta Hale, who was on her way to work in the town.",
    )
)
OWN = (BlockKind.PARAGRAPH, BlockKind.QUOTATION)


def page(body: str, head: str = "") -> Document:
    raw = f"<html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>".encode()
    return next(read_bytes(raw, "a.html"))


def kinds(doc: Document, words: str) -> list[BlockKind]:
    return [b.kind for b in doc.layer(Block) if words in doc.quote(b.span)]


def own(doc: Document) -> str:
    return "\n".join(doc.quote(b.span) for b in doc.layer(Block) if b.kind in OWN)


def test_a_share_box_that_repeats_headline_and_first_paragraph_is_not_the_account():
    box = (
        f"<div class='flyout'><h6>Barge strikes pier in Vale</h6><p>{FIRST}</p><p>To learn more about posting with "
        "your account please read the conversation guide and the answers.</p></div>"
    )
    doc = page(
        f"{box}<div><h1>Barge strikes pier in Vale</h1>{BODY}</div>", "<title>Barge strikes pier in Vale</title>"
    )
    assert kinds(doc, "Barge strikes") == [BlockKind.BOILERPLATE, BlockKind.HEADLINE]
    assert kinds(doc, FIRST) == [BlockKind.BOILERPLATE, BlockKind.PARAGRAPH]
    assert "To learn more" not in own(doc)


def test_a_title_that_the_account_names_too_does_not_draw_the_lists_below_into_it():
    lists = (
        "<div><h3>More from the coast</h3><p>It was the best thing that anybody had heard all day.</p>"
        "<ul><li><a href=/1>Ten bridges that you should have crossed by now</a></li></ul></div>"
    )
    named = "<p>The office has a list (<a href=/1>Ten bridges that you should have crossed by now</a>) on its door.</p>"
    doc = page(f"<article><h1>Barge strikes pier in Vale</h1>{BODY}{named}</article><div id=x>{lists}</div>")
    assert "the best thing" not in own(doc)
    assert FIRST in own(doc)


def test_teasers_that_break_off_are_links_where_there_are_several():
    cut = "<p>The museum of Oro has opened a hall for the boats that the town once built, and the old crews […]</p>"
    more = "<p>The council has voted to plant four hundred trees along the quay, for which the schools […]</p>"
    doc = page(f"<article><h1>Barge strikes pier in Vale</h1>{BODY}{cut}{more}</article>")
    assert kinds(doc, "museum of Oro") == kinds(doc, "four hundred trees") == [BlockKind.LINK]
    doc = page(f"<article><h1>Barge strikes pier in Vale</h1>{BODY}{cut}</article>")
    assert kinds(doc, "museum of Oro") == [BlockKind.PARAGRAPH]


COMMENT = "I have crossed there for thirty years, and I never saw a barge on that side of the pier before."


def test_below_the_readers_comments_nothing_is_the_account():
    after = "<div><p>Create a profile and let the firms of the coast find you before anybody else does.</p></div>"
    doc = page(f"<div><h1>Barge strikes pier</h1>{BODY}<div id=comments><p>{COMMENT}</p></div>{after}</div>")
    assert kinds(doc, COMMENT) == [BlockKind.COMMENT]
    assert kinds(doc, "Create a profile") == [BlockKind.BOILERPLATE]


def test_a_comment_signed_below_its_words_is_told_by_that_name():
    comments = "".join(
        f"<div class=block><p>{words}</p><p class=common_date>Posted by:\n {name}, 0{n} May 2031 | 15:2{n}</p></div>"
        for n, (name, words) in enumerate([("Ada, of Oro", COMMENT), ("pilot 7", COMMENT.replace("I ", "We "))], 1)
    )
    doc = page(f"<div><h1>Barge strikes pier</h1>{BODY}<div id=comments>{comments}</div></div>")
    assert [b.voice for b in doc.layer(Block) if b.kind is BlockKind.COMMENT] == ["Ada, of Oro", "pilot 7"]
    assert kinds(doc, "Posted by") == [BlockKind.BYLINE] * 2


def test_words_of_a_comment_may_stand_in_a_block_quotation_of_a_box_named_for_its_buttons():
    comment = (
        "<ul id=x-comments><li><div class=x-comment><div class='x-info x-reply'><cite><b>Ada</b> "
        "<abbr title='2031-05-09T02:30:00+0000'>16 minutes ago</abbr></cite>"
        f"<blockquote class=x-commenttext>{COMMENT}</blockquote></div></div></li></ul>"
    )
    doc = page(f"<div><h1>Barge strikes pier</h1>{BODY}</div>{comment}")
    [found] = [b for b in doc.layer(Block) if b.kind is BlockKind.COMMENT]
    assert (found.voice, found.clock) == ("Ada", "2031-05-09T02:30:00+0000")


@pytest.mark.parametrize(
    "policy",
    [
        "Comments on this site are monitored, so keep to what the article is about and be kind.",
        "The Herald is committed to maintaining a lively but civil forum for discussion among its readers.",
        "This site uses Akismet to reduce spam, and says how the data of your words are used.",
    ],
)
def test_what_a_site_says_about_comments_is_none(policy):
    doc = page(f"<div><h1>Barge strikes pier</h1>{BODY}</div><div id=comments><p>{policy}</p></div>")
    assert kinds(doc, policy) == [BlockKind.BOILERPLATE]


HERALD = "<meta property='og:site_name' content='Vale Herald'>"


@pytest.mark.parametrize(
    ("byline", "meta", "author"),
    [
        ("By Dana A. Holm, Ivo de Stern, and Greta Hale, CNN", "", "Dana A. Holm, Ivo de Stern, Greta Hale"),
        ("By PER HOLM and ADA LUNT - AP Harbour Writers – 1 hr ago", "", "PER HOLM, ADA LUNT"),
        ("By PER HOLM 10/ 5/31 09:19 PM ET", "AP", "PER HOLM"),
        ("By Ada Lunt, Senior Harbour Correspondent", "Vale Herald", "Ada Lunt"),
        ("By Ada Lunt By Ada Lunt May 15", "", "Ada Lunt"),
        ("By Ada Lunt Tuesday, Aug. 17, 2031", "", "Ada Lunt"),
        ("By: Ada Lunt VHBC Executive News Editor", "", "Ada Lunt"),
        ("Ada Lunt, VALE HERALD 8:42 a.m. EDT October 3, 2031", "", "Ada Lunt"),
        ("By The Associated Press", "Vale Herald", "The Associated Press"),
        ("By Ada Lunt", "Per Holm", "Per Holm"),
        ("By harbour staff", "", ""),
        ("By Thursday afternoon", "", ""),
    ],
)
def test_the_byline_tells_the_author_where_metadata_are_silent_or_name_the_outlet(byline, meta, author):
    head = HERALD + (f"<meta name=author content='{meta}'>" if meta else "")
    doc = page(f"<h1>Barge strikes pier in Vale</h1><p class=byline>{byline}</p>{BODY}", head)
    assert doc.provenance.author == author


def test_an_abbreviation_may_hold_the_time_for_machines():
    by = "<cite>By Ada Lunt – <abbr title='2031-05-09T16:42:41-0700'>1 hr 4 mins ago</abbr></cite>"
    doc = page(f"<h1>Barge strikes pier in Vale</h1>{by}{BODY}")
    assert (doc.provenance.published, doc.provenance.how) == ("2031-05-09T16:42:41-07:00", "metadata")
    plain = page(f"<h1>Barge strikes pier in Vale</h1><p><abbr title='Vale'>V.</abbr> Harbour</p>{BODY}")
    assert plain.provenance.published == ""


def test_a_line_above_the_headline_that_ends_in_day_and_clock_dates_the_account():
    line = "<div><span>Case Study</span> <span>August 12, 2031, 5:00PM EST</span></div>"
    found = date_account(page(f"{line}<h1>Barge strikes pier in Vale</h1>{BODY}")).date
    assert found is not None
    assert (found.value, found.how, found.confidence) == ("2031-08-12", "dateline", "likely")


FOOT = "<ul class=article-details><li><strong>Date</strong> 01.08.2019</li></ul>"


def test_a_day_elsewhere_on_the_page_is_a_guess_and_the_same_on_every_day():
    doc = page(f"<h1>Barge strikes pier in Vale</h1>{BODY}{FOOT}")
    found = date_account(doc).date
    assert found is not None
    assert (found.value, found.how, found.confidence) == ("2019-08-01", "page", "guess")
    later = date_account(page(f"<h1>Barge strikes pier in Vale</h1>{BODY}{FOOT.replace('2019', '2091')}")).date
    assert later is not None
    assert later.value == "2091-08-01"


def test_what_states_the_date_goes_before_a_guess():
    link = "<link rel=canonical href='https://herald.example/2019/07/30/barge'>"
    doc = page(f"<h1>Barge strikes pier in Vale</h1>{BODY}{FOOT}", link)
    assert (doc.provenance.published, doc.provenance.how) == ("2019-07-30", "url")


@pytest.mark.parametrize(
    ("stated", "value", "how"),
    [
        ("2031-05-09T00:08:00Z", "2031-05-08", "dateline"),
        ("2031-05-09", "2031-05-08", "dateline"),
        ("2031-05-09T00:08:00+03:00", "2031-05-09T00:08", "metadata"),
        ("2031-05-10T00:08:00Z", "2031-05-10T00:08", "metadata"),
        ("2031-05-08T20:08:00Z", "2031-05-08T20:08", "metadata"),
    ],
)
def test_the_day_shown_goes_before_the_next_one_in_universal_time(stated, value, how):
    head = f"<meta property='article:published_time' content='{stated}'>"
    by = "<p class=byline>By Ada Lunt on May 8, 2031 08:08 pm</p>"
    found = date_account(page(f"<h1>Barge strikes pier in Vale</h1>{by}{BODY}", head)).date
    assert found is not None
    assert (found.value, found.how) == (value, how)
