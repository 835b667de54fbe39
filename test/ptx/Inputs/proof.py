#!/usr/bin/env python3
"""proof.py MUSIFY FORMS [--cxx CXX] [--only OPCODE] [--keep DIR]: is what a port writes for each form what PTX computes?

Each form that is emitted, with each of its types, becomes a function with inline PTX. A port translates them; the
host's compiler builds the result against device.h; over edges and random values its results must be those of isa.py.
A form without a description in isa.py, or one that the port leaves as PTX, is an error."""
import argparse
import itertools
import json
import math
import pathlib
import random
import struct
import subprocess
import sys
import tempfile

import floats
import isa
import isa_memory
from isa import is_float, is_type, mask, width

isa_memory.install()
HERE = pathlib.Path(__file__).parent
SLOTS = 8
VECTORS = 60
SPECIALS = {"tid.x": 11, "tid.y": 12, "tid.z": 13, "ntid.x": 21, "ntid.y": 22, "ntid.z": 23, "ctaid.x": 31,
            "ctaid.y": 32, "ctaid.z": 33, "nctaid.x": 41, "nctaid.y": 42, "nctaid.z": 43, "clock64": 0x123456789ab,
            "clock": 77}


class Pair(tuple):
    """Two results, `d|p`."""


def patterns(text):
    """`d|p:pred, [a:global], {b, c:u8}` as (shape, letter, type), a vector's parts in a tuple, a pair's in a Pair."""
    out = []
    for piece in text.replace("{", ",{,").replace("}", ",},").split(","):
        piece = piece.strip()
        if piece == "{":
            out.append([])
        elif piece == "}":
            out[-1] = tuple(out[-1])
        elif "|" in piece:
            out.append(Pair(("value", *half.partition(":")[::2]) for half in piece.split("|")))
        elif piece:
            letter, _, kind = piece.strip("[]").partition(":")
            item = ("address" if piece[0] == "[" else "value", letter, kind)
            out[-1].append(item) if out and isinstance(out[-1], list) else out.append(item)
    return out


def resolved(kind, types):
    first = types[0] if types else "b32"
    if kind in ("", "T"):
        return first
    if kind == "S":
        return types[1] if len(types) > 1 else first
    if kind == "U":
        return "u" + first[1:] if first[0] in "us" else first
    if kind == "W":
        return ("s" if first[0] == "s" else "u") + str(2 * width(first))
    return kind


