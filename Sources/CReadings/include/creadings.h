#pragma once
#include <stddef.h>

// readings.txt as it was when the program was built: UTF-8, not terminated.
#pragma clang assume_nonnull begin

extern const unsigned char *const creadings_text;
extern const size_t creadings_length;

#pragma clang assume_nonnull end
