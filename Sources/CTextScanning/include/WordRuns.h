#ifndef PAPERTRENDS_WORDRUNS_H
#define PAPERTRENDS_WORDRUNS_H

#include <stddef.h>
#include <stdint.h>

/* Zeros that must stand behind the text, so that whole groups can be loaded. */
enum { PT_TEXT_PADDING = 64 };

/* The longest plain word, in bytes. */
enum { PT_PLAIN_LENGTH = 16 };

/* Room that the positions need behind their last one. */
enum { PT_RUN_SLACK = 12 };

/* The runs of a text: letters and digits of ASCII, bytes beyond it, and hyphens between two of
   them. Run i is starts[i]..<ends[i]. */
typedef struct {
    const uint8_t *bytes;
    size_t count;
    /* Positions, ascending; room for count / 2 + 1 + PT_RUN_SLACK. */
    uint32_t *starts;
    uint32_t *ends;
    /* Bit s is set where a boundary lies between the run that starts at s and the one before it.
       Room for count / 64 + 1 words, as below. */
    uint64_t *boundaries;
    /* Bit e is set where the run that ends at e holds bytes beyond ASCII, or e joins it to what
       follows. */
    uint64_t *specials;
    /* Where the first blank line begins; count where there is none. */
    size_t first_blank_line;
} pt_runs;

/* A plain word: a run of ASCII of at most PT_PLAIN_LENGTH bytes that begins with a letter, has more
   than one byte, and ends where nothing joins it to what follows. */
typedef struct {
    /* The bytes in lower case, padded with zeros. */
    uint64_t first;
    uint64_t second;
    /* Bit i is set where byte i was a capital. */
    uint16_t capitals;
    uint8_t follows_boundary;
    /* Whether a blank line stands somewhere before it. */
    uint8_t follows_blank_line;
} pt_word;

/* Asks for memory that is read soon. */
static inline void pt_prefetch(const void *memory) { __builtin_prefetch(memory); }

/* Finds the runs of a text of less than 2^32 bytes; returns their number. */
size_t pt_find_runs(pt_runs *runs);

/* The words of a text: `count` of them, and the places of the plain ones that have capitals. Both
   have room for one more than `room`, which is as many as there can be. */
typedef struct {
    pt_word *of;
    uint32_t *capitalized;
    size_t room;
    size_t count;
    size_t capitalized_count;
} pt_words;

/* Appends the plain words from a run on, up to the first run that needs a closer look; returns its
   number, or run_count. A run that is no term is a boundary; `*boundary` says whether one lies
   before the first run, and then whether one lies before the run where it stopped, beside that in
   `boundaries`. */
size_t pt_plain_words(const pt_runs *runs, size_t run_count, size_t run, uint8_t *boundary,
                      pt_words *words);

#endif
