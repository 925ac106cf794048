#!/usr/bin/env python3
"""Holds the built program to its contract with the shell: exit codes, streams, files, signals, broken input.

Usage: shell_test.py PROGRAM [NAME...]      each test_* below is one promise; NAME picks those that contain it"""
import atexit
import fcntl
import json
import os
import pathlib
import pty
import re
import resource
import shlex
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
UKRAINE = "cases/ukraine-2025-08"
CASES = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "cases").iterdir() if list(path.glob("*.toml")))
SECONDS_MAX = 120
PLACE = re.compile(r"^\S+\.toml:\d+:\d+: \S")
# Words that hold English sentences together and stand in no German one; what is quoted may have them.
ENGLISH = re.compile(r"(?<![\w-])(?:the|of|is|are|with|without|and|not|than|has|have|it|that|which)(?![\w-])|\(expected ")
QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")

PROGRAM = ""
SCRATCH = pathlib.Path(tempfile.mkdtemp(prefix="surety-shell-"))
atexit.register(shutil.rmtree, SCRATCH, ignore_errors=True)


class Skipped(Exception):
    """What cannot be tried on this machine."""


def environment(**more):
    bare = {name: value for name, value in os.environ.items()
            if name not in ("NO_COLOR", "COLUMNS", "SURETY_LANG")}
    return {**bare, **more}


