#include "creadings.h"

// #embed is C23 and an extension in the language mode SwiftPM compiles with.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char readings[] = {
#embed "readings.txt"
};

const unsigned char *const creadings_text = readings;
const size_t creadings_length = sizeof readings;
