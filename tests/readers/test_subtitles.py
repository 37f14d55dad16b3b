"""Subtitles: what was spoken, in paragraphs, with every word at its address; without clocks, styles and sounds."""

import pytest

from rashomon.errors import ReadError
from rashomon.readers import read_bytes
from rashomon.text import verify
from rashomon.types import Block, BlockKind
from tests.cost import is_linear

SRT = """1
00:00:01,000 --> 00:00:03,500
The harbour office says that nobody

2
00:00:03,600 --> 00:00:06,000
<i>was hurt by the fire</i>
{\\an8}at the mill.

3
00:00:06,100 --> 00:00:07,000
[Music]

4
00:00:21,000 --> 00:00:24,000
Fish &amp; Sons has lost two boats.
"""
VTT = """WEBVTT
Kind: captions

STYLE
::cue { color: white }

NOTE said on the quay

intro
00:01.000 --> 00:03.000 align:start position:0%
<v.loud Ana Oro>It<00:00:01.500><c> burns</c>.</v>

00:03.000 --> 00:05.000
<v Ana Oro>Stand back.

00:05.000 --> 00:07.000
<v Per Vale>Stand back.

00:07.000 --> 00:09.000
&gt;&gt; How many boats?
"""


def told(raw: bytes, path: str) -> list[tuple[BlockKind, str]]:
    [doc] = read_bytes(raw, path)
    blocks = doc.layer(Block)
    assert all(verify(doc, b.span, raw) for b in blocks)
    return [(b.kind, doc.quote(b.span)) for b in blocks]


@pytest.mark.parametrize("path", ["a.srt", "a.txt"])
@pytest.mark.parametrize("line", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_cues_join_to_what_was_spoken_until_nobody_speaks(path: str, line: str, encoding: str) -> None:
    assert told(SRT.replace("\n", line).encode(encoding), path) == [
        (BlockKind.PARAGRAPH, "The harbour office says that nobody was hurt by the fire at the mill."),
        (BlockKind.PARAGRAPH, "Fish & Sons has lost two boats."),
    ]


def test_voices_stand_over_their_words() -> None:
    assert told(VTT.encode(), "a.vtt") == [
        (BlockKind.BYLINE, "Ana Oro"),
        (BlockKind.PARAGRAPH, "It burns. Stand back."),
        (BlockKind.BYLINE, "Per Vale"),
        (BlockKind.PARAGRAPH, "Stand back."),
        (BlockKind.PARAGRAPH, ">> How many boats?"),
    ]


def test_captions_that_roll_up_are_read_once() -> None:
    cues = [("we saw", ""), ("we saw", "two boats"), ("two boats", "go down")]
    shown = "\n\n".join(f"00:0{k}.000 --> 00:0{k + 1}.000\n{a}\n{b}".strip() for k, (a, b) in enumerate(cues))
    assert told(f"WEBVTT\n\n{shown}\n".encode(), "a.vtt") == [(BlockKind.PARAGRAPH, "we saw two boats go down")]


def test_a_long_paragraph_ends_with_a_sentence() -> None:
    cues = "\n\n".join(f"00:{k:02}.000 --> 00:{k + 1:02}.000\nBoat {k} of the fleet has come home." for k in range(40))
    found = told(f"WEBVTT\n\n{cues}\n".encode(), "a.vtt")
    assert len(found) > 2
    assert all(words.endswith("home.") and len(words) < 500 for _, words in found)


@pytest.mark.parametrize("raw", [b"WEBVTT\n", b"WEBVTT\n\n00:01.000 --> 00:02.000\n[applause]\n"])
def test_subtitles_without_words_are_refused(raw: bytes) -> None:
    with pytest.raises(ReadError, match="no cue"):
        told(raw, "a.vtt")


def test_an_arrow_in_a_text_makes_no_subtitles() -> None:
    raw = b"The road goes Oro --> Vale --> Sund, and nobody has driven it since the flood of last week.\n"
    assert told(raw, "a.txt")[0][1].startswith("The road")


@pytest.mark.parametrize(
    "unit", ["00:01.000 --> 00:02.000\n", "<", "&amp", "word\n\n", "[", "<v Ana>", "00:01.000 --> "]
)
def test_reading_takes_time_linear_in_the_file(unit: str) -> None:
    head = "WEBVTT\n\n00:01.000 --> 00:02.000\nx "
    assert is_linear(lambda text: list(read_bytes((head + text).encode(), "a.vtt")), unit, 20_000)


def test_the_number_of_a_cue_right_below_the_words_before_is_not_spoken() -> None:
    packed = SRT.replace("\n\n", "\n").encode()
    [dense], [told] = read_bytes(packed, "film.srt"), read_bytes(SRT.encode(), "film.srt")
    assert dense.text == told.text
