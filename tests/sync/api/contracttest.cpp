// SPDX-License-Identifier: GPL-3.0-or-later
//
// The API against its own document: what /openapi.json gives rise to is sent, and each answer is held against what the
// document says of it.
#include "tests/support/apiharness.h"
#include "tests/support/contractcases.h"

#include <QJsonDocument>
#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

class ContractTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyAnswerIsAsTheDocumentSays_data();
    void everyAnswerIsAsTheDocumentSays();
    void examplesFitTheirSchemas_data() { everyAnswerIsAsTheDocumentSays_data(); }
    void examplesFitTheirSchemas();

private:
    static QByteArray tokenOf(const TestBusiness &business, const QByteArray &role);
    static QStringList problems(const JsonSchemaCheck &check, const ContractCase &one, const ApiAnswer &answer);
};

static QJsonObject readDocument(int version)
{
    TestSiteOptions options;
    options.server = false;
    TestSite site(options);
    if (!site.start())
        return {};
    ApiHarness api(site);
    return api.get("/openapi.json?version=" + QByteArray::number(version)).json;
}

QByteArray ContractTest::tokenOf(const TestBusiness &business, const QByteArray &role)
{
    if (role == "nobody")
        return {};
    if (role == "unknown")
        return "obt_nobodyissuedthistokennobodyissuedthistoken0";
    if (role == "owner")
        return business.token;
    if (role == "guest")
        return business.guestToken;
    for (const auto &[one, token] : business.terminalTokens) {
        if (roleText(one).toLatin1() == role)
            return token;
    }
    return business.token;
}

QStringList ContractTest::problems(const JsonSchemaCheck &check, const ContractCase &one, const ApiAnswer &answer)
{
    const QString status = QString::number(answer.status);
    if (!one.expected.isEmpty() && !one.expected.contains(answer.status))
        return {QStringLiteral("is answered ") + status};
    if (answer.status >= 500 && answer.status != 503)
        return {QStringLiteral("is answered ") + status};
    // 405 belongs to paths, not to operations: what a method that is not there answers nobody documents.
    if (answer.status == 405)
        return answer.header("Allow").isEmpty() ? QStringList{QStringLiteral("has no Allow")} : QStringList();
    // A path that matches no route has no operation either.
    if (one.operation.isEmpty())
        return {};
    const QJsonObject responses = one.operation.value(QLatin1String("responses")).toObject();
    if (!responses.contains(status))
        return {QStringLiteral("is answered ") + status + QStringLiteral(", which the document does not list")};
    const QJsonObject content =
        check.resolved(responses.value(status).toObject()).value(QLatin1String("content")).toObject();
    const QByteArray type = answer.header("Content-Type").split(';').first();
    if (!content.contains(QString::fromLatin1(type)))
        return {QStringLiteral("is of the type ") + QString::fromLatin1(type)};
    if (type != "application/json" && type != "application/problem+json")
        return {};
    const QJsonObject schema =
        content.value(QString::fromLatin1(type)).toObject().value(QLatin1String("schema")).toObject();
    const QJsonDocument body = QJsonDocument::fromJson(answer.body);
    const QJsonValue value = body.isArray() ? QJsonValue(body.array()) : QJsonValue(body.object());
    return check.check(schema, value);
}

void ContractTest::everyAnswerIsAsTheDocumentSays_data()
{
    QTest::addColumn<int>("version");
    QTest::newRow("v1") << 1;
    QTest::newRow("v2") << 2;
}

void ContractTest::everyAnswerIsAsTheDocumentSays()
{
    QFETCH(int, version);
    const QJsonObject document = readDocument(version);
    QVERIFY(!document.isEmpty());
    const JsonSchemaCheck check(document);
    const QList<ContractCase> cases = contractCases(document);

    // A fresh hub for each operation: what one deletes another one needs.
    std::unique_ptr<TestSite> site;
    std::unique_ptr<ApiHarness> api;
    QByteArray operation;
    QStringList wrong;
    int succeeded = 0;
    for (const ContractCase &one : cases) {
        const QByteArray here = one.method + one.path;
        if (here != operation) {
            operation = here;
            api.reset();
            TestSiteOptions options;
            options.server = false;
            site = std::make_unique<TestSite>(options);
            QVERIFY2(site->start(), qPrintable(site->problem()));
            api = std::make_unique<ApiHarness>(*site);
            const QByteArray order = pickupBody(site->business().item("Soup"));
            QCOMPARE(api->call("POST", "/api/v1/user/orders/create", site->business().guestToken, order).status, 201);
        }
        QByteArray token = tokenOf(site->business(), one.role);
        if (one.role == "standby") {
            token = api->call("POST", "/api/v1/admin/replica/token", site->business().token)
                        .data()
                        .value(QLatin1String("access_token"))
                        .toString()
                        .toLatin1();
        }
        Headers headers;
        if (!one.contentType.isEmpty())
            headers.append({"content-type", one.contentType});
        const ApiAnswer answer = api->call(one.method, one.target, token, one.body, headers);
        succeeded += answer.status >= 200 && answer.status < 300 ? 1 : 0;
        for (const QString &problem : problems(check, one, answer))
            wrong.append(QString::fromUtf8(one.name) + u' ' + problem + QStringLiteral("  <- ") +
                         QString::fromUtf8(answer.body.left(300)));
    }
    qInfo("v%d: %d requests, %d of them succeed", version, int(cases.size()), succeeded);
    // One by one: the framework cuts long messages.
    for (const QString &problem : wrong.mid(0, 60))
        qWarning().noquote() << problem;
    QCOMPARE(wrong.size(), 0);
    QVERIFY(succeeded > 0);
}

void ContractTest::examplesFitTheirSchemas()
{
    QFETCH(int, version);
    const QJsonObject document = readDocument(version);
    const JsonSchemaCheck check(document);
    const QJsonObject paths = document.value(QLatin1String("paths")).toObject();
    int examples = 0;
    const auto checkMedia = [&](const QJsonObject &content, const QString &place) {
        for (const QJsonValue &media : content) {
            const QJsonObject one = media.toObject();
            if (!one.contains(QLatin1String("example")))
                continue;
            QJsonObject schema = one.value(QLatin1String("schema")).toObject();
            if (schema.contains(QLatin1String("oneOf")))
                schema = schema.value(QLatin1String("oneOf")).toArray().first().toObject();
            const QStringList wrong = check.check(schema, one.value(QLatin1String("example")));
            QVERIFY2(wrong.isEmpty(), qPrintable(place + u' ' + wrong.join(u'\n')));
            ++examples;
        }
    };
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        const QJsonObject methods = path.value().toObject();
        for (auto method = methods.begin(); method != methods.end(); ++method) {
            const QJsonObject operation = method.value().toObject();
            const QString place = method.key() + u' ' + path.key();
            checkMedia(
                operation.value(QLatin1String("requestBody")).toObject().value(QLatin1String("content")).toObject(),
                place);
            for (const QJsonValue &response : operation.value(QLatin1String("responses")).toObject())
                checkMedia(check.resolved(response.toObject()).value(QLatin1String("content")).toObject(), place);
        }
    }
    QVERIFY(examples > 20);
}

QTEST_GUILESS_MAIN(ContractTest)
#include "contracttest.moc"
