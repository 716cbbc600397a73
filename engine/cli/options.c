#include "cli/command.h"
#include "model/names.h"

#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static size_t option_index(const cli_command *command, const char *name, size_t length)
{
    size_t i = 0;

    for (; command->options[i].name; i++)
        if (strlen(command->options[i].name) == length &&
            strncmp(command->options[i].name, name, length) == 0)
            break;
    return i;
}

static int unknown_option(const cli_command *command, const char *name, size_t length)
{
    model_nearest near = model_near_begin(name, length);

    for (const cli_option *o = command->options; o->name; o++)
        model_near_offer(&near, o->name, strlen(o->name));
    if (near.best)
        return cli_wrong(command, "there is no option --%.*s; did you mean --%.*s?",
                         (int)length, name, (int)near.best_length, near.best);
    return cli_wrong(command, "there is no option --%.*s", (int)length, name);
}

static bool whole_number(const char *value)
{
    for (const char *c = value; *c; c++)
        if (!isdigit((unsigned char)*c))
            return false;
    errno = 0;
    (void)strtoll(value, NULL, 10);
    return *value && errno == 0;
}

/* Whether `value` is one of "a|b|c"; else `near` has the nearest. */
static bool one_of(const char *list, const char *value, model_nearest *near)
{
    while (*list) {
        const size_t length = strcspn(list, "|");

        if (strlen(value) == length && strncmp(list, value, length) == 0)
            return true;
        model_near_offer(near, list, length);
        list += length + (list[length] == '|');
    }
    return false;
}

/* Returns -1 when the value fits, else the exit code. */
static int check_value(const cli_command *command, const cli_option *option,
                       const char *value)
{
    model_nearest near = model_near_begin(value, strlen(value));

    if (strcmp(option->argument, "N") == 0) {
        if (whole_number(value))
            return -1;
        return cli_wrong(command, "--%s takes a whole number from 0, not '%s'",
                         option->name, value);
    }
    if (!strchr(option->argument, '|') || one_of(option->argument, value, &near))
        return -1;
    if (near.best)
        return cli_wrong(command, "--%s takes %s, not '%s'; did you mean %.*s?",
                         option->name, option->argument, value, (int)near.best_length,
                         near.best);
    return cli_wrong(command, "--%s takes %s, not '%s'", option->name, option->argument,
                     value);
}

/* Stores option `index` with the value after '=' (or NULL), or the next of argv. Returns
 * how many words of argv it took, 0 when *code was set. */
static int take(cli_args *args, size_t index, const char *value, const char *next,
                int *code)
{
    const cli_command *command = args->command;
    const cli_option *option = &command->options[index];
    const int used = option->argument && !value ? 2 : 1;

    if (!option->argument && value)
        *code = cli_wrong(command, "--%s takes no value", option->name);
    else if (option->argument && !value && !next)
        *code = cli_wrong(command, "--%s needs a value: --%s %s", option->name,
                          option->name, option->argument);
    else if (option->argument)
        *code = check_value(command, option, value ? value : next);
    args->values[index] = !option->argument ? "" : value ? value : next;
    return *code == -1 ? used : 0;
}

static int take_long(cli_args *args, const char *word, const char *next, int *code)
{
    const char *name = word + 2;
    const size_t length = strcspn(name, "=");
    const size_t index = option_index(args->command, name, length);

    if (!args->command->options[index].name) {
        *code = unknown_option(args->command, name, length);
        return 0;
    }
    return take(args, index, name[length] ? name + length + 1 : NULL, next, code);
}

static int take_letter(cli_args *args, const char *word, const char *next, int *code)
{
    const cli_option *options = args->command->options;
    size_t i = 0;

    while (options[i].name && options[i].letter != word[1])
        i++;
    if (!options[i].name) {
        *code = cli_wrong(args->command, "there is no option %s", word);
        return 0;
    }
    return take(args, i, word[2] ? word + 2 : NULL, next, code);
}

static int check_count(const cli_args *args)
{
    const cli_command *command = args->command;

    if (args->count < command->least)
        return cli_wrong(command, "%s needs %s", command->name, command->argument);
    if (args->count > command->most)
        return cli_wrong(command, "%s: '%s' is one word too many", command->name,
                         args->words[command->most]);
    return -1;
}

int cli_args_read(cli_args *args, const cli_command *command, int argc, char **argv)
{
    bool options = true;
    int code = -1;

    *args = (cli_args){.command = command, .words = argv};
    for (int i = 0; i < argc;) {
        char *word = argv[i];
        const char *next = i + 1 < argc ? argv[i + 1] : NULL;

        if (!options || word[0] != '-' || !word[1]) {
            args->words[args->count++] = word;
            i++;
        } else if (strcmp(word, "--") == 0) {
            options = false;
            i++;
        } else if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0) {
            cli_help_command(command);
            return CLI_DONE;
        } else {
            i += word[1] == '-' ? take_long(args, word, next, &code)
                                : take_letter(args, word, next, &code);
            if (code != -1)
                return code;
        }
    }
    return check_count(args);
}

const char *cli_text(const cli_args *args, const char *option)
{
    return args->values[option_index(args->command, option, strlen(option))];
}

bool cli_given(const cli_args *args, const char *option)
{
    return cli_text(args, option) != NULL;
}

uint64_t cli_number(const cli_args *args, const char *option, uint64_t otherwise)
{
    const char *value = cli_text(args, option);

    return value ? strtoull(value, NULL, 10) : otherwise;
}
