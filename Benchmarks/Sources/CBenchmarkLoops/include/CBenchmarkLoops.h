#ifndef PAPERTRENDS_CBENCHMARKLOOPS_H
#define PAPERTRENDS_CBENCHMARKLOOPS_H

#include <stddef.h>
#include <stdint.h>

/* The columns of the dense matrices that bm_gather reads and writes. */
enum { BM_GATHER_WIDTH = 32 };

/* Nothing but the memory access of a sparse product: for each row, the rows of `source` that its
   entries name, weighted, summed in registers, two sums in turn, and written to (or added to) `out`
   once. `ahead` is how many entries ahead rows are fetched, or 0. */
void bm_gather(size_t rows, const int32_t *offsets, const int32_t *indices, const float *values,
               const float *source, size_t ahead, int32_t accumulate, float *out);

/* Nothing but the classification of bytes: how many runs of bytes with a nonzero class there are. */
size_t bm_count_runs(const uint8_t *bytes, size_t count, const uint8_t *classes);

/* The barest tokenizer: runs of bytes with a nonzero class, which is the byte in lower case, packed
   eight to a word and hashed. Returns the number of runs, and mixes all hashes into `hash`. */
size_t bm_hash_runs(const uint8_t *bytes, size_t count, const uint8_t *classes, uint64_t *hash);

/* Calls `body`. The name is what an instruction counter switches on and off. */
void bm_counted(void (*body)(void *), void *context);

#endif
