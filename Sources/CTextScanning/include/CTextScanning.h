#ifndef PAPERTRENDS_CTEXTSCANNING_H
#define PAPERTRENDS_CTEXTSCANNING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "Columns.h"
#include "WordRuns.h"

/* The number of bytes at the beginning that may stand in a JSON string as they are: ASCII from
   0x20 on, no quote and no backslash. Reads nothing behind the text. */
size_t pt_plain_length(const uint8_t *bytes, size_t count);

/* The number of bytes before the first that is byte; count where there is none. */
size_t pt_length_before(uint8_t byte, const uint8_t *bytes, size_t count);

/* The number of line feeds. */
size_t pt_line_count(const uint8_t *bytes, size_t count);

/* A word: its first sixteen bytes in lower case, eight to a number, the first one lowest, and its
   place. */
struct pt_letter_word {
    uint64_t first, second;
    uint32_t start, end;
};

/* Finds words, which are runs of letters of ASCII, with_apostrophes also behind the first letter,
   until they have *letter_limit letters in all; returns their number. Where the text ends before,
   *letter_limit becomes the smaller number of its letters. words must have room for *letter_limit
   of them. Reads nothing behind the text. */
size_t pt_find_words(const uint8_t *bytes, size_t count, bool with_apostrophes,
                     size_t *letter_limit, struct pt_letter_word *words);

/* The words that texts are compared by: bit i of words[i / 64] is set where bytes[i] is a letter or
   a digit of ASCII or a byte beyond ASCII; bit i of edges[i / 64] where a word begins or ends, or
   one ends and the next begins, since the first byte of an ideograph (0xE3 to 0xED) begins a word.
   Both have count / 64 + 1 elements. Reads nothing behind the text. */
void pt_word_edges(const uint8_t *bytes, size_t count, uint64_t *words, uint64_t *edges);

/* The number of words in a shingle. */
enum { PT_SHINGLE_WORDS = 3 };

/* Writes the hash of each run of PT_SHINGLE_WORDS neighbouring words, in order; returns their
   number, which is at most count. Words are those of pt_word_edges, letters in lower case. Reads
   nothing behind the text. */
size_t pt_shingles(const uint8_t *bytes, size_t count, uint64_t *hashes);

/* The hash of all bytes as they are. */
uint64_t pt_hash(const uint8_t *bytes, size_t count, uint64_t seed);

/* The finaliser of SplitMix64 (Steele, Lea, Flood 2014). */
static inline uint64_t pt_mix(uint64_t hash) {
    hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9;
    hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EB;
    return hash ^ (hash >> 31);
}

/* Whether a step of cleaning may begin at one of the bytes, as CleaningTriggers says. Reads nothing
   behind the text. */
bool pt_has_trigger(const uint8_t *bytes, size_t count);

#endif
