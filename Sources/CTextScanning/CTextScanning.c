#include "CTextScanning.h"

#include <stdbool.h>
#include <string.h>

/* Sixty-four bytes: one AVX-512 register, two AVX or four SSE or NEON ones. The compiler splits
   them, and makes a mask of the comparisons. */
enum { GROUP = 64 };
typedef uint8_t group __attribute__((ext_vector_type(GROUP)));
typedef bool group_bits __attribute__((ext_vector_type(GROUP)));

#define INLINED static inline __attribute__((always_inline))

#define BITS_OF(comparison)                                                                       \
    ({                                                                                            \
        group_bits bits = __builtin_convertvector(comparison, group_bits);                        \
        uint64_t word;                                                                            \
        memcpy(&word, &bits, sizeof word);                                                        \
        word;                                                                                     \
    })

INLINED uint64_t bits_below(size_t count) {
    return count < GROUP ? ((uint64_t)1 << count) - 1 : ~(uint64_t)0;
}

INLINED void load(group *target, const uint8_t *bytes) { memcpy(target, bytes, GROUP); }

/* Letters and digits, and hyphens. */
INLINED void classify(const uint8_t *bytes, uint64_t *words, uint64_t *hyphens) {
    group text;
    load(&text, bytes);
    group folded = text | (group)0x20;
    *words = BITS_OF(((folded - (group)'a') < (group)26) | ((text - (group)'0') < (group)10));
    *hyphens = BITS_OF(text == (group)'-');
}

/* The words of a group are known one step before they are written, since a hyphen needs the byte
   behind it. */
INLINED void word_mask(const uint8_t *bytes, size_t count, uint64_t *mask) {
    uint64_t words = 0, hyphens = 0, before = 0;
    size_t groups = (count + GROUP - 1) / GROUP;
    if (groups > 0) {
        classify(bytes, &words, &hyphens);
        words &= bits_below(count);
    }
    for (size_t index = 0; index < groups; index++) {
        uint64_t next_words = 0, next_hyphens = 0;
        if (index + 1 < groups) {
            size_t start = (index + 1) * GROUP;
            classify(bytes + start, &next_words, &next_hyphens);
            next_words &= bits_below(count - start);
        }
        uint64_t joined = hyphens & (words << 1 | before >> 63) & (words >> 1 | next_words << 63);
        mask[index] = words | joined;
        before = words;
        words = next_words;
        hyphens = next_hyphens;
    }
    for (size_t index = groups; index < count / GROUP + 2; index++) mask[index] = 0;
}

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

/* Where runs of letters and digits of ASCII and bytes beyond it begin and end, and where
   ideographs begin, which are words of their own. */
INLINED void word_edges(const uint8_t *bytes, size_t count, uint64_t *words, uint64_t *edges) {
    uint64_t before = 0;
    for (size_t index = 0; index <= count / GROUP; index++) {
        group text;
        const uint8_t *start = bytes + index * GROUP;
        size_t rest = count - index * GROUP;
        if (rest >= GROUP) {
            load(&text, start);
        } else {
            uint8_t last[GROUP] = {0};
            if (rest > 0) memcpy(last, start, rest);
            load(&text, last);
        }
        group folded = text | (group)0x20;
        uint64_t found = BITS_OF(((folded - (group)'a') < (group)26) |
                                 ((text - (group)'0') < (group)10) | (text >= (group)0x80));
        uint64_t ideographs = BITS_OF((text - (group)0xE3) < (group)11);
        words[index] = found;
        edges[index] = (found ^ (found << 1 | before)) | ideographs;
        before = found >> 63;
    }
}

#define VARIANT(suffix, attributes)                                                               \
    attributes static void word_mask_##suffix(const uint8_t *bytes, size_t count,                 \
                                              uint64_t *mask) {                                   \
        word_mask(bytes, count, mask);                                                            \
    }                                                                                             \
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

VARIANT(baseline, )
#if defined(__x86_64__) && defined(__linux__)
VARIANT(v3, __attribute__((target("arch=x86-64-v3"))))
VARIANT(v4, __attribute__((target("arch=x86-64-v4"), min_vector_width(512))))
/* The look-up is one load and one test. */
#define CHOOSE(name, ...)                                                                         \
    (__builtin_cpu_supports("x86-64-v4")   ? name##_v4(__VA_ARGS__)                               \
     : __builtin_cpu_supports("x86-64-v3") ? name##_v3(__VA_ARGS__)                               \
                                           : name##_baseline(__VA_ARGS__))
#else
#define CHOOSE(name, ...) name##_baseline(__VA_ARGS__)
#endif

void pt_word_mask(const uint8_t *bytes, size_t count, uint64_t *mask) {
    CHOOSE(word_mask, bytes, count, mask);
}

size_t pt_plain_length(const uint8_t *bytes, size_t count) {
    return CHOOSE(plain_length, bytes, count);
}

INLINED size_t length_before(uint8_t byte, const uint8_t *bytes, size_t count) {
    if (count == 0) return 0;
    const uint8_t *found = memchr(bytes, byte, count);
    return found ? (size_t)(found - bytes) : count;
}

size_t pt_line_length(const uint8_t *bytes, size_t count) {
    return length_before('\n', bytes, count);
}

size_t pt_bracket_distance(const uint8_t *bytes, size_t count) {
    return length_before('(', bytes, count);
}

size_t pt_line_count(const uint8_t *bytes, size_t count) {
    return CHOOSE(line_count, bytes, count);
}

void pt_word_edges(const uint8_t *bytes, size_t count, uint64_t *words, uint64_t *edges) {
    CHOOSE(word_edges, bytes, count, words, edges);
}
