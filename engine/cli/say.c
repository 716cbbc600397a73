#include "cli/say.h"

#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define WIDTH_IN_A_PIPE 80
#define NARROWEST       24

static unsigned terminal_width(int descriptor)
{
    struct winsize size;

    if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
        return WIDTH_IN_A_PIPE;
    return size.ws_col < NARROWEST ? NARROWEST : size.ws_col;
}

cli_page cli_page_of(FILE *file)
{
    const char *off = getenv("NO_COLOR");
    const char *kind = getenv("TERM");
    const int descriptor = fileno(file);
    cli_page page = {.width = WIDTH_IN_A_PIPE, .terminal = isatty(descriptor) == 1};

    if (!page.terminal)
        return page;
    page.width = terminal_width(descriptor);
    page.colour = !(off && *off) && !(kind && strcmp(kind, "dumb") == 0);
    return page;
}

static const char *look_code(cli_look look)
{
    static const char *const codes[] = {"\033[0m",  "\033[1m",  "\033[2m", "\033[3m",
                                        "\033[31m", "\033[32m", "\033[33m"};

    return codes[look];
}

void cli_look_add(base_bytes *out, const cli_page *page, cli_look look)
{
    if (page->colour)
        base_bytes_text(out, look_code(look));
}

void cli_look_print(FILE *file, const cli_page *page, cli_look look)
{
    if (page->colour)
        fputs(look_code(look), file);
}

/* East Asian wide and fullwidth letters, and pictures: two columns. */
static bool is_wide(uint32_t code)
{
    static const uint32_t ranges[][2] = {
        {0x1100, 0x115F},   {0x2E80, 0xA4CF},  {0xAC00, 0xD7A3}, {0xF900, 0xFAFF},
        {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},  {0xFFE0, 0xFFE6}, {0x1F300, 0x1F64F},
        {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD}};

    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        if (code >= ranges[i][0] && code <= ranges[i][1])
            return true;
    return false;
}

/* The length of a look's code at the start of the text, or 0. */
static size_t look_length(const char *text, size_t length)
{
    size_t i = 1;

    if (text[0] != '\033')
        return 0;
    while (i < length && text[i] != 'm')
        i++;
    return i < length ? i + 1 : i;
}

unsigned cli_columns(const char *text, size_t length)
{
    unsigned columns = 0;

    while (length > 0) {
        uint32_t code = 0;
        size_t took = look_length(text, length);

        if (took == 0) {
            took = base_utf8_read(&code, text, length);
            if (!base_is_mark(code))
                columns += is_wide(code) ? 2 : 1;
        }
        text += took;
        length -= took;
    }
    return columns;
}

/* A paragraph being laid out. */
typedef struct wrapping {
    base_bytes *out;
    const cli_page *page;
    const cli_block *block;
    unsigned column;
    bool fresh; /* nothing on this line yet but its indent */
} wrapping;

static void new_line(wrapping *w)
{
    cli_look_add(w->out, w->page, CLI_PLAIN);
    base_bytes_char(w->out, '\n');
    for (unsigned i = 0; i < w->block->indent; i++)
        base_bytes_char(w->out, ' ');
    if (w->block->look != CLI_PLAIN)
        cli_look_add(w->out, w->page, w->block->look);
    w->column = w->block->indent;
    w->fresh = true;
}

static void add_word(wrapping *w, const char *word, size_t length)
{
    const unsigned columns = cli_columns(word, length);

    if (!w->fresh && w->column + 1 + columns > w->page->width)
        new_line(w);
    if (!w->fresh) {
        base_bytes_char(w->out, ' ');
        w->column++;
    }
    base_bytes_add(w->out, word, length);
    w->column += columns;
    w->fresh = false;
}

static void add_words(wrapping *w, const char *text)
{
    while (*text) {
        const size_t length = strcspn(text, " \n");

        if (length)
            add_word(w, text, length);
        text += length;
        if (*text == '\n' && text[1])
            new_line(w);
        text += *text != '\0';
    }
}

void cli_wrap(base_bytes *out, const cli_page *page, const cli_block *block,
              const char *text, size_t length)
{
    wrapping w = {.out = out, .page = page, .block = block, .fresh = true};
    base_bytes clean = {0};

    base_bytes_text(out, block->first);
    w.column = cli_columns(block->first, strlen(block->first));
    if (block->look != CLI_PLAIN)
        cli_look_add(out, page, block->look);
    if (!base_utf8_clean(&clean, text, length))
        out->failed = true;
    add_words(&w, base_bytes_string(&clean));
    while (w.fresh && out->length > 0 && out->at[out->length - 1] == ' ')
        out->at[--out->length] = '\0';
    if (block->look != CLI_PLAIN)
        cli_look_add(out, page, CLI_PLAIN);
    base_bytes_char(out, '\n');
    base_bytes_release(&clean);
}

/* In one line, without control characters; a long path stays whole. */
static bool add_line(base_bytes *out, const char *words)
{
    base_bytes line = {0};
    bool good;

    base_bytes_text(&line, words);
    for (size_t i = 0; i < line.length; i++) {
        if (line.at[i] == '\n')
            line.at[i] = ' ';
    }
    if (base_utf8_valid(base_bytes_string(&line), line.length))
        good = base_utf8_hush(out, base_bytes_string(&line), line.length);
    else
        good = base_utf8_clean(out, base_bytes_string(&line), line.length);
    good = good && !line.failed;
    base_bytes_release(&line);
    return good;
}

void cli_add_name(base_bytes *out, const char *name)
{
    if (!add_line(out, name))
        out->failed = true;
}

void cli_complain(const char *fmt, va_list args)
{
    char words[4096 + 400]; /* the longest path, and what is said of it */
    base_bytes safe = {0};

    vsnprintf(words, sizeof words, fmt, args);
    if (add_line(&safe, words))
        fwrite(safe.at, 1, safe.length, stderr);
    base_bytes_release(&safe);
}

void cli_say(const char *fmt, ...)
{
    va_list args;

    fputs("earshot: ", stderr);
    va_start(args, fmt);
    cli_complain(fmt, args);
    va_end(args);
    fputc('\n', stderr);
}

void cli_say_next(const char *fmt, ...)
{
    va_list args;

    fputs("  ", stderr);
    va_start(args, fmt);
    cli_complain(fmt, args);
    va_end(args);
    fputc('\n', stderr);
}

bool cli_flush(base_bytes *out, FILE *file)
{
    const bool whole = !out->failed;
    const bool written =
        fwrite(base_bytes_string(out), 1, out->length, file) == out->length &&
        fflush(file) == 0;

    base_bytes_clear(out);
    return whole && written;
}
