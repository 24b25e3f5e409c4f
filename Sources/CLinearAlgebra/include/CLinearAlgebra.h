#ifndef PAPERTRENDS_CLINEARALGEBRA_H
#define PAPERTRENDS_CLINEARALGEBRA_H

#include <stddef.h>
#include <stdint.h>

/* Row-major C = alpha op(A) op(B) + beta C. op(A) is rows x inner, op(B) inner x columns.
   strides are the distances between rows in memory. transpose flags are 0 or 1. */
void pt_sgemm(int32_t transpose_a, int32_t transpose_b, int32_t rows, int32_t columns,
              int32_t inner, float alpha, const float *a, int32_t a_stride, const float *b,
              int32_t b_stride, float beta, float *c, int32_t c_stride);

/* The upper triangle of the row-major order x order matrix C = A^T A + beta C, A rows x order. */
void pt_dsyrk(int32_t order, int32_t rows, const double *a, double beta, double *c);

/* The number of threads that the loaded BLAS uses, or 0 where it has no such control. */
int32_t pt_blas_threads(void);
void pt_set_blas_threads(int32_t count);
/* One thread from now on, and an end to those that the BLAS started when it was loaded. */
void pt_end_blas_threads(void);

/* LAPACK, column-major. Each call returns LAPACK's info; with work_count (and integer_work_count)
   -1 it only writes the workspace sizes to work[0] (and integer_work[0]). */

/* Householder QR of the rows x columns matrix a, in place, and the reflectors' product. */
int32_t pt_sgeqrf(int32_t rows, int32_t columns, float *a, float *tau, float *work,
                  int32_t work_count);
int32_t pt_sorgqr(int32_t rows, int32_t columns, int32_t reflectors, float *a, const float *tau,
                  float *work, int32_t work_count);

/* The thin singular value decomposition; a is overwritten; integer_work has 8 min(rows, columns). */
int32_t pt_sgesdd(int32_t rows, int32_t columns, float *a, float *singular_values, float *u,
                  float *vt, float *work, int32_t work_count, int32_t *integer_work);

/* Eigenvalues (ascending) and eigenvectors (in the columns of a) of a symmetric matrix, of which
   the column-major lower triangle is read. */
int32_t pt_dsyevd(int32_t order, double *a, double *values, double *work, int32_t work_count,
                  int32_t *integer_work, int32_t integer_work_count);

/* The instruction sets that our kernels are compiled for. */
enum { PT_KERNEL_BASELINE = 0, PT_KERNEL_X86_64_V3 = 1, PT_KERNEL_X86_64_V4 = 2 };

/* The best kernel that this processor runs, and whether it runs a given one. */
int32_t pt_kernel_variant(void);
int32_t pt_kernel_variant_is_supported(int32_t variant);

/* Row i of the output, for i in 0..<count, is

     sum over e in offsets[i]..<offsets[i + 1] of values[e] * source[indices[e]]

   with rows of `width` floats, contiguous in source and out. Entries are added in ascending order
   of e, each column on its own, so an output row depends on nothing but its entries and the
   source. */
void pt_gather_rows(int32_t variant, size_t count, const int32_t *offsets, const int32_t *indices,
                    const float *values, const float *source, size_t width, float *out);

/* Such sums for widths that are multiples of PT_PANEL_LANES, in shorter chains of additions: each
   fourth (with 32 columns each second) entry into a sum of its own, then the sums together. So an
   output row still depends on nothing but its entries and the source, and takes less time, but it
   has not the bits of pt_gather_rows. Row i goes to row ids[i] of the output, or to row i where ids
   is null, and is added to what is there if `accumulate` is 1. `indices` are of type uint16_t if
   `narrow` is 1, of type int32_t if it is 0. */
void pt_gather_chained_rows(int32_t variant, size_t count, const int32_t *ids,
                            const int32_t *offsets, const void *indices, int32_t narrow,
                            const float *values, const float *source, size_t width,
                            int32_t accumulate, float *out);

/* Blocks of columns of a tall matrix Q: block b begins at q + b * block_stride and has rows of
   `width` floats. Here all widths are multiples of PT_PANEL_LANES; sums run over rows, or over
   columns of Q, in ascending order. */

/* sums += Q^T Z, with Q of rows x (blocks * width), Z of rows x z_width. */
void pt_block_coefficients(int32_t variant, size_t rows, size_t width, size_t blocks,
                           const float *q, size_t block_stride, size_t z_width, const float *z,
                           float *sums);

/* out = Q C + [accumulate ? out : 0], with C of (blocks * width) x out_width. */
void pt_block_add(int32_t variant, size_t rows, size_t width, size_t blocks, const float *q,
                  size_t block_stride, const float *c, int32_t accumulate, size_t out_width,
                  float *out);

/* sums += Z^T Z in double precision, where a column is not below the row's group of
   PT_PANEL_LANES; sums is width x width. */
void pt_block_gram(int32_t variant, size_t rows, size_t width, const float *z, double *sums);

