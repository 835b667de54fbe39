"""What PTX instructions do, written from NVIDIA's description of the ISA (PTX ISA 8.x, section 9.7), independent of
mappings/ptx/forms.json and of the translation. Registers hold bits; an instruction takes and gives integers."""
import math
from fractions import Fraction

import floats

WIDTH = {"pred": 1, "f16": 16, "bf16": 16, "f16x2": 32, "bf16x2": 32, "f32x2": 64, "f32": 32, "f64": 64, "pointer": 64,
         "u16x2": 32, "s16x2": 32, "b128": 128}
PACKED = {"f16x2": "f16", "bf16x2": "bf16", "f32x2": "f32", "u16x2": "u16", "s16x2": "s16"}
FENCES = {"cta": 2, "gpu": 3, "gl": 3, "sys": 4}
ONES = (1 << 32) - 1


def width(kind):
    return WIDTH.get(kind) or int(kind[1:])


def is_type(word):
    return word in WIDTH or (word[0] in "busf" and word[1:].isdigit())


def mask(bits):
    return (1 << bits) - 1


def signed(value, bits):
    value &= mask(bits)
    return value - (1 << bits) if value >> (bits - 1) else value


def number(value, kind):
    """The value of a register's bits as an integer of the type."""
    return signed(value, width(kind)) if kind[0] == "s" else value & mask(width(kind))


def is_float(kind):
    return kind in floats.SHAPES


class Machine:
    """One lane of a warp, with its memory."""

    def __init__(self, global_memory, shared_memory, lane, warp, specials):
        self.memory = {"global": bytearray(global_memory), "shared": bytearray(shared_memory)}
        self.lane, self.warp, self.specials = lane, warp, specials
        self.carry, self.trace = 0, 0

    def event(self, code, value=0):
        memory = sum(self.memory["global"]) + sum(self.memory["shared"])
        self.trace = (self.trace * 31 + code + value * 131 + memory) & mask(64)

    def load(self, space, address, size):
        return int.from_bytes(self.memory[space][address:address + size], "little")

    def store(self, space, address, size, value):
        self.memory[space][address:address + size] = (value & mask(8 * size)).to_bytes(size, "little")


def run(machine, opcode, sources):
    """The results of an instruction. Sources: integers; an address is a pair of space and offset; vectors are lists."""
    name, *mods = opcode.split(".")
    types = [m for m in mods if is_type(m)]
    rest = [m for m in mods if not is_type(m)]
    step = globals().get("op_" + name)
    if step is None:
        raise KeyError(opcode)
    return step(machine, rest, types, sources)


def lanewise(kind, sources, one):
    """Applies a function of scalars to each half of packed registers."""
    if kind not in PACKED:
        return one(kind, sources)
    part = PACKED[kind]
    bits = width(part)
    low = one(part, [s & mask(bits) for s in sources])
    high = one(part, [s >> bits & mask(bits) for s in sources])
    return high << bits | low


def rounding(rest):
    for m in rest:
        if m in ("rn", "rz", "rm", "rp"):
            return m[1]
    return "n"


def arithmetic(rest, types, sources, integer, real):
    def one(kind, values):
        if is_float(kind):
            return floats.encode(real(*[floats.decode(v, kind) for v in values]), kind, rounding(rest))
        return integer(*[number(v, kind) for v in values]) & mask(width(kind))
    return [lanewise(types[0], sources, one)]


def mixed(machine, rest, types, sources, count, real):
    """`fma.rn.f32.bf16`: all sources but the last are of the second type."""
    kinds = [types[1]] * count + [types[0]]
    values = [floats.decode(s, k) for s, k in zip(sources, kinds)]
    return [floats.encode(real(*values), types[0], rounding(rest))]


def carries(machine, rest, types, result):
    """Sets the carry flag from bits above the result."""
    bits = width(types[0])
    if "cc" in rest:
        machine.carry = result >> bits & 1
    return [result & mask(bits)]


