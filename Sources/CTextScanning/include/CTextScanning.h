#ifndef PAPERTRENDS_CTEXTSCANNING_H
#define PAPERTRENDS_CTEXTSCANNING_H

#include <stddef.h>
#include <stdint.h>

#include "WordRuns.h"

/* The number of bytes at the beginning that may stand in a JSON string as they are: ASCII from
   0x20 on, no quote and no backslash. Reads nothing behind the text. */
size_t pt_plain_length(const uint8_t *bytes, size_t count);

/* The number of bytes before the first line feed; count where there is none. */
size_t pt_line_length(const uint8_t *bytes, size_t count);

/* The number of bytes before the first opening bracket; count where there is none. */
size_t pt_bracket_distance(const uint8_t *bytes, size_t count);

/* The number of line feeds. */
size_t pt_line_count(const uint8_t *bytes, size_t count);

/* The words that texts are compared by: bit i of words[i / 64] is set where bytes[i] is a letter or
   a digit of ASCII or a byte beyond ASCII; bit i of edges[i / 64] where a word begins or ends, or
   one ends and the next begins, since the first byte of an ideograph (0xE3 to 0xED) begins a word.
   Both have count / 64 + 1 elements. Reads nothing behind the text. */
void pt_word_edges(const uint8_t *bytes, size_t count, uint64_t *words, uint64_t *edges);

#endif
