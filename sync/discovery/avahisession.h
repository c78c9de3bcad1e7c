// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QObject>
#include <QString>
#include <QTimer>
#include <QVariantList>

#include <functional>
#include <memory>

class QDBusServiceWatcher;

namespace oshaq {

/// What hubs call their service in DNS-SD.
inline constexpr QLatin1String hubServiceType("_oshaq._tcp");

// What Avahi calls any of them.
inline constexpr int anyInterface = -1;
inline constexpr int anyProtocol = -1;

inline bool isBusError(const QDBusMessage &reply)
{
    return reply.type() != QDBusMessage::ReplyMessage;
}

/// A connection of its own to the bus, and whether there is an Avahi that runs. No bus, no Avahi and an Avahi that
/// begins or ends later are all the same to it: it waits, and says so. Lives on one thread, with an event loop.
class AvahiSession final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AvahiSession)

public:
    static constexpr int retryMs = 30'000; ///< where there is no bus, or it went away

    static constexpr QLatin1String service{"org.freedesktop.Avahi"};
    static constexpr QLatin1String serverInterface{"org.freedesktop.Avahi.Server"};

    /// `busAddress`: of the bus; empty: the system's.
    explicit AvahiSession(QString busAddress, QObject *parent = nullptr);
    ~AvahiSession() override;

    /// Connecting may take a moment where a bus is ill: not for the GUI thread.
    void start();
    bool isUp() const { return m_up; }
    /// While isUp().
    QDBusConnection &bus() { return *m_bus; }

    using Reply = std::function<void(const QDBusMessage &reply)>;
    /// `then` is called with the answer or the error, unless this ended meanwhile or Avahi did.
    void call(const QString &path, const QString &interface, const QString &method, const QVariantList &arguments,
              Reply then = {});

Q_SIGNALS:
    /// Everything that was made there before is gone.
    void upChanged(bool up);

private Q_SLOTS:
    void handleServerState(int state, const QString &error);
    void handleDisconnected();

private:
    void connectToBus();
    void askState();
    void setUp(bool up);

    const QString m_busAddress;
    const QString m_connectionName;
    std::unique_ptr<QDBusConnection> m_bus;
    QDBusServiceWatcher *m_watcher = nullptr;
    QTimer m_retry{this};
    bool m_up = false;
    int m_life = 0; ///< of Avahi: answers of an earlier one are none
};

} // namespace oshaq
