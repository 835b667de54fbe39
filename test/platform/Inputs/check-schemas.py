"""check-schemas.py ROOT: the schemas take our files and refuse bad ones."""
import copy
import json
import pathlib
import sys

root = pathlib.Path(sys.argv[1])
read = lambda path: json.loads((root / path).read_text(encoding="utf-8"))
files = {"sources": read("sources/cuda.json"), "targets": read("targets/musa.json"),
         "frameworks": read("frameworks/pytorch.json")}
try:
    import jsonschema
except ImportError:
    print("good, but unchecked")
    sys.exit()
valid = {f: jsonschema.Draft7Validator(read(f + "/schema.json")).is_valid for f in files}


def changed(folder, path, value=None):
    """The file with `value` at `path`; without the key if there is none."""
    whole = copy.deepcopy(files[folder])
    *way, last = path
    place = whole
    for key in way:
        place = place[key]
    if value is None:
        del place[last]
    else:
        place[last] = value
    return whole


for folder, file in files.items():
    assert valid[folder](file), folder
    assert not valid[folder]({**file, "more": 1}), folder
    assert not valid[folder](changed(folder, ["name"], 3)), folder
assert valid["targets"]({"architectures": files["targets"]["architectures"]})
assert valid["targets"](changed("targets", ["architectures", 0, "products"], ["A1"]))
for folder, path, value in [
        ("targets", ["macros"], None), ("targets", ["launch", "fields"], ["a"]),
        ("targets", ["architectures", 0, "warpSize"], None),
        ("targets", ["architectures", 0, "warpSize"], "128"),
        ("targets", ["architectures", 0, "sources"], []),
        ("targets", ["architectures", 0, "name"], "mp"),
        ("targets", ["architectures", 0, "capability"], "six"),
        ("targets", ["architectures", 0, "lanes"], 64),
        ("sources", ["warp", "size"], None), ("sources", ["warp", "shuffles"], "__shfl*"),
        ("sources", ["warp", "shuffles"], ["*"]), ("sources", ["majorUnit"], 0),
        ("sources", ["host"], None), ("frameworks", ["table"], None),
        ("frameworks", ["namespaces"], ["a"])]:
    assert not valid[folder](changed(folder, path, value)), (folder, path, value)
print("good")
