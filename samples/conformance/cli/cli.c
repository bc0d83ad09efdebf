// What a program sees of its system, in C: each first argument tries one thing. `go/main.go` and `rust` do the same.

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#include <wasi/api.h>

static const char *outcome(int result) {
    if (result >= 0) return "ok";
    switch (errno) {
    case ENOENT: return "no-entry";
    case EEXIST: return "exist";
    case ENOTEMPTY: return "not-empty";
    case ENOTDIR: return "not-directory";
    case EISDIR: return "is-directory";
    case ELOOP: return "loop";
    case EPERM: case EACCES: return "not-permitted";
    default: return "another";
    }
}

static void put(const char *path, int flags, const char *text) {
    int file = open(path, O_WRONLY | O_CREAT | flags, 0666);
    write(file, text, strlen(text));
    close(file);
}

static void show(const char *path) {
    char text[256];
    int file = open(path, O_RDONLY);
    ssize_t length = file < 0 ? 0 : read(file, text, sizeof text);
    printf("%s: %.*s\n", path, (int)length, text);
    if (file >= 0) close(file);
}

static int by_name(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void list(const char *path) {
    char *names[32];
    int count = 0;
    DIR *directory = opendir(path);
    for (struct dirent *entry; (entry = readdir(directory));) {
        if (entry->d_name[0] != '.') names[count++] = strdup(entry->d_name);
    }
    closedir(directory);
    qsort(names, count, sizeof *names, by_name);
    printf("%s:", path);
    for (int i = 0; i < count; i++) printf(" %s", names[i]);
    printf("\n");
}

static void files(void) {
    show("/given.txt");
    printf("mkdir %s\n", outcome(mkdir("/d", 0777)));
    printf("mkdir again %s\n", outcome(mkdir("/d", 0777)));
    put("/d/a", O_TRUNC, "hello");
    put("/d/a", O_APPEND, " world");
    show("/d/a");
    put("/d/__proto__", O_TRUNC, "a name");
    show("/d/__proto__");
    list("/d");
    printf("rename %s\n", outcome(rename("/d/a", "/d/b")));
    printf("rename none %s\n", outcome(rename("/d/a", "/d/b")));
    struct stat told;
    stat("/d/b", &told);
    printf("size %d regular %d\n", (int)told.st_size, S_ISREG(told.st_mode));
    printf("truncate %s\n", outcome(truncate("/d/b", 4)));
    show("/d/b");
    printf("link %s\n", outcome(link("/d/b", "/d/c")));
    stat("/d/c", &told);
    printf("links %d\n", (int)told.st_nlink);
    printf("symlink %s\n", outcome(symlink("b", "/d/s")));
    show("/d/s");
    char target[8];
    printf("readlink %d\n", (int)readlink("/d/s", target, sizeof target));
    printf("symlink out %s\n", outcome(symlink("../../out", "/d/o")));
    printf("open out %s\n", outcome(open("/d/o", O_RDONLY)));
    printf("unlink out %s\n", outcome(unlink("/d/o")));
    struct timespec times[2] = {{1234567890, 0}, {1234567890, 0}};
    printf("times %s\n", outcome(utimensat(AT_FDCWD, "/d/b", times, 0)));
    stat("/d/b", &told);
    printf("modified %d\n", (int)told.st_mtim.tv_sec);
    printf("open none %s\n", outcome(open("/none", O_RDONLY)));
    printf("open file as folder %s\n", outcome(open("/d/b", O_RDONLY | O_DIRECTORY)));
    printf("write folder %s\n", outcome(open("/d", O_WRONLY)));
    printf("rmdir full %s\n", outcome(rmdir("/d")));
    const char *names[] = {"/d/b", "/d/c", "/d/s", "/d/__proto__"};
    for (int i = 0; i < 4; i++) printf("unlink %s\n", outcome(unlink(names[i])));
    printf("rmdir %s\n", outcome(rmdir("/d")));
    put("/left.txt", O_TRUNC, "left behind\n");
}

static long long now(clockid_t clock) {
    struct timespec time;
    clock_gettime(clock, &time);
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static __wasi_subscription_t timer(__wasi_userdata_t name, __wasi_timestamp_t timeout) {
    __wasi_subscription_t made = {.userdata = name};
    made.u.tag = __WASI_EVENTTYPE_CLOCK;
    made.u.u.clock = (__wasi_subscription_clock_t){.id = __WASI_CLOCKID_MONOTONIC, .timeout = timeout};
    return made;
}

static void wait_for_several(void) {
    struct pollfd input = {.fd = 0, .events = POLLIN};
    printf("input before the hour %d\n", poll(&input, 1, 3600000) == 1 && (input.revents & POLLIN) != 0);
    __wasi_subscription_t timers[] = {timer(1, 3600000000000), timer(2, 20000000)};
    __wasi_event_t events[2];
    __wasi_size_t ready = 0;
    int ok = __wasi_poll_oneoff(timers, events, 2, &ready) == 0 && ready == 1 && events[0].userdata == 2;
    printf("moment before the hour %d\n", ok);
}

int main(int count, char **arguments) {
    const char *what = count > 1 ? arguments[1] : "";
    if (!strcmp(what, "arguments")) {
        for (int i = 2; i < count; i++) printf("[%s]\n", arguments[i]);
    } else if (!strcmp(what, "environment")) {
        const char *one = getenv("ONE"), *none = getenv("NONE");
        printf("%s %s\n", one ? one : "unset", none ? none : "unset");
    } else if (!strcmp(what, "input")) {
        int bytes = 0, lines = 0;
        for (int next; (next = getchar()) != EOF; bytes++) lines += next == '\n';
        printf("%d bytes %d lines\n", bytes, lines);
    } else if (!strcmp(what, "clocks")) {
        long long start = now(CLOCK_MONOTONIC);
        struct timespec wait = {0, 20000000};
        nanosleep(&wait, NULL);
        printf("slept %d wall %d\n", now(CLOCK_MONOTONIC) - start >= 20000000, now(CLOCK_REALTIME) / 1000000000 > 1600000000);
    } else if (!strcmp(what, "poll")) {
        wait_for_several();
    } else if (!strcmp(what, "random")) {
        long long one = 0, two = 0;
        getentropy(&one, 8);
        getentropy(&two, 8);
        printf("different %d\n", one != two);
    } else if (!strcmp(what, "files")) {
        files();
    } else if (!strcmp(what, "errors")) {
        fprintf(stderr, "to the other stream\n");
    } else {
        return 3;
    }
    return 0;
}
