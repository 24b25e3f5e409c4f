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

/* In which of the bytes a step of cleaning may begin; six more are looked at. */
enum { REACH = 6 };

INLINED uint64_t trigger_bits(const uint8_t *bytes) {
    group b0, b1, b2, b3, b4, b6;
    load(&b0, bytes);
    load(&b1, bytes + 1);
    load(&b2, bytes + 2);
    load(&b3, bytes + 3);
    load(&b4, bytes + 4);
    load(&b6, bytes + 6);
    group f0 = b0 | (group)0x20, f1 = b1 | (group)0x20;
    group f2 = b2 | (group)0x20, f3 = b3 | (group)0x20;
    group found = (group)((b0 == '\\') | (b0 == '$') | (b0 == '&') | (b0 == '<') | (b0 == '{') |
                          (b0 >= '}') | (b0 == '`'));
    found |= (group)((b0 < 0x20) & (b0 != '\n') & (b0 != '\t'));
    found |= (group)((b0 == '-') & ((b1 == '-') | (b1 == '\n')));
    found |= (group)(((f0 == 't') | (f0 == 'f')) & (f1 == 't') & (f2 == 'p'));
    found |= (group)((f0 == 'w') & (f1 == 'w') & (b2 == '.'));
    found |= (group)((b0 == '.') & ((b3 == '/') | (b4 == '/')));
    found |= (group)((b0 == '(') & (f1 == 'c') & (b2 == ')'));
    found |= (group)((f0 == 'y') & (f1 == 'r') & (f2 == 'i'));
    found |= (group)((f0 == 'l') & (b1 == ' ') & (f2 == 'r') & (f3 == 'i'));
    found |= (group)((b0 == 'C') & (b3 == 'm') & (b6 == 't'));
    found |= (group)((b0 == '1') & (b1 == '0') & (b2 == '.'));
    return BITS_OF(found);
}

INLINED bool has_trigger(const uint8_t *bytes, size_t count) {
    size_t index = 0;
    for (; index + GROUP + REACH <= count; index += GROUP) {
        if (trigger_bits(bytes + index)) return true;
    }
    /* A blank begins nothing and ends nothing that did. */
    uint8_t last[2 * GROUP + REACH];
    memset(last, ' ', sizeof last);
    if (count > index) memcpy(last, bytes + index, count - index);
    return trigger_bits(last) | (count - index > GROUP ? trigger_bits(last + GROUP) : 0);
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
    }                                                                                             \
    attributes static bool has_trigger_##suffix(const uint8_t *bytes, size_t count) {             \
        return has_trigger(bytes, count);                                                         \
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

bool pt_has_trigger(const uint8_t *bytes, size_t count) {
    return CHOOSE(has_trigger, bytes, count);
}
