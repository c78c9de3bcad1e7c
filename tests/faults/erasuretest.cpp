// SPDX-License-Identifier: GPL-3.0-or-later
//
// A guest who is erased is nowhere: real hub, real standby, real terminal, and then every byte of every file that the
// three keep is looked through. And a new key for personal fields that is killed while it seals them.

#include "tests/support/hubreader.h"
#include "tests/support/oshaqdprocess.h"
#include "tests/support/terminalrig.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <random>

using namespace oshaq;
using namespace oshaq::test;

namespace {

constexpr int patienceMs = 60'000;

// What was planted of the guest. The name stands in clear in the hub's file, the rest is sealed there.
const QByteArray givenName("Zhuldyzaytest");
const QByteArray familyName("Kurmangalitest");
const QByteArray phoneDigits("7019998877");
const QByteArray phoneAsTyped("701) 999-88-77");
const QByteArray street("Kabanbaitest 12");
const QByteArray homeLabel("Grandmothertest");
const QByteArray note("Knocktwicetest");
const QByteArray allergy("Peanutsalottest");
const QByteArrayList planted{givenName, familyName, phoneDigits, phoneAsTyped, "701 999 88 77",
                             street,    homeLabel,  note,        allergy,      "43.2511,76.9222"};

struct Finds
{
    QStringList places; ///< "hub/hub.db: Zhuldyzaytest"
    int files = 0;
    qint64 bytes = 0;

    bool contain(const QByteArray &place) const { return places.join(u'\n').contains(QString::fromLatin1(place)); }
};

/// Looks through every file below a directory, however it is called.
Finds scan(const QString &root)
{
    Finds finds;
    QDirIterator files(root, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray bytes = file.readAll();
        ++finds.files;
        finds.bytes += bytes.size();
        for (const QByteArray &trace : planted) {
            const QString text = QString::fromUtf8(trace);
            const auto *wide = reinterpret_cast<const char *>(text.utf16());
            if (bytes.contains(trace) || bytes.contains(QByteArray(wide, text.size() * 2)))
                finds.places << file.fileName().mid(root.size() + 1) + QStringLiteral(": ") + text;
        }
    }
    return finds;
}

QJsonObject dataOf(const std::optional<WireAnswer> &answer)
{
    return answer ? QJsonDocument::fromJson(answer->body).object().value(u"data").toObject() : QJsonObject();
}

QJsonArray listOf(const std::optional<WireAnswer> &answer)
{
    return answer ? QJsonDocument::fromJson(answer->body).object().value(u"data").toArray() : QJsonArray();
}

} // namespace

class ErasureTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_directory = std::make_unique<QTemporaryDir>(); }
    void cleanup()
    {
        m_terminal.reset();
        m_standby.reset();
        m_hub.reset();
    }

    void anErasedGuestIsNowhere();
    void aRestoredRecordForgetsAgain();
    void aKeyChangeThatIsKilledGoesOn();

private:
    QString path(const char *name) const { return m_directory->filePath(QString::fromLatin1(name)); }
    QString openHub();
    QString openStandby();
    QString openTerminal();
    qint64 placeFor(const QByteArray &phone, const QByteArray &more);
    bool moveTo(qint64 orderId, int status);

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<OshaqdProcess> m_hub;
    std::unique_ptr<OshaqdProcess> m_standby;
    std::unique_ptr<TerminalRig> m_terminal;
    std::unique_ptr<BlockingHttp> m_http;
    std::vector<qint64> m_items;
};

QString ErasureTest::openHub()
{
    m_hub = std::make_unique<OshaqdProcess>(path("hub"));
    if (const QString problem = m_hub->init(); !problem.isEmpty())
        return problem;
    if (const QString problem = m_hub->importSampleMenu(); !problem.isEmpty())
        return problem;
    if (const QString problem = m_hub->start(); !problem.isEmpty())
        return problem;
    m_http = std::make_unique<BlockingHttp>(m_hub->port(), m_hub->businessToken());
    m_items = menuItemIds(m_hub->port(), m_hub->businessToken());
    return m_items.empty() ? QStringLiteral("there is no menu") : QString();
}

