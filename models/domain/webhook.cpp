// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/webhook.h"

#include <QMessageAuthenticationCode>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <cstdlib>

namespace oshaq {

namespace {

constexpr qsizetype maxUrl = 2000;

/// Loopback, private, link-local and unspecified addresses, as QUrl spells hosts.
bool isPrivateHost(const QString &host)
{
    if (host == u"localhost" || host.endsWith(u".localhost"))
        return true;
    static const QRegularExpression four(QStringLiteral("^(\\d+)\\.(\\d+)\\.\\d+\\.\\d+$"));
    if (const auto match = four.match(host); match.hasMatch()) {
        const int a = match.captured(1).toInt();
        const int b = match.captured(2).toInt();
        return a == 0 || a == 10 || a == 127 || (a == 169 && b == 254) || (a == 172 && b >= 16 && b < 32) ||
               (a == 192 && b == 168) || (a == 100 && b >= 64 && b < 128);
    }
    if (!host.contains(u':'))
        return false;
    static const QRegularExpression six(QStringLiteral("^(::1?$|::ffff:|f[cd]|fe[89ab])"),
                                        QRegularExpression::CaseInsensitiveOption);
    return six.match(host).hasMatch();
}

Error wrongUrl(const QString &issue)
{
    return {ErrorCode::ValidationFailed,
            QStringLiteral("The request is wrong in one place."),
            {{QStringLiteral("url"), issue}}};
}

} // namespace

QString deliveryStateText(DeliveryState state)
{
    switch (state) {
    case DeliveryState::Waiting:
        return QStringLiteral("waiting");
    case DeliveryState::Delivered:
        return QStringLiteral("delivered");
    case DeliveryState::Failed:
        return QStringLiteral("failed");
    }
    return {};
}

bool mayBeHeard(EntityKind kind)
{
    return kind == EntityKind::Order || kind == EntityKind::Item || kind == EntityKind::Category ||
           kind == EntityKind::Station || kind == EntityKind::Business || kind == EntityKind::Payment;
}

bool isEventFilter(const QString &text)
{
    static const QRegularExpression shape(QStringLiteral("^(\\*|[a-z_]{1,40}\\.([a-z_]{1,40}|\\*))$"));
    return shape.match(text).hasMatch();
}

bool wantsEvent(const QStringList &filters, const QString &event)
{
    return filters.isEmpty() || std::any_of(filters.begin(), filters.end(), [&event](const QString &filter) {
               return filter == event || (filter.endsWith(u'*') && event.startsWith(filter.chopped(1)));
           });
}

Result<void> checkWebhookUrl(const QString &text, bool privateToo)
{
    const QUrl url(text, QUrl::StrictMode);
    const QString scheme = url.scheme();
    if (text.size() > maxUrl || !url.isValid() || url.host().isEmpty() || (scheme != u"https" && scheme != u"http"))
        return wrongUrl(QStringLiteral("must be an https URL"));
    if (!url.userInfo().isEmpty() || url.hasFragment())
        return wrongUrl(QStringLiteral("must hold no user, password or fragment"));
    const bool isPrivate = isPrivateHost(url.host());
    if (isPrivate && !privateToo)
        return wrongUrl(QStringLiteral("must not be a private address (webhooks.private_addresses allows them)"));
    if (scheme == u"http" && !isPrivate)
        return wrongUrl(QStringLiteral("must be https"));
    return {};
}

QByteArray webhookSignature(const QList<QByteArray> &secrets, qint64 nowMs, const QByteArray &body)
{
    const QByteArray seconds = QByteArray::number(nowMs / 1000);
    QByteArray signature = "t=" + seconds;
    for (const QByteArray &secret : secrets) {
        signature +=
            ",v1=" + QMessageAuthenticationCode::hash(seconds + '.' + body, secret, QCryptographicHash::Sha256).toHex();
    }
    return signature;
}

bool isWebhookSignature(const QByteArray &header, const QByteArray &secret, qint64 nowMs, const QByteArray &body)
{
    QByteArray seconds;
    QList<QByteArray> given;
    for (const QByteArray &part : header.split(',')) {
        const QByteArray trimmed = part.trimmed();
        if (trimmed.startsWith("t="))
            seconds = trimmed.mid(2);
        else if (trimmed.startsWith("v1="))
            given.append(trimmed.mid(3).toLower());
    }
    bool isNumber = false;
    const qint64 atMs = seconds.size() <= 12 ? seconds.toLongLong(&isNumber) * 1000 : 0;
    const QByteArray right =
        QMessageAuthenticationCode::hash(seconds + '.' + body, secret, QCryptographicHash::Sha256).toHex();
    bool matches = false;
    for (const QByteArray &one : given) {
        if (one.size() != right.size())
            continue;
        int difference = 0;
        for (qsizetype i = 0; i < right.size(); ++i)
            difference |= right[i] ^ one[i];
        matches |= difference == 0;
    }
    return matches && isNumber && !secret.isEmpty() && std::abs(nowMs - atMs) <= signatureToleranceMs;
}

} // namespace oshaq
