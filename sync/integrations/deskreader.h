// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/hubreader.h"

#include <QLoggingCategory>
#include <QTimer>

namespace oshaq {

Q_DECLARE_LOGGING_CATEGORY(lcIntegrations)

/// HubReader of a thread with an event loop: closes by itself once nobody has asked for it in a while. Belongs to the
/// thread that made it; what it gave is used within the same turn of the event loop.
class DeskReader final
{
    Q_DISABLE_COPY_MOVE(DeskReader)

public:
    using Category = const QLoggingCategory &(*)();

    /// Says in the log of `category` when the record cannot be opened. Closed between `quiet` and twice as long after
    /// it was asked for last.
    explicit DeskReader(const Hub &hub, Category category = lcIntegrations,
                        std::chrono::milliseconds quiet = HubReader::quiet);

    Result<sql::Database *> open();
    /// The same; null, and a line in the log, when the record cannot be opened now.
    sql::Database *get();

private:
    void closeWhenQuiet();

    HubReader m_reader;
    const Category m_category;
    QTimer m_quiet;
    bool m_isAsked = false; ///< since the timer began
};

} // namespace oshaq
