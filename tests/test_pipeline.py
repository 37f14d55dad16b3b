"""Files in, one record out: which files, what happens to bad ones, and that the bytes depend on the accounts alone."""

import json
import os
import shutil
import subprocess
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

import rashomon
from rashomon import pipeline
from rashomon.claims import extract
from rashomon.clusters import clusters
from rashomon.contents import shown
from rashomon.dating import date_accounts
from rashomon.errors import CaseError, ReadError
from rashomon.exporters import EXPORTERS
from rashomon.linking import link, stories
from rashomon.pipeline import expand
from rashomon.plover import Coder
from rashomon.record import assemble
from rashomon.store import Cache, Case
from rashomon.types import Attribution, EventMention, Name, Quantity, Sentence, Time
from rashomon.views import VIEWS, rows
from rashomon.views.kept import KEPT

GOOD = "Title: Bridge\nDate: 23 November 2015\n\nThe old bridge fell on Monday. Police said four people were killed.\n"
OTHER = "Title: Fire\nDate: 2 March 2016\n\nA fire burned in the harbour of Oro. The mayor said nobody was hurt.\n"


@pytest.fixture
def two(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "good.txt").write_text(GOOD)
    (tmp_path / "in" / "other.txt").write_text(OTHER)
    return tmp_path / "in"


def page(case):
    return (case / "record.html").read_bytes()


def test_a_record_holds_every_account_with_its_layers_and_date(built, example):
    record = rashomon.build(shutil.copytree(built, built.parent / "again"))
    assert len(record.documents) == len(list(example.iterdir()))
    for document in record.documents:
        assert document.date is not None
        for layer in (Sentence, Name, Time, Quantity, Attribution, EventMention):
            assert isinstance(document.layer(layer), tuple)


def test_file_names_in_no_encoding_are_written_down_and_shown(tmp_path):
    (tmp_path / "in").mkdir()
    for name, data in ((b"mill\xff.txt", GOOD), (b"empty\xfe\x1b[2J.txt", " ")):
        (tmp_path / "in" / os.fsdecode(name)).write_text(data)
    errors: list[ReadError] = []
    record = rashomon.build(tmp_path / "case", [tmp_path / "in"], outlet="Her\udcffald", on_error=errors.append)
    assert [d.provenance.path for d in record.documents] == ["mill\ufffd.txt"]
    assert [d.provenance.outlet for d in record.documents] == ["Her\ufffdald"]
    assert [r"empty\udcfe\x1b[2J.txt: the file is empty" in str(e) for e in errors] == [True]
    assert rashomon.build(tmp_path / "case").documents == record.documents


def test_building_again_gives_the_same_bytes(built, tmp_path):
    case = Path(shutil.copytree(built, tmp_path / "case"))
    rashomon.build(case)
    assert page(case) == page(built)
    (case / "case.db").unlink()
    rashomon.build(case)
    assert page(case) == page(built)


def test_neither_the_order_of_accounts_nor_the_number_of_builds_leaves_a_trace(built, example, tmp_path):
    for account in sorted(example.iterdir(), reverse=True):
        rashomon.build(tmp_path / "case", [account])
    assert page(tmp_path / "case") == page(built)


@pytest.mark.slow
def test_more_processes_give_the_same_bytes(built, example, tmp_path):
    rashomon.build(tmp_path / "case", [example], jobs=3)
    assert page(tmp_path / "case") == page(built)


def test_neither_hash_seed_nor_threads_nor_zone_nor_working_folder_leaves_a_trace(built, example, tmp_path):
    command = [sys.executable, "-m", "rashomon", "build", "-q", "case", str(example)]
    threads = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "4")
    other = {"PYTHONHASHSEED": "12345", "TZ": "Asia/Tokyo", "LC_ALL": "C", **threads}
    subprocess.run(command, cwd=tmp_path, env={**os.environ, **other}, check=True)
    assert page(tmp_path / "case") == page(built)


def test_adding_an_account_annotates_only_that_one(two, tmp_path):
    rashomon.build(tmp_path / "case", [two / "good.txt"])
    told = []
    record = rashomon.build(tmp_path / "case", [two], progress=lambda *step: told.append(step))
    assert [step for step in told if step[0] != "link"] == [("read", 1, 1), ("annotate", 1, 1)]
    assert len(record.documents) == 2


