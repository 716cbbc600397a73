/*
 * The seal around the helper. Each part stands on its own, so that where a kernel lacks
 * one the others still hold.
 */
#define _GNU_SOURCE /* syscall(), RLIMIT_NPROC: this file is Linux alone */

#include "jail/seal.h"

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stdbool.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define THIS_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define THIS_ARCHITECTURE AUDIT_ARCH_AARCH64
#elif defined(__riscv) && __riscv_xlen == 64
#define THIS_ARCHITECTURE AUDIT_ARCH_RISCV64
#endif

#define PROTECTION_ARGUMENT 2 /* of mmap */
#define FLAGS_ARGUMENT      3

void jail_close_inherited(void)
{
#ifdef SYS_close_range
    if (syscall(SYS_close_range, 3u, ~0u, 0u) == 0)
        return;
#endif
    struct rlimit open_files = {.rlim_cur = 1024};

    getrlimit(RLIMIT_NOFILE, &open_files);
    const int end = open_files.rlim_cur < 65536 ? (int)open_files.rlim_cur : 65536;
    for (int fd = 3; fd < end; fd++)
        close(fd);
}

static bool limit(unsigned resource, rlim_t most)
{
    const struct rlimit both = {.rlim_cur = most, .rlim_max = most};

    return setrlimit(resource, &both) == 0;
}

/* Sanitizers ask the kernel for more, and for terabytes of address space; a build with
 * them is for tests alone. */
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) ||               \
    __has_feature(memory_sanitizer)
#define SANITIZED 1
#endif
#endif

static bool set_limits(const jail_seal_limits *limits)
{
    bool held = limit(RLIMIT_CORE, 0);

#ifndef SANITIZED
    if (limits->memory > 0)
        held &= limit(RLIMIT_AS, (rlim_t)limits->memory);
#endif
    held &= limit(RLIMIT_CPU, limits->cpu_seconds);
    held &= limit(RLIMIT_FSIZE, 0);
    held &= limit(RLIMIT_NPROC, 0);
    held &= limit(RLIMIT_NOFILE, 0); /* what is open stays open */
    return held;
}

/* Without linux/landlock.h of this year: the newer members by the kernel's own numbering.
 */
struct ruleset {
    uint64_t files;
    uint64_t network; /* from version 4 on */
    uint64_t scoped;  /* from version 6 on */
};

/* Every right the kernel knows is handled and none is given. */
static bool close_files(void)
{
    const long version =
        syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (version < 1)
        return false;

    const int rights = version >= 5 ? 16 : version >= 3 ? 15 : version == 2 ? 14 : 13;
    const struct ruleset all = {
        .files = (UINT64_C(1) << rights) - 1,
        .network = version >= 4 ? 3 : 0,
        .scoped = version >= 6 ? 3 : 0,
    };
    const size_t size = version >= 6 ? 24 : version >= 4 ? 16 : 8;
    const long rules = syscall(SYS_landlock_create_ruleset, &all, size, 0);
    if (rules < 0)
        return false;

    const bool held = syscall(SYS_landlock_restrict_self, (int)rules, 0) == 0;
    close((int)rules);
    return held;
}

#ifdef THIS_ARCHITECTURE

#define LOAD(member)                                                                     \
    BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, member))
#define ARGUMENT(n)                                                                      \
    BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args[n]))
#define ALLOW           BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)
#define KILL            BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS)
#define IS(value, y, n) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (value), (y), (n))
#define HAS(bits, y, n) BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, (bits), (y), (n))
#define PERMIT(call)    IS((call), 0, 1), ALLOW
/* The call, with its first argument (a descriptor) being `fd`. The number is loaded
 * again for the next question. */
#define PERMIT_ON(call, fd) IS((call), 0, 4), ARGUMENT(0), IS((fd), 0, 1), ALLOW, KILL

static const struct sock_filter filter[] = {
    LOAD(arch),
    IS(THIS_ARCHITECTURE, 1, 0),
    KILL,
    LOAD(nr),
    PERMIT_ON(SYS_read, 0),
    PERMIT_ON(SYS_write, 1),
    PERMIT(SYS_setitimer),
    PERMIT(SYS_brk),
    /* mmap: never a file, never code */
    IS(SYS_mmap, 0, 6),
    ARGUMENT(PROTECTION_ARGUMENT),
    HAS(PROT_EXEC, 3, 0),
    ARGUMENT(FLAGS_ARGUMENT),
    HAS(MAP_ANONYMOUS, 0, 1),
    ALLOW,
    KILL,
    PERMIT(SYS_munmap),
    PERMIT(SYS_mremap),
    PERMIT(SYS_rt_sigreturn),
    PERMIT(SYS_exit),
    PERMIT(SYS_exit_group),
#ifdef SANITIZED
    PERMIT(SYS_madvise),
    PERMIT(SYS_sigaltstack),
    PERMIT(SYS_sched_yield),
    PERMIT(SYS_futex),
    PERMIT(SYS_getpid),
    PERMIT(SYS_gettid),
    PERMIT(SYS_rt_sigprocmask),
#endif
    KILL,
};

static bool close_calls(void)
{
    const struct sock_fprog program = {
        .len = sizeof filter / sizeof *filter,
        .filter = (struct sock_filter *)filter,
    };

    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) == 0;
}

#else /* an architecture whose calls nobody has looked at */

static bool close_calls(void)
{
    return false;
}

#endif

uint32_t jail_seal(const jail_seal_limits *limits)
{
    uint32_t held = 0;

    if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) == 0)
        held |= JAIL_SEAL_PARENT;
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0)
        held |= JAIL_SEAL_PRIVILEGE;
    if (close_files())
        held |= JAIL_SEAL_FILES;
    if (set_limits(limits))
        held |= JAIL_SEAL_LIMITS;
    if (close_calls())
        held |= JAIL_SEAL_CALLS;
    return held;
}
