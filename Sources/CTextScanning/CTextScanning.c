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

#define VARIANT(suffix, attributes)                                                               \
    attributes static size_t plain_length_##suffix(const uint8_t *bytes, size_t count) {          \
        return plain_length(bytes, count);                                                        \
    }                                                                                             \
    attributes static size_t line_count_##suffix(const uint8_t *bytes, size_t count) {            \
        return line_count(bytes, count);                                                          \
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
