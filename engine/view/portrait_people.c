/* Who somebody is: eight people, a seed, or what the pack says. */
#include "model/terms.h"
#include "model/words.h"
#include "view/portrait.h"

#include "base/hash.h"
#include "base/random.h"

#include <stdlib.h>
#include <string.h>

static const view_face people[VIEW_PEOPLE] = {
    {0xC68E63, 0x1C1A24, 0x3E5C76, HAIR_LONG, 1.00f, 0, 0, false, true},
    {0xF0CDB4, 0x6B3B22, 0x5B6B4E, HAIR_SHORT, 1.06f, 1, 0, false, false},
    {0x905F41, 0x17151A, 0x7A4B6A, HAIR_CURLS, 1.00f, 0, 0, false, true},
    {0xE9BE9C, 0xB9B4AB, 0x4A4F68, HAIR_BUN, .98f, 0, 2, true, true},
    {0xDDA77C, 0x15161C, 0x6B5B45, HAIR_SHORT, .98f, 0, 0, true, false},
    {0xE3B48D, 0x3A6B72, 0x8A5A44, HAIR_SCARF, .96f, 0, 0, false, false},
    {0xA56E49, 0x1B181B, 0x3F6056, HAIR_CROPPED, 1.08f, 2, 1, false, false},
    {0xF3D6C2, 0xC98B3A, 0x74506E, HAIR_BOB, .97f, 0, 0, false, false},
};

static const char *const names[VIEW_PEOPLE] = {"Priya", "Sam",   "Amara",  "Ruth",
                                               "Ken",   "Leila", "Joseph", "Ida"};

static const struct {
    const char *word;
    uint32_t color;
} skins[] = {
    {"pale", 0xF3D6C2}, {"fair", 0xF0CDB4},  {"light", 0xE9BE9C}, {"olive", 0xDDA77C},
    {"tan", 0xE3B48D},  {"brown", 0xC68E63}, {"deep", 0xA56E49},  {"dark", 0x905F41},
};
#define FAIR_SKINS 3 /* the first of them: with any hair; the others have it dark */
#define DARK_HAIRS 3

static const struct {
    const char *word;
    uint32_t color;
} hairs[] = {
    {"black", 0x1C1A24}, {"dark", 0x17151A},   {"brown", 0x6B3B22}, {"blond", 0xC98B3A},
    {"red", 0x9A4A22},   {"grey", 0xB9B4AB},   {"white", 0xD6D2CA}, {"silver", 0xB9B4AB},
    {"gray", 0xB9B4AB},  {"blonde", 0xC98B3A},
};

static const struct {
    const char *word;
    view_hair hair;
} styles[] = {
    {"short", HAIR_SHORT},     {"bob", HAIR_BOB},        {"long", HAIR_LONG},
    {"bun", HAIR_BUN},         {"curls", HAIR_CURLS},    {"curly", HAIR_CURLS},
    {"cropped", HAIR_CROPPED}, {"shaved", HAIR_CROPPED}, {"bald", HAIR_CROPPED},
    {"scarf", HAIR_SCARF},     {"hijab", HAIR_SCARF},
};

#define COUNT(a) (sizeof(a) / sizeof *(a))

view_face view_person(uint32_t which)
{
    return people[which % VIEW_PEOPLE];
}

view_color view_brow_ink(void)
{
    return view_rgb(0x10131B);
}

static bool is_fair(uint32_t skin)
{
    for (size_t i = 0; i < FAIR_SKINS; i++)
        if (skins[i].color == skin)
            return true;
    return false;
}

view_face view_face_from_seed(uint64_t seed)
{
    static const uint32_t tops[] = {0x3E5C76, 0x5B6B4E, 0x7A4B6A, 0x4A4F68,
                                    0x6B5B45, 0x8A5A44, 0x3F6056, 0x74506E};
    uint64_t random = base_random_seed(seed);
    view_face face = people[base_random_below(&random, VIEW_PEOPLE)];

    /* Somebody like one of the eight, but not the same: other clothes, another skin or
     * hair within what goes together. */
    face.top = tops[base_random_below(&random, COUNT(tops))];
    if (base_random_below(&random, 3) == 0)
        face.skin = skins[base_random_below(&random, COUNT(skins))].color;
    const uint32_t fits = is_fair(face.skin) ? 5 : DARK_HAIRS;
    if (face.hair != HAIR_SCARF && face.age < 2)
        face.hair_color = hairs[base_random_below(&random, fits)].color;
    face.glasses = base_random_below(&random, 4) == 0;
    face.jaw = .96f + (float)base_random_below(&random, 12) / 100;
    return face;
}

static bool yes(const char *value)
{
    return strcmp(value, "false") != 0 && strcmp(value, "none") != 0 &&
           strcmp(value, "no") != 0 && strcmp(value, "0") != 0;
}

static void set_hair(view_face *face, const char *value)
{
    for (size_t i = 0; i < COUNT(styles); i++)
        if (strstr(value, styles[i].word))
            face->hair = styles[i].hair;
    for (size_t i = 0; i < COUNT(hairs); i++)
        if (strstr(value, hairs[i].word))
            face->hair_color = hairs[i].color;
}

