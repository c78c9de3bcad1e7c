// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/role.h"
#include "models/hub/principal.h"
#include "sync/protocol/schema.h"
#include "sync/server/exchange.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace oshaq {

class ApiThread;

using PrincipalKindMask = unsigned;
constexpr PrincipalKindMask kindBit(Principal::Kind kind)
{
    return 1u << static_cast<unsigned>(kind);
}

/// Who may call a route.
struct Permission
{
    bool isPublic = false;
    RoleMask roles = 0;
    PrincipalKindMask kinds = 0; ///< 0: any kind of token

    bool allows(const Principal &principal) const;
};

/// One parameter of the query. Integers and lists come as text, so `schema` checks them after they were split and read.
struct QueryField
{
    QString name;
    Schema schema;
    Presence presence = Presence::Optional;
};

/// Instead of Route::input for bodies in which the string `field` is `value`: one path, two shapes.
struct InputChoice
{
    QString field;
    QString value;
    Schema schema;
};

/// What a route answers with on success.
struct Output
{
    QByteArray name;              ///< of the shape, in the published document: "Order"
    std::optional<Schema> schema; ///< of `data`; none when the answer is no JSON
    QByteArray mediaType = "application/json";
    std::optional<Schema> meta = {};   ///< of `meta`; none when there is none
    int status = 200;                  ///< 201 when it makes something
    QList<QByteArray> otherTypes = {}; ///< that it may also be asked to answer with
};

/// One row of the route table.
struct Route
{
    enum class Root
    {
        Api,  ///< below /api/v1 and /api
        Site, ///< from the root, outside of any version
    };
    enum class Body
    {
        None,
        Optional,
        Required
    };

    QByteArray method;
    Root root = Root::Api;
    /// "/business/orders/{id}/status". `{id}` is a positive number or a uuid (Exchange::orderRef, rowId()); one more
    /// parameter of any other name may follow, which is any text (Exchange::pathText).
    QByteArray pattern;
    QByteArray name;    ///< "business.orders.status"; stable, for logs and the published document
    QByteArray summary; ///< one line for people, in the published document
    Permission permission;
    Body body = Body::None;
    std::optional<Schema> input;       ///< of the body
    std::optional<InputChoice> choice; ///< another schema for bodies that say so
    std::vector<QueryField> query;
    /// Media types of a body that is no JSON, such as a picture: the handler reads HttpRequest::body itself.
    QList<QByteArray> rawTypes;
    qint64 maxBodyBytes = 256 * 1024; ///< above it 413
    Output output;
    bool idempotent = false; ///< honours Idempotency-Key
    /// What staff did at a screen that was offline comes here later, and counts also when they have left meanwhile.
    bool arrivesLate = false;
    /// See WriteCommand::withoutStandby.
    bool withoutStandby = false;
    bool isWebSocket = false;
    Flow (*handler)(ApiThread &thread, const ExchangePtr &exchange) = nullptr;
    /// "/api/v1/business/orders/{id}/status"; the table's to fill in.
    QByteArray fullPattern = {};
};

/// The routes, declared once: router, validation, authorization and the tests of the contract all read this.
class RouteTable
{
public:
    /// The product's API.
    static const std::vector<Route> &routes();

    struct Match
    {
        const Route *route = nullptr;
        OrderRef orderRef;
        QString pathText;
        QList<QByteArray> allowed; ///< methods of the path when only the method is wrong
    };
    static Match find(const QByteArray &method, bool underApi, const std::vector<QString> &segments);
};

/// `{id}`: a positive number, or a uuid (lower-cased). Nothing when it is neither.
std::optional<OrderRef> orderRefFrom(const QString &segment);

} // namespace oshaq
