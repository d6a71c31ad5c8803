#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""gitlab.py REPORT...: reports against what GitLab demands of the members that are written.

GitLab's schema of SAST reports is in no package that could be installed; this states what its
version 15.0.7 asks of these members. A member that is not named here is an error, so that a new
one is looked up there first.
"""
import json
import sys

import jsonschema

FILLED = {"type": "string", "minLength": 1}
TIME = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$"}
URL = {"type": "string", "pattern": "^(https?|ftp)://.+"}


def record(required, **optional):
    return {"type": "object", "required": list(required), "properties": {**required, **optional},
            "additionalProperties": False}


def several(items, **bounds):
    return {"type": "array", "items": items, **bounds}


TOOL = record({"id": FILLED, "name": FILLED, "version": FILLED, "vendor": record({"name": FILLED})})
VULNERABILITY = record(
    {"id": FILLED,
     "identifiers": several(record({"type": FILLED, "name": FILLED, "value": FILLED}, url=URL), minItems=1),
     "location": record({}, file={"type": "string"}, start_line={"type": "number"},
                        end_line={"type": "number"}, method={"type": "string"})},
    name={"type": "string", "maxLength": 255},
    description={"type": "string", "maxLength": 1048576},
    severity={"enum": ["Info", "Unknown", "Low", "Medium", "High", "Critical"]},
    solution={"type": "string", "maxLength": 7000},
    links=several(record({"url": URL}, name={"type": "string"})))
REPORT = record(
    {"version": {"const": "15.0.7"},
     "scan": record({"analyzer": TOOL, "scanner": TOOL, "type": {"const": "sast"}, "start_time": TIME,
                     "end_time": TIME, "status": {"enum": ["success", "failure"]}},
                    messages=several(record({"level": {"enum": ["info", "warn", "fatal"]}, "value": FILLED}))),
     "vulnerabilities": several(VULNERABILITY)})


def main(paths):
    validator = jsonschema.Draft7Validator(REPORT)
    found = 0
    for path in paths:
        with open(path, encoding="utf-8") as file:
            report = json.load(file)
        validator.validate(report)
        found += len(report["vulnerabilities"])
        for entry in report["vulnerabilities"][:1]:
            entry["name"] = "x" * 256
            assert not validator.is_valid(report), "anything is taken"
    assert found > 10, "hardly anything was looked at"
    print(f"GitLab: {len(paths)} reports with {found} entries are as version 15.0.7 wants them")


main(sys.argv[1:])
