// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/routetable.h"

#include "models/domain/uuid7.h"
#include "sync/protocol/commandjson.h"
#include "sync/server/routes.h"

#include <algorithm>

namespace oshaq {

namespace {

using Kind = Principal::Kind;

constexpr RoleMask managers = roleBit(Role::Owner) | roleBit(Role::Manager);
constexpr RoleMask floorRoles = managers | roleBit(Role::Counter);
constexpr RoleMask kitchenRoles = floorRoles | roleBit(Role::Kitchen);
constexpr RoleMask staffRoles = kitchenRoles | roleBit(Role::Courier);

Permission everybody()
{
    return Permission{true, 0, 0};
}

Permission only(RoleMask roles, PrincipalKindMask kinds = 0)
{
    return Permission{false, roles, kinds};
}

QueryField field(const char *name, Schema schema)
{
    return QueryField{QString::fromLatin1(name), std::move(schema)};
}

/// Cursors of lists are opaque; the store that made them checks them.
QueryField cursorField()
{
    return field("cursor", Schema::string(200, 1));
}

Schema fulfilments()
{
    QStringList values;
    for (const Fulfilment fulfilment : allFulfilments)
        values.append(fulfilmentText(fulfilment));
    return Schema::oneOf(values);
}

Schema cancelSchema()
{
    return Schema::object({{QStringLiteral("reason"), Schema::string(200), Presence::Optional}});
}

std::vector<QueryField> orderListQuery()
{
    return {field("status", Schema::array(Schema::integer(1, 7), 1, 7).unique()),
            field("from", Schema::dateTime()),
            field("to", Schema::dateTime()),
            field("fulfilment", fulfilments()),
            field("sort", Schema::oneOf({QStringLiteral("placed_at"), QStringLiteral("-placed_at")})),
            field("limit", Schema::integer(1, 200)),
            cursorField()};
}

std::vector<QueryField> ownListQuery()
{
    return {field("limit", Schema::integer(1, 200)), cursorField()};
}

Route get(QByteArray pattern, QByteArray name, Permission permission, std::vector<QueryField> query, QByteArray output,
          Flow (*handler)(ApiThread &, const ExchangePtr &))
{
    Route route;
    route.method = "GET";
    route.pattern = std::move(pattern);
    route.name = std::move(name);
    route.permission = permission;
    route.query = std::move(query);
    route.output = std::move(output);
    route.handler = handler;
    return route;
}

Route site(Route route)
{
    route.root = Route::Root::Site;
    return route;
}

Route webSocket(Route route)
{
    route.isWebSocket = true;
    return route;
}

/// A route that changes something. Each honours Idempotency-Key unless it hands out secrets, which are not stored to be
/// answered again.
Route write(QByteArray method, QByteArray pattern, QByteArray name, Permission permission, Route::Body body,
            Schema input, QByteArray output, Flow (*handler)(ApiThread &, const ExchangePtr &))
{
    Route route;
    route.method = std::move(method);
    route.pattern = std::move(pattern);
    route.name = std::move(name);
    route.permission = permission;
    route.body = body;
    route.input = std::move(input);
    route.output = std::move(output);
    route.idempotent = true;
    route.handler = handler;
    return route;
}

Route withChoice(Route route, const char *name, const char *value, Schema schema)
{
    route.choice = InputChoice{QString::fromLatin1(name), QString::fromLatin1(value), std::move(schema)};
    return route;
}

Route handsOutSecrets(Route route)
{
    route.idempotent = false;
    return route;
}

std::vector<Route> makeRoutes()
{
    constexpr auto needed = Route::Body::Required;
    constexpr auto optional = Route::Body::Optional;
    const Permission floor = only(floorRoles);
    const Permission kitchen = only(kitchenRoles);
    const Permission staff = only(staffRoles);
    const Permission screens = only(staffRoles, kindBit(Kind::Terminal));
    const Permission devices = only(staffRoles, kindBit(Kind::Business) | kindBit(Kind::Terminal));
    const Permission guests = only(roleBit(Role::Guest), kindBit(Kind::Guest));

    return {
        // auth
        handsOutSecrets(write("POST", "/auth/guest", "auth.guest", devices, needed, guestSessionSchema(),
                              "GuestSession", routes::createGuest)),
        // business
        get("/business/orders", "business.orders.list", staff, orderListQuery(), "OrderList", routes::listOrders),
        write("POST", "/business/orders", "business.orders.create", floor, needed, staffOrderSchema(), "Order",
              routes::createStaffOrder),
        get("/business/orders/stats", "business.orders.stats", kitchen, {}, "OrderStats", routes::orderStats),
        get("/business/orders/{id}", "business.orders.one", staff, {}, "Order", routes::oneOrder),
        write("PATCH", "/business/orders/{id}/status", "business.orders.status", staff, needed, statusCommandSchema(),
              "NewStatus", routes::setOrderStatus),
        write("POST", "/business/orders/{id}/status", "business.orders.status.post", staff, needed,
              statusCommandSchema(), "NewStatus", routes::setOrderStatus),
        withChoice(write("PATCH", "/business/orders/{id}/lines", "business.orders.lines", kitchen, needed,
                         linesCommandSchema(), "NewStatus", routes::changeLines),
                   "action", "add", addLinesSchema()),
        write("POST", "/business/orders/{id}/recall", "business.orders.recall", kitchen, optional,
              recallCommandSchema(), "NewStatus", routes::recallOrder),
        write("POST", "/business/painted", "business.painted", screens, needed, paintedSchema(), "Painted",
              routes::acknowledgePainted),
        get("/business/snapshot", "business.snapshot", staff, {}, "Snapshot", routes::snapshot),
        get("/business/changes", "business.changes", staff,
            {field("since", Schema::string(200, 1)), field("limit", Schema::integer(1, 500))}, "ChangeList",
            routes::changes),
        webSocket(get("/business/live", "business.live", staff, {}, "LiveMessage", routes::openLive)),
        // user
        get("/menu", "menu", everybody(), {field("business", Schema::id())}, "Menu", routes::menu),
        get("/user/orders", "user.orders.list", guests, ownListQuery(), "OrderList", routes::listUserOrders),
        get("/user/orders/active", "user.orders.active", guests, ownListQuery(), "OrderList",
            routes::listActiveUserOrders),
        get("/user/orders/{id}", "user.orders.one", guests, {}, "Order", routes::oneUserOrder),
        write("POST", "/user/orders/create", "user.orders.create", guests, needed, guestOrderSchema(), "Order",
              routes::createUserOrder),
        write("POST", "/user/orders/{id}/cancel", "user.orders.cancel", guests, optional, cancelSchema(), "NewStatus",
              routes::cancelUserOrder),
        // system
        site(get("/health/live", "health.live", everybody(), {}, "Health", routes::healthLive)),
        site(get("/health/ready", "health.ready", everybody(), {}, "Health", routes::healthReady)),
        site(get("/version", "version", everybody(), {}, "Version", routes::version)),
    };
}

/// A route with its pattern taken apart once.
struct Compiled
{
    const Route *route = nullptr;
    QStringList segments;
};

const std::vector<Compiled> &compiledRoutes()
{
    static const std::vector<Compiled> compiled = [] {
        std::vector<Compiled> list;
        for (const Route &route : RouteTable::routes())
            list.push_back({&route, QString::fromLatin1(route.pattern).mid(1).split(u'/')});
        return list;
    }();
    return compiled;
}

bool matches(const QStringList &pattern, const std::vector<QString> &segments, OrderRef *ref)
{
    if (static_cast<size_t>(pattern.size()) != segments.size())
        return false;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const QString &segment = segments[static_cast<size_t>(i)];
        if (pattern[i] == u"{id}") {
            const auto parsed = orderRefFrom(segment);
            if (!parsed)
                return false;
            *ref = *parsed;
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

QByteArray Route::fullPattern() const
{
    return root == Root::Api ? "/api/v1" + pattern : pattern;
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
    for (const Compiled &compiled : compiledRoutes()) {
        OrderRef ref;
        if ((compiled.route->root == Route::Root::Api) != underApi || !matches(compiled.segments, segments, &ref))
            continue;
        if (compiled.route->method == wanted) {
            match.route = compiled.route;
            match.orderRef = ref;
            match.allowed.clear();
            return match;
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
