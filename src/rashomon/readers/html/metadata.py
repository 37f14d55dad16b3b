"""What a page says of itself: JSON-LD first, then meta tags, then its title. Claims by the page, not facts."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from rashomon.readers.html.markup import Token, attributes

ARTICLE = frozenset(
    (
        "Article",
        "NewsArticle",
        "ReportageNewsArticle",
        "AnalysisNewsArticle",
        "BackgroundNewsArticle",
        "OpinionNewsArticle",
        "ReviewNewsArticle",
        "AskPublicNewsArticle",
        "BlogPosting",
        "LiveBlogPosting",
        "SocialMediaPosting",
        "DiscussionForumPosting",
        "Report",
    )
)
TITLE = ("og:title", "twitter:title", "dc.title", "citation_title")
OUTLET = ("og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "application-name", "article:publisher")
AUTHOR = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl")
DATE = (
    "article:published_time", "og:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.date",
    "dcterms.created", "pubdate", "publishdate", "publish-date", "parsely-pub-date", "sailthru.date", "citation_date",
    "citation_publication_date", "originalpublicationdate",
)  # fmt: skip
URL = ("og:url", "twitter:url")
BY = re.compile(r"^by[\s:]+", re.IGNORECASE)
SITE = re.compile(r"\s+[|–—-]+\s+")  # between a headline and the name of the site
DEEP = 8  # how far into JSON-LD to look


@dataclass(slots=True)
class Metadata:
    """Empty strings where the page is silent. `updates` are (time, words) of a live blog, in the page's order."""

    title: str = ""
    outlet: str = ""
    author: str = ""
    published: str = ""
    url: str = ""
    updates: list[tuple[str, str]] = field(default_factory=list)


def metadata(page: str, tokens: Sequence[Token]) -> Metadata:
    """Read the head and the JSON-LD of a page."""
    meta: dict[str, str] = {}
    blobs: list[str] = []
    canonical = title = stamped = kind = ""
    for token in tokens:
        if token.kind == "open" and token.name in ("meta", "link", "script", "time"):
            a = attributes(page[token.begin : token.end])
            kind = a.get("type", "").lower()
            if token.name == "meta" and a.get("content"):
                for key in ("property", "name", "itemprop"):
                    if key in a:
                        meta.setdefault(a[key].strip().lower(), a["content"].strip())
            elif token.name == "link" and "canonical" in a.get("rel", "").lower().split():
                canonical = canonical or a.get("href", "")
            elif token.name == "time" and ("pubdate" in a or "datepublished" in a.get("itemprop", "").lower()):
                stamped = stamped or a.get("datetime", "")
        elif token.kind == "raw" and token.name == "script" and kind == "application/ld+json":
            blobs.append(page[token.begin : token.end])
        elif token.kind == "raw" and token.name == "title":
            title = title or " ".join(html.unescape(page[token.begin : token.end]).split())
    found = Metadata()
    for thing in _things(blobs):
        _article(thing, found)
    found.title = found.title or _first(meta, TITLE) or title
    found.author = BY.sub("", " ".join((found.author or _first(meta, AUTHOR)).split()))
    found.published = found.published or _first(meta, DATE) or stamped
    found.url = next((u for u in (canonical, *(meta.get(k, "") for k in URL), found.url) if u.startswith("http")), "")
    found.outlet = _outlet((_first(meta, OUTLET[:1]), found.outlet, _first(meta, OUTLET)), found.url)
    if found.author.startswith("http"):
        found.author = ""
    return found


def without_site(found: Metadata, headline: str) -> Metadata:
    """The metadata with the title as the page's *headline* has it, where the title adds the name of the site.

    That name is the outlet where page and address tell none.
    """
    title, shown = found.title, " ".join(headline.split())
    if len(shown) <= 10 or not title.lower().startswith(shown.lower()) or not SITE.match(title, len(shown)):
        return found
    site = SITE.split(title[len(shown) :])[-1].strip()
    return replace(found, title=shown, outlet=found.outlet or (site if not found.url else ""))


def _outlet(candidates: Sequence[str], url: str) -> str:
    """The first name, or the first that the address shares: a section of Reuters may call itself "U.S."."""
    names = [name for name in candidates if name]
    try:
        host = (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        host = ""
    site = host.partition(".")[0]
    for name in names:
        bare = "".join(c for c in name.lower() if c.isalnum())
        if len(site) > 3 and (site in bare or (len(bare) > 3 and bare in site)):
            return name
    return names[0] if names else ""


def _first(meta: dict[str, str], keys: Iterable[str]) -> str:
    return next((meta[k] for k in keys if meta.get(k) and not meta[k].startswith("http")), "")


def _things(blobs: Iterable[str]) -> Iterator[dict[str, object]]:
    """Every typed object in the JSON-LD, outermost first; what is not JSON is passed over."""
    for blob in blobs:
        blob = re.sub(r"^\s*(?:<!--|//\s*<!\[CDATA\[)|(?://\s*\]\]>|-->)\s*$", "", blob)
        try:
            yield from _walk(json.loads(blob, strict=False), DEEP)
        except (ValueError, RecursionError):
            continue


def _walk(value: object, depth: int) -> Iterator[dict[str, object]]:
    if depth and isinstance(value, list):
        for item in value:
            yield from _walk(item, depth - 1)
    elif depth and isinstance(value, dict):
        if "@type" in value:
            yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement"):
            if key in value:
                yield from _walk(value[key], depth - 1)


def _article(thing: dict[str, object], found: Metadata) -> None:
    types = thing["@type"] if isinstance(thing["@type"], list) else [thing["@type"]]
    if not ARTICLE.intersection(t for t in types if isinstance(t, str)):
        return
    found.title = found.title or _text(thing.get("headline"))
    found.author = found.author or _names(thing.get("author"))
    found.outlet = found.outlet or _names(thing.get("publisher"))
    found.published = found.published or _text(thing.get("datePublished"))
    place = thing.get("mainEntityOfPage")
    found.url = found.url or _text(thing.get("url")) or _text(place.get("@id") if isinstance(place, dict) else place)
    updates = thing.get("liveBlogUpdate")
    for update in updates if isinstance(updates, list) else [updates]:
        if isinstance(update, dict):
            words = _text(update.get("headline")) or _text(update.get("articleBody"))
            found.updates.append((_text(update.get("datePublished")), words))


def _text(value: object) -> str:
    return " ".join(html.unescape(value).split()) if isinstance(value, str) else ""


def _names(value: object) -> str:
    """One name or several, joined by commas."""
    items = value if isinstance(value, list) else [value]
    names = (_text(i.get("name") if isinstance(i, dict) else i) for i in items)
    return ", ".join(n for n in names if n)
