#include "Groups.h"
#include "WordRuns.h"

/* What the bytes of a group are. */
typedef struct {
    uint64_t letters_and_digits;
    uint64_t wide;
    uint64_t hyphens;
    uint64_t dots;
    uint64_t apostrophes;
    /* Signs that may always join: + # @ */
    uint64_t signs;
    /* Boundaries whatever stands beside them: ! ( ) , / : ; ? [ ] */
    uint64_t stops;
    uint64_t newlines;
} classes;

INLINED void classify(const uint8_t *bytes, classes *found) {
    group text;
    load(&text, bytes);
    group folded = text | (group)0x20;
    found->letters_and_digits =
        BITS_OF(((folded - (group)'a') < (group)26) | ((text - (group)'0') < (group)10));
    found->wide = BITS_OF(text >= (group)0x80);
    found->hyphens = BITS_OF(text == (group)'-');
    found->dots = BITS_OF(text == (group)'.');
    found->apostrophes = BITS_OF(text == (group)'\'');
    found->signs = BITS_OF(((text | (group)0x08) == (group)'+') | (text == (group)'@'));
    found->stops = BITS_OF(((text & (group)0xFE) == (group)'(') |
                           ((text & (group)0xFE) == (group)':') | (text == (group)',') |
                           (text == (group)'/') | (text == (group)'!') | (text == (group)'?') |
                           (text == (group)'[') | (text == (group)']'));
    found->newlines = BITS_OF(text == (group)'\n');
}

/* Sums whose carries walk from group to group: a bit of `from` inside a stretch of ones comes out
   where the stretch ends. */
INLINED uint64_t flood(uint64_t stretch, uint64_t from, unsigned long long *carry) {
    unsigned long long out;
    uint64_t sum = __builtin_addcll(stretch, from, *carry, &out);
    *carry = out;
    return sum;
}

static bool blank_line_follows(const uint8_t *bytes, size_t index) {
    while (bytes[index] == ' ' || bytes[index] == '\t' || bytes[index] == '\r') index++;
    return bytes[index] == '\n';
}

static uint64_t blank_lines(pt_runs *runs, uint64_t newlines, size_t base) {
    uint64_t found = 0;
    for (; newlines; newlines &= newlines - 1) {
        size_t place = base + (size_t)__builtin_ctzll(newlines);
        if (!blank_line_follows(runs->bytes, place + 1)) continue;
        found |= newlines & -newlines;
        if (place < runs->first_blank_line) runs->first_blank_line = place;
    }
    return found;
}

INLINED size_t find_runs(pt_runs *runs) {
    classes here, next;
    uint64_t before = 0, parts_before = 0;
    unsigned long long boundary = 1, wide = 0;
    uint32_t *start = runs->starts, *end = runs->ends;
    size_t groups = runs->count / GROUP + 1;
    runs->first_blank_line = runs->count;
    classify(runs->bytes, &here);
    for (size_t index = 0; index < groups; index++) {
        size_t base = index * GROUP;
        if (index + 1 < groups) classify(runs->bytes + base + GROUP, &next);
        else next = (classes){0};

        uint64_t plain_behind = here.letters_and_digits >> 1 | next.letters_and_digits << 63;
        uint64_t parts = here.letters_and_digits | here.wide;
        uint64_t parts_behind = parts >> 1 | (next.letters_and_digits | next.wide) << 63;
        uint64_t words = parts | (here.hyphens & (parts << 1 | parts_before) & parts_behind);
        uint64_t shifted = words << 1 | before;
        uint64_t ends = ~words & shifted;

        uint64_t breaks = here.stops | here.dots | here.hyphens;
        if (here.newlines) breaks |= blank_lines(runs, here.newlines, base);
        runs->boundaries[index] = flood(~words, breaks & ~words, &boundary) & words;
        uint64_t joins =
            (here.dots & plain_behind) | (here.apostrophes & parts_behind) | here.signs;
        runs->specials[index] = (flood(words, here.wide, &wide) | joins) & ends;

        start = flatten(words & ~shifted, (uint32_t)base, start);
        end = flatten(ends, (uint32_t)base, end);
        before = words >> 63;
        parts_before = parts >> 63;
        here = next;
    }
    return (size_t)(start - runs->starts);
}

