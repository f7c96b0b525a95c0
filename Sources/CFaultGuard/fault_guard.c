#define _GNU_SOURCE
#include "fault_guard.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

enum { RANGES = 4096 };

// A range is used where `base` is not 0; `length` is set before it. Handlers read them on any thread.
static struct {
  _Atomic uintptr_t base;
  _Atomic size_t length;
  _Atomic int hit;
} ranges[RANGES];

static pthread_mutex_t changing = PTHREAD_MUTEX_INITIALIZER;
static struct sigaction before;
static int installed;
static uintptr_t page_size;

// Puts zeros in the place of the rest of the range, from the page that is missing on. Only async-signal-safe calls.
static int fill(int range, uintptr_t at) {
  uintptr_t page = at & ~(page_size - 1);
  uintptr_t end = atomic_load(&ranges[range].base) + atomic_load(&ranges[range].length);
  void *filled = mmap((void *)page, end - page, PROT_READ, MAP_PRIVATE | MAP_FIXED | MAP_ANONYMOUS, -1, 0);
  if (filled == MAP_FAILED) return 0;
  atomic_store(&ranges[range].hit, 1);
  return 1;
}

static void handle(int signal, siginfo_t *info, void *context) {
  (void)signal;
  (void)context;
  int code = errno;
  uintptr_t at = (uintptr_t)info->si_addr;
  for (int i = 0; i < RANGES; i++) {
    uintptr_t base = atomic_load(&ranges[i].base);
    if (base != 0 && at >= base && at - base < atomic_load(&ranges[i].length) && fill(i, at)) {
      errno = code;
      return;
    }
  }
  // Not ours: the instruction runs again and meets what was there before us.
  sigaction(SIGBUS, &before, NULL);
  errno = code;
}

static int install(void) {
  if (installed) return 1;
  page_size = (uintptr_t)sysconf(_SC_PAGESIZE);
  struct sigaction ours = {.sa_sigaction = handle, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  sigemptyset(&ours.sa_mask);
  installed = sigaction(SIGBUS, &ours, &before) == 0;
  return installed;
}

int fault_guard_watch(const void *base, size_t length) {
  int found = -1;
  pthread_mutex_lock(&changing);
  for (int i = 0; install() && i < RANGES && found < 0; i++) {
    if (atomic_load(&ranges[i].base) != 0) continue;
    atomic_store(&ranges[i].hit, 0);
    atomic_store(&ranges[i].length, length);
    atomic_store(&ranges[i].base, (uintptr_t)base);
    found = i;
  }
  pthread_mutex_unlock(&changing);
  return found;
}

int fault_guard_was_hit(int range) { return atomic_load(&ranges[range].hit); }

void fault_guard_release(int range) { atomic_store(&ranges[range].base, 0); }
