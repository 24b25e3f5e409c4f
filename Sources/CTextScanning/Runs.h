#ifndef PAPERTRENDS_RUNS_H
#define PAPERTRENDS_RUNS_H

#include "Groups.h"

/* Where runs of bytes begin and end, found a stretch of text at a time. */
enum { STRETCH = 8 };
struct places {
    size_t count;
    uint32_t of[STRETCH * GROUP + 1 + PT_RUN_SLACK];
};
struct runs {
    uint64_t before;
    struct places starts, ends;
};

INLINED void begin_runs(struct runs *runs) {
    runs->before = 0;
    runs->starts.count = runs->ends.count = 0;
}

INLINED void add_places(struct places *places, uint64_t bits, size_t base) {
    places->count =
        (size_t)(flatten(bits, (uint32_t)base, places->of + places->count) - places->of);
}

/* Adds a group: which of its bytes are in runs, and which of these begin one wherever they stand. */
INLINED void add_group(struct runs *runs, uint64_t inside, uint64_t breaks, size_t base) {
    uint64_t behind = inside << 1 | runs->before;
    runs->before = inside >> 63;
    add_places(&runs->starts, (inside & ~behind) | breaks, base);
    add_places(&runs->ends, behind & (~inside | breaks), base);
}

/* Forgets the runs that have ended; one that has not begins the next stretch. */
INLINED void end_stretch(struct runs *runs) {
    runs->starts.of[0] = runs->starts.of[runs->ends.count];
    runs->starts.count -= runs->ends.count;
    runs->ends.count = 0;
}

enum { CHUNK = 8 };

/* Masks of so many first bytes of a chunk, counted from CHUNK on; a look-up, since a comparison
   would be a branch that nobody can predict. */
#define FIRST(count) (~(uint64_t)0 >> (64 - 8 * (count)))
static const uint64_t first_bytes[3 * CHUNK + 1] = {
    [CHUNK + 1] = FIRST(1), FIRST(2), FIRST(3), FIRST(4), FIRST(5), FIRST(6), FIRST(7), FIRST(8),
    FIRST(8), FIRST(8), FIRST(8), FIRST(8), FIRST(8), FIRST(8), FIRST(8), FIRST(8),
};

/* At most eight bytes as a number, the first one lowest. */
INLINED uint64_t load_chunk(const uint8_t *bytes, size_t rest) {
    uint64_t chunk = 0;
    if (rest >= CHUNK) {
        memcpy(&chunk, bytes, CHUNK);
    } else if (rest > 0) {
        memcpy(&chunk, bytes, rest);
    }
    return chunk;
}

#endif
