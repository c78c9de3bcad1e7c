// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/errorjson.h"

#include <QMap>
#include <QTest>

using namespace oshaq;

class ErrorJsonTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCodeHasItsStatus();
    void errorsRoundTrip();
    void successesRoundTrip();
    void refusesWhatIsNoAnswer();
};

void ErrorJsonTest::everyCodeHasItsStatus()
{
    const QMap<ErrorCode, int> special{
        {ErrorCode::BadRequest, 400},      {ErrorCode::MalformedJson, 400},      {ErrorCode::UnknownVersion, 404},
        {ErrorCode::Unauthenticated, 401}, {ErrorCode::TokenExpired, 401},       {ErrorCode::Forbidden, 403},
        {ErrorCode::NotFound, 404},        {ErrorCode::MethodNotAllowed, 405},   {ErrorCode::CursorGone, 410},
        {ErrorCode::VersionStale, 412},    {ErrorCode::PayloadTooLarge, 413},    {ErrorCode::UnsupportedMediaType, 415},
        {ErrorCode::RateLimited, 429},     {ErrorCode::StorageUnavailable, 503}, {ErrorCode::Overloaded, 503},
        {ErrorCode::Internal, 500},        {ErrorCode::ValidationFailed, 422},   {ErrorCode::ItemUnknown, 422},
        {ErrorCode::ItemUnavailable, 422}, {ErrorCode::OptionInvalid, 422},      {ErrorCode::QuantityOffStep, 422},
        {ErrorCode::CredentialsWrong, 401}, {ErrorCode::TotpRequired, 401}, {ErrorCode::SignInLocked, 429}, {ErrorCode::NotConfigured, 503}, {ErrorCode::PairingExpired, 410},
        {ErrorCode::AddressRequired, 422}, {ErrorCode::AmountOutOfRange, 422},
        {ErrorCode::ReplicaUnreachable, 503}, {ErrorCode::HubFenced, 503}, {ErrorCode::HubStandby, 503},
    };
    QSet<QString> texts;
    for (int i = 0; i <= static_cast<int>(ErrorCode::Internal); ++i) {
        const auto code = static_cast<ErrorCode>(i);
        // What is left are the conflicts: transitions, lines, recalls, existing rows, reused keys.
        QCOMPARE(httpStatus(code), special.value(code, 409));
        QCOMPARE(errorCodeFromText(errorCodeText(code)), std::optional(code));
        texts.insert(errorCodeText(code));
    }
    QCOMPARE(texts.size(), static_cast<int>(ErrorCode::Internal) + 1);
    QVERIFY(!errorCodeFromText(u"NO_SUCH_CODE"));
}

void ErrorJsonTest::errorsRoundTrip()
{
    const Error error{ErrorCode::OrderTransitionNotAllowed,
                      QStringLiteral("No \"way\"."),
                      {{QStringLiteral("status"), QStringLiteral("is 6")}}};
    const QByteArray text = errorJson(error, "req-1");
    QCOMPARE(text,
             QByteArray(R"({"success":false,"error":{"code":"ORDER_TRANSITION_NOT_ALLOWED","message":"No \"way\".",)"
                        R"("details":[{"path":"status","issue":"is 6"}]},"request_id":"req-1"})"));
    const Result<Answer> answer = readAnswer(text);
    QVERIFY(answer.ok());
    QVERIFY(!answer->success);
    QCOMPARE(answer->errorCode, QStringLiteral("ORDER_TRANSITION_NOT_ALLOWED"));
    QCOMPARE(answer->message, error.message);
    QCOMPARE(answer->requestId, QStringLiteral("req-1"));

    const Result<Answer> guard = readAnswer(errorJson("HEAD_TOO_LARGE", QStringLiteral("Too large."), "req-2"));
    QVERIFY(guard.ok());
    QCOMPARE(guard->errorCode, QStringLiteral("HEAD_TOO_LARGE"));
}

void ErrorJsonTest::successesRoundTrip()
{
    QCOMPARE(successJson("[1]", QStringLiteral("Done"), "{\"more\":false}"),
             QByteArray(R"({"success":true,"data":[1],"message":"Done","meta":{"more":false}})"));
    const Result<Answer> answer = readAnswer(successJson("{\"a\":12.950}"));
    QVERIFY(answer.ok());
    QVERIFY(answer->success);
    QCOMPARE(answer->data[u"a"].numberText(), QByteArray("12.950"));
    QVERIFY(answer->meta.isNull());
    QVERIFY(answer->errorCode.isEmpty());
}

void ErrorJsonTest::refusesWhatIsNoAnswer()
{
    for (const char *text : {"", "<html>", "[]", "{}", R"({"success":"yes"})", "null"})
        QVERIFY2(!readAnswer(text).ok(), text);
}

QTEST_APPLESS_MAIN(ErrorJsonTest)
#include "errorjsontest.moc"
