"""A start loads only what its command needs; how long that takes is measured in `benchmarks/startup.py`."""

import os
import re
import subprocess
import sys

import pytest
from support import SAMPLE

COMPLETING = {"_SCM_COMPLETE": "complete_bash", "COMP_WORDS": "scm show ", "COMP_CWORD": "2"}
# Each: the command line, its variables, and what it has no use for.
STARTS = [
    ("--version", {}, r"scm_cli\.(model\.(?!text)|archive|query|dates|locale\.(help_(?!top)|words))|rich|json|r?toml"),
    ("", COMPLETING, r"scm_cli\.(model\.(?!text)|query|dates|archive\.archive)|rich|json|r?toml|platformdirs"),
    (
        "list",
        {},
        (
            r"scm_cli\.(dates\.(reader|rhythm)|notation|planning|rules|documents|delivery)"
            r"|rich|json|csv|filelock|platformdirs|fractions"
        ),
    ),
    (
        "show 1",
        {},
        (
            r"scm_cli\.(documents|notation|planning|rules|delivery|archive\.lines|model\.seal$)"
            r"|rich|json|hashlib|filelock|platformdirs|fractions"
        ),
    ),
    (
        "export 1",
        {},
        (
            r"scm_cli\.(notation\.(reading|live)|rules|planning|dates\.rhythm|archive\.lines|model\.seal$)"
            r"|rich|markdown_it|filelock|jinja2|fractions|platformdirs"
        ),
    ),
]


@pytest.mark.parametrize(("line", "env", "unwanted"), STARTS, ids=["version", "completion", "list", "show", "export"])
def test_a_start_loads_only_what_it_needs(line: str, env: dict[str, str], unwanted: str) -> None:
    environ = {**os.environ, "SCM_DATA": str(SAMPLE), "SCM_LANG": "de", **env}
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "scm_cli", *line.split()],
        capture_output=True,
        env=environ,
        check=True,
    )
    loaded = re.findall(r"\| +(\S+)$", done.stderr.decode(), re.MULTILINE)
    assert "scm_cli.cli" in loaded
    assert [name for name in loaded if re.match(unwanted, name)] == []


def test_nobody_looks_for_circles_of_objects_in_a_short_run() -> None:
    program = """
import gc, sys
seen = []
from scm_cli.__main__ import main
gc.callbacks.append(lambda phase, info: seen.append(info))
sys.argv = ["scm", "list"]
try:
    main()
finally:
    assert not seen, seen
    assert gc.isenabled()
    assert gc.get_freeze_count() > len(gc.get_objects())
"""
    environ = {**os.environ, "SCM_DATA": str(SAMPLE)}
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, env=environ, check=False)
    assert (done.returncode, done.stderr.decode()) == (0, "")
