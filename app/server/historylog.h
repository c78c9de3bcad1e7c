// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QFile>
#include <QString>

#include <functional>

namespace oshaq {

/// What a client asked and what it was told, one JSON object a line, for a checker that reads it after everything was
/// cut and killed. Appends: a client that comes back after kill -9 goes on where it was; a line that was torn then
/// stays as it is, on a line of its own.
class HistoryLog
{
    Q_DISABLE_COPY_MOVE(HistoryLog)

public:
    HistoryLog() = default;

    /// Made for its user alone: guests' tokens are in it, so that a phone that comes back is the same guest.
    Result<void> open(const QString &path);
    bool isOpen() const { return m_file.isOpen(); }

    /// Called once, when a line could not be written: a history with holes proves nothing.
    void setFailed(std::function<void(const QString &)> failed) { m_failed = std::move(failed); }

    /// On the disk when this returns: call it before asking.
    void writeSynced(const QByteArray &json);
    /// Handed to the system when this returns: survives the end of this process, not of the machine.
    void write(const QByteArray &json);

private:
    bool append(const QByteArray &json);
    void fail();

    QFile m_file;
    std::function<void(const QString &)> m_failed;
};

} // namespace oshaq
