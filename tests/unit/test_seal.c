/* The seal, from inside: each child seals itself like the helper and then tries, with
 * native code, what no pack may do. */
#define _GNU_SOURCE

#include "jail/seal.h"

#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#define SURVIVED 42

static const jail_seal_limits limits = {.memory = 0, .cpu_seconds = 10};

/* Runs `body` in a sealed child; returns its wait status. */
static int in_jail(void (*body)(void))
{
    const pid_t pid = fork();

    assert_true(pid >= 0);
    if (pid == 0) {
        jail_seal(&limits);
        body();
        _exit(SURVIVED);
    }

    int status = 0;
    assert_int_equal(waitpid(pid, &status, 0), pid);
    return status;
}

static void try_open(void)
{
    syscall(SYS_openat, AT_FDCWD, "/etc/passwd", O_RDONLY);
}
static void try_create(void)
{
    syscall(SYS_openat, AT_FDCWD, "/tmp/x", O_CREAT | O_WRONLY, 0600);
}
static void try_socket(void)
{
    syscall(SYS_socket, 2, 1, 0);
}
static void try_exec(void)
{
    char *const words[] = {(char *)(uintptr_t) "/bin/true", NULL};
    syscall(SYS_execve, words[0], words, NULL);
}
static void try_clone(void)
{
    syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0);
}
static void try_kill(void)
{
    syscall(SYS_kill, getppid(), 0);
}
static void try_ptrace(void)
{
    syscall(SYS_ptrace, 0, 0, 0, 0);
}
static void try_ioctl(void)
{
    syscall(SYS_ioctl, 0, 0x5401, NULL);
}
static void try_unlink(void)
{
    syscall(SYS_unlinkat, AT_FDCWD, "/tmp/nothing", 0);
}
static void try_mkdir(void)
{
    syscall(SYS_mkdirat, AT_FDCWD, "/tmp/nothing", 0700);
}
static void try_list(void)
{
    syscall(SYS_getdents64, 0, NULL, 0);
}
static void try_mprotect(void)
{
    syscall(SYS_mprotect, 0, 0, 0);
}
static void try_prctl(void)
{
    syscall(SYS_prctl, PR_SET_DUMPABLE, 1);
}
static void try_limits(void)
{
    syscall(SYS_prlimit64, 0, RLIMIT_AS, NULL, NULL);
}
static void try_dup(void)
{
    syscall(SYS_dup, 0);
}
static void try_pipe(void)
{
    int ends[2];
    syscall(SYS_pipe2, ends, 0);
}
static void try_memory_of_others(void)
{
    syscall(SYS_process_vm_readv, 1, NULL, 0, NULL, 0, 0);
}
static void try_readlink(void)
{
    syscall(SYS_readlinkat, AT_FDCWD, "/proc/self/exe", NULL, 0);
}
static void try_sleep(void)
{
    syscall(SYS_clock_nanosleep, 0, 0, NULL, NULL);
}
static void try_random(void)
{
    syscall(SYS_getrandom, NULL, 0, 0);
}
static void try_mount(void)
{
    syscall(SYS_mount, "a", "b", "c", 0, NULL);
}
static void try_bpf(void)
{
    syscall(SYS_bpf, 0, NULL, 0);
}
static void try_memfd(void)
{
    syscall(SYS_memfd_create, "x", 0);
}
static void try_signal(void)
{
    syscall(SYS_rt_sigaction, SIGPROF, NULL, NULL, 8);
}
static void try_fcntl(void)
{
    syscall(SYS_fcntl, 0, F_GETFL);
}
static void try_uring(void)
{
    syscall(425, 1, NULL);
}
static void try_send(void)
{
    syscall(SYS_sendmsg, 1, NULL, 0);
}
static void try_code(void)
{
    syscall(SYS_mmap, NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC,
            MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
}
static void try_map_file(void)
{
    syscall(SYS_mmap, NULL, 4096, PROT_READ, MAP_PRIVATE, 0, 0);
}
static void try_read_elsewhere(void)
{
    char c;
    syscall(SYS_read, 3, &c, 1);
}
static void try_write_elsewhere(void)
{
    syscall(SYS_write, 2, "x", 1);
}
#ifdef __x86_64__
static void try_old_numbers(void)
{
    syscall(0x40000000 | 39);
}
#endif

static const struct attempt {
    const char *name;
    void (*body)(void);
} attempts[] = {
    {"open a file", try_open},
    {"create a file", try_create},
    {"open a socket", try_socket},
    {"run a program", try_exec},
    {"make a process", try_clone},
    {"send a signal", try_kill},
    {"trace a process", try_ptrace},
    {"drive a device", try_ioctl},
    {"remove a file", try_unlink},
    {"make a folder", try_mkdir},
    {"list a folder", try_list},
    {"change memory's protection", try_mprotect},
    {"change its own privileges", try_prctl},
    {"change its own limits", try_limits},
    {"copy a descriptor", try_dup},
    {"make a pipe", try_pipe},
    {"read another process's memory", try_memory_of_others},
    {"follow a link", try_readlink},
    {"sleep", try_sleep},
    {"ask for randomness", try_random},
    {"mount a disk", try_mount},
    {"load a filter", try_bpf},
    {"make a file in memory", try_memfd},
    {"change a signal's handler", try_signal},
    {"change a descriptor", try_fcntl},
    {"use a ring of calls", try_uring},
    {"send a descriptor", try_send},
    {"map memory to run code in", try_code},
    {"map a file", try_map_file},
    {"read another descriptor", try_read_elsewhere},
    {"write another descriptor", try_write_elsewhere},
#ifdef __x86_64__
    {"use another table of calls", try_old_numbers},
#endif
};

static void report_seal(void)
{
    _exit((int)jail_seal(&limits));
}

/* What holds on this kernel. */
static int bits_here(void)
{
    const pid_t pid = fork();
    int status = 0;

    if (pid == 0)
        report_seal();
    waitpid(pid, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 0;
}

static void every_forbidden_call_ends_the_process(void **state)
{
    (void)state;
    if (!(bits_here() & JAIL_SEAL_CALLS)) {
        print_message("this kernel has no seccomp: nothing to test\n");
        skip();
    }
    for (size_t i = 0; i < sizeof attempts / sizeof *attempts; i++) {
        const int status = in_jail(attempts[i].body);

        if (!WIFSIGNALED(status) || WTERMSIG(status) != SIGSYS)
            fail_msg("'%s' was possible (status %x)", attempts[i].name, (unsigned)status);
    }
}

static void live_on_memory(void)
{
    for (int round = 0; round < 50; round++) {
        char *large = malloc((size_t)8 << 20);
        char *small = malloc(100);

        if (!large || !small)
            _exit(1);
        memset(large, round, (size_t)8 << 20);
        large = realloc(large, (size_t)16 << 20);
        if (!large)
            _exit(1);
        free(large);
        free(small);
    }
    const struct itimerval timer = {.it_value = {.tv_sec = 5}};
    if (setitimer(ITIMER_PROF, &timer, NULL) != 0)
        _exit(1);
}

static void what_a_pack_needs_is_possible(void **state)
{
    (void)state;
    const int status = in_jail(live_on_memory);

    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), SURVIVED);
}

