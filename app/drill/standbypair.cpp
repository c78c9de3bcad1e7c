// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/drill/standbypair.h"

#include "sync/protocol/json.h"

#include <QFile>

#include <utility>

namespace oshaq::drill {

namespace {

JsonValue dataOf(const QByteArray &body)
{
    const auto json = parseJson(body);
    return json ? (*json)[u"data"] : JsonValue();
}

} // namespace

StandbyPair::StandbyPair(const Lab &lab, QByteArray token, QString hub, QString standby)
    : m_lab(lab)
    , m_token(std::move(token))
    , m_hub(std::move(hub))
    , m_standby(std::move(standby))
{}

QString StandbyPair::configure(const QString &tokenFile) const
{
    const SiteReply made = ask(m_hub, "POST", "/api/v1/admin/replica/token", "{}");
    const QByteArray token = dataOf(made.body)[u"access_token"].string().toLatin1();
    if (token.isEmpty())
        return QStringLiteral("the standby got no token: %1 %2").arg(made.status).arg(QString::fromUtf8(made.body));
    QFile file(tokenFile);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(token) != token.size())
        return QStringLiteral("%1 cannot be written").arg(tokenFile);
    const SiteReply set =
        ask(m_hub, "PUT", "/api/v1/admin/replica", R"({"mode":"sync","standby_name":")" + m_standby.toLatin1() + "\"}");
    return set.status == 200
               ? QString()
               : QStringLiteral("the standby was not set up: %1 %2").arg(set.status).arg(QString::fromUtf8(set.body));
}

bool StandbyPair::isInStep() const
{
    const SiteReply reply = ask(m_hub, "GET", "/api/v1/admin/replica");
    const JsonValue state = dataOf(reply.body);
    return reply.status == 200 && state[u"role"].string() == QLatin1String("hub") && state[u"in_step"].boolean() &&
           !state[u"solo"].boolean();
}

bool StandbyPair::promote()
{
    if (ask(m_standby, "POST", "/api/v1/admin/replica/promote", R"({"insist":true})").status != 200)
        return false;
    std::swap(m_hub, m_standby);
    return true;
}

SiteReply StandbyPair::ask(const QString &node, const char *method, const char *path, const QByteArray &body) const
{
    return askSite(m_lab, node, m_token, method, path, body);
}

bool StandbyPair::takesWrites(const QString &node) const
{
    const int status = ask(node, "POST", "/api/v1/auth/guest", R"({"name":"Somebody"})").status;
    return status >= 200 && status < 300;
}

} // namespace oshaq::drill
