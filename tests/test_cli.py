"""The commands as a user meets them: output, exit codes, pipes."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from rashomon.cli import VIEWS, main


def run(*arguments, **options):
    return CliRunner().invoke(main, [str(a) for a in arguments], **options)


@pytest.fixture
def account(tmp_path):
    path = tmp_path / "account.txt"
    path.write_text("Date: 23 November 2015\n\nThe bridge fell. Police said at least four people were killed.\n")
    return path


def test_demo_prints_the_conflicts_and_says_where_the_page_is():
    done = run("demo")
    assert done.exit_code == 0, done.output
    assert "denies" in done.stdout
    page = Path(done.stdout.rpartition("The page: ")[2].strip())
    assert page.read_bytes().startswith(b"<!doctype html>")
    shutil.rmtree(page.parent.parent)


@pytest.mark.parametrize("command", [(), *((name,) for name in main.commands)])
def test_every_help_has_an_example(command):
    done = run(*command, "--help")
    assert done.exit_code == 0
    assert f"rashomon {command[0] if command else 'demo'}" in done.output.partition("Example:")[2]


def test_build_says_what_it_made(account, tmp_path):
    done = run("build", tmp_path / "case", account)
    assert done.exit_code == 0
    assert done.stdout.startswith("1 account, ")
    assert str(tmp_path / "case" / "record.html") in done.stdout.replace("\n", "")
    assert run("build", tmp_path / "case", account, "-q").output == ""


def test_build_says_which_accounts_are_not_english(account, tmp_path):
    (tmp_path / "fr.txt").write_text("La police a confirmé que trois personnes ont été tuées dans la nuit. " * 9)
    done = run("build", tmp_path / "case", tmp_path / "fr.txt", account)
    assert done.exit_code == 0 and done.stderr == "fr.txt: does not read as English; little will be found in it\n"
    listed = run("show", tmp_path / "case", "accounts", "--json").stdout.splitlines()
    assert {row["path"]: row["note"] for row in map(json.loads, listed)} == {
        "account.txt": "",
        "fr.txt": "does not read as English",
    }
    page = (tmp_path / "case" / "record.html").read_text()
    assert page.count("does not read as English") == 2  # at the head, and with the account
    assert run("show", tmp_path / "case").stdout.count("does not read as English") == 1


def test_what_a_site_says_around_an_account_makes_it_no_less_english(tmp_path):
    menu = "".join(f"<li><a href=/{n}>Sport Politics Weather Opinion Radio {n}</a></li>" for n in range(200))
    said = "<p>The mayor said on Friday that the fire and the smoke were seen from the hills by all of them.</p>" * 9
    (tmp_path / "a.html").write_text(
        f"<body><nav><ul>{menu}</ul></nav><article><h1>Fire in Sund</h1>{said}</article></body>"
    )
    assert run("build", tmp_path / "case", tmp_path / "a.html").stderr == ""


def test_build_goes_on_past_a_bad_file_and_ends_with_1(account, tmp_path):
    (tmp_path / "empty.txt").touch()
    done = run("build", tmp_path / "case", tmp_path / "empty.txt", account)
    assert done.exit_code == 1
    assert "could not read" in done.stderr and "empty.txt: the file is empty" in done.stderr
    assert done.stdout.startswith("1 account, ")


@pytest.mark.parametrize(
    "command, line",
    [
        (("show", "absent"), "rashomon build absent ACCOUNT"),
        (("export", "absent", "x.csv"), "rashomon build absent ACCOUNT"),
        (("check", "absent"), "rashomon build absent ACCOUNT"),
        (("show", "absent", "nothing"), "'nothing' is not one of"),
        (("build",), "Missing argument 'CASE'"),
        (("build", "case", "--jobs", "0"), "--jobs"),
        (("build", "absent"), "no accounts to make it of: rashomon build absent ACCOUNT..."),
        (("build", "case", "x.txt", "--published", "2015-13-45"), "'2015-13-45' is no date; write it as 2015-11-23"),
        (("frob",), "No such command"),
    ],
)
def test_wrong_use_ends_with_2_and_a_clear_line(command, line):
    done = run(*command)
    assert done.exit_code == 2
    assert line in done.stderr and "Traceback" not in done.output


@pytest.mark.parametrize("view", VIEWS)
def test_show_fits_80_columns_and_gives_the_same_rows_as_json(built, view):
    table = run("show", built, view, env={"COLUMNS": "80"})
    assert table.exit_code == 0
    assert max(map(len, table.stdout.splitlines())) <= 80
    lines = run("show", built, view, "--json").stdout.splitlines()
    assert lines or table.stdout == f"no {view}\n"
    assert all(isinstance(json.loads(line), dict) for line in lines)


def test_show_gives_the_conflicts_unless_asked_otherwise(built):
    assert run("show", built).stdout == run("show", built, "conflicts").stdout


@pytest.mark.parametrize("suffix", ["html", "jsonl", "csv", "xlsx"])
def test_export_writes_the_format_of_the_suffix(built, tmp_path, suffix):
    done = run("export", built, tmp_path / f"out.{suffix}")
    assert done.exit_code == 0, done.output
    assert (tmp_path / f"out.{suffix}").stat().st_size > 500


def test_statements_are_picked_by_speaker_stance_and_kind_of_source(built):
    def rows(*options):
        return [json.loads(line) for line in run("show", built, "statements", "--json", *options).stdout.splitlines()]

    denials = rows("--stance", "deny")
    assert 0 < len(denials) < len(rows()) and all("deny" in r["stance"] for r in denials)
    oltan = rows("--speaker", "oltan")
    assert oltan and {r["speaker"] for r in oltan} == {"Mira Oltan"}
    organisations = rows("--kind", "organisation")
    assert 0 < len(organisations) < len(rows()) and {r["kind"] for r in organisations} == {"organisation"}
    refused = run("show", built, "events", "--stance", "deny")
    assert refused.exit_code == 2 and "statements" in refused.stderr


@pytest.mark.parametrize("view", ["conflicts", "statements", "events", "timeline"])
def test_rows_of_every_view_are_found_by_their_words(built, view):
    found = run("show", built, view, "--json", "--find", "Soldiers ministry").stdout.splitlines()
    whole = run("show", built, view, "--json").stdout.splitlines()
    assert 0 < len(found) < len(whole)
    assert all("soldiers" in line.lower() and "ministry" in line.lower() for line in found)
    assert "oldiers" in run("show", built, view, "--find", "soldiers").stdout
    address = json.loads(found[0])["document"]
    assert run("show", built, view, "--find", address).stdout == f"no {view}\n"
    assert run("show", built, view, "--find", "no such words").stdout == f"no {view}\n"


def test_accounts_name_those_that_share_their_text(built):
    found = [json.loads(line) for line in run("show", built, "accounts", "--json").stdout.splitlines()]
    copies = {r["outlet"]: r["copies"] for r in found}
    assert copies["Carrow Morning Courier"] == "Tessarian News Agency"
    assert copies["The Ondry Observer"] == ""


def test_export_refuses_an_unknown_suffix(built, tmp_path):
    done = run("export", built, tmp_path / "out.pdf")
    assert done.exit_code == 2
    assert ".html" in done.stderr


def test_export_to_where_no_file_can_be_is_a_clear_error(built, tmp_path):
    (tmp_path / "folder.csv").mkdir()
    for place in ("gone/out.csv", "folder.csv"):
        done = run("export", built, tmp_path / place)
        assert done.exit_code == 2
        assert f"{place}: " in done.stderr and "name a file in a folder that can be written" in done.stderr


def test_check_is_silent_about_a_sound_case_and_ends_with_1_on_a_finding(built, tmp_path):
    assert run("check", built).stdout == "nothing found\n"
    case = shutil.copytree(built, tmp_path / "case")
    (Path(case) / "record.html").write_text("another page\n")
    done = run("check", case)
    assert done.exit_code == 1
    assert done.stdout.startswith("R304 record.html: ")
    (line,) = run("check", case, "--json").stdout.splitlines()
    assert json.loads(line)["code"] == "R304"


def test_the_page_of_the_commands_names_each_with_its_options():
    page = (Path(__file__).parents[1] / "docs" / "cli.md").read_text("utf-8")
    for name, command in main.commands.items():
        assert f"## rashomon {name}" in page
        chapter = page.partition(f"## rashomon {name}")[2].partition("\n## ")[0]
        for option in command.params:
            assert any(f"`{o}" in chapter for o in option.opts) or option.name.upper() in chapter.upper(), option.name
    assert all(f"`{view}`" in page for view in VIEWS)


def test_version_and_module():
    done = subprocess.run([sys.executable, "-m", "rashomon", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("rashomon 0.")


@pytest.mark.parametrize("form", ["", "--json"])
def test_a_closed_pipe_is_no_error(built, form):
    command = f"{sys.executable} -m rashomon show {built} statements {form} | true; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_list_of_commands_is_not_cut_off():
    assert "..." not in run("--help").output.partition("Commands:")[2].replace("statements, events ...", "")


def test_a_build_that_reads_nothing_says_so(tmp_path):
    done = run("build", tmp_path / "case", tmp_path / "absent.txt")
    assert (done.exit_code, done.stdout) == (1, "no account was read\n")
    assert "no such file" in done.stderr