QString ErasureTest::openStandby()
{
    m_standby = std::make_unique<OshaqdProcess>(path("standby"));
    m_standby->setBusinessToken(m_hub->businessToken());
    const QByteArray token =
        dataOf(m_http->request("POST", "/api/v1/admin/replica/token")).value(u"access_token").toString().toLatin1();
    QFile file(path("token"));
    if (token.isEmpty() || !file.open(QIODevice::WriteOnly) || file.write(token + '\n') < 0)
        return QStringLiteral("no token");
    file.close();
    const auto set = m_http->request("PUT", "/api/v1/admin/replica", "{\"mode\":\"sync\",\"standby_name\":\"office\"}");
    if (!set || set->status != 200)
        return QStringLiteral("sync is refused");
    if (const QString problem =
            m_standby->start({}, {QStringLiteral("--standby-of"), QString::fromLatin1(m_hub->baseUrl()),
                                  QStringLiteral("--standby-token-file"), file.fileName()});
        !problem.isEmpty())
        return problem;
    const bool inStep = QTest::qWaitFor(
        [this] {
            const QJsonObject state = dataOf(m_http->get("/api/v1/admin/replica"));
            return state.value(u"in_step").toBool() && state.value(u"mode").toString() == u"sync";
        },
        patienceMs);
    return inStep ? QString() : QStringLiteral("the standby does not come into step");
}

QString ErasureTest::openTerminal()
{
    m_terminal = std::make_unique<TerminalRig>(path("terminal"));
    return m_terminal->connectTo(m_hub->baseUrl(), m_hub->businessToken());
}

/// A delivery that the counter takes by phone; its id.
qint64 ErasureTest::placeFor(const QByteArray &phone, const QByteArray &more)
{
    const auto answer = m_http->request(
        "POST", "/api/v1/business/orders",
        "{\"fulfilment\":\"delivery\",\"guest_name\":\"" + givenName + ' ' + familyName + "\",\"guest_phone\":\"" +
            phone + "\",\"address\":\"" + street + "\",\"note\":\"" + note + "\",\"allergy\":\"" + allergy +
            "\",\"items\":[{\"item_id\":" + QByteArray::number(m_items.front()) + ",\"quantity\":1" + more + "}]}");
    if (!answer || answer->status != 201)
        qWarning().noquote() << (answer ? answer->body : QByteArray("no answer"));
    return dataOf(answer).value(u"order_id").toInteger();
}

bool ErasureTest::moveTo(qint64 orderId, int status)
{
    const auto moved = m_http->request("PATCH", "/api/v1/business/orders/" + QByteArray::number(orderId) + "/status",
                                       "{\"status\":" + QByteArray::number(status) + ",\"reason\":\"" + givenName +
                                           " changed her mind\"}");
    if (!moved || moved->status != 200)
        qWarning().noquote() << (moved ? moved->body : QByteArray("no answer"));
    return moved && moved->status == 200;
}

