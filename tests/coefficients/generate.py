#!/usr/bin/env python3
"""Derives every table and polynomial of include/xact/ from its mathematics.

    python3 tests/coefficients/generate.py            prints the constants as C++
    python3 tests/coefficients/generate.py --check    fails if a header holds anything else

Needs Python 3 and mpmath (Debian: python3-mpmath). Nothing here is needed to use or build xact.
"""

import pathlib
import re
import struct
import sys

import mpmath as mp

mp.mp.dps = 60
KERNEL = pathlib.Path(__file__).resolve().parents[2] / "include" / "xact" / "kernel"


def to_float(x, bits=24):
    """x rounded to nearest even with a significand of `bits` bits (normal range), as a Python float."""
    x = mp.mpf(x)
    if x == 0:
        return 0.0
    _, exponent = mp.frexp(x)
    unit = mp.ldexp(1, int(exponent) - bits)
    return float(mp.nint(x / unit) * unit)


def float_bits(x):
    return struct.unpack("<I", struct.pack("<f", x))[0]


def bits_float(b):
    return struct.unpack("<f", struct.pack("<I", b & 0xFFFFFFFF))[0]


def chebyshev_nodes(low, high, count):
    low, high = mp.mpf(low), mp.mpf(high)
    return [(low + high) / 2 + (high - low) / 2 * mp.cos(mp.pi * (2 * i + 1) / (2 * count)) for i in range(count)]


def least_squares(rows, values):
    matrix = mp.matrix(rows)
    normal = matrix.T * matrix
    return list(mp.lu_solve(normal, matrix.T * mp.matrix(values)))


def fit(target, powers, low, high, weight, bits=24, fixed=None):
    """Coefficients c with sum c[p] x^p ~ target(x), least squares of weight(x) * error on Chebyshev points.

    Rounded one by one from the largest contribution to the smallest, the remaining ones refitted each time, so
    that later coefficients absorb the rounding of earlier ones.
    """
    known = dict(fixed or {})
    nodes = chebyshev_nodes(low, high, 5 * len(powers) + 8)
    data = [(x, target(x), weight(x)) for x in nodes]
    for power in powers:
        free = [p for p in powers if p not in known]
        rows = [[w * x**p for p in free] for x, _, w in data]
        rest = [w * (t - sum(c * x**p for p, c in known.items())) for x, t, w in data]
        known[power] = mp.mpf(to_float(least_squares(rows, rest)[free.index(power)], bits))
    return [float(known[p]) for p in powers]


def rational(target, numerator, denominator, high, power=1):
    """n_i, d_j with (n0 + n1 w + ...) / (1 + d1 w + ...) = target(w) at Chebyshev nodes of w in [0, high]."""
    count = numerator + 1 + denominator
    rows, values = [], []
    for w in chebyshev_nodes(0, high, count):
        t = target(w)
        rows.append([w**i for i in range(numerator + 1)] + [-t * w**j for j in range(1, denominator + 1)])
        values.append(t)
    solution = list(mp.lu_solve(mp.matrix(rows), mp.matrix(values)))
    return solution[: numerator + 1], solution[numerator + 1 :]


def array(name, values, suffix="f", kind="float"):
    lines = []
    for i in range(0, len(values), 4):
        lines.append("    " + ", ".join(literal(v, suffix) for v in values[i : i + 4]))
    return f"{kind} {name}[{len(values)}] = {{\n" + ",\n".join(lines) + "};"


def literal(value, suffix=""):
    if value == 0:
        return float(value).hex().replace("0x0.0p+0", "0.0") + suffix
    text = float(value).hex()
    text = re.sub(r"\.?0+p", "p", text)
    return text.replace("p+", "p") + suffix


def constant(name, value, suffix="", kind="double"):
    return f"{kind} {name} = {literal(value, suffix)};"


def interpolation(target, degree, low, high):
    """Coefficients of the polynomial that equals target at Chebyshev nodes: close to the best one."""
    nodes = chebyshev_nodes(low, high, degree + 1)
    matrix = mp.matrix([[x**i for i in range(degree + 1)] for x in nodes])
    return list(mp.lu_solve(matrix, mp.matrix([target(x) for x in nodes])))


def coefficients(name, values, leading):
    """coefficient name[]: the first `leading` as sums of two doubles, the others rounded to one."""
    lines = []
    for i, c in enumerate(values):
        high = to_float(c, 53)
        low = to_float(mp.mpf(c) - high, 53) if i < leading else 0.0
        lines.append("    {" + literal(high) + ", " + literal(low) + "}")
    return f"coefficient {name}[{len(values)}] = {{\n" + ",\n".join(lines) + "};"


def two_parts(name, value, bits=53):
    high = to_float(value, bits)
    return [constant(f"{name}_high", high), constant(f"{name}_low", to_float(value - high, 53))]


# ---------------------------------------------------------------------------------------------------------------


def exponential():
    """tanh(r/2) = r B(r^2)/A(r^2), expm1(r) = r + r^2 P(r), |r| <= ln2/2; ln 2 in two parts, the upper with 42 bits."""
    half = mp.log(2) / 2 * mp.mpf("1.0001")

    def over_r(w):
        r = mp.sqrt(w)
        return mp.tanh(r / 2) / r

    def second(r):
        return mp.mpf(1) / 2 + r / 6 if abs(r) < mp.mpf("1e-30") else (mp.expm1(r) - r) / r**2

    odd, even = rational(over_r, 2, 2, half**2)
    return [
        constant("log2e", to_float(1 / mp.log(2), 53)),
        *two_parts("ln2", mp.log(2), 42),
        array("odd", [to_float(c, 53) for c in odd], "", "double"),
        array("even", [to_float(c, 53) for c in even], "", "double"),
        coefficients("tail", interpolation(second, 12, -half, half), 2),
    ]


def log1p():
    """artanh(s) = s (1 + w P(w)), w = s^2 <= 1/9."""

    def tail(w):
        s = mp.sqrt(w)
        return (mp.atanh(s) / s - 1) / w

    return [coefficients("artanh_tail", interpolation(tail, 15, 0, mp.mpf(1) / 9), 2)]


def logistic_gate(z, dz, d2z):
    """f' and f'' of x s(z(x)), s the logistic function."""

    def slope(x):
        return logistic(z(x)) * (1 + x * dz(x) * logistic(-z(x)))

    def curvature(x):
        s, t = logistic(z(x)), logistic(-z(x))
        return s * t * (2 * dz(x) + x * d2z(x) + x * dz(x) ** 2 * (t - s))

    return slope, curvature


def gelu_tanh_argument():
    """z = x (linear + cubic x^2) = 2 sqrt(2/pi) (x + 0.044715 x^3)."""
    linear = 2 * mp.sqrt(2 / mp.pi)
    return linear, linear * mp.mpf("0.044715")


def gelu_tanh():
    linear, cubic = gelu_tanh_argument()
    return [*two_parts("linear", linear), *two_parts("cubic", cubic), *two_parts("cubic_3", 3 * cubic)]


def on_half_line(u, middle):
    """The a >= 0 with (a - middle)/(a + middle) = u."""
    return middle * (1 + u) / (1 - u)


def normal():
    """R(a) = Phi(-a) e^(a^2/2), which falls from 1/2 as 1/(a sqrt(2 pi)), relative errors 2^-56 and 2^-65:

    as N(a)/D(a), equal to it where (a - 4.5)/(a + 4.5) is a Chebyshev node, to a = 15;
    as T((a - 4)/(a + 4))/(1 + a), to a = 39.5.
    """

    def ratio(a):
        return mp.exp(a * a / 2) * mp.erfc(a / mp.sqrt(2)) / 2

    middle = mp.mpf("4.5")
    rows, values = [], []
    for u in chebyshev_nodes(-1, (15 - middle) / (15 + middle), 20):
        a = on_half_line(u, middle)
        rows.append([a**i for i in range(10)] + [-ratio(a) * a**j for j in range(1, 11)])
        values.append(ratio(a))
    with mp.workdps(90):
        solution = list(mp.lu_solve(mp.matrix(rows), mp.matrix(values)))

    def smooth(u):
        a = on_half_line(u, mp.mpf(4))
        return ratio(a) * (1 + a)

    return [
        *two_parts("density", 1 / mp.sqrt(2 * mp.pi)),
        array("numerator", [to_float(c, 53) for c in solution[:10]], "", "double"),
        array("denominator", [to_float(c, 53) for c in [mp.mpf(1)] + solution[10:]], "", "double"),
        coefficients("tail", interpolation(smooth, 27, -1, (mp.mpf("39.5") - 4) / (mp.mpf("39.5") + 4)), 9),
    ]


