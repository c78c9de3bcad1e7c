// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/routebuilder.h"

namespace oshaq::routing {

Permission everybody()
{
    return Permission{true, 0, 0};
}

Permission only(RoleMask roles, PrincipalKindMask kinds)
{
    return Permission{false, roles, kinds};
}

Permission guests()
{
    return only(roleBit(Role::Guest), kindBit(Principal::Kind::Guest));
}

QueryField queryField(const char *name, Schema schema)
{
    return QueryField{QString::fromLatin1(name), std::move(schema)};
}

QueryField requiredQuery(const char *name, Schema schema)
{
    return QueryField{QString::fromLatin1(name), std::move(schema), Presence::Required};
}

QueryField cursorField()
{
    return queryField("cursor", Schema::string(200, 1));
}

QueryField languageField()
{
    return queryField("language", Schema::oneOf({QStringLiteral("en"), QStringLiteral("ru"), QStringLiteral("kk")})
                                      .described(QStringLiteral("English by default.")));
}

QueryField limitField()
{
    return queryField("limit", Schema::integer(1, 200));
}

Output answers(const char *name, Schema schema)
{
    return Output{name, std::move(schema)};
}

Output answersList(const char *name, Schema item)
{
    Output output{name, Schema::array(std::move(item), 0, 1'000'000)};
    output.meta =
        Schema::object({{QStringLiteral("next_cursor"), Schema::string(1000).nullable(), Presence::Required}});
    return output;
}

Output created(Output output)
{
    output.status = 201;
    return output;
}

Output answersWith(const char *name, const char *mediaType)
{
    return Output{name, std::nullopt, mediaType};
}

Route get(QByteArray pattern, QByteArray name, Permission permission, std::vector<QueryField> query, Output output,
          Handler handler)
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

Route write(QByteArray method, QByteArray pattern, QByteArray name, Permission permission, Route::Body body,
            Schema input, Output output, Handler handler)
{
    Route route = get(std::move(pattern), std::move(name), permission, {}, std::move(output), handler);
    route.idempotent = method == "POST" || method == "PATCH";
    route.method = std::move(method);
    route.body = body;
    route.input = std::move(input);
    return route;
}

Route remove(QByteArray pattern, QByteArray name, Permission permission, Output output, Handler handler)
{
    Route route = get(std::move(pattern), std::move(name), permission, {}, std::move(output), handler);
    route.method = "DELETE";
    return route;
}

Route summed(Route route, const char *summary)
{
    route.summary = summary;
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

Route withChoice(Route route, const char *name, const char *value, Schema schema)
{
    route.choice = InputChoice{QString::fromLatin1(name), QString::fromLatin1(value), std::move(schema)};
    return route;
}

Route withQuery(Route route, std::vector<QueryField> query)
{
    route.query = std::move(query);
    return route;
}

Route handsOutSecrets(Route route)
{
    route.idempotent = false;
    return route;
}

Route withoutStandby(Route route)
{
    route.withoutStandby = true;
    return route;
}

Route arrivesLate(Route route)
{
    route.arrivesLate = true;
    return route;
}

Route takesRaw(Route route, QList<QByteArray> mediaTypes, qint64 maxBodyBytes)
{
    route.rawTypes = std::move(mediaTypes);
    route.input.reset();
    return withMaxBody(std::move(route), maxBodyBytes);
}

Route withMaxBody(Route route, qint64 maxBodyBytes)
{
    route.maxBodyBytes = maxBodyBytes;
    return route;
}

} // namespace oshaq::routing
