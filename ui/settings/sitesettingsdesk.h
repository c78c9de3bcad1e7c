// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/money.h"
#include "models/terminal/settingsport.h"

#include <QObject>
#include <QSet>

#include <functional>
#include <optional>

namespace oshaq {

/// The settings of the site as a screen knows them, and changes of them one by one. When somebody else was first with
/// another setting, the change is sent again on top of theirs; with the same one, the person is told.
class SiteSettingsDesk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SiteSettingsDesk)

public:
    /// The port must outlive it.
    explicit SiteSettingsDesk(SettingsPort &port, QObject *parent = nullptr);
    ~SiteSettingsDesk() override;

    const std::optional<SiteSettings> &known() const { return m_known; }
    /// Why the last question for them has no answer; nothing: it has.
    const std::optional<PortFailure> &failure() const { return m_failure; }
    Currency currency() const;
    /// Nothing: not known.
    std::optional<SettingValue> value(const QString &key) const;

    /// Asks the hub, unless it is being asked.
    void refresh();

    using Saved = std::function<void(const std::optional<PortFailure> &)>;
    /// Changes one setting. `done` with why not, or nothing: it is saved.
    void save(const QString &key, const SettingValue &value, Saved done);

Q_SIGNALS:
    /// known() or failure().
    void changed();

private:
    void send(const QString &key, const SettingValue &before, const SettingValue &value, const Saved &done, int turn);
    void takeOver(const SiteSettings &settings);

    SettingsPort &m_port;
    std::optional<SiteSettings> m_known;
    std::optional<PortFailure> m_failure;
    PortCall m_asking = 0;
    QSet<PortCall> m_calls;
};

} // namespace oshaq
