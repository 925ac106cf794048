#!/usr/bin/env python3
"""Holds the commands of the ledger to their promises: what is added, refused, answered, exported and read back.

Usage: ledger_commands_test.py PROGRAM [NAME...]"""
import hashlib
import json
import os
import pty

from ledger_trial import (HEAD, ROOT, SCRATCH, UKRAINE, at, canonical, chain_fault, command, done, environment,
                          file_with, folder, lines_of, refused, rewritten, run_tests, same, small_ledger, statement,
                          surety, verified)


def answer(*words):
    return json.loads(done(*words, "--format", "json"))


def without_hash(text):
    value = json.loads(text)
    value["surety"].pop("input_sha256")
    value.pop("as_of")
    return value


# ---- what goes in -------------------------------------------------------------------------------------------------

def test_add_says_what_was_added_and_what_was_there():
    ledger = small_ledger()
    entries = file_with(statement("S3", 3) + statement("S4", 4))
    said = answer("ledger", "add", ledger, entries, *at("05-02"))
    same({key: said["figures"][key]["value"] for key in ("added", "already_there")}, {"added": 1, "already_there": 1})
    same([row["id"] for row in said["tables"]["records"]["rows"] if not row["already_there"]], ["S4"])
    same(verified(ledger)[1], len(lines_of(ledger)))


def test_equal_content_is_no_new_record_and_other_content_is_refused_by_name():
    ledger = small_ledger()
    before = lines_of(ledger)
    case = file_with(HEAD + "".join(statement(f"S{i}", i) for i in range(1, 4)))
    assert "Nothing was added" in done("ledger", "import", ledger, case, *at("06-01"))
    same(lines_of(ledger), before)
    other = file_with(statement("S9", 1) + statement("S2", 7))
    assert "'S2' is there already with other content" in refused(("ledger", "add", ledger, other, *at("06-01")))
    same(lines_of(ledger), before, "all or nothing")


def test_a_form_that_means_the_same_is_equal_content():
    ledger = small_ledger()
    text = statement("S2", 2).replace('speaker = "GBR"', 'speaker = ["GBR"]').replace("ships(by GBR) = 2", "( ships( by GBR )=2 )")
    assert "Nothing was added" in done("ledger", "add", ledger, file_with(text + "goal = false\n"), *at("06-01"))


def test_an_earlier_content_again_is_no_new_record():
    ledger = small_ledger()
    done("ledger", "correct", ledger, file_with(statement("S1", 9)), *at("05-02"))
    assert "Nothing was added" in done("ledger", "add", ledger, file_with(statement("S1", 1)), *at("05-03"))
    assert "Nothing was added" in done("ledger", "add", ledger, file_with(statement("S1", 9)), *at("05-03"))


def test_what_an_entry_names_may_stand_in_the_ledger_or_in_the_file():
    ledger = small_ledger()
    entries = '[[source]]\nid = "radio"\ndate = 2025-04-01\n' + statement("S4").replace("paper", "radio")
    done("ledger", "add", ledger, file_with(entries), *at("05-02"))
    wrong = file_with(statement("S5").replace("paper", "nowhere"))
    err = refused(("ledger", "add", ledger, wrong, *at("05-02")), part="nowhere")
    assert str(wrong) in err, err


def test_csv_goes_in():
    ledger = small_ledger()
    csv = "id,kind,speaker,chain,said_from,said_to,claim\nS7,pledge,FRA,paper,2025-03-05,2025-03-05,ships(by FRA) = 2\n"
    same(answer("ledger", "import", ledger, file_with(csv, "more.csv"), *at("05-02"))["figures"]["added"]["value"], 1)
    assert "S7" in done("statements", ledger)


def test_one_ledger_holds_one_case():
    ledger = small_ledger()
    refused(("ledger", "import", ledger, UKRAINE, *at("05-02")), part="another case")


def test_supersession():
    ledger = small_ledger()
    done("ledger", "supersede", ledger, "S3", "S1", "S2", *at("05-02"))
    same([row["id"] for row in answer("statements", ledger, "--current")["tables"]["statements"]["rows"]], ["S3"])
    same(len(answer("statements", ledger, "--current", "--known", "2025-05-01")["tables"]["statements"]["rows"]), 3)
    before = lines_of(ledger)
    refused(("ledger", "supersede", ledger, "S1", "S3", *at("05-03")), part="supersedes itself by a detour")
    refused(("ledger", "supersede", ledger, "S1", "S1", *at("05-03")))
    refused(("ledger", "supersede", ledger, "S1", "S8", *at("05-03")), part="S8")
    circle = statement("S4", supersedes='["S5"]') + statement("S5", supersedes='["S4"]')
    refused(("ledger", "add", ledger, file_with(circle), *at("05-03")))
    same(lines_of(ledger), before)
    later_first = statement("S6", supersedes='["S7"]') + statement("S7")
    done("ledger", "add", ledger, file_with(later_first), *at("05-03"))
    same(verified(ledger)[0], 0)


