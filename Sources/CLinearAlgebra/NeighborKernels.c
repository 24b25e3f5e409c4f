#include "CLinearAlgebra.h"
#include "Variants.h"

#include <string.h>
#if PT_HAS_VARIANTS
#include <immintrin.h>
#endif

/* Sums are looked at in groups of this many; fewer only at the end. */
enum { GROUP = PT_POSTING_GROUP };
/* How many rows ahead rows are fetched that do not follow each other. */
enum { AHEAD = 6 };

INLINED size_t count_u16(const uint16_t *numbers, size_t count, uint16_t least) {
    size_t found = 0;
    size_t start = 0;
    /* 16-bit counters, so that lanes are as wide as the numbers. */
    for (; start < count;) {
        size_t end = count - start > 32768 ? start + 32768 : count;
        uint16_t part = 0;
        for (size_t i = start; i < end; i++) part += numbers[i] >= least;
        found += part;
        start = end;
    }
    return found;
}

INLINED size_t count_u32(const uint32_t *numbers, size_t count, uint32_t least) {
    uint32_t found = 0;
    for (size_t i = 0; i < count; i++) found += numbers[i] >= least;
    return found;
}

/* The k-th largest number is the largest one that at least k numbers reach: bit by bit. */
INLINED uint16_t kth_largest_u16(const uint16_t *numbers, size_t count, size_t k) {
    uint16_t least = 0;
    for (uint16_t bit = 1 << 15; bit != 0; bit >>= 1)
        if (count_u16(numbers, count, least | bit) >= k) least |= bit;
    return least;
}

INLINED uint32_t kth_largest_u32(const uint32_t *numbers, size_t count, size_t k) {
    uint32_t least = 0;
    for (uint32_t bit = (uint32_t)1 << 31; bit != 0; bit >>= 1)
        if (count_u32(numbers, count, least | bit) >= k) least |= bit;
    return least;
}

static void add_postings(size_t terms, const int32_t *columns, const uint8_t *weights,
                         const int32_t *offsets, const uint16_t *targets,
                         const uint8_t *posting_weights, uint16_t *sums) {
    for (size_t term = 0; term < terms; term++) {
        size_t entry = (size_t)offsets[columns[term]];
        size_t end = (size_t)offsets[columns[term] + 1];
        uint32_t weight = weights[term];
        for (; entry + 4 <= end; entry += 4) {
            uint16_t a = targets[entry], b = targets[entry + 1];
            uint16_t c = targets[entry + 2], d = targets[entry + 3];
            sums[a] = (uint16_t)(sums[a] + weight * posting_weights[entry]);
            sums[b] = (uint16_t)(sums[b] + weight * posting_weights[entry + 1]);
            sums[c] = (uint16_t)(sums[c] + weight * posting_weights[entry + 2]);
            sums[d] = (uint16_t)(sums[d] + weight * posting_weights[entry + 3]);
        }
        for (; entry < end; entry++)
            sums[targets[entry]] =
                (uint16_t)(sums[targets[entry]] + weight * posting_weights[entry]);
    }
}

/* One bit for each sum of a group that is at least `least`. */
INLINED uint32_t reaching_baseline(const uint16_t *sums, uint16_t least) {
    uint32_t mask = 0;
    for (size_t i = 0; i < GROUP; i++) mask |= (uint32_t)(sums[i] >= least) << i;
    return mask;
}

#if PT_HAS_VARIANTS
PT_TARGET_V3 INLINED uint32_t reaching_v3(const uint16_t *sums, uint16_t least) {
    __m256i bound = _mm256_set1_epi16((short)least);
    __m256i low = _mm256_loadu_si256((const __m256i *)sums);
    __m256i high = _mm256_loadu_si256((const __m256i *)(sums + GROUP / 2));
    low = _mm256_cmpeq_epi16(_mm256_max_epu16(low, bound), low);
    high = _mm256_cmpeq_epi16(_mm256_max_epu16(high, bound), high);
    __m256i bytes = _mm256_permute4x64_epi64(_mm256_packs_epi16(low, high), 0xD8);
    return (uint32_t)_mm256_movemask_epi8(bytes);
}

