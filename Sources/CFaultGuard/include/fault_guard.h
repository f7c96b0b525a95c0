#pragma once
#include <stddef.h>

#pragma clang assume_nonnull begin

/// Watches a mapped range of a file. Where the file is cut short while it is mapped, the system raises SIGBUS at the
/// first byte that is gone; in a watched range zeros take the place of what is missing, and the range is marked.
/// Returns a number for the two functions below, or -1 where no more ranges can be watched.
int fault_guard_watch(const void *base, size_t length);

/// 1 where something of the range was missing when it was read.
int fault_guard_was_hit(int range);

/// Ends the watch; call it before the range is unmapped.
void fault_guard_release(int range);

#pragma clang assume_nonnull end
