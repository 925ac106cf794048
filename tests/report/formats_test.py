#!/usr/bin/env python3
"""Reads back what the writers wrote, with other programs' eyes: HTML, XLSX, DOCX, JSON-LD, pictures, shell help.

Usage: formats_test.py PROGRAM [NAME...]      each test_* below is one promise; NAME picks those that contain it"""
import atexit
import html.parser
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ET
import zipfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
UKRAINE = "cases/ukraine-2025-08"
SECONDS_MAX = 180
PROGRAM = ""
SCRATCH = pathlib.Path(tempfile.mkdtemp(prefix="surety-formats-"))
atexit.register(shutil.rmtree, SCRATCH, ignore_errors=True)

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HOSTILE = ["=cmd|' /C calc'!A0", "@SUM(A1)", "+1+1", "-2", "<script>alert(1)</script>", "a & b < c", "\u202Eright to left",
           "_x000D_ as text", "ä \U0001F1FA\U0001F1E6", "x" * 10_000]


class Skipped(Exception):
    """What cannot be tried on this machine."""


def need(program):
    if shutil.which(program) is None:
        raise Skipped(f"{program} is not installed")


def surety(*words, code=0):
    run = subprocess.run([PROGRAM, *map(str, words)], cwd=ROOT, timeout=SECONDS_MAX, stdin=subprocess.DEVNULL,
                         capture_output=True, check=False, env={**os.environ, "SURETY_LANG": "en"})
    assert run.returncode == code, f"{words}: exit code {run.returncode}, {run.stderr.decode()}"
    return run


def written(name, *words):
    path = SCRATCH / name
    surety(*words, "--output", path)
    return path


def hostile_case():
    """A case whose names and glosses are out to break files; returns its path."""
    def quoted(text):
        return json.dumps(text, ensure_ascii=False)
    lines = ["[case]", 'id = "hostile"', "reference_date = 2025-01-01", f"title = {{ en = {quoted(HOSTILE[4])} }}", "[[capability]]",
             'id = "troops"', 'unit = "soldiers"', "[[source]]", 'id = "page"', "date = 2025-01-01"]
    for i, text in enumerate(HOSTILE):
        lines += ["[[actor]]", f'id = "N{i}"', 'kind = "state"', f"name = {{ en = {quoted(text)} }}", "[[statement]]", f'id = "P{i}"',
                  'kind = "pledge"', f'speaker = "N{i}"', 'chain = ["page"]', f'claim = "troops(by N{i}) = {1000 + i}"',
                  'state = "quantified_offer"', f"gloss = {{ en = {quoted(text)} }}"]
    lines += ["[[statement]]", 'id = "R"', 'kind = "requirement"', 'speaker = "N0"', 'chain = ["page"]', 'claim = "troops() >= 50000"',
              "[[statement]]", 'id = "L"', 'kind = "red_line"', 'speaker = "N1"', 'chain = ["page"]', 'claim = "troops(by N2) = 0"']
    path = SCRATCH / "hostile.toml"
    path.write_text("\n".join(lines) + "\n")
    return path


def sheets_of(path):
    """name -> rows of {cell: (type, value, formula)}"""
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        shared = []
        if "xl/sharedStrings.xml" in archive.namelist():
            shared = ["".join(t.text or "" for t in si.iter(SHEET + "t")) for si in ET.fromstring(archive.read("xl/sharedStrings.xml"))]
        names = [s.get("name") for s in ET.fromstring(archive.read("xl/workbook.xml")).iter(SHEET + "sheet")]
        sheets = {}
        for i, name in enumerate(names, 1):
            cells = {}
            for c in ET.fromstring(archive.read(f"xl/worksheets/sheet{i}.xml")).iter(SHEET + "c"):
                text = "".join(t.text or "" for t in c.iter(SHEET + "t"))
                value, formula = c.find(SHEET + "v"), c.find(SHEET + "f")
                if c.get("t") != "inlineStr":
                    text = "" if value is None else shared[int(value.text)] if c.get("t") == "s" else value.text
                if text:
                    cells[c.get("r")] = (c.get("t", "n"), text, None if formula is None else formula.text)
            sheets[name] = cells
    return sheets


