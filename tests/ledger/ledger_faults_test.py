#!/usr/bin/env python3
"""Tries for real what happens to ledgers: killed processes, full disks, cut files, flipped bits, many writers at once.

Usage: ledger_faults_test.py PROGRAM [NAME...]

SURETY_FAULTS=full tries as often as a release should (1,000 kills, 10,000 records by 8 processes); else a tenth or less.
SURETY_SEED draws otherwise. What was acknowledged must be there, the rest wholly absent, and the ledger opens."""
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import time

from ledger_trial import (ROOT, SCRATCH, Skipped, at, chain_fault, command, done, environment, file_with, folder,
                          lines_of, refused, run_tests, same, small_ledger, statement, surety, verified)

FULL = os.environ.get("SURETY_FAULTS") == "full"
KILLS = 1000 if FULL else 48
BYTES_TRIED = 2000 if FULL else 150
WRITERS, RECORDS = 8, 10_000 if FULL else 240


def started(words, **options):
    return subprocess.Popen(command(*words), cwd=ROOT, env=environment(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, start_new_session=True, **options)


def whole(ledger):
    """The lines of a ledger that must be in order; the number of records and the chain agree with verify."""
    code, records, head = verified(ledger)
    same(code, 0, head)
    lines = lines_of(ledger)
    same(len(lines), records)
    same(chain_fault(lines), "")
    return lines


# ---- killed ----------------------------------------------------------------------------------------------------------

def kill_trial(make_words, how_many, entries, name):
    """Kills the command at a random moment; `entries` is how many records it adds, all or none."""
    ledger = small_ledger()
    acknowledged = killed = 0
    typical = 0.05
    for trial in range(how_many):
        before = lines_of(ledger)
        began = time.monotonic()
        process = started(make_words(ledger, trial))
        time.sleep(random.uniform(0, 2 * typical))
        process.send_signal(signal.SIGKILL)
        out, _ = process.communicate()
        if process.returncode == 0:
            typical = 0.5 * typical + 0.25 * (time.monotonic() - began)
        else:
            typical = min(2.0, 1.2 * typical)  # long enough, on a busy machine, that some get through
        after = lines_of(ledger)
        same(after[:len(before)], before, f"{name} {trial}: what was there")
        added = len(after) - len(before)
        if process.returncode == 0 or b"head: record" in out:
            same(added, entries, f"{name} {trial}: acknowledged")
            acknowledged += 1
        else:
            assert added in (0, entries), f"{name} {trial}: {added} of {entries} records"
            killed += 1
    whole(ledger)
    return f"{name}: {killed} killed, {acknowledged} got through"


def test_kill_9_during_add():
    texts = [file_with("".join(statement(f"T{n}-{k}") for k in range(5))) for n in range(KILLS // 4)]
    print(kill_trial(lambda ledger, n: ["ledger", "add", ledger, texts[n], *at("06-01")], KILLS // 4, 5, "add"))


def test_kill_9_during_import():
    texts = [file_with("id,kind,speaker,chain,claim\n" + "".join(
        f"I{n}-{k},pledge,FRA,paper,ships(by FRA) = {k}\n" for k in range(50)), "more.csv") for n in range(KILLS // 4)]
    print(kill_trial(lambda ledger, n: ["ledger", "import", ledger, texts[n], *at("06-01")], KILLS // 4, 50, "import"))


def test_kill_9_during_import_of_records():
    source = small_ledger()
    done("ledger", "import", source, file_with("id,kind,speaker,chain,claim\n" + "".join(
        f"N{k},pledge,FRA,paper,ships(by FRA) = {k}\n" for k in range(500)), "more.csv"), *at("06-01"))
    records = file_with("\n".join(lines_of(source)) + "\n", "all.ndjson")
    for trial in range(KILLS // 8):
        ledger = folder() / "copy.ledger"
        done("ledger", "init", ledger)
        process = started(["ledger", "import", ledger, records, *at("06-01")])
        time.sleep(random.uniform(0, 0.15))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        count = len(whole(ledger))
        same(count in ((508,) if process.returncode == 0 else (0, 508)), True, f"import of records {trial}: {count}")


def test_kill_9_during_correct():
    texts = [file_with(statement("S1", n + 10) + statement("S2", n + 10)) for n in range(KILLS // 4)]
    print(kill_trial(lambda ledger, n: ["ledger", "correct", ledger, texts[n], *at("06-01")], KILLS // 4, 2, "correct"))


def test_kill_9_during_export_and_init():
    ledger = small_ledger(statements=200)
    target = folder() / "out.ndjson"
    wanted = done("ledger", "export", ledger)
    for trial in range(KILLS // 8):
        target.unlink(missing_ok=True)
        process = started(["ledger", "export", ledger, "--output", target])
        time.sleep(random.uniform(0, 0.06))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        if target.exists():
            same(target.read_text(), wanted, f"export {trial}")
        else:
            assert process.returncode != 0, f"export {trial}: acknowledged, and no file"
        new = folder() / "new.ledger"
        process = started(["ledger", "init", new])
        time.sleep(random.uniform(0, 0.06))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        if new.exists():
            same(verified(new)[:2], (0, 0), f"init {trial}")
        else:
            assert process.returncode != 0, f"init {trial}: acknowledged, and no file"
    whole(ledger)


def test_a_journal_left_by_a_killed_process_is_taken_up():
    ledger = small_ledger()
    other = sqlite3.connect(ledger)  # holds the file open, so that nobody folds the journal in
    other.execute("SELECT count(*) FROM record").fetchone()
    done("ledger", "note", ledger, "still in the journal", *at("06-01"))
    lines = lines_of(ledger)
    copy = folder() / "killed.ledger"
    for end in ("", "-wal"):
        shutil.copy(str(ledger) + end, str(copy) + end)
    other.close()
    same(whole(copy), lines)
    done("ledger", "note", copy, "and on", *at("06-02"))
    same(len(whole(copy)), len(lines) + 1)


# ---- the disk --------------------------------------------------------------------------------------------------------

def test_a_full_disk_loses_nothing_that_was_acknowledged():
    place = folder()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=400k", "surety-test", place], capture_output=True)
    if mounted.returncode:
        raise Skipped("mounting a small tmpfs is not permitted here")
    try:
        ledger = small_ledger(place / "full.ledger")
        acknowledged, refusals = whole(ledger), 0
        for n in range(60):
            text = file_with("".join(statement(f"F{n}-{k}", note=f'"{"x" * 3000}"') for k in range(8)))
            code, out, err = surety("ledger", "add", ledger, text, *at("06-01"))
            if code == 0:
                acknowledged = acknowledged + lines_of(ledger)[len(acknowledged):]
                continue
            refusals += 1
            same((code, out), (1, ""), err)
            assert "no room" in err or "disk" in err, err
            if refusals > 3:
                break
        assert refusals, "the disk never was full"
        same(lines_of(ledger), acknowledged)
        whole(ledger)
        copy = folder() / "copy.ledger"
        for end in ("", "-wal"):  # a full disk has no room to fold the journal in
            if os.path.exists(str(ledger) + end):
                shutil.copy(str(ledger) + end, str(copy) + end)
        same(whole(copy), acknowledged)
    finally:
        subprocess.run(["umount", place], check=True)


def test_a_read_only_folder_is_read_and_not_written():
    ledger = small_ledger()
    wanted = lines_of(ledger)
    place = folder()
    mounted = subprocess.run(["mount", "--bind", ledger.parent, place], capture_output=True)
    if mounted.returncode or subprocess.run(["mount", "-o", "remount,bind,ro", place], capture_output=True).returncode:
        subprocess.run(["umount", place], capture_output=True)
        raise Skipped("mounting a folder read-only is not permitted here")
    try:
        frozen = place / ledger.name
        same(whole(frozen), wanted)
        done("assess", frozen)
        refused(("ledger", "note", frozen, "x", *at("06-01")), code=1)
        refused(("ledger", "init", place / "new.ledger"), code=1, part="could not be created")
        same(sorted(path.name for path in place.iterdir()), [ledger.name])
    finally:
        subprocess.run(["umount", place], check=True)


def test_a_path_with_spaces_and_umlauts_and_a_symbolic_link():
    place = folder() / "über den See, 100% #1?"
    place.mkdir()
    ledger = small_ledger(place / "Bürgschaft für alle.ledger")
    link = folder() / "link.ledger"
    link.symlink_to(ledger)
    done("ledger", "note", link, "through the link", *at("06-01"))
    same(whole(link), whole(ledger))
    assert link.is_symlink()
    refused(("ledger", "init", link), part="something bears this name already")
    dangling = folder() / "dangling.ledger"
    dangling.symlink_to(place / "nothing")
    refused(("ledger", "init", dangling), part="something bears this name already")
    refused(("ledger", "note", dangling, "x", *at("06-01")), part="this is no ledger")


# ---- the bytes -------------------------------------------------------------------------------------------------------

def answers_of(path):
    """What a damaged copy still says: None where it is refused."""
    code, out, err = surety("ledger", "export", path)
    assert code in (0, 1, 2), f"exit {code}: {err}"
    return out if code == 0 else None


def test_a_file_cut_at_any_byte_is_refused_or_whole():
    ledger = small_ledger(statements=40)
    bytes_, wanted, head = ledger.read_bytes(), done("ledger", "export", ledger), verified(ledger)[2]
    copy = folder() / "cut.ledger"
    cuts = {0, 1, 15, 16, 99, 100, 4095, 4096, len(bytes_) - 1} | {random.randrange(len(bytes_)) for _ in range(BYTES_TRIED)}
    for cut in sorted(cuts):
        copy.write_bytes(bytes_[:cut])
        code, out, err = surety("ledger", "verify", copy, "--expect", head)
        assert code in (1, 2) and not out and err.strip(), f"cut at {cut}: exit {code} {out} {err}"
        assert len(err.splitlines()) == 1, err
    copy.write_bytes(bytes_)
    same(done("ledger", "export", copy), wanted)


def test_a_flipped_bit_anywhere_is_seen_or_harmless():
    ledger = small_ledger(statements=40)
    done("ledger", "supersede", ledger, "S3", "S1", "S2", *at("05-02"))
    done("ledger", "retract", ledger, "S4", "--reason", "x", *at("05-03"))
    bytes_, wanted = ledger.read_bytes(), done("ledger", "export", ledger)
    page = json.loads(done("statements", ledger, "--format", "json"))
    copy = folder() / "flipped.ledger"
    seen = harmless = 0
    for _ in range(BYTES_TRIED):
        place, bit = random.randrange(len(bytes_)), random.randrange(8)
        flipped = bytearray(bytes_)
        flipped[place] ^= 1 << bit
        copy.write_bytes(flipped)
        code, _, err = surety("ledger", "verify", copy)
        if code:
            assert code in (1, 2) and len(err.splitlines()) == 1, f"byte {place} bit {bit}: exit {code} {err}"
            seen += 1
            continue
        same(answers_of(copy), wanted, f"byte {place} bit {bit}: verified, and exports otherwise")
        same(json.loads(done("statements", copy, "--format", "json")), page, f"byte {place} bit {bit}: verified, and answers otherwise")
        harmless += 1
    print(f"flipped bits: {seen} seen, {harmless} harmless")


def test_verify_names_the_first_record_that_was_changed():
    ledger = small_ledger(statements=9)
    lines = lines_of(ledger)
    for number in random.sample(range(1, len(lines) + 1), 5):
        copy = folder() / "changed.ledger"
        shutil.copy(ledger, copy)
        base = sqlite3.connect(copy)
        base.execute("UPDATE record SET line = replace(line, 'Anna', 'Bert') WHERE seq >= ?", (number,))
        base.commit()
        base.close()
        refused(("ledger", "verify", copy), part=f"record {number} was changed")
    copy = folder() / "less.ledger"
    shutil.copy(ledger, copy)
    base = sqlite3.connect(copy)
    base.execute("DELETE FROM record WHERE seq = 7")
    base.commit()
    base.close()
    refused(("ledger", "verify", copy), part="record 7 is missing")


def test_a_derived_table_that_was_changed_is_seen():
    ledger = small_ledger()
    for sql in ("UPDATE state SET last_day = last_day - 1 WHERE declared = 8", "DELETE FROM party WHERE statement = 7",
                "UPDATE entry SET declared = 5 WHERE id = 'S1'", "INSERT INTO supersession VALUES(7, 8)",
                "UPDATE state SET accepted = 0 WHERE declared = 7", "INSERT INTO retraction VALUES(7, 8)"):
        copy = folder() / "changed.ledger"
        shutil.copy(ledger, copy)
        base = sqlite3.connect(copy)
        base.execute(sql)
        base.commit()
        base.close()
        refused(("ledger", "verify", copy), part="is not what follows from them")
        fresh, lines = folder() / "fresh.ledger", file_with(done("ledger", "export", copy), "lines.ndjson")
        done("ledger", "init", fresh)
        done("ledger", "import", fresh, lines, *at("06-01"))
        whole(fresh)


def test_foreign_and_newer_databases_are_refused():
    foreign = folder() / "foreign.ledger"
    base = sqlite3.connect(foreign)
    base.execute("CREATE TABLE record(seq, line, hash)")
    base.commit()
    base.close()
    for verb in (["assess"], ["ledger", "verify"], ["check"]):
        refused((*verb, foreign), part="a database of SQLite, but no ledger of Surety")
    refused(("ledger", "note", foreign, "x", *at("06-01")), part="a database of SQLite, but no ledger")
    newer = small_ledger()
    base = sqlite3.connect(newer)
    base.execute("PRAGMA user_version = 2")
    base.commit()
    base.close()
    for verb in (["assess"], ["ledger", "verify"]):
        refused((*verb, newer), part="the ledger has format 2")
    refused(("ledger", "note", newer, "x", *at("06-01")), part="the ledger has format 2")
    more = small_ledger()
    base = sqlite3.connect(more)
    base.execute("CREATE TABLE more(x)")
    base.commit()
    base.close()
    refused(("assess", more), part="its tables are not those of a ledger")


# ---- many at once ----------------------------------------------------------------------------------------------------

def test_many_writers_at_once_lose_nothing():
    ledger = small_ledger()
    before = len(lines_of(ledger))
    share = RECORDS // WRITERS
    script = "for i in $(seq 1 $1); do \"$2\" ledger note \"$3\" \"$4 $i\" --analyst \"$4\" >/dev/null 2>>\"$5\" || echo lost; done"
    errors = folder() / "errors"
    processes = [subprocess.Popen(["bash", "-c", script, "writer", str(share), command()[0], str(ledger), f"w{n}", str(errors)],
                                  cwd=ROOT, env=environment(), stdout=subprocess.PIPE) for n in range(WRITERS)]
    lost = sum(process.communicate()[0].count(b"lost") for process in processes)
    lines = whole(ledger)
    same(len(lines) - before, WRITERS * share - lost)
    same(lost, 0, errors.read_text() if errors.exists() else "")
    for n in range(WRITERS):
        texts = [json.loads(line)["payload"]["text"] for line in lines if f'"w{n}"' in line]
        same(texts, [f"w{n} {i}" for i in range(1, share + 1)])


def test_reading_goes_on_while_others_write():
    ledger = small_ledger()
    writer = subprocess.Popen(["bash", "-c", "for i in $(seq 1 20); do \"$1\" ledger note \"$2\" x --analyst w >/dev/null; done",
                               "writer", command()[0], str(ledger)], cwd=ROOT, env=environment())
    counts = []
    while writer.poll() is None:
        counts.append(verified(ledger)[:2])
    assert all(code == 0 for code, _ in counts), counts
    same(counts, sorted(counts))


if __name__ == "__main__":
    print(f"scratch {SCRATCH.parent}, {'full' if FULL else 'short'}: {KILLS} kills, {RECORDS} records by {WRITERS} writers")
    run_tests(globals())