class Case:
    """One function: a form, its types, the values of its constants. In place: the result overwrites an operand."""

    def __init__(self, form, types, constants, number, in_place=False):
        self.form, self.types, self.constants, self.number = form, types, constants, number
        self.in_place = in_place
        self.inputs, self.outputs, self.asm = [], [], ""
        self.head, self.tail, self.plan = [], [], []
        self.chained = []
        self.build()

    def opcode(self):
        form = self.form
        parts = form["op"].split(".")
        if form.get("scope"):
            parts.append(self.scope)
        if form.get("space") and self.space:
            parts.append(self.space)
        return ".".join(parts + self.types)

    def register(self, kind, is_output):
        """A C++ variable for a PTX register, and its reference in the template."""
        bits = width(kind)
        letter, decl = {"f32": ("f", "float"), "f64": ("d", "double")}.get(kind) or {
            64: ("l", "u64"), 32: ("r", "int" if kind[0] == "s" else "unsigned"),
        }.get(bits, ("h", "short" if kind[0] == "s" else "unsigned short"))
        place = (self.outputs if is_output else self.inputs)
        place.append((kind, letter, decl))
        return f"%{{{'o' if is_output else 'i'}{len(place) - 1}}}"

    def source(self, letter, kind):
        kind = resolved(kind, self.types)
        if letter in self.constants:
            self.plan.append(("constant", self.constants[letter]))
            return str(self.constants[letter])
        name = self.register(kind if kind != "pred" else "u32", False)
        self.plan.append(("input", len(self.inputs) - 1, kind))
        if kind == "pred":
            self.head.append(f".reg .pred q{len(self.inputs)}; setp.ne.u32 q{len(self.inputs)}, {name}, 0;")
            return f"q{len(self.inputs)}"
        if kind == "u8" and self.form["op"] == "mov":
            self.head.append(f".reg .b8 c{len(self.inputs)}; cvt.u8.u16 c{len(self.inputs)}, {name};")
            return f"c{len(self.inputs)}"
        return name

    def destination(self, kind):
        kind = resolved(kind, self.types)
        if kind == "pred":
            name = self.register("u32", True)
            predicate = f"d{len(self.outputs)}"
            self.head.append(f".reg .pred {predicate};")
            self.tail.append(f"selp.u32 {name}, 1, 0, {predicate};")
            return predicate
        if kind == "u8" and self.form["op"] == "mov":
            name = self.register("u16", True)
            self.head.append(f".reg .b8 e{len(self.outputs)};")
            self.tail.append(f"cvt.u16.u8 {name}, e{len(self.outputs)};")
            return f"e{len(self.outputs)}"
        return self.register(kind, True)

    def address(self, letter, kind):
        space = kind or self.space or "global"
        self.plan.append(("address", space.split("::")[0], 16))
        is_shared = space.startswith("shared")
        name = "%{s}" if is_shared else "%{g}"
        return f"[{name}+16]"

    def operand(self, item, is_destination):
        if isinstance(item, Pair):
            return "|".join(self.destination(kind) for _, letter, kind in item)
        if isinstance(item, tuple) and item and isinstance(item[0], tuple):
            if not is_destination:
                begin = len(self.plan)
                texts = [self.source(letter, kind) for _, letter, kind in item]
                self.plan[begin:] = [("list", self.plan[begin:])]
            else:
                texts = [self.destination(kind) for _, letter, kind in item]
            return "{" + ", ".join(texts) + "}"
        shape, letter, kind = item
        if shape == "address":
            return self.address(letter, kind)
        return self.destination(kind) if is_destination else self.source(letter, kind)

    def build(self):
        form = self.form
        self.space = ("shared" if self.number % 2 else "global") if form.get("space") else ""
        self.scope = ("cta", "gpu", "sys")[self.number % 3]
        text = f"{form.get('op')} {form.get('value')} {form.get('let')}"
        self.needs_carry = "$cc" in text
        self.sets_carry = "carry" in form
        if form["op"].split(".")[0] in ("isspacep",) or "nc" in form["op"].split("."):
            self.space = "" if form["op"].startswith("isspacep") else "global"
        if self.needs_carry:
            kind = self.types[0]
            a, b = self.source("y", "b" + str(width(kind))), self.source("z", "b" + str(width(kind)))
            self.head.append(f".reg .b{width(kind)} junk; add.cc.u{width(kind)} junk, {a}, {b};")
        has_result = "value" in form
        texts = [self.operand(item, has_result and i == 0) for i, item in enumerate(patterns(form["args"]))]
        if self.sets_carry:
            kind = "u" + str(width(self.types[0]))
            self.tail.append(f"addc.{kind} {self.register(kind, True)}, 0, 0;")
        body = f"{self.opcode()} {', '.join(texts)};".replace(" ;", ";")
        self.asm = " ".join(["{"] + self.head + [body] + self.tail + ["}"])

    def overwritten(self):
        """The input that shares a register with the first result; None if none can."""
        shared = [i for i, (_, letter, decl) in enumerate(self.inputs)
                  if self.outputs and (letter, decl) == self.outputs[0][1:] and self.pointer() is None]
        return shared[self.number % len(shared)] if shared else None

    def code(self):
        """The function, with the operands numbered as asm wants them."""
        lines, names, out, into = [], {}, [], []
        shared = self.overwritten() if self.in_place else None
        for i, (kind, letter, decl) in enumerate(self.outputs):
            is_both = i == 0 and shared is not None
            lines.append(f"{decl} d{i} = {f'bits<{decl}>(in[{shared}])' if is_both else 0};")
            names[f"o{i}"] = len(out)
            out.append(f'"{"+" if is_both else "="}{letter}"(d{i})')
        for i, (kind, letter, decl) in enumerate(self.inputs):
            if i == shared:
                names[f"i{i}"] = 0
                continue
            value = self.pointer() if i == 0 else None
            lines.append(f"{decl} a{i} = {value or f'bits<{decl}>(in[{i}])'};")
            names[f"i{i}"] = len(out) + len(into)
            into.append(f'"{letter}"(a{i})')
        for key, text in (("g", '"l"(GLOBAL)'), ("s", '"r"(0u)')):
            if f"%{{{key}}}" in self.asm:
                names[key] = len(out) + len(into)
                into.append(text)
        template = self.asm
        for key, at in names.items():
            template = template.replace(f"%{{{key}}}", f"%{at}")
        lines.append(f'asm volatile("{template}" : {", ".join(out)} : {", ".join(into)} : "memory");')
        if self.form["op"] == "cvta.shared":
            lines.append("d0 -= (u64)SHARED;")
        lines += [f"out[{i}] = bits<u64>(d{i});" for i in range(len(self.outputs))]
        body = "\n  ".join(lines)
        return f"__device__ void f{self.number}(const u64 *in, u64 *out) {{\n  {body}\n}}\n"

    def pointer(self):
        """Of instructions on addresses: one of the memory, chosen by the first input."""
        op = self.form["op"]
        if op == "cvta.to.shared":
            return "(u64)(SHARED + in[0] % 64)"
        if op == "cvta.shared":
            return "in[0] % 64"
        if op.startswith("isspacep"):
            return "(u64)(in[0] % 2 ? SHARED : GLOBAL)"
        return None

    def expected(self, values, machine):
        def take(step):
            if step[0] == "input":
                bits = width(step[2] if step[2] != "pred" else "u32")
                value = values[step[1]] & mask(bits)
                return int(value != 0) if step[2] == "pred" else value
            if step[0] == "constant":
                return step[1]
            if step[0] == "list":
                return [take(s) for s in step[1]]
            return (step[1], step[2])
        sources = [take(s) for s in self.plan]
        if self.needs_carry:
            machine.carry = (sources[0] + sources[1]) >> width(self.types[0]) & 1
            sources = sources[2:]
        if self.form["op"] in ("cvta.to.shared", "cvta.shared"):
            sources = [sources[0] % 64]
        if self.form["op"].startswith("isspacep"):
            return [int(sources[0] % 2 == (self.form["op"] == "isspacep.shared"))]
        results = isa.run(machine, self.opcode(), sources)
        vector = [i for i in patterns(self.form["args"])[:1] if isinstance(i[0], tuple) and not isinstance(i, Pair)]
        if vector and "value" in self.form and len(results) == 1 and len(vector[0]) > 1:
            bits = width(self.types[0]) // len(vector[0])
            results = [results[0] >> bits * i & mask(bits) for i in range(len(vector[0]))]
        if self.sets_carry:
            results = results + [machine.carry]
        return [r & mask(width(kind)) for r, (kind, _, _) in zip(results, self.outputs)]