def test_what_is_not_there_cannot_be_corrected_judged_decided_or_retracted():
    ledger = small_ledger()
    before = lines_of(ledger)
    refused(("ledger", "correct", ledger, file_with(statement("S8")), *at("05-02")), part="'S8' is not there")
    refused(("ledger", "judge", ledger, "S8", "--likelihood", "0.5", *at("05-02")), part="'S8' is not there")
    refused(("ledger", "accept", ledger, "S8", *at("05-02")), part="'S8' is not there")
    refused(("ledger", "accept", ledger, "S1", *at("05-02")), part="no candidate")
    refused(("ledger", "retract", ledger, "S8", "--reason", "x", *at("05-02")), part="'S8' is not there")
    refused(("ledger", "retract", ledger, "--record", "99", "--reason", "x", *at("05-02")))
    refused(("ledger", "retract", ledger, "S1", *at("05-02")), part="reason")
    refused(("ledger", "judge", ledger, "S1", "--likelihood", "1.5", *at("05-02")), part="1.5")
    same(lines_of(ledger), before)


def test_undo_is_a_retraction_and_can_be_undone():
    ledger = small_ledger()

    def ids(**known):
        return [row["id"] for row in answer("statements", ledger, *known.get("at", []))["tables"]["statements"]["rows"]]

    done("ledger", "retract", ledger, "S2", "--reason", "read wrongly", *at("05-02"))
    same(ids(), ["S1", "S3"])
    refused(("ledger", "retract", ledger, "S2", "--reason", "again", *at("05-02")))
    number = len(lines_of(ledger))
    done("ledger", "retract", ledger, "--record", number, "--reason", "it was right", *at("05-03"))
    same(ids(), ["S1", "S2", "S3"])
    same(ids(at=["--known", "2025-05-02"]), ["S1", "S3"])
    refused(("ledger", "retract", ledger, "GBR", "--reason", "x", *at("05-04")), part="GBR")


def test_two_analysts_judge_and_a_candidate_is_decided():
    ledger = small_ledger()
    done("ledger", "judge", ledger, "S1", "--likelihood", "0.2..0.3", "--analyst", "Ben", "--recorded", "2025-05-02T00:00:00Z")
    done("ledger", "judge", ledger, "S1", "--likelihood", "0.9", *at("05-03"))

    def likelihood(*words):
        return answer("statements", ledger, *words)["tables"]["statements"]["rows"][0]["likelihood_low"]

    same([likelihood(), likelihood("--analyst", "Ben"), likelihood("--analyst", "Anna"),
          likelihood("--analyst", "Anna", "--known", "2025-05-02")], [0.5, 0.2, 0.9, 0.5])
    done("ledger", "add", ledger, file_with(statement("C1", 5, status='"proposed"')), *at("05-04"))
    current = ["statements", ledger, "--current", "--format", "csv"]
    assert "C1" not in done(*current)
    done("ledger", "accept", ledger, "C1", *at("05-05"))
    assert "C1" in done(*current)
    done("ledger", "reject", ledger, "C1", "--reason", "no source", *at("05-06"))
    assert "C1" not in done(*current) and "C1" in done(*current, "--known", "2025-05-05")


# ---- who and when ---------------------------------------------------------------------------------------------------

def test_who_writes_is_asked_for_once():
    ledger, settings = small_ledger(), folder()
    entries = file_with(statement("S4"))
    refused(("ledger", "add", ledger, entries), part="nobody said who is writing", env=environment(XDG_CONFIG_HOME=str(settings)))
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ["XDG_CONFIG_HOME"] = str(settings)
        os.execv(command()[0], command("ledger", "add", ledger, entries))
    os.write(terminal, "Zoë Ünal\n".encode())
    said = b""
    while True:
        try:
            piece = os.read(terminal, 4096)
        except OSError:
            break
        said += piece
    same(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), 0, said.decode())
    assert "Under which name" in said.decode()
    done("ledger", "note", ledger, "seen", env=environment(XDG_CONFIG_HOME=str(settings)))
    same([json.loads(line)["analyst"] for line in lines_of(ledger)[-2:]], ["Zoë Ünal"] * 2)


def test_names_with_control_characters_are_refused():
    ledger = small_ledger()
    for name in ("a\x1bb", "a\nb", " ", "a\u202eb", "x" * 101):
        refused(("ledger", "note", ledger, "x", "--analyst", name), part="name")


