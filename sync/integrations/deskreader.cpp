// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/integrations/deskreader.h"

#include <utility>

namespace oshaq {

Q_LOGGING_CATEGORY(lcIntegrations, "oshaq.integrations")

DeskReader::DeskReader(const Hub &hub, Category category, std::chrono::milliseconds quiet)
    : m_reader(hub)
    , m_category(category)
{
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(quiet);
    QObject::connect(&m_quiet, &QTimer::timeout, &m_quiet, [this] { closeWhenQuiet(); });
}

Result<sql::Database *> DeskReader::open()
{
    m_isAsked = true;
    if (!m_quiet.isActive())
        closeWhenQuiet();
    return m_reader.open();
}

sql::Database *DeskReader::get()
{
    const auto opened = open();
    if (!opened)
        qCWarning(m_category).noquote() << "cannot read:" << opened.error().message;
    return opened ? *opened : nullptr;
}

void DeskReader::closeWhenQuiet()
{
    if (std::exchange(m_isAsked, false))
        m_quiet.start();
    else
        m_reader.close();
}

} // namespace oshaq
