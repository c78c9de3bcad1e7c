// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/hubreader.h"

#include "models/hub/hub.h"

namespace oshaq {

HubReader::HubReader(const Hub &hub)
    : m_hub(hub)
{}

HubReader::~HubReader() = default;

Result<sql::Database *> HubReader::open()
{
    if (!m_database) {
        auto opened = m_hub.openReader();
        if (!opened)
            return opened.error();
        m_database = std::move(*opened);
    }
    return m_database.get();
}

void HubReader::close()
{
    m_database.reset();
}

} // namespace oshaq
