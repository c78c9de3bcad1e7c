// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/standbykeys.h"

#include "models/hub/secretstore.h"
#include "models/sql/fieldkeys.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace oshaq {

namespace {

const QString secretsName = QStringLiteral("secrets");
const QString personalName = QStringLiteral("personal");

} // namespace

QByteArray standbykeys::ids(Hub &hub)
{
    const QByteArray secrets = hub.secrets().keyId();
    const QByteArray personal = hub.fieldKeys().ids();
    return secrets.isEmpty() && personal.isEmpty() ? QByteArray() : secrets.toHex() + '.' + personal.toHex();
}

Result<QByteArray> standbykeys::texts(Hub &hub)
{
    const auto secrets = hub.secrets().keyText();
    if (!secrets)
        return secrets.error();
    const auto personal = hub.fieldKeys().text();
    if (!personal)
        return personal.error();
    return QJsonDocument(
               QJsonObject{{secretsName, QString::fromLatin1(*secrets)}, {personalName, QString::fromLatin1(*personal)}})
        .toJson(QJsonDocument::Compact);
}

Result<void> standbykeys::adopt(Hub &hub, const QByteArray &texts)
{
    const QJsonObject all = QJsonDocument::fromJson(texts).object();
    const QByteArray secrets = all.value(secretsName).toString().toLatin1();
    const QByteArray personal = all.value(personalName).toString().toLatin1();
    if (!secrets.isEmpty()) {
        if (const auto taken = hub.secrets().adopt(secrets); !taken)
            return taken;
    }
    return personal.isEmpty() ? Result<void>() : hub.fieldKeys().adopt(personal);
}

} // namespace oshaq
