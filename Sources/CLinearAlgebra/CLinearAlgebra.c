#include "CLinearAlgebra.h"

#if defined(__APPLE__)
#define ACCELERATE_NEW_LAPACK
#include <Accelerate/Accelerate.h>
#define FORTRAN_LENGTH(count)
#else
enum {
    CblasRowMajor = 101,
    CblasNoTrans = 111,
    CblasTrans = 112,
    CblasUpper = 121
};
extern void cblas_sgemm(int, int, int, int, int, int, float, const float *, int, const float *,
                        int, float, float *, int);
extern void cblas_dsyrk(int, int, int, int, int, double, const double *, int, double, double *,
                        int);
extern void sgeqrf_(const int *, const int *, float *, const int *, float *, float *, const int *,
                    int *);
extern void sorgqr_(const int *, const int *, const int *, float *, const int *, const float *,
                    float *, const int *, int *);
/* A trailing size_t is Fortran's hidden length of a character argument. */
extern void sgesdd_(const char *, const int *, const int *, float *, const int *, float *, float *,
                    const int *, float *, const int *, float *, const int *, int *, int *, size_t);
extern void dsyevd_(const char *, const char *, const int *, double *, const int *, double *,
                    double *, const int *, int *, const int *, int *, size_t, size_t);
#define FORTRAN_LENGTH(count) , (size_t)(count)
/* Weak: the reference BLAS has no thread control. */
extern void openblas_set_num_threads(int) __attribute__((weak));
extern int openblas_get_num_threads(void) __attribute__((weak));
extern int blas_thread_shutdown_(void) __attribute__((weak));
#endif

void pt_sgemm(int32_t transpose_a, int32_t transpose_b, int32_t rows, int32_t columns,
              int32_t inner, float alpha, const float *a, int32_t a_stride, const float *b,
              int32_t b_stride, float beta, float *c, int32_t c_stride) {
    cblas_sgemm(CblasRowMajor, transpose_a ? CblasTrans : CblasNoTrans,
                transpose_b ? CblasTrans : CblasNoTrans, rows, columns, inner, alpha, a, a_stride,
                b, b_stride, beta, c, c_stride);
}

void pt_dsyrk(int32_t order, int32_t rows, const double *a, double beta, double *c) {
    cblas_dsyrk(CblasRowMajor, CblasUpper, CblasTrans, order, rows, 1.0, a, order, beta, c,
                order);
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

void pt_end_blas_threads(void) {
#if !defined(__APPLE__)
    /* In this order: setting the number when the threads are gone would start them again. */
    if (openblas_set_num_threads) openblas_set_num_threads(1);
    if (openblas_set_num_threads && blas_thread_shutdown_) blas_thread_shutdown_();
#endif
}

int32_t pt_sgeqrf(int32_t rows, int32_t columns, float *a, float *tau, float *work,
                  int32_t work_count) {
    int32_t info = 0;
    sgeqrf_(&rows, &columns, a, &rows, tau, work, &work_count, &info);
    return info;
}

int32_t pt_sorgqr(int32_t rows, int32_t columns, int32_t reflectors, float *a, const float *tau,
                  float *work, int32_t work_count) {
    int32_t info = 0;
    sorgqr_(&rows, &columns, &reflectors, a, &rows, tau, work, &work_count, &info);
    return info;
}

int32_t pt_sgesdd(int32_t rows, int32_t columns, float *a, float *singular_values, float *u,
                  float *vt, float *work, int32_t work_count, int32_t *integer_work) {
    int32_t info = 0;
    int32_t smaller = rows < columns ? rows : columns;
    sgesdd_("S", &rows, &columns, a, &rows, singular_values, u, &rows, vt, &smaller, work,
            &work_count, integer_work, &info FORTRAN_LENGTH(1));
    return info;
}

int32_t pt_dsyevd(int32_t order, double *a, double *values, double *work, int32_t work_count,
                  int32_t *integer_work, int32_t integer_work_count) {
    int32_t info = 0;
    dsyevd_("V", "L", &order, a, &order, values, work, &work_count, integer_work,
            &integer_work_count, &info FORTRAN_LENGTH(1) FORTRAN_LENGTH(1));
    return info;
}
