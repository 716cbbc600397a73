/* The words that trainers write before a line -> one of the named looks. */
#include "view/portrait.h"

#include <string.h>

static const char *const names[VIEW_LOOKS] = {
    "neutral", "flat", "quiet", "tight",     "wary",    "worried",  "hurt",
    "tired",   "cold", "angry", "surprised", "hopeful", "relieved", "warm"};

/* Words a trainer may write instead. */
static const char *const aliases[][2] = {
    {"calm", "neutral"},
    {"level", "neutral"},
    {"even", "neutral"},
    {"dry", "flat"},
    {"blank", "flat"},
    {"short", "tight"},
    {"clipped", "tight"},
    {"tense", "tight"},
    {"annoyed", "tight"},
    {"irritated", "tight"},
    {"impatient", "tight"},
    {"frustrated", "tight"},
    {"stiff", "tight"},
    {"soft", "quiet"},
    {"low", "quiet"},
    {"hesitant", "quiet"},
    {"shy", "quiet"},
    {"thoughtful", "quiet"},
    {"sceptical", "wary"},
    {"skeptical", "wary"},
    {"doubtful", "wary"},
    {"suspicious", "wary"},
    {"guarded", "wary"},
    {"careful", "wary"},
    {"unsure", "wary"},
    {"anxious", "worried"},
    {"nervous", "worried"},
    {"scared", "worried"},
    {"afraid", "worried"},
    {"upset", "hurt"},
    {"sad", "hurt"},
    {"disappointed", "hurt"},
    {"voice catching", "hurt"},
    {"tearful", "hurt"},
    {"weary", "tired"},
    {"exhausted", "tired"},
    {"resigned", "tired"},
    {"sighing", "tired"},
    {"icy", "cold"},
    {"distant", "cold"},
    {"polite", "flat"},
    {"formal", "cold"},
    {"sarcastic", "cold"},
    {"furious", "angry"},
    {"shouting", "angry"},
    {"loud", "angry"},
    {"sharp", "angry"},
    {"startled", "surprised"},
    {"taken aback", "surprised"},
    {"amazed", "surprised"},
    {"curious", "hopeful"},
    {"interested", "hopeful"},
    {"eager", "hopeful"},
    {"lighter", "relieved"},
    {"softer", "relieved"},
    {"grateful", "warm"},
    {"happy", "warm"},
    {"friendly", "warm"},
    {"kind", "warm"},
    {"smiling", "warm"},
    {"laughing", "warm"},
    {"pleased", "warm"},
    {"amused", "warm"},
    {"patient", "neutral"},
    {"serious", "neutral"},
    {"composed", "neutral"},
    {"measured", "neutral"},
    {"steady", "neutral"},
    {"steadier", "neutral"},
    {"cool", "cold"},
    {"shut", "cold"},
    {"bitter", "cold"},
    {"mocking", "cold"},
    {"dismissive", "cold"},
    {"scornful", "cold"},
    {"toneless", "flat"},
    {"busy", "flat"},
    {"precise", "flat"},
    {"businesslike", "flat"},
    {"indifferent", "flat"},
    {"bored", "flat"},
    {"wry", "flat"},
    {"thinking", "quiet"},
    {"slow", "quiet"},
    {"slower", "quiet"},
    {"quieter", "quiet"},
    {"barely", "quiet"},
    {"whispering", "quiet"},
    {"embarrassed", "quiet"},
    {"firm", "tight"},
    {"stern", "tight"},
    {"quick", "tight"},
    {"resentful", "tight"},
    {"insistent", "tight"},
    {"strained", "tight"},
    {"uncertain", "wary"},
    {"puzzled", "wary"},
    {"confused", "wary"},
    {"defensive", "wary"},
    {"reluctant", "wary"},
    {"disbelieving", "wary"},
    {"halting", "worried"},
    {"shaken", "worried"},
    {"shaky", "worried"},
    {"unsteady", "worried"},
    {"pleading", "worried"},
    {"desperate", "worried"},
    {"concerned", "worried"},
    {"ashamed", "hurt"},
    {"crying", "hurt"},
    {"wounded", "hurt"},
    {"lonely", "hurt"},
    {"louder", "angry"},
    {"mad", "angry"},
    {"livid", "angry"},
    {"outraged", "angry"},
    {"accusing", "angry"},
    {"snapping", "angry"},
    {"angrily", "angry"},
    {"heated", "angry"},
    {"wearily", "tired"},
    {"sleepy", "tired"},
    {"drained", "tired"},
    {"shocked", "surprised"},
    {"astonished", "surprised"},
    {"incredulous", "surprised"},
    {"stunned", "surprised"},
    {"trying", "hopeful"},
    {"encouraged", "hopeful"},
    {"open", "hopeful"},
    {"hoping", "hopeful"},
    {"reassured", "relieved"},
    {"relaxed", "relieved"},
    {"eased", "relieved"},
    {"calmer", "relieved"},
    {"thankful", "warm"},
    {"appreciative", "warm"},
    {"gentle", "warm"},
    {"sincere", "warm"},
    {"cheerful", "warm"},
    {"bright", "warm"},
    {"joking", "warm"},
    {"happily", "warm"},
    {"moved", "warm"},
};

#define ALIASES (sizeof aliases / sizeof *aliases)
#define BETWEEN " ,;.-"

const char *view_look_known(uint32_t which)
{
    return which < VIEW_LOOKS ? names[which] : NULL;
}

static char small(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + 'a' - 'A') : c;
}

/* Does `tone` begin with `word`, also as "coldly"? */
static bool starts(const char *tone, const char *word)
{
    for (; *word; tone++, word++)
        if (small(*tone) != *word)
            return false;
    if (tone[0] == 'l' && tone[1] == 'y')
        tone += 2;
    return *tone == '\0' || strchr(BETWEEN, *tone);
}

static const char *first_word_of(const char *tone)
{
    for (size_t i = 0; i < VIEW_LOOKS; i++)
        if (starts(tone, names[i]))
            return names[i];
    for (size_t i = 0; i < ALIASES; i++)
        if (starts(tone, aliases[i][0]))
            return aliases[i][1];
    return NULL;
}

/* "less guarded", "no longer cold": the word after it is what the face is not. */
static bool denies(const char *tone)
{
    static const char *const words[] = {"not", "less", "no longer", "hardly", "never"};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (starts(tone, words[i]))
            return true;
    return false;
}

static const char *next_word(const char *tone)
{
    tone += strcspn(tone, BETWEEN);
    return tone + strspn(tone, BETWEEN);
}

const char *view_look_name(const char *tone)
{
    /* "a bit sharp", "still wary": the first word of it that is known. */
    while (tone && *tone) {
        const char *name = first_word_of(tone);
        if (name)
            return name;
        if (denies(tone))
            tone = next_word(starts(tone, "no longer") ? next_word(tone) : tone);
        tone = next_word(tone);
    }
    return NULL;
}
