"""Chats and posts as people export them: every message is an account of who wrote it, at its own time."""

import json

import pytest

from rashomon.readers import read_bytes
from tests.cost import is_linear
from tests.readers.packed import checked, zipped

Told = list[tuple[str, str, str]]


def told(data: bytes, path: str) -> Told:
    """Outlet, time and words of each message."""
    found, reason = checked(data, path)
    assert not reason
    return [(d.provenance.outlet, d.provenance.published, d.text) for d in found]


IPHONE = (
    "[06/03/2031, 21:05:33] Sund Watch: \u200eMessages and calls are end-to-end encrypted.\r\n"
    "[06/03/2031, 21:05:33] Ana Oro: The mill burns.\r\nTwo boats came.\r\n\r\nMore: see below\r\n"
    "\u200e[06/03/2031, 21:06:01] Bo: \u200eimage omitted\r\n"
    "[13/03/2031, 08:00:12] +44 7700 900123: Nobody was hurt, the police say. \u200e<This message was edited>\r\n"
)
ANDROID = (
    "3/6/31, 9:05\u202fPM - Messages and calls are end-to-end encrypted. No one outside of this chat can read them.\n"
    "3/6/31, 9:05\u202fPM - Ana Oro: The mill burns.\n"
    "3/6/31, 9:06\u202fPM - Bo: <Media omitted>\n"
    "3/6/31, 9:06\u202fPM - Bo added Cy\n"
    "3/7/31, 12:10\u202fAM - Bo: IMG-1.jpg (file attached)\n"
    "3/7/31, 12:10\u202fAM - Bo: Is it true?\n"
    "3/14/31, 8:00\u202fAM - Ana Oro: This message was deleted\n"
)


@pytest.mark.parametrize("path", ["_chat.txt", "Chat with Ana.txt", "chat"])
def test_messages_of_whatsapp(path: str) -> None:
    assert told(IPHONE.encode(), path) == [
        ("Ana Oro", "2031-03-06T21:05:00", "The mill burns.\nTwo boats came.\n\nMore: see below"),
        ("+44 7700 900123", "2031-03-13T08:00:00", "Nobody was hurt, the police say."),
    ]
    assert told(ANDROID.encode(), path) == [
        ("Ana Oro", "2031-03-06T21:05:00", "The mill burns."),
        ("Bo", "2031-03-07T00:10:00", "Is it true?"),
    ]


@pytest.mark.parametrize(
    ("days", "times"),
    [
        (["2031-03-06", "2031-03-07"], ["2031-03-06", "2031-03-07"]),
        (["06.03.31", "07.03.31"], ["2031-03-06", "2031-03-07"]),
        (["30/01/2031", "02/02/2031"], ["2031-01-30", "2031-02-02"]),
        (["1/30/2031", "2/2/2031"], ["2031-01-30", "2031-02-02"]),
        (["2/1/2031", "1/2/2031"], ["2031-01-02", "2031-02-01"]),  # no message is older than the one before it
        (["1/2/2031", "2/1/2031"], ["2031-01-02", "2031-02-01"]),
    ],
)
def test_the_whole_chat_tells_days_from_months(days: list[str], times: list[str]) -> None:
    chat = "".join(f"{day}, 10:0{n} - Ana: It burns.\n" for n, day in enumerate(days))
    assert [time[:10] for _, time, _ in told(chat.encode(), "_chat.txt")] == times


def test_a_day_that_may_be_a_month_is_kept_as_written() -> None:
    chat = "3/4/2031, 10:00 - Ana: It burns.\n3/4/2031, 10:01 - Bo: Where?\n"
    assert [time for _, time, _ in told(chat.encode(), "_chat.txt")] == ["3/4/2031", "3/4/2031"]


MESSAGES = """<!DOCTYPE html>
<html><head><meta charset="utf-8"/>
<title>Exported Data</title><link href="css/style.css" rel="stylesheet"/></head>
<body onload="CheckLocation();"><div class="page_wrap"><div class="page_header"><div class="content">
<div class="text bold">Sund Watch</div></div></div><div class="page_body chat_page"><div class="history">
<div class="message service" id="message-1"><div class="body details">6 March 2031</div></div>
<div class="message default clearfix" id="message12"><div class="pull_left userpic_wrap"><div class="userpic userpic4">
<div class="initials">A</div></div></div><div class="body">
<div class="pull_right date details" title="06.03.2031 21:05:33 UTC+01:00">21:05</div>
<div class="from_name">Ana &amp; Bo </div>
<div class="text">The mill <strong>burns</strong>, <a href="https://h.example/">Smith &amp; Sons</a>
say.<br><br>More soon.</div>
<div class="signature details">Ana</div></div></div>
<div class="message default clearfix joined" id="message13"><div class="body">
<div class="pull_right date details" title="06.03.2031 21:06:00 UTC+01:00">21:06</div>
<div class="reply_to details">In reply to <a href="#go_to_message12">this message</a></div>
<div class="text">Two boats came.</div></div></div>
<div class="message default clearfix" id="message14"><div class="body">
<div class="pull_right date details" title="07.03.2031 08:00:00">08:00</div><div class="from_name">Cy </div>
<div class="media_wrap clearfix"><div class="media clearfix"><div class="body"><div class="title bold">Photo</div>
</div></div></div>
</div></div>
<div class="message default clearfix" id="message15"><div class="body">
<div class="pull_right date details" title="07.03.2031 08:01:00">08:01</div><div class="from_name">Cy </div>
<div class="forwarded body"><div class="from_name">Port of Sund <span class="date details" title="07.03.2031 07:00:00">
07.03.2031 07:00:00</span></div><div class="text">Nobody was hurt.</div></div></div></div>
</div></div></div></body></html>"""


