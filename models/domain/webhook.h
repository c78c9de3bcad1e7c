// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/change.h"
#include "models/domain/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace oshaq {

/// A delivery is given up, and an endpoint that never answered is switched off, after this long.
inline constexpr qint64 webhookPatienceMs = qint64{24} * 60 * 60 * 1000;
/// Between two attempts of a delivery.
inline constexpr qint64 webhookLongestPauseMs = qint64{60} * 60 * 1000;
/// After a new secret the old one signs as well for this long.
inline constexpr qint64 webhookOverlapMs = qint64{24} * 60 * 60 * 1000;

/// Where an integration wants to hear what happens.
struct WebhookEndpoint
{
    qint64 id = 0;
    qint64 businessId = 0;
    QString url;
    QStringList events; ///< "order.status", "order.*"; empty: all that integrations may hear
    bool active = true;
    std::optional<qint64> failingSinceMs; ///< of the first failure since the last success
    std::optional<qint64> disabledAtMs;   ///< switched off by the hub after a full day of failures
    qint64 oldSecretUntilMs = 0;
    qint64 version = 1;
    qint64 createdAtMs = 0;
};

enum class DeliveryState
{
    Waiting,
    Delivered,
    Failed
};

/// "waiting", "delivered", "failed".
QString deliveryStateText(DeliveryState state);

/// One event on its way to one endpoint.
struct WebhookDelivery
{
    qint64 id = 0;
    qint64 businessId = 0;
    qint64 webhookId = 0;
    QString uuid;              ///< the same for each attempt
    std::optional<qint64> seq; ///< of the journal; none: a test
    QString event;
    DeliveryState state = DeliveryState::Waiting;
    int attempts = 0;
    qint64 nextAtMs = 0;
    qint64 giveUpAtMs = 0;
    std::optional<qint64> lastAtMs;
    int lastStatus = 0; ///< 0: no answer
    qint64 latencyMs = 0;
    QString error;
    qint64 createdAtMs = 0;
};

/// What integrations may hear of.
bool mayBeHeard(EntityKind kind);
/// "order.status", "order.*" or "*".
bool isEventFilter(const QString &text);
bool wantsEvent(const QStringList &filters, const QString &event);

/// ValidationFailed unless it is an absolute https URL of a host, without user, password or fragment, of at most 2000
/// characters. `privateToo` also takes http, and https, to loopback and private addresses.
Result<void> checkWebhookUrl(const QString &url, bool privateToo);

/// "t=SECONDS,v1=HEX": HMAC-SHA256 of "SECONDS.BODY" under each of the secrets.
QByteArray webhookSignature(const QList<QByteArray> &secrets, qint64 nowMs, const QByteArray &body);

/// How far the clock of whoever signs may be from ours.
inline constexpr qint64 signatureToleranceMs = qint64{5} * 60 * 1000;
/// Whether `header` is such a signature of the body under the secret, not much older or newer than now. Takes as long
/// for a wrong one.
bool isWebhookSignature(const QByteArray &header, const QByteArray &secret, qint64 nowMs, const QByteArray &body);

} // namespace oshaq
