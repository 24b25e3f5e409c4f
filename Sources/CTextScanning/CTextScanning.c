#include "CTextScanning.h"
#include "Groups.h"

INLINED uint64_t unplain_bits(const uint8_t *bytes) {
    group text;
    load(&text, bytes);
    return BITS_OF(((text - (group)0x20) >= (group)0x60) | (text == (group)'"') |
                   (text == (group)'\\'));
}

INLINED bool is_plain(uint8_t byte) {
    return byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\';
}

INLINED size_t plain_length(const uint8_t *bytes, size_t count) {
    size_t index = 0;
    for (; index + GROUP <= count; index += GROUP) {
        uint64_t bits = unplain_bits(bytes + index);
        if (bits) return index + (size_t)__builtin_ctzll(bits);
    }
    while (index < count && is_plain(bytes[index])) index++;
    return index;
}

INLINED size_t line_count(const uint8_t *bytes, size_t count) {
    size_t index = 0, lines = 0;
    for (; index + GROUP <= count; index += GROUP) {
        group text;
        load(&text, bytes + index);
        lines += (size_t)__builtin_popcountll(BITS_OF(text == (group)'\n'));
    }
    for (; index < count; index++) lines += bytes[index] == '\n';
    return lines;
}

INLINED void word_edges(const uint8_t *bytes, size_t count, uint64_t *words, uint64_t *edges) {
    uint64_t before = 0;
    for (size_t index = 0; index <= count / GROUP; index++) {
        compared_bits found = find_compared_bits(bytes + index * GROUP, count - index * GROUP);
        words[index] = found.words;
        edges[index] = (found.words ^ (found.words << 1 | before)) | found.ideographs;
        before = found.words >> 63;
    }
}

#define VARIANT(suffix, attributes)                                                               \
    attributes static size_t plain_length_##suffix(const uint8_t *bytes, size_t count) {          \
        return plain_length(bytes, count);                                                        \
    }                                                                                             \
    attributes static size_t line_count_##suffix(const uint8_t *bytes, size_t count) {            \
        return line_count(bytes, count);                                                          \
    }                                                                                             \
    attributes static void word_edges_##suffix(const uint8_t *bytes, size_t count,                \
                                               uint64_t *words, uint64_t *edges) {                \
        word_edges(bytes, count, words, edges);                                                   \
    }

VARIANTS(VARIANT)

size_t pt_plain_length(const uint8_t *bytes, size_t count) {
    return CHOOSE(plain_length, bytes, count);
}

size_t pt_length_before(uint8_t byte, const uint8_t *bytes, size_t count) {
    if (count == 0) return 0;
    const uint8_t *found = memchr(bytes, byte, count);
    return found ? (size_t)(found - bytes) : count;
}

size_t pt_line_count(const uint8_t *bytes, size_t count) {
    return CHOOSE(line_count, bytes, count);
}

void pt_word_edges(const uint8_t *bytes, size_t count, uint64_t *words, uint64_t *edges) {
    CHOOSE(word_edges, bytes, count, words, edges);
}
