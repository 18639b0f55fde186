"""Pages in a real browser: nothing overflows, and nothing leaves the page."""

import html
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from documented import NOTES, example

from scm_cli.formats.html import page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: apt-get install chromium")

# The page is measured from outside, in frames of both widths; its own policy would stop any script in it.
MEASURE = """
const found = {};
for (const frame of document.querySelectorAll('iframe')) {
  const inside = frame.contentDocument, width = frame.clientWidth;
  found[width] = {
    overflow: inside.documentElement.scrollWidth - width,
    wide: [...inside.body.querySelectorAll('*')].filter(e => e.scrollWidth > e.clientWidth + 1 && e.clientWidth)
      .concat([...inside.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > width + 1))
      .map(e => e.outerHTML.slice(0, 80)),
    requests: frame.contentWindow.performance.getEntriesByType('resource').map(e => e.name),
    scripts: inside.scripts.length,
    text: inside.body.innerText.trim().slice(0, 40),
    colours: getComputedStyle(inside.querySelector('h1')).color,
  };
}
document.body.innerHTML = '<pre id="found"></pre>';
document.getElementById('found').textContent = JSON.stringify(found);
"""


def measured(source: str, tmp_path: Path) -> dict[str, Any]:
    """Return what a browser sees of a page at 360 and 1200 pixels."""
    frames = "".join(
        f'<iframe srcdoc="{html.escape(source)}" style="width:{width}px;height:900px;border:0"></iframe>'
        for width in (360, 1200)
    )
    outside = tmp_path / "outside.html"
    script = f"window.addEventListener('load', () => setTimeout(() => {{{MEASURE}}}, 300));"
    outside.write_text(f"<!DOCTYPE html><body>{frames}<script>{script}</script></body>", encoding="utf-8")
    command = [CHROMIUM or "", "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=3000"]
    command += ["--disable-dev-shm-usage", f"--user-data-dir={tmp_path / 'profile'}", "--window-size=1400,2000"]
    done = subprocess.run(
        [*command, "--dump-dom", outside.as_uri()], capture_output=True, text=True, check=True, timeout=120
    )
    found = re.search(r'<pre id="found">(.*?)</pre>', done.stdout, re.DOTALL)
    assert found, done
    parsed: dict[str, Any] = json.loads(html.unescape(found[1]))
    return parsed


LONG = f"Eva {'Langname' * 9} (Zweckverband{'-Abwasser' * 9})"
SHEET = f"# Liste\n\n- Ort: A\n\n## Gäste\n\n- {LONG}: {'_' * 28}\n- {'_' * 28}: {'_' * 28}\n"


@pytest.mark.parametrize(
    "markdown",
    [example().markdown, example("agenda").markdown, NOTES.read_text(), SHEET],
    ids=["protocol", "agenda", "notes", "sheet"],
)
def test_nothing_overflows_and_nothing_is_requested(markdown: str, tmp_path: Path) -> None:
    found = measured(page(markdown, "de"), tmp_path)
    assert set(found) == {"360", "1200"}
    for one in found.values():
        assert one["overflow"] <= 0
        assert one["wide"] == []
        assert one["requests"] == []
        assert one["scripts"] == 0
        assert one["text"]
        assert one["colours"] == "rgb(18, 57, 91)", "the policy lets inline styles work"


def test_what_this_measures_can_fail(tmp_path: Path) -> None:
    source = '<!DOCTYPE html><body><h1>x</h1><img src="http://127.0.0.1:9/x.png"><p style="width:900px">y</p></body>'
    found = measured(source, tmp_path)
    assert found["360"]["overflow"] > 0
    assert found["360"]["wide"]
    assert found["1200"]["requests"] == ["http://127.0.0.1:9/x.png"]
