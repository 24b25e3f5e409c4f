#ifndef PAPERTRENDS_COLUMNS_H
#define PAPERTRENDS_COLUMNS_H

#include <stddef.h>
#include <stdint.h>

/* Room that the columns need behind their last one. */
enum { PT_COLUMN_SLACK = 4 };

/* Which columns the terms of one text fill. Between texts all is zero. */
typedef struct {
    size_t column_count;
    /* By column, and for one behind the last: how often its term was counted. */
    int32_t *counts;
    /* A bit for each of these. */
    uint64_t *words;
    /* By word: 1 where it has bits. A multiple of sixty-four of them. */
    uint8_t *filled;
} pt_columns;

/* The numbers of words and of filled. */
static inline size_t pt_column_words(size_t column_count) { return column_count / 64 + 1; }
static inline size_t pt_column_groups(size_t column_count) {
    return pt_column_words(column_count) / 64 + 1;
}

/* Counts the terms of a text, which are columns; those below zero are none. Writes the columns that
   are counted, ascending, and their counts; returns their number. Both have room for one more than
   there are terms, and the slack. */
size_t pt_count_columns(const pt_columns *columns, const int32_t *terms, size_t count,
                        uint32_t *found, int32_t *counts);

#endif