def constants_of(form):
    """Values of the operands that must be constant."""
    choices = {}
    for letter, what in form.get("where", {}).items():
        if "is" in what:
            choices[letter] = [what["is"]]
        elif "below" in what:
            choices[letter] = [0, 1, 5, what["below"] - 1]
        else:
            choices[letter] = [0x3210, 0x5410, 0x7632, 0x0123, 0x4040]
    if "$lop3" in str(form.get("value")):
        choices["e"] = range(256)
    if form["op"].startswith("cp.async.") and "c" not in choices and "$c" in form["statement"]:
        choices["c"] = [4, 8, 16]
    for combination in itertools.product(*choices.values()):
        yield dict(zip(choices, combination))


def edges(kind, rng):
    bits = width(kind)
    if is_float(kind):
        e, m = floats.SHAPES[kind]
        top = ((1 << e) - 1) << m
        known = [0, 1, top, top - 1, top | 1 << (m - 1), ((1 << (e - 1)) - 1) << m, 1 << m, (1 << m) - 1]
        known += [v | 1 << (e + m) for v in known]
        near = floats.encode(floats.Fraction(rng.randrange(-70000, 70000), rng.choice([1, 2, 2, 4, 16])), kind)
        return rng.choice(known + [near] * 14 + [rng.getrandbits(bits)] * 8)
    if kind in isa.PACKED:
        part = isa.PACKED[kind]
        return edges(part, rng) | edges(part, rng) << width(part)
    known = [0, 1, 2, 31, 32, 33, 63, 64, 255, 256, mask(bits), mask(bits - 1), 1 << (bits - 1), 1 << (bits // 2)]
    return rng.choice(known * 2 + [rng.getrandbits(bits)] * 14 + [rng.randrange(64)] * 6) & mask(bits)


def constrained(case, values, rng):
    """Values for which the form claims to hold, as its note says."""
    note, letters = case.form.get("note"), {}
    for at, step in enumerate(s for s in flat(case.plan) if s[0] == "input"):
        letters[at] = step
    if note == "PtxPermute":
        values[2] &= 0x7777
    if note == "PtxDivision":
        bits = width(case.types[0])
        values[1] = values[1] & mask(bits) or 7
        if values[1] == mask(bits):
            values[1] = 3
    if note == "PtxShuffle":
        clamp = 0 if ".up" in case.form["op"] else 31
        values[2] = (32 - rng.choice([32, 16, 8, 4])) << 8 | clamp
    op = case.form["op"].split(".")
    if op[0] == "shfl":
        values[1] = rng.randrange(32)
    if op[0] in ("vote", "match", "redux"):
        values[1] = rng.getrandbits(32) | 1 << (values[7] & 31)
    return values


def flat(plan):
    for step in plan:
        yield from flat(step[1]) if step[0] == "list" else [step]


def same(case, kind, got, wanted):
    if got == wanted:
        return True
    note = case.form.get("note")
    if kind in ("f16x2", "bf16x2", "f32x2"):
        part, bits = isa.PACKED[kind], width(isa.PACKED[kind])
        return all(same(case, part, got >> s & mask(bits), wanted >> s & mask(bits)) for s in (0, bits))
    if not is_float(kind):
        return False
    a, b = (floats.decode(v, kind) for v in (got, wanted))
    if any(floats.is_special(v) and math.isnan(v) for v in (a, b)):
        return all(floats.is_special(v) and math.isnan(v) for v in (a, b))
    if note == "PtxZeros" and a == b == 0:
        return True
    if note != "PtxApproximate" or floats.is_special(a) != floats.is_special(b) and a != b:
        return note == "PtxApproximate" and abs(float(a) - float(b)) < 1e-37
    return abs(float(a) - float(b)) <= abs(float(b)) * 2.0 ** -(9 if kind == "f16" else 20) + 1e-37


def make_cases(forms, only):
    cases = []
    for form in forms:
        if not ("value" in form or "statement" in form):
            continue
        if only and not form["op"].startswith(only):
            continue
        for types in form.get("types", [""]):
            for constants in constants_of(form):
                types_list = types.split(".") if types else []
                cases.append(Case(form, types_list, constants, len(cases)))
                twin = Case(form, types_list, constants, len(cases), in_place=True)
                if twin.overwritten() is not None and constants.get("e", 0) % 8 == 0:
                    cases.append(twin)
    return cases


def special_sources():
    """Functions that read a special register each."""
    names = [n + "." + a for n in ("tid", "ntid", "ctaid", "nctaid") for a in "xyz"]
    names += ["laneid"] + ["lanemask_" + m for m in ("lt", "le", "gt", "ge", "eq")] + ["clock64", "clock"]
    return names


MAIN = r"""
alignas(16) unsigned char GLOBAL[64], SHARED[64];
unsigned LANE, WARP[32], ACTIVE;
u64 TRACE;
int main(int, char **Args) {
  FILE *In = fopen(Args[1], "rb"), *Out = fopen(Args[2], "wb");
  u64 Record[%d], Results[%d];
  while (fread(Record, sizeof(Record), 1, In) == 1) {
    memcpy(GLOBAL, Record + 9, 64);
    memcpy(SHARED, Record + 17, 64);
    memcpy(WARP, Record + 25, 128);
    LANE = Record[41];
    ACTIVE = Record[42];
    TRACE = 0;
    memset(Results, 0, sizeof(Results));
    Functions[Record[0]](Record + 1, Results);
    Results[8] = TRACE;
    memcpy(Results + 9, GLOBAL, 64);
    memcpy(Results + 17, SHARED, 64);
    fwrite(Results, sizeof(Results), 1, Out);
  }
  fclose(Out);
}
"""


def warp_source(case):
    return case.form["op"].split(".")[0] in ("shfl", "vote", "match", "redux")


def record_for(case, rng):
    values = [edges(k if k != "pred" else "u32", rng) for k, _, _ in case.inputs]
    values += [rng.getrandbits(32) for _ in range(SLOTS - len(values))]
    values = constrained(case, values, rng)
    memory = [rng.getrandbits(64) for _ in range(16)]
    if case.types[:1] and is_float(case.types[0]) and case.form["op"].split(".")[0] in ("atom", "red"):
        bits = floats.encode(floats.Fraction(rng.randrange(-999, 999), 8), case.types[0])
        memory[2] = memory[10] = values[0] = bits
    warp = [rng.randrange(3) if rng.random() < .5 else rng.getrandbits(32) for _ in range(32)]
    lane = rng.randrange(32)
    if warp_source(case):
        if case.form["op"].startswith("vote"):
            warp = [v & 1 for v in warp]
        values[0] = warp[lane]
        if case.types[0] == "b64":
            values[0] = warp[lane]
    words = [warp[i] | warp[i + 1] << 32 for i in range(0, 32, 2)]
    return [case.number] + values + memory + words + [lane, rng.getrandbits(32)]


def machine_for(record):
    raw = struct.pack("<43Q", *record)
    warp = struct.unpack("<32I", raw[25 * 8:41 * 8])
    return isa.Machine(raw[72:136], raw[136:200], record[41], warp, {"active": record[42] & mask(32)})


def port_and_run(options, cases, records, folder):
    source = folder / "forms.cu"
    specials = special_sources()
    text = "".join(c.code() for c in cases)
    for i, name in enumerate(specials):
        kind = ("u64", "l") if name == "clock64" else ("u32", "r")
        text += (f"__device__ void s{i}(const u64 *in, u64 *out) {{\n  {'u64' if kind[1] == 'l' else 'unsigned'} d = 0;\n"
                 f'  asm volatile("mov.{kind[0]} %0, %%{name};" : "={kind[1]}"(d));\n  out[0] = d;\n}}\n')
    source.write_text(text)
    result = folder / "forms.mu"
    subprocess.run([options.musify, "port", source, "-o", result, "--engine=lexer", "-q"], stdout=subprocess.DEVNULL)
    ported = result.read_text()
    left = [line.strip() for line in ported.splitlines() if "asm volatile" in line]
    if left:
        sys.exit("not translated:\n" + "\n".join(left[:20]) + f"\n{len(left)} in all")
    names = [f"f{c.number}" for c in cases] + [f"s{i}" for i in range(len(specials))]
    main = folder / "main.cpp"
    main.write_text(f'#include "{HERE}/device.h"\n#include <algorithm>\n#include <cstdio>\n' + ported +
                    "\nstatic void (*const Functions[])(const u64 *, u64 *) = {" + ", ".join(names) + "};\n" +
                    MAIN % (43, 25))
    program = folder / "main"
    subprocess.run([options.cxx, "-std=c++17", "-O1", "-fwrapv", "-fno-strict-aliasing", "-frounding-math",
                    "-ffp-contract=off", "-w", "-include", "algorithm", "-o", program, main], check=True)
    (folder / "in").write_bytes(b"".join(struct.pack("<43Q", *r) for r in records))
    subprocess.run([program, folder / "in", folder / "out"], check=True)
    raw = (folder / "out").read_bytes()
    return [struct.unpack_from("<25Q", raw, 200 * i) for i in range(len(records))]


def same_memory(case, got, wanted):
    """Of numbers that an atomic adds, one NaN is like another."""
    if got == wanted or not (case.types and is_float(case.types[0])):
        return got == wanted
    size = width(case.types[0]) // 8
    parts = [[int.from_bytes(m[i:i + size], "little") for i in range(0, len(m), size)] for m in (got, wanted)]
    return all(a == b or same(case, case.types[0], a, b) for a, b in zip(*parts))


def wrong(case, record, got):
    machine = machine_for(record)
    wanted = case.expected(record[1:9], machine)
    for (kind, _, _), a, b in zip(case.outputs, got, wanted):
        if not same(case, kind, a & mask(width(kind)), b):
            return f"got {a:#x}, want {b:#x}"
    memory = struct.pack("<16Q", *got[9:25])
    if not same_memory(case, memory, bytes(machine.memory["global"] + machine.memory["shared"])):
        return "memory differs"
    if got[8] != machine.trace:
        return "order of fences and barriers differs"
    return ""


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("musify")
    parser.add_argument("forms")
    parser.add_argument("--cxx", default="g++")
    parser.add_argument("--only", default="")
    parser.add_argument("--keep")
    options = parser.parse_args()
    table = json.loads(pathlib.Path(options.forms).read_text())
    cases = make_cases(table["forms"], options.only)
    rng = random.Random(21)
    lop3 = [c for c in cases if "$lop3" in str(c.form.get("value"))]
    tries = {c.number: 8 if c in lop3 else VECTORS for c in cases}
    records = [record_for(c, rng) for c in cases for _ in range(tries[c.number])]
    specials = special_sources()
    first = len(cases)
    for i in range(len(specials)):
        records += [[first + i] + record_for(cases[0], rng)[1:] for _ in range(8)]
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(options.keep or temporary)
        results = port_and_run(options, cases, records, folder)
    faults = {}
    for record, got in zip(records, results):
        if record[0] < first:
            case = cases[record[0]]
            what = wrong(case, record, got)
            name = case.opcode() + " " + case.form["args"] + str(case.constants or "") + " in place" * case.in_place
        else:
            name, lane = specials[record[0] - first], record[41]
            masks = {"lt": mask(lane), "le": mask(lane + 1), "gt": ~mask(lane + 1), "ge": ~mask(lane), "eq": 1 << lane}
            wanted = SPECIALS.get(name, lane if name == "laneid" else masks.get(name[-2:], 0)) & mask(64 if name == "clock64" else 32)
            what = "" if got[0] == wanted else f"got {got[0]:#x}, want {wanted:#x}"
        if what:
            faults.setdefault(name, (what, [hex(v) for v in record[1:5]]))
    for name, (what, values) in list(faults.items())[:40]:
        print(f"{name}: {what} for {', '.join(values)}")
    forms = len({id(c.form) for c in cases})
    print(f"{forms} forms, {len(cases)} functions, {len(records)} runs, {len(faults)} wrong")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
