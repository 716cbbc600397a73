#ifndef EARSHOT_CLI_JSON_H
#define EARSHOT_CLI_JSON_H

/* JSON as the commands print it: an object a line, numbers of tenths. */

#include "base/json.h"

#include <stdint.h>

/* Adds the object and a newline; sets out->failed when it is not whole. Releases it. */
void cli_json_line(base_json *o, base_bytes *out);
/* A number of tenths: whole, or with its one decimal. */
json_t *cli_json_tenths(int64_t tenths);
/* Likewise where it is one of tenths; else as many decimals as it has. */
json_t *cli_json_number(double number);

#endif