PT_TARGET_V4 INLINED uint32_t reaching_v4(const uint16_t *sums, uint16_t least) {
    return _mm512_cmpge_epu16_mask(_mm512_loadu_si512(sums), _mm512_set1_epi16((short)least));
}
#endif

/* Sums are dealt into classes, and k classes hold a sum as large as the k-th largest of the
   classes' maxima: so no smaller sum is among the k largest. */
INLINED uint16_t bound_of_sums(const uint16_t *sums, size_t count, size_t k, uint16_t *maxima) {
    size_t classes = (4 * k + GROUP - 1) / GROUP * GROUP;
    if (classes < 512) classes = 512;
    if (classes > count) return 1;
    memcpy(maxima, sums, classes * sizeof *sums);
    size_t start = classes;
    for (; start + classes <= count; start += classes)
        for (size_t i = 0; i < classes; i++)
            maxima[i] = maxima[i] < sums[start + i] ? sums[start + i] : maxima[i];
    uint16_t bound = kth_largest_u16(maxima, classes, k);
    return bound > 1 ? bound : 1;
}

INLINED size_t keep_largest(uint16_t *sums, int32_t *rows, size_t count, size_t k,
                            uint16_t *least) {
    if (count <= k) return count;
    /* Zeros up to whole groups: none of them reaches what the search asks for. */
    size_t padded = (count + GROUP - 1) / GROUP * GROUP;
    memset(sums + count, 0, (padded - count) * sizeof *sums);
    uint16_t threshold = kth_largest_u16(sums, padded, k);
    size_t ties = k - (threshold == UINT16_MAX ? 0 : count_u16(sums, padded, threshold + 1));
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        uint16_t sum = sums[i];
        size_t tie = sum == threshold && ties > 0;
        sums[kept] = sum;
        rows[kept] = rows[i];
        kept += sum > threshold || tie;
        ties -= tie;
    }
    if (threshold > *least) *least = threshold;
    return kept;
}

/* Few groups hold a large sum, and which ones cannot be foretold: so they are listed without a
   branch, and then walked. */
#define TAKE_LARGEST(variant, attributes)                                                         \
    attributes static size_t take_largest_##variant(                                              \
        uint16_t *sums, size_t count, int32_t first_row, size_t k, size_t kept,                   \
        uint16_t *kept_sums, int32_t *kept_rows, uint16_t *least, uint16_t *maxima,               \
        uint16_t *found_sums, int32_t *found_rows) {                                              \
        if (*least == 0) *least = bound_of_sums(sums, count, k, maxima);                          \
        uint16_t threshold = *least;                                                              \
        uint16_t *groups = maxima;                                                                \
        size_t listed = 0;                                                                        \
        for (size_t group = 0; group < count / GROUP; group++) {                                  \
            groups[listed] = (uint16_t)group;                                                     \
            listed += reaching_##variant(sums + group * GROUP, threshold) != 0;                   \
        }                                                                                         \
        memcpy(found_sums, kept_sums, kept * sizeof *kept_sums);                                  \
        memcpy(found_rows, kept_rows, kept * sizeof *kept_rows);                                  \
        size_t found = kept;                                                                      \
        for (size_t i = 0; i < listed; i++) {                                                     \
            size_t start = (size_t)groups[i] * GROUP;                                             \
            uint32_t mask = reaching_##variant(sums + start, threshold);                          \
            do {                                                                                  \
                size_t place = start + (size_t)__builtin_ctz(mask);                               \
                found_rows[found] = first_row + (int32_t)place;                                   \
                found_sums[found++] = sums[place];                                                \
                mask &= mask - 1;                                                                 \
            } while (mask != 0);                                                                  \
        }                                                                                         \
        memset(sums, 0, count * sizeof *sums);                                                    \
        kept = keep_largest(found_sums, found_rows, found, k, least);                             \
        memcpy(kept_sums, found_sums, kept * sizeof *kept_sums);                                  \
        memcpy(kept_rows, found_rows, kept * sizeof *kept_rows);                                  \
        return kept;                                                                              \
    }