def op_add(m, rest, types, s):
    if "cc" in rest:
        return carries(m, rest, types, number(s[0], "b64") + number(s[1], "b64"))
    if len(types) == 2:
        return mixed(m, rest, types, s, 1, floats.add)
    return arithmetic(rest, types, s, lambda a, b: a + b, floats.add)


def op_addc(m, rest, types, s):
    return carries(m, rest, types, s[0] + s[1] + m.carry)


def op_sub(m, rest, types, s):
    if "cc" in rest:
        return carries(m, rest, types, s[0] - s[1])
    return arithmetic(rest, types, s, lambda a, b: a - b, lambda a, b: floats.add(a, floats.negated(b)))


def op_subc(m, rest, types, s):
    return carries(m, rest, types, s[0] - s[1] - m.carry)


def product(rest, kind, a, b):
    whole = number(a, kind) * number(b, kind)
    bits = width(kind)
    if "wide" in rest:
        return whole & mask(2 * bits)
    return (whole >> bits if "hi" in rest else whole) & mask(bits)


def op_mul(m, rest, types, s):
    if types[0][0] in "us":
        return [product(rest, types[0], *s)]
    return arithmetic(rest, types, s, None, floats.mul)


def op_mad(m, rest, types, s):
    if is_float(types[0]):
        return op_fma(m, rest, types, s)
    bits = width(types[0]) * (2 if "wide" in rest else 1)
    result = product(rest, types[0], s[0], s[1]) + s[2]
    return carries(m, rest, types, result) if "cc" in rest else [result & mask(bits)]


def op_madc(m, rest, types, s):
    return carries(m, rest, types, product(rest, types[0], s[0], s[1]) + s[2] + m.carry)


def op_fma(m, rest, types, s):
    def real(a, b, c):
        return floats.add(floats.mul(a, b), c)
    if len(types) == 2:
        return mixed(m, rest, types, s, 2, real)

    def one(kind, values):
        result = floats.encode(real(*[floats.decode(v, kind) for v in values]), kind, rounding(rest))
        negative = result >> (width(kind) - 1) and not math.isnan(float(floats.decode(result, kind)))
        return 0 if "relu" in rest and negative else result
    return [lanewise(types[0], s, one)]


def low24(value, kind):
    return number(value & 0xFFFFFF, "u32") if kind == "u32" else signed(value, 24)


def op_mul24(m, rest, types, s):
    return [low24(s[0], types[0]) * low24(s[1], types[0]) & ONES]


def op_mad24(m, rest, types, s):
    return [low24(s[0], types[0]) * low24(s[1], types[0]) + s[2] & ONES]


def op_sad(m, rest, types, s):
    return [abs(number(s[0], types[0]) - number(s[1], types[0])) + s[2] & mask(width(types[0]))]


def choose(rest, types, s, wants_less):
    def real(*values):
        best = floats.NAN
        for v in values:
            if math.isnan(best if floats.is_special(best) else 0):
                best = v
            elif floats.less(v, best) if wants_less else floats.less(best, v):
                best = v
        return best
    pick = min if wants_less else max
    return arithmetic(rest, types, s, pick, real)


def choose_magnitude(rest, types, s, wants_less):
    """`.xorsign.abs`: the chosen magnitude, with the signs of both combined."""
    def one(kind, values):
        sign = 1 << (width(kind) - 1)
        chosen = choose([], [kind], [v & ~sign for v in values], wants_less)[0]
        return chosen & ~sign | (values[0] ^ values[1]) & sign
    return [lanewise(types[0], s, one)]


def op_min(m, rest, types, s):
    return (choose_magnitude if "xorsign" in rest else choose)(rest, types, s, True)


def op_max(m, rest, types, s):
    return (choose_magnitude if "xorsign" in rest else choose)(rest, types, s, False)


