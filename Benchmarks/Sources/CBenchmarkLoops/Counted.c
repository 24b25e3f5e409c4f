#include "CBenchmarkLoops.h"

__attribute__((noinline)) void bm_counted(void (*body)(void *), void *context) {
    body(context);
    /* Keeps the call from becoming a jump, which would leave this function before `body` ends. */
    __asm__ volatile("" ::: "memory");
}