void ErasureTest::anErasedGuestIsNowhere()
{
    QCOMPARE(openHub(), QString());
    QCOMPARE(openStandby(), QString());
    QCOMPARE(openTerminal(), QString());

    // Written down twice by the counter, and once as an account of their own.
    const qint64 first = placeFor("+7 (701) 999-88-77", ",\"note\":\"" + note + "\"");
    const qint64 second = placeFor("87019998877", {});
    QVERIFY(first > 0 && second > 0);
    // And once at the terminal, whose outbox holds what was typed there.
    NewOrder typed;
    typed.fulfilment = Fulfilment::Pickup;
    NewOrderLine typedLine;
    typedLine.itemId = m_items.front();
    typedLine.quantity = 1000;
    typed.lines = {typedLine};
    typed.guestName = QString::fromUtf8(givenName + ' ' + familyName);
    typed.guestPhone = QStringLiteral("8 701 999 88 77");
    typed.note = QString::fromUtf8(note);
    // It has the menu.
    QCOMPARE(m_terminal->waitUntilEqual(m_hub->port(), m_hub->businessToken(), patienceMs), QString());
    const auto created = m_terminal->terminal().orders().create(typed);
    QVERIFY2(created.ok(), qPrintable(created ? QString() : created.error().message));
    QVERIFY(QTest::qWaitFor([this] { return m_terminal->terminal().outbox().pendingCount() == 0; }, patienceMs));
    const QJsonArray open = listOf(m_http->get("/api/v1/business/orders?q=8877"));
    QCOMPARE(open.size(), 3);
    const qint64 third = open.at(0).toObject().value(u"order_id").toInteger();
    QVERIFY(third != first && third != second);
    const auto guest = dataOf(
        m_http->request("POST", "/api/v1/auth/guest", "{\"name\":\"" + givenName + "\",\"phone\":\"+77019998877\"}"));
    const QByteArray token = guest.value(u"access_token").toString().toLatin1();
    const qint64 userId = guest.value(u"user_id").toInteger();
    QVERIFY(userId > 0);
    BlockingHttp theirs(m_hub->port(), token);
    const auto address = theirs.request("POST", "/api/v1/user/addresses",
                                        "{\"address\":\"" + street + "\",\"label\":\"" + homeLabel +
                                            "\",\"coordinates\":\"43.2511,76.9222\"}");
    QVERIFY(address && address->status == 201);
    QVERIFY(theirs.get("/api/v1/user/profile").has_value());
    // Typed where it does not belong, as people do: the access log must not keep it.
    QVERIFY(m_http->get("/api/v1/business/guests/+77019998877").has_value());
    QVERIFY(m_http->get("/api/v1/business/guests?q=87019998877").has_value());
    QCOMPARE(listOf(m_http->get("/api/v1/business/guests?q=8877")).size(), 1);
    QCOMPARE(listOf(m_http->get("/api/v1/business/guests?q=%2B77019998877")).size(), 1);

    const auto all = m_http->get("/api/v1/business/guests/" + QByteArray::number(userId) + "/export");
    QVERIFY(all && all->status == 200);
    for (const QByteArray &trace : {givenName, familyName, phoneDigits, street, homeLabel, note, allergy})
        QVERIFY2(all->body.contains(trace), trace.constData());

    const QByteArray erase = "/api/v1/business/guests/" + QByteArray::number(userId);
    const auto refused = m_http->request("DELETE", erase);
    QVERIFY(refused);
    QCOMPARE(refused->status, 409);
    for (const int status : {2, 3, 4, 5, 6})
        QVERIFY(moveTo(first, status));
    QVERIFY(moveTo(second, 7));
    QVERIFY(moveTo(third, 7));
    QCOMPARE(m_terminal->waitUntilEqual(m_hub->port(), m_hub->businessToken(), patienceMs), QString());

    // The look does find what is there; in the files of hub and standby it finds nothing that is sealed.
    const Finds before = scan(m_directory->path());
    QVERIFY(before.contain("terminal/terminal.db"));
    QVERIFY(before.contain("hub/hub.db"));
    QVERIFY(before.contain("standby/hub.db"));
    for (const QString &place : before.places) {
        const bool isSealed = place.contains(QLatin1String("7019998877")) || place.contains(QLatin1String("999")) ||
                              place.contains(QLatin1String("Kabanbaitest")) ||
                              place.contains(QLatin1String("Grandmothertest")) ||
                              place.contains(QLatin1String("43.25"));
        QVERIFY2(!isSealed || place.startsWith(QLatin1String("terminal/")), qPrintable(place));
        QVERIFY2(!place.contains(QLatin1String(".log")), qPrintable(place));
    }

    QElapsedTimer timer;
    timer.start();
    const auto erased = m_http->request("DELETE", erase);
    QVERIFY(erased);
    QVERIFY2(erased->status == 200, erased->body.constData());
    QCOMPARE(dataOf(erased).value(u"orders").toInt(), 3);
    Finds after;
    const bool isGone = QTest::qWaitFor(
        [&] {
            after = scan(m_directory->path());
            return after.places.isEmpty();
        },
        patienceMs);
    QVERIFY2(isGone, qPrintable(after.places.mid(0, 20).join(u'\n')));
    qInfo("%d places before; %d ms after the erasure none in %d files of %lld bytes", int(before.places.size()),
          int(timer.elapsed()), after.files, static_cast<long long>(after.bytes));

    // The orders are there, as nobody's, everywhere; the guest's token is nobody's either.
    QCOMPARE(m_terminal->waitUntilEqual(m_hub->port(), m_hub->businessToken(), patienceMs), QString());
    const QJsonObject order = dataOf(m_http->get("/api/v1/business/orders/" + QByteArray::number(first)));
    QCOMPARE(order.value(u"status").toObject().value(u"status").toInt(), 6);
    QVERIFY(!order.value(u"user").toObject().value(u"phone").toString().contains(QLatin1String("8877")));
    QCOMPARE(listOf(m_http->get("/api/v1/business/guests?q=8877")).size(), 0);
    const auto expired = theirs.get("/api/v1/user/profile");
    QVERIFY(expired);
    QCOMPARE(expired->status, 401);
    QVERIFY(!listOf(m_http->get("/api/v1/admin/audit?type=guest.erased")).isEmpty());

    // And after all of them were ended and started again.
    m_terminal->close();
    QVERIFY(m_standby->stop());
    QVERIFY(m_hub->stop());
    const Finds ended = scan(m_directory->path());
    QVERIFY2(ended.places.isEmpty(), qPrintable(ended.places.join(u'\n')));
}

