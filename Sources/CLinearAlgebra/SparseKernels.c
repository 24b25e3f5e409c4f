#include "CLinearAlgebra.h"
#include "Variants.h"

/* Sixteen floats: one AVX-512 register, two AVX or four SSE ones. The compiler splits them. */
typedef float lanes __attribute__((vector_size(64), aligned(4), may_alias));
enum { LANES = 16, WIDEST = 4 };
/* How many entries ahead the rows are fetched. */
enum { AHEAD = 8 };

/* Adds the entries' rows into `count` groups of 16 columns that stay in registers. `count` is a
   constant wherever this is inlined. */
INLINED void gather_panel(size_t count, size_t entries, const int32_t *indices, const float *values,
                          const float *source, size_t width, float *out) {
    lanes sums[WIDEST];
    for (size_t group = 0; group < count; group++) sums[group] = (lanes){0};
    for (size_t entry = 0; entry < entries; entry++) {
        const float *row = source + (size_t)indices[entry] * width;
        float value = values[entry];
        /* Wide rows miss the cache; narrow ones (measured: one or two groups) do better without. */
        if (count > 2) {
            size_t later = entry + AHEAD < entries ? entry + AHEAD : entry;
            const float *ahead = source + (size_t)indices[later] * width;
            for (size_t group = 0; group < count; group++)
                __builtin_prefetch(ahead + group * LANES);
        }
#pragma clang loop unroll(full)
        for (size_t group = 0; group < count; group++)
            sums[group] += value * *(const lanes *)(row + group * LANES);
    }
    for (size_t group = 0; group < count; group++)
        *(lanes *)(out + group * LANES) = sums[group];
}

/* The columns that do not fill a group. The same operations in the same order as a lane. */
INLINED void gather_few(size_t columns, size_t entries, const int32_t *indices, const float *values,
                        const float *source, size_t width, float *out) {
    float sums[LANES] = {0};
    for (size_t entry = 0; entry < entries; entry++) {
        const float *row = source + (size_t)indices[entry] * width;
        float value = values[entry];
        for (size_t column = 0; column < columns; column++) sums[column] += value * row[column];
    }
    for (size_t column = 0; column < columns; column++) out[column] = sums[column];
}

INLINED void gather_row(size_t entries, const int32_t *indices, const float *values,
                        const float *source, size_t width, float *out) {
    size_t column = 0;
    for (; column + 4 * LANES <= width; column += 4 * LANES)
        gather_panel(4, entries, indices, values, source + column, width, out + column);
    size_t rest = width - column;
    if (rest == 0) return;
    if (width < LANES) {
        gather_few(width, entries, indices, values, source, width, out);
        return;
    }
    /* The last panel may overlap columns that are done: they get the same bits again. */
    size_t groups = (rest + LANES - 1) / LANES;
    while (groups * LANES > width) groups--;
    if (groups * LANES < rest)
        gather_panel(1, entries, indices, values, source + column, width, out + column);
    column = width - groups * LANES;
    source += column;
    out += column;
    switch (groups) {
    case 1: gather_panel(1, entries, indices, values, source, width, out); break;
    case 2: gather_panel(2, entries, indices, values, source, width, out); break;
    case 3: gather_panel(3, entries, indices, values, source, width, out); break;
    default: gather_panel(4, entries, indices, values, source, width, out); break;
    }
}

#define GATHER_ROWS(variant, attributes, unused)                                                  \
    attributes static void gather_rows_##variant(                                                 \
        size_t count, const int32_t *offsets, const int32_t *indices, const float *values,        \
        const float *source, size_t width, float *out) {                                          \
        for (size_t row = 0; row < count; row++) {                                                \
            size_t start = (size_t)offsets[row];                                                  \
            gather_row((size_t)offsets[row + 1] - start, indices + start, values + start, source, \
                       width, out + row * width);                                                 \
        }                                                                                         \
    }

FOR_EACH_VARIANT(GATHER_ROWS)

/* Indices have 16 bits where `narrow` says so, else 32; a constant wherever this is inlined. */
INLINED size_t index_at(int32_t narrow, const void *indices, size_t entry) {
    return narrow ? ((const uint16_t *)indices)[entry]
                  : (size_t)((const int32_t *)indices)[entry];
}

/* As gather_panel, but with `chains` sums for each group, so that an addition seldom waits for the
   one before it. `count` times `chains` is at most WIDEST, both constants. */
