// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/sql/database.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <mutex>

namespace oshaq {

/// A copy of the record that a standby takes in parts. The file has no name: it goes with the last who holds it.
class ReplicaCopy
{
    Q_DISABLE_COPY_MOVE(ReplicaCopy)

public:
    /// Copies what this connection sees; takes as long as it takes.
    static Result<std::shared_ptr<const ReplicaCopy>> make(sql::Database &database, const QString &directory);
    ~ReplicaCopy();

    const QByteArray &id() const { return m_id; }
    qint64 size() const { return m_size; }
    /// At most `length` bytes; none at the end. Any thread.
    Result<QByteArray> read(qint64 offset, qint64 length) const;

private:
    ReplicaCopy(QByteArray id, int descriptor, qint64 size);
    const QByteArray m_id;
    const int m_descriptor;
    const qint64 m_size;
};

/// The copy that is being taken now: a standby takes one at a time, and a new one ends the one before. Thread-safe.
class ReplicaCopies
{
    Q_DISABLE_COPY_MOVE(ReplicaCopies)

public:
    ReplicaCopies() = default;

    void keep(std::shared_ptr<const ReplicaCopy> copy);
    /// Null: not this one, or not any more.
    std::shared_ptr<const ReplicaCopy> find(const QByteArray &id) const;
    /// It was read to its end.
    void drop(const QByteArray &id);

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<const ReplicaCopy> m_copy;
};

} // namespace oshaq
