"""What the tests of the ledger share: the program, a folder of their own, a small case, a second reading of NDJSON."""
import atexit
import hashlib
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
UKRAINE = ROOT / "cases/ukraine-2025-08"
SECONDS_MAX = 300

PROGRAM = str(pathlib.Path(sys.argv[1]).resolve()) if len(sys.argv) > 1 else ""
SCRATCH = pathlib.Path(tempfile.mkdtemp(prefix="surety-ledger-"))
atexit.register(shutil.rmtree, SCRATCH, ignore_errors=True)


class Skipped(Exception):
    """What cannot be tried on this machine."""


def environment(**more):
    bare = {name: value for name, value in os.environ.items() if name not in ("SURETY_LANG", "XDG_CONFIG_HOME")}
    return {**bare, "XDG_CONFIG_HOME": str(SCRATCH / "no-settings"), **more}


def command(*words):
    return [PROGRAM, *map(str, words)]


def surety(*words, env=None, cwd=ROOT, **options):
    """Runs the program and returns (exit code, stdout, stderr) as text."""
    run = subprocess.run(command(*words), cwd=cwd, env=env or environment(), timeout=SECONDS_MAX,
                         **{"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options})
    return run.returncode, (run.stdout or b"").decode(), (run.stderr or b"").decode()


def done(*words, **options):
    """The program must answer; returns stdout."""
    code, out, err = surety(*words, **options)
    assert code == 0, f"{words}: exit {code}, {err}"
    return out


def refused(words, code=2, part="", **options):
    got, out, err = surety(*words, **options)
    assert got == code and not out and err.strip(), f"{words}: exit {got}, stdout {out[:200]!r}, stderr {err!r}"
    assert part in err, f"{words}: {part!r} is not in {err!r}"
    return err


def same(got, wanted, what=""):
    assert got == wanted, f"{what or 'got'}: {got!r}, wanted {wanted!r}"


def folder():
    return pathlib.Path(tempfile.mkdtemp(dir=SCRATCH))


def at(day, clock="10:00:00"):
    return ["--analyst", "Anna", "--recorded", f"2025-{day}T{clock}Z"]


HEAD = """[case]
id = "lake"
reference_date = 2025-05-01
[[actor]]
id = "FRA"
kind = "state"
[[actor]]
id = "GBR"
kind = "state"
[[source]]
id = "paper"
date = 2025-03-01
[[capability]]
id = "ships"
unit = "ships"
"""


def statement(id, amount=3, said="2025-03-02", by="GBR", **more):
    lines = ["[[statement]]", f'id = "{id}"', 'kind = "pledge"', f'speaker = "{by}"', 'chain = ["paper"]', f"said = {said}",
             f'claim = "ships(by {by}) = {amount}"']
    return "\n".join(lines + [f"{key} = {value}" for key, value in more.items()]) + "\n"


def small_ledger(path=None, statements=3):
    """A ledger with the vocabulary and S1 S2 ..."""
    path = path or folder() / "lake.ledger"
    text = HEAD + "".join(statement(f"S{i}", i) for i in range(1, statements + 1))
    case = folder() / "lake.toml"
    case.write_text(text)
    done("ledger", "init", path)
    done("ledger", "import", path, case, *at("05-01"))
    return path


def file_with(text, name="entries.toml"):
    path = folder() / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def lines_of(ledger):
    return done("ledger", "export", ledger).splitlines()


def verified(ledger):
    """(exit code, number of records, hash of the head or the message)."""
    code, out, err = surety("ledger", "verify", ledger, "--format", "json")
    if code:
        return code, 0, err
    answer = json.loads(out)
    return 0, answer["figures"]["records"]["value"], answer["tables"]["head"]["rows"][0]["hash"]


def chain_fault(lines):
    """A second implementation of the chain: what is wrong with it, or nothing."""
    previous, recorded = "0" * 64, ""
    for number, line in enumerate(lines, 1):
        record = json.loads(line)
        if record["seq"] != number:
            return f"line {number}: seq {record['seq']}"
        if record["previous"] != previous:
            return f"line {number}: previous"
        if record["recorded"] < recorded:
            return f"line {number}: recorded"
        previous, recorded = hashlib.sha256(line.encode()).hexdigest(), record["recorded"]
    return ""


def canonical(value):
    """RFC 8785 for what stands in our records: keys below U+E000, numbers that Python and ECMAScript write alike."""
    if isinstance(value, dict):
        return "{" + ",".join(canonical(key) + ":" + canonical(value[key]) for key in sorted(value)) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    if isinstance(value, float) and value == int(value) and abs(value) < 1e21:
        return str(int(value))
    return json.dumps(value, ensure_ascii=False)


def rewritten(lines, change):
    """The lines with `change(record)` applied to each and the chain made anew."""
    previous, out = "0" * 64, []
    for line in lines:
        record = json.loads(line)
        change(record)
        record["previous"] = previous
        out.append(canonical(record))
        previous = hashlib.sha256(out[-1].encode()).hexdigest()
    return out


def run_tests(tests):
    """Runs the promises test_* of a module; names in argv pick some."""
    wanted = sys.argv[2:]
    seed = int(os.environ.get("SURETY_SEED", "20250821"))
    passed = failed = skipped = 0
    for name, test in tests.items():
        if not name.startswith("test_") or (wanted and not any(word in name for word in wanted)):
            continue
        random.seed(seed)
        try:
            test()
            passed += 1
        except Skipped as why:
            print(f"skipped {name}: {why}")
            skipped += 1
        except Exception as trouble:  # a promise that is not kept
            print(f"FAILED {name} (seed {seed}): {type(trouble).__name__}: {trouble}")
            failed += 1
    print(f"seed {seed}: {passed} passed, {failed} failed, {skipped} skipped")
    sys.exit(bool(failed))
