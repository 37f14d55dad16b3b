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
    login masthead menu modal nav navbar navigation newsletter pagination paywall popup promo share sharing sidebar
    signup skip social sponsor sponsored subscribe subscription tags toolbar widget"""
)
LINK_WORDS = _set(
    """mostread mostviewed outbrain popular readmore recirc recommended recommendations related relatedposts taboola
    teaser teasers trending"""
)
BYLINE_WORDS = _set("byline author authors dateline meta timestamp pubdate published publication")
CAPTION_WORDS = _set("caption figcaption credit photocredit")
VOICE_WORDS = _set("author fn username user commenter nickname")
META_WORDS = _set("meta metadata date time timestamp reply actions vote votes likes permalink awaiting")

COMMENTS = re.compile(
    r"(?:(?:post|article|user|users|reader|readers|site|wp|entry|story|page|fb)[-_]*)?comments?[-_]*"
    r"(?:area|list|section|thread|threads|container|wrap|wrapper|block|box|feed|stream|region|inner|template)"
    r"|(?:(?:post|article|user|reader|readers|entry|story)[-_]*)?comments|commentlist|disqus_thread|respond|replies",
    re.IGNORECASE,
)
COMMENT = re.compile(r"comment|comment[-_]?item|comment[-_]\d+|c-comment|user-comment|reader-comment", re.IGNORECASE)
UPDATE = re.compile(
    r"(?:live[-_]?blog|live|lb|blog)[-_]*(?:entry|post|update|item|block|event)s?(?:[-_]*(?:item|entry|block|wrapper))?"
    r"|(?:timeline|update|updates|feed|stream)[-_]+(?:entry|item|event|block|post|update)"
    r"|(?:liveblog|live)__(?:entry|post|item|update|block)|block--liveblog",
    re.IGNORECASE,
)


def words(names: str) -> frozenset[str]:
    """The words of a class and id attribute: "RelatedLinks story__related-box" -> related, links, story, box."""
    return frozenset(w.lower() for w in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", names))
