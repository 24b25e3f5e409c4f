#include "CTextScanning.h"
#include "Runs.h"

static const uint64_t seed_of_words = 0xCBF29CE484222325;

/* A product of 128 bits, folded, as in wyhash (Wang Yi 2019). */
INLINED uint64_t folded(uint64_t hash, uint64_t chunk) {
    unsigned __int128 product = (unsigned __int128)(hash ^ chunk) * 0xD6E8FEB86659FD93;
    return (uint64_t)(product >> 64) ^ (uint64_t)product;
}

/* Some first bytes of a chunk in lower case. Of the bytes of words only letters and bytes beyond
   ASCII lack the bit of lower case, and the latter stay as they are. */
INLINED uint64_t lower_case(uint64_t chunk, uint64_t bytes, bool is_ascii) {
    uint64_t beyond = is_ascii ? 0 : (chunk & 0x8080808080808080) >> 2;
    return (chunk | (0x2020202020202020 & ~beyond)) & bytes;
}

/* The hash of a word, a chunk at a time; of most words without a branch. */
INLINED uint64_t word_hash(const uint8_t *word, size_t length, size_t rest, bool is_ascii) {
    if (length > 2 * CHUNK || rest < 2 * CHUNK) {
        uint64_t hash = seed_of_words;
        for (size_t index = 0; index < length; index += CHUNK) {
            size_t left = length - index < CHUNK ? length - index : CHUNK;
            uint64_t chunk = load_chunk(word + index, rest - index);
            hash = folded(hash, lower_case(chunk, first_bytes[CHUNK + left], is_ascii));
        }
        return hash;
    }
    uint64_t low = load_chunk(word, CHUNK), high = load_chunk(word + CHUNK, CHUNK);
    uint64_t one =
        folded(seed_of_words, lower_case(low, first_bytes[CHUNK + length], is_ascii));
    uint64_t two = folded(one, lower_case(high, first_bytes[length], is_ascii));
    return __builtin_unpredictable(length > CHUNK) ? two : one;
}

/* The words so far, with the hashes of the last two. */
struct words {
    size_t count;
    uint64_t first, second;
};

INLINED void add_word(struct words *words, uint64_t hash) {
    words->first = words->second;
    words->second = hash;
    words->count++;
}

INLINED void hash_words(const uint8_t *bytes, size_t count, const struct runs *runs,
                        bool is_ascii, struct words *result, uint64_t *hashes) {
    struct words words = *result;
    for (size_t index = 0; index < runs->ends.count; index++) {
        size_t start = runs->starts.of[index], length = runs->ends.of[index] - start;
        uint64_t word = word_hash(bytes + start, length, count - start, is_ascii);
        if (words.count >= PT_SHINGLE_WORDS - 1) {
            hashes[words.count - (PT_SHINGLE_WORDS - 1)] = pt_mix(
                words.first * 0x9E3779B97F4A7C15 + words.second * 0xC2B2AE3D27D4EB4F + word);
        }
        add_word(&words, word);
    }
    *result = words;
}

INLINED size_t shingles(const uint8_t *bytes, size_t count, uint64_t *hashes) {
    struct runs runs;
    struct words words = {0};
    bool is_ascii = true;
    begin_runs(&runs);
    for (size_t position = 0; position <= count;) {
        /* A word that has not ended may have begun beyond ASCII. */
        if (runs.starts.count == 0) is_ascii = true;
        for (unsigned index = 0; index < STRETCH && position <= count; index++) {
            compared_bits found = find_compared_bits(bytes + position, count - position);
            add_group(&runs, found.words, found.ideographs, position);
            is_ascii &= !found.beyond;
            position += GROUP;
        }
        if (is_ascii) {
            hash_words(bytes, count, &runs, true, &words, hashes);
        } else {
            hash_words(bytes, count, &runs, false, &words, hashes);
        }
        end_stretch(&runs);
    }
    return words.count < PT_SHINGLE_WORDS ? 0 : words.count - (PT_SHINGLE_WORDS - 1);
}

#define VARIANT(suffix, attributes)                                                               \
    attributes static size_t shingles_##suffix(const uint8_t *bytes, size_t count,                \
                                               uint64_t *hashes) {                                \
        return shingles(bytes, count, hashes);                                                    \
    }
VARIANTS(VARIANT)

size_t pt_shingles(const uint8_t *bytes, size_t count, uint64_t *hashes) {
    return CHOOSE(shingles, bytes, count, hashes);
}

uint64_t pt_hash(const uint8_t *bytes, size_t count, uint64_t seed) {
    uint64_t hash = seed_of_words ^ pt_mix(seed ^ (uint64_t)count << 8);
    for (size_t index = 0; index < count; index += CHUNK) {
        hash = folded(hash, load_chunk(bytes + index, count - index));
    }
    return pt_mix(hash);
}