/* Eight lanes of Double, in which a product of two floats is exact: with or without a fused
   multiply-add, and however wide the registers are, the sum has the same bits. */
INLINED double sparse_product(size_t entries, const int32_t *columns, const float *values,
                              const float *dense) {
    double lanes[8] = {0};
    size_t entry = 0;
    for (; entry + 8 <= entries; entry += 8)
        for (size_t lane = 0; lane < 8; lane++)
            lanes[lane] += (double)values[entry + lane] * (double)dense[columns[entry + lane]];
    for (size_t lane = 0; entry + lane < entries; lane++)
        lanes[lane] += (double)values[entry + lane] * (double)dense[columns[entry + lane]];
    return ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3]))
        + ((lanes[4] + lanes[5]) + (lanes[6] + lanes[7]));
}

INLINED void sparse_products(size_t count, const int32_t *rows, const int32_t *offsets,
                             const int32_t *columns, const float *values, const float *dense,
                             float *products) {
    for (size_t i = 0; i < count; i++) {
        if (i + 2 * AHEAD < count) __builtin_prefetch(offsets + rows[i + 2 * AHEAD]);
        if (i + AHEAD < count) {
            size_t ahead = (size_t)offsets[rows[i + AHEAD]];
            size_t end = (size_t)offsets[rows[i + AHEAD] + 1];
            for (size_t entry = ahead; entry < end; entry += 16) {
                __builtin_prefetch(columns + entry);
                __builtin_prefetch(values + entry);
            }
        }
        size_t start = (size_t)offsets[rows[i]];
        products[i] = (float)sparse_product((size_t)offsets[rows[i] + 1] - start, columns + start,
                                            values + start, dense);
    }
}

#define KERNELS(variant, attributes, rows)                                                        \
    attributes static uint32_t kth_largest_##variant(const uint32_t *numbers, size_t count,       \
                                                     size_t k) {                                  \
        return kth_largest_u32(numbers, count, k);                                                \
    }                                                                                             \
    TAKE_LARGEST(variant, attributes)                                                             \
    attributes static void sparse_products_##variant(                                             \
        size_t count, const int32_t *ids, const int32_t *offsets, const int32_t *columns,         \
        const float *values, const float *dense, float *products) {                               \
        sparse_products(count, ids, offsets, columns, values, dense, products);                   \
    }

FOR_EACH_VARIANT(KERNELS)

uint32_t pt_kth_largest(int32_t variant, const uint32_t *numbers, size_t count, size_t k) {
    uint32_t number;
    DISPATCH(variant, number = kth_largest, numbers, count, k);
    return number;
}

void pt_add_postings(size_t terms, const int32_t *columns, const uint8_t *weights,
                     const int32_t *offsets, const uint16_t *targets,
                     const uint8_t *posting_weights, uint16_t *sums) {
    add_postings(terms, columns, weights, offsets, targets, posting_weights, sums);
}

size_t pt_take_largest(int32_t variant, uint16_t *sums, size_t count, int32_t first_row, size_t k,
                       size_t kept, uint16_t *kept_sums, int32_t *kept_rows, uint16_t *least,
                       uint16_t *maxima, uint16_t *found_sums, int32_t *found_rows) {
    size_t taken;
    DISPATCH(variant, taken = take_largest, sums, count, first_row, k, kept, kept_sums, kept_rows,
             least, maxima, found_sums, found_rows);
    return taken;
}

void pt_sparse_products(int32_t variant, size_t count, const int32_t *rows,
                        const int32_t *offsets, const int32_t *columns, const float *values,
                        const float *dense, float *products) {
    DISPATCH(variant, sparse_products, count, rows, offsets, columns, values, dense, products);
}