def erf():
    """erf(x)/x = P(x^2), x < 1/2."""

    def target(w):
        x = mp.sqrt(w)
        return mp.erf(x) / x

    return [
        *two_parts("root_2", mp.sqrt(2)),
        *two_parts("slope", 2 / mp.sqrt(mp.pi)),
        coefficients("series", interpolation(target, 10, 0, mp.mpf(1) / 4), 4),
    ]


def sine():
    """sin(r) = r + r w P(w) and 1 - cos(r) = w Q(w), w = r^2, |r| <= pi/4; pi/2 in parts; 2/pi in words of 64 bits."""
    half_pi = mp.pi / 2
    parts, rest = [], half_pi
    for i in range(4):
        parts.append(to_float(rest, 33 if i < 3 else 53))
        rest -= parts[-1]

    def sine_tail(w):
        r = mp.sqrt(w)
        return (mp.sin(r) / r - 1) / w

    def versine(w):
        return 2 * mp.sin(mp.sqrt(w) / 2) ** 2 / w

    end = (half_pi / 2 * mp.mpf("1.0001")) ** 2
    with mp.workprec(1600):
        bits = int(mp.floor(mp.ldexp(2 / mp.pi, 64 * 22)))
    words = [f"0x{bits >> 64 * (21 - i) & 0xFFFFFFFFFFFFFFFF:016x}" for i in range(22)]
    return [
        constant("two_over_pi", to_float(2 / mp.pi, 53)),
        *[constant(f"half_pi_{i}", c) for i, c in enumerate(parts)],
        *two_parts("half_pi", half_pi),
        coefficients("sine_tail", interpolation(sine_tail, 8, 0, end), 2),
        coefficients("versine_over_square", interpolation(versine, 9, 0, end), 3),
        "std::uint64_t two_over_pi_bits[22] = {" + ", ".join(words) + "};",
    ]


def serf():
    """f' and f'' of x erf(softplus(x))."""

    def parts(x):
        softplus = mp.log1p(mp.exp(x))
        return softplus, logistic(x), 2 / mp.sqrt(mp.pi) * mp.exp(-(softplus**2))

    def slope(x):
        softplus, s, g = parts(x)
        return mp.erf(softplus) + x * s * g

    def curvature(x):
        softplus, s, g = parts(x)
        return s * g * (2 + x * (1 - s - 2 * softplus * s))

    return slope, curvature


def root(name, function, guess):
    """The zero next to guess, and the Taylor series of function(zero + d)/d."""
    zero = mp.findroot(function, mp.mpf(guess))
    high = to_float(zero, 53)
    series = [mp.diff(function, zero, n) / mp.factorial(n) for n in range(1, 13)]
    inner = coefficients("", series, 2).split("= ", 1)[1].rstrip(";")
    return f"root {name} = {{{literal(high)}, {literal(to_float(zero - high, 53))},\n{inner}}};"


def tanh_gate(z, dz, d2z):
    """f' and f'' of x tanh(z(x))."""

    def slope(x):
        return mp.tanh(z(x)) + x * dz(x) * mp.sech(z(x)) ** 2

    def curvature(x):
        return mp.sech(z(x)) ** 2 * (2 * dz(x) + x * d2z(x) - 2 * x * dz(x) ** 2 * mp.tanh(z(x)))

    return slope, curvature


def roots():
    silu_slope, silu_curvature = logistic_gate(lambda x: x, lambda x: 1, lambda x: 0)
    serf_slope, serf_curvature = serf()
    linear, cubic = gelu_tanh_argument()
    gelu_tanh_slope, gelu_tanh_curvature = logistic_gate(
        lambda x: linear * x + cubic * x**3, lambda x: linear + 3 * cubic * x**2, lambda x: 6 * cubic * x
    )
    mish_slope, mish_curvature = tanh_gate(
        lambda x: mp.log1p(mp.exp(x)), logistic, lambda x: logistic(x) * logistic(-x)
    )
    _, lisht_curvature = tanh_gate(lambda x: x, lambda x: 1, lambda x: 0)
    tanh_exp_slope, tanh_exp_curvature = tanh_gate(mp.exp, mp.exp, mp.exp)
    return [
        root("silu_slope", silu_slope, "-1.278"),
        root("silu_curvature", silu_curvature, "2.4"),
        root("gelu_tanh_slope", gelu_tanh_slope, "-0.752"),
        root("gelu_tanh_curvature", gelu_tanh_curvature, "1.418"),
        root("gelu_slope", lambda x: mp.ncdf(x) + x * mp.npdf(x), "-0.752"),
        root("mish_slope", mish_slope, "-1.192"),
        root("mish_curvature_below", mish_curvature, "-2.2564"),
        root("mish_curvature_above", mish_curvature, "1.4906"),
        root("lisht_curvature", lisht_curvature, "1.1997"),
        root("tanh_exp_slope", tanh_exp_slope, "-1.0789"),
        root("tanh_exp_curvature_below", tanh_exp_curvature, "-2.066"),
        root("tanh_exp_curvature_above", tanh_exp_curvature, "0.69656"),
        root("serf_slope", serf_slope, "-1.193"),
        root("serf_curvature_below", serf_curvature, "-2.256"),
        root("serf_curvature_above", serf_curvature, "1.096"),
    ]


def selu():
    """lambda and lambda alpha by which a standard normal distribution is mapped to mean 0 and variance 1 (Klambauer et al.,
    equation 14)."""
    e = mp.erfc(1 / mp.sqrt(2)) * mp.exp(mp.mpf(1) / 2)
    second = mp.erfc(mp.sqrt(2)) * mp.exp(2)
    scale = (1 - e) * mp.sqrt(2 * mp.pi / (2 * second + mp.pi * e**2 - 2 * (2 + mp.pi) * e + mp.pi + 2))
    fall = scale * mp.sqrt(2 / mp.pi) / (1 - e)

    def pair(name, value):
        high = to_float(value, 53)
        return f"coefficient {name} = {{{literal(high)}, {literal(to_float(value - high, 53))}}};"

    return [pair("lambda", scale), pair("lambda_alpha", fall)]


def tanh_shrink():
    """x - tanh(x) = x^3/3 (1 + w P(w)), w = x^2 <= 0.36."""

    def tail(w):
        x = mp.sqrt(w)
        return ((x - mp.tanh(x)) * 3 / x**3 - 1) / w

    return [coefficients("shrink_tail", interpolation(tail, 13, 0, mp.mpf("0.361")), 2)]


def exp_ratio():
    """2^r = (A + rB)/(A - rB) on |r| <= 1/2, from tanh(r ln2/2) = rB(r^2)/A(r^2)."""

    def over_r(w):
        r = mp.sqrt(w)
        return mp.tanh(r * mp.log(2) / 2) / r

    odd, even = rational(over_r, 2, 2, mp.mpf(1) / 4)
    log2e = 1 / mp.log(2)
    high = to_float(log2e, 28)
    return [
        constant("log2e", to_float(log2e, 53)),
        constant("log2e_high", high),
        constant("log2e_low", to_float(log2e - high, 53)),
        *[constant(f"odd_{i}", to_float(c, 53)) for i, c in enumerate(odd)],
        *[constant(f"even_{i + 1}", to_float(c, 53)) for i, c in enumerate(even)],
    ]


def exp_ratio_steps():
    """2^r = (C + r)/(C - r) on |r| <= 1/32, C(r^2) = r/tanh(r ln2/2); 2^(j/16) as patterns lowered by j << 48."""

    def over_tanh(w):
        r = mp.sqrt(w)
        return r / mp.tanh(r * mp.log(2) / 2) if r else 2 / mp.log(2)

    def lowered(j):
        pattern = struct.unpack("<Q", struct.pack("<d", to_float(mp.mpf(2) ** (mp.mpf(j) / 16), 53)))[0]
        return struct.unpack("<d", struct.pack("<Q", pattern - (j << 48)))[0]

    return [
        array("step", [lowered(j) for j in range(16)], "", "double"),
        array("step_even", fit(over_tanh, [0, 1, 2], 0, mp.mpf(1) / 1024, lambda w: 1, 53), "", "double"),
    ]


