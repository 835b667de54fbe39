"""check-schema.py SCHEMA: the schema takes good entries and refuses bad ones."""
import json
import sys

schema = json.load(open(sys.argv[1], encoding="utf-8"))
try:
    import jsonschema
except ImportError:
    print("good, but unchecked")
    sys.exit()
valid = jsonschema.Draft7Validator(schema).is_valid
good = {"from": "cudaX", "to": "musaX", "kind": "function", "status": "supported", "evidence": "doc: here"}
with_ = lambda **change: {"entries": [{k: v for k, v in {**good, **change}.items() if v is not None}]}

assert valid(with_())
assert valid({**with_(), "library": "x"})
assert valid(with_(status="unverified", evidence=None))
assert valid(with_(status="unsupported", to=None, note="use y"))
assert valid(with_(kind="macro", numeric=True, since="4.3", arch="mp_22", cuda="12-"))
assert valid(with_(kind="enumerator", **{"in": "E"}, value=-3, reverse=False))
for bad in [
        [], {}, {"entries": {}}, {"entries": ["cudaX"]}, {**with_(), "more": 1},
        with_(kind="procedure"), with_(status="good"), with_(colour="red"),
        with_(kind=None), with_(status=None), with_(**{"from": None}), with_(**{"from": ""}),
        with_(to=None), with_(status="partial", to=None), with_(evidence=None),
        with_(status="unsupported", to=None), with_(numeric="yes"), with_(note=3),
        with_(reverse="no"), with_(value="3"), with_(value=1.5), with_(arch="22")]:
    assert not valid(bad), bad
print("good")
