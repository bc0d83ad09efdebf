// A program that tries to get at files that it wasn't given, past the library of its language. Its folder is the part
// `inside` of a larger one; `secret.txt` lies beside it, and the links in it lead out.

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "escape.h"

typedef wasi_filesystem_types_error_code_t code;
typedef wasi_filesystem_types_borrow_descriptor_t borrowed;
typedef wasi_filesystem_types_own_descriptor_t owned;

enum { READ = 1, WRITE = 2, FOLLOW = 1, CREATE = 1, DIRECTORY = 2, EXCLUSIVE = 4, TRUNCATE = 8 };

static const char *const CODES[] = {
    "access", "would-block", "already", "bad-descriptor", "busy", "deadlock", "quota", "exist", "file-too-large",
    "illegal-byte-sequence", "in-progress", "interrupted", "invalid", "io", "is-directory", "loop", "too-many-links",
    "message-size", "name-too-long", "no-device", "no-entry", "no-lock", "insufficient-memory", "insufficient-space",
    "not-directory", "not-empty", "not-recoverable", "unsupported", "no-tty", "no-such-device", "overflow",
    "not-permitted", "pipe", "read-only", "invalid-seek", "text-file-busy", "cross-device",
};

static borrowed folder;

static escape_string_t text(const char *bytes, size_t length) {
    escape_string_t string = {malloc(length), length};
    memcpy(string.ptr, bytes, length);
    return string;
}

static escape_string_t name(const char *path) {
    return text(path, strlen(path));
}

static void say(const char *what, const char *path, bool done, code error) {
    printf("%s %.40s: %s\n", what, path, done ? "DONE" : CODES[error]);
}

static bool opened(borrowed at, escape_string_t path, int follow, int how, int rights, owned *file, code *error) {
    return wasi_filesystem_types_method_descriptor_open_at(at, follow, &path, how, rights, file, error);
}

static void try_open(borrowed at, const char *path, int follow, int how, int rights) {
    code error = 0;
    owned file;
    bool done = opened(at, name(path), follow, how, rights, &file, &error);
    if (done) wasi_filesystem_types_descriptor_drop_own(file);
    say("open", path, done, error);
}

static borrowed open_directory(const char *path) {
    code error;
    owned directory;
    if (!opened(folder, name(path), 0, DIRECTORY, READ, &directory, &error)) abort();
    return wasi_filesystem_types_borrow_descriptor(directory);
}

/** Paths that lead out, each by another way. */
static const char *const OUT[] = {
    "..", "../secret.txt", "/secret.txt", "/", "//", "/etc/passwd", "sub/../../secret.txt", "./.././secret.txt",
    "link-up", "link-up/secret.txt", "link-secret", "sub/link-up", "sub/link-up/secret.txt", "link-absolute", "link-chain",
    "loop", "loop/x", "", "none/../../secret.txt", "file/../../secret.txt", "file/..", "file/", "file/.", "none/",
};

static void paths(void) {
    for (size_t i = 0; i < sizeof OUT / sizeof *OUT; i++) try_open(folder, OUT[i], FOLLOW, 0, READ);
    borrowed sub = open_directory("sub");
    try_open(sub, "..", FOLLOW, 0, READ);
    try_open(sub, "../file", FOLLOW, 0, READ);
    try_open(sub, "link-up", FOLLOW, 0, READ);
    try_open(sub, "inner", FOLLOW, 0, READ);

    code error = 0;
    owned file;
    wasi_filesystem_types_descriptor_stat_t told;
    say("open", "NUL", opened(folder, text("file\0x", 6), FOLLOW, 0, READ, &file, &error), error);
    char *long_name = malloc(70000);
    memset(long_name, 'n', 70000);
    say("open", "a long name", opened(folder, text(long_name, 256), FOLLOW, CREATE, WRITE, &file, &error), error);
    for (int i = 0; i < 70000; i += 2) memcpy(long_name + i, "./", 2);
    say("open", "a long path", opened(folder, text(long_name, 70000), FOLLOW, 0, READ, &file, &error), error);
    escape_string_t path = name("../secret.txt");
    say("stat", "../secret.txt", wasi_filesystem_types_method_descriptor_stat_at(folder, FOLLOW, &path, &told, &error), error);
    path = name("link-secret");
    say("stat", "link-secret", wasi_filesystem_types_method_descriptor_stat_at(folder, FOLLOW, &path, &told, &error), error);
}

