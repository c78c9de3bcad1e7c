// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/sql/database.h"

#include <QString>
#include <QThread>

#include <functional>
#include <memory>
#include <mutex>

namespace oshaq {

/// That a record was not looked at since an end that was not a clean one: a file beside it, so that a look that did not
/// come to its end, or found damage, is made again at the next start.
namespace uncheckednote {

bool exists(const QString &directory);
Result<void> write(const QString &directory);
void remove(const QString &directory);

} // namespace uncheckednote

/// Looks at a whole record, table by table, while its hub already works: after a power cut nobody's dinner waits until
/// gigabytes were read. Each table in a snapshot of its own, because a long one would hold the log that the writer
/// wants to empty. Its own thread with its own connection.
class SoundCheck final : public QThread
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SoundCheck)

public:
    using OpenReader = std::function<Result<std::unique_ptr<sql::Database>>()>;

    /// Starts at once. `done` runs on the check's thread, unless the check is destroyed before its end.
    SoundCheck(OpenReader openReader, std::function<void(const Result<void> &)> done);
    /// Breaks off.
    ~SoundCheck() override;

protected:
    void run() override;

private:
    Result<void> look();
    bool isStopping() const;

    const OpenReader m_openReader;
    const std::function<void(const Result<void> &)> m_done;
    mutable std::mutex m_mutex;
    bool m_stopping = false;
    std::unique_ptr<sql::Database>
        m_reader; ///< made and destroyed by the thread, interrupted by others: under the mutex
};

} // namespace oshaq
