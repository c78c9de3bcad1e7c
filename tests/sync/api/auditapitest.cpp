// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/api/officefixture.h"

using namespace oshaq;
using namespace oshaq::test;

/// The journal as its readers get it.
class AuditApiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY2(m_office.start(), m_office.site ? qPrintable(m_office.site->problem()) : "no site"); }
    void cleanup() { m_office.stop(); }
    void pagesHoldEveryRowOnce();
    void filters();
    void showsWhoAndWhat();
    void isForManagers();
    void refusesForeignCursors();
    void businessesSeeTheirOwn();

private:
    ApiAnswer audit(const QByteArray &query = {}, const QByteArray &token = {})
    {
        return m_office.api->get("/api/v1/admin/audit" + (query.isEmpty() ? QByteArray() : '?' + query),
                                 token.isEmpty() ? m_office.manager() : token);
    }
    static QList<qint64> seqs(const ApiAnswer &answer)
    {
        QList<qint64> list;
        for (const QJsonValue &row : answer.list())
            list.append(row.toObject().value(QLatin1String("seq")).toInteger());
        return list;
    }
    qint64 count(const char *where)
    {
        return m_office.number(QStringLiteral("SELECT count(*) FROM journal WHERE ") + QLatin1String(where));
    }

    OfficeSite m_office;
};

void AuditApiTest::pagesHoldEveryRowOnce()
{
    for (int i = 0; i < 5; ++i)
        m_office.place();
    const qint64 last = count("1 = 1");
    QList<qint64> seen;
    QByteArray cursor;
    do {
        const auto page = audit("limit=4" + (cursor.isEmpty() ? QByteArray() : "&cursor=" + cursor));
        QVERIFY2(page.status == 200, page.body);
        seen += seqs(page);
        cursor = nextCursor(page);
        m_office.place(); // what is written meanwhile is newer than every page to come
    } while (!cursor.isEmpty());
    QList<qint64> expected;
    for (qint64 seq = last; seq >= 1; --seq)
        expected.append(seq);
    QCOMPARE(seen, expected);
}

void AuditApiTest::filters()
{
    const qint64 id = m_office.place();
    m_office.place();
    QVERIFY(m_office.move(id, {2, 3}));
    const qint64 moment = m_office.clock.nowMs();
    m_office.clock.advance(60'000);
    QVERIFY(m_office.move(id, {4}));
    const auto size = [&](const QByteArray &query) { return qint64(seqs(audit(query + "&limit=200")).size()); };
    QCOMPARE(size("entity=order"), count("entity = 'order'"));
    QCOMPARE(size("entity=order&entity_id=" + QByteArray::number(id)), count("entity = 'order' AND entity_id = 1"));
    QCOMPARE(size("type=order.status"), count("type = 'order.status'"));
    QCOMPARE(size("actor=terminal:" + QByteArray::number(m_office.business().terminalIds.at(Role::Counter))), 2);
    const QByteArray later = QDateTime::fromMSecsSinceEpoch(moment + 1, Qt::UTC).toString(Qt::ISODateWithMs).toUtf8();
    QCOMPARE(size("from=" + later), 2); // lines and status of Ready
    QCOMPARE(size("to=" + later), count("1 = 1") - 2);
    QCOMPARE(size("type=no.such"), 0);
}

void AuditApiTest::showsWhoAndWhat()
{
    const qint64 id =
        m_office.place(QStringLiteral("Айгерим"), QStringLiteral("+77010001234"), m_office.business().item("Soup"));
    const auto answer = audit("entity=order&entity_id=" + QByteArray::number(id));
    const QJsonObject row = answer.list().first().toObject();
    QCOMPARE(row.value(QLatin1String("type")).toString(), QStringLiteral("order.created"));
    QCOMPARE(row.value(QLatin1String("terminal")).toString(), QStringLiteral("Test Kitchen counter"));
    QCOMPARE(row.value(QLatin1String("payload")).toObject().value(QLatin1String("total")).toInt(), 1295);
    QCOMPARE(row.value(QLatin1String("hash")).toString().size(), 64);
    QVERIFY(!answer.body.contains("7010001234") && !answer.body.contains("Айгерим"));
}

void AuditApiTest::isForManagers()
{
    QCOMPARE(audit({}, m_office.owner()).status, 200);
    for (const QByteArray &token : {m_office.kitchen(), m_office.counter(), m_office.courier()})
        QCOMPARE(audit({}, token).verdict(), QByteArray("403 FORBIDDEN"));
}

void AuditApiTest::refusesForeignCursors()
{
    for (const char *cursor : {"x", "s0", "s-1", "s01", "1", "s99999999999999999999"})
        QCOMPARE(audit(QByteArray("cursor=") + cursor).verdict(), QByteArray("422 VALIDATION_FAILED"));
}

void AuditApiTest::businessesSeeTheirOwn()
{
    m_office.place();
    const TestBusiness *other = m_office.site->addBusiness(QStringLiteral("Other"));
    QVERIFY(other);
    const auto answer = audit("entity=order", other->token);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.list().size(), 0);
}

QTEST_GUILESS_MAIN(AuditApiTest)
#include "auditapitest.moc"
