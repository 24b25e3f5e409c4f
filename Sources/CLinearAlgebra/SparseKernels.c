#include "CLinearAlgebra.h"
#include "Variants.h"

/* Sixteen floats: one AVX-512 register, two AVX or four SSE ones. The compiler splits them. */
typedef float lanes __attribute__((vector_size(64), aligned(4), may_alias));
enum { LANES = 16, WIDEST = 4 };
/* How many entries ahead the rows are fetched. */
enum { AHEAD = 8 };

/* Indices have 16 bits where `narrow` says so, else 32; a constant wherever this is inlined. */
INLINED size_t index_at(int32_t narrow, const void *indices, size_t entry) {
    return narrow ? ((const uint16_t *)indices)[entry]
                  : (size_t)((const int32_t *)indices)[entry];
}

/* Adds the entries' rows into `count` groups of 16 columns that stay in registers. `count` is a
   constant wherever this is inlined. */
INLINED void gather_panel(size_t count, int32_t narrow, size_t entries, const void *indices,
                          const float *values, const float *source, size_t width,
                          int32_t accumulate, float *out) {
    lanes sums[WIDEST];
    for (size_t group = 0; group < count; group++)
        sums[group] = accumulate ? *(const lanes *)(out + group * LANES) : (lanes){0};
    for (size_t entry = 0; entry < entries; entry++) {
        const float *row = source + index_at(narrow, indices, entry) * width;
        float value = values[entry];
        /* Wide rows miss the cache; narrow ones (measured: one or two groups) do better without. */
        if (count > 2) {
            size_t later = entry + AHEAD < entries ? entry + AHEAD : entry;
            const float *ahead = source + index_at(narrow, indices, later) * width;
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
INLINED void gather_few(size_t columns, int32_t narrow, size_t entries, const void *indices,
                        const float *values, const float *source, size_t width,
                        int32_t accumulate, float *out) {
    float sums[LANES];
    for (size_t column = 0; column < columns; column++)
        sums[column] = accumulate ? out[column] : 0;
    for (size_t entry = 0; entry < entries; entry++) {
        const float *row = source + index_at(narrow, indices, entry) * width;
        float value = values[entry];
        for (size_t column = 0; column < columns; column++) sums[column] += value * row[column];
    }
    for (size_t column = 0; column < columns; column++) out[column] = sums[column];
}

INLINED void gather_row(int32_t narrow, size_t entries, const void *indices, const float *values,
                        const float *source, size_t width, int32_t accumulate, float *out) {
    size_t column = 0;
    for (; column + 4 * LANES <= width; column += 4 * LANES)
        gather_panel(4, narrow, entries, indices, values, source + column, width, accumulate,
                     out + column);
    size_t rest = width - column;
    if (rest == 0) return;
    if (!accumulate && width >= LANES) {
        /* The last panel may overlap columns that are done: they get the same bits again. */
        size_t groups = (rest + LANES - 1) / LANES;
        while (groups * LANES > width) groups--;
        if (groups * LANES < rest) {
            gather_panel(1, narrow, entries, indices, values, source + column, width, 0, out + column);
        }
        column = width - groups * LANES;
        source += column;
        out += column;
        switch (groups) {
        case 1: gather_panel(1, narrow, entries, indices, values, source, width, 0, out); break;
        case 2: gather_panel(2, narrow, entries, indices, values, source, width, 0, out); break;
        case 3: gather_panel(3, narrow, entries, indices, values, source, width, 0, out); break;
        default: gather_panel(4, narrow, entries, indices, values, source, width, 0, out); break;
        }
        return;
    }
    size_t groups = rest / LANES;
    source += column;
    out += column;
    switch (groups) {
    case 0: break;
    case 1: gather_panel(1, narrow, entries, indices, values, source, width, accumulate, out); break;
    case 2: gather_panel(2, narrow, entries, indices, values, source, width, accumulate, out); break;
    default: gather_panel(3, narrow, entries, indices, values, source, width, accumulate, out); break;
    }
    size_t done = groups * LANES;
    if (done < rest)
        gather_few(rest - done, narrow, entries, indices, values, source + done, width, accumulate,
                      out + done);
}

INLINED void gather_rows(int32_t narrow, size_t count, const int32_t *ids, int32_t first_id,
                         const int32_t *offsets, const void *indices, const float *values,
                         const float *source, size_t width, int32_t accumulate, float *out) {
    for (size_t row = 0; row < count; row++) {
        size_t start = (size_t)offsets[row];
        size_t target = ids ? (size_t)(ids[row] - first_id) : row;
        const char *first = (const char *)indices + start * (narrow ? 2 : 4);
        gather_row(narrow, (size_t)offsets[row + 1] - start, first, values + start, source, width,
                   accumulate, out + target * width);
    }
}

#define GATHER_ROWS(variant, attributes, unused)                                                  \
    attributes static void gather_rows_##variant(                                                 \
        int32_t narrow, size_t count, const int32_t *ids, int32_t first_id,                       \
        const int32_t *offsets, const void *indices, const float *values, const float *source,    \
        size_t width, int32_t accumulate, float *out) {                                           \
        if (narrow)                                                                               \
            gather_rows(1, count, ids, first_id, offsets, indices, values, source, width,         \
                        accumulate, out);                                                         \
        else                                                                                      \
            gather_rows(0, count, ids, first_id, offsets, indices, values, source, width,         \
                        accumulate, out);                                                         \
    }

FOR_EACH_VARIANT(GATHER_ROWS)

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

void pt_gather_rows(int32_t variant, size_t count, const int32_t *ids, int32_t first_id,
                    const int32_t *offsets, const void *indices, int32_t narrow,
                    const float *values, const float *source, size_t width, int32_t accumulate,
                    float *out) {
    DISPATCH(variant, gather_rows, narrow, count, ids, first_id, offsets, indices, values, source,
             width, accumulate, out);
}
