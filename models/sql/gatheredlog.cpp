// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sql/gatheredlog.h"

#include <sqlite3.h>

#include <cstring>
#include <memory>
#include <new>

namespace oshaq::sql {

namespace {

/// Thirty pages. SQLite's own VFS takes no more than 131,071 bytes with one call.
constexpr sqlite3_int64 room = 127 * 1024;

/// Bytes that follow each other in a file and are not in it yet.
class Run
{
public:
    /// Does not gather: each piece is written as it comes.
    Run(sqlite3_file *file, bool gathers)
        : m_file(file)
        , m_bytes(gathers ? new (std::nothrow) char[std::size_t(room)] : nullptr)
    {}

    int write(const void *bytes, int count, sqlite3_int64 at)
    {
        if (m_count > 0 && (at != m_begin + m_count || m_count + count > room)) {
            if (const int code = flushOrDrop(); code != SQLITE_OK)
                return code;
        }
        if (!m_bytes || count > room)
            return m_file->pMethods->xWrite(m_file, bytes, count, at);
        if (m_count == 0)
            m_begin = at;
        std::memcpy(m_bytes.get() + m_count, bytes, std::size_t(count));
        m_count += count;
        return SQLITE_OK;
    }

    /// What could not be written stays, for when only a statement is taken back.
    int flush()
    {
        if (m_count == 0)
            return SQLITE_OK;
        const int code = m_file->pMethods->xWrite(m_file, m_bytes.get(), int(m_count), m_begin);
        if (code == SQLITE_OK)
            m_count = 0;
        return code;
    }

    /// When a write or a sync of the log fails, SQLite takes the whole transaction back. Its pages must not come into
    /// the file later: a COMMIT that was answered as failed would count after the next start.
    int flushOrDrop()
    {
        const int code = flush();
        m_count = 0;
        return code;
    }

    bool overlaps(int count, sqlite3_int64 at) const { return at < m_begin + m_count && m_begin < at + count; }

private:
    sqlite3_file *const m_file;
    const std::unique_ptr<char[]> m_bytes; ///< null: does not gather, also when there is no memory for it
    sqlite3_int64 m_begin = 0;
    sqlite3_int64 m_count = 0;
};

/// As SQLite allocates it: what it knows of a file, ours, and behind it the real file of SQLite's own VFS.
struct LogFile
{
    sqlite3_file base;
    Run *run; ///< owned; ends with xClose

