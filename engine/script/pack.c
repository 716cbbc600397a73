/* pack.lua: what a pack says about itself. */
#include "script/verbs.h"

#include <stdio.h>
#include <string.h>

int script_pack(lua_State *L)
{
    const script_verb *verb = script_enter(L);
    script_host *host = script_of(L);
    draft_text title = {NULL, 0};

    if (!host->pack) {
        const script_spot spot = script_locate_word(host, script_here(host), "pack", 4);
        script_report(
            host, "E105", spot.place, spot.column,
            "Put it into pack.lua; a scenario begins with scenario \"Title\" {}.",
            "`pack` stands in a scenario's file");
        script_push_lost(L, NULL, 0);
        return 1;
    }
    if (!script_id_at(L, 1, verb, &title))
        title = (draft_text){"", 0};
    if (host->pack_named) {
        script_report(host, "E103", script_here(host), 1, "Keep one of them.",
                      "there is a second `pack` in this file");
        script_push_lost(L, NULL, 0);
        return 1;
    }
    host->pack_named = true;
    host->pack_place = script_here(host);
    host->draft.id = title; /* kept here until the braces come */
    script_push_handle(L, SCRIPT_HANDLE_DECLARED, (uint32_t)(verb - script_verbs) << 24);
    if (lua_istable(L, 2)) {
        script_read_pack(L, verb, 2);
        script_push_handle(L, SCRIPT_HANDLE_DONE, 0);
    }
    return 1;
}

static void write_pair(script_host *host, const char *key, draft_text value)
{
    if (!value.at)
        return;
    base_bytes_add(host->pack, key, strlen(key) + 1);
    base_bytes_add(host->pack, value.at, value.length);
    base_bytes_char(host->pack, '\0');
}

static void write_list(script_host *host, const char *key, draft_list list)
{
    for (size_t i = 0; i < list.count; i++)
        write_pair(host, key, list.at[i]);
}

static void wrong(script_host *host, const char *field, const char *hint,
                  const char *message)
{
    const draft_place here = script_here(host);
    const script_spot spot = script_locate_field(host, here, field);

    script_report(host, "E105", spot.place, spot.column, hint, "%s", message);
}

static bool is_pack_id(draft_text id)
{
    for (size_t i = 0; i < id.length; i++) {
        const char c = id.at[i];

        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'))
            return false;
    }
    return id.length > 0 && id.length <= 100;
}

/* Digits without a leading zero; moves behind them. */
static bool read_part(const char **at)
{
    const char *from = *at;

    while (**at >= '0' && **at <= '9')
        ++*at;
    return *at > from && (*from != '0' || *at == from + 1);
}

/* Identifiers of letters, digits and '-', joined by '.'. */
static bool read_identifiers(const char **at)
{
    for (;;) {
        const char *from = *at;

        while ((**at >= '0' && **at <= '9') || (**at >= 'a' && **at <= 'z') ||
               (**at >= 'A' && **at <= 'Z') || **at == '-')
            ++*at;
        if (*at == from)
            return false;
        if (**at != '.')
            return true;
        ++*at;
    }
}

/* Semantic Versioning 2.0.0. */
static bool is_version(const char *at)
{
    for (int part = 0; part < 3; part++) {
        if (!read_part(&at) || (part < 2 && *at++ != '.'))
            return false;
    }
    if (*at == '-') {
        at++;
        if (!read_identifiers(&at))
            return false;
    }
    if (*at == '+') {
        at++;
        if (!read_identifiers(&at))
            return false;
    }
    return *at == '\0';
}

/* "Write id = "my-pack".", from "My Pack" where that gives one. */
static void hint_id(char *hint, size_t room, draft_text id)
{
    char plain[60] = "";

    for (size_t i = 0; id.at && i < id.length && id.length < sizeof plain; i++) {
        const char c = id.at[i];

        plain[i] = (char)(c >= 'A' && c <= 'Z'   ? c - 'A' + 'a'
                          : c == ' ' || c == '_' ? '-'
                                                 : c);
        plain[i + 1] = '\0';
    }
    if (!is_pack_id((draft_text){plain, strlen(plain)}))
        snprintf(plain, sizeof plain, "empathy-basics");
    snprintf(hint, room, "Write id = \"%s\".", plain);
}

/* `told`: something in the braces was wrong already, and what is missing comes of it. */
static void check(script_host *host, const script_pack_record *pack, bool told)
{
    char hint[100];

    hint_id(hint, sizeof hint, pack->id);
    if (pack->id.at ? !is_pack_id(pack->id) : !told)
        wrong(host, "id", hint, "a pack needs an `id` of a-z, 0-9 and -");
    if (pack->version.at && !is_version(pack->version.at))
        wrong(host, "version", "Write version = \"1.0.0\".",
              "a version is three numbers: 1.0.0");
    if (pack->scenarios.count == 0 && !told)
        wrong(host, "scenarios", "Write scenarios = { \"first-call\" }.",
              "a pack needs the names of its scenarios' files, without .lua");
}

void script_read_pack(lua_State *L, const script_verb *verb, int at)
{
    script_host *host = script_of(L);
    script_pack_record pack = {{NULL, 0}, {NULL, 0}, {NULL, 0},
                               {NULL, 0}, {NULL, 0}, {NULL, 0}};
    void *const bases[SCRIPT_BASES] = {&pack, NULL};

    const size_t before = host->findings->count;
    script_read_fields(L, verb, bases, at, script_here(host));
    check(host, &pack, host->findings->count > before);
    write_pair(host, "title", host->draft.id);
    write_pair(host, "id", pack.id);
    write_pair(host, "version", pack.version);
    write_pair(host, "language", pack.language);
    write_pair(host, "licence", pack.licence);
    write_list(host, "author", pack.authors);
    write_list(host, "scenario", pack.scenarios);
}
