// SPDX-License-Identifier: GPL-3.0-or-later
//
// Preloaded into oshaqd: makes the disk, the clock, name look-ups and threads fail as the board says. What a failed
// sync should have made durable is forgotten, as a page cache may do after an error: whoever syncs again and believes
// it finds out.

#include "tests/faults/shim/faultboard.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <map>
#include <mutex>
#include <string_view>
#include <vector>

#include <dlfcn.h>
#include <fcntl.h>
#include <netdb.h>
#include <sqlite3.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <unistd.h>

using oshaq::test::FaultBoard;
namespace faultfile = oshaq::test::faultfile;

namespace {

FaultBoard *mapBoard()
{
    const char *path = std::getenv(oshaq::test::faultBoardVariable);
    if (!path)
        return nullptr;
    static auto *const open = reinterpret_cast<int (*)(const char *, int, ...)>(::dlsym(RTLD_NEXT, "open64"));
    const int descriptor = open(path, O_RDWR | O_CLOEXEC);
    if (descriptor < 0)
        return nullptr;
    void *at = ::mmap(nullptr, sizeof(FaultBoard), PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
    ::close(descriptor);
    return at == MAP_FAILED ? nullptr : static_cast<FaultBoard *>(at);
}

/// Null while nobody injects anything.
FaultBoard *board()
{
    static FaultBoard *const mapped = mapBoard();
    return mapped;
}

template <typename Function> Function *next(const char *name)
{
    return reinterpret_cast<Function *>(::dlsym(RTLD_NEXT, name));
}

std::uint32_t fileOf(std::string_view path)
{
    // A file that was removed is still the same file to whoever has it open.
    constexpr std::string_view removed = " (deleted)";
    if (path.ends_with(removed))
        path.remove_suffix(removed.size());
    if (path.ends_with("/hub.db"))
        return faultfile::record;
    if (path.ends_with("/hub.db-wal"))
        return faultfile::log;
    return path.ends_with("/hub.db-shm") ? faultfile::all & ~(faultfile::record | faultfile::log) : 0;
}

bool isMeant(int descriptor)
{
    std::array<char, 64> link{};
    std::snprintf(link.data(), link.size(), "/proc/self/fd/%d", descriptor);
    std::array<char, 4096> path{};
    const ssize_t length = ::readlink(link.data(), path.data(), path.size() - 1);
    return length > 0 && (fileOf({path.data(), std::size_t(length)}) & board()->files.load()) != 0;
}

bool failsWrite(int descriptor)
{
    if (!board() || board()->writeErrno.load() == 0 || !isMeant(descriptor))
        return false;
    ++board()->writesFailed;
    errno = board()->writeErrno.load();
    return true;
}

void sleepMs(std::int64_t ms)
{
    timespec left{time_t(ms / 1000), long(ms % 1000) * 1'000'000};
    while (::nanosleep(&left, &left) != 0 && errno == EINTR) {
    }
}

// ---- what a failed sync forgets

struct Written
{
    off64_t at = 0;
    std::vector<char> before;
};
std::mutex writtenMutex;
std::map<std::pair<dev_t, ino_t>, std::vector<Written>> written; ///< since the last sync that went well

bool remembers()
{
    return board() && board()->syncErrno.load() != 0;
}

std::pair<dev_t, ino_t> keyOf(int descriptor)
{
    struct stat64 status = {};
    ::fstat64(descriptor, &status);
    return {status.st_dev, status.st_ino};
}

void remember(int descriptor, off64_t at, std::size_t count)
{
    if (!remembers() || !isMeant(descriptor))
        return;
    Written one{at, std::vector<char>(count)};
    const ssize_t had = ::pread64(descriptor, one.before.data(), count, at);
    std::fill(one.before.begin() + std::max<ssize_t>(had, 0), one.before.end(), '\0');
    const std::lock_guard lock(writtenMutex);
    written[keyOf(descriptor)].push_back(std::move(one));
}

void forget(int descriptor)
{
    static auto *const write = next<ssize_t(int, const void *, size_t, off64_t)>("pwrite64");
    const std::lock_guard lock(writtenMutex);
    auto &all = written[keyOf(descriptor)];
    std::for_each(all.rbegin(), all.rend(), [&](const Written &one) {
        write(descriptor, one.before.data(), one.before.size(), one.at);
        board()->bytesForgotten += one.before.size();
    });
    all.clear();
}

/// A counted failure is kept for a sync that loses something: what was written before the fault came is not remembered.
bool isToFail(int descriptor)
{
    const auto left = board()->syncsToFail.load();
    if (board()->syncErrno.load() == 0 || left == 0 || !isMeant(descriptor))
        return false;
    const std::lock_guard lock(writtenMutex);
    const auto lost = written.find(keyOf(descriptor));
    return left < 0 || (lost != written.end() && !lost->second.empty());
}

template <typename Sync> int syncOr(Sync *sync, int descriptor)
{
    if (!board())
        return sync(descriptor);
    if (const int slow = board()->slowSyncMs.load(); slow > 0 && isMeant(descriptor))
        sleepMs(slow);
    if (isToFail(descriptor)) {
        if (board()->syncsToFail.load() > 0)
            --board()->syncsToFail;
        forget(descriptor);
        ++board()->syncsFailed;
        errno = board()->syncErrno.load();
        return -1;
    }
    const int code = sync(descriptor);
    if (code == 0 && remembers()) {
        const std::lock_guard lock(writtenMutex);
        written.erase(keyOf(descriptor));
    }
    return code;
}

bool failsOpen(const char *path, int flags)
{
    if (!board() || board()->openErrno.load() == 0 || (flags & O_ACCMODE) == O_RDONLY ||
        (fileOf(path) & board()->files.load()) == 0)
        return false;
    ++board()->opensFailed;
    errno = board()->openErrno.load();
    return true;
}

template <typename Open> int openOr(Open *open, const char *path, int flags, va_list arguments)
{
    const mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(arguments, mode_t) : 0;
    return failsOpen(path, flags) ? -1 : open(path, flags, mode);
}

void standStill()
{
    std::array<std::uint64_t, 2> own{};
    ::prctl(PR_GET_NAME, own.data());
    const auto isMe = [&own] {
        return own[0] == board()->stuckName[0].load() && own[1] == board()->stuckName[1].load();
    };
    if (!isMe())
        return;
    ++board()->threadsHeld;
    while (isMe())
        sleepMs(20);
}

} // namespace

extern "C" {

ssize_t write(int descriptor, const void *bytes, size_t count)
{
    static auto *const real = next<ssize_t(int, const void *, size_t)>("write");
    return failsWrite(descriptor) ? -1 : real(descriptor, bytes, count);
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t count, off64_t at)
{
    static auto *const real = next<ssize_t(int, const void *, size_t, off64_t)>("pwrite64");
    if (failsWrite(descriptor))
        return -1;
    remember(descriptor, at, count);
    return real(descriptor, bytes, count, at);
}

ssize_t pwrite(int descriptor, const void *bytes, size_t count, off_t at)
{
    return pwrite64(descriptor, bytes, count, at);
}

int ftruncate64(int descriptor, off64_t length)
{
    static auto *const real = next<int(int, off64_t)>("ftruncate64");
    return failsWrite(descriptor) ? -1 : real(descriptor, length);
}

int ftruncate(int descriptor, off_t length)
{
    return ftruncate64(descriptor, length);
}

int fsync(int descriptor)
{
    static auto *const real = next<int(int)>("fsync");
    return syncOr(real, descriptor);
}

int fdatasync(int descriptor)
{
    static auto *const real = next<int(int)>("fdatasync");
    return syncOr(real, descriptor);
}

int open64(const char *path, int flags, ...)
{
    static auto *const real = next<int(const char *, int, ...)>("open64");
    va_list arguments;
    va_start(arguments, flags);
    const int descriptor = openOr(real, path, flags, arguments);
    va_end(arguments);
    return descriptor;
}

int open(const char *path, int flags, ...)
{
    static auto *const real = next<int(const char *, int, ...)>("open");
    va_list arguments;
    va_start(arguments, flags);
    const int descriptor = openOr(real, path, flags, arguments);
    va_end(arguments);
    return descriptor;
}

int clock_gettime(clockid_t clock, timespec *time) noexcept
{
    static auto *const real = next<int(clockid_t, timespec *)>("clock_gettime");
    const int code = real(clock, time);
    if (code == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE) && board())
        time->tv_sec += time_t(board()->clockOffsetMs.load() / 1000);
    return code;
}

int gettimeofday(timeval *time, void *zone) noexcept
{
    static auto *const real = next<int(timeval *, void *)>("gettimeofday");
    const int code = real(time, zone);
    if (code == 0 && board())
        time->tv_sec += time_t(board()->clockOffsetMs.load() / 1000);
    return code;
}

time_t time(time_t *at) noexcept
{
    timespec now{};
    clock_gettime(CLOCK_REALTIME, &now);
    if (at)
        *at = now.tv_sec;
    return now.tv_sec;
}

int getaddrinfo(const char *name, const char *service, const addrinfo *hints, addrinfo **found)
{
    static auto *const real = next<int(const char *, const char *, const addrinfo *, addrinfo **)>("getaddrinfo");
    if (board() && board()->namesHang.load() != 0) {
        ++board()->namesHeld;
        while (board()->namesHang.load() != 0)
            sleepMs(20);
    }
    return real(name, service, hints, found);
}

int sqlite3_step(sqlite3_stmt *statement)
{
    static auto *const real = next<int(sqlite3_stmt *)>("sqlite3_step");
    if (board() && board()->stuckName[0].load() != 0)
        standStill();
    return real(statement);
}

} // extern "C"
