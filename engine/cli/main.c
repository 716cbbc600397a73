#include "cli/command.h"
#include "cli/window.h"
#include "model/names.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/*
 * Ctrl-C. Nothing is lost by leaving at once: a reply's journal line is on the disk
 * before the next choice is shown, and the helper dies with its parent. Only
 * async-signal-safe calls.
 */
static void stopped(int number)
{
    (void)number;
    if (isatty(STDERR_FILENO) && write(STDERR_FILENO, "\n", 1) < 0)
        _exit(CLI_STOPPED);
    _exit(CLI_STOPPED);
}

static void set_signals(void)
{
    struct sigaction action = {.sa_handler = stopped};

    sigaction(SIGINT, &action, NULL);
    action.sa_handler = SIG_IGN; /* a closed pipe is an error of the write, said there */
    sigaction(SIGPIPE, &action, NULL);
    sigaction(SIGXFSZ, &action, NULL); /* as is a file that may not grow */
}

static int unknown_command(const char *word)
{
    model_nearest near = model_near_begin(word, strlen(word));
    const cli_command *command;

    for (size_t i = 0; (command = cli_command_at(i)); i++)
        model_near_offer(&near, command->name, strlen(command->name));
    if (word[0] == '-') {
        model_near_offer(&near, "--help", 6);
        model_near_offer(&near, "--version", 9);
    }
    if (near.best)
        return cli_wrong(NULL, "there is no command '%s'; did you mean '%.*s'?", word,
                         (int)near.best_length, near.best);
    return cli_wrong(NULL, "there is no command '%s'", word);
}

static int run(int argc, char **argv)
{
    const cli_command *command = cli_command_find(argv[1]);
    cli_args args;
    int code;

    if (!command)
        return unknown_command(argv[1]);
    code = cli_args_read(&args, command, argc - 2, argv + 2);
    return code == -1 ? command->run(&args) : code;
}

static bool is(const char *word, const char *one, const char *other)
{
    return strcmp(word, one) == 0 || strcmp(word, other) == 0;
}

/* `earshot --voice stdout`: the window, for somebody who does not see what to press. */
static int home_aloud(int argc, char **argv)
{
    static const char *const voices[] = {"off", "speech", "stdout"};

    for (size_t i = 0; argc == 3 && i < sizeof voices / sizeof *voices; i++)
        if (strcmp(argv[2], voices[i]) == 0)
            return cli_window_home(voices[i]);
    return cli_wrong(NULL, "--voice is off, speech or stdout: earshot --voice speech");
}

int main(int argc, char **argv)
{
    int code = CLI_DONE;

    set_signals();
    if (argc < 2)
        code = cli_window_home(NULL);
    else if (strcmp(argv[1], "--voice") == 0)
        code = home_aloud(argc, argv);
    else if (is(argv[1], "-h", "--help"))
        cli_help();
    else if (is(argv[1], "--version", "-V"))
        puts("earshot " EARSHOT_VERSION);
    else
        code = run(argc, argv);
    if (fflush(stdout) != 0 && code == CLI_DONE)
        code = CLI_UNREADABLE;
    return code;
}