def op_abs(m, rest, types, s):
    if types[0][0] == "s":
        return [abs(number(s[0], types[0])) & mask(width(types[0]))]
    return [lanewise(types[0], s, lambda kind, v: v[0] & mask(width(kind) - 1))]


def op_neg(m, rest, types, s):
    if types[0][0] == "s":
        return [-s[0] & mask(width(types[0]))]
    return [lanewise(types[0], s, lambda kind, v: v[0] ^ 1 << (width(kind) - 1))]


def op_copysign(m, rest, types, s):
    sign = 1 << (width(types[0]) - 1)
    return [s[0] & sign | s[1] & ~sign]


def op_div(m, rest, types, s):
    if is_float(types[0]):
        return arithmetic(rest, types, s, None, floats.divide)
    a, b = (number(v, types[0]) for v in s)
    quotient = abs(a) // abs(b) * (-1 if (a < 0) != (b < 0) else 1)
    return [quotient & mask(width(types[0]))]


def op_rem(m, rest, types, s):
    a, b = (number(v, types[0]) for v in s)
    return [abs(a) % abs(b) * (-1 if a < 0 else 1) & mask(width(types[0]))]


def elementary(types, s, function):
    def one(kind, values):
        x = float(floats.decode(values[0], kind))
        try:
            y = function(x)
        except (ValueError, OverflowError, ZeroDivisionError):
            y = special(function, x)
        return floats.encode(y if not y or math.isinf(y) or math.isnan(y) else Fraction(y), kind)
    return [lanewise(types[0], s, one)]


def special(function, x):
    name = function.__name__
    if math.isnan(x):
        return floats.NAN
    if name == "reciprocal":
        return math.copysign(floats.INF, x)
    if name == "inverse_root":
        return math.copysign(floats.INF, x) if x == 0 else floats.NAN
    if name == "log2":
        return -floats.INF if x == 0 else floats.NAN
    return floats.INF if name == "exp2" else floats.NAN


def reciprocal(x):
    return 1 / x


def inverse_root(x):
    return 0.0 if x == floats.INF else 1 / math.sqrt(x)


def exp2(x):
    return 2.0 ** x


def op_rcp(m, rest, types, s):
    return elementary(types, s, reciprocal)


def op_rsqrt(m, rest, types, s):
    return elementary(types, s, inverse_root)


def op_sqrt(m, rest, types, s):
    return elementary(types, s, math.sqrt)


def op_ex2(m, rest, types, s):
    return elementary(types, s, exp2)


def op_lg2(m, rest, types, s):
    return elementary(types, s, math.log2)


def op_sin(m, rest, types, s):
    return elementary(types, s, math.sin)


def op_cos(m, rest, types, s):
    return elementary(types, s, math.cos)


def op_tanh(m, rest, types, s):
    return elementary(types, s, math.tanh)


# Bits

def op_and(m, rest, types, s):
    return [s[0] & s[1]]


def op_or(m, rest, types, s):
    return [s[0] | s[1]]


def op_xor(m, rest, types, s):
    return [s[0] ^ s[1]]


def op_not(m, rest, types, s):
    return [~s[0] & mask(width(types[0]))]


def op_cnot(m, rest, types, s):
    return [int(s[0] == 0)]


def op_shl(m, rest, types, s):
    bits = width(types[0])
    return [s[0] << min(s[1], bits) & mask(bits)]


def op_shr(m, rest, types, s):
    bits = width(types[0])
    return [number(s[0], types[0]) >> min(s[1], bits) & mask(bits)]


def op_shf(m, rest, types, s):
    count = s[2] & 31 if "wrap" in rest else min(s[2], 32)
    both = s[1] << 32 | s[0]
    return [(both << count >> 32 if "l" in rest else both >> count) & ONES]