def test_a_clock_that_goes_backwards_records_the_newest_time_and_says_so():
    ledger = small_ledger()
    code, _, err = surety("ledger", "note", ledger, "x", "--analyst", "Anna", "--recorded", "2024-01-01T00:00:00Z")
    same(code, 0)
    assert "the clock stands before the newest record" in err, err
    same(json.loads(lines_of(ledger)[-1])["recorded"], "2025-05-01T10:00:00Z")


def test_without_an_option_the_clock_is_read():
    ledger = small_ledger()
    done("ledger", "note", ledger, "x", "--analyst", "Anna")
    assert json.loads(lines_of(ledger)[-1])["recorded"] > "2025-06"


# ---- what comes out ---------------------------------------------------------------------------------------------------

def ukraine_ledger():
    ledger = folder() / "ukraine.ledger"
    done("ledger", "init", ledger)
    done("ledger", "import", ledger, UKRAINE, *at("08-21"))
    return ledger


def test_every_verb_that_takes_a_case_takes_a_ledger():
    ledger = ukraine_ledger()
    for words in (["assess"], ["coverage"], ["conflict"], ["statements"], ["check"], ["because", "cheapest_concession"],
                  ["assess", "--without", "S66"], ["conflict", "--as-of", "2025-08-20"],
                  ["coverage", "--set", "S51.amount=8000"], ["assess", "--only", "S51,S52,S58,A1"]):
        verb, *more = words
        from_case, from_ledger = (done(verb, path, *more, "--format", "json") for path in (UKRAINE, ledger))
        same(without_hash(from_ledger)["tables"], without_hash(from_case)["tables"], f"tables of {words}")
        same(without_hash(from_ledger)["figures"], without_hash(from_case)["figures"], f"figures of {words}")
    same(answer("assess", ledger)["surety"]["input_sha256"], verified(ledger)[2])
    same(done("export", ledger), done("export", UKRAINE))


def test_toml_and_ndjson_come_back_with_the_same_answers_and_hashes():
    ledger = ukraine_ledger()
    done("ledger", "supersede", ledger, "S52", "S47", *at("08-22"))
    done("ledger", "retract", ledger, "S60", "--reason", "no source of its own", *at("08-23"))
    copy = folder() / "copy.ledger"
    done("ledger", "init", copy)
    lines = file_with(done("ledger", "export", ledger), "all.ndjson")
    done("ledger", "import", copy, lines, *at("09-01"))
    same(done("ledger", "export", copy), lines.read_text())
    same(verified(copy), verified(ledger))
    assert "Nothing was added" in done("ledger", "import", copy, lines, *at("09-01"))
    for known in ("2025-08-21", "2025-08-22", "2025-08-23"):
        toml = file_with(done("ledger", "export", ledger, "--toml", "--known", known))
        from_toml, from_ledger = without_hash(done("assess", toml, "--format", "json")), without_hash(
            done("assess", ledger, "--known", known, "--format", "json"))
        same(from_toml["tables"], from_ledger["tables"], known)
    cut = file_with(done("ledger", "export", ledger, "--toml", "--as-of", "2025-08-19"))
    same(without_hash(done("coverage", cut, "--format", "json"))["tables"]["rules"],
         without_hash(done("coverage", ledger, "--as-of", "2025-08-19", "--format", "json"))["tables"]["rules"])


def test_every_hash_is_recomputed_by_a_second_program():
    ledger = ukraine_ledger()
    done("ledger", "judge", ledger, "S51", "--likelihood", "0.3..0.5", "--reason", "häufig „bereit“", *at("08-22"))
    done("ledger", "note", ledger, "tab\there, line\nthere, \x01 and \"quotes\"", *at("08-22"))
    lines = lines_of(ledger)
    same(chain_fault(lines), "")
    same(hashlib.sha256(lines[-1].encode()).hexdigest(), verified(ledger)[2])
    for line in lines:
        same(canonical(json.loads(line)), line)


def test_verify_expects_a_head():
    ledger = small_ledger()
    head = verified(ledger)[2]
    done("ledger", "verify", ledger, "--expect", head)
    done("ledger", "note", ledger, "x", *at("05-02"))
    refused(("ledger", "verify", ledger, "--expect", head), part="the newest record is another one")
    refused(("ledger", "verify", ledger, "--expect", "xyz"))


def test_log_tells_who_recorded_what():
    ledger = small_ledger()
    done("ledger", "retract", ledger, "S2", "--reason", "read wrongly", *at("05-02"))
    rows = answer("ledger", "log", ledger, "--last", "2")["tables"]["records"]["rows"]
    same([(row["kind"], row["id"], row["analyst"]) for row in rows], [("statement", "S3", "Anna"), ("retraction", "7", "Anna")])
    assert "read wrongly" in done("ledger", "log", ledger)


