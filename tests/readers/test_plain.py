from pathlib import Path

import pytest

from rashomon.readers import document, read
from rashomon.text import verify
from rashomon.timex.account import date_of
from rashomon.types import Block, BlockKind, Document, Span

PROSE = "The minister said on Friday that nobody in the town had been hurt by the fire."


def kinds(text: str) -> list[tuple[str, str]]:
    doc = document(text)
    return [(str(b.kind), doc.quote(b.span)) for b in doc.layer(Block)]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("PHOTO: The mayor of Sund inspects the damage on Monday", "caption"),
        ("Firemen at the gate of the mill on Monday. (Ada Lunt/Sund Herald)", "caption"),
        ("In this March 3 file photo workers stand on the quay of Sund. The mill had just been sold.", "caption"),
        ("The mayor of Sund walks along the quay with his deputy", "caption"),
        ("A ship is unloaded at Sund in this undated photo released by the port.", "caption"),
        ("FILE - In this March 3 picture the mill stands empty.", "caption"),
        ("© HARBOUR NEWS/ Ada Lunt Workers leave the mill on the evening of the fire", "caption"),
        ("The mill, a year before the fire. Credit Ada Lunt/Harbour News Agency", "caption"),
        ("Ada Lunt/Harbour News", "caption"),
        ("The mill in its best years Play slideshow 2 of 14", "caption"),
        ("Before: The mill a week ahead of the fire", "caption"),
        ("Enlarge Image Ada Lunt", "caption"),
        ("HARD TIMES Last shop shuts OUT OF SIGHT Vale ‘hid in shed’ for a week WHAT NEXT? Do dams fall?", "link"),
        (
            "THE NAVY said it sent ORAN SHIPS to the gulf. NO SHIP was hit, and THE ADMIRAL said so on Monday.",
            "paragraph",
        ),
        ("LATEST", "boilerplate"),
        ("Now playing", "boilerplate"),
        ("Ada Lunt can be reached at ada@herald.example.", "boilerplate"),
        ("Continue reading…", "boilerplate"),
        ("Updated at 9:50 p.m. ET Thursday", "boilerplate"),
        ("End of Twitter post by @sundport", "boilerplate"),
        ("Follow our reporters on Facebook and Twitter", "boilerplate"),
        ("Write to Ada Lunt at ada@herald.example", "boilerplate"),
        ("Read more", "boilerplate"),
        ("SaveSave", "boilerplate"),
        ("Posted by the town of Sund on Sunday, 3 March 2031", "boilerplate"),
        ("JUST WATCHED The mill burns Replay More Videos ... MUST WATCH The mill burns 01:12", "boilerplate"),
        ("Most Read In News WHAT A NIGHT The mayor sings MILL FIRE All we know", "boilerplate"),
        ("[The ten years in which the mill was built]", "link"),
        ("[She bought a mill. Then the river rose and took ‘all of it.’]", "link"),
        ("READ MORE: Ten years of the mill", "link"),
        ("More from The Sund Herald:", "link"),
        ("Jump to Original Entry", "boilerplate"),
        ("Share this article", "boilerplate"),
        ("Advertisement", "boilerplate"),
        ("(Cross-posted from Harbour Daily)", "boilerplate"),
        ("© 2031 The Herald. All rights reserved.", "boilerplate"),
        ("* * *", "boilerplate"),
        ("See Harbour Feature: How the Mill Was Built", "link"),
        ("Read more: Ten years of the mill", "link"),
        ("https://herald.example/mill", "link"),
        ("By Ada Lunt and Per Holm", "byline"),
        ("Monday, 23 November 2015", "byline"),
        ("(Reporting by Ada Lunt; Editing by Per Holm)", "byline"),
        ("Ada Lunt in Sund, Per Holm in Karsa and Ines Vall in the capital contributed to this report.", "byline"),
        ("With assistance by Per Holm", "byline"),
        ("Ada Lunt owns a mill. The opinions expressed in this commentary are hers.", "byline"),
        ("We sail tonight. — Sund Port (@sundport) March 6, 2031", "quotation"),
        ("Mill Owner: “We Have Broken No Law”", "heading"),
        ("WHAT HAPPENED NEXT", "heading"),
        ("- 'Nobody was hurt' -", "heading"),
        ("What happened next", "heading"),
        ("She denied it.", "paragraph"),
        ("Nobody came: they had all gone home by the time the police arrived.", "paragraph"),
        ("In 2015 - a bad year - the mill had closed for a month.", "paragraph"),
    ],
)
def test_a_line_between_paragraphs_is_told_by_its_looks(line: str, kind: str) -> None:
    assert kinds(f"{PROSE}\n\n{line}\n\n{PROSE}")[1] == (kind, line)


