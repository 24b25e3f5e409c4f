#include "CLinearAlgebra.h"
#include "Variants.h"

/* Sixteen floats, and the same in double precision; the compiler splits them. */
typedef float lanes __attribute__((vector_size(64), aligned(4), may_alias));
typedef double wide __attribute__((vector_size(128), aligned(8), may_alias));
/* Rows that are taken together, so that they stay in the first-level cache. */
enum { LANES = 16, MOST_ROWS = 8, CACHED_ROWS = 256, CONVERTED_ROWS = 64 };

/* Sixteen columns of `tile` rows of Q^T Z, in registers. `tile` is a constant wherever this is
   inlined. */
INLINED void coefficient_tile(size_t tile, size_t rows, size_t width, const float *q, size_t z_width,
                              const float *z, float *sums) {
    lanes parts[MOST_ROWS];
    for (size_t i = 0; i < tile; i++) parts[i] = *(const lanes *)(sums + i * z_width);
    for (size_t row = 0; row < rows; row++) {
        lanes values = *(const lanes *)(z + row * z_width);
#pragma clang loop unroll(full)
        for (size_t i = 0; i < tile; i++) parts[i] += q[row * width + i] * values;
    }
    for (size_t i = 0; i < tile; i++) *(lanes *)(sums + i * z_width) = parts[i];
}

INLINED void block_coefficients(size_t tile, size_t rows, size_t width, size_t blocks,
                                const float *q, size_t block_stride, size_t z_width,
                                const float *z, float *sums) {
    for (size_t start = 0; start < rows; start += CACHED_ROWS) {
        size_t count = rows - start < CACHED_ROWS ? rows - start : CACHED_ROWS;
        for (size_t block = 0; block < blocks; block++)
            for (size_t column = 0; column < width; column += tile)
                for (size_t group = 0; group < z_width; group += LANES)
                    coefficient_tile(tile, count, width,
                                     q + block * block_stride + start * width + column, z_width,
                                     z + start * z_width + group,
                                     sums + (block * width + column) * z_width + group);
    }
}

/* Sixteen columns of `tile` rows of out + Q C for one block Q. */
INLINED void add_tile(size_t tile, size_t width, const float *q, const float *c,
                      int32_t accumulate, size_t out_width, float *out) {
    lanes sums[MOST_ROWS];
    for (size_t i = 0; i < tile; i++)
        sums[i] = accumulate ? *(const lanes *)(out + i * out_width) : (lanes){0};
    for (size_t j = 0; j < width; j++) {
        lanes values = *(const lanes *)(c + j * out_width);
#pragma clang loop unroll(full)
        for (size_t i = 0; i < tile; i++) sums[i] += q[i * width + j] * values;
    }
    for (size_t i = 0; i < tile; i++) *(lanes *)(out + i * out_width) = sums[i];
}

/* Block after block, each read from its beginning to its end, while the rows of out stay in
   cache. */
INLINED void block_add(size_t tile, size_t rows, size_t width, size_t blocks, const float *q,
                       size_t block_stride, const float *c, int32_t accumulate, size_t out_width,
                       float *out) {
    for (size_t start = 0; start < rows; start += CACHED_ROWS) {
        size_t end = rows - start < CACHED_ROWS ? rows : start + CACHED_ROWS;
        for (size_t block = 0; block < blocks; block++) {
            const float *source = q + block * block_stride, *factors = c + block * width * out_width;
            int32_t keep = accumulate || block > 0;
            size_t row = start;
            for (; row + tile <= end; row += tile)
                for (size_t group = 0; group < out_width; group += LANES)
                    add_tile(tile, width, source + row * width, factors + group, keep, out_width,
                             out + row * out_width + group);
            for (; row < end; row++)
                for (size_t group = 0; group < out_width; group += LANES)
                    add_tile(1, width, source + row * width, factors + group, keep, out_width,
                             out + row * out_width + group);
        }
    }
}

/* Sixteen columns of `tile` rows of Z^T Z. */
INLINED void gram_tile(size_t tile, size_t rows, const double *left, const double *right,
                       size_t width, double *sums) {
    wide parts[MOST_ROWS];
    for (size_t i = 0; i < tile; i++) parts[i] = *(const wide *)(sums + i * width);
    for (size_t row = 0; row < rows; row++) {
        wide values = *(const wide *)(right + row * LANES);
#pragma clang loop unroll(full)
        for (size_t i = 0; i < tile; i++) parts[i] += left[row * LANES + i] * values;
    }
    for (size_t i = 0; i < tile; i++) *(wide *)(sums + i * width) = parts[i];
}

INLINED void convert_rows(size_t rows, size_t width, const float *z, double *converted) {
    for (size_t row = 0; row < rows; row++)
        *(wide *)(converted + row * LANES) =
            __builtin_convertvector(*(const lanes *)(z + row * width), wide);
}

INLINED void block_gram(size_t tile, size_t rows, size_t width, const float *z, double *sums) {
    double left[CONVERTED_ROWS * LANES], right[CONVERTED_ROWS * LANES];
    for (size_t start = 0; start < rows; start += CONVERTED_ROWS) {
        size_t count = rows - start < CONVERTED_ROWS ? rows - start : CONVERTED_ROWS;
        for (size_t i = 0; i < width; i += LANES) {
            convert_rows(count, width, z + start * width + i, left);
            for (size_t j = i; j < width; j += LANES) {
                if (j > i) convert_rows(count, width, z + start * width + j, right);
                for (size_t row = 0; row < LANES; row += tile)
                    gram_tile(tile, count, left + row, j > i ? right : left, width,
                              sums + (i + row) * width + j);
            }
        }
    }
}

#define COLUMN_BLOCKS(variant, attributes, vectors)                                               \
    attributes static void coefficients_##variant(                                                \
        size_t rows, size_t width, size_t blocks, const float *q, size_t block_stride,            \
        size_t z_width, const float *z, float *sums) {                                            \
        block_coefficients(vectors, rows, width, blocks, q, block_stride, z_width, z, sums);      \
    }                                                                                             \
    attributes static void add_##variant(                                                         \
        size_t rows, size_t width, size_t blocks, const float *q, size_t block_stride,            \
        const float *c, int32_t accumulate, size_t out_width, float *out) {                       \
        block_add(vectors, rows, width, blocks, q, block_stride, c, accumulate, out_width, out);  \
    }                                                                                             \
    attributes static void gram_##variant(size_t rows, size_t width, const float *z,              \
                                          double *sums) {                                         \
        block_gram(vectors / 2, rows, width, z, sums);                                            \
    }

FOR_EACH_VARIANT(COLUMN_BLOCKS)

void pt_block_coefficients(int32_t variant, size_t rows, size_t width, size_t blocks,
                           const float *q, size_t block_stride, size_t z_width, const float *z,
                           float *sums) {
    DISPATCH(variant, coefficients, rows, width, blocks, q, block_stride, z_width, z, sums);
}

void pt_block_add(int32_t variant, size_t rows, size_t width, size_t blocks, const float *q,
                  size_t block_stride, const float *c, int32_t accumulate, size_t out_width,
                  float *out) {
    DISPATCH(variant, add, rows, width, blocks, q, block_stride, c, accumulate, out_width, out);
}

void pt_block_gram(int32_t variant, size_t rows, size_t width, const float *z, double *sums) {
    DISPATCH(variant, gram, rows, width, z, sums);
}
