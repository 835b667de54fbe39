"""Binary floating point of any size, exact: values are fractions or names of special values."""
import math
from fractions import Fraction

INF, NAN = math.inf, math.nan
SHAPES = {"f16": (5, 10), "bf16": (8, 7), "f32": (8, 23), "f64": (11, 52)}


def decode(bits, kind):
    """The value of an encoding: a Fraction, or a float for zeros and special values."""
    exponent_bits, mantissa_bits = SHAPES[kind]
    sign = -1 if bits >> (exponent_bits + mantissa_bits) & 1 else 1
    exponent = bits >> mantissa_bits & ((1 << exponent_bits) - 1)
    mantissa = bits & ((1 << mantissa_bits) - 1)
    bias = (1 << (exponent_bits - 1)) - 1
    if exponent == (1 << exponent_bits) - 1:
        return NAN if mantissa else sign * INF
    if not exponent and not mantissa:
        return sign * 0.0
    if not exponent:
        return sign * Fraction(mantissa) * Fraction(2) ** (1 - bias - mantissa_bits)
    return sign * Fraction(mantissa | 1 << mantissa_bits) * Fraction(2) ** (exponent - bias - mantissa_bits)


def is_negative(value):
    return math.copysign(1, value) < 0 if isinstance(value, float) else value < 0


def round_integer(value, mode):
    """A fraction to an integer: `n` to nearest even, `z` to zero, `m` down, `p` up."""
    low = math.floor(value)
    if mode == "m" or (mode == "z" and value >= 0):
        return low
    if mode == "p" or mode == "z":
        return math.ceil(value)
    rest = value - low
    up = rest > Fraction(1, 2) or (rest == Fraction(1, 2) and low % 2)
    return low + up


def encode(value, kind, mode="n"):
    exponent_bits, mantissa_bits = SHAPES[kind]
    bias = (1 << (exponent_bits - 1)) - 1
    sign = int(is_negative(value)) << (exponent_bits + mantissa_bits)
    infinity = ((1 << exponent_bits) - 1) << mantissa_bits
    if isinstance(value, float):
        if math.isnan(value):
            return infinity | 1 << (mantissa_bits - 1)
        if math.isinf(value):
            return sign | infinity
        if value == 0:
            return sign
        value = Fraction(value)
    if value == 0:  # of operands that cancel each other
        return 1 << (exponent_bits + mantissa_bits) if mode == "m" else 0
    magnitude = abs(value)
    exponent = magnitude.numerator.bit_length() - magnitude.denominator.bit_length()
    while Fraction(2) ** exponent > magnitude:
        exponent -= 1
    while Fraction(2) ** (exponent + 1) <= magnitude:
        exponent += 1
    exponent = max(exponent, 1 - bias)
    away = {"m": "p", "p": "m"}.get(mode, mode) if sign else mode
    scaled = round_integer(magnitude / Fraction(2) ** (exponent - mantissa_bits), away)
    if scaled >> (mantissa_bits + 1):
        scaled >>= 1
        exponent += 1
    if exponent > bias:
        stays = away in ("z", "m")
        return sign | (infinity - 1 if stays else infinity)
    if not scaled >> mantissa_bits:
        return sign | scaled
    return sign | (exponent + bias) << mantissa_bits | scaled & ((1 << mantissa_bits) - 1)


def is_special(value):
    return isinstance(value, float)


def add(a, b):
    if is_special(a) and is_special(b):
        cancels = a == b == 0 and is_negative(a) != is_negative(b)
        return Fraction(0) if cancels else a + b
    if is_special(a):
        return b if a == 0 else a
    if is_special(b):
        return a if b == 0 else b
    return a + b


def negated(a):
    return -a


def mul(a, b):
    if is_special(a) or is_special(b):
        return math.copysign(1, as_sign(a)) * math.copysign(1, as_sign(b)) * magnitude_of_product(a, b)
    return a * b


def as_sign(a):
    return a if is_special(a) else (-1.0 if a < 0 else 1.0)


def magnitude_of_product(a, b):
    a, b = (abs(x) if is_special(x) else 1.0 for x in (a, b))
    return a * b


def divide(a, b):
    if is_special(b) and b == 0:
        if (is_special(a) and (a == 0 or math.isnan(a))) or math.isnan(b):
            return NAN
        return math.copysign(INF, as_sign(a)) * math.copysign(1, b)
    if is_special(b):
        return mul(a, math.nan if math.isnan(b) else math.copysign(0.0, b))
    return mul(a, 1 / b)


def less(a, b):
    """None if one is no number."""
    if any(is_special(x) and math.isnan(x) for x in (a, b)):
        return None
    return a < b


def equal(a, b):
    if any(is_special(x) and math.isnan(x) for x in (a, b)):
        return None
    return a == b
