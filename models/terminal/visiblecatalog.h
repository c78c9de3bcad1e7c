// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/ordercache.h"
#include "models/terminal/outbox.h"

#include <QObject>

namespace oshaq {

/// The menu as people see it: the hub's, with what was said here about its dishes and has not come back yet. GUI
/// thread.
class VisibleCatalog final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VisibleCatalog)

public:
    VisibleCatalog(const OrderCache &cache, const Outbox &outbox);

    const Catalog &catalog() const { return m_catalog; }

Q_SIGNALS:
    void changed();

private:
    void refresh();

    const OrderCache &m_cache;
    const Outbox &m_outbox;
    Catalog m_catalog;
};

} // namespace oshaq
