#ifndef PAPERTRENDS_VARIANTS_H
#define PAPERTRENDS_VARIANTS_H

/* One loop compiled for several instruction sets, chosen at run time.

   A kernel is an INLINED function; FOR_EACH_VARIANT(M) expands M(variant, attributes, rows) for
   each instruction set, where M defines `kernel_variant` as a call of it and `rows` is how many
   vectors of sixteen floats to keep in registers; DISPATCH calls the one asked for. */

#define INLINED static inline __attribute__((always_inline))

#if defined(__x86_64__) && defined(__linux__)
#define PT_HAS_VARIANTS 1
#define PT_TARGET_V3 __attribute__((target("arch=x86-64-v3")))
#if defined(__clang__)
#define PT_TARGET_V4 __attribute__((target("arch=x86-64-v4"), min_vector_width(512)))
#else
#define PT_TARGET_V4 __attribute__((target("arch=x86-64-v4")))
#endif
#define FOR_EACH_VARIANT(M) M(baseline, , 2) M(v3, PT_TARGET_V3, 4) M(v4, PT_TARGET_V4, 8)
#define DISPATCH(variant, kernel, ...)                                                            \
    switch (variant) {                                                                            \
    case PT_KERNEL_X86_64_V4: kernel##_v4(__VA_ARGS__); break;                                    \
    case PT_KERNEL_X86_64_V3: kernel##_v3(__VA_ARGS__); break;                                    \
    default: kernel##_baseline(__VA_ARGS__);                                                      \
    }
#else
#define PT_HAS_VARIANTS 0
#define FOR_EACH_VARIANT(M) M(baseline, , 4)
#define DISPATCH(variant, kernel, ...)                                                            \
    do {                                                                                          \
        (void)(variant);                                                                          \
        kernel##_baseline(__VA_ARGS__);                                                           \
    } while (0)
#endif

#endif
