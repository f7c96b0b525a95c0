#if !__has_include(<unicode/ubrk.h>)
#error "ICU headers not found. Debian/Ubuntu: apt-get install libicu-dev"
#else
#include "cicu.h"
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unorm2.h>

#define ITERATOR(w) ((UBreakIterator *)(w))

static int32_t failure(UErrorCode code) { return U_FAILURE(code) ? (int32_t)code : 0; }

cicu_words *cicu_words_open(int32_t *err) {
  UErrorCode code = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open(UBRK_WORD, "", 0, 0, &code);
  *err = failure(code);
  if (*err != 0) {
    ubrk_close(iterator);
    return 0;
  }
  return (cicu_words *)iterator;
}

void cicu_words_close(cicu_words *words) { ubrk_close(ITERATOR(words)); }

void cicu_words_set16(cicu_words *words, const uint16_t *s, int32_t n, int32_t *err) {
  UErrorCode code = U_ZERO_ERROR;
  ubrk_setText(ITERATOR(words), (const UChar *)s, n, &code);
  *err = failure(code);
}

int32_t cicu_words_next(cicu_words *words) { return ubrk_next(ITERATOR(words)); }

int32_t cicu_words_status(cicu_words *words) { return ubrk_getRuleStatus(ITERATOR(words)); }

static const UNormalizer2 *folding(UErrorCode *code) { return unorm2_getNFKCCasefoldInstance(code); }

int32_t cicu_fold16(const uint16_t *s, int32_t n, uint16_t *dst, int32_t capacity, int32_t *err) {
  UErrorCode code = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = folding(&code);
  if (U_FAILURE(code)) {
    *err = failure(code);
    return 0;
  }
  int32_t length =
      unorm2_normalize(normalizer, (const UChar *)s, n, (UChar *)dst, capacity, &code);
  *err = code == U_BUFFER_OVERFLOW_ERROR ? 0 : failure(code);
  return length;
}

int32_t cicu_fold_boundary(int32_t c) {
  UErrorCode code = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = folding(&code);
  return U_FAILURE(code) ? 1 : unorm2_hasBoundaryBefore(normalizer, c);
}

int32_t cicu_width(int32_t c, int32_t ambiguous) {
  int8_t type = u_charType(c);
  if (type == U_CONTROL_CHAR) return -1;
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || (type == U_FORMAT_CHAR && c != 0xAD) ||
      u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
    return 0;
  switch (u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH)) {
  case U_EA_WIDE:
  case U_EA_FULLWIDTH:
    return 2;
  case U_EA_AMBIGUOUS:
    return ambiguous;
  default:
    return 1;
  }
}

int32_t cicu_decode(const char *converter, const uint8_t *s, int32_t n, uint16_t *dst, int32_t capacity, int32_t *err) {
  UErrorCode code = U_ZERO_ERROR;
  UConverter *opened = ucnv_open(converter, &code);
  ucnv_setToUCallBack(opened, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &code);
  int32_t length = ucnv_toUChars(opened, (UChar *)dst, capacity, (const char *)s, n, &code);
  ucnv_close(opened);
  *err = failure(code);
  return U_FAILURE(code) ? -1 : length;
}
#endif
