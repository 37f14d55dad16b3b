"""How web pages name their parts: elements, roles, classes and ids."""

import re


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


BLOCK = _set(
    """address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer
    form h1 h2 h3 h4 h5 h6 header hr html li main menu nav ol p pre section summary table tbody td tfoot th thead tr
    ul"""
)
CLOSES = {  # an element that ends open ones of these names, up to the first that bounds it
    "li": (("li",), ("ul", "ol", "menu")),
    "dt": (("dt", "dd"), ("dl",)),
    "dd": (("dt", "dd"), ("dl",)),
    "tr": (("tr", "td", "th"), ("table",)),
    "td": (("td", "th"), ("table", "tr")),
    "th": (("td", "th"), ("table", "tr")),
    "option": (("option",), ("select",)),
}
UNSEEN = _set(
    """head script style template noscript svg math iframe object select canvas audio video textarea datalist"""
)
UNSEEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")

FURNITURE = frozenset(("nav", "footer", "button", "menu", "dialog"))  # elements that hold no account
ROLES = frozenset(
    ("navigation", "banner", "contentinfo", "search", "dialog", "alertdialog", "menu", "menubar", "toolbar")
)

# Words of classes and ids. They only settle what the extractor did not choose, since "with-sidebar" may name a page.
FURNITURE_WORDS = _set(
    """ad ads advert adverts advertisement adslot banner breadcrumb breadcrumbs consent cookie cookies footer gdpr
    login masthead menu modal nav navbar navigation newsletter pagination paywall playlist popup promo share sharing
    sidebar signup skip social sponsor sponsored subscribe subscription tags toolbar widget"""
)
LINK_WORDS = _set(
    """mostread mostviewed outbrain popular readmore recirc recommended recommendations related relatedposts taboola
    teaser teasers trending"""
)
BYLINE_WORDS = _set("byline author authors dateline tagline meta timestamp pubdate published publication")
CAPTION_WORDS = _set("caption figcaption credit photocredit")
VOICE_WORDS = _set("author fn username commenter nickname")
NAME_WORDS = _set("user profile display")  # of a name where a few words are marked so, of a box where a block is
# Of the words of a post.
CONTENT_WORDS = _set("content contents body cooked md bb text usertext postbody commenttext commentbody")
COMMENT_WORDS = _set("comment commenttext commentbody")  # of <blockquote>, as some sites mark what readers write
META_WORDS = _set(
    "meta metadata date time timestamp reply actions buttons controls score signature vote votes likes permalink "
    "awaiting expand"
)
RANK_WORDS = _set("title rank role badge flair attrs stats account")  # beside the name of who posts
TITLES = frozenset("title headline post-title entry-title article-title story-title topic-title".split())  # whole names
TEXT_FORM = "usertext"  # of the forms in which old Reddit shows what users write
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")

# What a sighted reader is not shown, by the utility classes that hide it (whole names: "overflow-hidden" shows).
HIDDEN = frozenset(
    """hidden hide is-hidden d-none sr-only visually-hidden visuallyhidden screen-reader-text screen-reader-only
    u-hidden assistive-text offscreen""".split()
)

_WORD = r"(?:comment|comentario|commentaire|kommentar)"
_ACTION = (  # "no-comments" and "post-comment" name no comments, "post-comments" does
    rf"(?:(?:no|has|with|hide|show|view|toggle|close|open|load|disable)[-_]+{_WORD}"
    rf"|(?:add|post|leave|write|new|make|reply|report)[-_]+{_WORD}(?![es]))"
)
_BEFORE = rf"(?!(?:[a-z]+[-_]+)?{_ACTION})(?:[a-z]+[-_]+){{0,2}}"  # "fig-", "visitors_"
COMMENTS = re.compile(
    rf"{_BEFORE}(?:post|article|users?|readers?|site|wp|entry|story|page|fb)?{_WORD}(?:[es]|[es]?[-_]*"
    r"(?:area|list|section|thread|threads|container|wrap|wrapper|block|box|feed|stream|region|inner|template))"
    r"|commentlist|disqus_thread|respond|replies",
    re.IGNORECASE,
)
COMMENT = re.compile(rf"{_BEFORE}{_WORD}(?:[-_]?item)?|{_WORD}[-_](?:\d+|[0-9a-f]{{8,}})", re.IGNORECASE)
FORUM = re.compile(  # a post of a thread, as Discourse, XenForo, phpBB, Mastodon, vBulletin and others name it
    r"topic-post|onscreen-post|crawler-post|message--post|has-profile|status(?:__wrapper)?-reply"
    r"|post(?:bit|container)\w*|(?:forum|thread)-?post",
    re.IGNORECASE,
)
UPDATE = re.compile(
    r"(?:live[-_]?blog|live|lb)[-_]*(?:entry|post|update|item|block|event)s?(?:[-_]*(?:item|entry|block|wrapper))?"
    r"|(?:timeline|update|updates|feed|stream)[-_]+(?:entry|item|event|block|post|update)"
    r"|(?:liveblog|live)__(?:entry|post|item|update|block)|block--liveblog"
    r"|live[-_]?(?:story|blog)[-_]?post|lx-stream-post|liveblog-timeline__update-item|block-[0-9a-f]{20,}",
    re.IGNORECASE,
)


_ISO = re.compile(r"(?:19|20)\d\d-\d\d-\d\d(?:[T ]\d\d:\d\d.*)?")


def machine_time(name: str, attributes: dict[str, str]) -> str | None:
    """The time that an element gives to machines, "" where <time> is silent, None for an element that gives none.

    Pages older than <time> put it into <abbr title="2031-05-09T16:00:00+0000">2 hours ago</abbr>, as microformats do.
    """
    if name == "time":
        return attributes.get("datetime", "")
    title = attributes.get("title", "").strip() if name == "abbr" else ""
    return title if _ISO.fullmatch(title) else None


def words(names: str) -> frozenset[str]:
    """The words of a class and id attribute: "RelatedLinks story__related-box" -> related, links, story, box."""
    return frozenset(w.lower() for w in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", names))
