#ifndef PAPERTRENDS_GROUPS_H
#define PAPERTRENDS_GROUPS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "WordRuns.h"

/* Sixty-four bytes: one AVX-512 register, two AVX or four SSE or NEON ones. The compiler splits
   them, and makes a mask of the comparisons. */
enum { GROUP = 64 };
typedef uint8_t group __attribute__((ext_vector_type(GROUP)));
typedef bool group_bits __attribute__((ext_vector_type(GROUP)));

#define INLINED static inline __attribute__((always_inline))

/* The empty instruction keeps the word a word: the compiler would do arithmetic of words in vectors
   of bits otherwise, bit by bit where there are no such vectors. */
#define BITS_OF(comparison)                                                                       \
    ({                                                                                            \
        group_bits bits = __builtin_convertvector(comparison, group_bits);                        \
        uint64_t word;                                                                            \
        memcpy(&word, &bits, sizeof word);                                                        \
        __asm__("" : "+r"(word));                                                                 \
        word;                                                                                     \
    })

INLINED void load(group *target, const uint8_t *bytes) { memcpy(target, bytes, GROUP); }

/* The group at bytes, of which at most the first rest are text; the others become 0. */
INLINED void load_text(group *target, const uint8_t *bytes, size_t rest) {
    if (rest >= GROUP) return load(target, bytes);
    uint8_t last[GROUP] = {0};
    if (rest > 0) memcpy(last, bytes, rest);
    load(target, last);
}

/* The bytes of words that texts are compared by: letters and digits of ASCII, and bytes beyond it;
   and the first bytes of ideographs, each of which begins a word. */
typedef struct {
    uint64_t words, beyond, ideographs;
} compared_bits;

INLINED compared_bits find_compared_bits(const uint8_t *bytes, size_t rest) {
    group text;
    load_text(&text, bytes, rest);
    group lower = text | (group)0x20;
    compared_bits found;
    found.beyond = BITS_OF(text >= (group)0x80);
    found.words = BITS_OF(((lower - (group)'a') < (group)26) |
                          ((text - (group)'0') < (group)10)) | found.beyond;
    found.ideographs = BITS_OF((text - (group)0xE3) < (group)11);
    return found;
}

/* Writes the places of the bits, a number of them at a time, always some more than there are, so
   that the number of rounds is mostly the same. */
INLINED uint32_t *flatten_by(int steps, uint64_t bits, uint32_t base, uint32_t *target) {
    uint32_t *end = target + __builtin_popcountll(bits);
    do {
#pragma clang loop unroll(full)
        for (int step = 0; step < steps; step++) {
            target[step] = base + (uint32_t)__builtin_ctzll(bits | (uint64_t)1 << 63);
            bits &= bits - 1;
        }
        target += steps;
    } while (bits);
    return end;
}

INLINED uint32_t *flatten(uint64_t bits, uint32_t base, uint32_t *target) {
    return flatten_by(PT_RUN_SLACK, bits, base, target);
}

#if defined(__x86_64__) && defined(__linux__)
#define VARIANTS(VARIANT)                                                                         \
    VARIANT(baseline, )                                                                           \
    VARIANT(v3, __attribute__((target("arch=x86-64-v3"))))                                        \
    VARIANT(v4, __attribute__((target("arch=x86-64-v4"), min_vector_width(512))))
/* The look-up is one load and one test. */
#define CHOOSE(name, ...)                                                                         \
    (__builtin_cpu_supports("x86-64-v4")   ? name##_v4(__VA_ARGS__)                               \
     : __builtin_cpu_supports("x86-64-v3") ? name##_v3(__VA_ARGS__)                               \
                                           : name##_baseline(__VA_ARGS__))
#else
#define VARIANTS(VARIANT) VARIANT(baseline, )
#define CHOOSE(name, ...) name##_baseline(__VA_ARGS__)
#endif

#endif
