// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/routetable.h"

#include "models/domain/uuid7.h"
#include "sync/server/backuproutes.h"
#include "sync/server/noticeroutes.h"
#include "sync/server/routes.h"

#include <algorithm>

namespace oshaq {

namespace {

std::vector<Route> makeRoutes()
{
    std::vector<Route> all;
    for (const auto group :
         {routes::authRoutes,       routes::signInRoutes,   routes::phoneCodeRoutes, routes::staffRoutes,
          routes::tableRoutes,      routes::apiTokenRoutes, routes::orderRoutes,     routes::orderOfficeRoutes,
          routes::orderSplitRoutes, routes::catalogRoutes,  routes::menuImageRoutes, routes::menuFileRoutes,
          routes::stationRoutes,    routes::terminalRoutes, routes::screenRoutes,    routes::feedRoutes,
          routes::userRoutes,       routes::profileRoutes,  routes::guestRoutes,     routes::paymentRoutes,
          routes::webhookRoutes,    routes::noticeRoutes,   routes::printRoutes,     routes::adminRoutes,
          routes::reportRoutes,     routes::dayEndRoutes,   routes::publicRoutes,    routes::documentRoutes,
          routes::operatorRoutes,   routes::hubRoutes,      routes::replicaRoutes,   routes::pairingRoutes,
          routes::drawerRoutes,     routes::courierRoutes,  routes::outsideRoutes,   routes::integrationRoutes,
          routes::bankRoutes,       routes::backupRoutes,      routes::systemRoutes}) {
        for (Route &route : group()) {
            route.fullPattern = route.root == Route::Root::Api ? "/api/v1" + route.pattern : route.pattern;
            all.push_back(std::move(route));
        }
    }
    return all;
}

/// A route with its pattern taken apart once.
struct Compiled
{
    const Route *route = nullptr;
    QStringList segments;
};

/// The routes that a path with so many segments may mean, in the table's order.
const std::vector<Compiled> &routesWith(size_t segments)
{
    static const std::vector<std::vector<Compiled>> compiled = [] {
        std::vector<std::vector<Compiled>> bySegments;
        for (const Route &route : RouteTable::routes()) {
            const QStringList parts = QString::fromLatin1(route.pattern).mid(1).split(u'/');
            const auto count = static_cast<size_t>(parts.size());
            bySegments.resize(std::max(bySegments.size(), count + 1));
            bySegments[count].push_back({&route, parts});
        }
        return bySegments;
    }();
    static const std::vector<Compiled> none;
    return segments < compiled.size() ? compiled[segments] : none;
}

/// Both have the same length.
bool matches(const QStringList &pattern, const std::vector<QString> &segments, RouteTable::Match *match)
{
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const QString &segment = segments[static_cast<size_t>(i)];
        if (pattern[i] == u"{id}") {
            const auto parsed = orderRefFrom(segment);
            if (!parsed)
                return false;
            match->orderRef = *parsed;
        } else if (pattern[i].startsWith(u'{')) {
            if (segment.isEmpty())
                return false;
            match->pathText = segment;
        } else if (pattern[i] != segment) {
            return false;
        }
    }
    return true;
}

} // namespace

bool Permission::allows(const Principal &principal) const
{
    if (isPublic)
        return true;
    return (roles & roleBit(principal.role)) != 0 && (kinds == 0 || (kinds & kindBit(principal.kind)) != 0);
}

const std::vector<Route> &RouteTable::routes()
{
    static const std::vector<Route> table = makeRoutes();
    return table;
}

RouteTable::Match RouteTable::find(const QByteArray &method, bool underApi, const std::vector<QString> &segments)
{
    Match match;
    // The transport leaves the body of an answer to HEAD out.
    const QByteArray wanted = method == "HEAD" ? QByteArray("GET") : method;
    for (const Compiled &compiled : routesWith(segments.size())) {
        RouteTable::Match here;
        if ((compiled.route->root == Route::Root::Api) != underApi || !matches(compiled.segments, segments, &here))
            continue;
        if (compiled.route->method == wanted) {
            here.route = compiled.route;
            return here;
        }
        match.allowed.append(compiled.route->method);
    }
    return match;
}

std::optional<OrderRef> orderRefFrom(const QString &segment)
{
    const bool digits = !segment.isEmpty() &&
                        std::all_of(segment.begin(), segment.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (digits) {
        bool fits = false;
        const qint64 id = segment.toLongLong(&fits);
        if (!fits || id <= 0)
            return std::nullopt;
        return OrderRef{id, {}};
    }
    if (isUuid(segment))
        return OrderRef{0, segment.toLower()};
    return std::nullopt;
}

} // namespace oshaq
