#include "CLinearAlgebra.h"
#include "Variants.h"

enum { LANES = PT_PANEL_LANES };
/* How many points ahead rows are fetched that do not follow each other. */
enum { AHEAD = 16 };
typedef float lanes __attribute__((vector_size(64), aligned(4), may_alias));
typedef int32_t mask __attribute__((vector_size(64)));
typedef double wide_lanes __attribute__((vector_size(128)));

/* The products of `count` rows with the rows of one panel. Entry `column` of row r is at
   rows[r][column * step]; count and step are constants wherever this is inlined. */
INLINED void panel_products(size_t count, size_t width, const float *panel,
                            const float *const *rows, size_t step, lanes *products) {
    for (size_t row = 0; row < count; row++) products[row] = (lanes){0};
    for (size_t column = 0; column < width; column++) {
        lanes values = *(const lanes *)(panel + column * LANES);
#pragma clang loop unroll(full)
        for (size_t row = 0; row < count; row++)
            products[row] += values * rows[row][column * step];
    }
}

/* Distances of one panel of points to `count` candidates, a constant wherever this is inlined. */
INLINED void few_distances(size_t count, size_t width, const float *points, const float *norms,
                           const float *candidates, const float *candidate_norms, float *squared,
                           size_t stride) {
    const float *rows[LANES];
    lanes products[LANES];
    for (size_t row = 0; row < count; row++) rows[row] = candidates + row;
    panel_products(count, width, points, rows, LANES, products);
    for (size_t row = 0; row < count; row++) {
        lanes distance = (*(const lanes *)norms + candidate_norms[row]) - 2 * products[row];
        *(lanes *)(squared + row * stride) = (lanes)((mask)distance & (distance > 0));
    }
}

INLINED void panel_distances(size_t together, size_t panels, size_t width, const float *points,
                             const float *norms, size_t count, const float *candidates,
                             const float *candidate_norms, float *squared, size_t stride) {
    for (size_t panel = 0; panel < panels; panel++) {
        size_t first = 0;
        while (first < count) {
            size_t taken = count - first < together ? count - first : together;
#define FEW(n)                                                                                    \
    few_distances(n, width, points + panel * width * LANES, norms + panel * LANES,                \
                  candidates + first, candidate_norms + first,                                    \
                  squared + first * stride + panel * LANES, stride)
            switch (taken) {
            case 1: FEW(1); break;
            case 2: FEW(2); break;
            case 3: FEW(3); break;
            case 4: FEW(4); break;
            case 5: FEW(5); break;
            case 6: FEW(6); break;
            case 7: FEW(7); break;
            default: FEW(8);
            }
#undef FEW
            first += taken;
        }
    }
}

INLINED void panel_norms(size_t panels, size_t width, const float *points, float *norms) {
    for (size_t panel = 0; panel < panels; panel++) {
        const float *values = points + panel * width * LANES;
        lanes sum = {0};
        for (size_t column = 0; column < width; column++) {
            lanes value = *(const lanes *)(values + column * LANES);
            sum += value * value;
        }
        *(lanes *)(norms + panel * LANES) = sum;
    }
}

INLINED double minimum_sum(size_t panels, const float *a, const float *b) {
    wide_lanes sum = {0};
    for (size_t panel = 0; panel < panels; panel++) {
        lanes left = *(const lanes *)(a + panel * LANES);
        lanes right = *(const lanes *)(b + panel * LANES);
        mask less = left < right;
        lanes smaller = (lanes)(((mask)left & less) | ((mask)right & ~less));
        sum += __builtin_convertvector(smaller, wide_lanes);
    }
    double total = 0;
    for (size_t lane = 0; lane < LANES; lane++) total += sum[lane];
    return total;
}

INLINED void panel_scores(size_t together, size_t width, const float *panel, const float *norms,
                          size_t count, const int32_t *slots, const int32_t *ids,
                          const float *points, const int32_t *excluded, int32_t first_id,
                          float *scores, float *minima, float *smallest) {
    const mask own = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
    const lanes infinity = (lanes){0} + __builtin_inff();
    for (size_t first = 0; first < count; first += together) {
        const float *rows[LANES];
        lanes products[LANES];
        for (size_t row = 0; row < together; row++)
            rows[row] =
                points + (size_t)ids[slots[first + row < count ? first + row : first]] * width;
        panel_products(together, width, panel, rows, 1, products);
        for (size_t row = 0; row < together && first + row < count; row++) {
            int32_t slot = slots[first + row];
            lanes score = *(const lanes *)norms - 2 * products[row];
            *(lanes *)(scores + (size_t)slot * LANES) = score;
            mask is_own = own == excluded[slot] - first_id;
            float others[LANES];
            *(lanes *)others = (lanes)(((mask)infinity & is_own) | ((mask)score & ~is_own));
            for (size_t half = LANES / 2; half > 0; half /= 2)
                for (size_t lane = 0; lane < half; lane++)
                    others[lane] =
                        others[lane] < others[lane + half] ? others[lane] : others[lane + half];
            minima[slot] = others[0];
            smallest[slot] = others[0] < smallest[slot] ? others[0] : smallest[slot];
        }
    }
}