void ErasureTest::aRestoredRecordForgetsAgain()
{
    QCOMPARE(openHub(), QString());
    const auto run = [](const QStringList &arguments) {
        int code = -1;
        QByteArray errors;
        runOshaqd(arguments, &code, &errors);
        return code == 0 ? QByteArray() : errors + " code " + QByteArray::number(code);
    };
    const QString key = path("backup.key");
    QCOMPARE(run({QStringLiteral("backup"), QStringLiteral("--make-key"), key}), QByteArray());
    const qint64 order = placeFor("+7 (701) 999-88-77", ",\"note\":\"" + note + "\"");
    QVERIFY(order > 0);
    QVERIFY(moveTo(order, 7));
    const QJsonArray guests = listOf(m_http->get("/api/v1/business/guests?q=8877"));
    QCOMPARE(guests.size(), 1);
    const QStringList before{QStringLiteral("--to"), path("before"), QStringLiteral("--key-file"), key};
    QCOMPARE(run(QStringList{QStringLiteral("backup"), QStringLiteral("--data"), path("hub")} + before), QByteArray());
    const auto erased = m_http->request(
        "DELETE", "/api/v1/business/guests/" + QByteArray::number(guests[0].toObject().value(u"user_id").toInteger()));
    QVERIFY(erased && erased->status == 200);
    QVERIFY(m_hub->stop());
    QVERIFY(scan(path("hub")).places.isEmpty());

    // The backup of before has them, and so has the record that is made of it, until a hub runs on it.
    QCOMPARE(run({QStringLiteral("restore"), QStringLiteral("--data"), path("hub"), QStringLiteral("--from"),
                  path("before"), QStringLiteral("--key-file"), key}),
             QByteArray());
    QVERIFY(scan(path("hub")).contain("hub.db"));
    QCOMPARE(m_hub->start(), QString());
    m_http = std::make_unique<BlockingHttp>(m_hub->port(), m_hub->businessToken());
    Finds left;
    const bool isGone = QTest::qWaitFor(
        [&] {
            left = scan(path("hub"));
            return left.places.isEmpty();
        },
        patienceMs);
    QVERIFY2(isGone, qPrintable(left.places.join(u'\n')));
    QCOMPARE(listOf(m_http->get("/api/v1/business/guests?q=8877")).size(), 0);
    QCOMPARE(dataOf(m_http->get("/api/v1/business/orders/" + QByteArray::number(order)))
                 .value(u"status")
                 .toObject()
                 .value(u"status")
                 .toInt(),
             7);

    // What is backed up from now on, and stays when those from before have gone by rotation, has nothing of them.
    QCOMPARE(run({QStringLiteral("backup"), QStringLiteral("--data"), path("hub"), QStringLiteral("--to"),
                  path("after"), QStringLiteral("--key-file"), key}),
             QByteArray());
    QVERIFY(QDir(path("before")).removeRecursively());
    QCOMPARE(run({QStringLiteral("restore"), QStringLiteral("--data"), path("elsewhere"), QStringLiteral("--from"),
                  path("after"), QStringLiteral("--key-file"), key}),
             QByteArray());
    QVERIFY(m_hub->stop());
    const Finds everywhere = scan(m_directory->path());
    QVERIFY2(everywhere.places.isEmpty(), qPrintable(everywhere.places.join(u'\n')));
    QVERIFY(QFile::exists(path("elsewhere/hub.db")));
}

