#pragma once
#include <stdint.h>

// The part of ICU's C API that is used, without including any ICU header: ICU's own headers and the toolchain's copy
// of ICU (loaded with Foundation) can't be seen by one compilation.
//
// Text is UTF-16. `err` receives 0 or ICU's error code. Functions never keep a pointer longer than stated.
#pragma clang assume_nonnull begin

/// A word break iterator. Not safe to share between threads.
typedef struct cicu_words cicu_words;

/// Opens a word break iterator for the root locale (words do not depend on the locale); NULL on error.
cicu_words *_Nullable cicu_words_open(int32_t *err);
void cicu_words_close(cicu_words *_Nullable words);
/// Starts on `n` units at `s`, which must stay valid until the next call of `cicu_words_set16` or the close.
void cicu_words_set16(cicu_words *words, const uint16_t *s, int32_t n, int32_t *err);
/// The next boundary, in units; -1 at the end.
int32_t cicu_words_next(cicu_words *words);
/// The kind of the word that ends at the last boundary: below 100 for spaces and punctuation.
int32_t cicu_words_status(cicu_words *words);

/// NFKC with case folding, default ignorable code points removed. The length of the result in units, which is
/// greater than `capacity` where it did not fit (then the content of `dst` is not valid).
int32_t cicu_fold16(const uint16_t *s, int32_t n, uint16_t *dst, int32_t capacity, int32_t *err);
/// 1 where no text before `c` can change what becomes of `c` and what follows.
int32_t cicu_fold_boundary(int32_t c);

/// Columns of a terminal for one code point: 0, 1 or 2, `ambiguous` for East Asian ambiguous width, -1 for controls.
int32_t cicu_width(int32_t c, int32_t ambiguous);

/// Text of another encoding (ICU's name of it) as UTF-16: the number of units, -1 where a byte is not of the encoding or
/// `capacity` is too small.
int32_t cicu_decode(const char *converter, const uint8_t *s, int32_t n, uint16_t *dst, int32_t capacity, int32_t *err);

#pragma clang assume_nonnull end