# ---- bad input --------------------------------------------------------------------------------------------------------

def ndjson_refused(lines, part, line=None):
    ledger = folder() / "new.ledger"
    done("ledger", "init", ledger)
    path = file_with("".join(text + "\n" for text in lines), "bad.ndjson")
    err = refused(("ledger", "import", ledger, path, *at("09-01")), part=part)
    if line:
        assert err.startswith(f"{path}:{line}:"), err
    same(lines_of(ledger), [], "nothing is written")


def test_ndjson_is_refused_with_file_and_line():
    lines = lines_of(small_ledger())
    ndjson_refused(lines[:3] + [lines[3][:50]] + lines[4:], "this is no JSON", 4)
    ndjson_refused(lines[:4] + [lines[4].replace('"kind":"source"', '"kind":"sauce"')] + lines[5:], "unknown kind of record 'sauce'", 5)
    ndjson_refused(lines[:4] + [lines[4].replace("paper", "piper")] + lines[5:], "wrong hash", 6)
    ndjson_refused(lines[:3] + [lines[4], lines[3]] + lines[5:], "a gap: record 5 after 3", 4)
    ndjson_refused(lines[:3] + lines[4:], "a gap", 4)
    ndjson_refused(lines[:4] + lines[2:], "records out of order: 3 after 4", 5)
    ndjson_refused(lines[:4] + [lines[3]], "two heads: a second record 4", 5)
    ndjson_refused([lines[0].replace('"format":1', '"format":2')], "format 2", 1)
    ndjson_refused([lines[0].replace('{"analyst"', '{ "analyst"')], "not canonical", 1)
    ndjson_refused(lines[:2] + [""] + lines[2:], "this is no JSON", 3)
    ndjson_refused(lines[1:], "a gap: record 2 after 0", 1)
    ndjson_refused(["{" + "x" * 2_000_000], "more than", None)

    def unknown_source(record):
        if record["kind"] == "statement":
            record["payload"]["chain"] = ["nowhere"]
    ndjson_refused(rewritten(lines, unknown_source), "nowhere", 6)

    def unknown_key(record):
        if record["kind"] == "source":
            record["payload"]["datum"] = "x"
    ndjson_refused(rewritten(lines, unknown_key), "datum", 5)

    def bad_name(record):
        record["analyst"] = "a\u202eb"
    ndjson_refused(rewritten(lines, bad_name), "control characters", 1)

    def backwards(record):
        record["recorded"] = f"2025-05-{20 - record['seq']:02}T00:00:00Z"
    ndjson_refused(rewritten(lines, backwards), "recorded before", 2)
    twice = rewritten(lines + [lines[-1]], lambda record: None)
    twice[-1] = twice[-1].replace('"seq":8', '"seq":9')
    ndjson_refused(twice, "declared already", 9)


def test_a_file_that_parts_from_the_ledger_is_refused():
    ledger = small_ledger()
    other = file_with("\n".join(rewritten(lines_of(ledger), lambda record: record.update(analyst="Ben"))) + "\n", "other.ndjson")
    refused(("ledger", "import", ledger, other, *at("09-01")), part="two heads: the ledger has another record 1")
    longer = small_ledger(statements=3)
    done("ledger", "note", longer, "x", *at("05-02"))
    short = file_with("\n".join(lines_of(longer)[:-1]) + "\n", "short.ndjson")
    assert "Nothing was added" in done("ledger", "import", longer, short, *at("09-01"))


def test_what_is_no_ledger_is_refused_in_a_sentence():
    refused(("ledger", "verify", ROOT / "README.md"), part="this is no ledger")
    refused(("ledger", "verify", folder()), part="this is no ledger")
    refused(("ledger", "verify", SCRATCH / "nothing"), part="this is no ledger")
    refused(("ledger", "init", ROOT / "README.md"), part="something bears this name already")
    refused(("ledger", "init", SCRATCH / "no/such/folder"))
    empty = folder() / "empty.ledger"
    done("ledger", "init", empty)
    refused(("assess", empty), part="holds no record yet")
    same(verified(empty)[:2], (0, 0))


def test_commands_of_two_words_are_asked_for_like_others():
    assert "ledger add" in done("help", "ledger")
    assert "surety ledger add LEDGER FILE" in done("help", "ledger", "add")
    same(done("ledger", "add", "--help"), done("help", "ledger", "add"))
    refused(("ledger",), part="no command is called 'ledger'")
    refused(("ledger", "ad"), part="did you mean ledger add?")


if __name__ == "__main__":
    run_tests(globals())