INLINED void gather_chains(size_t count, size_t chains, int32_t narrow, size_t entries,
                           const void *indices, const float *values, const float *source,
                           size_t width, int32_t accumulate, float *out) {
    lanes sums[WIDEST];
    for (size_t sum = 0; sum < count * chains; sum++)
        sums[sum] = accumulate && sum < count ? *(const lanes *)(out + sum * LANES) : (lanes){0};
    size_t entry = 0;
    for (; entry + chains <= entries; entry += chains) {
#pragma clang loop unroll(full)
        for (size_t chain = 0; chain < chains; chain++) {
            const float *row = source + index_at(narrow, indices, entry + chain) * width;
#pragma clang loop unroll(full)
            for (size_t group = 0; group < count; group++)
                sums[chain * count + group] +=
                    values[entry + chain] * *(const lanes *)(row + group * LANES);
        }
    }
    for (; entry < entries; entry++) {
        const float *row = source + index_at(narrow, indices, entry) * width;
        for (size_t group = 0; group < count; group++)
            sums[group] += values[entry] * *(const lanes *)(row + group * LANES);
    }
    for (size_t half = chains / 2; half > 0; half /= 2)
        for (size_t sum = 0; sum < count * half; sum++) sums[sum] += sums[sum + count * half];
    for (size_t group = 0; group < count; group++)
        *(lanes *)(out + group * LANES) = sums[group];
}

INLINED void gather_chained_rows(int32_t narrow, size_t count, const int32_t *ids,
                                 const int32_t *offsets, const void *indices, const float *values,
                                 const float *source, size_t width, int32_t accumulate,
                                 float *out) {
    for (size_t row = 0; row < count; row++) {
        size_t start = (size_t)offsets[row], entries = (size_t)offsets[row + 1] - start;
        const char *first = (const char *)indices + start * (narrow ? 2 : 4);
        const float *weights = values + start;
        float *target = out + (ids ? (size_t)ids[row] : row) * width;
        size_t column = 0;
        for (; column + 4 * LANES <= width; column += 4 * LANES)
            gather_chains(4, 1, narrow, entries, first, weights, source + column, width,
                          accumulate, target + column);
        const float *source_rest = source + column;
        target += column;
        switch ((width - column) / LANES) {
        case 0: break;
        case 1:
            gather_chains(1, 4, narrow, entries, first, weights, source_rest, width, accumulate,
                          target);
            break;
        case 2:
            gather_chains(2, 2, narrow, entries, first, weights, source_rest, width, accumulate,
                          target);
            break;
        default:
            gather_chains(3, 1, narrow, entries, first, weights, source_rest, width, accumulate,
                          target);
        }
    }
}

#define GATHER_CHAINED_ROWS(variant, attributes, unused)                                          \
    attributes static void gather_chained_rows_##variant(                                         \
        int32_t narrow, size_t count, const int32_t *ids, const int32_t *offsets,                 \
        const void *indices, const float *values, const float *source, size_t width,              \
        int32_t accumulate, float *out) {                                                         \
        if (narrow)                                                                               \
            gather_chained_rows(1, count, ids, offsets, indices, values, source, width,           \
                                accumulate, out);                                                 \
        else                                                                                      \
            gather_chained_rows(0, count, ids, offsets, indices, values, source, width,           \
                                accumulate, out);                                                 \
    }

FOR_EACH_VARIANT(GATHER_CHAINED_ROWS)

int32_t pt_kernel_variant_is_supported(int32_t variant) {
    switch (variant) {
    case PT_KERNEL_BASELINE: return 1;
#if PT_HAS_VARIANTS
    case PT_KERNEL_X86_64_V3: return __builtin_cpu_supports("x86-64-v3") != 0;
    case PT_KERNEL_X86_64_V4: return __builtin_cpu_supports("x86-64-v4") != 0;
#endif
    default: return 0;
    }
}

int32_t pt_kernel_variant(void) {
    if (pt_kernel_variant_is_supported(PT_KERNEL_X86_64_V4)) return PT_KERNEL_X86_64_V4;
    if (pt_kernel_variant_is_supported(PT_KERNEL_X86_64_V3)) return PT_KERNEL_X86_64_V3;
    return PT_KERNEL_BASELINE;
}

void pt_gather_rows(int32_t variant, size_t count, const int32_t *offsets, const int32_t *indices,
                    const float *values, const float *source, size_t width, float *out) {
    DISPATCH(variant, gather_rows, count, offsets, indices, values, source, width, out);
}

void pt_gather_chained_rows(int32_t variant, size_t count, const int32_t *ids,
                            const int32_t *offsets, const void *indices, int32_t narrow,
                            const float *values, const float *source, size_t width,
                            int32_t accumulate, float *out) {
    DISPATCH(variant, gather_chained_rows, narrow, count, ids, offsets, indices, values, source,
             width, accumulate, out);
}