@pytest.mark.parametrize(
    "dateline",
    ["SUND/KARSA (Reuters) -", "Sund, Norland (CNN)", "SUND, March 6 (TNA) —", "(CNN) --", "SUND —"],
)
@pytest.mark.parametrize("before", ["", f"{PROSE}\n\n"])
def test_a_dateline_is_set_apart_below_a_summary_too(before: str, dateline: str) -> None:
    found = kinds(f"{before}{dateline} {PROSE}")
    assert found[-2:] == [("byline", dateline), ("paragraph", PROSE)]


def test_a_label_that_many_lines_begin_with_is_the_turn_of_a_speaker() -> None:
    turns = [f"Ada: I saw nothing at all of the fire {n} times over" for n in range(2)]
    assert [k for k, _ in kinds("\n\n".join([PROSE] * 5 + turns))][-2:] == ["paragraph"] * 2


@pytest.mark.parametrize("heading", ["References", "Notes and references", "EXTERNAL LINKS", "Notes [edit]"])
def test_what_stands_under_the_sources_of_an_account_is_no_part_of_it(heading):
    text = (
        f"The flood of Karsa\n\nNine people died in the flood.\n\n{heading}\n\n^ “Ten people died in Karsa.” Courier.\n"
    )
    kinds = {text[b.span.begin : b.span.end]: b.kind for b in document(text).layer(Block)}
    assert kinds["Nine people died in the flood."] is BlockKind.PARAGRAPH
    assert kinds["^ “Ten people died in Karsa.” Courier."] is BlockKind.LINK


@pytest.mark.parametrize("over", ["Read more:", "Related stories", "More Must-Reads From THE HERALD", "Trending Now:"])
def test_what_stands_below_the_title_of_a_list_points_to_other_pages(over: str) -> None:
    titles = ["Ten years of the mill that burned down on Friday", "Is the Harbour Safe for Anyone?", "A town mourns"]
    found = kinds("\n\n".join([PROSE, PROSE, over, *titles, PROSE]))
    assert [k for k, _ in found] == ["paragraph"] * 2 + ["link"] * 4 + ["paragraph"]


def test_who_wrote_it_stands_below_the_last_paragraph() -> None:
    writer = "Ada Lunt is a reporter for the Sund Herald who covers the harbour."
    assert [k for k, _ in kinds(f"{PROSE}\n\n{PROSE}\n\n{writer}")] == ["paragraph", "paragraph", "byline"]
    assert [k for k, _ in kinds(f"{PROSE}\n\n{writer}\n\n{PROSE}")] == ["paragraph"] * 3  # the news is of her


def test_an_embedded_post_is_a_quotation_without_its_buttons() -> None:
    post = "We sail tonight, whatever they say. pic.twitter.com/ab1 — Sund Port (@sundport) March 6, 2031"
    found = kinds(f"{PROSE}\n\nSkip Twitter post by @sundport\n\n{post} Report\n\nWe were told {PROSE}")
    said = ["paragraph", "boilerplate", "quotation", "boilerplate", "paragraph"]
    assert [k for k, _ in found] == said and found[2][1] == post


def test_a_word_cut_by_the_end_of_a_line_goes_on() -> None:
    assert kinds(f"{PROSE}\nIn this 17th-\ncentury house {PROSE}")[1:] == [
        ("paragraph", f"In this 17th-\ncentury house {PROSE}")
    ]