INLINED uint8_t bit(const uint64_t *bits, uint32_t place) {
    return bits[place >> 6] >> (place & 63) & 1;
}

typedef uint8_t word_bytes __attribute__((ext_vector_type(PT_PLAIN_LENGTH)));
typedef bool word_bits __attribute__((ext_vector_type(PT_PLAIN_LENGTH)));

INLINED uint16_t bits_of_word(word_bytes nonzero) {
    word_bits bits = __builtin_convertvector(nonzero != (word_bytes)0, word_bits);
    uint16_t word;
    memcpy(&word, &bits, sizeof word);
    return word;
}

/* All bits of the bytes of a word: sixteen of them from 16 - length on. */
static const uint8_t byte_masks[2 * PT_PLAIN_LENGTH] = {
    0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF};

INLINED size_t plain_words(const pt_runs *runs, size_t run_count, size_t run, uint8_t *boundary,
                           pt_words *all) {
    const uint8_t *bytes = runs->bytes;
    const uint32_t *starts = runs->starts, *ends = runs->ends;
    const uint64_t *boundaries = runs->boundaries, *specials = runs->specials;
    size_t first_blank_line = runs->first_blank_line;
    pt_word *words = all->of;
    uint32_t *capitalized = all->capitalized;
    size_t found = all->count, capitals_found = all->capitalized_count, index = run;
    uint8_t follows = *boundary;
    for (; index < run_count; index++) {
        uint32_t start = starts[index], end = ends[index];
        uint32_t length = end - start;
        if (length > PT_PLAIN_LENGTH || bit(specials, end)) break;
        word_bytes text, mask;
        memcpy(&text, bytes + start, sizeof text);
        memcpy(&mask, byte_masks + PT_PLAIN_LENGTH - length, sizeof mask);
        text &= mask;
        bool several = length > 1, begins_with_letter = text[0] & 0x40;
        bool has_letter = bits_of_word(text & (word_bytes)0x40) != 0;
        /* Digits first, then letters: there is more to know. */
        if (several & has_letter & !begins_with_letter) break;
        bool is_term = several & begins_with_letter;
        word_bytes lower = text | (mask & (word_bytes)0x20);
        pt_word *word = words + found;
        memcpy(word, &lower, sizeof lower);
        word->capitals = bits_of_word((text ^ lower) & (word_bytes)0x20);
        word->follows_boundary = follows | bit(boundaries, start);
        word->follows_blank_line = start > first_blank_line;
        capitalized[capitals_found] = (uint32_t)found;
        capitals_found += is_term & (word->capitals != 0);
        found += is_term;
        follows = !is_term;
    }
    *boundary = follows;
    all->count = found;
    all->capitalized_count = capitals_found;
    return index;
}

#define VARIANT(suffix, attributes)                                                               \
    attributes static size_t find_runs_##suffix(pt_runs *runs) { return find_runs(runs); }        \
    attributes static size_t plain_words_##suffix(const pt_runs *runs, size_t run_count,          \
                                                  size_t run, uint8_t *boundary,                  \
                                                  pt_words *words) {                              \
        return plain_words(runs, run_count, run, boundary, words);                                \
    }
VARIANTS(VARIANT)

size_t pt_find_runs(pt_runs *runs) { return CHOOSE(find_runs, runs); }

size_t pt_plain_words(const pt_runs *runs, size_t run_count, size_t run, uint8_t *boundary,
                      pt_words *words) {
    return CHOOSE(plain_words, runs, run_count, run, boundary, words);
}