/* Rows of a dense matrix in panels: PT_PANEL_LANES rows to a panel, stored column by column, so
   that entry (row, column) of a panel is at column * PT_PANEL_LANES + row. Sums run over the columns
   in order, one lane a row, so a result depends on its two rows alone, and the product of a row and
   its copy has the bits of the row's norm. */
enum { PT_PANEL_LANES = 16 };

/* squared[c * stride + p] = max(0, norms[p] + candidate_norms[c] - 2 points[p] . candidates[c])
   for all rows p of `panels` panels and the first `count` rows c of one panel of candidates. */
void pt_panel_distances(int32_t variant, size_t panels, size_t width, const float *points,
                        const float *norms, size_t count, const float *candidates,
                        const float *candidate_norms, float *squared, size_t stride);

/* The squared norm of each row of the panels. */
void pt_panel_norms(int32_t variant, size_t panels, size_t width, const float *points,
                    float *norms);

/* The sum of min(a[i], b[i]) over `panels` panels' rows, in PT_PANEL_LANES lanes that are added in
   order. */
double pt_panel_minimum_sum(int32_t variant, size_t panels, const float *a, const float *b);

/* For each i in 0..<count, with slot = slots[i], point = row ids[slot] of the row-major points and
   the 16 rows c of one panel:

     scores[slot * PT_PANEL_LANES + c] = norms[c] - 2 point . c
     minima[slot] = the smallest of these but that of c = excluded[slot] - first_id, if there is one
     smallest[slot] = the smaller of it and smallest[slot] */
void pt_panel_scores(int32_t variant, size_t width, const float *panel, const float *norms,
                     size_t count, const int32_t *slots, const int32_t *ids, const float *points,
                     const int32_t *excluded, int32_t first_id, float *scores, float *minima,
                     float *smallest);

/* scores[i] = norms[others[i]] - 2 (row ids[i] of points) . (row others[i] of centroids), both
   row-major. */
void pt_row_scores(int32_t variant, size_t count, size_t width, const int32_t *ids,
                   const float *points, const int32_t *others, const float *centroids,
                   const float *norms, float *scores);

/* The lists below may write this many numbers behind their last one. */
enum { PT_LIST_PADDING = 16 };

/* Lists i in 0..<count, ascending, unless upper[i] + moved[max(0, labels[i])] + slack is below
   lower[g * count + i] - group_moved[g] for each of the groups g; returns how many there are. */
size_t pt_points_in_doubt(int32_t variant, size_t count, const int32_t *labels,
                          const float *upper, const float *moved, float slack, size_t groups,
                          const float *lower, const float *group_moved, int32_t *listed);

/* Lists i in 0..<count, ascending, for which lower[points[i]] - moved <= upper[i] + slack; returns
   how many there are. */
size_t pt_slots_in_doubt(int32_t variant, size_t count, const int32_t *points, const float *lower,
                         float moved, const float *upper, float slack, int32_t *listed);

/* Nearest neighbours of sparse rows. Numbers below are whole, so sums do not depend on the order of
   additions; what is returned does not depend on the variant. */

/* The k-th largest of `count` numbers, 0 where there are fewer. */
uint32_t pt_kth_largest(int32_t variant, const uint32_t *numbers, size_t count, size_t k);

/* For each of a query's terms, adds weight * posting weight to the sums of the rows in its list:
   entries offsets[column]..<offsets[column + 1] of targets and posting_weights. Sums are modulo
   2^16. */
void pt_add_postings(size_t terms, const int32_t *columns, const uint8_t *weights,
                     const int32_t *offsets, const uint16_t *targets,
                     const uint8_t *posting_weights, uint16_t *sums);

/* The number of sums is a multiple of this. */
enum { PT_POSTING_GROUP = 32 };

/* Brings the sums of `count` rows from first_row on into the k largest so far, kept_sums with their
   rows in ascending order, ties to the smaller row, and clears the sums. Sums below *least do not
   count; it is 0 at first and raised as more is known. maxima has room for `count` numbers,
   found_sums and found_rows for kept + count and one group more. Returns how many are kept. */
size_t pt_take_largest(int32_t variant, uint16_t *sums, size_t count, int32_t first_row, size_t k,
                       size_t kept, uint16_t *kept_sums, int32_t *kept_rows, uint16_t *least,
                       uint16_t *maxima, uint16_t *found_sums, int32_t *found_rows);

/* The product of each of `count` sparse rows with a dense one, summed in Double in eight fixed
   lanes and rounded to float. */
void pt_sparse_products(int32_t variant, size_t count, const int32_t *rows,
                        const int32_t *offsets, const int32_t *columns, const float *values,
                        const float *dense, float *products);

/* What is loaded: the file that a BLAS and a LAPACK routine come from; OpenBLAS's description of
   itself and its kernel. Null where unknown. The strings live as long as the process. */
const char *pt_blas_path(void);
const char *pt_lapack_path(void);
const char *pt_openblas_config(void);
const char *pt_openblas_core_name(void);

#endif
