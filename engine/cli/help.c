#include "cli/command.h"
#include "cli/say.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define LINE 80

static void print_commands(FILE *to)
{
    const cli_command *command;

    for (size_t i = 0; (command = cli_command_at(i)); i++) {
        const int width = (int)strlen(command->name) + 1;

        fprintf(to, "  %s %-*s %s\n", command->name, width < 18 ? 18 - width : 0,
                command->argument, command->help);
    }
}

void cli_help(void)
{
    fputs(
        "earshot: practise hard conversations with customers\n\n"
        "  earshot                                       open the window\n"
        "  earshot --voice speech                        the same, read aloud\n"
        "  earshot play scripts/packs/birthday-bike      talk to Priya\n"
        "  earshot play my-pack --text                   the same in the terminal\n"
        "  earshot new late-parcel                       write a scenario of your own\n"
        "  earshot check late-parcel                     find mistakes before others do\n"
        "\nCommands\n",
        stdout);
    print_commands(stdout);
    fputs("\n  earshot COMMAND --help says more about one.  earshot --version\n", stdout);
}

int cli_help_short(void)
{
    fputs("earshot: no display to open a window on. In a terminal:\n\n"
          "  earshot play PATH --text    a conversation here\n"
          "  earshot --help              everything else\n",
          stderr);
    return CLI_USAGE;
}

/* What is too wide for a line goes on below it, broken behind a |. */
static void print_left(const char *left)
{
    size_t indent = 2;

    while (strlen(left) + indent > LINE) {
        size_t cut = LINE - indent;

        while (cut > 0 && left[cut - 1] != '|')
            cut--;
        if (cut == 0)
            break;
        printf("%*s%.*s\n", (int)indent, "", (int)cut, left);
        left += cut;
        indent = 13;
    }
    printf("%*s%s\n", (int)indent, "", left);
}

static void print_option(const cli_option *option)
{
    char left[240];

    if (option->letter)
        snprintf(left, sizeof left, "-%c, --%s %s", option->letter, option->name,
                 option->argument ? option->argument : "");
    else
        snprintf(left, sizeof left, "--%s %s", option->name,
                 option->argument ? option->argument : "");
    if (strlen(left) > 26)
        print_left(left);
    printf("  %-26s %s\n", strlen(left) > 26 ? "" : left, option->help);
}

void cli_help_command(const cli_command *command)
{
    printf("%s\nearshot %s%s%s\n  %s\n", command->examples, command->name,
           command->argument[0] ? " " : "", command->argument, command->help);
    if (command->options->name)
        putchar('\n');
    for (const cli_option *o = command->options; o->name; o++)
        print_option(o);
    printf("  %-26s %s\n", "-h, --help", "this page");
}

int cli_wrong(const cli_command *command, const char *fmt, ...)
{
    va_list args;

    fputs("earshot: ", stderr);
    va_start(args, fmt);
    cli_complain(fmt, args);
    va_end(args);
    fprintf(stderr, "\n  see: earshot %s%s--help\n", command ? command->name : "",
            command ? " " : "");
    return CLI_USAGE;
}

static int run_help(const cli_args *args)
{
    const cli_command *command = args->count ? cli_command_find(args->words[0]) : NULL;

    if (args->count && !command)
        return cli_wrong(NULL, "there is no command '%s'", args->words[0]);
    if (command)
        cli_help_command(command);
    else
        cli_help();
    return CLI_DONE;
}

static const cli_option no_options[] = {{0}};

const cli_command cli_command_help = {
    .name = "help",
    .argument = "[COMMAND]",
    .help = "this page, or a command's",
    .examples = "  earshot help play\n",
    .options = no_options,
    .most = 1,
    .run = run_help,
};