def exp_twofold():
    """expm1(r) = r + r^2 P(r) on |r| <= ln2/2, degree of P 10; ln 2 in two parts, the upper with 42 bits."""
    half = mp.log(2) / 2 * mp.mpf("1.0001")

    def target(r):
        if abs(r) < mp.mpf("1e-12"):
            return mp.mpf(1) / 2 + r / 6
        return (mp.expm1(r) - r) / r**2

    ln2_high = to_float(mp.log(2), 42)
    coefficients = fit(target, list(range(11)), -half, half, lambda r: 1, 53)
    return [
        constant("ln2_high", ln2_high),
        constant("ln2_low", to_float(mp.log(2) - ln2_high, 53)),
        array("expm1_tail", coefficients, "", "double"),
    ]


def log2e_float():
    high = to_float(1 / mp.log(2))
    return [
        constant("log2e_float", high, "f", "float"),
        constant("log2e_float_low", to_float(1 / mp.log(2) - mp.mpf(high)), "f", "float"),
        constant("ln2_float", to_float(mp.log(2)), "f", "float"),
    ]


def exp_steps():
    """The steps as patterns lowered by j << 20, to which the index in the low bits is added shifted left by 20."""
    scale, bound = mp.mpf("0.97"), mp.mpf(1) / 16
    p1, p0, p2, p3 = fit(lambda r: scale * (mp.power(2, -r) - 1), [1, 0, 2, 3], -bound, bound, lambda r: 1)
    step, excess = [], []
    for j in range(8):
        exact = mp.power(2, mp.mpf(j) / 8)
        rounded = to_float(scale * exact)
        step.append(bits_float(float_bits(rounded) - (j << 20)))
        excess.append(to_float(rounded / exact - 1 + p0))
    return [array("step", step), array("excess", excess), array("divisor", [p1, p2, p3])]


def exponential_float(scale, degree):
    """The steps T_j, patterns as in exp_steps, and the polynomial 2^r/c - 1.

    c is such that all eight c 2^(j/8) are nearly floats: 0x1.feb052p-1, within 2^-28.4 of themselves, is the best of
    the floats in [0.93, 1.07], 0x1.0e5cd8p0, within 2^-27.7, the best of those above 2^(1/16). Each is moved to where
    the largest and the smallest deviation are equal.
    """
    scale, bound = mp.mpf(float.fromhex(scale)), mp.mpf(1) / 16
    steps = [to_float(scale * mp.power(2, mp.mpf(j) / 8)) for j in range(8)]
    ratios = [mp.mpf(t) / mp.power(2, mp.mpf(j) / 8) for j, t in enumerate(steps)]
    centre = (min(ratios) + max(ratios)) / 2
    powers = [1, 0, 2, 3, 4][: degree + 1]
    c1, c0, *c = fit(lambda r: mp.power(2, r) / centre - 1, powers, -bound, bound, lambda r: mp.power(2, -r))
    return [
        array("step", [bits_float(float_bits(t) - (j << 20)) for j, t in enumerate(steps)]),
        array("excess", [c0, c1, *c]),
    ]