static void set_age(view_face *face, const char *value)
{
    const long years = strtol(value, NULL, 10);

    if (strcmp(value, "old") == 0 || strcmp(value, "older") == 0 ||
        strcmp(value, "elderly") == 0 || years >= 62)
        face->age = 2;
    else if (strcmp(value, "middle") == 0 || strcmp(value, "middle-aged") == 0 ||
             years >= 42)
        face->age = 1;
    else
        face->age = 0;
    if (face->age == 2 && face->hair != HAIR_SCARF)
        face->hair_color = 0xB9B4AB;
}

static void set_skin(view_face *face, const char *value)
{
    for (size_t i = 0; i < COUNT(skins); i++)
        if (strcmp(value, skins[i].word) == 0)
            face->skin = skins[i].color;
}

static void set_scarf(view_face *face)
{
    face->hair = HAIR_SCARF;
    face->hair_color = 0x3A6B72;
}

static void set(view_face *face, const char *key, const char *value)
{
    switch ((model_portrait)model_term_of(model_portrait_terms, key, strlen(key))) {
    case MODEL_PORTRAIT_HAIR:
        set_hair(face, value);
        break;
    case MODEL_PORTRAIT_SKIN:
        set_skin(face, value);
        break;
    case MODEL_PORTRAIT_GLASSES:
        face->glasses = yes(value);
        break;
    case MODEL_PORTRAIT_EARRINGS:
        face->earrings = yes(value);
        break;
    case MODEL_PORTRAIT_BEARD:
        face->beard = !yes(value) ? 0 : strcmp(value, "stubble") == 0 ? 1 : 2;
        break;
    case MODEL_PORTRAIT_AGE:
        set_age(face, value);
        break;
    case MODEL_PORTRAIT_SCARF:
        if (yes(value))
            set_scarf(face);
        break;
    case MODEL_PORTRAIT_SEED: /* whose face it was to begin with */
    case MODEL_PORTRAIT_COUNT:
        break;
    }
}

/* What chance makes of somebody is what most would take "he" and "she" for, where the
 * pack says nothing of the hair; what it says of a face holds, whatever the word. */
static bool goes_with(const view_face *face, const char *pronoun)
{
    const bool his = face->hair == HAIR_SHORT || face->hair == HAIR_CROPPED;

    if (strcmp(pronoun, "he") == 0)
        return his;
    return strcmp(pronoun, "she") != 0 || !his;
}

static view_face base_of(const char *name, const char *seed, const char *pronoun)
{
    const size_t first = model_first_name(name);

    for (size_t i = 0; i < VIEW_PEOPLE; i++)
        if (strlen(names[i]) == first && strncmp(name, names[i], first) == 0 &&
            goes_with(&people[i], pronoun))
            return people[i];
    uint64_t from =
        seed ? (uint64_t)strtoull(seed, NULL, 10) : base_hash(name, strlen(name), 0);
    view_face face = view_face_from_seed(from);
    while (!goes_with(&face, pronoun))
        face = view_face_from_seed(++from);
    return face;
}

static const char *value_of(const char *const *portrait, const char *key)
{
    for (const char *const *p = portrait; p && p[0] && p[1]; p += 2)
        if (strcmp(p[0], key) == 0)
            return p[1];
    return NULL;
}

view_face view_face_of(const char *name, const char *const *portrait)
{
    const char *pronoun = value_of(portrait, "pronoun");
    const bool told = value_of(portrait, "hair") || value_of(portrait, "scarf");
    view_face face = base_of(name ? name : "", value_of(portrait, "seed"),
                             pronoun && !told ? pronoun : "");

    for (const char *const *p = portrait; p && p[0] && p[1]; p += 2)
        set(&face, p[0], p[1]);
    return face;
}

size_t view_portrait_of_speaker(const ear_scenario *model, uint32_t speaker,
                                const char **pairs)
{
    size_t n = 0;

    if (speaker >= model->count[MODEL_S_SPEAKERS])
        return 0;
    const model_speaker *who = &model->speakers[speaker];
    for (uint32_t i = 0; i < who->portrait.count && n + 2 < VIEW_PORTRAIT_ROOM - 1; i++) {
        const model_pair *pair = &model->pairs[who->portrait.first + i];
        pairs[n++] = model_string(model, pair->key);
        pairs[n++] = model_string(model, pair->value);
    }
    if (who->pronoun.length) {
        pairs[n++] = "pronoun";
        pairs[n++] = model_string(model, who->pronoun);
    }
    return n;
}

view_face view_face_of_speaker(const ear_scenario *model, uint32_t speaker)
{
    const char *pairs[VIEW_PORTRAIT_ROOM + 1];

    if (speaker >= model->count[MODEL_S_SPEAKERS])
        return view_person(0);
    pairs[view_portrait_of_speaker(model, speaker, pairs)] = NULL;
    return view_face_of(model_string(model, model->speakers[speaker].name), pairs);
}
