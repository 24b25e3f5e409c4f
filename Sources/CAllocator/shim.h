// The C library's allocator beyond the C standard, which the Glibc module leaves out.
#if defined(__linux__)
#include <malloc.h>
#endif