@pytest.mark.parametrize(
    ("label", "words", "kind"),
    [
        ("Reuters ", "Ships wait outside the harbour of Sund on Monday", "caption"),
        ("Getty - Contributor ", "The mayor, seen here in May, has left the town", "caption"),
        ("CLOSE ", "The owner of the mill has sold it. He will leave the town.", "caption"),
        ("12/30 ", "The old mill This is how it stood for a hundred years.", "caption"),
        ("Story highlights ", "The owner of the mill has sold it.", "paragraph"),
    ],
)
def test_a_label_glued_before_words_is_none_of_them(label: str, words: str, kind: str) -> None:
    assert kinds(f"{PROSE}\n\n{label}{words}\n\n{PROSE}")[1:3] == [("boilerplate", label.strip()), (kind, words)]


def test_an_agency_that_a_sentence_begins_with_is_no_credit() -> None:
    assert kinds(f"{PROSE}\n\nReuters Health said so on Monday.\n\n{PROSE}")[1][0] == "paragraph"


def test_a_line_without_a_stop_is_prose_where_no_line_has_one() -> None:
    bare = PROSE.rstrip(".")
    assert {kind for kind, _ in kinds(f"{bare}\n\n{bare}\n\n{bare}")} == {"paragraph"}


def test_a_sentence_whose_last_mark_faces_the_wrong_way_has_its_stop() -> None:
    said = "“The mill is old, and nobody who has been inside of it in the last ten years can say how it stands.“"
    assert kinds(f"{PROSE}\n\n{said}\n\n{PROSE}\n\n{PROSE}")[1][0] == "paragraph"


@pytest.mark.parametrize(
    ("marker", "clock"),
    [
        ("UPDATE 1530 GMT:", "1530 GMT"),
        ("UPDATE, 9:05 a.m.:", "9:05 a.m."),
        ("Update (14:20):", "14:20"),
        ("UPDATE:", None),
        ("[21:15]", "21:15"),
        ("14:05 –", "14:05"),
    ],
)
@pytest.mark.parametrize("gap", [" ", "\n\n"])
def test_an_update_begins_after_its_marker(marker: str, clock: str | None, gap: str) -> None:
    if marker[0] in "[1":
        gap = " "  # a bare clock on a line of its own counts only where several stand
    doc = document(
        f"{marker}{gap}{PROSE}\n\nHe left at once and did not come back to the town.\n\nORIGINAL ENTRY:{PROSE}"
    )
    found = [(b.kind, b.entry, b.clock) for b in doc.layer(Block) if b.kind is not BlockKind.BOILERPLATE]
    assert found == [
        (BlockKind.UPDATE, 1, clock),
        (BlockKind.PARAGRAPH, 1, clock),
        (BlockKind.ORIGINAL, 2, None),
    ]
    assert [doc.quote(b.span) for b in doc.layer(Block) if b.kind in ("update", "original")] == [PROSE, PROSE]


def test_clocks_on_lines_of_their_own_make_a_live_blog() -> None:
    doc = document(f"The Latest on the mill fire\n\n{PROSE}\n\n2:45 p.m.\n\n{PROSE}\n\n___\n\n2 p.m.\n\n{PROSE}")
    assert [b.clock for b in doc.layer(Block) if b.kind is BlockKind.UPDATE] == ["2:45 p.m.", "2 p.m."]


@pytest.mark.parametrize("clock", ["18:40 EET", "01:10 AEST", "20:05 EET (18:05 GMT)", "9:15pm EET / 7:15pm GMT"])
def test_such_a_clock_may_be_of_any_zone_or_of_two(clock: str) -> None:
    doc = document(f"The Latest on the mill fire\n\n{PROSE}\n\n{clock}\n\n{PROSE}\n\n2 p.m.\n\n{PROSE}")
    assert [b.clock for b in doc.layer(Block) if b.kind is BlockKind.UPDATE] == [clock, "2 p.m."]


def test_a_colon_leads_to_a_quotation_as_long_as_it_speaks_of_us() -> None:
    found = kinds(
        "The general said in an interview on Sunday night:\n\n"
        "The militia plays an advisory role in the region and nothing more.\n\n"
        "We help our neighbours because they have asked us to.\n\n"
        "At least six of its commanders have been killed since May."
    )
    assert [k for k, _ in found] == ["paragraph", "quotation", "quotation", "paragraph"]


