/* Which families are worth a try for a script, and how their files end. */
#include "sdl/fonts_internal.h"

#define LIST_MAX 8

static const char *const families[TEXT_FAMILY_COUNT][LIST_MAX] = {
    [TEXT_FAMILY_PLAIN] = {"Inter"},
    [TEXT_FAMILY_WIDE] = {"DejaVuSans"},
    [TEXT_FAMILY_EASY] = {"OpenDyslexic", "OpenDyslexic3", "OpenDyslexicAlta",
                          "DejaVuSans"},
    [TEXT_FAMILY_MONO] = {"DejaVuSansMono", "NotoSansMono", "LiberationMono"},
};

/* After the family, for every script. */
static const char *const general[] = {
    "NotoSans", "DejaVuSans",      "OpenSans",     "LiberationSans",
    "FreeSans", "NotoSansSymbols", "NotoSansMath", "NotoSansSymbols2",
    "Symbola",  "NotoColorEmoji",  "NotoEmoji",    "DroidSansFallbackFull",
    "unifont",  "unifont_upper",   NULL,
};

#define CJK(first, second)                                                               \
    {                                                                                    \
        "NotoSansCJK", first, second, "ipag", "wqy-microhei", "wqy-zenhei",              \
            "DroidSansFallbackFull"                                                      \
    }

typedef struct script_fonts {
    char script[5];
    const char *names[LIST_MAX];
} script_fonts;

static const script_fonts scripts[] = {
    {"Arab", {"NotoSansArabic", "NotoNaskhArabic", "DejaVuSans"}},
    {"Hebr", {"NotoSansHebrew", "DejaVuSans", "NotoSerifHebrew"}},
    {"Deva", {"NotoSansDevanagari", "Lohit-Devanagari", "NotoSerifDevanagari"}},
    {"Thai", {"NotoSansThai", "NotoLoopedThai", "Loma", "Garuda"}},
    {"Hani", CJK("NotoSansJP", "NotoSansSC")},
    {"Hira", CJK("NotoSansJP", "TakaoGothic")},
    {"Kana", CJK("NotoSansJP", "TakaoGothic")},
    {"Hang", CJK("NotoSansKR", "NanumGothic")},
    {"Bopo", CJK("NotoSansTC", "NotoSansSC")},
    {"Zsye", {"NotoColorEmoji", "NotoEmoji", "Symbola", "DejaVuSans"}},
    {"Beng", {"NotoSansBengali", "Lohit-Bengali"}},
    {"Taml", {"NotoSansTamil", "Lohit-Tamil"}},
    {"Telu", {"NotoSansTelugu", "Lohit-Telugu"}},
    {"Knda", {"NotoSansKannada", "Lohit-Kannada"}},
    {"Mlym", {"NotoSansMalayalam", "Lohit-Malayalam"}},
    {"Gujr", {"NotoSansGujarati", "Lohit-Gujarati"}},
    {"Guru", {"NotoSansGurmukhi", "Lohit-Gurmukhi"}},
    {"Orya", {"NotoSansOriya", "Lohit-Odia"}},
    {"Sinh", {"NotoSansSinhala"}},
    {"Laoo", {"NotoSansLao"}},
    {"Khmr", {"NotoSansKhmer"}},
    {"Mymr", {"NotoSansMyanmar"}},
    {"Tibt", {"NotoSerifTibetan", "NotoSansTibetan"}},
    {"Geor", {"NotoSansGeorgian", "DejaVuSans"}},
    {"Armn", {"NotoSansArmenian", "DejaVuSans"}},
    {"Ethi", {"NotoSansEthiopic"}},
    {"Mong", {"NotoSansMongolian"}},
    {"Syrc", {"NotoSansSyriac"}},
    {"Thaa", {"NotoSansThaana"}},
    {"Nkoo", {"NotoSansNKo"}},
    {"Tfng", {"NotoSansTifinagh"}},
    {"Cher", {"NotoSansCherokee"}},
    {"Cans", {"NotoSansCanadianAboriginal"}},
    {"Yiii", {"NotoSansYi"}},
    {"Java", {"NotoSansJavanese"}},
    {"Bali", {"NotoSansBalinese"}},
    {"Adlm", {"NotoSansAdlam"}},
};

static const char *const no_names[LIST_MAX] = {NULL};

static const char *const *script_names(text_script script)
{
    for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++) {
        const char *s = scripts[i].script;
        if (TEXT_SCRIPT(s[0], s[1], s[2], s[3]) == script)
            return scripts[i].names;
    }
    return no_names;
}

static size_t length_of(const char *const *names)
{
    size_t n = 0;

    while (n < LIST_MAX && names[n])
        n++;
    return n;
}

const char *sdl_font_family_name(text_family family, text_script script, size_t n)
{
    const char *const *own = script_names(script);
    const size_t count = length_of(own);

    if (n < count)
        return own[n];
    n -= count;
    if (n < length_of(families[family]))
        return families[family][n];
    n -= length_of(families[family]);
    return n < sizeof general / sizeof *general ? general[n] : NULL;
}

static const char *const regular[] = {"-Regular", "", "-Book", NULL};
static const char *const medium[] = {"-Medium", "-Regular", "", NULL};
static const char *const semibold[] = {"-SemiBold", "-Bold", "-Medium",
                                       "-Regular",  "",      NULL};
static const char *const bold[] = {"-Bold", "-SemiBold", "-Regular", "", NULL};
static const char *const italic[] = {"-Italic", "-Oblique", "-Regular", "", NULL};
/* Weight before slant: what is stressed in a slanted line must stand out of it. */
static const char *const bold_italic[] = {
    "-BoldItalic", "-BoldOblique", "-SemiBold", "-Bold", "-Italic", "-Regular", "", NULL};

const char *sdl_font_ending(const text_style *style, size_t n)
{
    const char *const *list = style->weight >= TEXT_BOLD       ? bold
                              : style->weight >= TEXT_SEMIBOLD ? semibold
                              : style->weight >= TEXT_MEDIUM   ? medium
                                                               : regular;

    if (style->italic)
        list = style->weight >= TEXT_SEMIBOLD ? bold_italic : italic;
    return list[n]; /* asked from 0 up, until NULL */
}
