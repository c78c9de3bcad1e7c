// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/operatorclient.h"

#include "sync/protocol/staffjson.h"

namespace oshaq {

namespace {

const QByteArray operatorPath = QByteArrayLiteral("/api/v1/business/operator");

/// Somebody waits at a locked screen, which may know them itself.
constexpr int signInTimeoutMs = 5'000;

HubCalls::Request asScreen(const QByteArray &method, const QByteArray &path, const QByteArray &body = {})
{
    HubCalls::Request request{method, path, body};
    request.namesOperator = false;
    return request;
}

HubOperator personOf(const OperatorSignIn &read)
{
    return {{read.staffId, read.name, read.role}, read.active};
}

Result<HubOperator> readPerson(const Answer &answer)
{
    const auto read = readOperatorSignIn(answer.data);
    if (!read)
        return read.error();
    return personOf(*read);
}

Result<HubOperatorFacts> readFacts(const Answer &answer)
{
    const auto read = readOperatorFacts(answer.data);
    if (!read)
        return read.error();
    HubOperatorFacts facts;
    facts.managersWithPin = read->managersWithPin;
    if (read->person)
        facts.person = personOf(*read->person);
    return facts;
}

Result<PortNothing> readNothing(const Answer &)
{
    return PortNothing();
}

} // namespace

OperatorClient::OperatorClient(const HubEndpoint &endpoint, HttpTransport &transport)
    : m_calls(endpoint, transport)
{}

PortCall OperatorClient::signIn(const QString &pin, PortDone<HubOperator> done)
{
    HubCalls::Request request = asScreen("POST", operatorPath + "/sign-in", pinBody(pin));
    request.timeoutMs = signInTimeoutMs;
    return m_calls.ask<HubOperator>(request, readPerson, std::move(done));
}

PortCall OperatorClient::reportSignIn(qint64 staffId, qint64 actedAtMs, PortDone<HubOperator> done)
{
    return m_calls.ask<HubOperator>(asScreen("POST", operatorPath + "/sign-in", signedInBody(staffId, actedAtMs)),
                                    readPerson, std::move(done));
}

PortCall OperatorClient::reportSignOut(qint64 staffId, qint64 actedAtMs, PortDone<PortNothing> done)
{
    return m_calls.ask<PortNothing>(asScreen("POST", operatorPath + "/sign-out", signedOutBody(staffId, actedAtMs)),
                                    readNothing, std::move(done));
}

PortCall OperatorClient::facts(qint64 staffId, PortDone<HubOperatorFacts> done)
{
    const QByteArray query = staffId > 0 ? "?staff_id=" + QByteArray::number(staffId) : QByteArray();
    return m_calls.ask<HubOperatorFacts>(asScreen("GET", operatorPath + query), readFacts, std::move(done));
}

void OperatorClient::cancel(PortCall call)
{
    m_calls.cancel(call);
}

void OperatorClient::giveUp()
{
    m_calls.giveUp();
}

} // namespace oshaq