@pytest.mark.parametrize(
    "text",
    [
        "Three things are still not known at the mill:\n\nWhere it began, and who was there when it did so.",
        "The minister was asked on State TV:\n\nHOLM: We have nothing to hide and never had anything to hide.",
    ],
)
def test_a_colon_that_speaks_of_no_speech_or_leads_to_a_turn_quotes_nothing(text: str) -> None:
    assert [k for k, _ in kinds(text)] == ["paragraph", "paragraph"]


def test_a_paragraph_with_quote_marks_is_no_block_quotation() -> None:
    assert (
        kinds(f"She said this:\n\n“Nobody was there,” she said, “and nobody will be there.”\n\n{PROSE}")[1][0]
        == "paragraph"
    )


@pytest.mark.parametrize("noise", ["IMAGE635837052860624240[1]", "IMG_2041.JPG ", "mill-fire-2.png "])
def test_the_name_of_a_picture_is_cut_from_the_words(noise: str) -> None:
    noise = noise.replace("JPG", "jpg")
    assert kinds(f"{noise}{PROSE}\n\n{PROSE}")[:2] == [("boilerplate", noise.strip()), ("paragraph", PROSE)]


def test_comments_have_voices_and_nest() -> None:
    doc = document(
        f"{PROSE}\n\n3 responses to “Mill Fire”\n\n"
        "  1. Nobody believes the minister any more.\n    My brother was there.\n\n"
        "    • He was not there, I was.\n\n      And I saw nothing of the kind.\n\n"
        "  2. Shame on them all.\n\nLeave a Reply\n\nYour name"
    )
    found = [(b.voice, b.entry, doc.quote(b.span)) for b in doc.layer(Block) if b.kind is BlockKind.COMMENT]
    assert found == [
        ("comment 1", 1, "Nobody believes the minister any more."),
        ("comment 1", 1, "My brother was there."),
        ("comment 1.1", 2, "He was not there, I was."),
        ("comment 1.1", 2, "And I saw nothing of the kind."),
        ("comment 2", 3, "Shame on them all."),
    ]


@pytest.mark.parametrize(
    ("section", "voices"),
    [
        ("Anna Berg says:\n\nIt burned.\n\nPer says:\n\nIt did not.", ["Anna Berg", "Per"]),
        ("Comment by Anna Berg: It burned.\n\nComment by Per: It did not.", ["Anna Berg", "Per"]),
        (
            "It burned.\n\nPosted by Anna on 3 May 2031 at 10:02\n\nIt did not.\n\nPosted by Per on 4 May 2031",
            ["Anna", "Per"],
        ),
    ],
)
def test_commenters_are_named_before_or_after_their_words(section: str, voices: list[str]) -> None:
    doc = document(f"{PROSE}\n\n2 comments on “Mill Fire”\n\n{section}")
    found = [(b.voice, doc.quote(b.span)) for b in doc.layer(Block) if b.kind is BlockKind.COMMENT]
    assert found == [(voices[0], "It burned."), (voices[1], "It did not.")]


def test_a_header_states_provenance_and_is_not_prose() -> None:
    doc = document(
        "Title: Mill burns\nDate: 23 November 2015\nOutlet: Herald\nURL: https://h.example/a\nAuthor: A. Lunt\n\n"
        + PROSE
    )
    stated = doc.provenance
    assert (stated.title, stated.published, stated.how) == ("Mill burns", "2015-11-23", "header")
    assert (stated.outlet, stated.url, stated.author) == ("Herald", "https://h.example/a", "A. Lunt")
    voiced = [(b.kind, doc.quote(b.span)) for b in doc.layer(Block) if b.kind is not BlockKind.BOILERPLATE]
    assert voiced == [(BlockKind.HEADLINE, "Mill burns"), (BlockKind.BYLINE, "A. Lunt"), (BlockKind.PARAGRAPH, PROSE)]


