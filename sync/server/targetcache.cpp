// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/targetcache.h"

#include "sync/server/routetable.h"

namespace oshaq {

namespace {
constexpr std::size_t maxLines = 1024;
constexpr qsizetype maxLineBytes = 512;
} // namespace

const ReadTarget *TargetCache::find(const HttpRequest &request) const
{
    const auto found = m_targets.find({request.method, request.path, request.query});
    return found == m_targets.end() ? nullptr : &found->second;
}

void TargetCache::keep(const HttpRequest &request, const ReadTarget &target)
{
    if (request.path.size() + request.query.size() > maxLineBytes || target.route->pattern.contains('{'))
        return;
    // More than the screens of a site ask for: to begin anew is cheaper than to note who asked last.
    if (m_targets.size() >= maxLines)
        m_targets.clear();
    m_targets.insert_or_assign({request.method, request.path, request.query}, target);
}

} // namespace oshaq
