// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/terminal/visiblecatalog.h"

#include <utility>

namespace oshaq {

namespace {

Catalog visible(const OrderCache &cache, const Outbox &outbox)
{
    Catalog catalog = cache.catalog();
    outbox.applyTo(&catalog);
    return catalog;
}

} // namespace

VisibleCatalog::VisibleCatalog(const OrderCache &cache, const Outbox &outbox)
    : m_cache(cache)
    , m_outbox(outbox)
    , m_catalog(visible(cache, outbox))
{
    // What the hub says may be another business's currency or hours as well: that is always told on.
    connect(&cache, &OrderCache::catalogChanged, this, [this] {
        m_catalog = visible(m_cache, m_outbox);
        Q_EMIT changed();
    });
    connect(&outbox, &Outbox::itemsChanged, this, &VisibleCatalog::refresh);
}

void VisibleCatalog::refresh()
{
    Catalog catalog = visible(m_cache, m_outbox);
    const bool same = catalog.items == m_catalog.items && catalog.categories == m_catalog.categories &&
                      catalog.stations == m_catalog.stations;
    if (same)
        return;
    m_catalog = std::move(catalog);
    Q_EMIT changed();
}

} // namespace oshaq
