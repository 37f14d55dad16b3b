import pytest

from rashomon.errors import ReadError
from rashomon.readers import read_bytes
from rashomon.text import verify
from rashomon.types import Block, BlockKind, Document, Span

PROSE = "The minister said on Friday that nobody in the town had been hurt by the fire at the mill."
BODY = "".join(
    f"<p>{p}</p>"
    for p in (
        PROSE,
        "Per Holm, who keeps the inn, said that he had seen three men carried from the gate to a lorry.",
        "The owner of the mill denied it. “All of my people are at home,” she told reporters on Saturday.",
        "A spokesman for the police in the district said that the matter would be looked into next week.",
    )
)


def page(body: str, head: str = "") -> Document:
    raw = f"<!DOCTYPE html><html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>".encode()
    doc = next(read_bytes(raw, "a.html"))
    assert all(verify(doc, b.span, raw) for b in doc.layer(Block))
    return doc


def find(doc: Document, words: str) -> Block:
    """The one block that holds *words*."""
    found = [b for b in doc.layer(Block) if words in doc.quote(b.span)]
    assert len(found) == 1, found
    return found[0]


def test_entities_and_space_are_resolved_and_paragraphs_kept_apart() -> None:
    doc = page(
        "<p>Caf&eacute;  &amp;\n mill &#8212; &#x201C;<b>no</b>&rdquo;&nbsp;x &bogus; AT&T</p><div>Next<br>line</div>"
    )
    assert doc.text == "Café & mill — “no”\u00a0x &bogus; AT&T\n\nNext\nline"


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>var s = '<p>SECRET</p>';</script>",
        "<style>p:after{content:'SECRET'}</style>",
        "<noscript><p>SECRET</p></noscript>",
        "<template><p>SECRET</p></template>",
        "<p hidden>SECRET</p>",
        "<div aria-hidden='true'><p>SECRET</p></div>",
        "<div style='color:red; DISPLAY : none'><p>SECRET <b>x</b></p></div>",
        "<!-- <p>SECRET</p> -->",
        "<svg><title>SECRET</title><text>SECRET</text></svg>",
        "<textarea>SECRET</textarea>",
        "<img alt='SECRET' src='x'>",
        "<p title='<p>SECRET</p>'></p>",
    ],
)
def test_what_a_reader_does_not_see_is_not_in_the_text(hidden: str) -> None:
    doc = page(f"<article><h1>Mill burns</h1>{hidden}{BODY}</article>")
    assert "SECRET" not in doc.text
    assert find(doc, "Friday").kind is BlockKind.PARAGRAPH


def test_furniture_is_set_apart() -> None:
    doc = page(
        "<div id='cookie-bar' role='dialog'><p>We use cookies, see our policy for more of them.</p></div>"
        "<header><nav><a href='/'>Home</a> <a href='/w'>World</a></nav></header>"
        f"<main><article><h1>Mill burns in Sund</h1><p class='byline'>By <a rel='author'>Ada Lunt</a></p>"
        f"<figure><img src='x'><figcaption>The mill in spring</figcaption></figure>{BODY}"
        f"<h2>A long night</h2>{BODY.replace('Friday', 'Sunday').replace('Saturday', 'Monday')}"
        "<blockquote><p>We shall build it again, stone by stone.</p></blockquote>"
        "<ul class='related-links'><li><a href='/a'>Ten years of the mill</a></li></ul></article></main>"
        "<footer><p>© The Herald, 4 Mill Lane</p></footer>"
    )
    for words, kind in (
        ("We use cookies", "boilerplate"), ("Home", "boilerplate"), ("Mill burns", "headline"),
        ("By Ada Lunt", "byline"),
        ("in spring", "caption"), ("A long night", "heading"), ("stone by stone", "quotation"),
        ("Ten years", "link"), ("© The Herald", "boilerplate"), ("Friday", "paragraph"), ("Sunday", "paragraph"),
    ):  # fmt: skip
        assert find(doc, words).kind == kind, words


