"""Saved pages in the markup that large systems write: what is the account, who comments, what is the site's own."""

from pathlib import Path

import pytest

from rashomon.readers import read
from rashomon.text import verify
from rashomon.types import Block, BlockKind, Document

SAVED = Path(__file__).parent / "saved"
OWN = (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.QUOTATION, BlockKind.UPDATE, BlockKind.CAPTION)

# page -> title, author, day; headline; the account's own blocks as (kind, its first words); comments as (voice, clock,
# words)
PAGES = {
    "wordpress": (
        ("Fire guts paper mill in Sund", "Ada Lunt", "2031-03-06"),
        "Fire guts paper mill in Sund",
        [
            ("paragraph", "Nine people died"), ("caption", "Smoke over"), ("paragraph", "Crews from"),
            ("heading", "What is known"), ("paragraph", "The cause"), ("quotation", "We heard a bang"),
            ("paragraph", "The mill had"),
        ],
        [
            ("Dora", "March 6, 2031 at 7:02 pm", "My brother saw the doors chained last week."),
            ("Ada Lunt", "March 6, 2031 at 7:40 pm", "Could he call us? We would like to hear more."),
        ],
    ),
    "arc": (
        ("Nine dead in Sund mill fire, officials say", "Greta Hale, Ivo Stern", "2031-03-06"),
        "Nine dead in Sund mill fire, officials say",
        [
            ("heading", "The ministry blames"), ("caption", "Firefighters at"), ("paragraph", "A fire that tore"),
            ("paragraph", "Interior Minister"), ("heading", "Warnings"), ("paragraph", "“We told them"),
            ("paragraph", "Nine bodies"), ("paragraph", "Four people"), ("paragraph", "Correction: An earlier"),
        ],
        [],
    ),
    "liveblog": (
        ("Sund mill fire: death toll rises to nine – as it happened", "", "2031-03-06"),
        "Sund mill fire: death toll rises to nine – as it happened",
        [
            ("paragraph", "Interior minister blames"), ("heading", "Summary"), ("update", "We are closing"),
            ("paragraph", "Nine people have died"), ("paragraph", "Four people are"), ("heading", "Minister blames"),
            ("update", "The interior minister"), ("quotation", "There is no sign"), ("caption", "The mill at about"),
            ("update", "A large fire"),
        ],
        [],
    ),
    "substack": (
        ("The mill that nobody watched", "Nils Brandt", "2031-03-08"),
        "The mill that nobody watched",
        [
            ("heading", "How a town"), ("paragraph", "The chain"), ("caption", "The gate"),
            ("paragraph", "Nine people are dead"), ("paragraph", "The town council"), ("paragraph", "The gas company"),
        ],
        [
            ("Hanne", "Mar 8, 2031, 10:02 AM", "Olaf told my husband the same thing in December."),
            ("Nils Brandt", None, "Thank you, I will write to you both."),
        ],
    ),
    "discourse": (
        ("Mill fire: what we know", "", "2031-03-06"),
        "Mill fire: what we know",
        [],
        [
            (
                "quay_ana",
                "6 March 2031 15:01",
                "The fire began at about two. I counted eleven engines on the quay, and the police have closed the "
                "bridge.",
            ),
            ("quay_ana", "6 March 2031 15:01", "Please post only what you saw yourselves."),
            ("stoker", "6 March 2031 15:20", "Nine, not eleven. Two of them were ambulances."),
        ],
    ),
    "reddit": (
        ("r/sund - Explosion at the Sund paper mill, heard it from across the harbour", "", "2031-03-06"),
        "Explosion at the Sund paper mill, heard it from across the harbour (self.sund)",
        [("paragraph", "There was one loud bang")],
        [
            (
                "old_stoker",
                "2031-03-06T14:40:02+00:00",
                "I worked there until 2018. The gas was shut off years ago, so a leak makes no sense.",
            ),
            ("old_stoker", "2031-03-06T14:40:02+00:00", "Somebody was living upstairs."),
            ("mira_k", "2031-03-06T15:02:00+00:00", "The ministry says it was gas. Do you have proof?"),
        ],
    ),
    "xenforo": (
        ("Mill fire - who saw what?", "Lena_O", "2031-03-06"),
        "Mill fire - who saw what?",
        [],
        [
            (
                "Lena_O",
                "Mar 6, 2031",
                "I was on the ferry when the roof went up. Two men ran along the quay and jumped into a blue van.",
            ),
            ("Lena_O", "Mar 6, 2031", "Has anybody told the police?"),
            ("Dock9", "Mar 6, 2031", "They were firemen. The van belongs to the gas works."),
        ],
    ),
    "bbclike": (
        ("Sund mill fire: Nine dead as minister visits", "", "2031-03-06"),
        "Sund mill fire: Nine dead as minister visits",
        [
            ("caption", "Tessarian News"), ("caption", "Rescue teams"),
            ("paragraph", "Nine people have died"), ("paragraph", "The interior minister"),
            ("heading", "'No warning'"), ("paragraph", "Residents said"), ("caption", "Watch: Flames"),
            ("paragraph", "The mayor, Mira Oltan"),
        ],
        [],
    ),
    "drupal": (
        ("Statement of the Minister on the fire at Sund", "", "2031-03-07"),
        "Statement of the Minister on the fire at Sund",
        [
            ("paragraph", "The Minister of the Interior"), ("quotation", "Nine of our fellow"),
            ("paragraph", "The Ministry has sent"),
            ("heading", "Notes to editors"), ("paragraph", "The mill was closed"),
        ],
        [],
    ),
    "mastodon": (
        ("Ana Moreno (@anamoreno@harbour.example)", "", "2031-03-06"),
        "",
        [("paragraph", "The roof of the paper mill"), ("paragraph", "The fire brigade keeps")],
        [
            (
                "Bo Marrow",
                "2031-03-06T14:31:00.000Z",
                "@anamoreno It was three people, and one of them was walking by himself.",
            )
        ],
    ),
    "phpbb": (
        ("Harbour Watch - View topic - Mill fire", "", "2031-03-06"),
        "Mill fire",
        [],
        [
            (
                "grey_gull",
                "Thu Mar 06, 2031 2:45 pm",
                "The siren went at ten past two. The harbour office closed the north basin at once, and four boats "
                "went out.",
            ),
            ("tinker", "Thu Mar 06, 2031 3:10 pm", "My clock says five past. There were six boats, not four."),
        ],
    ),
}  # fmt: skip


