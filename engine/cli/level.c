#include "cli/level.h"

#include <string.h>

bool cli_level_asked(view_level *out, const cli_args *args)
{
    const char *level = cli_text(args, "level");

    if (!level)
        return false;
    *out = strcmp(level, "read") == 0    ? VIEW_READ
           : strcmp(level, "hints") == 0 ? VIEW_HINTS
                                         : VIEW_OPEN;
    return true;
}