@pytest.mark.parametrize("name", ["with-sidebar", "has-ads article-share", "subscribe-layout", "page related"])
def test_a_name_on_the_whole_page_does_not_make_it_furniture(name: str) -> None:
    doc = page(f"<div class='{name}'><h1>Mill burns in Sund</h1>{BODY}</div>")
    assert find(doc, "Friday").kind is BlockKind.PARAGRAPH


def test_furniture_inside_a_page_named_like_furniture_stays_furniture() -> None:
    related = "<div class='related-posts'><p><a href='/a'>Ten years of the mill in Sund</a> in Local</p></div>"
    doc = page(f"<div class='content with-sidebar'><h1>Mill burns in Sund</h1>{BODY}{related}</div>")
    assert [find(doc, w).kind for w in ("Friday", "Ten years")] == [BlockKind.PARAGRAPH, BlockKind.LINK]


def test_markers_are_read_in_pages_as_in_pasted_text() -> None:
    doc = page(
        "<article><h1>Mill burns in Sund</h1><p><b>PHOTO:</b> The mill on Monday</p>"
        "<p><a href='#o'>Jump to Original Entry</a></p><p><b>UPDATE 1530 GMT</b>: Three men are in hospital.</p>"
        f"{BODY}<p><b>ORIGINAL ENTRY:</b> The mill is on fire.</p></article>"
    )
    for words, kind in (("The mill on", "caption"), ("Jump", "link"), ("The mill is", "original")):
        assert find(doc, words).kind == kind
    assert (find(doc, "Three men are").kind, find(doc, "Three men are").clock) == (BlockKind.UPDATE, "1530 GMT")
    assert doc.quote(find(doc, "Three men are").span) == "Three men are in hospital."


LIVE = (
    "<h1>Mill fire: live</h1><p>" + PROSE + "</p>"
    "<{0}><time datetime='2031-03-06T16:10:00Z'>16:10</time><h2>Three hurt</h2>"
    "<p>Three men are in hospital, a doctor said.</p>"
    "<p>They were carried from the gate at noon.</p></div>"
    "<{0}><time datetime='2031-03-06T09:40:00Z'>09:40</time>"
    "<p>The mill is on fire, the police said this morning.</p></div>"
)


@pytest.mark.parametrize(
    "entry",
    [
        "div class='live-entry'",
        "div itemprop='liveBlogUpdate'",
        "div class='x block--liveblog'",
        "div class='timeline-item'",
        "div class='sc-post live-story-post'",
        "div class='lx-stream-post gel-layout'",
        "div id='block-65a0b1c2d3e4f5a6b7c8d9e0'",
    ],
)
def test_updates_of_a_live_blog_keep_their_clocks(entry: str) -> None:
    doc = page(f"<article>{LIVE.format(entry)}</article>")
    found = [(b.kind, b.entry, b.clock) for b in doc.layer(Block) if b.entry]
    assert found == [
        (BlockKind.HEADING, 1, "16:10"), (BlockKind.UPDATE, 1, "16:10"), (BlockKind.PARAGRAPH, 1, "16:10"),
        (BlockKind.UPDATE, 2, "09:40"),
    ]  # fmt: skip
    assert find(doc, "on Friday").entry == 0


@pytest.mark.parametrize(
    ("shown", "clock"),
    [
        ("<a><time datetime='2031-03-06T10:21Z'><span>1h ago</span></time> <span>10.21 GMT</span></a>", "10.21 GMT"),
        ("<time datetime='2031-03-06T10:21Z'>2 hours ago</time>", "2031-03-06T10:21Z"),
        ("<div class=date>Published On 6 Mar 2031</div><div class='update-time'>10:21 GMT</div>", "10:21 GMT"),
        ("<h3><span class='post-time'>10:21</span><span>Bridge closed</span></h3>", "10:21"),
        ("<span>10:21 a.m. ET, March 6, 2031</span>", "10:21 a.m. ET, March 6, 2031"),
    ],
)  # fmt: skip
def test_the_clock_of_an_update_is_a_time_of_day(shown: str, clock: str) -> None:
    doc = page(f"<h1>Mill fire: live</h1>{BODY}<div class='live-entry'>{shown}<p>Three men are in hospital.</p></div>")
    update = find(doc, "in hospital")
    assert (update.kind, update.clock) == (BlockKind.UPDATE, clock)
    assert all(
        b.kind in (BlockKind.BOILERPLATE, BlockKind.HEADING) for b in doc.layer(Block) if "10" in doc.quote(b.span)
    )