def test_adding_an_account_makes_only_its_own_story_anew(two, tmp_path, monkeypatch):
    def counted(documents, claims):
        linked.append(sorted(d.provenance.path for d in documents))
        return whole(documents, claims)

    whole, linked = pipeline.links_within, []
    monkeypatch.setattr(pipeline, "links_within", counted)
    rashomon.build(tmp_path / "case", [two])
    assert sorted(linked) == [["good.txt"], ["other.txt"]]
    linked.clear()
    (two / "third.txt").write_text(OTHER.replace("Fire", "Harbour fire").replace("nobody was", "three men were"))
    record = rashomon.build(tmp_path / "case", [two])
    assert linked == [["other.txt", "third.txt"]]
    assert sorted(map(len, record.stories)) == [1, 2]


def test_two_accounts_are_compared_for_copied_text_once(two, tmp_path, monkeypatch):
    def counted(document):
        shared = whole(document)
        return lambda a, b: compared.append((a, b)) or shared(a, b)

    whole, compared = pipeline.overlap, []
    monkeypatch.setattr(pipeline, "overlap", counted)
    (two / "reprint.txt").write_text(GOOD.replace("Bridge", "A bridge falls"))
    assert len(rashomon.build(tmp_path / "case", [two]).families) == 2
    assert len(compared) == 1
    (two / "third.txt").write_text(OTHER.replace("hurt", "to blame"))
    assert len(rashomon.build(tmp_path / "case", [two]).families) == 2
    assert len(compared) == 2


def test_a_record_of_stories_is_that_of_all_accounts_at_once_to_the_byte(built, two):
    case = Path(shutil.copytree(built, two.parent / "case"))
    record = rashomon.build(case, [two])
    with Case.open(case) as (_, kept):
        accounts = list(kept.documents())
        assert kept.record() == record
    documents = date_accounts(accounts, stories(accounts))
    claims = list(extract(documents))
    whole = assemble(documents, claims, link(documents, claims))
    assert whole == record and len(record.stories) == 3
    assert list(EXPORTERS[".jsonl"](whole)) == list(EXPORTERS[".jsonl"](record))
    assert EXPORTERS[".html"](whole) == page(case).decode(), "a build writes its page without reading every account"


@pytest.fixture(scope="module")
def stories_of_one_outlet(built, tmp_path_factory):
    """The example, and two accounts of other stories by one of its outlets."""
    case = shutil.copytree(built, tmp_path_factory.mktemp("outlet") / "case")
    for name, text in (("good.txt", GOOD), ("other.txt", OTHER)):
        (case.parent / name).write_text(text)
    rashomon.build(case, [case.parent / "good.txt", case.parent / "other.txt"], outlet="The Ondry Observer")
    return case


@pytest.mark.parametrize("view", VIEWS)
def test_the_tables_that_a_case_keeps_are_those_of_its_record(view, stories_of_one_outlet):
    with Case.open(stories_of_one_outlet) as (_, kept):
        record = kept.record()
    told = rows(record, view)
    assert list(shown(stories_of_one_outlet, view)) == told
    if view == "accounts":
        assert {f"The Ondry Observer ({n})" for n in (1, 2, 3)} <= {row["outlet"] for row in told}
        assert any(row["copies"] for row in told)


@pytest.mark.parametrize("view", KEPT)
def test_no_account_is_read_for_a_table_that_the_case_keeps(view, built, monkeypatch):
    monkeypatch.setattr(Cache, "record", None)
    assert list(shown(built, view))


def test_a_page_codes_only_what_no_page_of_the_story_has_shown(built, two, monkeypatch):
    case = Path(shutil.copytree(built, two.parent / "case"))
    whole, coded = Coder.code, []

    def counted(coder, mention):
        coded.append(coder.document.provenance.path)
        return whole(coder, mention)

    monkeypatch.setattr(Coder, "code", counted)
    rashomon.build(case)
    assert not coded
    rashomon.build(case, [two])
    assert set(coded) == {"good.txt", "other.txt"}
    (case / "case.db").unlink()
    shown = page(case)
    rashomon.build(case)
    assert page(case) == shown


def test_an_account_taken_out_leaves_nothing_behind(built, two):
    case = Path(shutil.copytree(built, two.parent / "case"))
    rashomon.build(case, [two])
    listed = (case / "accounts.jsonl").read_text().splitlines(keepends=True)
    (case / "accounts.jsonl").write_text("".join(n for n in listed if "good.txt" not in n and "other.txt" not in n))
    rashomon.build(case)
    assert page(case) == page(built)


