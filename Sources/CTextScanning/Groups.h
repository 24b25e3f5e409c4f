#ifndef PAPERTRENDS_GROUPS_H
#define PAPERTRENDS_GROUPS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

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
