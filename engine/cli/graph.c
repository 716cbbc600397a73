/* The picture of a scenario, in whatever form the file's name asks for. */
#include "cli/graph_json.h"
#include "cli/open.h"
#include "cli/say.h"
#include "cli/window.h"
#include "report/graph_picture.h"
#include "report/graph_text.h"

#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const cli_option graph_options[] = {
    {"output", "FILE", "ends in .svg, .png, .dot, .mmd or .json; - is stdout (-)", 'o'},
    {"format", "svg|png|dot|mmd|json", "when the file's name does not say it (svg)", 0},
    {"runs", "N", "newcomers that play, for shares and thickness (2000); 0: none", 0},
    {"max-states", "N", "stop proving after so many states (200000); 0: none", 0},
    {"seed", "N", "the same newcomers every time (1)", 0},
    CLI_OPTION_LIMITS,
    {0}};

typedef enum graph_format {
    GRAPH_SVG,
    GRAPH_PNG,
    GRAPH_DOT,
    GRAPH_MERMAID,
    GRAPH_JSON,
    GRAPH_UNKNOWN
} graph_format;

static graph_format format_called(const char *name)
{
    static const struct {
        const char *name;
        graph_format format;
    } names[] = {{"svg", GRAPH_SVG},  {"png", GRAPH_PNG},     {"dot", GRAPH_DOT},
                 {"gv", GRAPH_DOT},   {"mmd", GRAPH_MERMAID}, {"mermaid", GRAPH_MERMAID},
                 {"json", GRAPH_JSON}};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        size_t at = 0;

        while (name[at] && tolower((unsigned char)name[at]) == names[i].name[at])
            at++;
        if (!name[at] && !names[i].name[at])
            return names[i].format;
    }
    return GRAPH_UNKNOWN;
}

static graph_format format_of(const cli_args *args, const char *path)
{
    const char *asked = cli_text(args, "format");
    const char *slash = strrchr(path, '/');
    const char *dot = strrchr(slash ? slash : path, '.');

    if (asked)
        return format_called(asked);
    if (strcmp(path, "-") == 0)
        return GRAPH_SVG;
    return dot ? format_called(dot + 1) : GRAPH_UNKNOWN;
}

static int cannot_write(const char *path)
{
    cli_say("%s cannot be written: %s", path, strerror(errno));
    return CLI_UNREADABLE;
}

static int write_out(base_bytes *out, const char *path)
{
    FILE *file = strcmp(path, "-") == 0 ? stdout : fopen(path, "wb");

    if (!file)
        return cannot_write(path);
    const bool written = cli_flush(out, file);
    if ((file != stdout && fclose(file) != 0) || !written)
        return cannot_write(path);
    return CLI_DONE;
}

static ear_status draw(base_bytes *out, const report_graph *graph, ear_error *err)
{
    report_picture *picture = NULL;
    const ear_status status = report_picture_new(&picture, graph, REPORT_PAGE, err);

    if (status == EAR_OK)
        report_picture_svg(out, picture);
    report_picture_free(picture);
    return status;
}

static ear_status write_text(base_bytes *out, const report_graph *graph,
                             graph_format format, uint64_t seed, ear_error *err)
{
    if (format == GRAPH_DOT)
        report_graph_dot(out, graph);
    else if (format == GRAPH_MERMAID)
        report_graph_mermaid(out, graph);
    else if (format == GRAPH_JSON)
        cli_graph_json(out, graph, seed);
    else
        return draw(out, graph, err);
    return EAR_OK;
}

static int too_large(const ear_error *err)
{
    cli_say("%s", err->message);
    cli_say_next("all of it, for other programs: -o graph.dot or -o graph.json");
    return CLI_USAGE;
}

static int draw_png(const cli_args *args, const char *path, const cli_graph_asked *asked)
{
    if (strcmp(path, "-") == 0)
        return cli_wrong(args->command, "a .png needs a file: -o graph.png");
    return cli_window_poster(args, path, asked);
}

static int draw_text(const cli_args *args, const char *path, graph_format format,
                     const cli_graph_asked *asked)
{
    const cli_load_options load = cli_load_asked(args);
    report_graph *graph = NULL;
    base_bytes out = {0};
    ear_error err = {.status = EAR_OK};
    cli_opened opened;
    int code = cli_open(&opened, args->words[0], &load);

    if (code == -1) {
        const ear_scenario *s = opened.loaded->scenario;
        const report_graph_options options = cli_graph_options(asked, opened.loaded);
        ear_status status = format == GRAPH_SVG ? report_picture_fits(s, &err) : EAR_OK;

        if (status == EAR_OK)
            status = report_graph_new(&graph, s, &options, &err);
        if (status == EAR_OK)
            status = write_text(&out, graph, format, options.seed, &err);
        code = status == EAR_OK        ? write_out(&out, path)
               : status == EAR_E_LIMIT ? too_large(&err)
                                       : cli_failed(&err);
    }
    report_graph_free(graph);
    base_bytes_release(&out);
    cli_opened_release(&opened);
    return code;
}

static int make(const cli_args *args, const char *path, graph_format format)
{
    cli_graph_asked asked = cli_graph_asked_of(args);
    cli_proving proving;
    int code;

    cli_graph_begin(&asked, &proving);
    code = format == GRAPH_PNG ? draw_png(args, path, &asked)
                               : draw_text(args, path, format, &asked);
    return cli_graph_end(&proving) && code == CLI_DONE ? CLI_STOPPED : code;
}

static int run_graph(const cli_args *args)
{
    const char *path = cli_text(args, "output") ? cli_text(args, "output") : "-";
    const graph_format format = format_of(args, path);

    if (format == GRAPH_UNKNOWN)
        return cli_wrong(args->command,
                         "what should %s be? Its name ends in .svg, .png, .dot, .mmd or "
                         ".json; or say --format",
                         path);
    if (format != GRAPH_PNG && !cli_text(args, "output") && isatty(STDOUT_FILENO))
        return cli_wrong(args->command, "graph needs -o FILE, as in -o graph.svg");
    return make(args, path, format);
}

const cli_command cli_command_graph = {
    .name = "graph",
    .argument = "PATH",
    .help = "a picture of the scenario: what leads where, and what it does to her",
    .examples = "  earshot graph my-pack -o graph.svg\n"
                "  earshot graph my-pack#friday -o friday.png\n"
                "  earshot graph my-pack -o - --format dot | dot -Tpdf -o graph.pdf\n",
    .options = graph_options,
    .least = 1,
    .most = 1,
    .run = run_graph,
};
