/* A disk that refuses: the n-th call that writes below FAULT_FOLDER fails with FAULT_ERRNO, and so does every later one
 * if FAULT_STAYS is set. Loaded before the C library (LD_PRELOAD) into the program that is tried.
 * FAULT_COUNT, if set, names a file that in the end holds how many such calls there were. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int seen;

static int below(const char *path) {
    const char *folder = getenv("FAULT_FOLDER");
    return folder && path && strncmp(path, folder, strlen(folder)) == 0;
}

static int below_number(int number) {
    char link[64], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", number);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return below(path);
}

static int refuses(void) {
    const char *at = getenv("FAULT_AT"), *with = getenv("FAULT_ERRNO");
    seen++;
    if (!at || !with) return 0;
    if (seen == atoi(at) || (seen > atoi(at) && getenv("FAULT_STAYS"))) {
        errno = atoi(with);
        return 1;
    }
    return 0;
}

__attribute__((destructor)) static void tell(void) {
    const char *name = getenv("FAULT_COUNT");
    FILE *file = name ? fopen(name, "w") : NULL;
    if (file) {
        fprintf(file, "%d", seen);
        fclose(file);
    }
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int number, const void *data, size_t size) {
    if (below_number(number) && refuses()) return -1;
    return REAL(write)(number, data, size);
}

int fsync(int number) {
    if (below_number(number) && refuses()) return -1;
    return REAL(fsync)(number);
}

int rename(const char *old, const char *new) {
    if (below(new) && refuses()) return -1;
    return REAL(rename)(old, new);
}

int link(const char *old, const char *new) {
    if (below(new) && refuses()) return -1;
    return REAL(link)(old, new);
}

int unlink(const char *path) {
    if (below(path) && refuses()) return -1;
    return REAL(unlink)(path);
}

int chmod(const char *path, mode_t mode) {
    if (below(path) && refuses()) return -1;
    return REAL(chmod)(path, mode);
}

static int made(int flags) { return (flags & (O_CREAT | O_WRONLY | O_RDWR)) != 0; }

int open64(const char *path, int flags, ...) {
    va_list more;
    va_start(more, flags);
    mode_t mode = va_arg(more, mode_t);
    va_end(more);
    if (made(flags) && below(path) && refuses()) return -1;
    return REAL(open64)(path, flags, mode);
}

int open(const char *path, int flags, ...) {
    va_list more;
    va_start(more, flags);
    mode_t mode = va_arg(more, mode_t);
    va_end(more);
    if (made(flags) && below(path) && refuses()) return -1;
    return REAL(open)(path, flags, mode);
}
