#ifndef EARSHOT_CLI_COMMAND_H
#define EARSHOT_CLI_COMMAND_H

/*
 * A command is one file that defines a `const cli_command cli_command_NAME`, and one row
 * in commands.c. Its table of options says everything that parsing, --help and "did you
 * mean" need.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Exit codes are part of the interface: scripts and tests depend on them. */
enum {
    CLI_DONE = 0,
    CLI_FOUND = 1,      /* the pack has errors, or a test failed */
    CLI_USAGE = 2,      /* wrong use */
    CLI_UNREADABLE = 3, /* a file cannot be read, written or parsed */
    CLI_NO_DEVICE = 4,  /* no display, font or device where one is needed */
    CLI_SCRIPT = 5,     /* the run could not go on: the pack's Lua, a limit, a dead end */
    CLI_STOPPED = 130   /* Ctrl-C */
};

#define CLI_MAX_OPTIONS 24

typedef struct cli_option {
    const char *name; /* without its dashes */
    /* NULL: a switch. "N": a whole number from 0. "a|b|c": one of these. Else any text.
     */
    const char *argument;
    const char *help;
    char letter; /* 'o' lets -o stand for it; 0: none */
} cli_option;

typedef struct cli_args {
    const struct cli_command *command;
    char *
        *words; /* what is no option, in order; borrowed from argv, which is reordered */
    size_t count;
    /* In the order of command->options; NULL: not given; "" for a switch. Borrowed. */
    const char *values[CLI_MAX_OPTIONS];
} cli_args;

typedef struct cli_command {
    const char *name;
    const char *argument;      /* how its words look in the usage: "PATH..." */
    const char *help;          /* one line */
    const char *examples;      /* whole lines, shown first */
    const cli_option *options; /* the last one is zeroed */
    size_t least, most;        /* how many words it takes */
    int (*run)(const cli_args *args);
} cli_command;

/* Every command, in the order of the help; NULL past the end. Static. */
const cli_command *cli_command_at(size_t index);
const cli_command *cli_command_find(const char *name); /* NULL */

/*
 * Reads what stands after the command's name. Returns -1 when the command should run, or
 * the exit code when there is nothing more to do (help was asked for, or wrong use, which
 * has been said on stderr).
 */
int cli_args_read(cli_args *args, const cli_command *command, int argc, char **argv);

/* By the option's name, which must be in the command's table. */
bool cli_given(const cli_args *args, const char *option);
const char *cli_text(const cli_args *args, const char *option); /* NULL: not given */
uint64_t cli_number(const cli_args *args, const char *option, uint64_t otherwise);

void cli_help_command(const cli_command *command); /* on stdout */
void cli_help(void);                               /* on stdout, or with no display: */
int cli_help_short(void);                          /* on stderr; returns CLI_USAGE */

/* "earshot: ...", and how to get help, on stderr; returns CLI_USAGE. `command` may be
 * NULL. */
int cli_wrong(const cli_command *command, const char *fmt, ...)
#if defined(__GNUC__)
    __attribute__((format(printf, 2, 3)))
#endif
    ;

#endif
