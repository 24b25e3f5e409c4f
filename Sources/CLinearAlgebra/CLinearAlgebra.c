#include "CLinearAlgebra.h"

#include <stddef.h>

#if defined(__APPLE__)
#define ACCELERATE_NEW_LAPACK
#include <Accelerate/Accelerate.h>
#else
enum { CblasRowMajor = 101, CblasNoTrans = 111, CblasTrans = 112 };
extern void cblas_sgemm(int, int, int, int, int, int, float, const float *, int, const float *,
                        int, float, float *, int);
/* Weak: the reference BLAS has no thread control. */
extern void openblas_set_num_threads(int) __attribute__((weak));
extern int openblas_get_num_threads(void) __attribute__((weak));
#endif

void pt_sgemm(int32_t transpose_a, int32_t transpose_b, int32_t rows, int32_t columns,
              int32_t inner, float alpha, const float *a, int32_t a_stride, const float *b,
              int32_t b_stride, float beta, float *c, int32_t c_stride) {
    cblas_sgemm(CblasRowMajor, transpose_a ? CblasTrans : CblasNoTrans,
                transpose_b ? CblasTrans : CblasNoTrans, rows, columns, inner, alpha, a, a_stride,
                b, b_stride, beta, c, c_stride);
}

int32_t pt_blas_threads(void) {
#if defined(__APPLE__)
    return 0;
#else
    return openblas_get_num_threads ? openblas_get_num_threads() : 0;
#endif
}

void pt_set_blas_threads(int32_t count) {
#if !defined(__APPLE__)
    if (openblas_set_num_threads) openblas_set_num_threads(count);
#else
    (void)count;
#endif
}
