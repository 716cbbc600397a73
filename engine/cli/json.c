#include "cli/json.h"

void cli_json_line(base_json *o, base_bytes *out)
{
    base_json_write(o, 0, out);
    base_bytes_char(out, '\n');
}

json_t *cli_json_tenths(int64_t tenths)
{
    if (tenths % 10 == 0)
        return json_integer(tenths / 10);
    return json_real((double)tenths / 10.0);
}

json_t *cli_json_number(double number)
{
    const double tenths = number * 10.0;
    const bool large = tenths < -1e15 || tenths > 1e15;
    const int64_t nearest =
        large ? 0 : (int64_t)(tenths < 0 ? tenths - 0.5 : tenths + 0.5);

    if (!large && (double)nearest / 10.0 == number)
        return cli_json_tenths(nearest);
    return json_real(number);
}
