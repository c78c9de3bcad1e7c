// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/jsonschemacheck.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>

namespace oshaq::test {

/// One request that the API's document gives rise to.
struct ContractCase
{
    QByteArray name; ///< "POST /api/v1/business/orders: body.items is missing"
    QByteArray method;
    QByteArray path;   ///< as the document writes it
    QByteArray target; ///< with parameters filled in
    QByteArray body;
    QByteArray contentType;
    QByteArray role;        ///< who sends it: a role's name, or "nobody"
    QList<int> expected;    ///< statuses that are right; empty: whatever the document lists, but no server error
    QJsonObject operation;  ///< of the document
    bool isUpgrade = false; ///< a WebSocket: the request without an upgrade must be refused
};

/// Every request for every operation of the document: as its example says, with the least, with each query parameter,
/// and wrong in one place after another.
QList<ContractCase> contractCases(const QJsonObject &document);

} // namespace oshaq::test
