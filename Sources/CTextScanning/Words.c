#include "CTextScanning.h"
#include "Runs.h"

static size_t letter_count(const uint8_t *word, size_t length) {
    size_t letters = 0;
    for (size_t index = 0; index < length; index++) letters += word[index] != '\'';
    return letters;
}

/* An apostrophe has the bit of lower case already. */
INLINED uint64_t lower_case(uint64_t chunk, uint64_t bytes) {
    return (chunk | 0x2020202020202020) & bytes;
}

INLINED void pack(const uint8_t *bytes, size_t length, size_t rest, struct pt_letter_word *word) {
    size_t kept = length < 2 * CHUNK ? length : 2 * CHUNK;
    word->first = lower_case(load_chunk(bytes, rest), first_bytes[CHUNK + kept]);
    word->second = lower_case(
        load_chunk(bytes + CHUNK, rest > CHUNK ? rest - CHUNK : 0), first_bytes[kept]);
}

INLINED size_t find_words(const uint8_t *bytes, size_t count, bool with_apostrophes,
                          size_t *letter_limit, struct pt_letter_word *words) {
    struct runs runs;
    size_t found = 0, letters = 0;
    begin_runs(&runs);
    for (size_t position = 0; position <= count;) {
        bool has_apostrophes = false;
        for (unsigned index = 0; index < STRETCH && position <= count; index++) {
            group text;
            load_text(&text, bytes + position, count - position);
            uint64_t inside = BITS_OF(((text | (group)0x20) - (group)'a') < (group)26);
            if (with_apostrophes) {
                uint64_t apostrophes = BITS_OF(text == (group)'\'');
                has_apostrophes |= apostrophes != 0;
                inside |= apostrophes;
            }
            add_group(&runs, inside, 0, position);
            position += GROUP;
        }
        for (size_t index = 0; index < runs.ends.count; index++) {
            size_t start = runs.starts.of[index], end = runs.ends.of[index];
            while (start < end && bytes[start] == '\'') start++;
            if (start == end) continue;
            struct pt_letter_word *word = &words[found++];
            pack(bytes + start, end - start, count - start, word);
            word->start = (uint32_t)start;
            word->end = (uint32_t)end;
            letters += has_apostrophes ? letter_count(bytes + start, end - start) : end - start;
            if (letters >= *letter_limit) return found;
        }
        end_stretch(&runs);
    }
    *letter_limit = letters;
    return found;
}

#define VARIANT(suffix, attributes)                                                               \
    attributes static size_t find_words_##suffix(const uint8_t *bytes, size_t count,              \
                                                 bool with_apostrophes, size_t *letter_limit,     \
                                                 struct pt_letter_word *words) {                         \
        return find_words(bytes, count, with_apostrophes, letter_limit, words);                   \
    }
VARIANTS(VARIANT)

size_t pt_find_words(const uint8_t *bytes, size_t count, bool with_apostrophes,
                     size_t *letter_limit, struct pt_letter_word *words) {
    return CHOOSE(find_words, bytes, count, with_apostrophes, letter_limit, words);
}
