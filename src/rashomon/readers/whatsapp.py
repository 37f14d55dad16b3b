"""Chats that WhatsApp exports as text: every message is an account of who wrote it, at its own time.

    [06/03/2031, 21:05:33] Ana Oro: text        as iPhones write it
    3/6/31, 9:05 PM - Ana Oro: text             as Android does

Day and month stand in the order of the phone; which one is read off the whole chat.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import pairwise, zip_longest

from rashomon.errors import ReadError
from rashomon.readers.plain import lines, write
from rashomon.readers.plain.layout import label
from rashomon.text import Canvas, decode
from rashomon.types import Block, Document, Provenance

STAMP = re.compile(
    r"^[\u200e\u200f\ufeff]*\[?(?P<first>\d{1,4})(?P<mark>[./-])(?P<second>\d{1,2})[./-](?P<third>\d{1,4}),?[ ]"
    r"(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?:[:.]\d\d)?"
    r"(?:[ \u00a0\u202f]?(?P<half>[AaPp])\.?[Mm]\.?)?(?:\][ ]|[ ]-[ ])",
    re.MULTILINE,
)
VOICE = re.compile(r"[\u200e\u202a~ ]*(?P<voice>[^:\n\u202c]{1,60})\u202c?: ?")
ALONE = re.compile(  # what stands for a picture, or for words taken back
    r"[\u200e\s]*(?:<[^<>\n]{3,60}>|(?:image|video|audio|sticker|GIF|document|contact card) omitted|null"
    r"|(?:This message was|You) deleted(?: this message)?\.?|Messages and calls are end-to-end encrypted\..*"
    r"|(?:Missed|Silenced) (?:voice|video) call.*"
    r"|.{1,80} \(file attached\))\s*"
)
AFTER = re.compile(r"\s*\u200e?<This message was edited>\s*$")
NOON = 12


def is_chat(head: bytes) -> bool:
    """True if a file that begins so is the export of a chat: two of its lines begin with a day and a clock.

    >>> is_chat(b"3/6/31, 9:05 PM - Ana: It burns.\\n3/6/31, 9:07 PM - Bo: Where?\\n")
    True
    """
    return sum(1 for _ in STAMP.finditer(head.decode("utf-8", "ignore"))) > 1


def read(data: bytes, path: str) -> Iterator[Document]:
    """The messages in order, without those that are only pictures or notices. Raises ReadError where none has words."""
    source = decode(data, path)
    stamps = list(STAMP.finditer(source.text))
    order = _order(stamps)
    name, count = hashlib.sha256(data).hexdigest(), 0
    for stamp, after in zip_longest(stamps, stamps[1:]):
        end = after.start() if after else len(source.text)
        who = VOICE.match(source.text, stamp.end(), end)
        words = source.text[who.end() : end] if who else ""
        if who is None or not words.strip() or ALONE.fullmatch(words):
            continue
        begin = who.end() + len(words) - len(words.lstrip())
        end = who.end() + len(AFTER.sub("", words).rstrip())
        count += 1
        canvas = Canvas(source)
        write(canvas, begin, end)
        text, origin = canvas.done()
        voice = who["voice"].strip()
        provenance = Provenance(path, voice, author=voice, published=_time(stamp, order), how="metadata")
        document = Document(f"{name}#{count}", text, provenance, origin)
        yield document.with_layer(Block, label(text, lines(text)))
    if not count:
        raise ReadError(path, "no message of this chat holds words; export it again as text")


def _order(stamps: Sequence[re.Match[str]]) -> str:
    """How days are written: "ymd", "dmy" or "mdy"; "" where nothing tells day from month.

    By numbers that are no month, else by the order in which no message is older than the one before it.
    """
    if any(len(s["first"]) == 4 for s in stamps):
        return "ymd"
    day_first, month_first = (any(int(s[group]) > 12 for s in stamps) for group in ("first", "second"))
    if day_first or month_first:
        return "" if day_first and month_first else "dmy" if day_first else "mdy"
    falls = {order: sum(a > b for a, b in pairwise(_time(s, order) for s in stamps)) for order in ("dmy", "mdy")}
    if falls["dmy"] != falls["mdy"]:
        return min(falls, key=falls.__getitem__)
    return "dmy" if any(s["mark"] == "." for s in stamps) else ""


def _time(stamp: re.Match[str], order: str) -> str:
    """The time of a message as ISO 8601, as written where its day is none of the calendar or may be a month."""
    numbers = dict(zip(order, (int(stamp[k]) for k in ("first", "second", "third")), strict=False))
    hour = int(stamp["hour"])
    if stamp["half"]:
        hour = hour % NOON + (NOON if stamp["half"] in "Pp" else 0)
    try:
        year = numbers["y"] + (2000 if numbers["y"] < 100 else 0)
        return datetime(year, numbers["m"], numbers["d"], hour, int(stamp["minute"])).isoformat(timespec="minutes")
    except (KeyError, ValueError):
        return f"{stamp['first']}{stamp['mark']}{stamp['second']}{stamp['mark']}{stamp['third']}"