void ErasureTest::aKeyChangeThatIsKilledGoesOn()
{
    QCOMPARE(openHub(), QString());
    constexpr int guests = 600;
    for (int i = 0; i < guests; ++i) {
        const auto made =
            m_http->request("POST", "/api/v1/auth/guest",
                            "{\"name\":\"G\",\"phone\":\"+7701999" + QByteArray::number(1000 + i) + "\"}");
        QVERIFY(made && made->status == 201);
    }
    QVERIFY(m_hub->stop());
    const QString keyFile = path("hub/personal.key");
    const auto keys = [&keyFile] {
        QFile file(keyFile);
        return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().split('\n') : QByteArrayList();
    };
    const QByteArrayList first = keys();
    QCOMPARE(first.size(), 1);

    // Killed at some moment, again and again, until one run comes to its end.
    std::mt19937 random(7); // NOLINT(cert-msc*): the same moments each time
    int kills = 0;
    for (; kills < 60; ++kills) {
        QProcess program;
        program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        program.start(QStringLiteral(OSHAQ_BIN_DIR "/oshaqd"),
                      {QStringLiteral("rotate-key"), QStringLiteral("--data"), path("hub")});
        QVERIFY(program.waitForStarted(patienceMs));
        const int waitMs = int(20 + random() % 150) + kills * 10;
        if (program.waitForFinished(waitMs)) {
            QCOMPARE(program.exitCode(), 0);
            break;
        }
        program.kill();
        QVERIFY(program.waitForFinished(patienceMs));
        QVERIFY(keys().size() <= 2);
    }
    qInfo("killed %d times before it came to its end", kills);
    const QByteArrayList last = keys();
    QCOMPARE(last.size(), 1);
    QVERIFY(last.front() != first.front());

    QCOMPARE(m_hub->start(), QString());
    BlockingHttp http(m_hub->port(), m_hub->businessToken());
    for (int i = 0; i < guests; i += 37) {
        const auto found = listOf(http.get("/api/v1/business/guests?q=%2B7701999" + QByteArray::number(1000 + i)));
        QCOMPARE(found.size(), 1);
        QCOMPARE(found[0].toObject().value(u"phone").toString(), QStringLiteral("+7701999%1").arg(1000 + i));
    }
    // While it runs, a key is added beside it, and the hub does the rest by itself.
    int exitCode = -1;
    runOshaqd({QStringLiteral("rotate-key"), QStringLiteral("--data"), path("hub")}, &exitCode);
    QCOMPARE(exitCode, 0);
    QCOMPARE(keys().size(), 2);
    QCOMPARE(listOf(http.get("/api/v1/business/guests?q=%2B77019991037")).size(), 1);
}

QTEST_GUILESS_MAIN(ErasureTest)
#include "erasuretest.moc"
