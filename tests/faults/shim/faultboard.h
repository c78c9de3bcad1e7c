// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>

namespace oshaq::test {

/// Which of the record's files a fault of the disk is about; bits.
namespace faultfile {
inline constexpr std::uint32_t record = 1; ///< hub.db
inline constexpr std::uint32_t log = 2;    ///< hub.db-wal
inline constexpr std::uint32_t all = 7;    ///< and hub.db-shm
} // namespace faultfile

/// What the preloaded library does to the program, in a file that both map: the test writes, the library reads at every
/// call. All zero: nothing. Plain and lock-free, because it is looked at inside of system calls of any thread.
struct FaultBoard
{
    // The disk. An errno of 0: as the system has it.
    std::atomic<std::uint32_t> files; ///< of faultfile
    std::atomic<std::int32_t> writeErrno;
    std::atomic<std::int32_t> syncErrno;
    std::atomic<std::int32_t> syncsToFail; ///< so many that lose something, then none; negative: all
    std::atomic<std::int32_t> openErrno;   ///< of opening for writing
    std::atomic<std::int32_t> slowSyncMs;  ///< each sync takes so much longer

    // Time, names, threads.
    std::atomic<std::int64_t> clockOffsetMs; ///< added to the wall clock
    std::atomic<std::uint32_t> namesHang;    ///< getaddrinfo() does not come back while it is set
    /// A thread of this name stands still where it asks the database, while it is set. Not terminated: all 16 bytes.
    std::atomic<std::uint64_t> stuckName[2];

    // What came of it.
    std::atomic<std::uint64_t> writesFailed;
    std::atomic<std::uint64_t> syncsFailed;
    std::atomic<std::uint64_t> opensFailed;
    std::atomic<std::uint64_t> bytesForgotten; ///< written, not synced, and gone with the sync that failed
    std::atomic<std::uint64_t> namesHeld;
    std::atomic<std::uint64_t> threadsHeld;
};

static_assert(std::atomic<std::uint64_t>::is_always_lock_free);

/// Where the library finds the board: a path in the environment.
inline constexpr const char *faultBoardVariable = "OSHAQ_FAULT_BOARD";

} // namespace oshaq::test
