#ifndef PAPERTRENDS_CLINEARALGEBRA_H
#define PAPERTRENDS_CLINEARALGEBRA_H

#include <stdint.h>

/* Row-major C = alpha op(A) op(B) + beta C. op(A) is rows x inner, op(B) inner x columns.
   strides are the distances between rows in memory. transpose flags are 0 or 1. */
void pt_sgemm(int32_t transpose_a, int32_t transpose_b, int32_t rows, int32_t columns,
              int32_t inner, float alpha, const float *a, int32_t a_stride, const float *b,
              int32_t b_stride, float beta, float *c, int32_t c_stride);

/* The number of threads that the loaded BLAS uses, or 0 where it has no such control. */
int32_t pt_blas_threads(void);
void pt_set_blas_threads(int32_t count);

#endif
