/* The table of commands. To add one: a file that defines cli_command_NAME, and a row
 * here. */

#include "cli/command.h"

#include <string.h>

#define COMMANDS(X)                                                                      \
    X(play)                                                                              \
    X(check)                                                                             \
    X(test)                                                                              \
    X(simulate)                                                                          \
    X(graph)                                                                             \
    X(report)                                                                            \
    X(replay)                                                                            \
    X(runs)                                                                              \
    X(shot)                                                                              \
    X(new)                                                                               \
    X(doctor)                                                                            \
    X(help)

#define DECLARE(name) extern const cli_command cli_command_##name;
#define POINT(name)   &cli_command_##name,

COMMANDS(DECLARE)

static const cli_command *const commands[] = {COMMANDS(POINT)};

const cli_command *cli_command_at(size_t index)
{
    return index < sizeof commands / sizeof *commands ? commands[index] : NULL;
}

const cli_command *cli_command_find(const char *name)
{
    const cli_command *command;

    for (size_t i = 0; (command = cli_command_at(i)); i++)
        if (strcmp(command->name, name) == 0)
            return command;
    return NULL;
}