def test_updates_that_only_json_ld_tells_are_found() -> None:
    head = (
        '<script type="application/ld+json">{"@type": "LiveBlogPosting", "headline": "Mill fire", "liveBlogUpdate": ['
        '{"@type": "BlogPosting", "datePublished": "2031-03-06T16:10Z",'
        '"articleBody": "Three men are in hospital, a doctor said."},'
        '{"@type": "BlogPosting", "datePublished": "2031-03-06T09:40Z",'
        '"articleBody": "The mill is on fire, the police"}]}</script>'
    )
    doc = page(f"<article>{LIVE.format('div')}</article>", head)
    assert find(doc, "in hospital").clock == find(doc, "from the gate").clock == "2031-03-06T16:10Z"
    assert (find(doc, "on fire, the").kind, find(doc, "on fire, the").clock) == (BlockKind.UPDATE, "2031-03-06T09:40Z")


@pytest.mark.parametrize(
    "section",
    [
        # WordPress
        "<div id='comments' class='comments-area'><h2>2 thoughts on “Mill burns”</h2><ol class='comment-list'>"
        "<li id='comment-1' class='comment even depth-1'><article class='comment-body'><footer class='comment-meta'>"
        "<div class='comment-author vcard'><b class='fn'>Anna</b> <span class='says'>says:</span></div>"
        "<time>6 March 2031 at 12:20</time></footer><div class='comment-content'><p>It burned.</p></div>"
        "<div class='reply'><a href='#'>Reply</a></div></article>"
        "<ol class='children'><li id='comment-2' class='comment odd depth-2'><article class='comment-body'>"
        "<footer class='comment-meta'><b class='fn'>Per</b> says:</footer><p>It did not.</p></article></li></ol></li>"
        "</ol></div>",
        # schema.org
        "<section><div itemscope itemtype='https://schema.org/Comment'><span itemprop='author'>Anna</span>"
        "<p itemprop='text'>It burned.</p></div>"
        "<div itemtype='http://schema.org/Comment'><span itemprop='author'>Per</span>"
        "<p>It did not.</p></div></section>",
    ],
)
def test_comments_are_their_authors_words(section: str) -> None:
    doc = page(f"<article><h1>Mill burns in Sund</h1>{BODY}</article>{section}")
    found = [(b.voice, doc.quote(b.span)) for b in doc.layer(Block) if b.kind is BlockKind.COMMENT]
    assert found == [("Anna", "It burned."), ("Per", "It did not.")]
    assert len({b.entry for b in doc.layer(Block) if b.kind is BlockKind.COMMENT}) == 2


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            '<script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"@type": ["NewsArticle"], '
            '"headline": "Mill &amp; fire", "datePublished": "2031-03-06T08:00:00+01:00", '
            '"author": [{"name": "A"}, {"name": "B"}], '
            '"publisher": {"name": "Herald"}, "mainEntityOfPage": {"@id": "https://h.example/1"}}]}</script>',
            ("Mill & fire", "Herald", "A, B", "2031-03-06T08:00:00+01:00", "https://h.example/1", "metadata"),
        ),
        (
            '<title>Mill fire</title><meta property="og:site_name" content="Herald"><meta name=author content="A">'
            '<meta property="article:published_time" content="2031-03-06"><link rel=canonical href="https://h.example/1">',
            ("Mill fire", "Herald", "A", "2031-03-06", "https://h.example/1", "metadata"),
        ),
        ('<script type="application/ld+json">{not json</script>', ("", "a", "", "", "", "")),
        (
            '<link rel=canonical href="https://www.h.example/2031/03/06/mill">',
            ("", "h.example", "", "2031-03-06", "https://www.h.example/2031/03/06/mill", "url"),
        ),
    ],
)
def test_metadata_gives_provenance(head: str, expected: tuple[str, ...]) -> None:
    p = page(BODY, head).provenance
    assert (p.title, p.outlet, p.author, p.published, p.url, p.how) == expected


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ("<html><body><p>Nine people died<p>The minist", "before </body>"),
        ("<html><body><p>Nine people died</p><a href='x", "inside a tag"),
        ("<html><body><p>Nine people died</p><script>var x = 1;", "inside <script>"),
        ("<html><body><p>Nine people died</p><!-- x", "inside a comment"),
        ("<html><head><title>x</title></head><body><script>render()</script></body></html>", "no text"),
    ],
)
def test_a_page_that_is_cut_off_or_empty_is_refused(raw: str, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        list(read_bytes(raw.encode(), "a.html"))


@pytest.mark.parametrize(
    "hostile",
    [
        "<div>" * 20_000 + "deep" + "</div>" * 20_000,
        "<b><i>" * 20_000 + "deep",
        "</b>" * 100_000 + "x",
        '<a =">"' * 40_000 + "x>",
        "<a href='" * 40_000 + "x>",
        "&" * 200_000 + "x",
        "<" * 200_000 + "x",
        "<p " + "x=1 " * 50_000 + ">x</p>",
        "<script>" * 50_000 + "</script>x",
        "<![CDATA[" * 20_000 + "x]]>",
        "<ul>" + "<li>x" * 50_000,
        "<p>x" * 60_000,
        "<p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">x</p>",
        "<table><tr><td>x" * 20_000,
    ],
)
@pytest.mark.timeout(30)
def test_hostile_markup_is_read_in_reasonable_time(hostile: str) -> None:
    try:
        doc = page(f"<p>{PROSE}</p>{hostile}")
    except ReadError:
        return
    assert PROSE in doc.text
    assert doc.layer(Block)[-1].span.end <= len(doc.text)


@pytest.mark.parametrize("end", ["", "</article>", "</body></html", "<script>x = 1</script>\n"])
def test_a_page_may_leave_out_its_last_end_tags(end: str) -> None:
    (doc,) = read_bytes(f"<html><body><h1>Mill burns in Sund</h1>{BODY}{end}".encode(), "a.html")
    assert find(doc, "Friday").kind is BlockKind.PARAGRAPH


def test_a_page_that_only_asks_for_scripts_says_nothing() -> None:
    doc = page("<div id='root'></div><nav>Home News</nav><p>Please enable JavaScript to read the Herald.</p>")
    assert {b.kind for b in doc.layer(Block)} == {BlockKind.BOILERPLATE}


def test_pages_without_paragraphs_are_parted_by_line_breaks() -> None:
    parts = BODY.replace("<p>", "").split("</p>")[:-1]
    cell = f"{'<br>&nbsp;<br>'.join(parts[:2])}<br /><br>{parts[2]}<br>{parts[3]}"
    doc = page(f"<table><tr><td><font size=2>{cell}</td></tr></table>")
    assert [doc.quote(b.span).count("\n") for b in doc.layer(Block)] == [0, 0, 1]


def test_comments_without_elements_of_their_own_are_still_no_paragraphs() -> None:
    doc = page(
        f"<article><h1>Mill burns in Sund</h1>{BODY}</article><div id='comments'><h3>Comments</h3>"
        "<div><p>I have never heard so much nonsense.</p></div><div><p>He is right, you were not there.</p></div></div>"
    )
    found = [(b.voice, b.entry) for b in doc.layer(Block) if b.kind is BlockKind.COMMENT]
    assert found == [("comment 1", 1), ("comment 2", 2)]


def test_a_span_over_markup_still_leads_to_its_bytes() -> None:
    raw = b"<p>The <b>ministry</b> denies&nbsp;it.<p>Next."
    doc = next(read_bytes(raw, "a.html"))
    assert doc.text.startswith("The ministry denies\u00a0it.")
    assert verify(doc, Span(0, 23), raw)


def kinds(doc: Document, *said: str) -> list[str]:
    return [str(find(doc, words).kind) for words in said]


def test_headings_of_furniture_are_told_from_those_of_the_account() -> None:
    doc = page(
        "<h1>Mill burns in Sund</h1><h2>The owner denies that anybody of his was hurt</h2>"
        f"<h3>Story tools</h3><ul><li><a href='/p'>Print</a><li><a href='/m'>Mail</a></ul>{BODY}"
        f"<h3>A long night</h3>{BODY.replace('Friday', 'Sunday').replace('Saturday', 'Monday')}"
        "<h3>Most read</h3><ul><li><a href='/b'>Bridge closed</a></ul><h3>Follow us</h3>"
    )
    said = ("The owner denies", "Story tools", "A long night", "Most read", "Follow us")
    assert kinds(doc, *said) == ["heading", "boilerplate", "heading", "boilerplate", "boilerplate"]


@pytest.mark.parametrize(
    ("title", "above", "headline"),
    [
        ("Mill burns in Sund - The Herald of Sund", "<h2>Local news</h2>", "Mill burns in Sund"),
        ("The Herald of Sund » Local » Mill burns in Sund", "<h1>The Herald of Sund</h1>", "Mill burns in Sund"),
    ],
)
def test_the_name_of_site_and_section_is_no_headline(title: str, above: str, headline: str) -> None:
    doc = page(f"{above}<h2>Mill burns in Sund</h2>{BODY}", f"<title>{title}</title>")
    found = [(b.kind, doc.quote(b.span)) for b in doc.layer(Block)][:2]
    assert [kind for kind, _ in found] == ["boilerplate", "headline"]
    assert found[1][1] == headline


@pytest.mark.parametrize(
    "byline",
    [
        "<h3>Written by: Ada Lunt</h3>",
        "<h5>March 6, 2031 report</h5>",
        "<div>March 6, 2031 at 08:45 AM | categories: Local, Fire</div>",
        "<div>By: Ada Lunt<br>Herald Executive Editor</div>",
        "<span>By ADA LUNT &nbsp; 03/ 6/31 09:19 PM ET</span>",
        "<h4>March 6, 2031 6:14 AM</h4>",
        "<div>First Posted: 03-06-31 05:18 PM | Updated: 03-07-31 12:41 AM</div>",
        "<div class='comments-count author'>Ada Lunt / Per Holm Sund 6 MAR 2031 - 12:14 CET</div>",
    ],
)
def test_a_line_that_says_who_wrote_and_when_is_a_byline(byline: str) -> None:
    doc = page(f"<h1>Mill burns in Sund</h1>{byline}{BODY}")
    assert [b.kind for b in doc.layer(Block)][:3] == ["headline", "byline", "paragraph"]


def test_bylines_far_from_the_account_are_those_of_other_pages() -> None:
    others = "".join(
        f"<div><a href='/{n}'>Story {n}</a> <span class='byline'>Per Holm {n}</span></div>" for n in "abcdef"
    )
    doc = page(f"<h1>Mill burns in Sund</h1><p class='byline'>Ada Lunt</p>{BODY}<div>{others * 2}</div>")
    assert find(doc, "Ada Lunt").kind is BlockKind.BYLINE
    assert doc.layer(Block)[-1].kind is BlockKind.BOILERPLATE


@pytest.mark.parametrize(
    "figure",
    [
        "<div class='box'><a href='/i'><img src='x' alt='y'></a><p>The gate of the mill after the fire</p></div>",
        "<div><img src='x'><div>The gate of the mill after the fire</div></div>",
        "<div><cite>The gate of the mill after the fire</cite></div>",
    ],
)
def test_words_beside_a_picture_that_the_account_lacks_are_a_caption(figure: str) -> None:
    parts = BODY.split("</p>")
    doc = page(
        f"<article><h1>Mill burns in Sund</h1>{'</p>'.join(parts[:2])}</p>{figure}{'</p>'.join(parts[2:])}</article>"
    )
    assert kinds(doc, "The gate of", "denied it") == ["caption", "paragraph"]


@pytest.mark.parametrize(
    "section",
    [
        # a prefix of the site, and markup of elements within
        "<ul class='hd-comments'><li class='hd-comment 71'><article class='hd-comment-content'>"
        "<div class='hd-comment-header'><a class='hd-comment-user' href='/u'>Anna</a></div><p>It burned.</p></article>"
        "<li class='hd-comment 72'><div><a class='hd-comment-user' href='/u'>Per</a></div><p>It did not.</p></li></ul>",
        # the name in a line of its own, numbers in hexadecimal
        "<div class='comments'><div id='comment-4e7a3b1ceab8'><b>Anna</b> on <a href='#'>Mar 6, 3:29 PM</a> said:"
        "<div class='comment-content'>It burned.</div></div><div id='comment-4e7a3b1ceab9'><b>Per</b> on "
        "<a href='#'>Mar 6, 3:31 PM</a> said:<div class='comment-content'>It did not.</div></div></div>",
        # words that only scripts use, and words of the section
        "<div class='comments'><p>To reply to a comment, click the button below it and wait for us.</p>"
        "<div class='comment'><span class='username'>Anna</span><p>It burned.</p><div class='hidden'>Anna: It</div>"
        "<p><a href='/a'>https://h.example/a</a></p></div>"
        "<div class='comment'><span class='username'>Per</span><p>It did not.</p></div>"
        "<p>Read all of the 718 comments in the forum of the Herald.</p></div>",
    ],
)
def test_comments_are_found_by_other_sites_names_for_them(section: str) -> None:
    doc = page(f"<article><h1>Mill burns in Sund</h1>{BODY}</article>{section}")
    found = [(b.voice, doc.quote(b.span)) for b in doc.layer(Block) if b.kind is BlockKind.COMMENT]
    assert found == [("Anna", "It burned."), ("Per", "It did not.")]
    assert sum(b.kind is BlockKind.PARAGRAPH for b in doc.layer(Block)) == BODY.count("<p>")


def test_posts_of_an_embedded_forum_are_comments_of_their_authors() -> None:
    posts = "".join(
        f"<li class=post><header><span class='author x'><a>{who}</a></span> <a class=time-ago>3 days ago</a>"
        f"</header><div class=post-message><p>{words}</p></div></li>"
        for who, words in (
            ("Carl", "They came an hour late."),
            ("Dora", "That is not true, they came at ten."),
        )
    )
    doc = page(f"<h1>Mill burns</h1>{BODY}<div id=disqus_thread><ul>{posts}</ul></div>")
    said = [(b.voice, doc.quote(b.span)) for b in doc.layer(Block) if b.kind is BlockKind.COMMENT]
    assert said == [("Carl", "They came an hour late."), ("Dora", "That is not true, they came at ten.")]


@pytest.mark.parametrize("name", ["no-comments", "has-comments", "with-comments wide", "post-comment"])
def test_a_name_that_only_mentions_comments_makes_none(name: str) -> None:
    doc = page(f"<div class='{name}'><h1>Mill burns in Sund</h1>{BODY}</div>")
    assert find(doc, "Friday").kind is BlockKind.PARAGRAPH


def test_a_blog_post_is_no_update() -> None:
    post = f"<h1>Mill burns in Sund</h1><time>6 March 2031</time>{BODY}"
    doc = page(f"<div class='blog-post'>{post}</div>")
    assert (find(doc, "Friday").kind, find(doc, "Friday").clock) == (BlockKind.PARAGRAPH, None)


def test_the_name_of_the_site_is_no_part_of_the_title() -> None:
    p = page(
        f"<h1>Mill burns in Sund</h1>{BODY}", "<title>Mill burns in Sund - Local - Herald Online</title>"
    ).provenance
    assert (p.title, p.outlet) == ("Mill burns in Sund", "Herald Online")


def test_the_outlet_is_the_name_that_the_address_shares() -> None:
    head = (
        '<meta property="og:site_name" content="U.S."><meta name=author content="By  Ada Lunt">'
        '<link rel=canonical href="https://www.herald.example/a"><script type="application/ld+json">'
        '{"@type": "NewsArticle", "publisher": {"name": "The Herald"}}</script>'
    )
    assert (page(BODY, head).provenance.outlet, page(BODY, head).provenance.author) == ("The Herald", "Ada Lunt")


def test_a_page_with_its_pictures_inside_is_told_from_its_furniture() -> None:
    saved = f'<img src="data:image/png;base64,{"iVBORw0K" * 300_000}">'
    offer = f'<div class="zlist"><p>{PROSE} One.</p><p>{PROSE} Two.</p></div>'
    with_pictures, bare = (
        page(f"<div class=story><h1>Mill burns in Sund</h1>{picture}{BODY}</div><div class=after>{offer}</div>")
        for picture in (saved, "")
    )
    assert [b.kind for b in with_pictures.layer(Block)] == [b.kind for b in bare.layer(Block)]


def test_who_wrote_it_is_a_byline_though_the_name_is_a_link() -> None:
    doc = page(f"<h1>Mill burns in Sund</h1><div><a href=ada>By Ada Lunt</a></div>{BODY}")
    assert find(doc, "By Ada Lunt").kind is BlockKind.BYLINE


def test_the_buttons_and_lengths_of_videos_are_no_captions() -> None:
    doc = page(
        f"<h1>Mill burns in Sund</h1>{BODY}<figure><img src=a><figcaption>Now playing</figcaption></figure>{BODY}"
    )
    assert find(doc, "Now playing").kind is BlockKind.BOILERPLATE


def test_an_unclosed_frame_swallows_nothing() -> None:
    doc = page(f"<h1>Mill burns in Sund</h1><iframe src='ad'>{BODY}")
    assert find(doc, "Friday").kind is BlockKind.PARAGRAPH


def test_an_address_is_the_name_of_no_author() -> None:
    profile = "<meta property='article:author' content='https://social.example/herald'>"
    named = f"{profile}<meta name=author content='By Ada Lunt'>"
    assert page(f"<h1>Mill burns</h1>{BODY}", named).provenance.author == "Ada Lunt"
    author = '{"@type": "NewsArticle", "author": "https://social.example/herald"}'
    head = f"<script type='application/ld+json'>{author}</script>"
    assert page(f"<h1>Mill burns</h1>{BODY}", head).provenance.author == ""


@pytest.mark.parametrize("heading", ["References", "External links", "Notes"])
def test_what_stands_under_the_heading_of_its_sources_is_no_part_of_an_account(heading: str) -> None:
    cited = "<p>Lunt, A. (2031). “The mill of Sund”. The Sund Herald, p. 4.</p>"
    doc = page(f"<article><h1>Mill burns</h1>{BODY}<h2>{heading}</h2>{cited}</article>")
    assert find(doc, "Lunt, A.").kind is BlockKind.LINK
    assert find(doc, PROSE).kind is BlockKind.PARAGRAPH


def test_headings_of_other_pages_under_their_own_heading_are_links() -> None:
    other = "<h3>Quay of Sund to be sold</h3><h3>Ferry runs aground</h3>"
    doc = page(f"<article><h1>Mill burns</h1>{BODY}<h2>Related articles</h2>{other}</article>")
    assert {find(doc, words).kind for words in ("Quay of Sund", "Ferry runs")} <= {
        BlockKind.LINK,
        BlockKind.BOILERPLATE,
    }


def test_a_number_in_a_comment_is_no_time_of_it() -> None:
    comment = (
        "<li class='comment'><b class='fn'>Anna</b><time datetime='2031-03-06T12:20Z'>6 March 2031 at 12:20</time>"
        "<p>It burned 9 boats, I say, and nobody came to help us at all.</p></li>"
    )
    doc = page(f"<h1>Mill burns</h1>{BODY}<div id='comments'><ol>{comment.replace('9', '12')}{comment}</ol></div>")
    assert [b.clock for b in doc.layer(Block) if b.kind is BlockKind.COMMENT] == ["6 March 2031 at 12:20"] * 2
    bare = comment.replace(comment[comment.index("<time") : comment.index("<p>")], "")
    doc = page(f"<h1>Mill burns</h1>{BODY}<div id='comments'><ol>{bare}</ol></div>")
    assert [b.clock for b in doc.layer(Block) if b.kind is BlockKind.COMMENT] == [None]
