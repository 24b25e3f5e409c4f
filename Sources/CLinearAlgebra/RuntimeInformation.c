/* dladdr is not in POSIX. */
#define _GNU_SOURCE
#include "CLinearAlgebra.h"

#include <dlfcn.h>

#if defined(__APPLE__)
#define ACCELERATE_NEW_LAPACK
#include <Accelerate/Accelerate.h>
#else
extern void cblas_sgemm(void);
extern void sgesdd_(void);
extern char *openblas_get_config(void) __attribute__((weak));
extern char *openblas_get_corename(void) __attribute__((weak));
#endif

static const char *path_of(const void *address) {
    Dl_info information;
    return dladdr(address, &information) ? information.dli_fname : NULL;
}

const char *pt_blas_path(void) { return path_of((const void *)&cblas_sgemm); }

const char *pt_lapack_path(void) { return path_of((const void *)&sgesdd_); }

const char *pt_openblas_config(void) {
#if defined(__APPLE__)
    return NULL;
#else
    return openblas_get_config ? openblas_get_config() : NULL;
#endif
}

const char *pt_openblas_core_name(void) {
#if defined(__APPLE__)
    return NULL;
#else
    return openblas_get_corename ? openblas_get_corename() : NULL;
#endif
}
