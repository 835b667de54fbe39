"""PTX that reads or writes memory, orders it, or talks to other threads; see isa.py."""
import isa
from isa import FENCES, ONES, mask, number, signed, width


def scope_of(rest):
    return next((m for m in rest if m in ("cta", "gpu", "sys")), "gpu")


def count_of(rest):
    return next((int(m[1:]) for m in rest if m in ("v2", "v4", "v8")), 1)


def op_ld(m, rest, types, s):
    (space, address), size = s[0], width(types[0]) // 8
    values = [m.load(space, address + i * size, size) for i in range(count_of(rest))]
    if "acquire" in rest:
        m.event(FENCES[scope_of(rest)])
    return [number(v, types[0]) for v in values]


op_ldu = op_ld


def op_st(m, rest, types, s):
    (space, address), value = s
    size = width(types[0]) // 8
    if "release" in rest:
        m.event(FENCES[scope_of(rest)])
    for i, v in enumerate(value if isinstance(value, list) else [value]):
        m.store(space, address + i * size, size, v)
    return []


def updated(rest, kind, old, s):
    how = next(r for r in rest if r in ("add", "min", "max", "and", "or", "xor", "exch", "cas", "inc", "dec"))
    a, b = number(old, kind), number(s[0], kind)
    if how == "add" and isa.is_float(kind):
        return isa.op_add(None, [], [kind], [old, s[0]])[0]
    if how == "cas":
        return s[1] if a == b else old
    return {"add": lambda: a + b, "min": lambda: min(a, b), "max": lambda: max(a, b), "and": lambda: a & b,
            "or": lambda: a | b, "xor": lambda: a ^ b, "exch": lambda: b, "inc": lambda: 0 if a >= b else a + 1,
            "dec": lambda: b if a == 0 or a > b else a - 1}[how]()


def op_atom(m, rest, types, s):
    (space, address), size = s[0], width(types[0]) // 8
    if "release" in rest or "acq_rel" in rest:
        m.event(FENCES[scope_of(rest)])
    old = m.load(space, address, size)
    m.store(space, address, size, updated(rest, types[0], old, s[1:]))
    if "acquire" in rest or "acq_rel" in rest:
        m.event(FENCES[scope_of(rest)])
    return [old]


def op_red(m, rest, types, s):
    """Of a vector, each element by itself, in no order."""
    if not isinstance(s[1], list):
        op_atom(m, rest, types, s)
        return []
    (space, address), size = s[0], width(types[0]) // 8
    for i, value in enumerate(s[1]):
        op_atom(m, rest, types, [(space, address + i * size), value])
    return []


def op_membar(m, rest, types, s):
    m.event(FENCES[rest[0]])
    return []


def op_fence(m, rest, types, s):
    m.event(FENCES[scope_of(rest)])
    return []


def op_bar(m, rest, types, s):
    if "warp" in rest:
        m.event(9, s[0])
    else:
        assert s == [0]
        m.event(1)
    return []


op_barrier = op_bar


def op_prefetch(m, rest, types, s):
    return []


op_prefetchu = op_prefetch


def op_cp(m, rest, types, s):
    """An asynchronous copy that is waited for: the bytes are there, zeros behind the source's size."""
    if not s or not isinstance(s[0], tuple):
        return []
    (to, at), (source, begin), size = s[:3]
    valid = min(s[3], size) if len(s) > 3 else size
    m.store(to, at, size, m.load(source, begin, size) & mask(8 * valid))
    return []


def op_shfl(m, rest, types, s):
    """The pseudo-code of the ISA, with its names."""
    value, bval, clamp = s[0], s[1] & 31, s[2] & 31
    segmask, lane = s[2] >> 8 & 31, m.lane
    max_lane = lane & segmask | clamp & ~segmask & 31
    min_lane = lane & segmask
    mode = rest[1]
    if mode == "up":
        j, valid = lane - bval, lane - bval >= max_lane
    elif mode == "down":
        j, valid = lane + bval, lane + bval <= max_lane
    elif mode == "bfly":
        j, valid = lane ^ bval, lane ^ bval <= max_lane
    else:
        j = min_lane | bval & ~segmask & 31
        valid = j <= max_lane
    return [m.warp[j] if valid else value, int(valid)]


def lanes(m, members):
    return [i for i in range(32) if members >> i & 1]


def op_vote(m, rest, types, s):
    members = lanes(m, s[1])
    ballot = sum(1 << i for i in members if m.warp[i] & 1)
    if "ballot" in rest:
        return [ballot]
    return [int(ballot != 0 if "any" in rest else ballot == s[1])]


def op_activemask(m, rest, types, s):
    return [m.specials["active"]]


def op_match(m, rest, types, s):
    bits = mask(width(types[0]))
    return [sum(1 << i for i in lanes(m, s[1]) if m.warp[i] & bits == s[0])]


def op_redux(m, rest, types, s):
    values = [number(m.warp[i], types[0]) for i in lanes(m, s[1])]
    total = values[0]
    for v in values[1:]:
        total = {"add": lambda: total + v, "min": lambda: min(total, v), "max": lambda: max(total, v),
                 "and": lambda: total & v, "or": lambda: total | v, "xor": lambda: total ^ v}[rest[1]]()
    return [total & ONES]


def op_trap(m, rest, types, s):
    m.event(5)
    return []


def op_brkpt(m, rest, types, s):
    m.event(6)
    return []


def op_exit(m, rest, types, s):
    m.event(7)
    return []


def op_nanosleep(m, rest, types, s):
    m.event(8, s[0])
    return []


def install():
    """All instructions under one roof."""
    vars(isa).update({k: v for k, v in globals().items() if k.startswith("op_")})
