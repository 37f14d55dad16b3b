"""A script of training that lacks its argument or a package says so in one line."""

import subprocess
import sys

import pytest

WITHOUT_TORCH = """
import runpy, sys
sys.modules.update(torch=None)
sys.argv[:] = {argv!r}
runpy.run_module("training.{script}", run_name="__main__")
"""


@pytest.mark.parametrize(
    ("script", "arguments", "line"),
    [
        ("average", [], "torch is not installed: pip install '.[train]'"),
        ("export", [], "torch is not installed: pip install '.[train]'"),
        ("train", [], "torch is not installed: pip install '.[train]'"),
        ("coreference", [], "the following arguments are required: CORPORA"),
        ("event_pairs", [], "the following arguments are required: CORPORA"),
        ("event_pairs", ["."], "torch is not installed: pip install '.[train]'"),
        ("event_vectors", ["."], "torch is not installed: pip install '.[train]'"),
        ("factuality", ["nowhere"], "nowhere is not there"),
        ("frequencies", [], "the following arguments are required: CORPORA"),
        ("plover", [], "the following arguments are required: PLOVER-RELATIONS.JSONL"),
    ],
)
def test_what_is_missing_is_said_in_one_line(script, arguments, line):
    code = WITHOUT_TORCH.format(script=script, argv=[script, *arguments])
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode != 0
    assert done.stderr.splitlines()[-1].endswith(line)
    assert "Traceback" not in done.stderr