def saved(name: str) -> Document:
    path = SAVED / f"{name}.html"
    (document,) = read(path)
    assert all(verify(document, block.span, path.read_bytes()) for block in document.layer(Block))
    return document


@pytest.mark.parametrize("name", PAGES)
def test_a_saved_page_is_parted_into_account_comments_and_site(name: str) -> None:
    (title, author, day), headline, own, comments = PAGES[name]
    document = saved(name)
    blocks = [(block, document.quote(block.span)) for block in document.layer(Block)]
    stated = document.provenance
    assert (stated.title, stated.author, stated.published[:10]) == (title, author, day)
    assert [words for block, words in blocks if block.kind is BlockKind.HEADLINE] == [headline] * bool(headline)
    found = [(block.kind.value, words) for block, words in blocks if block.kind in OWN]
    assert len(found) == len(own), found
    for (kind, words), (expected, start) in zip(found, own, strict=True):
        assert kind == expected and words.startswith(start), (kind, words)
    assert [(b.voice, b.clock, words) for b, words in blocks if b.kind is BlockKind.COMMENT] == comments


def test_updates_of_a_live_blog_have_their_clocks() -> None:
    blocks = saved("liveblog").layer(Block)
    assert [b.clock for b in blocks if b.kind is BlockKind.UPDATE] == ["21.30 GMT", "16.10 GMT", "14.02 GMT"]