def short_steps(size, degree):
    """T_j with 8 bits, ln T_j - (j/size) ln 2 less what `ln 2` rounded to float is off by for 8 octaves, and the
    polynomial (e^-r - 1)/r for the r that remain."""
    ln2 = mp.log(2)
    off = 8 * (mp.mpf(to_float(ln2)) - ln2)
    steps = [to_float(mp.power(2, mp.mpf(j) / size), 8) for j in range(size)]
    shifts = [mp.log(t) - ln2 * j / size for j, t in enumerate(steps)]
    bound = ln2 / (2 * size) + max(abs(s) for s in shifts)
    slope = fit(lambda r: mp.expm1(-r) / r, list(range(degree)), -bound, bound, lambda r: abs(r))
    lowered = [bits_float(float_bits(t) - (j << 23) // size) for j, t in enumerate(steps)]
    return [
        array("step", lowered),
        array("step_shift", [to_float(s - off) for s in shifts]),
        array("slope", slope),
    ]


def expm1_float(size, bits):
    """T_j with `bits` bits, of 8 one fewer where they serve no interval close to 0, (j/size) ln 2 - ln T_j, and the polynomial (e^r - 1 - r)/r^2 on the r that remain.

    But for T_0 = 1, T_j is near 2^((j + 0.18)/size), above the middle of its interval. Where S is below the last bit of
    1, errors add up to 1 ULP; with these bits no float exceeds it.
    """
    ln2 = mp.log(2)
    exact = [mp.power(2, (j + mp.mpf("0.18") * (j > 0)) / size) for j in range(size)]
    steps = [to_float(t, bits - (size == 8 and j < 6)) for j, t in enumerate(exact)]
    shifts = [ln2 * j / size - mp.log(t) for j, t in enumerate(steps)]
    low = min(shifts) - ln2 / size / 2
    high = ln2 / size / 2
    curvature = fit(lambda r: (mp.expm1(r) - r) / r**2, [0, 1, 2], low, high, lambda r: r**2)
    lowered = [bits_float(float_bits(t) - (j << 23) // size) for j, t in enumerate(steps)]
    return [
        array("step", lowered),
        array("step_shift", [to_float(s) for s in shifts]),
        array("curvature", curvature),
    ]


def gelu_tanh_float():
    """2 sqrt(2/pi) log2(e) (1 + 0.044715 w): the first coefficient in two parts, the upper with 16 bits."""
    constant_term = 2 * mp.sqrt(2 / mp.pi) / mp.log(2)
    square_term = constant_term * mp.mpf("0.044715")
    lines = []
    for name, value, bits in (("constant", constant_term, 16), ("square", square_term, 24)):
        high = to_float(value, bits)
        lines.append(constant(f"{name}_term", high, "f", "float"))
        lines.append(constant(f"{name}_term_low", to_float(value - high), "f", "float"))
    return lines


def exp2_cubic():
    """2^r - 1 on |r| <= 1/2, degree 3 without constant term: 2^0 is 1."""
    coefficients = fit(lambda r: mp.power(2, r) - 1, [1, 2, 3], -0.5, 0.5, lambda r: mp.power(2, -r))
    return [array("exp2_cubic", coefficients)]


def tanh_rational():
    """tanh(x)/x = P(w)/Q(w), w = x^2, on |x| <= 4.6, smallest largest relative error by Lawson's reweighting.

    At the end of the range the value aimed at is 1 + 2^-15: the limit of tanh rather than tanh(4.6) = 1 - 2^-12.3. Where
    1 is reached, xact::fast::tanh clamps its argument, so that tanh(inf) = 1.
    """
    end = mp.mpf("4.6")
    nodes = [end * mp.sin(mp.pi * i / 240) for i in range(1, 121)]
    target = [mp.tanh(x) / x for x in nodes]
    target[-1] = (1 + mp.ldexp(1, -15)) / end
    held = mp.mpf(10) ** 12 # the weight of the end point
    weights, scale = [mp.mpf(1)] * len(nodes), [mp.mpf(1)] * len(nodes)
    weights[-1] = held
    best = None
    for _ in range(60):
        rows, values = [], []
        for x, t, weight, q in zip(nodes, target, weights, scale):
            w, f = x * x, mp.sqrt(weight) / (t * q)
            rows.append([f, f * w, f * w**2, -f * t * w, -f * t * w**2])
            values.append(f * t)
        n0, n1, n2, d1, d2 = least_squares(rows, values)
        scale = [1 + d1 * x * x + d2 * x**4 for x in nodes]
        errors = [abs((n0 + n1 * x * x + n2 * x**4) / q / t - 1) for x, t, q in zip(nodes, target, scale)]
        if best is None or max(errors) < best[0]:
            best = max(errors), (n0, n1, n2, d1, d2)
        mean = sum(w * e for w, e in zip(weights[:-1], errors)) / sum(weights[:-1])
        weights = [w * (e / mean + mp.mpf("0.05")) for w, e in zip(weights, errors)]
        weights[-1] = held
    n0, n1, n2, d1, d2 = [mp.mpf(to_float(c)) for c in best[1]]
    print(f"// largest relative error of the fit 2^{float(mp.log(best[0], 2)):.2f}", file=sys.stderr)

    def as_computed(x):
        """By xact::fast::tanh with FMA: each operation rounded to float."""
        w = mp.mpf(to_float(x * x))
        p = mp.mpf(to_float(mp.mpf(to_float(w * n2 + n1)) * w + n0))
        q = mp.mpf(to_float(mp.mpf(to_float(w * d2 + d1)) * w + 1))
        return to_float(mp.mpf(to_float(x * p)) / q)

    # The first float at which it gives 1: nothing before is above, and what follows is never computed.
    low, high = mp.mpf(4), end
    while high - low > mp.mpf("1e-3"):
        middle = (low + high) / 2
        low, high = (middle, high) if as_computed(middle) < 1 - mp.ldexp(1, -20) else (low, middle)
    x = to_float(low)
    while as_computed(mp.mpf(x)) < 1:
        x = bits_float(float_bits(x) + 1)
    assert as_computed(mp.mpf(x)) == 1
    return [
        array("tanh_numerator", [n0, n1, n2]),
        array("tanh_denominator", [d1, d2]),
        constant("tanh_end", x, "f", "float"),
    ]


def gal_point(function, low, high, middle=None):
    """The float nearest to `middle`, by default that of the interval, of 8192 tried, at which `function` is within 0.004
    ulp of a float.
    """
    middle = (low + high) / 2 if middle is None else middle
    for step in range(8192):
        side = (step + 1) // 2 * (1 if step % 2 else -1)
        m = mp.mpf(to_float(middle + (high - low) * side / 8193))
        value = function(m)
        unit = mp.ldexp(1, int(mp.frexp(value)[1]) - 24)
        if abs(value / unit - mp.nint(value / unit)) < mp.mpf("0.004"):
            return float(m)
    raise RuntimeError("no such point")


def interval_arrays(centres, rows):
    """centre[interval] and coefficient[degree][interval]."""
    columns = [list(column) for column in zip(*rows)]
    body = ",\n".join("    {" + ", ".join(literal(v, "f") for v in column) + "}" for column in columns)
    return [array("centre", centres), f"float coefficient[{len(columns)}][{len(centres)}] = {{\n{body}}};"]


def tanh_intervals(size, degree, mantissa_bits, origin, last, scale=1):
    """Interval i holds the a with (bits(scale a + origin) - bits(origin)) >> (23 - mantissa_bits) = i."""
    origin, last, scale = mp.mpf(origin), mp.mpf(last), mp.mpf(scale)
    per_binade = 1 << mantissa_bits
    mantissa, exponent = mp.frexp(origin)
    # The pattern of the origin, shifted: 126 is the exponent field of 0.5.
    first = int(((126 + int(exponent)) << mantissa_bits) + (2 * mantissa - 1) * per_binade)
    centres, rows = [], []

    def border(i):
        binade, part = divmod(first + i, per_binade)
        return (mp.ldexp(1 + mp.mpf(part) / per_binade, binade - 127) - origin) / scale

    for i in range(size):
        low, high = border(i), border(i + 1)
        if i == 0:
            powers = [p for p in [3, 5, 7, 4, 6, 8, 2] if p <= degree]
            values = dict(zip(powers, fit(lambda a: mp.tanh(a) - a, powers, high / 1000, high, lambda a: 1 / a)))
            m, row = 0.0, [0.0, -0.0] + [values[p] for p in range(2, degree + 1)]
        elif low >= last:
            m, row = float(low), [1.0] + [0.0] * degree
        else:
            high = min(high, last * mp.mpf("1.001"))
            m = gal_point(mp.tanh, low, high)
            c0 = to_float(mp.tanh(m))
            powers = list(range(1, degree + 1))
            row = [c0] + fit(lambda r: mp.tanh(m + r) - c0, powers, low - m, high - m, lambda r: 1)
        centres.append(m)
        rows.append(row)
    # The first interval stands where the low bits of its pattern point.
    start = -first % size
    return interval_arrays(centres[start:] + centres[:start], rows[start:] + rows[:start])


def paired_arrays(centres, rows):
    """As interval_arrays, the first two coefficients of each row in two parts."""
    low = [[to_float(row[k] - mp.mpf(to_float(row[k]))) for row in rows] for k in (0, 1)]
    high = [[to_float(row[0]), to_float(row[1]), *row[2:]] for row in rows]
    body = ",\n".join("    {" + ", ".join(literal(v, "f") for v in column) + "}" for column in low)
    return interval_arrays(centres, high) + [f"float low[2][{len(centres)}] = {{\n{body}}};"]


def paired_fit(function, m, powers, low, high, weight):
    """c0, c1, ... of function(m + r), c0 and c1 to 48 bits, the others to 24."""
    c0 = function(m)
    c0 = mp.mpf(to_float(c0)) + mp.mpf(to_float(c0 - to_float(c0)))
    target = lambda r: function(m + r) - c0
    c1 = fit(target, powers, low, high, weight, 48)[0]
    return [c0, mp.mpf(c1)] + fit(target, powers[1:], low, high, weight, fixed={1: c1})


def centre_of_round_coefficients(second, third, middle, width):
    """Of floats near `middle`, one whose Taylor coefficients of r^2 and r^3 are within 0.01 and 0.1 ulp of floats: what
    their rounding costs is not made up for by higher powers.
    """

    def off_a_float(y):
        places = mp.ldexp(y, 24 - int(mp.frexp(y)[1]))
        return abs(places - mp.nint(places))

    for step in range(20000):
        m = mp.mpf(to_float(middle + width * ((step + 1) // 2 * (1 if step % 2 else -1)) / 200000))
        if off_a_float(second(m)) < 0.01 and off_a_float(third(m)) < 0.1:
            return m
    raise RuntimeError("no such point")


def exact_tanh_intervals():
    """Polynomials of degree 7 on the intervals of tanh_intervals(32, ...) and in their order."""

    def second(a):
        return -mp.tanh(a) / mp.cosh(a) ** 2

    def third(a):
        return (3 * mp.tanh(a) ** 2 - 1) / mp.cosh(a) ** 2 / 3

    centres, rows = [], []
    for k in range(74, 106):
        low, high = (mp.ldexp(1 + mp.mpf(j % 8) / 8, j // 8 - 10) - mp.mpf("0.625") for j in (k, k + 1))
        if k == 74:
            powers = [3, 5, 7, 4, 6]
            values = dict(zip(powers, fit(lambda a: mp.tanh(a) - a, powers, high / 1000, high, lambda a: 1 / a)))
            centres.append(0.0)
            rows.append([0.0, 1.0] + [values.get(p, 0.0) for p in range(2, 8)])
        elif low >= mp.mpf("9.375"):
            centres.append(float(low))
            rows.append([1.0] + [0.0] * 7)
        else:
            m = centre_of_round_coefficients(second, third, (low + high) / 2, high - low)
            centres.append(float(m))
            rows.append(paired_fit(mp.tanh, m, [1, 2, 3, 4, 5, 6, 7], low - m, high - m, lambda r: 1))
    start = -((127 - 10) * 8 + 74) % 32
    return paired_arrays(centres[start:] + centres[:start], rows[start:] + rows[:start])


def fast_tanh_intervals():
    """Polynomials of degree 2 in a, on the intervals of tanh_intervals(32, ...) and in their order."""
    rows = []
    for k in range(74, 106): # exponent and three fraction bits of a + 0.625, counted from 2^-10
        low, high = (mp.ldexp(1 + mp.mpf(j % 8) / 8, j // 8 - 10) - mp.mpf("0.625") for j in (k, k + 1))
        if low >= 8:
            rows.append([1.0, 0.0, 0.0])
        else:
            powers = [1, 0, 2] if low > 0 else [1, 2]
            values = dict(zip(powers, fit(mp.tanh, powers, max(low, high / 1000), high, lambda a: 1 / mp.tanh(a))))
            rows.append([values.get(p, 0.0) for p in range(3)])
    start = -((127 - 10) * 8 + 74) % 32
    return interval_arrays([0.0] * 32, rows[start:] + rows[:start])[1:]


def logistic(x):
    return 1 / (1 + mp.exp(-x))


def fast_sigmoid_intervals():
    """Polynomials of degree 3 in x on the intervals about k/1.2, k = -21, ..., 10; k counts modulo 32.

    That of 0 gives exactly 1/2 there. The last one, for the float nearest to 8.33 and all beyond too, gives 1 there and no
    more than 1 before.
    """
    end = mp.mpf("8.33")

    def one_at_the_end(x):
        return 1 - mp.exp(-x) + mp.exp(-end) - mp.mpf("1e-8")

    rows = []
    for k in [*range(11), *range(-21, 0)]:
        low, high = ((k + half) / mp.mpf("1.2") for half in (mp.mpf("-0.5"), mp.mpf("0.5")))
        powers = [0, 1, 2, 3]
        if k == 0:
            rest = fit(lambda x: logistic(x) - 0.5, [1, 3, 2], low, high, lambda x: 1 / logistic(x))
            rows.append([0.5, rest[0], rest[2], rest[1]])
        elif k == 10:
            rows.append(fit(one_at_the_end, powers, low, end, lambda x: 1))
        else:
            rows.append(fit(logistic, powers, low, high, lambda x: 1 / logistic(x)))
    return interval_arrays([0.0] * 32, rows)[1:]


def fast_slope_intervals():
    """The slope f (1 - f) of f = 1/(1 + e^a), of degree 3 in a, on the intervals about i/1.55. That of 0 gives exactly 1/4
    there.
    """

    def slope(a):
        return logistic(a) * logistic(-a)

    rows = []
    for i in range(32):
        low, high = (max(i + half, mp.mpf(0)) / mp.mpf("1.55") for half in (mp.mpf("-0.5"), mp.mpf("0.5")))
        if i == 0:
            rows.append([0.25, 0.0] + fit(lambda a: slope(a) - 0.25, [2, 3], low, high, lambda a: 1))
        else:
            rows.append(fit(slope, [0, 1, 2, 3], low, high, lambda a: 1 / slope(a)))
    return interval_arrays([0.0] * 32, rows)[1:]


def logistic_intervals():
    """f = 1/(1 + e^a) on the intervals about 0, 1/2, ..., 15.5.

    At the centre of an interval both f and its slope are within 0.02 ulp of floats. It stands an eighth of the interval
    off the middle, where the error of the best polynomial of degree 5 is nearest to a zero. Up to 17.4, where 1 - f rounds to
    1, the last interval serves for 1 - f alone.
    """

    def value(a):
        return 1 / (1 + mp.exp(a))

    def slope(a):
        return value(a) * (1 - value(a))

    def off_a_float(y):
        places = mp.ldexp(y, 24 - int(mp.frexp(y)[1]))
        return abs(places - mp.nint(places))

    def common_point(i):
        aim = mp.mpf(i) / 2 + mp.mpf("0.0645") * (-1 if i in (2, 3) else 1)
        for step in range(40000):
            m = mp.mpf(to_float(aim + mp.mpf((step + 1) // 2 * (1 if step % 2 else -1)) / 80002))
            if off_a_float(slope(m)) < 0.02 and (off_a_float(value(m)) < 0.02 or i == 31):
                return m
        raise RuntimeError("no such point")

    centres, values = [], []
    for i in range(32):
        m = common_point(i) if i else mp.mpf(0)
        low, high = max(mp.mpf(2 * i - 1) / 4, mp.mpf(0)) - m, mp.mpf(2 * i + 1) / 4 - m
        c0 = to_float(value(m))
        end, weight = (mp.mpf("17.4") - m, lambda r: 1) if i == 31 else (high, lambda r: 1 / value(m + r))
        powers = [1, 2, 3, 4, 5]
        centres.append(float(m))
        values.append([c0] + fit(lambda r: value(m + r) - c0, powers, low, end, weight))
    return interval_arrays(centres, values)


def logistic_slope_intervals():
    """f = e^a/(1 + e^a)^2 on 32 intervals of [0, 16], those shortest where its sixth derivative is largest."""

    def function(a):
        return 1 / (2 + mp.exp(a) + mp.exp(-a))

    linear, end = mp.mpf("2.03125"), mp.mpf(16)
    quadratic = mp.mpf(to_float((mp.mpf("31.49") / end - linear) / end))

    def border(i):
        return 2 * i / (linear + mp.sqrt(linear**2 + 4 * quadratic * i))

    centres, rows = [], []
    for i in range(32):
        low, high = border(max(i - mp.mpf("0.5"), mp.mpf(0))), border(i + mp.mpf("0.5"))
        # Off the middle by an eighth of the interval, as in logistic_intervals.
        aim = (low + high) / 2 + (high - low) * mp.mpf("0.129") * (-1 if i in (2, 3) else 1)
        m = gal_point(function, low, high, aim) if i else mp.mpf(0)
        c0 = to_float(function(m))
        centres.append(float(m))
        rows.append(
            [c0] + fit(lambda r: function(m + r) - c0, [1, 2, 3, 4, 5], low - m, high - m, lambda r: 1 / unit(function(m + r)))
        )
    return [array("index", [float(linear), float(quadratic)])] + interval_arrays(centres, rows)


def unit(value):
    """The distance of floats at `value`."""
    return mp.ldexp(1, int(mp.frexp(value)[1]) - 24)


def least_rounding_middle(function, low, high):
    """Of some points about the middle, that m for which the rounding of (f(x) - f(m))/(x - m), times x - m, is at most the
    smallest part of an ulp of f(x).
    """
    samples = [low + (high - low) * i / 256 for i in range(257)]
    values = [function(x) for x in samples]

    def rounding(m):
        at_m, parts = function(m), []
        for x, value in zip(samples, values):
            if abs(x - m) > (high - low) / 500:
                parts.append(abs(x - m) * unit((value - at_m) / (x - m)) / unit(value))
        return max(parts)

    return min((low + (high - low) * i / 100 for i in range(10, 94, 3)), key=rounding)


def quadratic_intervals(function, slope, end, linear, degree):
    """The coefficients of `index`, and a polynomial on each of the 32 intervals in which a (index[0] + index[1] a) is
    nearest to 0, 1, ..., 31 at `end`. In the first, c0 stands for slope * a, and the centre is 0.
    """
    end, linear = mp.mpf(end), mp.mpf(linear)
    quadratic = mp.mpf(to_float((mp.mpf("31.49") / end - linear) / end))
    linear = mp.mpf(to_float(linear))

    def border(i):
        return (-linear + mp.sqrt(linear**2 + 4 * quadratic * i)) / (2 * quadratic)

    centres, rows = [], []
    for i in range(32):
        low, high = border(mp.mpf(i) - mp.mpf("0.5")) if i else mp.mpf(0), border(mp.mpf(i) + mp.mpf("0.5"))
        if i == 0:
            powers = list(range(2, degree + 1))
            row = fit(lambda a: function(a) - slope * a, powers, high / 1000, high, lambda a: 1 / a)
            m, row = 0.0, [0.0, -0.0] + row
        else:
            middle = least_rounding_middle(function, low, high)
            m = gal_point(function, low, high, middle)
            c0 = to_float(function(m))
            powers = list(range(1, degree + 1))
            row = [c0] + fit(
                lambda r: function(m + r) - c0, powers, low - m, high - m, lambda r: 1 / abs(function(m + r))
            )
        centres.append(m)
        rows.append(row)
    return [array("index", [float(linear), float(quadratic)])] + interval_arrays(centres, rows)


def uniform_intervals(function, scale, first, degree, leading=None):
    """A polynomial on each of the 32 intervals in which `scale` x is nearest to k = first, first + 1, ...; its entry is at
    k modulo 32. function(k) is the function there and the weight of its error. With `leading`, in the interval of 0
    the centre is 0 and c0 stands for leading * x.
    """
    entries = {}
    for k in range(first, first + 32):
        low, high = (mp.mpf(2 * k - 1) / 2) / scale, (mp.mpf(2 * k + 1) / 2) / scale
        f, weight = function(k)
        powers = list(range(1, degree + 1))
        if k == 0 and leading is not None:
            values = fit(lambda x: f(x) - leading * x, powers, low, high, lambda x: 1 / (abs(x) + high / 1000))
            entries[k % 32] = 0.0, [0.0] + values
        else:
            m = gal_point(f, low, high)
            c0 = to_float(f(m))
            values = fit(lambda r: f(m + r) - c0, powers, low - m, high - m, lambda r: weight(m + r))
            entries[k % 32] = m, [c0] + values
    centres, rows = zip(*[entries[i] for i in range(32)])
    return [constant("scale", scale, "f", "float")] + interval_arrays(list(centres), list(rows))


def softplus_intervals():
    def softplus(x):
        return mp.log1p(mp.exp(x))

    return uniform_intervals(lambda k: (softplus, lambda x: 1 / softplus(x)), 2.0, -30, 6)


def mish_intervals():
    """mish for x < 0.305, mish - x beyond."""

    def mish(x):
        n = mp.exp(x) * (mp.exp(x) + 2)
        return x * n / (n + 2)

    def rest(x):
        n = mp.exp(x) * (mp.exp(x) + 2)
        return -2 * x / (n + 2)

    def piece(k):
        return (rest, lambda x: 1 / x) if k > 0 else (mish, lambda x: 1 / abs(mish(x)))

    return uniform_intervals(piece, to_float(1 / mp.mpf("0.61")), -17, 7, mp.mpf(1) / 2)


def split_root_intervals(function, zero, borders, degree, toward=None):
    """centre[interval], coefficient[degree][interval] and the parts of c0 and c1 that are added to it, for
    gate_slope_float.hpp. In the interval of the zero, m is the float next to it, and of c0 = f(m) all is in the lower part.
    Elsewhere m is halfway between the middle and where what is added to c0 is smallest, relative to the sum at both
    ends; `toward` gives another part of that way, of the interval that begins at `low`.
    """
    centres, rows, lows = [], [], []
    for low, high in borders:
        middle = (low + high) / 2
        if low < zero < high:
            m = mp.mpf(to_float(zero))
        else:
            ends = function(low), function(high)
            between = 2 * ends[0] * ends[1] / (ends[0] + ends[1])
            if (function(middle) - ends[0]) * (ends[1] - function(middle)) > 0:
                smallest = mp.findroot(lambda x: function(x) - between, (low, high), solver="anderson")
                middle = middle + toward(low) * (smallest - middle) if toward else (middle + smallest) / 2
            m = mp.mpf(to_float(middle, 16))
        c0 = function(m)

        def fitted(powers, known, bits):
            return fit(
                lambda r: function(m + r) - c0,
                powers,
                low - m,
                high - m,
                lambda r: 1 / (abs(function(m + r)) + (high - low) / 100000),
                bits,
                known,
            )

        c1 = mp.mpf(fitted(list(range(1, degree + 1)), {}, 50)[0])
        row = [0.0 if low < zero < high else to_float(c0), to_float(c1)]
        rows.append(row + fitted(list(range(2, degree + 1)), {1: c1}, 24))
        lows.append([to_float(c0 - row[0]), to_float(c1 - row[1])])
        centres.append(float(m))
    columns = zip(*lows)
    return interval_arrays(centres, rows) + [array(f"c{i}_low", list(column)) for i, column in enumerate(columns)]


def gate_slope_intervals(function, zero, at_zero, end, degree, first="-0.49", toward=None):
    """A polynomial on each of the 32 intervals in which b (index[0] + index[1] b), b = a - origin, is nearest to 0, 1, ..., 31:
    `first` at 0, at_zero at the zero of the function and 31.49 at `end`. Without an `end`, index[1] is none.
    """
    first, last = mp.mpf(first), mp.mpf("31.49")
    square = ((last - first) / end - (at_zero - first) / zero) / (end - zero) if end else mp.mpf(0)
    line = (at_zero - first) / zero - square * zero
    root = -first / line if not end else (-line + mp.sqrt(line**2 - 4 * square * first)) / (2 * square)
    origin = mp.mpf(to_float(root))
    linear, quadratic = mp.mpf(to_float(line + 2 * square * origin)), mp.mpf(to_float(square) if end else 0)

    def border(i):
        if not end:
            return origin + i / linear
        return origin + (-linear + mp.sqrt(linear**2 + 4 * quadratic * i)) / (2 * quadratic)

    borders = [mp.mpf(0)] + [border(i + mp.mpf("0.5")) for i in range(32)]
    return [
        array("index", [float(linear), float(quadratic)] if end else [float(linear)]),
        constant("origin", float(origin), "f", "float"),
    ] + split_root_intervals(function, zero, list(zip(borders, borders[1:])), degree, toward)


def mish_slope():
    """f' of mish, and its zero."""
    slope, _ = tanh_gate(lambda x: mp.log1p(mp.exp(x)), logistic, lambda x: logistic(x) * logistic(-x))
    return slope, mp.findroot(slope, mp.mpf("-1.192"))


def mish_slope_intervals():
    """A polynomial on each of the 32 intervals in which b (index[0] + index[1] |b|), b = x - origin, is nearest to k = -15,
    -14, ..., 16: 0 at the zero, 16.5 at 10.2. Its entry is at k modulo 32.
    """
    slope, zero = mish_slope()
    origin, linear = mp.mpf(to_float(zero, 12)), mp.mpf("2.25")
    end = mp.mpf("10.2") - origin
    quadratic = mp.mpf(to_float((mp.mpf("16.5") / end - linear) / end))

    def border(k):
        distance = (-linear + mp.sqrt(linear**2 + 4 * quadratic * abs(k))) / (2 * quadratic)
        return origin + mp.sign(k) * distance

    half = mp.mpf("0.5")
    borders = [(border(k - half), border(k + half)) for k in list(range(17)) + list(range(-15, 0))]
    return [
        array("index", [float(linear), float(quadratic)]),
        constant("origin", float(origin), "f", "float"),
    ] + split_root_intervals(slope, zero, borders, 7)


def silu_slope_intervals():
    slope, _ = logistic_gate(lambda x: x, lambda x: 1, lambda x: 0)
    zero = -mp.findroot(slope, mp.mpf("-1.278"))
    return gate_slope_intervals(lambda a: slope(-a), zero, 3, None, 6)


def gelu_slope_intervals():
    """Up to 8. With these ends and centres, of some tried, no error exceeds 1 ULP. In the first interval the centre stays
    in the middle: were c0 below 1/4, what is added next to a = 0 would not be.
    """

    def slope(a):
        return normal_below(a) - a * mp.exp(-a * a / 2) / mp.sqrt(2 * mp.pi)

    def toward(low):
        return mp.mpf("0.51") if low > 2 else mp.mpf(low > 0) / 2

    zero = mp.findroot(slope, mp.mpf("0.7518"))
    return gate_slope_intervals(slope, zero, 1, mp.mpf("8.01"), 7, "-0.25", toward)


def gelu_tanh_slope():
    """f'(-a) of gelu_tanh, and the a at which it is zero."""
    linear, cubic = gelu_tanh_argument()
    slope, _ = logistic_gate(
        lambda x: linear * x + cubic * x**3, lambda x: linear + 3 * cubic * x**2, lambda x: 6 * cubic * x
    )
    return (lambda a: slope(-a)), -mp.findroot(slope, mp.mpf("-0.752"))


def gelu_tanh_slope_intervals():
    return gate_slope_intervals(*gelu_tanh_slope(), 2, mp.mpf("5.625"), 6)


def cubic_gelu_tanh_slope_rows():
    return cubic_gate_slope_rows("gelu_tanh_slope", *gelu_tanh_slope(), 7, mp.mpf("7.140625"))


def gelu_tanh_slope_float():
    """z' = linear + cubic_3 x^2."""
    linear, cubic = gelu_tanh_argument()
    lines = []
    for name, value in (("linear", linear), ("cubic_3", 3 * cubic)):
        high = to_float(value)
        lines.append(constant(name, high, "f", "float"))
        lines.append(constant(f"{name}_low", to_float(value - mp.mpf(high)), "f", "float"))
    return lines


def normal_below(a):
    """Phi(-a), Phi the distribution function of the normal distribution."""
    return mp.erfc(a / mp.sqrt(2)) / 2


def gelu_intervals():
    return quadratic_intervals(lambda a: a * normal_below(a), mp.mpf(1) / 2, "8.06", "1.48", 7)


def gelu_tanh_intervals():
    """Of some ends and linear terms, those whose errors are smallest for so long a table."""
    linear, cubic = gelu_tanh_argument()
    return quadratic_intervals(lambda a: a * logistic(-linear * a - cubic * a**3), mp.mpf(1) / 2, "6.6", "1.5", 7)


def normal_tail(function, first):
    """2^(11/8) e^(w/2) function(sqrt(w)) - 1 as a polynomial in 1/w, w in [first^2, 14.6^2]."""

    def factor(t):
        a = 1 / mp.sqrt(t)
        return mp.power(2, mp.mpf(11) / 8) * mp.exp(a * a / 2) * function(a) - 1

    return fit(factor, list(range(6)), mp.mpf("14.6") ** -2, mp.mpf(first) ** -2, lambda t: 1)


def gelu_tail():
    return [array("factor", normal_tail(lambda a: a * normal_below(a), "5.5"))]


def gelu_slope_tail():
    """Of f'(-a)/-a."""

    def slope(a):
        return mp.exp(-a * a / 2) / mp.sqrt(2 * mp.pi) - normal_below(a) / a

    return [array("slope_factor", normal_tail(slope, "6"))]


def with_low_bits(c3, low):
    """The float nearest to c3 whose last 12 bits are the first 12 of `low`, which has 4 significant bits."""
    if c3 == 0 and low == 0:
        return 0.0
    last = float_bits(low) >> 20
    upper = float_bits(to_float(c3) if c3 else 2.0**-63) & 0xFFFFF000 # not a subnormal number
    return min((bits_float(upper + step | last) for step in (-0x1000, 0, 0x1000)), key=lambda word: abs(word - c3))


def cubic_row(function, k, h, added=0, round_c2=to_float, below=17):
    """{c0, c1, c2, c3} of kernel/cubic_rows.hpp at k; `added` is what the kernel adds to c1.

    The cubic through `function` at the Chebyshev nodes of -below/32 h <= r <= 17/32 h. What c3 and c2 lose when they are
    rounded goes into c1 and c0: near 0, r^3 is (3/4) R^2 r and r^2 is R^2/2, up to Chebyshev polynomials.
    """
    bound = h * 17 / 32
    nodes = chebyshev_nodes(-h * below / 32, bound, 4)
    c = mp.lu_solve(mp.matrix([[r**p for p in range(4)] for r in nodes]), mp.matrix([function(k + r) for r in nodes]))
    c = [x if abs(x) > mp.mpf(10) ** -30 else mp.mpf(0) for x in c] # zero, where the function is even or odd
    c2 = round_c2(c[2])
    exact_c0 = function(mp.mpf(0)) if k == 0 else c[0] + (c[2] - c2) * bound**2 / 2
    c0 = to_float(exact_c0)
    c3 = with_low_bits(c[3], to_float(exact_c0 - c0, 4))
    return [c0, to_float(c[1] - added + (c[3] - c3) * bound**2 * 3 / 4), c2, c3]


def row_array(name, rows):
    lines = ["    {" + ", ".join(literal(c, "f") for c in row) + "}" for row in rows]
    return f"float {name}[{len(rows)}][4] = {{\n" + ",\n".join(lines) + "};"


def logistic(x):
    return 1 / (1 + mp.exp(-x))


def cubic_logistic_rows():
    """Rows from -20.5 to 17.375; above, 1 is nearer than half an ulp."""
    h = mp.mpf(1) / 16
    rows = [cubic_row(logistic, j * h, h) for j in range(-328, 279)]
    return [row_array("cubic_logistic_rows", rows)]


def cubic_slope_rows():
    h = mp.mpf(1) / 16
    rows = [cubic_row(lambda x: logistic(x) * logistic(-x), j * h, h) for j in range(329)]
    return [row_array("cubic_slope_rows", rows)]


def cubic_tanh_rows():
    """Rows from 0 to 9.03. In row 0 c0 = 0, and the error is relative: tanh(r) = r + r (c1 + c2 r + c3 r^2)."""
    h = mp.mpf(1) / 32
    bound = h * 17 / 32
    c3 = to_float(mp.mpf(-1) / 3 + mp.mpf(2) / 15 * bound**2, 12) # its last 12 bits are a c0_low of 0
    c1, c2 = fit(lambda r: mp.tanh(r) - r - c3 * r**3, [1, 2], bound / 1000, bound, lambda r: 1 / r)
    rows = [[0.0, c1, c2, c3]] + [cubic_row(mp.tanh, j * h, h, 1) for j in range(1, 290)]
    return [row_array("cubic_tanh_rows", rows)]


def first_row(function, slope, low, high):
    """{0, c1, c2, c3} with c1 = `slope`, its error relative; the last 12 bits of c3 are a c0_low of 0."""
    c1 = to_float(slope)

    def rest(r):
        return function(r) - slope * r

    def weight(r):
        return 1 / (abs(r) + high / 1000)

    c3 = to_float(fit(rest, [3, 2], low, high, weight)[0], 12)
    (c2,) = fit(lambda r: rest(r) - c3 * r**3, [2], low, high, weight)
    return [0.0, c1, c2, c3]


def cubic_softplus_rows():
    """Rows from -15 to 1/2."""
    h = mp.mpf(1) / 16
    return [
        row_array("cubic_softplus_rows", [cubic_row(lambda x: mp.log1p(mp.exp(x)), j * h, h) for j in range(-240, 9)])
    ]


def cubic_gate_rows(name, lower, log_steps, end):
    """f(a) = a s(-a), rows from 0 to `end`."""
    h = mp.ldexp(1, -log_steps)
    rows = [first_row(lower, mp.mpf(1) / 2, 0, h * 17 / 32)]
    return [row_array(f"cubic_{name}_rows", rows + [cubic_row(lower, j * h, h) for j in range(1, int(end / h) + 1)])]


def cubic_elu_rows():
    """e^x - 1, rows from -17.3125, in whose lower half it is -1, to 0; from -1/2 on of e^x - 1 - x."""

    def rest(x):
        return mp.expm1(x) - x

    h = mp.mpf(1) / 64
    bound = h * 17 / 32
    rows = [cubic_row(mp.expm1, j * h, h) for j in range(-1108, -32)]
    rows += [cubic_row(rest, j * h, h) if j else first_row(rest, mp.mpf(0), -bound, bound) for j in range(-32, 1)]
    return [row_array("cubic_elu_rows", rows)]


def cubic_exponential():
    """64/ln 2, ln 2/64 in two parts, the upper with 11 bits, and rows from 0 to 63/64 ln 2."""
    h = mp.log(2) / 64
    high = to_float(h, 11)
    return [
        constant("steps", to_float(1 / h), "f", "float"),
        constant("step_high", high, "f", "float"),
        constant("step_low", to_float(h - high), "f", "float"),
        row_array("rows", [cubic_row(mp.exp, j * h, h) for j in range(64)]),
    ]


def cubic_gelu_rows():
    return cubic_gate_rows("gelu", lambda a: a * normal_below(a), 7, mp.mpf("7.984375"))


def cubic_gelu_tanh_rows():
    linear, cubic = gelu_tanh_argument()
    return cubic_gate_rows(
        "gelu_tanh", lambda a: a * logistic(-linear * a - cubic * a**3), 7, mp.mpf("6.25")
    )


def cubic_silu_rows():
    return cubic_gate_rows("silu", lambda a: a * logistic(-a), 6, mp.mpf("17.375"))


def cubic_mish_rows():
    """Rows from -10.65625 to 8.875; from -1/64 on of mish(x) - x/2."""

    def mish(x):
        n = mp.exp(x) * (mp.exp(x) + 2)
        return x * n / (n + 2)

    def above_half(x):
        return mish(x) - x / 2

    h = mp.mpf(1) / 64
    bound = h * 17 / 32
    rows = [cubic_row(mish, j * h, h) for j in range(-682, -1)] + [
        cubic_row(above_half, j * h, h) if j else first_row(above_half, mp.mpf("0.1"), -bound, bound)
        for j in range(-1, 569)
    ]
    return [row_array("cubic_mish_rows", rows)]


def with_last_bit(x, bit):
    """The float with this last bit of its significand that is nearest to x."""
    if bit == 0:
        return to_float(x, 23)
    unit = mp.ldexp(1, int(mp.frexp(x)[1]) - 24)
    return to_float((2 * mp.floor(x / (2 * unit)) + 1) * unit)


def row_next_to_zero(function, zero, k, h):
    """{c0, c1, c2, c3} at r = x - m, m the float next to the zero of `function`, on the interval of k; the last 12 bits of
    c3 are the first 12 of what c1 lacks, and the last bit of c2 is set. In the interval of the zero the error is relative,
    and c0 = function(m).
    """
    m = mp.mpf(to_float(zero))
    low, high = k - m - h * 17 / 32, k - m + h * 17 / 32
    if low < 0 < high:
        c0 = to_float(function(m))
        nodes = [r for r in chebyshev_nodes(low, high, 3)]
        rows, values = [[r, r**2, r**3] for r in nodes], [function(m + r) - function(m) for r in nodes]
        exact = mp.lu_solve(mp.matrix(rows), mp.matrix(values))
        c1, c2, c3 = exact[0], with_last_bit(exact[1], 1), exact[2]
    else:
        nodes = chebyshev_nodes(low, high, 4)
        exact = mp.lu_solve(
            mp.matrix([[r**p for p in range(4)] for r in nodes]), mp.matrix([function(m + r) for r in nodes])
        )
        c0, c1, c2, c3 = to_float(exact[0]), exact[1], with_last_bit(exact[2], 1), exact[3]
    rounded = to_float(c1)
    return [c0, rounded, c2, with_low_bits(c3, to_float(c1 - rounded, 4))]


def cubic_gate_slope_rows(name, function, zero, log_steps, end, first=0):
    """Rows from `first` to `end`; that of the zero and its neighbours have the float next to it as centre, which the last
    bit of c2 says. r is no less than -15/32 h, as x is located.
    """
    h = mp.ldexp(1, -log_steps)
    nearest = int(mp.nint(zero / h))

    def row(j):
        if abs(j - nearest) <= 1:
            return row_next_to_zero(function, zero, j * h, h)
        return cubic_row(function, j * h, h, round_c2=lambda c: with_last_bit(c, 0), below=15)

    rows = [row(j) for j in range(int(first / h), int(end / h) + 1)]
    return [constant(f"{name}_zero", to_float(zero), "f", "float"), row_array(f"cubic_{name}_rows", rows)]


def cubic_mish_slope_rows():
    return cubic_gate_slope_rows("mish_slope", *mish_slope(), 6, mp.mpf("11"), mp.mpf("-10.65625"))


def cubic_silu_slope_rows():
    slope, _ = logistic_gate(lambda x: x, lambda x: 1, lambda x: 0)
    zero = -mp.findroot(slope, mp.mpf("-1.278"))
    return cubic_gate_slope_rows("silu_slope", lambda a: slope(-a), zero, 6, mp.mpf("12.5"))


def cubic_gelu_slope_rows():
    def slope(a):
        return normal_below(a) - a * mp.exp(-a * a / 2) / mp.sqrt(2 * mp.pi)

    return cubic_gate_slope_rows("gelu_slope", slope, mp.findroot(slope, mp.mpf("0.7518")), 7, mp.mpf("7.984375"))


def cubic_logistic():
    """ln 2 in two parts, the upper with 15 bits."""
    high = to_float(mp.log(2), 15)
    return [constant("ln2_high", high, "f", "float"), constant("ln2_low", to_float(mp.log(2) - high), "f", "float")]


# ---------------------------------------------------------------------------------------------------------------

SECTIONS = {
    "exponential.hpp": [exponential],
    "log1p.hpp": [log1p],
    "roots.hpp": [roots],
    "normal.hpp": [normal],
    "erf.hpp": [erf],
    "sine.hpp": [sine],
    "../activation/gelu_tanh.hpp": [gelu_tanh],
    "exponential_linear.hpp": [selu],
    "hyperbolic.hpp": [tanh_shrink],
    "exp_ratio.hpp": [exp_ratio, exp_ratio_steps],
    "exp_twofold.hpp": [exp_twofold],
    "log2e.hpp": [log2e_float],
    "exp_steps.hpp": [exp_steps],
    "logistic_intervals.hpp": [logistic_intervals, logistic_slope_intervals],
    "exponential_float.hpp": [
        lambda: exponential_float("0x1.feb052p-1", 3),
        lambda: exponential_float("0x1.feb052p-1", 4),
        lambda: exponential_float("0x1.0e5cd8p0", 4),
    ],
    "elu_float.hpp": [lambda: expm1_float(16, 9), lambda: expm1_float(8, 7)],
    "gelu_tanh_float.hpp": [gelu_tanh_float],
    "gelu_float.hpp": [gelu_tail],
    "gelu_slope_float.hpp": [gelu_slope_tail],
    "softplus_intervals.hpp": [softplus_intervals],
    "mish_intervals.hpp": [mish_intervals],
    "mish_slope_intervals.hpp": [mish_slope_intervals],
    "silu_slope_intervals.hpp": [silu_slope_intervals],
    "gelu_slope_intervals.hpp": [gelu_slope_intervals],
    "gelu_tanh_slope_intervals.hpp": [gelu_tanh_slope_intervals],
    "gelu_tanh_slope_float.hpp": [gelu_tanh_slope_float],
    "gelu_intervals.hpp": [gelu_intervals],
    "gelu_tanh_intervals.hpp": [gelu_tanh_intervals],
    "silu_float.hpp": [lambda: short_steps(16, 3), lambda: short_steps(8, 4)],
    "exact_intervals.hpp": [exact_tanh_intervals],
    "fast.hpp": [exp2_cubic, tanh_rational],
    "fast_intervals.hpp": [fast_tanh_intervals, fast_sigmoid_intervals, fast_slope_intervals],
    "cubic_logistic.hpp": [cubic_logistic],
    "cubic_logistic_rows.hpp": [cubic_logistic_rows, cubic_slope_rows],
    "cubic_tanh_rows.hpp": [cubic_tanh_rows],
    "cubic_softplus_rows.hpp": [cubic_softplus_rows],
    "cubic_elu_rows.hpp": [cubic_elu_rows],
    "cubic_exponential.hpp": [cubic_exponential],
    "cubic_gelu_rows.hpp": [cubic_gelu_rows],
    "cubic_gelu_tanh_rows.hpp": [cubic_gelu_tanh_rows],
    "cubic_silu_rows.hpp": [cubic_silu_rows],
    "cubic_mish_rows.hpp": [cubic_mish_rows],
    "cubic_silu_slope_rows.hpp": [cubic_silu_slope_rows],
    "cubic_gelu_slope_rows.hpp": [cubic_gelu_slope_rows],
    "cubic_mish_slope_rows.hpp": [cubic_mish_slope_rows],
    "cubic_gelu_tanh_slope_rows.hpp": [cubic_gelu_tanh_slope_rows],
    "tanh_intervals.hpp": [
        lambda: tanh_intervals(8, 7, 1, "1", "9.3", "1.6"),
        lambda: tanh_intervals(32, 4, 3, "0.625", "9.375"),
    ],
}


def without_space(text):
    return re.sub(r"\s+", "", text)


def main():
    check = sys.argv[1:] == ["--check"]
    if sys.argv[1:] and not check:
        sys.exit(__doc__)
    missing = 0
    for header, makers in SECTIONS.items():
        if not check:
            print(f"// {header}")
        present = without_space((KERNEL / header).read_text()) if check else ""
        for maker in makers:
            for text in maker():
                if not check:
                    print(text)
                elif without_space(text) not in present:
                    missing += 1
                    print(f"{header}: not as generated:\n{text}")
    if check:
        print("constants differ from their derivation" if missing else "every constant is as derived")
    sys.exit(1 if missing else 0)


if __name__ == "__main__":
    main()
