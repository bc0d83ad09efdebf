// A program to talk to: it asks, reads a line, answers, until the end of its input. Each first argument is one way of reading.

#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/** Characters of UTF-8, which are not bytes. */
static size_t characters(const char *text) {
    size_t count = 0;
    for (; *text; text++) count += (*text & 0xc0) != 0x80;
    return count;
}

static void ask(void) {
    char *line = NULL;
    size_t room = 0;
    for (;;) {
        printf("Your name? ");
        fflush(stdout);
        ssize_t length = getline(&line, &room, stdin);
        if (length < 0) break;
        line[strcspn(line, "\n")] = 0;
        printf("Hello, %s: %d characters, %d bytes\n", line, (int)characters(line), (int)strlen(line));
    }
    printf("\nGood bye\n");
}

/** Everything there is, by its length and its FNV-1a hash. */
static void count(void) {
    static unsigned char bytes[10000];
    uint32_t hash = 2166136261u;
    long total = 0;
    for (ssize_t length; (length = read(0, bytes, sizeof bytes)) > 0; total += length) {
        for (ssize_t i = 0; i < length; i++) hash = (hash ^ bytes[i]) * 16777619u;
    }
    printf("%ld bytes, %08x\n", total, hash);
}

/** Waits for input and for a clock at once. */
static void wait_for_either(void) {
    char bytes[256];
    for (;;) {
        struct pollfd input = {.fd = 0, .events = POLLIN};
        int ready = poll(&input, 1, 150);
        if (ready == 0) {
            fprintf(stderr, "tick\n");
            continue;
        }
        ssize_t length = read(0, bytes, sizeof bytes);
        if (length <= 0) break;
        printf("read %.*s", (int)length, bytes);
        fflush(stdout);
    }
    printf("end\n");
}

/** More than anybody reads. */
static void flood(void) {
    for (int i = 1; i <= 100000; i++) printf("line %d of a flood\n", i);
}

static void terminals(void) {
    printf("%d %d %d\n", isatty(0), isatty(1), isatty(2));
}

int main(int argc, char **argv) {
    const char *what = argc > 1 ? argv[1] : "ask";
    if (!strcmp(what, "ask")) ask();
    else if (!strcmp(what, "count")) count();
    else if (!strcmp(what, "poll")) wait_for_either();
    else if (!strcmp(what, "flood")) flood();
    else if (!strcmp(what, "terminals")) terminals();
    else return 2;
    return 0;
}
