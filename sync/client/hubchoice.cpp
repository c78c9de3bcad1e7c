// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/hubchoice.h"

#include <QLoggingCategory>

namespace oshaq {

namespace {

Q_LOGGING_CATEGORY(lcChoice, "oshaq.client.hub")

/// Named value of terminal.db: the address that was followed last and the other one of its site, a line each.
QString urlsKey()
{
    return QStringLiteral("hub.urls");
}

} // namespace

HubChoice::HubChoice(TerminalDatabase &database)
    : m_database(database)
    , m_urls(QString())
{}

void HubChoice::begin(const QString &url)
{
    const bool isSame = m_urls.contains(url);
    if (!isSame)
        m_urls = {url};
    m_index = m_urls.indexOf(url);
    m_failures = 0;
    const QStringList known = m_database.meta(urlsKey()).split(u'\n', Qt::SkipEmptyParts);
    // Of another site they would be somebody else's.
    if (known.contains(url)) {
        for (const QString &other : known)
            add(other);
    }
}

void HubChoice::add(const QString &url)
{
    if (!url.isEmpty() && !m_urls.contains(url))
        m_urls << url;
}

void HubChoice::follows(const QString &otherUrl)
{
    m_failures = 0;
    if (otherUrl.isEmpty() || otherUrl == url())
        return;
    add(otherUrl);
    // The address of the credentials stays among them: it is what a restart begins with.
    const QString known = m_urls.join(u'\n');
    if (m_database.meta(urlsKey()) == known)
        return;
    if (const auto kept = m_database.setMeta(urlsKey(), known); !kept)
        qCWarning(lcChoice, "the other hub's address is not kept: %ls", qUtf16Printable(kept.error().message));
}

bool HubChoice::failed()
{
    return ++m_failures >= patience && next();
}

bool HubChoice::turnedAway(const QString &otherUrl)
{
    add(otherUrl);
    if (otherUrl.isEmpty() || otherUrl == url())
        return failed();
    m_failures = 0;
    m_index = m_urls.indexOf(otherUrl);
    qCInfo(lcChoice, "asking %ls instead", qUtf16Printable(url()));
    return true;
}

bool HubChoice::next()
{
    m_failures = 0;
    if (m_urls.size() < 2)
        return false;
    m_index = (m_index + 1) % m_urls.size();
    qCInfo(lcChoice, "asking %ls instead", qUtf16Printable(url()));
    return true;
}

} // namespace oshaq