def op_lop3(m, rest, types, s):
    result = 0
    for bit in range(32):
        row = (s[0] >> bit & 1) << 2 | (s[1] >> bit & 1) << 1 | s[2] >> bit & 1
        result |= (s[3] >> row & 1) << bit
    return [result]


def op_prmt(m, rest, types, s):
    pool, result = s[1] << 32 | s[0], 0
    for i in range(4):
        selector = s[2] >> 4 * i & 15
        byte = pool >> 8 * (selector & 7) & 255
        if selector & 8:
            byte = 255 if byte & 128 else 0
        result |= byte << 8 * i
    return [result]


def op_bfe(m, rest, types, s):
    bits, position, length = width(types[0]), s[1] & 255, s[2] & 255
    last = min(position + length - 1, bits - 1)
    fill = s[0] >> last & 1 if types[0][0] == "s" and length else 0
    field = [s[0] >> position + i & 1 if i < length and position + i < bits else fill for i in range(bits)]
    return [sum(bit << i for i, bit in enumerate(field))]


def op_bfi(m, rest, types, s):
    bits, position, length = width(types[0]), s[2] & 255, s[3] & 255
    result = s[1]
    for i in range(length):
        if position + i < bits:
            at = position + i
            result = result & ~(1 << at) | (s[0] >> i & 1) << at
    return [result]


def op_bfind(m, rest, types, s):
    bits = width(types[0])
    value = s[0] if types[0][0] == "u" or not s[0] >> (bits - 1) else ~s[0] & mask(bits)
    top = value.bit_length() - 1
    if top < 0:
        return [ONES]
    return [bits - 1 - top if "shiftamt" in rest else top]


def op_clz(m, rest, types, s):
    return [width(types[0]) - s[0].bit_length()]


def op_popc(m, rest, types, s):
    return [s[0].bit_count()]


def op_brev(m, rest, types, s):
    return [int(f"{s[0]:0{width(types[0])}b}"[::-1], 2)]


def op_dp2a(m, rest, types, s):
    """Two 16-bit parts of a times the lower or upper two bytes of b."""
    first = 2 if "hi" in rest else 0
    total = s[2]
    for i in range(2):
        a, b = s[0] >> 16 * i & mask(16), s[1] >> 8 * (first + i) & mask(8)
        total += (signed(a, 16) if types[0][0] == "s" else a) * (signed(b, 8) if types[1][0] == "s" else b)
    return [total & ONES]


def op_vabsdiff4(m, rest, types, s):
    """With `.add`: the sum of the differences of the bytes, and c."""
    return [sum(abs((s[0] >> 8 * i & 255) - (s[1] >> 8 * i & 255)) for i in range(4)) + s[2] & ONES]


def op_dp4a(m, rest, types, s):
    byte = [t[0] + "8" for t in types]
    total = sum(number(s[0] >> 8 * i, byte[0]) * number(s[1] >> 8 * i, byte[1]) for i in range(4))
    return [total + s[2] & ONES]


# Choices

COMPARE = {"eq": lambda a, b: a == b, "ne": lambda a, b: a != b, "lt": lambda a, b: a < b, "le": lambda a, b: a <= b,
           "gt": lambda a, b: a > b, "ge": lambda a, b: a >= b}
UNSIGNED = {"lo": "lt", "ls": "le", "hi": "gt", "hs": "ge"}


def compare(rest, kind, a, b):
    how = next(m for m in rest if m in COMPARE or m in UNSIGNED or m in ("num", "nan") or m[:-1] in COMPARE)
    if not is_float(kind):
        return COMPARE[UNSIGNED.get(how, how)](number(a, kind), number(b, kind))
    a, b = (float(floats.decode(v, kind)) for v in (a, b))
    unordered = math.isnan(a) or math.isnan(b)
    if how in ("num", "nan"):
        return unordered == (how == "nan")
    if how in COMPARE:
        return not unordered and COMPARE[how](a, b)
    return unordered or COMPARE[how[:-1]](a, b)