INLINED void row_scores(size_t count, size_t width, const int32_t *ids, const float *points,
                        const int32_t *others, const float *centroids, const float *norms,
                        float *scores) {
    for (size_t slot = 0; slot < count; slot++) {
        const float *point = points + (size_t)ids[slot] * width;
        const float *ahead = points + (size_t)ids[slot + AHEAD < count ? slot + AHEAD : slot] * width;
        for (size_t column = 0; column < width; column += LANES)
            __builtin_prefetch(ahead + column);
        const float *centroid = centroids + (size_t)others[slot] * width;
        lanes sums = {0};
        size_t column = 0;
        for (; column + LANES <= width; column += LANES)
            sums += *(const lanes *)(point + column) * *(const lanes *)(centroid + column);
        float product = 0;
        for (; column < width; column++) product += point[column] * centroid[column];
        for (size_t half = LANES / 2; half > 0; half /= 2)
            for (size_t lane = 0; lane < half; lane++) sums[lane] += sums[lane + half];
        product += sums[0];
        scores[slot] = norms[others[slot]] - 2 * product;
    }
}

#define KERNELS(variant, attributes, together)                                                    \
    attributes static void panel_distances_##variant(                                             \
        size_t panels, size_t width, const float *points, const float *norms, size_t count,       \
        const float *candidates, const float *candidate_norms, float *squared, size_t stride) {   \
        panel_distances(together, panels, width, points, norms, count, candidates,                \
                        candidate_norms, squared, stride);                                        \
    }                                                                                             \
    attributes static void panel_norms_##variant(size_t panels, size_t width,                     \
                                                 const float *points, float *norms) {             \
        panel_norms(panels, width, points, norms);                                                \
    }                                                                                             \
    attributes static double minimum_sum_##variant(size_t panels, const float *a,                 \
                                                   const float *b) {                              \
        return minimum_sum(panels, a, b);                                                         \
    }                                                                                             \
    attributes static void panel_scores_##variant(                                                \
        size_t width, const float *panel, const float *norms, size_t count, const int32_t *slots, \
        const int32_t *ids, const float *points, const int32_t *excluded, int32_t first_id,       \
        float *scores, float *minima, float *smallest) {                                          \
        panel_scores(together, width, panel, norms, count, slots, ids, points, excluded,          \
                     first_id, scores, minima, smallest);                                                 \
    }                                                                                             \
    attributes static void row_scores_##variant(                                                  \
        size_t count, size_t width, const int32_t *ids, const float *points,                      \
        const int32_t *others, const float *centroids, const float *norms, float *scores) {       \
        row_scores(count, width, ids, points, others, centroids, norms, scores);                  \
    }

FOR_EACH_VARIANT(KERNELS)

void pt_panel_distances(int32_t variant, size_t panels, size_t width, const float *points,
                        const float *norms, size_t count, const float *candidates,
                        const float *candidate_norms, float *squared, size_t stride) {
    DISPATCH(variant, panel_distances, panels, width, points, norms, count, candidates,
             candidate_norms, squared, stride);
}

void pt_panel_norms(int32_t variant, size_t panels, size_t width, const float *points,
                    float *norms) {
    DISPATCH(variant, panel_norms, panels, width, points, norms);
}

double pt_panel_minimum_sum(int32_t variant, size_t panels, const float *a, const float *b) {
    double sum = 0;
    DISPATCH(variant, sum = minimum_sum, panels, a, b);
    return sum;
}

void pt_panel_scores(int32_t variant, size_t width, const float *panel, const float *norms,
                     size_t count, const int32_t *slots, const int32_t *ids, const float *points,
                     const int32_t *excluded, int32_t first_id, float *scores, float *minima,
                     float *smallest) {
    DISPATCH(variant, panel_scores, width, panel, norms, count, slots, ids, points, excluded,
             first_id, scores, minima, smallest);
}

void pt_row_scores(int32_t variant, size_t count, size_t width, const int32_t *ids,
                   const float *points, const int32_t *others, const float *centroids,
                   const float *norms, float *scores) {
    DISPATCH(variant, row_scores, count, width, ids, points, others, centroids, norms, scores);
}