# ---- HTML --------------------------------------------------------------------------------------------------------

class Page(html.parser.HTMLParser):
    VOID = {"meta", "link", "br", "img", "input", "hr"}

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.open, self.ids, self.links, self.loads, self.text, self.numbers = [], [], [], [], [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag not in self.VOID:
            self.open.append(tag)
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "a":
            self.links.append(given["href"])
        assert tag not in ("script", "iframe", "object", "link"), tag
        assert not any(name.startswith("on") for name in given), given
        self.loads += [value for name, value in given.items() if name in ("src", "srcset", "data")]

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in self.VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        assert self.open and self.open[-1] == tag, f"</{tag}> closes {self.open[-3:]}"
        self.open.pop()

    def handle_data(self, data):
        self.text.append(data)


def test_html_is_one_file_that_loads_nothing_and_whose_links_lead_somewhere():
    for command in ("assess", "coverage", "conflict", "statements"):
        for language in ("en", "de"):
            text = surety(command, UKRAINE, "--format", "html", "--lang", language).stdout.decode()
            page = Page(text)
            assert not page.open and not page.loads
            assert len(page.ids) == len(set(page.ids)), "an id stands twice"
            inner = [link[1:] for link in page.links if link.startswith("#")]
            assert set(inner) <= set(page.ids), set(inner) - set(page.ids)
            assert inner, "nothing is linked"
            assert f'lang="{language}"' in text and "@import" not in text and "url(http" not in text
            assert text.count("<svg") >= 1 and text.count('role="img"') == text.count("<svg")


def test_html_leads_from_a_number_to_chain_and_evidence():
    text = surety("assess", UKRAINE, "--format", "html").stdout.decode()
    number = re.search(r'<a href="#(w\d+)">16–20\u00A0%</a>', text)
    assert number, "the share is no link"
    because = re.search(rf'<li id="{number[1]}">(.*?)</li>', text)[1]
    reason = re.search(r'<a href="#(i\d+)">S51</a>', because)[1]
    entry = re.search(rf'<div class="reason" id="{reason}">(.*?)</div>', text)[1]
    assert "from mouth to page" in entry and "article-2025-08-21" in entry and re.search(r"characters \d+–\d+", entry)


def test_html_passes_tidy():
    need("tidy")
    page = written("tidy.html", "assess", UKRAINE, "--format", "html")
    said = subprocess.run(["tidy", "-q", "-e", "-utf8", page], capture_output=True, text=True, check=False).stderr
    errors = [line for line in said.splitlines() if "Error" in line]
    assert not errors, errors


def test_hostile_text_is_text_in_every_format():
    case = hostile_case()
    for command in ("assess", "coverage", "statements"):
        page = Page(surety(command, case, "--format", "html").stdout.decode())
        text = "".join(page.text)
        assert HOSTILE[4] in text and HOSTILE[0] in text and "\u202E" not in text
        cells = [cell for sheet in sheets_of(written("h.xlsx", command, case, "--format", "xlsx")).values() for cell in sheet.values()]
        assert not any(kind == "n" and value.startswith("=") for kind, value, _ in cells)
        assert all(formula is None or re.fullmatch(r"[A-Z0-9/(),-]+", formula) for _, _, formula in cells)
        with zipfile.ZipFile(written("h.docx", command, case, "--format", "docx")) as archive:
            for name in archive.namelist():
                if name.endswith((".xml", ".rels")):
                    ET.fromstring(archive.read(name))
    svg = surety("coverage", case, "--chart", "offers:R").stdout.decode()
    assert "<script" not in svg and HOSTILE[4] in "".join(ET.fromstring(svg).itertext())


# ---- pictures ----------------------------------------------------------------------------------------------------

CHARTS = [("assess", "coverage:S58"), ("assess", "offers:S58"), ("assess", "conflicts"), ("assess", "timeline"),
          ("coverage", "distribution:S58"), ("coverage", "burden:S58"), ("conflict", "conflicts"), ("statements", "timeline")]


def test_each_chart_is_a_picture_that_says_what_it_is():
    for command, key in CHARTS:
        svg = surety(command, UKRAINE, "--chart", key).stdout
        root = ET.fromstring(svg)
        name = "{http://www.w3.org/2000/svg}"
        assert root.get("role") == "img" and root.find(name + "title").text and root.find(name + "desc").text
        words = " ".join(root.itertext())
        for wanted in ("as of 21 Aug 2025", "Source: ", "computed by Surety"):
            assert wanted in words, (key, wanted)
        assert svg == surety(command, UKRAINE, "--chart", key).stdout


def test_an_unknown_chart_is_a_sentence():
    said = surety("assess", UKRAINE, "--chart", "coverage:S59", code=2).stderr.decode()
    assert "no chart is called 'coverage:S59'" in said and "coverage:S58" in said
    assert "no chart" in surety("check", UKRAINE, "--chart", "x", code=2).stderr.decode()
    assert "is no picture" in surety("assess", UKRAINE, "--chart", "timeline", "--output", SCRATCH / "x.gif", code=2).stderr.decode()
    assert not list(SCRATCH.glob("x.gif*"))


def test_png_and_pdf_through_rsvg_convert():
    need("rsvg-convert")
    assert written("x.png", "assess", UKRAINE, "--chart", "coverage:S58").read_bytes().startswith(b"\x89PNG")
    assert written("x.pdf", "assess", UKRAINE, "--chart", "coverage:S58").read_bytes().startswith(b"%PDF")


def test_without_rsvg_convert_a_sentence_and_no_file():
    run = subprocess.run([PROGRAM, "assess", UKRAINE, "--chart", "coverage:S58", "--output", SCRATCH / "y.png"], cwd=ROOT,
                         capture_output=True, env={"PATH": "/nowhere"}, check=False)
    assert run.returncode == 2 and b"librsvg2-bin" in run.stderr, run
    assert not list(SCRATCH.glob("y.png*"))


# ---- XLSX --------------------------------------------------------------------------------------------------------

def test_workbook_has_a_sheet_a_table_with_numbers_and_links():
    path = written("c.xlsx", "coverage", UKRAINE, "--format", "xlsx")
    answer = json.loads(surety("coverage", UKRAINE, "--format", "json").stdout)
    sheets = sheets_of(path)
    for key, table in answer["tables"].items():
        cells = sheets[key]
        for r, row in enumerate(table["rows"]):
            for c, column in enumerate(table["columns"]):
                value = row[column["key"]]
                if isinstance(value, (int, float)) and not isinstance(value, bool):
                    kind, text, _ = cells[f"{column_name(c)}{r + 2}"]
                    assert kind == "n" and float(text) == value, (key, column, text, value)
    with zipfile.ZipFile(path) as archive:
        links = re.findall(r'location="reasons!A(\d+)"', archive.read("xl/worksheets/sheet1.xml").decode())
        assert links, "no figure leads to its reasons"
        assert b"<autoFilter" in archive.read("xl/worksheets/sheet2.xml") and b'state="frozen"' in archive.read("xl/worksheets/sheet2.xml")
    assert sheets["reasons"]["A2"][1].startswith("S") and "S58" in [value for _, value, _ in sheets["reasons"].values()]


def column_name(index):
    return (chr(64 + index // 26) if index >= 26 else "") + chr(65 + index % 26)


def test_formulas_give_our_numbers_when_libreoffice_recalculates():
    need("soffice")
    path = written("f.xlsx", "coverage", UKRAINE, "--format", "xlsx")
    ours = {cell: float(value) for cell, (_, value, formula) in sheets_of(path)["rules"].items() if formula}
    assert len(ours) >= 12, ours
    # Without our values, a spreadsheet has to work them out.
    bare = SCRATCH / "bare.xlsx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(bare, "w") as new:
        for name in old.namelist():
            new.writestr(name, re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", old.read(name)))
    (SCRATCH / "out").mkdir(exist_ok=True)
    subprocess.run(["soffice", f"-env:UserInstallation=file://{SCRATCH}/office", "--headless", "--convert-to", "xlsx", "--outdir",
                    SCRATCH / "out", bare], capture_output=True, timeout=SECONDS_MAX, check=True)
    theirs = sheets_of(SCRATCH / "out" / "bare.xlsx")["rules"]
    for cell, value in ours.items():
        assert abs(float(theirs[cell][1]) - value) < 1e-9, (cell, theirs[cell], value)


def test_statements_round_trip_through_xlsx():
    path = written("s.xlsx", "export", UKRAINE, "--format", "xlsx")
    merged = surety("import", UKRAINE, path).stdout
    assert merged == surety("export", UKRAINE).stdout


def test_statements_round_trip_through_libreoffice():
    need("soffice")
    path = written("l.xlsx", "export", UKRAINE, "--format", "xlsx")
    (SCRATCH / "out").mkdir(exist_ok=True)
    subprocess.run(["soffice", f"-env:UserInstallation=file://{SCRATCH}/office", "--headless", "--convert-to", "xlsx", "--outdir",
                    SCRATCH / "out", path], capture_output=True, timeout=SECONDS_MAX, check=True)
    assert surety("import", UKRAINE, SCRATCH / "out" / "l.xlsx").stdout == surety("export", UKRAINE).stdout


def altered(path, name, change):
    new = SCRATCH / "altered.xlsx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(new, "w") as archive:
        for part in old.namelist():
            archive.writestr(part, change(old.read(part)) if part == name else old.read(part))
    return new


def test_a_fault_in_a_sheet_names_sheet_and_cell():
    path = written("t.xlsx", "export", UKRAINE, "--format", "xlsx")
    broken = altered(path, "xl/worksheets/sheet2.xml", lambda xml: xml.replace(b">position<", b">positoin<", 1))
    said = surety("import", UKRAINE, broken, code=2).stderr.decode()
    assert re.search(r"xlsx:statements!B\d+: kind", said), said


def test_broken_workbooks_are_refused_with_a_sentence():
    path = written("u.xlsx", "export", UKRAINE, "--format", "xlsx")
    whole = path.read_bytes()
    for i, data in enumerate([whole[:100], whole[: len(whole) // 2], b"PK\x03\x04" + b"\0" * 100, whole[:-30]]):
        bad = SCRATCH / f"bad{i}.xlsx"
        bad.write_bytes(data)
        assert len(surety("import", UKRAINE, bad, code=2).stderr.decode().splitlines()) == 1
    bomb = altered(path, "xl/workbook.xml", lambda _: b'<!DOCTYPE x [<!ENTITY a "aaaa">]><workbook>&a;</workbook>')
    assert "document type" in surety("import", UKRAINE, bomb, code=2).stderr.decode()


def test_many_statements_take_seconds_and_little_memory():
    count = 100_000
    lines = ["[case]", 'id = "many"', "reference_date = 2025-01-01", "[[capability]]", 'id = "troops"', 'unit = "soldiers"',
             "[[source]]", 'id = "page"', "date = 2025-01-01", "[[actor]]", 'id = "A"', 'kind = "state"']
    for i in range(count):
        lines.append(f'[[statement]]\nid = "P{i}"\nkind = "event"\nspeaker = "A"\nchain = ["page"]\ngloss = {{ en = "Something was said, number {i}" }}')
    case = SCRATCH / "many.toml"
    case.write_text("\n".join(lines) + "\n")
    begin = time.monotonic()
    surety("statements", case, "--format", "json", "--output", SCRATCH / "many.json")
    middle = time.monotonic()
    surety("statements", case, "--format", "xlsx", "--output", SCRATCH / "many.xlsx")
    end = time.monotonic()
    print(f"  {count} statements: JSON {middle - begin:.1f} s, XLSX {end - middle:.1f} s, {(SCRATCH / 'many.xlsx').stat().st_size / 1e6:.1f} MB")
    assert end - middle < 60


# ---- DOCX --------------------------------------------------------------------------------------------------------

def docx_text(path, part="word/document.xml"):
    with zipfile.ZipFile(path) as archive:
        return "".join(t.text or "" for t in ET.fromstring(archive.read(part)).iter(WORD + "t"))


def test_docx_has_the_note_its_footnotes_and_a_described_picture():
    path = written("a.docx", "assess", UKRAINE, "--format", "docx")
    text = docx_text(path)
    for wanted in ("Security guarantees for Ukraine", "It does not hold", "16–20", "On what most hangs", "Sources", "Method"):
        assert wanted in text, wanted
    notes = docx_text(path, "word/footnotes.xml")
    assert "Rests on: " in notes and "[S64]" in notes
    with zipfile.ZipFile(path) as archive:
        xml = archive.read("word/document.xml").decode()
        references = re.findall(r'footnoteReference w:id="(\d+)"', xml)
        assert references == [str(i + 2) for i in range(len(references))] and references
        if shutil.which("rsvg-convert"):
            assert archive.read("word/media/picture1.png").startswith(b"\x89PNG") and 'descr="ground troops' in xml
    assert path.read_bytes() == written("b.docx", "assess", UKRAINE, "--format", "docx").read_bytes()


def test_docx_takes_the_styles_of_a_file():
    style = written("style.docx", "assess", UKRAINE, "--format", "docx")
    swapped = SCRATCH / "house.docx"
    with zipfile.ZipFile(style) as old, zipfile.ZipFile(swapped, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"Arial", b"Georgia"))
    path = written("styled.docx", "assess", UKRAINE, "--format", "docx", "--style", swapped)
    with zipfile.ZipFile(path) as archive:
        assert b"Georgia" in archive.read("word/styles.xml")
    surety("assess", UKRAINE, "--format", "docx", "--style", "README.md", "--output", SCRATCH / "no.docx", code=2)
    assert not (SCRATCH / "no.docx").exists()


def test_docx_survives_libreoffice():
    need("soffice")
    for language, wanted in (("en", "It does not hold"), ("de", "Nach dem, was heute gesagt ist")):
        path = written(f"w-{language}.docx", "assess", UKRAINE, "--format", "docx", "--lang", language)
        (SCRATCH / "out").mkdir(exist_ok=True)
        subprocess.run(["soffice", f"-env:UserInstallation=file://{SCRATCH}/office", "--headless", "--convert-to", "docx", "--outdir",
                        SCRATCH / "out", path], capture_output=True, timeout=SECONDS_MAX, check=True)
        back = SCRATCH / "out" / path.name
        assert wanted in docx_text(back) and "[S64]" in docx_text(back, "word/footnotes.xml")
        assert sorted(docx_text(back).split()) == sorted(docx_text(path).split())


# ---- JSON-LD, the note, shell help ---------------------------------------------------------------------------------

def test_jsonld_has_the_shapes_of_its_vocabularies():
    graph = json.loads(surety("statements", UKRAINE, "--format", "jsonld").stdout)
    assert graph["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    nodes = {node["id"]: node for node in graph["@graph"]}
    assert len(nodes) == len(graph["@graph"])
    annotations = [node for node in nodes.values() if "Annotation" in node["type"]]
    assert len(annotations) >= 41
    for node in annotations:  # W3C Web Annotation 3.1: one target or more; bodies with a value; selectors of a known type
        target = node["target"]
        assert target["type"] == "SpecificResource" and "schema:CreativeWork" in nodes[target["source"]]["type"]
        for selector in target.get("selector", []):
            if selector["type"] == "TextPositionSelector":
                assert 0 <= selector["start"] < selector["end"]
            else:
                assert selector["type"] == "TextQuoteSelector" and selector["exact"]
        assert all(body["type"] == "TextualBody" and body["value"] for body in node["body"])
    for node in nodes.values():  # PROV: attributed to agents, derived from entities
        for agent in node.get("prov:wasAttributedTo", []):
            assert "prov:Agent" in nodes[agent]["type"]
        for entity in node.get("prov:wasDerivedFrom", []):
            assert "prov:Entity" in nodes[entity]["type"]
        if quotation := node.get("surety:quotation"):
            assert quotation["type"] == "schema:Quotation"
            assert all("prov:Agent" in nodes[one]["type"] or "schema:CreativeWork" in nodes[one]["type"]
                       for one in quotation["schema:spokenByCharacter"])


def test_the_note_says_the_verdict_in_its_first_lines():
    text = surety("assess", UKRAINE, "--format", "markdown").stdout.decode()
    assert "It does not hold" in "\n".join(text.splitlines()[:8])
    for wanted in ("## On what most hangs", "## Sources", "## Method"):
        assert wanted in text, wanted


def test_shell_help_is_read_by_the_shells():
    if shutil.which("mandoc"):
        page = surety("help", "--format", "man").stdout
        said = subprocess.run(["mandoc", "-T", "lint", "-W", "error"], input=page, capture_output=True, check=False)
        assert said.returncode == 0, said.stdout
    for shell, check in (("bash", ["bash", "-n"]), ("zsh", ["zsh", "-n"]), ("fish", ["fish", "-n"])):
        script = SCRATCH / f"surety.{shell}"
        script.write_bytes(surety("help", "--format", shell).stdout)
        if shutil.which(shell):
            subprocess.run([*check, script], check=True)
    words = f"source {SCRATCH}/surety.bash; COMP_WORDS=(surety assess --form); COMP_CWORD=2; _surety; echo ${{COMPREPLY[@]}}"
    assert subprocess.run(["bash", "-c", words], capture_output=True, text=True, check=True).stdout.strip() == "--format"
    words = f"source {SCRATCH}/surety.bash; COMP_WORDS=(surety assess x --format do); COMP_CWORD=4; _surety; echo ${{COMPREPLY[@]}}"
    assert subprocess.run(["bash", "-c", words], capture_output=True, text=True, check=True).stdout.strip() == "docx"


def test_a_full_disk_leaves_no_half_file():
    full = pathlib.Path("/dev/full")
    if not full.exists():
        raise Skipped("there is no /dev/full")
    run = subprocess.run([PROGRAM, "assess", UKRAINE, "--format", "xlsx"], cwd=ROOT, stdout=full.open("wb"), stderr=subprocess.PIPE, check=False)
    assert run.returncode == 1 and b"could not be written" in run.stderr
    folder = SCRATCH / "small"
    folder.mkdir()
    run = subprocess.run(["bash", "-c", 'ulimit -f 4; exec "$0" assess "$1" --format xlsx --output "$2"', PROGRAM, UKRAINE, folder / "a.xlsx"],
                         cwd=ROOT, capture_output=True, check=False)
    assert run.returncode == 1 and not list(folder.iterdir()), (run, list(folder.iterdir()))


def main():
    global PROGRAM
    PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
    failed = passed = skipped = 0
    for name, test in list(globals().items()):
        if not name.startswith("test_") or (sys.argv[2:] and not any(part in name for part in sys.argv[2:])):
            continue
        try:
            test()
            passed += 1
        except Skipped as why:
            skipped += 1
            print(f"skipped {name}: {why}")
        except (AssertionError, subprocess.SubprocessError, KeyError, ET.ParseError, TypeError, AttributeError) as error:
            failed += 1
            print(f"FAILED {name}: {type(error).__name__} {str(error)[:600]}")
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
