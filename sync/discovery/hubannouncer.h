// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/discovery/avahipublisher.h"

#include <QThread>

#include <functional>

namespace oshaq {

/// The thread on which a hub announces itself. Where there is no Avahi it does nothing but wait for one.
class HubAnnouncer final : public QThread
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HubAnnouncer)

public:
    /// Starts at once. `changed`: whether everybody on the network can find the hub now; called on this thread.
    HubAnnouncer(HubAnnouncement what, std::function<void(bool)> changed, QString busAddress = {});
    /// Takes it back and joins.
    ~HubAnnouncer() override;

protected:
    void run() override;

private:
    const HubAnnouncement m_what;
    const std::function<void(bool)> m_changed;
    const QString m_busAddress;
};

} // namespace oshaq
