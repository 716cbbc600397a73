#include "base/number.h"

#include <stdio.h>

/* Products of two parts, and sums of two such products, always fit. */
__extension__ typedef __int128 wide;

#define NEAREST_DEN (INT64_C(1) << 20)
#define WALL        (INT64_C(1) << 42)
#define DECIMALS    9

static uint64_t divisor64(uint64_t a, uint64_t b)
{
    while (b != 0) {
        const uint64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

static wide divisor(wide a, wide b)
{
    while (b != 0) {
        const wide rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

/* INT64_MIN is left out, so that every value has its negative. */
static bool fits(wide a)
{
    return -(wide)INT64_MAX <= a && a <= INT64_MAX;
}

/*
 * The nearest fraction to num / den (num >= 0, den > 0, below WALL) whose denominator is
 * at most NEAREST_DEN: the last convergent of the continued fraction, or the
 * semiconvergent after it, whichever is nearer (p1/q1 on a tie).
 */
static base_number nearest(wide num, wide den)
{
    int64_t p0 = 0, q0 = 1, p1 = 1, q1 = 0;
    wide n = num, d = den;

    while (d != 0) {
        const wide whole = n / d;

        if (q1 != 0 && whole > (NEAREST_DEN - q0) / q1)
            break;

        const int64_t p2 = p0 + (int64_t)whole * p1;
        const int64_t q2 = q0 + (int64_t)whole * q1;
        const wide rest = n - whole * d;
        p0 = p1, q0 = q1, p1 = p2, q1 = q2;
        n = d, d = rest;
    }
    if (d == 0)
        return (base_number){p1, q1};

    const int64_t k = (NEAREST_DEN - q0) / q1;
    const base_number between = {p0 + k * p1, q0 + k * q1};
    /* |num/den - p1/q1| is d / (q1 den); the two candidates are 1 / (q1 between.den)
     * apart. */
    if (2 * (wide)between.den <= den / d)
        return (base_number){p1, q1};
    return between;
}

static base_number fit(wide num, wide den)
{
    const bool negative = num < 0;
    const wide size = negative ? -num : num;

    if (size / den >= WALL)
        return base_number_whole(negative ? -WALL : WALL);

    base_number result = nearest(size, den);
    if (negative)
        result.num = -result.num;
    return result;
}

/* num / den, reduced; den != 0. */
static base_number make(wide num, wide den)
{
    if (den < 0) {
        num = -num;
        den = -den;
    }
    if (fits(num) && fits(den)) {
        const int64_t n = (int64_t)num, d = (int64_t)den;

        if (d == 1)
            return (base_number){n, 1};
        const int64_t by = (int64_t)divisor64((uint64_t)(n < 0 ? -n : n), (uint64_t)d);

        return (base_number){n / by, d / by};
    }

    const wide by = divisor(num < 0 ? -num : num, den);
    num /= by;
    den /= by;
    if (fits(num) && fits(den))
        return (base_number){(int64_t)num, (int64_t)den};
    return fit(num, den);
}

base_number base_number_whole(int64_t value)
{
    if (value == INT64_MIN)
        return (base_number){-WALL, 1};
    return (base_number){value, 1};
}

base_number base_number_fraction(int64_t num, int64_t den)
{
    return den == 0 ? base_number_whole(0) : make(num, den);
}

base_number base_number_add(base_number a, base_number b)
{
    if (a.den == b.den)
        return make((wide)a.num + b.num, a.den);
    return make((wide)a.num * b.den + (wide)b.num * a.den, (wide)a.den * b.den);
}

base_number base_number_subtract(base_number a, base_number b)
{
    return base_number_add(a, base_number_negate(b));
}

base_number base_number_multiply(base_number a, base_number b)
{
    return make((wide)a.num * b.num, (wide)a.den * b.den);
}

base_number base_number_divide(base_number a, base_number b)
{
    if (b.num == 0)
        return base_number_whole(0);
    return make((wide)a.num * b.den, (wide)a.den * b.num);
}

base_number base_number_remainder(base_number a, base_number b)
{
    if (b.num == 0)
        return base_number_whole(0);

    const wide by = (wide)b.num * a.den;
    wide rest = (wide)a.num * b.den % by;
    if (rest != 0 && (rest < 0) != (by < 0))
        rest += by;
    return make(rest, (wide)a.den * b.den);
}

base_number base_number_negate(base_number a)
{
    return (base_number){-a.num, a.den};
}

int base_number_compare(base_number a, base_number b)
{
    const wide left = (wide)a.num * b.den, right = (wide)b.num * a.den;

    return (left > right) - (left < right);
}

/* num / den to the nearest whole number, half away from zero; den > 0. */
static wide round_wide(wide num, wide den)
{
    const wide size = num < 0 ? -num : num;
    const wide whole = (2 * size + den) / (2 * den);

    return num < 0 ? -whole : whole;
}

int64_t base_number_round(base_number a)
{
    return a.den == 1 ? a.num : (int64_t)round_wide(a.num, a.den);
}

base_number base_number_round_tenth(base_number a)
{
    return a.den == 1 ? a : make(round_wide((wide)a.num * 10, a.den), 10);
}

static bool is_digit(char c)
{
    return '0' <= c && c <= '9';
}

/* Appends decimal digits to *value; how many were read, or SIZE_MAX when they do not fit.
 */
static size_t read_digits(int64_t *value, const char *text, size_t length)
{
    size_t at = 0;

    for (; at < length && is_digit(text[at]); at++) {
        const int digit = text[at] - '0';

        if (*value > (INT64_MAX - digit) / 10)
            return SIZE_MAX;
        *value = *value * 10 + digit;
    }
    return at;
}

size_t base_number_read(base_number *out, const char *text, size_t length)
{
    int64_t value = 0, scale = 1;
    const size_t whole = read_digits(&value, text, length);

    if (whole == 0 || whole == SIZE_MAX)
        return 0;
    if (length - whole < 2 || text[whole] != '.' || !is_digit(text[whole + 1])) {
        *out = base_number_whole(value);
        return whole;
    }

    const size_t decimals = read_digits(&value, text + whole + 1, length - whole - 1);
    if (decimals > DECIMALS)
        return 0;
    for (size_t i = 0; i < decimals; i++)
        scale *= 10;
    *out = base_number_fraction(value, scale);
    return whole + 1 + decimals;
}

size_t base_number_write(char *to, size_t room, base_number a)
{
    const wide tenths = round_wide((wide)a.num * 10, a.den);
    const wide size = tenths < 0 ? -tenths : tenths;
    const long long whole = (long long)(size / 10);
    const int tenth = (int)(size % 10);
    const char *const sign = tenths < 0 ? "-" : "";
    const int length = tenth == 0 ? snprintf(to, room, "%s%lld", sign, whole)
                                  : snprintf(to, room, "%s%lld.%d", sign, whole, tenth);

    return length < 0 ? 0 : (size_t)length;
}
