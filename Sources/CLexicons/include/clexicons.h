#pragma once
#include <stddef.h>

// The files of Lexicons/ as they were when the program was built. The names stand in clexicons.c; -1 or NULL past
// the last one.
#pragma clang assume_nonnull begin

/// The file's name without its ending; NULL past the last.
const char *_Nullable clexicons_name(int index);
/// The file's UTF-8 text, not terminated.
const unsigned char *_Nullable clexicons_text(int index);
size_t clexicons_length(int index);

#pragma clang assume_nonnull end
