// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/sitesettingsdesk.h"

#include "models/terminal/idempotencykey.h"

#include <memory>

namespace oshaq {

namespace {

/// Somebody who saves settings all the time would keep us from ever getting ours in.
constexpr int mostTurns = 5;

} // namespace

SiteSettingsDesk::SiteSettingsDesk(SettingsPort &port, QObject *parent)
    : QObject(parent)
    , m_port(port)
{}

SiteSettingsDesk::~SiteSettingsDesk()
{
    if (m_asking != 0)
        m_port.cancel(m_asking);
    for (const PortCall call : std::as_const(m_calls))
        m_port.cancel(call);
}

Currency SiteSettingsDesk::currency() const
{
    const auto currency = m_known ? Currency::fromCode(m_known->currency) : Result<Currency>(Currency());
    return currency ? *currency : Currency();
}

std::optional<SettingValue> SiteSettingsDesk::value(const QString &key) const
{
    if (!m_known)
        return std::nullopt;
    const auto found = m_known->values.find(key);
    return found == m_known->values.end() ? std::nullopt : std::optional(found->second);
}

void SiteSettingsDesk::refresh()
{
    if (m_asking != 0)
        return;
    m_asking = m_port.settings([this](const PortAnswer<SiteSettings> &answer) {
        m_asking = 0;
        if (answer)
            takeOver(*answer.value);
        else
            m_failure = answer.failure;
        Q_EMIT changed();
    });
}

void SiteSettingsDesk::takeOver(const SiteSettings &settings)
{
    m_failure.reset();
    // An answer that was overtaken by a save is older than what is known.
    if (!m_known || settings.version >= m_known->version)
        m_known = settings;
}

void SiteSettingsDesk::save(const QString &key, const SettingValue &value, Saved done)
{
    const auto before = this->value(key);
    if (!before) {
        done(PortFailure{PortFailure::Kind::Unreachable, {}, {}, {}});
        return;
    }
    send(key, *before, value, done, 1);
}

void SiteSettingsDesk::send(const QString &key, const SettingValue &before, const SettingValue &value,
                            const Saved &done, int turn)
{
    const auto call = std::make_shared<PortCall>(0);
    const QString idempotencyKey = newIdempotencyKey();
    *call = m_port.save(idempotencyKey, {{key, value}}, m_known->version,
                        [this, call, key, before, value, done, turn](const PortAnswer<SiteSettings> &answer) {
                            m_calls.remove(*call);
                            if (answer) {
                                takeOver(*answer.value);
                                Q_EMIT changed();
                                done(std::nullopt);
                                return;
                            }
                            if (answer.failure.errorCode != u"VERSION_STALE" || turn >= mostTurns) {
                                done(answer.failure);
                                return;
                            }
                            const auto again = std::make_shared<PortCall>(0);
                            const PortFailure stale = answer.failure;
                            *again = m_port.settings([=, this](const PortAnswer<SiteSettings> &fresh) {
                                m_calls.remove(*again);
                                if (!fresh) {
                                    done(fresh.failure);
                                    return;
                                }
                                takeOver(*fresh.value);
                                Q_EMIT changed();
                                // Somebody changed this very setting: they are to be seen first.
                                if (this->value(key) != before)
                                    done(stale);
                                else
                                    send(key, before, value, done, turn + 1);
                            });
                            m_calls.insert(*again);
                        });
    m_calls.insert(*call);
}

} // namespace oshaq