def op_setp(m, rest, types, s):
    """Of `p|q`, q combines the opposite of the comparison with the third source."""
    result = int(compare(rest, types[0], s[0], s[1]))
    combine = {"and": lambda x: x & s[2], "or": lambda x: x | s[2], "xor": lambda x: x ^ s[2]}
    how = next((combine[m] for m in rest if m in combine), lambda x: x)
    return [how(result), how(1 - result)]


def op_testp(m, rest, types, s):
    """Zeros count as normal."""
    bits, exponent = (23, 8) if types[0] == "f32" else (52, 11)
    fraction, power = s[0] & mask(bits), s[0] >> bits & mask(exponent)
    is_nan, is_infinite = power == mask(exponent) and fraction, power == mask(exponent) and not fraction
    is_subnormal = not power and fraction
    return [int(bool({"finite": power != mask(exponent), "infinite": is_infinite, "number": not is_nan,
                      "notanumber": is_nan, "subnormal": is_subnormal,
                      "normal": power != mask(exponent) and not is_subnormal}[rest[0]]))]


def op_set(m, rest, types, s):
    """Packed sources give a half of the result each: all bits, or 1.0."""
    if types[1] not in PACKED:
        return [ONES if compare(rest, types[1], s[0], s[1]) else 0]
    part = PACKED[types[1]]
    yes = floats.encode(Fraction(1), part) if types[0] in PACKED else mask(16)
    return [lanewise(types[1], s, lambda kind, v: yes if compare(rest, part, *v) else 0)]


def op_selp(m, rest, types, s):
    return [s[0] if s[2] else s[1]]


def op_slct(m, rest, types, s):
    return [s[0] if signed(s[2], 32) >= 0 else s[1]]


# Conversions

def clamp(value, kind):
    bits = width(kind)
    low, high = (-(1 << bits - 1), (1 << bits - 1) - 1) if kind[0] == "s" else (0, mask(bits))
    return max(low, min(high, value))


def to_integer(rest, kind, value):
    if floats.is_special(value):
        if math.isnan(value):
            return 0
        if math.isinf(value):
            return clamp(int(math.copysign(1, value)) << 70, kind)
        value = Fraction(0)
    mode = next(m for m in rest if m in ("rni", "rzi", "rmi", "rpi"))[1]
    return clamp(floats.round_integer(value, mode), kind)


def op_cvt(m, rest, types, s):
    to, source = types[0], types[1]
    if "pack" in rest:
        a, b = (clamp(signed(v, 32), to) & mask(width(to)) for v in s[:2])
        above = s[2] << 2 * width(to) & ONES if len(s) > 2 else 0
        return [above | a << width(to) | b]

    def to_float(value, kind):
        result = floats.encode(floats.decode(value, source), kind, rounding(rest))
        negative = result >> (width(kind) - 1) and not math.isnan(float(floats.decode(result, kind)))
        return 0 if "relu" in rest and negative else result
    if to in PACKED:
        high, low = (to_float(v, PACKED[to]) for v in s)
        return [high << 16 | low]
    if is_float(source) and is_float(to):
        return [to_float(s[0], to)]
    if is_float(to):
        value = number(s[0], source)
        return [floats.encode(Fraction(value) if value else 0.0, to, rounding(rest))]
    if is_float(source):
        return [to_integer(rest, to, floats.decode(s[0], source))]
    value = number(s[0], source)
    return [clamp(value, to) if "sat" in rest else number(value, to)]


def op_mov(m, rest, types, s):
    """Packs a list, or unpacks where the caller wants several results."""
    if isinstance(s[0], list):
        bits = width(types[0]) // len(s[0])
        return [sum((v & mask(bits)) << bits * i for i, v in enumerate(s[0]))]
    return [s[0]]


def op_cvta(m, rest, types, s):
    return [s[0]]


def op_isspacep(m, rest, types, s):
    return [int(rest[0] == "global")]