def surety(*words, env=None, **options):
    """Runs the program and returns (exit code, stdout, stderr) as text."""
    run = subprocess.run([PROGRAM, *map(str, words)], cwd=ROOT, env=env or environment(), timeout=SECONDS_MAX,
                         **{"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options})
    answer = run.returncode, (run.stdout or b"").decode(), (run.stderr or b"").decode()
    if answer[0] in (1, 2) and env is None and not options and "--lang" not in words:
        check_german(words, answer)
    return answer


def check_german(words, english):
    """What is refused in English is refused in German with as many lines, each of them another one."""
    run = subprocess.run([PROGRAM, "--lang", "de", *map(str, words)], cwd=ROOT, env=environment(), timeout=SECONDS_MAX,
                         stdin=subprocess.DEVNULL, capture_output=True, check=False)
    said, lines = english[2].splitlines(), run.stderr.decode().splitlines()
    same((run.returncode, len(lines)), (english[0], len(said)), f"in German: {words!r}")
    for before, after in zip(said, lines):
        assert before != after and not ENGLISH.search(QUOTED.sub("", after)), f"no German: {after!r}"


def same(got, wanted, what=""):
    assert got == wanted, f"{what or 'got'}: {got!r}, wanted {wanted!r}"


def refused(answer, code=2, lines=1):
    """Nothing on stdout, and so many lines on stderr. Returns them."""
    same(answer[0], code, f"exit code, with stderr {answer[2]!r}")
    same(answer[1], "", "stdout")
    said = answer[2].splitlines()
    if lines is not None:
        same(len(said), lines, f"lines of {answer[2]!r}")
    assert said and all(line.strip() for line in said), "a message is missing"
    return said


def file_with(text, name="case.toml"):
    folder = pathlib.Path(tempfile.mkdtemp(dir=SCRATCH))
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def vaccine_text():
    return next((ROOT / "cases/vaccine-pool").glob("*.toml")).read_text()


def faulty_case():
    """Three faults on three lines."""
    return file_with("[case]\nid = \"broken\"\nreference_date = 2025-08-21\n\n[[actor]]\nid = \"A\"\nkind = \"stat\"\n\n"
                     "[[actor]]\nid = \"B\"\nkind = \"state\"\nmember_of = [\"C\"]\nnaem = \"b\"\n")


def hard_case(offers=36):
    """So many offers of which about half pass a red line: far more minimal conflicts than anybody can list."""
    lines = ["[case]", 'id = "hard"', "reference_date = 2025-01-01", "[[capability]]", 'id = "troops"', 'unit = "soldiers"',
             "closed = true", "[[source]]", 'id = "page"', "date = 2025-01-01"]
    for i in range(offers):
        lines += ["[[actor]]", f'id = "N{i}"', 'kind = "state"', "[[statement]]", f'id = "P{i}"', 'kind = "pledge"',
                  f'speaker = "N{i}"', 'chain = ["page"]', f'claim = "troops(by N{i}) = {1000 + 37 * i}"']
    lines += ["[[statement]]", 'id = "LINE"', 'kind = "red_line"', 'speaker = "N0"', 'chain = ["page"]',
              f'claim = "troops() <= {offers * 1600 // 2}"']
    return file_with("\n".join(lines) + "\n")


# ---- answers -----------------------------------------------------------------------------------------------------

def test_every_command_answers_on_stdout_and_is_silent_on_stderr():
    for case in CASES:
        for command in ("assess", "coverage", "conflict", "statements", "check", "export"):
            code, out, err = surety(command, case)
            same((code, err), (0, ""), f"{command} {case}")
            assert out.endswith("\n") and out.strip(), command
            if command not in ("export",):
                answer = json.loads(surety(command, case, "--format", "json")[1])
                same(answer["command"], command)


def test_german_is_another_text_of_the_same_tables():
    for command in ("assess", "statements", "check"):
        english, german = (json.loads(surety(command, UKRAINE, "--format=json", "--lang", language)[1]) for language in ("en", "de"))
        assert english.pop("text") != german.pop("text")
        same(english, german, command)
    same(surety("check", UKRAINE, env=environment(SURETY_LANG="de"))[1], surety("check", UKRAINE, "--lang", "de")[1])


def test_no_other_environment_changes_an_answer():
    plain = surety("assess", UKRAINE)[1]
    strange = environment(LANG="de_DE.UTF-8", LC_ALL="tr_TR", COLUMNS="41", TERM="dumb", TZ="Asia/Tokyo", NO_COLOR="")
    same(surety("assess", UKRAINE, env=strange)[1], plain)


def test_help_and_version():
    code, out, err = surety("--help")
    same((code, err), (0, ""))
    for command in ("assess", "coverage", "conflict", "because", "statements", "check", "import", "export", "help"):
        assert f"  {command} " in out, command
        if command != "help":
            same(surety("help", command), surety(command, "--help"))
    assert surety("help", "--lang", "de")[1] != out
    assert re.fullmatch(r"surety \d+\.\d+\.\d+\n", surety("--version")[1])
    assert "did you mean assess?" in refused(surety("help", "asess"))[0]


def test_the_examples_of_the_help_run():
    for row in json.loads(surety("help", "--format", "json")[1])["tables"]["commands"]["rows"]:
        words = shlex.split(row["example"])
        same(words[0], "surety")
        own_file = row["command"] == "import" or row["command"].startswith("ledger ")  # see tests/ledger
        if not own_file:
            same(surety(*words[1:])[0], 0, row["example"])


def pasted_commands(text):
    return [shlex.split(line[line.index("surety "):]) for line in text.splitlines()
            if re.match(r"(\S.*)?\bsurety (because|assess|coverage|conflict) ", line.strip()) and "  surety " in " " * 2 + line]


def test_commands_at_the_end_of_an_answer_work_when_pasted():
    pasted = set()
    for case in CASES:
        for command in ("assess", "coverage", "conflict"):
            for more in ((), ("--lang", "de"), ("--as-of", "2025-08-20")):
                pasted.update(tuple(words) for words in pasted_commands(surety(command, case, *more)[1]))
    assert any("because" in words for words in pasted), pasted
    for words in pasted:
        code, out, err = surety(*words[1:])
        same((code, err), (0, ""), shlex.join(words))
        assert out.strip(), words


def test_because_leads_from_every_figure_and_row_to_its_statements():
    for command in ("coverage", "assess", "conflict"):
        answer = json.loads(surety(command, UKRAINE, "--format", "json")[1])
        keys = {key: figure["because"] for key, figure in answer["figures"].items()}
        for name, table in answer["tables"].items():
            if table["rows"]:
                keys[f"{name}:1"] = table["rows"][0]["because"]
        for key, ids in keys.items():
            code, out, err = surety("because", UKRAINE, key, "--format", "json")
            same((code, err), (0, ""), key)
            table = json.loads(out)["tables"]["because"]
            same([row["id"] for row in table["rows"]], ids, key)
            assert all(row["kind"] for row in table["rows"]), key
            assert ids or command != "conflict"


def test_because_of_an_id_says_who_and_where():
    row = json.loads(surety("because", UKRAINE, "S51", "--format", "json")[1])["tables"]["because"]["rows"][0]
    same((row["kind"], row["holder"], row["source"]), ("pledge", ["FRA"], "article-2025-08-21"))
    text = surety("because", UKRAINE, "S51")[1]
    assert "Wall Street Journal" in text and "ground_troops(by FRA, in UKR) about 5000" in text, text
    assert "assumption" in surety("because", UKRAINE, "A1")[1]
    assert "6 members" in surety("because", UKRAINE, "unnamed:ten")[1]
    assert "what_if:1" in surety("because", UKRAINE, "what_if:1", "--assume", "veto = none")[1]


def test_because_of_an_unknown_key_names_a_near_one():
    assert "did you mean ways_out:1?" in refused(surety("because", UKRAINE, "ways_ot:1"))[0]
    assert "ways_out:1 to 8" in refused(surety("because", UKRAINE, "nothing_like_it"))[0]
    refused(surety("because", UKRAINE, "ways_out:0"))
    refused(surety("because", UKRAINE, "ways_out:99999999999999999999"))


def test_statements_are_found():
    def ids(*words):
        rows = json.loads(surety("statements", UKRAINE, "--format", "json", *words)[1])["tables"]["statements"]["rows"]
        return {row["id"] for row in rows}
    every = ids()
    assert {"S51", "S52"} <= ids("--find", "SOLDIERS") < every
    same(ids("--find", "großbritannien"), ids("--find", "GROSSBRITANNIEN"))
    same(ids("--find", "no such text"), set())
    assert "S51" in ids("--kind", "pledge,demand", "--holder", "FRA") and "S51" not in ids("--current", "--without", "S51")
    assert "did you mean pledge?" in refused(surety("statements", UKRAINE, "--kind", "pledg"))[0]
    text = surety("statements", UKRAINE, "--without", "S51", "--as-of", "2025-08-20")[1]
    assert "switched off" in text and "not said before 21 Aug 2025" in text, text


def test_export_reads_back_as_the_same_case():
    for case in CASES:
        toml = file_with(surety("export", case)[1])
        same(surety("check", toml)[0], 0, case)
        same(surety("export", toml)[1], toml.read_text(), "exported again")
        here, there = (json.loads(surety("assess", path, "--format", "json")[1]) for path in (case, toml))
        same(here["figures"], there["figures"], case)
        csv = file_with(surety("export", case, "--csv")[1], "statements.csv")
        same(surety("export", case, "--format", "csv")[1], csv.read_text())
        same(surety("import", case, csv)[1], toml.read_text(), "nothing new")


def test_import_adds_statements_or_says_what_is_wrong():
    csv = surety("export", UKRAINE, "--csv")[1]
    header, lines = csv.splitlines()[0], [line for line in csv.splitlines() if line.startswith("S51,")]
    merged = surety("import", UKRAINE, file_with(f"{header}\n{lines[0].replace('S51,', 'NEW1,', 1)}\n", "new.csv"))
    same((merged[0], merged[2]), (0, ""))
    same(surety("check", file_with(merged[1]))[0], 0)
    assert 'id = "NEW1"' in merged[1]
    clash = refused(surety("import", UKRAINE, file_with(f"{header}\n{lines[0].replace('pledge', 'demand', 1)}\n", "new.csv")))
    assert "S51" in clash[0], clash
    unknown = refused(surety("import", UKRAINE, file_with("id,knid\nX,pledge\n", "new.csv")), lines=None)
    assert any("new.csv:1:4: " in line and "did you mean 'kind'?" in line for line in unknown), unknown


def test_a_case_may_name_statements_that_stand_only_in_the_table():
    # It was refused by itself before the table was looked at, so no case could be kept without its statements.
    head = '[case]\nid = "k"\nreference_date = 2025-01-01\n[[actor]]\nid = "A"\nkind = "state"\n[[source]]\nid = "N"\n'
    rule = '[[capability]]\nid = "tr"\nunit = "soldiers"\n[[counting_rule]]\nid = "r"\nrespect = ["Z"]\n'
    table = "id,kind,speaker,chain,claim\n{},red_line,A,N,tr() = 0\n"
    merged = surety("import", file_with(head + rule), file_with(table.format("Z"), "new.csv"))
    same((merged[0], merged[2]), (0, ""))
    assert 'respect = ["Z"]' in merged[1] and 'id = "Z"' in merged[1]
    unknown = refused(surety("import", file_with(head + rule), file_with(table.format("Y"), "new.csv")))
    assert "unknown statement 'Z'" in unknown[0], unknown


# ---- broken input ------------------------------------------------------------------------------------------------

def test_a_faulty_case_is_refused_by_every_command_with_a_line_a_fault():
    path = faulty_case()
    for command in ("assess", "coverage", "conflict", "statements", "check", "export"):
        for language, near in (("en", "did you mean 'name'?"), ("de", "war gemeint: 'name'?")):
            said = refused(surety(command, path, "--lang", language), lines=3)
            assert all(PLACE.match(line) for line in said), said
            assert near in "".join(said)
    for command in ("assess", "statements"):
        refused(surety(command, path, "--format", "json"), lines=3)


def test_check_gives_the_faults_to_programs_on_stdout():
    path = faulty_case()
    code, out, err = surety("check", path, "--format", "json")
    same((code, len(err.splitlines())), (2, 3))
    rows = json.loads(out)["tables"]["faults"]["rows"]
    same([f"{row['file']}:{row['line']}:{row['column']}: {row['message']}" for row in rows],
         [line.split(" (expected")[0].split(" (did you")[0] for line in err.splitlines()])
    same(surety("check", path, "--format", "csv")[1].splitlines()[0], "file,line,column,message,expected,because")


def test_malformed_toml_utf8_and_nul_are_named_by_place():
    for text in (b"[case\n", b'[case]\nid = "a\n', b"[case]\nid = \"\xff\"\n", b"[case]\nid = \"a\0\"\n", b"[case]\n" * 2,
                 b"a = " + b"[" * 100000, b"\xef\xbb\xbf"):
        said = refused(surety("assess", file_with(text)), lines=None)
        assert all(re.match(r"^\S+\.toml(:\d+:\d+)?: ", line) for line in said), said


def test_what_is_no_readable_file_is_refused_without_waiting():
    folder = pathlib.Path(tempfile.mkdtemp(dir=SCRATCH))
    os.mkfifo(folder / "fifo.toml")
    (folder / "empty.toml").touch()
    (folder / "sub").mkdir()
    (folder / "loop").symlink_to("loop")
    with open(folder / "large.toml", "wb") as large:
        large.truncate(64 * 1024 * 1024 + 1)
    for path in (folder / "fifo.toml", folder / "empty.toml", folder / "sub", folder / "large.toml", folder / "none.toml",
                 folder / "loop", folder / "empty.toml/x", "/dev/zero", "/dev/full", "", "x" * 5000):
        started = time.monotonic()
        refused(surety("check", path))
        refused(surety("import", UKRAINE, path))
        assert time.monotonic() - started < 20, path


def test_a_case_of_64_mebibytes_is_refused_in_reasonable_time():
    comment = b"# " + b"x" * 1021 + b"\n"
    path = file_with(comment * (64 * 1024))
    same(path.stat().st_size, 64 * 1024 * 1024)
    refused(surety("check", path), lines=None)


def test_names_cannot_write_to_the_terminal():
    for words in (("check", "a\x1b[2Jb"), ("assess\x1b[2J",), ("check", UKRAINE, "--find\x1b=x"), ("help", "\u202e"),
                  ("because", UKRAINE, "S51\x1b[31m"), ("check", "line\nbreak")):
        said = refused(surety(*words))
        assert "\x1b" not in said[0] and "\u202e" not in said[0], said
    refused(surety(b"check\xff".decode("utf-8", "surrogateescape")))


# ---- arguments ---------------------------------------------------------------------------------------------------

def test_wrong_arguments_are_one_sentence():
    for words, part in (
            ((), "the command is missing"), (("asess", UKRAINE), "did you mean assess?"), (("assess",), "CASE is missing"),
            (("assess", UKRAINE, "two"), "too many"), (("assess", UKRAINE, "--withot", "S1"), "did you mean --without?"),
            (("assess", UKRAINE, "--format", "jsno"), "did you mean json?"), (("assess", UKRAINE, "--lang", "fr"), "en or de"),
            (("assess", UKRAINE, "--budget", "0"), "above 0"), (("assess", UKRAINE, "--budget", "-1"), "above 0"),
            (("assess", UKRAINE, "--budget", "nan"), "above 0"), (("assess", UKRAINE, "--budget", "1e99"), "above 0"),
            (("assess", UKRAINE, "--as-of", "2025-02-30"), "a date"), (("assess", UKRAINE, "--without", "S999"), "S999"),
            (("assess", UKRAINE, "--assume", "us_role ="), "--assume"), (("assess", UKRAINE, "--set", "S51=3"), "ID.amount"),
            (("assess", UKRAINE, "--all=1"), "no value"), (("assess", UKRAINE, "--all", "--all"), "twice"),
            (("assess", UKRAINE, "--format", "csv", "--table", "nix"), "nix"), (("assess", UKRAINE, "--table", "x"), "csv"),
            (("conflict",), "--gcnf"), (("export", UKRAINE, "--csv", "--toml"), "two forms")):
        said = refused(surety(*words))
        assert part in said[0], (words, said)


def test_an_unknown_language_of_the_environment_is_refused():
    assert "SURETY_LANG" in refused(surety("help", env=environment(SURETY_LANG="fr")))[0]


# ---- streams and files -------------------------------------------------------------------------------------------

def test_a_closed_pipe_ends_quietly():
    for command in ("assess", "export", "statements"):
        script = f"set -o pipefail; {shlex.quote(PROGRAM)} {command} {UKRAINE} | head -1"
        run = subprocess.run(["bash", "-c", script], cwd=ROOT, capture_output=True, timeout=SECONDS_MAX, check=False)
        same((run.returncode, run.stderr), (0, b""), command)
        same(len(run.stdout.splitlines()), 1, command)
    child = subprocess.Popen([PROGRAM, "export", UKRAINE], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    child.stdout.close()
    same((child.stderr.read(), child.wait(SECONDS_MAX)), (b"", 0))


def test_a_full_disk_is_one_sentence():
    with open("/dev/full", "wb") as full:
        for words in (("assess", UKRAINE), ("--version",), ("help",), ("check", UKRAINE, "--format", "json")):
            said = refused(surety(*words, stdout=full), code=1)
            assert "No space left" in said[0], said


def test_closed_descriptors_never_catch_an_answer():
    target = SCRATCH / "closed.txt"
    for redirect, code in ((">&-", 1), ("2>&-", 0), ("<&-", 0), ("<&- >&- 2>&-", 1)):
        script = f"{shlex.quote(PROGRAM)} check {UKRAINE} {redirect}"
        same(subprocess.run(["bash", "-c", script], cwd=ROOT, capture_output=True, timeout=SECONDS_MAX, check=False).returncode, code, redirect)
    script = f"{shlex.quote(PROGRAM)} check nothing --output {target} >&- 2>&-"
    subprocess.run(["bash", "-c", script], cwd=ROOT, timeout=SECONDS_MAX, check=False)
    assert not target.exists()


def test_output_is_whole_or_not_at_all():
    folder = pathlib.Path(tempfile.mkdtemp(dir=SCRATCH))
    target, link = folder / "answer.json", folder / "link.json"
    same(surety("assess", UKRAINE, "--format", "json", "--output", target), (0, "", ""))
    same(target.read_text(), surety("assess", UKRAINE, "--format", "json")[1])
    target.write_text("old")
    target.chmod(0o640)
    link.symlink_to(target.name)
    refused(surety("assess", "nothing", "--output", target))
    same(target.read_text(), "old")
    same(surety("check", UKRAINE, "--output", link)[0], 0)
    assert link.is_symlink() and "No fault" in target.read_text()
    same(target.stat().st_mode & 0o777, 0o640)
    same(sorted(os.listdir(folder)), ["answer.json", "link.json"])


def test_output_to_where_nothing_can_be_leaves_nothing():
    folder = pathlib.Path(tempfile.mkdtemp(dir=SCRATCH))
    (folder / "dangling").symlink_to("nowhere")
    for path in (folder / "none" / "x", folder, folder / "dangling", f"{folder}/x/", "/dev/null"):
        refused(surety("check", UKRAINE, "--output", path))
    same(os.listdir(folder), ["dangling"])
    refused(surety("check", UKRAINE, "--output", folder / ("x" * 300)), code=1)
    same(os.listdir(folder), ["dangling"])


def test_a_file_that_outgrows_its_limit_is_one_sentence_and_leaves_nothing():
    folder = pathlib.Path(tempfile.mkdtemp(dir=SCRATCH))
    limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
    refused(surety("export", UKRAINE, "--output", folder / "x", preexec_fn=limit), code=1)
    same(os.listdir(folder), [])


def test_a_read_only_folder_is_one_sentence():
    folder = pathlib.Path(tempfile.mkdtemp(dir=SCRATCH))
    words = [PROGRAM, "check", UKRAINE, "--output", str(folder / "x")]
    if os.geteuid() == 0:
        if not shutil.which("setpriv"):
            raise Skipped("root writes everywhere, and setpriv is missing")
        SCRATCH.chmod(0o755)
        words = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", *words]
        if subprocess.run([*words[:4], PROGRAM, "--version"], cwd=ROOT, capture_output=True, check=False).returncode:
            raise Skipped("another user cannot run the program where it stands")
    folder.chmod(0o555)
    run = subprocess.run(words, cwd=ROOT, capture_output=True, timeout=SECONDS_MAX, check=False)
    said = refused((run.returncode, run.stdout.decode(), run.stderr.decode()), code=1)
    assert "Permission denied" in said[0], said
    same(os.listdir(folder), [])
    locked = file_with(vaccine_text())
    locked.parent.chmod(0o755)
    locked.chmod(0)
    run = subprocess.run([*words[:-4], "check", str(locked)], cwd=ROOT, capture_output=True, timeout=SECONDS_MAX, check=False)
    refused((run.returncode, run.stdout.decode(), run.stderr.decode()), code=1)


def test_too_little_memory_is_one_sentence():
    big = file_with("# " + "x" * (60 * 1024 * 1024) + "\n")
    limit = lambda: resource.setrlimit(resource.RLIMIT_AS, (50 * 1024 * 1024, 50 * 1024 * 1024))
    code, out, err = surety("check", big, preexec_fn=limit)
    if "Sanitizer" in err:
        raise Skipped("the sanitizer itself needs more memory than this")
    same((code, out, len(err.splitlines())), (1, "", 1), err)


# ---- signals and limits ------------------------------------------------------------------------------------------

def wait_until_it_listens(child, number):
    """The program blocks the signal while it works, and waits for it in a thread of its own."""
    for _ in range(1000):
        status = pathlib.Path(f"/proc/{child.pid}/status").read_text()
        blocked = int(re.search(r"^SigBlk:\s*([0-9a-f]+)", status, re.M).group(1), 16)
        if blocked >> (number - 1) & 1:
            return
        time.sleep(.01)
    raise AssertionError("it never listened for the signal")


def interrupted(number, *words):
    child = subprocess.Popen([PROGRAM, *words], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    wait_until_it_listens(child, number)
    started = time.monotonic()
    child.send_signal(number)
    out, err = child.communicate(timeout=SECONDS_MAX)
    return child.returncode, out.decode(), err.decode(), time.monotonic() - started


def test_an_interrupt_ends_long_work_with_what_was_found():
    path = str(hard_case(150))
    for number in (signal.SIGINT, signal.SIGTERM):
        for command in ("conflict", "assess"):
            code, out, err, seconds = interrupted(number, command, path, "--budget", "1000", "--format", "json")
            same((code, err), (3, ""), command)
            same(json.loads(out)["complete"], False)
            assert seconds < 30, seconds
    assert json.loads(out)["tables"]


def test_a_budget_ends_long_work_with_what_was_found():
    code, out, err = surety("conflict", hard_case(), "--budget", "1", "--format", "json")
    same((code, err, json.loads(out)["complete"]), (3, "", False))
    assert json.loads(out)["tables"]["conflicts"]["rows"]
    code, out, err = surety("conflict", hard_case(), "--budget", "1")
    same((code, err), (3, ""))
    assert "--budget" in out


def test_a_stream_ends_when_nobody_reads_on():
    child = subprocess.Popen([PROGRAM, "conflict", str(hard_case()), "--stream", "--budget", "1000"], cwd=ROOT,
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert json.loads(child.stdout.readline())["conflict"]
    child.stdout.close()
    same(child.stderr.read(), b"")
    child.wait(SECONDS_MAX)


# ---- terminals ---------------------------------------------------------------------------------------------------

def on_terminal(*words, columns=60, env=None, streams=("stdout",)):
    """What the program writes to a terminal of so many columns."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    child = subprocess.Popen([PROGRAM, *words], cwd=ROOT, stdin=subprocess.DEVNULL, env=env or environment(),
                             **{name: theirs if name in streams else subprocess.DEVNULL for name in ("stdout", "stderr")})
    os.close(theirs)
    written = b""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:
            break
        if not part:
            break
        written += part
    os.close(ours)
    child.wait(SECONDS_MAX)
    return written.decode().replace("\r\n", "\n")


def test_a_terminal_gives_width_and_colour():
    wide = lambda text: max(len(line) for line in re.sub(r"\x1b\[[0-9;]*m", "", text).splitlines() if "surety " not in line)
    text = on_terminal("assess", UKRAINE, columns=60)
    assert "\x1b[" in text and 50 < wide(text) <= 60, wide(text)
    assert wide(on_terminal("assess", UKRAINE, columns=300)) <= 100
    assert wide(on_terminal("assess", UKRAINE, "--width", "120", columns=60)) > 100
    assert wide(on_terminal("assess", UKRAINE, columns=0, env=environment(COLUMNS="50"))) <= 50
    assert "\x1b" not in on_terminal("assess", UKRAINE, env=environment(NO_COLOR="1"))
    assert "\x1b" not in on_terminal("assess", UKRAINE, "--colour", "never")
    assert "\x1b" not in surety("assess", UKRAINE)[1]
    assert "\x1b[" in surety("assess", UKRAINE, "--colour", "always", env=environment(NO_COLOR="1"))[1]


def test_progress_is_seen_by_a_terminal_only():
    text = on_terminal("conflict", str(hard_case()), "--budget", "3", streams=("stderr",))
    assert "steps" in text and text.endswith("\r\x1b[K"), text
    same(surety("conflict", hard_case(), "--budget", "1")[2], "")


def main():
    global PROGRAM
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
    tests = {name: test for name, test in globals().items()
             if name.startswith("test_") and (len(sys.argv) == 2 or any(part in name for part in sys.argv[2:]))}
    passed = failed = 0
    for name, test in tests.items():
        words = name.removeprefix("test_").replace("_", " ")
        try:
            test()
            passed += 1
        except Skipped as reason:
            print(f"skipped: {words}: {reason}")
        except (AssertionError, subprocess.TimeoutExpired, ValueError, KeyError, OSError) as trouble:
            failed += 1
            print(f"FAILED: {words}: {trouble!r}")
    print(f"{passed} passed, {failed} failed")
    sys.exit(bool(failed))


main()
