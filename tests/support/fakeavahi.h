// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>

#include <map>
#include <vector>

namespace oshaq::test {

/// A bus that nobody else is on.
class PrivateBus
{
    Q_DISABLE_COPY_MOVE(PrivateBus)

public:
    PrivateBus() = default;
    ~PrivateBus() { stop(); }

    bool start();
    void stop();
    QString address() const { return QStringLiteral("unix:path=") + m_directory.filePath(QStringLiteral("bus")); }

private:
    QTemporaryDir m_directory;
    QProcess m_daemon;
};

/// As much of Avahi as discovery asks for, on a private bus.
class FakeAvahi final : public QDBusVirtualObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FakeAvahi)

public:
    /// What another machine on the network announces.
    struct Service
    {
        QString name;
        QString address;
        quint16 port = 0;
        QList<QByteArray> facts{"v=0.1.0", "tls=1"};
        int interface = 2;
    };
    /// What was announced here.
    struct Group
    {
        QString name;
        quint16 port = 0;
        QList<QByteArray> facts;
        bool committed = false;
    };

    explicit FakeAvahi(const QString &busAddress);
    ~FakeAvahi() override;

    bool appear(int state = 2);
    void vanish();
    void setState(int state);
    /// What a name that somebody else has is answered with: at once, or when it is committed.
    void setTaken(const QString &name, bool onlyOnCommit);

    void add(const Service &service);
    void remove(const Service &service);

    const std::map<QString, Group> &groups() const { return m_groups; }
    /// The only thing that is announced; empty: none or several.
    QString announcedName() const;
    int resolved() const { return m_resolved; }

    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override;
    QString introspect(const QString &) const override { return {}; }

private:
    void tell(const QString &path, const QString &interface, const QString &signal, const QVariantList &arguments);
    void tellItem(const QString &signal, const Service &service);
    bool handleGroup(const QDBusMessage &message);

    const QString m_connectionName;
    QDBusConnection m_bus;
    int m_state = 2;
    int m_made = 0;
    int m_resolved = 0;
    std::map<QString, Group> m_groups;
    std::vector<QString> m_browsers;
    std::vector<Service> m_services;
    QString m_taken;
    bool m_takenOnCommit = false;
};

} // namespace oshaq::test
