#include "CBenchmarkLoops.h"

size_t bm_count_runs(const uint8_t *bytes, size_t count, const uint8_t *classes) {
    size_t runs = 0;
    unsigned before = 0;
    for (size_t index = 0; index < count; index++) {
        unsigned inside = classes[bytes[index]] != 0;
        runs += inside & ~before;
        before = inside;
    }
    return runs;
}

static inline uint64_t mix(uint64_t hash, uint64_t word) {
    unsigned __int128 product = (unsigned __int128)(hash ^ word) * 0xD6E8FEB86659FD93u;
    return (uint64_t)(product >> 64) ^ (uint64_t)product;
}

size_t bm_hash_runs(const uint8_t *bytes, size_t count, const uint8_t *classes, uint64_t *hash) {
    size_t runs = 0, index = 0;
    uint64_t all = *hash;
    while (index < count) {
        uint8_t byte = classes[bytes[index]];
        if (!byte) {
            index++;
            continue;
        }
        uint64_t word = 0, own = 0x9E3779B97F4A7C15u;
        unsigned shift = 0;
        do {
            word |= (uint64_t)byte << shift;
            shift += 8;
            if (shift == 64) {
                own = mix(own, word);
                word = 0;
                shift = 0;
            }
            index++;
        } while (index < count && (byte = classes[bytes[index]]) != 0);
        all ^= mix(own, word);
        runs++;
    }
    *hash = all;
    return runs;
}
