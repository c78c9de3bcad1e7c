// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/openapi.h"

#include <set>
#include <utility>

namespace oshaq::openapi {

QByteArray permissionPage(const std::vector<Route> &routes, int contractChecks)
{
    QByteArray page =
        "# The API: who may do what\n\n"
        "Made from the route table; `tests/sync/api/apidocumenttest` fails when it is not what the table says, and "
        "writes it anew\n"
        "with `OSHAQ_UPDATE_DOCS=1`. The document for programs is `/openapi.json` (`?version=2` for v2), for people "
        "`/docs`.\n\n"
        "yes: allowed; no: 403; every route but the public ones answers 401 without a token. Each cell is proven by\n"
        "`routetabletest::rolesMeetTheirAnswers`, which calls every route with every role, and declared a second time "
        "by hand in\n"
        "`routetabletest::permissionsAreAsExpected`; each answer's shape by `contracttest`.\n\n";
    const auto distinct = [&] {
        std::set<QByteArray> paths;
        for (const Route &route : routes)
            paths.insert(route.fullPattern);
        return paths.size();
    }();
    page += "Routes: " + QByteArray::number(qint64(routes.size())) + " on " + QByteArray::number(qint64(distinct)) +
            " paths. Cells: " + QByteArray::number(qint64(routes.size() * allRoles.size())) +
            ". Requests that the contract test sends and checks against the document: " +
            QByteArray::number(contractChecks) + ".\n\n";
    page += "| method | path |";
    for (const Role role : allRoles)
        page += ' ' + roleText(role).toLatin1() + " |";
    page += " tokens |\n|---|---|";
    for (size_t i = 0; i < allRoles.size(); ++i)
        page += "---|";
    page += "---|\n";
    for (const Route &route : routes) {
        page += "| " + (route.isWebSocket ? QByteArray("WS") : route.method) + " | `" + route.fullPattern + "` |";
        for (const Role role : allRoles)
            page += route.permission.isPublic || (route.permission.roles & roleBit(role)) != 0 ? " yes |" : " no |";
        QByteArray kinds;
        using Kind = Principal::Kind;
        for (const auto &[kind, name] : {std::pair{Kind::Business, "business "}, std::pair{Kind::Terminal, "terminal "},
                                         std::pair{Kind::Guest, "guest "}, std::pair{Kind::Staff, "staff "},
                                         std::pair{Kind::Integration, "integration "}}) {
            if ((route.permission.kinds & kindBit(kind)) != 0)
                kinds += name;
        }
        page += ' ' +
                (route.permission.isPublic ? QByteArray("none needed")
                 : kinds.isEmpty()         ? QByteArray("any")
                                           : kinds.trimmed().replace(' ', ", ")) +
                " |\n";
    }
    return page;
}

} // namespace oshaq::openapi
