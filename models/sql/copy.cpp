// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sql/copy.h"

#include <QFile>

#include <sqlite3.h>

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace oshaq::sql {

namespace {

/// A connection without pragmas, for the file of a copy only.
class CopyFile
{
    Q_DISABLE_COPY_MOVE(CopyFile)

public:
    CopyFile(const QString &name, int flags)
    {
        m_code = sqlite3_open_v2(QFile::encodeName(name).constData(), &m_handle, flags, nullptr);
    }
    ~CopyFile() { sqlite3_close(m_handle); }

    bool isOpen() const { return m_code == SQLITE_OK; }
    sqlite3 *handle() const { return m_handle; }
    QString problem() const { return QString::fromUtf8(sqlite3_errmsg(m_handle)); }

private:
    sqlite3 *m_handle = nullptr;
    int m_code = SQLITE_OK;
};

Error cannot(const QString &what, const QString &why)
{
    return Error{ErrorCode::StorageUnavailable, QStringLiteral("%1: %2").arg(what, why), {}};
}

Result<void> copy(sqlite3 *into, sqlite3 *from, const QString &what)
{
    sqlite3_backup *backup = sqlite3_backup_init(into, "main", from, "main");
    if (!backup)
        return cannot(what, QString::fromUtf8(sqlite3_errmsg(into)));
    const int stepped = sqlite3_backup_step(backup, -1);
    const int finished = sqlite3_backup_finish(backup);
    if (stepped != SQLITE_DONE || finished != SQLITE_OK)
        return cannot(what, QString::fromUtf8(sqlite3_errstr(finished != SQLITE_OK ? finished : stepped)));
    return {};
}

} // namespace

Result<void> copyTo(Database &source, const QString &fileName)
{
    const QString what = QStringLiteral("cannot copy %1 to %2").arg(source.path(), fileName);
    const int descriptor =
        ::open(QFile::encodeName(fileName).constData(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return cannot(what, qt_error_string(errno));
    ::close(descriptor);
    const CopyFile target(fileName, SQLITE_OPEN_READWRITE);
    if (!target.isOpen())
        return cannot(what, target.problem());
    return copy(target.handle(), static_cast<sqlite3 *>(source.handle()), what);
}

Result<void> copyFrom(Database &target, const QString &fileName)
{
    const QString what = QStringLiteral("cannot copy %1 into %2").arg(fileName, target.path());
    // A copy is in WAL mode, as its source: to be read it needs a log beside it, even an empty one.
    const CopyFile source(fileName, SQLITE_OPEN_READWRITE);
    if (!source.isOpen())
        return cannot(what, source.problem());
    return copy(static_cast<sqlite3 *>(target.handle()), source.handle(), what);
}

} // namespace oshaq::sql
