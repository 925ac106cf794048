"""Holds docs/case.schema.json to the program: its keys are the program's keys, and the shipped cases fit it.

Run from the root of the source; 77 where the module jsonschema is missing. The program itself is not needed.
"""
import json
import pathlib
import re
import sys
import tomllib

KEYS = pathlib.Path("src/exchange/case_toml_keys.cc").read_text(encoding="utf-8")
SCHEMA = json.loads(pathlib.Path("docs/case.schema.json").read_text(encoding="utf-8"))
PAGE = pathlib.Path("docs/formats.md").read_text(encoding="utf-8")


def tables():
    """Table name -> (its keys, those that are required), as the program reads them."""
    names = dict(re.findall(r'\{"(\w+)", entries<(k\w+Keys)', KEYS)) | {"case": "kCaseKeys"}
    for table, variable in names.items():
        body = re.search(variable + r" = .*?\{\n(.*?)\n\}", KEYS, re.S).group(1)
        found = re.findall(r'\{"(\w+)", (required|optional)', body)
        yield table, {key for key, _ in found}, {key for key, presence in found if presence == "required"}


def plain(value):
    """Dates as the text that the schema describes."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value if isinstance(value, (str, int, float, bool)) else value.isoformat()


def cases():
    for folder in sorted(path for path in pathlib.Path("cases").iterdir() if path.is_dir()):
        whole = {}
        for file in sorted(folder.glob("*.toml")):
            for key, value in tomllib.loads(file.read_text(encoding="utf-8-sig")).items():
                whole[key] = whole.get(key, []) + value if isinstance(value, list) else value
        yield folder, whole


def main():
    faults = []
    for table, keys, required in tables():
        schema = SCHEMA["properties"][table]
        schema = schema.get("items", schema)
        if keys != set(schema["properties"]):
            faults.append(f"{table}: keys {sorted(keys ^ set(schema['properties']))}")
        if required != set(schema["required"]):
            faults.append(f"{table}: required {sorted(required ^ set(schema['required']))}")
        faults += [f"docs/formats.md does not name {table}.{key}" for key in keys if f"`{key}`" not in PAGE]
    try:
        import jsonschema
    except ImportError:
        print("the module jsonschema is missing")
        return 1 if faults else 77
    validator = jsonschema.Draft202012Validator(SCHEMA)
    for folder, whole in cases():
        faults += [f"{folder}: {list(fault.absolute_path)} {fault.message}" for fault in validator.iter_errors(plain(whole))]
    print("\n".join(faults) or "case schema: no fault")
    return 1 if faults else 0


sys.exit(main())
