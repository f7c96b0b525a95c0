#include "clexicons.h"

// #embed is C23 and an extension in the language mode SwiftPM compiles with. A file that is empty gives one line end.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char terms[] = {
#embed "../../Lexicons/terms.txt" if_empty('\n')
};
static const unsigned char synonyms[] = {
#embed "../../Lexicons/synonyms.txt" if_empty('\n')
};
static const unsigned char stopwords[] = {
#embed "../../Lexicons/stopwords.txt" if_empty('\n')
};
static const unsigned char okurigana[] = {
#embed "../../Lexicons/okurigana.txt" if_empty('\n')
};
#if __has_embed("../../Lexicons/vocabulary.txt")
static const unsigned char vocabulary[] = {
#embed "../../Lexicons/vocabulary.txt" if_empty('\n')
};
#else
static const unsigned char vocabulary[] = {'\n'};
#endif
#if __has_embed("../../Lexicons/lemmas.txt")
static const unsigned char lemmas[] = {
#embed "../../Lexicons/lemmas.txt" if_empty('\n')
};
#else
static const unsigned char lemmas[] = {'\n'};
#endif
#if __has_embed("../../Lexicons/inflection.txt")
static const unsigned char inflection[] = {
#embed "../../Lexicons/inflection.txt" if_empty('\n')
};
#else
static const unsigned char inflection[] = {'\n'};
#endif
#if __has_embed("../../Lexicons/eras.txt")
static const unsigned char eras[] = {
#embed "../../Lexicons/eras.txt" if_empty('\n')
};
#else
static const unsigned char eras[] = {'\n'};
#endif
#if __has_embed("../../Lexicons/units.txt")
static const unsigned char units[] = {
#embed "../../Lexicons/units.txt" if_empty('\n')
};
#else
static const unsigned char units[] = {'\n'};
#endif

#if __has_embed("../../Lexicons/schema.txt")
static const unsigned char schema[] = {
#embed "../../Lexicons/schema.txt" if_empty('\n')
};
#else
static const unsigned char schema[] = {'\n'};
#endif

typedef struct {
  const char *name;
  const unsigned char *text;
  size_t length;
} file;

#define FILE_OF(name) {#name, name, sizeof name}

static const file files[] = {
    FILE_OF(terms),      FILE_OF(synonyms), FILE_OF(stopwords), FILE_OF(okurigana),
    FILE_OF(vocabulary), FILE_OF(lemmas),   FILE_OF(inflection), FILE_OF(eras),
    FILE_OF(units),      FILE_OF(schema),
};

static const file *at(int index) {
  return index >= 0 && (size_t)index < sizeof files / sizeof files[0] ? &files[index] : 0;
}

const char *clexicons_name(int index) { return at(index) ? at(index)->name : 0; }
const unsigned char *clexicons_text(int index) { return at(index) ? at(index)->text : 0; }
size_t clexicons_length(int index) { return at(index) ? at(index)->length : 0; }