def test_messages_of_telegram_as_html() -> None:
    expected = [
        ("Ana & Bo", "2031-03-06T21:05:33+01:00", "The mill burns, Smith & Sons say.\nMore soon."),
        ("Ana & Bo", "2031-03-06T21:06:00+01:00", "Two boats came."),
        ("Port of Sund", "2031-03-07T08:01:00", "Nobody was hurt."),
    ]
    assert told(MESSAGES.encode(), "messages.html") == expected
    members = {
        "ChatExport/messages.html": MESSAGES.encode(),
        "ChatExport/js/script.js": b"x",
        "ChatExport/a.ogg": b"OggS",
    }
    assert told(zipped(members), "export.zip") == expected


def test_messages_of_a_group_of_telegram_as_json_are_of_who_wrote_them() -> None:
    posts = [
        {
            "type": "message",
            "date": "2031-03-06T21:05:33",
            "from": "Ana",
            "text": ["The mill ", {"type": "bold", "text": "burns"}, "."],
        },
        {
            "type": "message",
            "date": "2031-03-06T21:06:33",
            "from": "Bo",
            "forwarded_from": "Port of Sund",
            "text": "It is out.",
        },
    ]
    for kind, outlets in (("private_supergroup", ["Ana", "Port of Sund"]), ("public_channel", ["Sund", "Sund"])):
        data = json.dumps({"name": "Sund", "type": kind, "messages": posts}).encode()
        found = told(data, "result.json")
        assert [outlet for outlet, *_ in found] == outlets
        assert [words for *_, words in found] == ["The mill burns.", "It is out."]


def test_posts_of_x() -> None:
    posts = [
        {
            "tweet": {
                "id_str": "1",
                "created_at": "Thu Mar 06 20:05:33 +0000 2031",
                "full_text": "Smith &amp; Sons: “It\nburns” 😀",
            }
        },
        {"tweet": {"id_str": "2", "created_at": "Fri Mar 07 08:00:00 +0000 2031", "full_text": "It is out."}},
    ]
    data = b"window.YTD.tweets.part0 = " + json.dumps(posts, indent=2).encode()
    expected = [
        ("2031-03-06T20:05:33+00:00", "Smith & Sons: “It\nburns” 😀"),
        ("2031-03-07T08:00:00+00:00", "It is out."),
    ]
    assert [(time, words) for _, time, words in told(data, "tweets.js")] == expected
    archive = zipped(
        {"data/tweets.js": data, "data/account.js": b"x", "data/tweets-part1.js": data, "assets/a.js": b"x"}
    )
    assert [(time, words) for _, time, words in told(archive, "x.zip")] == expected * 2


@pytest.mark.parametrize(
    ("data", "path", "reason"),
    [
        (b"3/4/31, 10:00 - Ana: <Media omitted>\n3/4/31, 10:01 - Ana left\n", "_chat.txt", "no message of this chat"),
        (MESSAGES.partition('<div class="message')[0].encode(), "messages.html", "no message of this chat"),
        (MESSAGES[:900].encode() + b"<a href", "messages.html", "truncated"),
        (b"window.YTD.tweets.part0 = [{]", "tweets.js", "not JSON"),
    ],
)
def test_an_export_without_words_says_so(data: bytes, path: str, reason: str) -> None:
    found, said = checked(data, path)
    assert not found
    assert said.startswith(path) and reason in said


@pytest.mark.parametrize(
    "head", ["1/1/31, 1:11 - " * 3_000, "[1/1/31, 1:11:11] a: " * 3_000, "\u200e" * 9_000, "1/1/31 " * 5_000]
)
@pytest.mark.timeout(20)
def test_what_looks_like_a_chat_is_read_in_reasonable_time(head: str) -> None:
    checked(head.encode(), "_chat.txt")


def test_a_chat_takes_time_with_its_length() -> None:
    def chat(lines: str) -> None:
        assert list(read_bytes(lines.encode(), "_chat.txt"))

    assert is_linear(chat, f"[06/03/2031, 21:05:33] Ana: The mill {'–a😀b' * 10} burns.\r\n", 30_000)
