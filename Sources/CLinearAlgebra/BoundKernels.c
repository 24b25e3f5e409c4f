#include "CLinearAlgebra.h"
#include "Variants.h"

#if PT_HAS_VARIANTS
#include <immintrin.h>
#endif

/* Numbers are listed without a branch, which could not be foretold: each is written, and stays if
   the place moves on. */

enum { LANES = 16 };

/* The smallest lower bound of each of `taken` points, a constant where there are as many as lanes. */
INLINED void smallest_bounds(size_t first, size_t taken, size_t count, size_t groups,
                             const float *lower, const float *group_moved, float *smallest) {
    for (size_t lane = 0; lane < taken; lane++) smallest[lane] = __builtin_inff();
    for (size_t group = 0; group < groups; group++)
        for (size_t lane = 0; lane < taken; lane++) {
            float bound = lower[group * count + first + lane] - group_moved[group];
            smallest[lane] = bound < smallest[lane] ? bound : smallest[lane];
        }
}

INLINED size_t points_in_doubt(size_t start, size_t count, const int32_t *labels,
                               const float *upper, const float *moved, float slack,
                               size_t groups, const float *lower, const float *group_moved,
                               int32_t *listed, size_t found) {
    for (size_t first = start; first < count; first += LANES) {
        size_t taken = count - first < LANES ? count - first : LANES;
        float smallest[LANES];
        if (taken == LANES)
            smallest_bounds(first, LANES, count, groups, lower, group_moved, smallest);
        else
            smallest_bounds(first, taken, count, groups, lower, group_moved, smallest);
        for (size_t lane = 0; lane < taken; lane++) {
            size_t i = first + lane;
            float bound = upper[i] + moved[labels[i] < 0 ? 0 : labels[i]] + slack;
            listed[found] = (int32_t)i;
            found += !(bound < smallest[lane]);
        }
    }
    return found;
}

INLINED size_t slots_in_doubt(size_t start, size_t count, const int32_t *points,
                              const float *lower, float moved, const float *upper, float slack,
                              int32_t *listed, size_t found) {
    for (size_t i = start; i < count; i++) {
        listed[found] = (int32_t)i;
        found += lower[points[i]] - moved <= upper[i] + slack;
    }
    return found;
}

#if PT_HAS_VARIANTS
/* All sixteen lanes are stored, which is faster than storing only those that count. */
PT_TARGET_V4 INLINED size_t list_lanes(__mmask16 lanes, size_t first, int32_t *listed,
                                       size_t found) {
    __m512i numbers = _mm512_add_epi32(
        _mm512_set1_epi32((int32_t)first),
        _mm512_set_epi32(15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0));
    _mm512_storeu_si512(listed + found, _mm512_maskz_compress_epi32(lanes, numbers));
    return found + (size_t)__builtin_popcount(lanes);
}

PT_TARGET_V4 static size_t points_in_doubt_v4(size_t count, const int32_t *labels,
                                              const float *upper, const float *moved, float slack,
                                              size_t groups, const float *lower,
                                              const float *group_moved, int32_t *listed) {
    size_t found = 0;
    size_t i = 0;
    for (; i + LANES <= count; i += LANES) {
        __m512i label = _mm512_max_epi32(_mm512_loadu_si512(labels + i), _mm512_setzero_si512());
        __m512 bound = _mm512_add_ps(
            _mm512_add_ps(_mm512_loadu_ps(upper + i), _mm512_i32gather_ps(label, moved, 4)),
            _mm512_set1_ps(slack));
        __m512 smallest = _mm512_set1_ps(__builtin_inff());
        for (size_t group = 0; group < groups; group++)
            smallest = _mm512_min_ps(
                smallest, _mm512_sub_ps(_mm512_loadu_ps(lower + group * count + i),
                                        _mm512_set1_ps(group_moved[group])));
        found = list_lanes(_mm512_cmp_ps_mask(bound, smallest, _CMP_NLT_UQ), i, listed, found);
    }
    return points_in_doubt(i, count, labels, upper, moved, slack, groups, lower, group_moved,
                           listed, found);
}

PT_TARGET_V4 static size_t slots_in_doubt_v4(size_t count, const int32_t *points,
                                             const float *lower, float moved, const float *upper,
                                             float slack, int32_t *listed) {
    size_t found = 0;
    size_t i = 0;
    for (; i + LANES <= count; i += LANES) {
        __m512 bound = _mm512_sub_ps(
            _mm512_i32gather_ps(_mm512_loadu_si512(points + i), lower, 4), _mm512_set1_ps(moved));
        __m512 distance = _mm512_add_ps(_mm512_loadu_ps(upper + i), _mm512_set1_ps(slack));
        found = list_lanes(_mm512_cmp_ps_mask(bound, distance, _CMP_LE_OQ), i, listed, found);
    }
    return slots_in_doubt(i, count, points, lower, moved, upper, slack, listed, found);
}
#endif

size_t pt_points_in_doubt(int32_t variant, size_t count, const int32_t *labels,
                          const float *upper, const float *moved, float slack, size_t groups,
                          const float *lower, const float *group_moved, int32_t *listed) {
#if PT_HAS_VARIANTS
    if (variant == PT_KERNEL_X86_64_V4)
        return points_in_doubt_v4(count, labels, upper, moved, slack, groups, lower, group_moved,
                                  listed);
#endif
    (void)variant;
    return points_in_doubt(0, count, labels, upper, moved, slack, groups, lower, group_moved,
                           listed, 0);
}

size_t pt_slots_in_doubt(int32_t variant, size_t count, const int32_t *points, const float *lower,
                         float moved, const float *upper, float slack, int32_t *listed) {
#if PT_HAS_VARIANTS
    if (variant == PT_KERNEL_X86_64_V4)
        return slots_in_doubt_v4(count, points, lower, moved, upper, slack, listed);
#endif
    (void)variant;
    return slots_in_doubt(0, count, points, lower, moved, upper, slack, listed, 0);
}
