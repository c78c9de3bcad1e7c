// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/foundhub.h"
#include "sync/discovery/avahisession.h"

#include <QDBusMessage>
#include <QList>
#include <QObject>
#include <QString>

#include <map>
#include <optional>
#include <tuple>

namespace oshaq {

/// Has Avahi look for hubs for as long as it lives. What comes from the network is anybody's: names are cleaned,
/// addresses and numbers of hubs checked. Lives on the session's thread; the session outlives it.
class AvahiBrowser final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AvahiBrowser)

public:
    static constexpr int maxServices = 64; ///< more are not looked at

    explicit AvahiBrowser(AvahiSession &session, QObject *parent = nullptr);
    ~AvahiBrowser() override;

    /// By name; each once, however many ways lead to it.
    HubSearch search() const;

    /// What a hub's answer to ResolveService says; nothing: not a hub that a screen could pair with.
    static std::optional<FoundHub> hubOf(const QVariantList &resolved);

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void handleNew(const QDBusMessage &message);
    void handleRemove(const QDBusMessage &message);

private:
    using Key = std::tuple<int, int, QString, QString>; ///< interface, protocol, name, domain

    void begin();
    bool isOurs(const QDBusMessage &message);
    void resolve(const Key &key);
    static std::optional<Key> keyOf(const QDBusMessage &message);

    AvahiSession &m_session;
    QString m_path;              ///< of the browser; empty: not known yet
    QList<QDBusMessage> m_early; ///< what came before the path did
    std::map<Key, FoundHub> m_services; ///< without a URL: being resolved
    bool m_works = false;
};

} // namespace oshaq