    sqlite3_file *real() { return reinterpret_cast<sqlite3_file *>(this + 1); }
};

LogFile *logOf(sqlite3_file *file)
{
    return reinterpret_cast<LogFile *>(file);
}

int closeLog(sqlite3_file *file)
{
    LogFile *log = logOf(file);
    // What was not synced belongs to no transaction that counts.
    delete log->run;
    log->run = nullptr;
    return log->real()->pMethods->xClose(log->real());
}

int readLog(sqlite3_file *file, void *bytes, int count, sqlite3_int64 at)
{
    LogFile *log = logOf(file);
    if (log->run->overlaps(count, at)) {
        if (const int code = log->run->flush(); code != SQLITE_OK)
            return code;
    }
    return log->real()->pMethods->xRead(log->real(), bytes, count, at);
}

int writeLog(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 at)
{
    return logOf(file)->run->write(bytes, count, at);
}

/// Asks the real file, which has all by then.
template <typename Ask> int whenWritten(sqlite3_file *file, const Ask &ask)
{
    LogFile *log = logOf(file);
    const int code = log->run->flushOrDrop();
    return code == SQLITE_OK ? ask(log->real()) : code;
}

int truncateLog(sqlite3_file *file, sqlite3_int64 size)
{
    return whenWritten(file, [size](sqlite3_file *real) { return real->pMethods->xTruncate(real, size); });
}

int syncLog(sqlite3_file *file, int flags)
{
    return whenWritten(file, [flags](sqlite3_file *real) { return real->pMethods->xSync(real, flags); });
}

int sizeOfLog(sqlite3_file *file, sqlite3_int64 *size)
{
    return whenWritten(file, [size](sqlite3_file *real) { return real->pMethods->xFileSize(real, size); });
}

/// Controls are about the file and not about its bytes.
int controlLog(sqlite3_file *file, int operation, void *argument)
{
    sqlite3_file *real = logOf(file)->real();
    return real->pMethods->xFileControl(real, operation, argument);
}

int lockLog(sqlite3_file *file, int level)
{
    sqlite3_file *real = logOf(file)->real();
    return real->pMethods->xLock(real, level);
}

int unlockLog(sqlite3_file *file, int level)
{
    sqlite3_file *real = logOf(file)->real();
    return real->pMethods->xUnlock(real, level);
}

int isLogReserved(sqlite3_file *file, int *isReserved)
{
    sqlite3_file *real = logOf(file)->real();
    return real->pMethods->xCheckReservedLock(real, isReserved);
}

int sectorOfLog(sqlite3_file *file)
{
    sqlite3_file *real = logOf(file)->real();
    return real->pMethods->xSectorSize(real);
}

int deviceOfLog(sqlite3_file *file)
{
    sqlite3_file *real = logOf(file)->real();
    return real->pMethods->xDeviceCharacteristics(real);
}

/// Version 1: a log has no shared memory and is not mapped.
sqlite3_io_methods methodsOfLog()
{
    sqlite3_io_methods methods{};
    methods.iVersion = 1;
    methods.xClose = closeLog;
    methods.xRead = readLog;
    methods.xWrite = writeLog;
    methods.xTruncate = truncateLog;
    methods.xSync = syncLog;
    methods.xFileSize = sizeOfLog;
    methods.xLock = lockLog;
    methods.xUnlock = unlockLog;
    methods.xCheckReservedLock = isLogReserved;
    methods.xFileControl = controlLog;
    methods.xSectorSize = sectorOfLog;
    methods.xDeviceCharacteristics = deviceOfLog;
    return methods;
}

/// SQLite's own VFS in all but how logs are opened.
struct Vfs
{
    sqlite3_vfs base;
    sqlite3_vfs *real;
    sqlite3_io_methods log;
};

int open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    auto *own = reinterpret_cast<Vfs *>(vfs);
    if (!(flags & SQLITE_OPEN_WAL))
        return own->real->xOpen(own->real, name, file, flags, outFlags);
    LogFile *log = logOf(file);
    log->base.pMethods = nullptr; // nothing to close
    const int code = own->real->xOpen(own->real, name, log->real(), flags, outFlags);
    if (code != SQLITE_OK)
        return code;
    // On a disk whose sectors have to be written whole SQLite writes on after its sync.
    const bool gathers = log->real()->pMethods->xDeviceCharacteristics(log->real()) & SQLITE_IOCAP_POWERSAFE_OVERWRITE;
    log->run = new (std::nothrow) Run(log->real(), gathers);
    if (!log->run) {
        log->real()->pMethods->xClose(log->real());
        return SQLITE_NOMEM;
    }
    log->base.pMethods = &own->log;
    return SQLITE_OK;
}

struct Registered
{
    Registered()
    {
        sqlite3_vfs *real = sqlite3_vfs_find(nullptr);
        if (!real)
            return;
        vfs.base = *real;
        vfs.base.pNext = nullptr;
        vfs.base.zName = "oshaq-gathered-log";
        vfs.base.szOsFile = int(sizeof(LogFile)) + real->szOsFile;
        vfs.base.xOpen = open;
        vfs.real = real;
        vfs.log = methodsOfLog();
        isThere = sqlite3_vfs_register(&vfs.base, 0) == SQLITE_OK;
    }

    Vfs vfs{};
    bool isThere = false;
};

} // namespace

const char *gatheredLogVfs()
{
    static Registered registered;
    return registered.isThere ? registered.vfs.base.zName : nullptr;
}

} // namespace oshaq::sql