def test_bad_files_are_told_and_the_others_go_on(two, tmp_path):
    (two / "empty.txt").write_bytes(b"")
    (two / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    errors = []
    record = rashomon.build(tmp_path / "case", [two, tmp_path / "absent.txt"], on_error=errors.append)
    assert len(record.documents) == 2
    assert sorted(Path(e.path).name for e in errors) == ["absent.txt", "empty.txt", "picture.txt"]
    assert all(Path(e.path).is_absolute() for e in errors), "an error names the file as it was given"
    assert len(list((tmp_path / "case" / "accounts").iterdir())) == 2, "what is no account is not kept"


def test_a_fault_of_ours_costs_one_account_and_is_told_each_time(two, tmp_path, monkeypatch):
    def annotate(documents):
        for document in documents:
            if "bridge" in document.text:
                raise RecursionError("too deep")
            yield from whole([document])

    whole = pipeline.annotate
    monkeypatch.setattr(pipeline, "annotate", annotate)
    for accounts in ([two], []):
        errors = []
        record = rashomon.build(tmp_path / "case", accounts, on_error=errors.append)
        assert len(record.documents) == 1
        (error,) = errors
        assert Path(error.path).name == "good.txt" and "RecursionError: too deep" in error.reason


def test_an_account_of_too_many_words_is_told_each_time_and_stops_no_others(tmp_path, monkeypatch):
    monkeypatch.setattr(pipeline, "WORDS", 100)
    lines = [json.dumps({"text": text}) for text in ("Nobody was hurt.", "The mill burned. " * 9, "So it was.")]
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    for accounts in ([tmp_path / "a.jsonl"], []):
        errors = []
        record = rashomon.build(tmp_path / "case", accounts, on_error=errors.append)
        assert [d.text for d in record.documents] == ["Nobody was hurt.", "So it was."]
        assert ["a.jsonl has more than 100 characters of text" in str(e) for e in errors] == [True]


def test_without_a_handler_a_bad_file_is_a_warning(two, tmp_path):
    (two / "empty.txt").write_bytes(b"")
    with pytest.warns(UserWarning, match=r"empty\.txt: the file is empty"):
        rashomon.build(tmp_path / "case", [two])


def test_the_good_lines_of_a_damaged_file_are_kept_and_the_rest_told_each_time(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"text": "The bridge fell on Monday, police said."}\n{"text": \n')
    for accounts in ([tmp_path / "a.jsonl"], []):
        errors = []
        record = rashomon.build(tmp_path / "case", accounts, on_error=errors.append)
        assert len(record.documents) == 1
        assert [e.line for e in errors] == [2]


def test_what_the_caller_states_overrules_the_account(two, tmp_path):
    rashomon.build(tmp_path / "case", [two / "good.txt"])
    record = rashomon.build(tmp_path / "case", [two / "good.txt"], outlet="The Herald", published="2015-11-24")
    (document,) = record.documents
    assert (document.provenance.outlet, document.provenance.published) == ("The Herald", "2015-11-24")


def test_standard_input_is_an_account(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(GOOD.encode())))
    (document,) = rashomon.build(tmp_path / "case", ["-"]).documents
    assert document.provenance.path == "stdin"
    assert "fell on Monday" in document.text


def test_a_folder_means_the_known_files_in_it_whatever_their_depth(tmp_path):
    for name in ("b.txt", "deep/er/a.html", "page_files/style.css", ".git/x.txt", "picture.png", "c_files/own.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    assert [name for name, _ in expand(tmp_path)] == ["b.txt", "c_files/own.html", "deep/er/a.html"]
    assert [name for name, _ in expand(str(tmp_path / "*.png"))] == ["picture.png"]
    assert [name for name, _ in expand(str(tmp_path / "**" / "*.html"))] == ["own.html", "a.html"]


def test_what_a_browser_saved_beside_a_page_is_no_account(tmp_path):
    (tmp_path / "Mill burns_files" / "frames").mkdir(parents=True)
    for name in ("Mill burns.html", "Mill burns_files/advert.html", "Mill burns_files/frames/a.html"):
        (tmp_path / name).write_text("x")
    assert [name for name, _ in expand(tmp_path)] == ["Mill burns.html"]


def test_documents_that_cannot_be_read_are_named_and_stop_no_others(tmp_path):
    (tmp_path / "in" / "none").mkdir(parents=True)
    for name, raw in (
        ("a.pdf", b"%PDF-1.7"),
        ("b.docx", b"PK\x03\x04"),
        ("b.rtf", b"{\\rtf1 x}"),
        ("c.txt", GOOD.encode()),
        ("d.txt", b""),
    ):
        (tmp_path / "in" / name).write_bytes(raw)
    (tmp_path / "in" / "0.txt").mkdir()
    problems = []
    record = rashomon.build(tmp_path / "case", [str(tmp_path / "in" / "*")], on_error=problems.append)
    assert [d.provenance.path for d in record.documents] == ["c.txt"]
    told = sorted(str(p).removeprefix(f"{tmp_path}/in/") for p in problems)
    for line, start in zip(
        told,
        (
            "0.txt: no account",
            "a.pdf: this PDF is damaged",
            "b.docx: this ZIP is damaged",
            "b.rtf: this is rich text",
            "d.txt: the file is empty",
        ),
        strict=True,
    ):
        assert line.startswith(start)


def test_a_file_that_cannot_be_opened_stops_no_others(tmp_path, monkeypatch):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(GOOD)
    whole = Path.open

    def opened(path, *rest, **named):
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return whole(path, *rest, **named)

    monkeypatch.setattr(Path, "open", opened)
    problems = []
    record = rashomon.build(tmp_path / "case", [tmp_path], on_error=problems.append)
    assert [d.provenance.path for d in record.documents] == ["b.txt"]
    assert [p.reason for p in problems] == ["cannot be opened (Permission denied); check the file and its rights"]


def test_links_of_a_folder_that_lead_nowhere_are_named_and_stop_no_others(two, tmp_path):
    (two / "gone.txt").symlink_to(two / "absent.txt")
    (two / "self.txt").symlink_to("self.txt")
    (two / "again").symlink_to(two)
    (two / "pictures.txt").symlink_to(tmp_path)
    problems = []
    record = rashomon.build(tmp_path / "case", [two], on_error=problems.append)
    assert sorted(d.provenance.path for d in record.documents) == ["good.txt", "other.txt"]
    assert sorted(map(str, problems)) == [
        f"{two / 'gone.txt'}: cannot be opened (No such file or directory); check the file and its rights",
        f"{two / 'self.txt'}: cannot be opened (Too many levels of symbolic links); check the file and its rights",
    ]


@pytest.mark.parametrize("absent", ["absent.txt", "*.nothing", "empty"])
def test_what_is_not_there_is_an_error_that_names_it(tmp_path, absent):
    (tmp_path / "empty").mkdir()
    (tmp_path / "dangling.nothing").symlink_to(tmp_path / "gone")
    with pytest.raises(ReadError, match=absent.strip("*")):
        list(expand(tmp_path / absent))


def test_a_case_inside_the_folder_of_its_accounts_does_not_eat_itself(two):
    first = rashomon.build(two / "case", [two])
    again = rashomon.build(two / "case", [two])
    assert len(first.documents) == len(again.documents) == 2


def test_a_story_is_not_made_again_because_accounts_elsewhere_changed_the_order_of_families(
    built, tmp_path, monkeypatch
):
    case, made = shutil.copytree(built, tmp_path / "again"), []
    monkeypatch.setattr(pipeline, "_story", lambda *given: made.append(given))
    monkeypatch.setattr(pipeline, "clusters", lambda *given: tuple(reversed(clusters(*given))))
    with Case.update(case) as (_, kept):
        pipeline.make_record(kept, "of other accounts", lambda *_: None)
        record = kept.record()
    assert not made and record.families[0] > record.families[-1]


def test_a_case_without_accounts_is_an_empty_record(tmp_path):
    assert rashomon.build(tmp_path / "case", []).documents == ()


def test_swapped_arguments_are_refused(two):
    with pytest.raises(CaseError, match="name a new folder first"):
        rashomon.build(two / "good.txt", [two / "other.txt"])
    assert (two / "good.txt").read_text() == GOOD


def test_nothing_is_sent_or_fetched(example, tmp_path):
    """A page with a picture, style and frame of elsewhere is among the accounts; any look-up or connection ends it."""
    (tmp_path / "page.html").write_text(
        '<!DOCTYPE html SYSTEM "http://a.example/x.dtd"><html><head><link rel=stylesheet href="http://a.example/s.css">'
        '<base href="http://a.example/"><title>Bridge</title></head><body><img src="/p.png"><iframe src="/f"></iframe>'
        f"<p>{GOOD}</p></body></html>"
    )
    code = (
        "import sys, rashomon\n"
        "def refuse(event, arguments):\n"
        "    if event in ('socket.connect', 'socket.getaddrinfo', 'socket.gethostbyname', 'urllib.Request'):\n"
        "        sys.exit(f'{event} {arguments}')\n"
        "sys.addaudithook(refuse)\n"
        f"record = rashomon.build('case', [{str(example)!r}, 'page.html'])\n"
        "for suffix in ('html', 'jsonl', 'csv', 'reports.csv', 'xlsx'):\n"
        "    rashomon.export(record, f'out.{suffix}')\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
