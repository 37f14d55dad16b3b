"""What the names of files tell."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import PurePath

# Documents that no reader reads: those in a folder or an archive are refused by name, not passed over.
UNREAD = frozenset(".doc .rtf .epub .msg .webarchive .pages .rar .7z .tar .tgz".split())
# What browsers call the folder that they make beside a page saved whole, by language.
BESIDE = ("_files", "-files", "_fichiers", "-Dateien", "_archivos", "_bestanden", "_arquivos", "_file", "_pliki")
EXPORTS = ("messages.html", "_chat.txt")  # of Telegram, of WhatsApp
NUMBERED = re.compile(r"[-_]?part\d+(?=\.)")  # of the files of one export
# A checksum or a UUID, in whose digits nobody reads more than that they differ from others.
HASH = re.compile(
    r"(?<![^\W_])(?=\d*[a-f])(?=[a-f]*\d)([0-9a-f]{8})(?:[0-9a-f]{4,}|(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![^\W_])",
    re.IGNORECASE,
)


def suffix_of(name: str) -> str:
    """What names the format: the end of a file's name, what was packed with it, or the whole name of some exports.

    >>> suffix_of("a/Page.HTML"), suffix_of("crawl.warc.gz"), suffix_of("data/tweets-part1.js")
    ('.html', '.warc.gz', 'tweets.js')
    """
    path = PurePath(name.lower())
    if path.suffix == ".js" or path.name in EXPORTS:
        return NUMBERED.sub("", path.name)
    return "".join(path.suffixes[-2:]) if path.suffix == ".gz" else path.suffix


def called(name: str) -> str:
    """The name of a file as that of an account that states none: without suffix, of a checksum its first digits.

    >>> called("a/Mill burns.txt"), called("07_26999e97982a100d.txt"), called("20310306123000.txt")
    ('Mill burns', '07_26999e97', '20310306123000')
    """
    return HASH.sub(r"\1", PurePath(name).stem)


def is_beside_page(name: PurePath, files: Collection[PurePath]) -> bool:
    """True for what a browser saves beside a page saved whole: the frames and pictures of a page of *files*.

    >>> is_beside_page(PurePath("Mill burns_files/frame.html"), {PurePath("Mill burns.html")})
    True
    """
    for folder in name.parents:
        stem = next((folder.name.removesuffix(end) for end in BESIDE if folder.name.endswith(end)), "")
        if stem and any(folder.with_name(stem + end) in files for end in (".html", ".htm")):
            return True
    return False
