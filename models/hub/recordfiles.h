// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <array>
#include <optional>
#include <utility>

namespace oshaq {

/// Sees to it that what a connection writes to is what the next start will find: a file that was removed or replaced
/// still takes every write of whoever has it open, and keeps none of them. A few microseconds a look.
class RecordFiles
{
public:
    enum class State
    {
        Same,
        LogOther,    ///< the log, or the index of the log, is gone or another one; the database is the same
        FileMissing, ///< there is no database
        FileOther,   ///< there is another one in its place
    };

    /// Of the database at `path`, which somebody has just opened.
    explicit RecordFiles(const QString &path);

    State look();
    /// The connection is closed: what is not there any more went with it, and the next one makes another.
    void forgetClosed();

private:
    using Identity = std::pair<quint64, quint64>; ///< device and inode
    static std::optional<Identity> identityOf(const QByteArray &path);

    QByteArray m_file;
    std::array<QByteArray, 2> m_beside; ///< log, index of the log
    std::optional<Identity> m_fileId;
    std::array<std::optional<Identity>, 2> m_besideIds; ///< nothing: not made yet
};

} // namespace oshaq