static void spin(void)
{
    const struct itimerval timer = {.it_value = {.tv_usec = 20000}};

    setitimer(ITIMER_PROF, &timer, NULL);
    for (volatile unsigned long i = 0;; i++)
        ;
}

static void the_timer_ends_a_loop(void **state)
{
    (void)state;
    const int status = in_jail(spin);

    assert_true(WIFSIGNALED(status));
    assert_int_equal(WTERMSIG(status), SIGPROF);
}

static void the_parts_that_every_linux_has_hold(void **state)
{
    (void)state;
    const int wanted = JAIL_SEAL_LIMITS | JAIL_SEAL_PARENT | JAIL_SEAL_PRIVILEGE;

    assert_int_equal(bits_here() & wanted, wanted);
}

static void descriptors_of_the_engine_are_closed(void **state)
{
    (void)state;
    const int left = open("/dev/null", O_RDONLY); /* no O_CLOEXEC: somebody forgot */
    const pid_t pid = fork();
    int status = 0;

    if (pid == 0) {
        jail_close_inherited();
        _exit(fcntl(left, F_GETFD) < 0 ? SURVIVED : 1);
    }
    waitpid(pid, &status, 0);
    close(left);
    assert_int_equal(WEXITSTATUS(status), SURVIVED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_parts_that_every_linux_has_hold),
        cmocka_unit_test(every_forbidden_call_ends_the_process),
        cmocka_unit_test(what_a_pack_needs_is_possible),
        cmocka_unit_test(the_timer_ends_a_loop),
        cmocka_unit_test(descriptors_of_the_engine_are_closed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