static void changes(void) {
    code error = 0;
    const char *const places[] = {"../new", "/new", "link-up/new", "sub/../../new"};
    for (int i = 0; i < 4; i++) {
        const char *at = places[i];
        escape_string_t to = name(at), from = name("file");
        try_open(folder, at, FOLLOW, CREATE, WRITE);
        say("mkdir", at, wasi_filesystem_types_method_descriptor_create_directory_at(folder, &to, &error), error);
        to = name(at);
        say("rename to", at, wasi_filesystem_types_method_descriptor_rename_at(folder, &from, folder, &to, &error), error);
        to = name(at), from = name("file");
        say("link to", at, wasi_filesystem_types_method_descriptor_link_at(folder, 0, &from, folder, &to, &error), error);
        to = name(at), from = name("file");
        say("symlink at", at, wasi_filesystem_types_method_descriptor_symlink_at(folder, &from, &to, &error), error);
    }
    escape_string_t out = name("../secret.txt"), in = name("mine");
    say("rename in", "../secret.txt", wasi_filesystem_types_method_descriptor_rename_at(folder, &out, folder, &in, &error), error);
    out = name("../secret.txt"), in = name("mine");
    say("link in", "../secret.txt", wasi_filesystem_types_method_descriptor_link_at(folder, 0, &out, folder, &in, &error), error);
    out = name("../secret.txt");
    say("unlink", "../secret.txt", wasi_filesystem_types_method_descriptor_unlink_file_at(folder, &out, &error), error);
    out = name("/secret.txt"), in = name("mine");
    say("symlink to", "/secret.txt", wasi_filesystem_types_method_descriptor_symlink_at(folder, &out, &in, &error), error);
    // A link may lead anywhere as long as nobody goes there.
    out = name("../secret.txt"), in = name("mine");
    say("symlink to", "../secret.txt", wasi_filesystem_types_method_descriptor_symlink_at(folder, &out, &in, &error), error);
    try_open(folder, "mine", FOLLOW, 0, READ);
    try_open(folder, "mine", FOLLOW, CREATE | TRUNCATE, WRITE);
    try_open(folder, "mine", 0, 0, READ);
    in = name("mine");
    say("unlink", "mine", wasi_filesystem_types_method_descriptor_unlink_file_at(folder, &in, &error), error);
}

static void rights(void) {
    code error = 0;
    owned file;
    escape_list_u8_t bytes = {malloc(1), 1};
    uint64_t written;
    if (!opened(folder, name("file"), 0, 0, READ, &file, &error)) abort();
    borrowed reader = wasi_filesystem_types_borrow_descriptor(file);
    say("write", "what is open to read", wasi_filesystem_types_method_descriptor_write(reader, &bytes, 0, &written, &error), error);
    say("cut", "what is open to read", wasi_filesystem_types_method_descriptor_set_size(reader, 0, &error), error);
    try_open(folder, "file", 0, DIRECTORY, READ);
    try_open(folder, "file", 0, CREATE | EXCLUSIVE, READ | WRITE);
    try_open(folder, "sub", 0, 0, READ | WRITE);
    try_open(folder, "sub", 0, CREATE | DIRECTORY, READ);
    try_open(reader, "x", 0, 0, READ);
    try_open(reader, "../secret.txt", 0, 0, READ);
}

static void names(void) {
    const char *const strange[] = {"__proto__", "constructor", "toString", "...", "a\\b", "C:", "~", "a\nb", "é"};
    for (int i = 0; i < 9; i++) {
        try_open(folder, strange[i], 0, 0, READ);
        try_open(folder, strange[i], 0, CREATE, WRITE);
        try_open(folder, strange[i], 0, 0, READ);
        escape_string_t path = name(strange[i]);
        code error = 0;
        say("unlink", strange[i], wasi_filesystem_types_method_descriptor_unlink_file_at(folder, &path, &error), error);
    }
}

/** Handles that were never given, or given back: no host goes on after one. */
static void forged(int handle) {
    code error = 0;
    wasi_filesystem_types_descriptor_stat_t told;
    borrowed made_up = {handle};
    if (handle == 0) {
        owned file;
        if (!opened(folder, name("file"), 0, 0, READ, &file, &error)) abort();
        made_up = wasi_filesystem_types_borrow_descriptor(file);
        wasi_filesystem_types_descriptor_drop_own(file);
    }
    say("stat", "a forged handle", wasi_filesystem_types_method_descriptor_stat(made_up, &told, &error), error);
}

/** Far more than a quota in all, but never much at once. */
static void rounds(void) {
    enum { ROUNDS = 12, CHUNK = 4 * 1024 * 1024 };
    escape_list_u8_t bytes = {calloc(1, CHUNK), CHUNK};
    int done = 0;
    for (int i = 0; i < ROUNDS; i++) {
        code error;
        owned file;
        uint64_t written;
        if (!opened(folder, name("round"), 0, CREATE, WRITE, &file, &error)) break;
        borrowed open = wasi_filesystem_types_borrow_descriptor(file);
        if (!wasi_filesystem_types_method_descriptor_write(open, &bytes, 16 * CHUNK - CHUNK, &written, &error)) break;
        escape_string_t path = name("round");
        if (!wasi_filesystem_types_method_descriptor_unlink_file_at(folder, &path, &error)) break;
        wasi_filesystem_types_descriptor_drop_own(file);
        done++;
    }
    printf("rounds %d\n", done);
}

int main(int count, char **arguments) {
    const char *what = count > 1 ? arguments[1] : "";
    wasi_filesystem_preopens_list_tuple2_own_descriptor_string_t given;
    wasi_filesystem_preopens_get_directories(&given);
    printf("folders %d\n", (int)given.len);
    folder = wasi_filesystem_types_borrow_descriptor(given.ptr[0].f0);
    fflush(stdout);
    if (!strcmp(what, "paths")) paths();
    else if (!strcmp(what, "changes")) changes();
    else if (!strcmp(what, "rights")) rights();
    else if (!strcmp(what, "names")) names();
    else if (!strcmp(what, "rounds")) rounds();
    else if (!strcmp(what, "forged")) forged(12345);
    else if (!strcmp(what, "given back")) forged(0);
    else return 3;
    return 0;
}
