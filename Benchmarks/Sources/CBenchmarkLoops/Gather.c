#include "CBenchmarkLoops.h"

typedef float lanes __attribute__((vector_size(64), aligned(4), may_alias));
enum { LANES = 16 };

#define GATHER(name, attributes)                                                                  \
    attributes static void name(size_t rows, const int32_t *offsets, const int32_t *indices,      \
                                const float *values, const float *source, size_t ahead,           \
                                int32_t accumulate, float *out) {                                 \
        size_t end = (size_t)offsets[rows];                                                       \
        for (size_t row = 0; row < rows; row++) {                                                 \
            float *target = out + row * BM_GATHER_WIDTH;                                          \
            lanes low = {0}, high = {0}, low2 = {0}, high2 = {0};                                 \
            if (accumulate) {                                                                     \
                low = *(const lanes *)target;                                                     \
                high = *(const lanes *)(target + LANES);                                          \
            }                                                                                     \
            size_t entry = (size_t)offsets[row], last = (size_t)offsets[row + 1];                 \
            for (; entry + 2 <= last; entry += 2) {                                               \
                const float *from = source + (size_t)indices[entry] * BM_GATHER_WIDTH;            \
                const float *from2 = source + (size_t)indices[entry + 1] * BM_GATHER_WIDTH;       \
                if (ahead) {                                                                      \
                    for (size_t later = entry + ahead; later < entry + ahead + 2; later++) {      \
                        const float *next = source + (size_t)indices[later < end ? later : entry] *\
                                                         BM_GATHER_WIDTH;                         \
                        __builtin_prefetch(next);                                                 \
                        __builtin_prefetch(next + LANES);                                         \
                    }                                                                             \
                }                                                                                 \
                low += values[entry] * *(const lanes *)from;                                      \
                high += values[entry] * *(const lanes *)(from + LANES);                           \
                low2 += values[entry + 1] * *(const lanes *)from2;                                \
                high2 += values[entry + 1] * *(const lanes *)(from2 + LANES);                     \
            }                                                                                     \
            if (entry < last) {                                                                   \
                const float *from = source + (size_t)indices[entry] * BM_GATHER_WIDTH;            \
                low += values[entry] * *(const lanes *)from;                                      \
                high += values[entry] * *(const lanes *)(from + LANES);                           \
            }                                                                                     \
            *(lanes *)target = low + low2;                                                        \
            *(lanes *)(target + LANES) = high + high2;                                            \
        }                                                                                         \
    }

GATHER(gather_baseline, )
#if defined(__x86_64__) && defined(__linux__)
GATHER(gather_v3, __attribute__((target("arch=x86-64-v3"))))
GATHER(gather_v4, __attribute__((target("arch=x86-64-v4"), min_vector_width(512))))
#endif

void bm_gather(size_t rows, const int32_t *offsets, const int32_t *indices, const float *values,
               const float *source, size_t ahead, int32_t accumulate, float *out) {
#if defined(__x86_64__) && defined(__linux__)
    if (__builtin_cpu_supports("x86-64-v4")) {
        gather_v4(rows, offsets, indices, values, source, ahead, accumulate, out);
        return;
    }
    if (__builtin_cpu_supports("x86-64-v3")) {
        gather_v3(rows, offsets, indices, values, source, ahead, accumulate, out);
        return;
    }
#endif
    gather_baseline(rows, offsets, indices, values, source, ahead, accumulate, out);
}
