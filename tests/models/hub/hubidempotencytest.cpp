// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/idempotencystore.h"
#include "tests/models/hub/writerfixture.h"

#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

namespace {

constexpr qint64 hour = 60 * 60 * 1000;

} // namespace

class HubIdempotencyTest final : public QObject
{
    Q_OBJECT

private:
    Result<WriteOutcome> insert(const QString &key, const QByteArray &body = "body")
    {
        ++m_texts;
        return m_writer->submitAndWait(
            WriterFixture::keyed(WriterFixture::insert(QStringLiteral("text %1").arg(m_texts)), key, body));
    }

    qint64 keys() const { return m_fixture->number(QStringLiteral("SELECT count(*) FROM idempotency_keys")); }

    std::unique_ptr<WriterFixture> m_fixture;
    std::unique_ptr<Writer> m_writer;
    int m_texts = 0;

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<WriterFixture>();
        m_writer = m_fixture->start();
        m_texts = 0;
    }

    void cleanup()
    {
        m_writer.reset();
        m_fixture.reset();
    }

    void theSameAgainIsAReplay()
    {
        auto first = insert(QStringLiteral("k"));
        QVERIFY(first.ok());
        QVERIFY(!first->replayed);
        auto again = insert(QStringLiteral("k"));
        QVERIFY(again.ok());
        QVERIFY(again->replayed);
        QCOMPARE(again->entityId, first->entityId);
        QCOMPARE(again->entity, first->entity);
        QCOMPARE(again->code, 201);
        QCOMPARE(m_fixture->rows(), 1);
        // Also after a restart.
        m_writer.reset();
        m_writer = m_fixture->start();
        QVERIFY(insert(QStringLiteral("k"))->replayed);
        QCOMPARE(m_fixture->rows(), 1);
    }

    void anotherBodyIsRefused()
    {
        QVERIFY(insert(QStringLiteral("k")).ok());
        auto other = insert(QStringLiteral("k"), "other body");
        QVERIFY(!other.ok());
        QCOMPARE(other.error().code, ErrorCode::IdempotencyKeyReused);
        QCOMPARE(m_fixture->rows(), 1);
        QVERIFY(insert(QStringLiteral("k"))->replayed); // the refusal did not take the key over
    }

    void refusalsAreReplayed()
    {
        auto first = m_writer->submitAndWait(
            WriterFixture::keyed(WriterFixture::refuse(ErrorCode::OrderTransitionNotAllowed), QStringLiteral("k")));
        QCOMPARE(first.error().code, ErrorCode::OrderTransitionNotAllowed);
        QCOMPARE(m_fixture->rows(), 0);
        // The same request would succeed by now; the key says otherwise.
        auto again = insert(QStringLiteral("k"));
        QVERIFY(!again.ok());
        QCOMPARE(again.error().code, ErrorCode::OrderTransitionNotAllowed);
        QCOMPARE(m_fixture->rows(), 0);
        QCOMPARE(m_fixture->number(QStringLiteral("SELECT outcome_code FROM idempotency_keys")), 0);
    }

    void passingFailuresAreNotStored_data()
    {
        QTest::addColumn<int>("code");
        for (const ErrorCode code :
             {ErrorCode::StorageUnavailable, ErrorCode::Internal, ErrorCode::Overloaded, ErrorCode::RateLimited,
              ErrorCode::Unauthenticated, ErrorCode::TokenExpired, ErrorCode::Forbidden})
            QTest::newRow(qPrintable(errorCodeText(code))) << int(code);
    }

    void passingFailuresAreNotStored()
    {
        QFETCH(int, code);
        auto failed =
            m_writer->submitAndWait(WriterFixture::keyed(WriterFixture::refuse(ErrorCode(code)), QStringLiteral("k")));
        QCOMPARE(failed.error().code, ErrorCode(code));
        QCOMPARE(keys(), 0);
        auto again = insert(QStringLiteral("k"));
        QVERIFY(again.ok());
        QVERIFY(!again->replayed);
    }

    void keysBelongToAPrincipalAndARoute()
    {
        QVERIFY(!insert(QStringLiteral("k"))->replayed);
        auto other = WriterFixture::keyed(WriterFixture::insert(QStringLiteral("other terminal")), QStringLiteral("k"));
        other.principal.id = 4;
        QVERIFY(!m_writer->submitAndWait(other)->replayed);
        auto guest = WriterFixture::keyed(WriterFixture::insert(QStringLiteral("guest 3")), QStringLiteral("k"));
        guest.principal.kind = Principal::Kind::Guest;
        QVERIFY(!m_writer->submitAndWait(guest)->replayed);
        auto route = WriterFixture::keyed(WriterFixture::insert(QStringLiteral("other route")), QStringLiteral("k"));
        route.idempotency->route = QStringLiteral("PATCH /t");
        QVERIFY(!m_writer->submitAndWait(route)->replayed);
        QVERIFY(m_writer->submitAndWait(route)->replayed);
    }

    void twiceInOneBatchIsOnce()
    {
        Gate gate;
        Answers answers;
        m_writer->submit(WriterFixture::hold(gate));
        gate.waitUntilReached();
        for (int i = 0; i < 3; ++i)
            m_writer->submit(
                WriterFixture::keyed(WriterFixture::insert(QString::number(i), answers.slot()), QStringLiteral("k")));
        gate.open();
        const auto results = answers.all();
        QVERIFY(results[0].ok() && results[1].ok() && results[2].ok());
        QVERIFY(!results[0]->replayed && results[1]->replayed && results[2]->replayed);
        QCOMPARE(results[2]->entityId, results[0]->entityId);
        QCOMPARE(m_fixture->rows(), 1);
    }

    void keysExpire_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<qint64>("lifetime");
        QTest::newRow("terminal") << int(Principal::Kind::Terminal) << 30 * 24 * hour;
        QTest::newRow("business") << int(Principal::Kind::Business) << 30 * 24 * hour;
        QTest::newRow("guest") << int(Principal::Kind::Guest) << 24 * hour;
        QTest::newRow("staff") << int(Principal::Kind::Staff) << 24 * hour;
        QTest::newRow("integration") << int(Principal::Kind::Integration) << 24 * hour;
    }

    void keysExpire()
    {
        QFETCH(int, kind);
        QFETCH(qint64, lifetime);
        const auto send = [&](const QString &text, const QByteArray &body) {
            auto command = WriterFixture::keyed(WriterFixture::insert(text), QStringLiteral("k"), body);
            command.principal.kind = Principal::Kind(kind);
            return m_writer->submitAndWait(std::move(command));
        };
        QVERIFY(!send(QStringLiteral("a"), "body")->replayed);
        m_fixture->clock.advance(lifetime - 1);
        QVERIFY(send(QStringLiteral("b"), "body")->replayed);
        m_fixture->clock.advance(1);
        auto late = send(QStringLiteral("c"), "another body"); // free for anything now
        QVERIFY(late.ok());
        QVERIFY(!late->replayed);
        QVERIFY(send(QStringLiteral("d"), "another body")->replayed);
        QCOMPARE(keys(), 1);
    }

    void expiredKeysAreSweptInPortions()
    {
        Answers answers;
        for (int i = 0; i < 450; ++i) {
            auto command = WriterFixture::keyed(
                WriterFixture::insert(QStringLiteral("guest %1").arg(i), answers.slot()), QString::number(i));
            command.principal.kind = Principal::Kind::Guest;
            m_writer->submit(std::move(command));
        }
        for (const auto &result : answers.all())
            QVERIFY(result.ok());
        QVERIFY(insert(QStringLiteral("terminal's")).ok());
        QCOMPARE(keys(), 451);
        m_fixture->clock.advance(25 * hour);
        QVERIFY(m_writer->submitAndWait(WriterFixture::insert(QStringLiteral("x"))).ok());
        QCOMPARE(keys(), 251);
        QVERIFY(m_writer->submitAndWait(WriterFixture::insert(QStringLiteral("y"))).ok());
        QCOMPARE(keys(), 51);
        QVERIFY(m_writer->submitAndWait(WriterFixture::insert(QStringLiteral("z"))).ok());
        QCOMPARE(keys(), 1);
        QVERIFY(insert(QStringLiteral("terminal's"))->replayed);
    }

    void aSuccessAndItsKeyFallTogether()
    {
        QVERIFY(insert(QStringLiteral("a")).ok());
        auto clash = m_writer->submitAndWait(
            WriterFixture::keyed(WriterFixture::insert(QStringLiteral("text 1")), QStringLiteral("k")));
        QCOMPARE(clash.error().code, ErrorCode::StorageUnavailable);
        QVERIFY(!insert(QStringLiteral("k"))->replayed);
    }

    void claimsAreChecked_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<bool>("good");
        QTest::newRow("empty") << QString() << false;
        QTest::newRow("200") << QString(200, u'k') << true;
        QTest::newRow("201") << QString(201, u'k') << false;
        QTest::newRow("line break") << QStringLiteral("a\nb") << false;
        QTest::newRow("delete") << QStringLiteral("a\x7f") << false;
        QTest::newRow("not ASCII") << QString::fromUtf8("кілт") << false;
        QTest::newRow("space and tilde") << QStringLiteral("a ~") << true;
    }

    void claimsAreChecked()
    {
        QFETCH(QString, key);
        QFETCH(bool, good);
        auto result = insert(key);
        QCOMPARE(result.ok(), good);
        if (!good)
            QCOMPARE(result.error().code, ErrorCode::BadRequest);
        QCOMPARE(m_fixture->rows(), good ? 1 : 0);
    }

    void aClaimNeedsItsHash()
    {
        auto command = WriterFixture::keyed(WriterFixture::insert(QStringLiteral("a")), QStringLiteral("k"));
        command.idempotency->bodyHash = "short";
        QCOMPARE(m_writer->submitAndWait(command).error().code, ErrorCode::Internal);
        QCOMPARE(m_fixture->rows(), 0);
    }
};

QTEST_GUILESS_MAIN(HubIdempotencyTest)
#include "hubidempotencytest.moc"
