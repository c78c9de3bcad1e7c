// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/foundhub.h"
#include "models/runtime/mailbox.h"

#include <QObject>
#include <QString>

#include <memory>

class QThread;

namespace oshaq {

/// Looks for hubs on a thread of its own while somebody wants to know. GUI thread; nothing blocks.
class HubFinder final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HubFinder)

public:
    /// `busAddress`: empty: the system's bus.
    explicit HubFinder(QString busAddress = {}, QObject *parent = nullptr);
    /// Joins the thread.
    ~HubFinder() override;

    /// From the first call on it looks until it ends.
    void start();
    const HubSearch &search() const { return m_search; }

Q_SIGNALS:
    void changed();

private:
    void take(const HubSearch &search);

    const QString m_busAddress;
    HubSearch m_search;
    Mailbox m_mailbox;
    std::unique_ptr<QThread> m_thread; ///< goes before the mailbox that it posts to
};

} // namespace oshaq
