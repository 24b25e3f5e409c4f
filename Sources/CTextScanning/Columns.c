#include "Columns.h"
#include "Groups.h"

/* What is none goes to the column behind the last. */
INLINED void count_terms(const pt_columns *columns, const int32_t *terms, size_t count) {
    size_t none = columns->column_count;
    int32_t *counts = columns->counts;
    uint64_t *words = columns->words;
    uint8_t *filled = columns->filled;
    for (size_t index = 0; index < count; index++) {
        size_t column = terms[index] < 0 ? none : (size_t)terms[index];
        counts[column]++;
        words[column / 64] |= (uint64_t)1 << (column % 64);
        /* A mark of its own for each word: a store waits for nothing. */
        filled[column / 64] = 1;
    }
}

/* Puts what is marked in order, and clears the marks. */
INLINED size_t gather(const pt_columns *columns, uint32_t *found) {
    size_t groups = pt_column_groups(columns->column_count);
    uint64_t *words = columns->words;
    uint32_t *end = found;
    for (size_t index = 0; index < groups; index++) {
        uint8_t *filled = columns->filled + index * GROUP;
        group marks;
        load(&marks, filled);
        memset(filled, 0, GROUP);
        for (uint64_t rest = BITS_OF(marks != (group)0); rest; rest &= rest - 1) {
            size_t word = index * GROUP + (size_t)__builtin_ctzll(rest);
            end = flatten_by(PT_COLUMN_SLACK, words[word], (uint32_t)word * 64, end);
            words[word] = 0;
        }
    }
    return (size_t)(end - found);
}

INLINED size_t count_columns(const pt_columns *columns, const int32_t *terms, size_t count,
                             uint32_t *found, int32_t *counts) {
    count_terms(columns, terms, count);
    size_t length = gather(columns, found);
    for (size_t index = 0; index < length; index++) {
        counts[index] = columns->counts[found[index]];
        columns->counts[found[index]] = 0;
    }
    return length - (length > 0 && found[length - 1] == columns->column_count);
}

#define VARIANT(suffix, attributes)                                                               \
    attributes static size_t count_columns_##suffix(const pt_columns *columns,                    \
                                                    const int32_t *terms, size_t count,           \
                                                    uint32_t *found, int32_t *counts) {           \
        return count_columns(columns, terms, count, found, counts);                               \
    }
VARIANTS(VARIANT)

size_t pt_count_columns(const pt_columns *columns, const int32_t *terms, size_t count,
                        uint32_t *found, int32_t *counts) {
    return CHOOSE(count_columns, columns, terms, count, found, counts);
}