@pytest.mark.parametrize(
    "line", ["The Courier, 6 May 2021", "By Ana Lunt, The Courier, 6 May 2021", "Vell, May 6, 2021"]
)
def test_the_line_in_which_people_say_where_they_copied_it_from_dates_the_account(line: str) -> None:
    doc = document(f"Mill burns in Vell\n{line}\n\n{PROSE}")
    assert [doc.quote(b.span) for b in doc.layer(Block) if b.kind is BlockKind.BYLINE] == [line]
    assert date_of(doc).value == "2021-05-06"


@pytest.mark.parametrize("between", ["\n\n", "\n---\n", "\r\n\r\n", "\n\n=====\n\n"])
def test_under_each_header_with_a_title_stands_an_account(tmp_path: Path, between: str) -> None:
    first = f"Title: Mill burns\nOutlet: Sund Herald\nDate: 2031-03-06\n\n{PROSE}\n\nSource: the port\nDate: March\n\n"
    first += f"Title: one\n\n{PROSE}"
    second = f"Headline: Mill safe\nOutlet: The Courier\nDate: 7 March 2031\n\n{PROSE} – so it was."
    raw = tmp_path / "a.txt"
    raw.write_bytes(between.join((first, second, second)).encode())
    found = list(read(raw))
    assert [(d.provenance.title, d.provenance.outlet, d.provenance.published) for d in found] == [
        ("Mill burns", "Sund Herald", "2031-03-06"), *[("Mill safe", "The Courier", "2031-03-07")] * 2
    ]  # fmt: skip
    assert all(verify(d, Span(0, len(d.text)), raw.read_bytes()) for d in found) and len({d.id for d in found}) == 3


def test_without_a_header_at_its_start_a_text_is_one_account(tmp_path: Path) -> None:
    raw = tmp_path / "a.txt"
    raw.write_text(f"{PROSE}\n\nTitle: Mill burns\nOutlet: Sund Herald\n\n{PROSE}")
    assert len(list(read(raw))) == 1


def test_a_line_with_a_colon_is_no_header() -> None:
    assert document(f"Warning: the mill is not safe\n\n{PROSE}").provenance.title == ""


def test_wrapped_lines_make_one_paragraph_and_long_lines_one_each() -> None:
    wrapped = (
        "The minister said on Friday that nobody in the\ntown had been hurt by the fire. He said that it\n"
        "had begun in the roof of\nthe old mill."
    )
    assert len(kinds(f"{wrapped}\n\n{PROSE}")) == 2
    assert len(kinds(f"{PROSE}\n{PROSE}\n{PROSE}")) == 3


@pytest.mark.shared
class TestSeeds:
    """The two accounts that the product is judged on first."""

    def find(self, name: str) -> Document:
        folder = Path(__file__).parents[2] / "../shared/seeds"
        if not folder.is_dir():
            pytest.skip("../shared/seeds is absent")
        return next(read(next(folder.glob(f"{name}*.txt"))))

    def test_the_live_page(self) -> None:
        doc = self.find("000")
        count = {k: sum(b.kind is k for b in doc.layer(Block)) for k in BlockKind}
        assert {k: n for k, n in count.items() if n} == {
            BlockKind.CAPTION: 1, BlockKind.BOILERPLATE: 5, BlockKind.UPDATE: 1, BlockKind.ORIGINAL: 1,
            BlockKind.HEADING: 2, BlockKind.QUOTATION: 5, BlockKind.LINK: 1, BlockKind.PARAGRAPH: 23,
        }  # fmt: skip
        assert {b.clock for b in doc.layer(Block) if b.entry == 1} == {"1530 GMT"}

    def test_the_blog_with_comments(self) -> None:
        blocks = self.find("004").layer(Block)
        assert [b.kind for b in blocks[:2]] == [BlockKind.BOILERPLATE, BlockKind.PARAGRAPH]
        assert [b.voice for b in blocks if b.kind is BlockKind.COMMENT] == ["comment 1"] * 2 + ["comment 1.1"] * 2


def test_a_quotation_that_goes_on_in_the_next_paragraph_may_lack_its_stop():
    open_ended = "“Nobody told us anything,” Ada Lunt said. “We were all in the mill that day"
    lines = [PROSE, open_ended, "“Nobody came.”", PROSE, PROSE]
    assert [kind for kind, _ in kinds("\n\n".join(lines))] == ["paragraph"] * 5
