// visit:book: entries in memory, as many as fit on its pages.
#include "book.h"

#include <stdlib.h>

typedef exports_visit_guestbook_entries_entry_t entry_t;

enum { MOST_ENTRIES = 100, MOST_NAME_BYTES = 60, MOST_MESSAGE_BYTES = 500 };

static entry_t entries[MOST_ENTRIES];
static size_t count = 0;

static bool is_blank(const book_string_t *text) {
  for (size_t i = 0; i < text->len; i++) {
    if (text->ptr[i] != ' ') return false;
  }
  return true;
}

/// What is wrong with an entry, or null.
static const char *fault_of(const entry_t *entry) {
  if (is_blank(&entry->name)) return "Please tell your name.";
  if (is_blank(&entry->message)) return "The message is empty.";
  if (entry->name.len > MOST_NAME_BYTES) return "That name is too long for the book.";
  if (entry->message.len > MOST_MESSAGE_BYTES) return "That message is too long for the book.";
  if (count == MOST_ENTRIES) return "The book is full.";
  return NULL;
}

/// The entry belongs to us: its texts stay where they are.
bool exports_visit_guestbook_entries_add(entry_t *entry, book_string_t *err) {
  const char *fault = fault_of(entry);
  if (fault != NULL) {
    exports_visit_guestbook_entries_entry_free(entry);
    book_string_dup(err, fault);
    return false;
  }
  entries[count++] = *entry;
  return true;
}

/// What is returned is freed by the caller of this world, so it gets copies.
void exports_visit_guestbook_entries_all(exports_visit_guestbook_entries_list_entry_t *ret) {
  ret->len = count;
  ret->ptr = count == 0 ? NULL : malloc(count * sizeof *ret->ptr);
  for (size_t i = 0; i < count; i++) {
    book_string_dup_n(&ret->ptr[i].name, (const char *)entries[i].name.ptr, entries[i].name.len);
    book_string_dup_n(&ret->ptr[i].message, (const char *)entries[i].message.ptr, entries[i].message.len);
  }
}
