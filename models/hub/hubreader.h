// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QtGlobal>

#include <chrono>
#include <memory>

namespace oshaq {

class Hub;

namespace sql {
class Database;
}

/// One thread's connection for reading: opened when it is asked for, and closed when the thread has nothing to do,
/// because each one keeps the whole schema in memory, half a megabyte. Not thread-safe.
class HubReader final
{
    Q_DISABLE_COPY_MOVE(HubReader)

public:
    /// Whoever was not asked for so long has nothing to do: opening again takes a few milliseconds.
    static constexpr std::chrono::seconds quiet{10};

    /// The hub must outlive it.
    explicit HubReader(const Hub &hub);
    ~HubReader();

    /// Opens it when it is closed; valid until close(). Its errors are those of Hub::openReader().
    Result<sql::Database *> open();
    /// Nothing that reads may be left of it.
    void close();

    bool isOpen() const { return m_database != nullptr; }
    /// While it is open.
    sql::Database &operator*() const { return *m_database; }
    sql::Database *operator->() const { return m_database.get(); }

private:
    const Hub &m_hub;
    std::unique_ptr<sql::Database> m_database;
};

} // namespace oshaq
