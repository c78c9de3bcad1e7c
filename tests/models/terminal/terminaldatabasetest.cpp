// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sql/migrations.h"
#include "tests/models/terminal/terminalfixture.h"

#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>

using namespace oshaq;

namespace {

/// Overwrites bytes of a file.
bool scribble(const QString &path, qint64 offset, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::ReadWrite) && file.seek(offset) && file.write(bytes) == bytes.size();
}

QStringList damagedFiles(const TerminalFixture &fixture)
{
    return QDir(fixture.path()).entryList({QStringLiteral("terminal.db.damaged-*")}, QDir::Files, QDir::Name);
}

/// A terminal.db as the first three migrations make it.
Result<std::unique_ptr<sql::Database>> openThirdSchema(const TerminalFixture &fixture, const QString &folder)
{
    const QDir released(QStringLiteral(":/migrations/terminal"));
    const QStringList names = released.entryList(QDir::Files, QDir::Name).mid(0, 3);
    if (!QDir().mkpath(folder) || !QDir().mkpath(fixture.path()))
        return Error{ErrorCode::StorageUnavailable, folder, {}};
    for (const QString &name : names)
        QFile::copy(released.filePath(name), QDir(folder).filePath(name));
    auto opened = sql::Database::open({fixture.databasePath(), sql::Access::ReadWrite, sql::Synchronous::Normal, 5000});
    if (!opened)
        return opened.error();
    auto version = sql::migrate(**opened, folder, fixture.clock.nowMs());
    if (!version)
        return version.error();
    if (*version != 3)
        return Error{ErrorCode::Internal, QStringLiteral("schema %1").arg(*version), {}};
    return opened;
}

/// The page at which a table or index begins.
qint64 rootPage(TerminalFixture &fixture, const QString &name)
{
    auto row = fixture.terminal->database().connection().query(
        QStringLiteral("SELECT rootpage FROM sqlite_schema WHERE name = ?"), {name});
    return row && row->next() ? row->integer(0) : 0;
}

} // namespace

class TerminalDatabaseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filesArePrivate();
    void credentialsAreKept();
    void aSecondProgramIsRefused();
    void aNewerSchemaIsRefusedAndLeftAlone();
    void aFileOfTheVersionBeforeLosesNothing();
    void failedWorkLeavesNothing();
    void damagedCacheKeepsTheOutbox();
    void damagedOutboxIsReadFromBothEnds();
    void aFileThatIsNoDatabase();
    void epochIsRememberedOverDamage();
    void commitsBecomeDurable();
    void checkpointsHappenOnTheThread();
    void closingLeavesNoLog();
};

void TerminalDatabaseTest::filesArePrivate()
{
    TerminalFixture fixture;
    VERIFY_OK(fixture.open());
    VERIFY_OK(fixture.snapshot());
    const auto others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    for (const QString &suffix : {QString(), QStringLiteral("-wal"), QStringLiteral("-shm")}) {
        QVERIFY(QFile::exists(fixture.databasePath() + suffix));
        QCOMPARE(QFile::permissions(fixture.databasePath() + suffix) & others, QFile::Permissions());
    }
    QCOMPARE(QFile::permissions(fixture.path()) & others, QFile::Permissions());
    fixture.terminal.reset();
    // One that was copied here with a wider mode is narrowed again.
    QVERIFY(QFile::setPermissions(fixture.databasePath(), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    VERIFY_OK(fixture.open());
    QCOMPARE(QFile::permissions(fixture.databasePath()) & others, QFile::Permissions());
}

void TerminalDatabaseTest::credentialsAreKept()
{
    TerminalFixture fixture;
    VERIFY_OK(fixture.open());
    QCOMPARE(fixture.terminal->credentials(), HubCredentials());
    QSignalSpy changed(fixture.terminal.get(), &Terminal::credentialsChanged);
    const HubCredentials credentials{QStringLiteral("http://127.0.0.1:8787"), QStringLiteral("secret"), Role::Manager};
    VERIFY_OK(fixture.terminal->setCredentials(credentials));
    VERIFY_OK(fixture.terminal->setCredentials(credentials));
    QCOMPARE(changed.count(), 1);
    VERIFY_OK(fixture.open());
    QCOMPARE(fixture.terminal->credentials(), credentials);
    QCOMPARE(fixture.terminal->visibleOrders().role(), Role::Manager);
}

void TerminalDatabaseTest::aSecondProgramIsRefused()
{
    TerminalFixture fixture;
    VERIFY_OK(fixture.open());
    // flock() is per open file, so a second opening in this process meets it as another process would.
    auto second = Terminal::open(fixture.path(), fixture.clock);
    VERIFY_REFUSED(second, ErrorCode::StorageUnavailable);
    QVERIFY(second.error().message.contains(QStringLiteral("in use")));
    fixture.terminal.reset();
    VERIFY_OK(fixture.open());
}

void TerminalDatabaseTest::aNewerSchemaIsRefusedAndLeftAlone()
{
    TerminalFixture fixture;
    VERIFY_OK(fixture.open());
    VERIFY_OK(fixture.terminal->database().connection().run(
        QStringLiteral("INSERT INTO schema_migrations SELECT 99, '0099_future.sql', sha256, applied_at FROM "
                       "schema_migrations LIMIT 1")));
    VERIFY_REFUSED(fixture.open(), ErrorCode::StorageUnavailable);
    QCOMPARE(damagedFiles(fixture), QStringList());
    QVERIFY(QFile::exists(fixture.databasePath()));
}

void TerminalDatabaseTest::aFileOfTheVersionBeforeLosesNothing()
{
    TerminalFixture fixture;
    const qint64 nowMs = fixture.clock.nowMs();
    const Order order = testOrder(1, nowMs - 60'000);
    fixture.hub.put(order);
    fixture.hub.put(testOrder(2, nowMs - 30'000));
    {
        auto opened = openThirdSchema(fixture, fixture.directory.filePath(QStringLiteral("released")));
        VERIFY_OK(opened);
        sql::Database &database = **opened;
        const auto meta = [&database](const char *key, const QString &value) {
            return database.run(QStringLiteral("INSERT INTO meta (key, value) VALUES (?, ?)"),
                                {QString::fromLatin1(key), value});
        };
        VERIFY_OK(meta("hub.url", QStringLiteral("http://hub")));
        VERIFY_OK(meta("hub.token", QStringLiteral("secret")));
        VERIFY_OK(meta("hub.role", QStringLiteral("manager")));
        VERIFY_OK(meta("cursor", fixture.hub.cursor().text()));
        VERIFY_OK(meta("epoch", fixture.hub.epoch));
        VERIFY_OK(database.run(
            QStringLiteral("INSERT INTO orders (order_id, order_uuid, business_id, number, fulfilment, table_name, "
                           "covers, note, allergy, user_id, guest_name, guest_phone, address, placed_at, promised_at, "
                           "status, status_at, cancel_reason, subtotal, delivery_cost, total_cost, currency, version) "
                           "VALUES (1, ?, 1, ?, 'pickup', '', 0, '', '', 0, ?, '', '', ?, 0, 1, ?, '', ?, 0, ?, ?, ?)"),
            {order.uuid, order.number, order.guestName, order.placedAtMs, order.statusAtMs, order.cost.subtotalMinor,
             order.cost.totalMinor, order.cost.currency.code(), order.version}));
        for (std::size_t i = 0; i < order.lines.size(); ++i) {
            const OrderLine &line = order.lines[i];
            VERIFY_OK(database.run(
                QStringLiteral("INSERT INTO order_lines (order_id, ordinal, order_item_id, item_id, name, quantity, "
                               "price, state, state_at, station_id, course, prep_seconds, note, options, added_at, "
                               "version) VALUES (1, ?, ?, ?, ?, ?, ?, 1, ?, ?, 1, 0, '', '[]', ?, 1)"),
                {qint64(i), line.id, line.itemId, line.name, line.quantity, line.priceMinor, line.statusAtMs,
                 *line.stationId, line.addedAtMs}));
        }
        const auto row = [&](qint64 sequence, const char *id, const char *kind, const QVariant &lineAction,
                             const QString &lineIds, const QVariant &priority, const char *state) {
            const QString text = QString::fromLatin1(state);
            const bool parked = text == QLatin1String("parked");
            return database.run(
                QStringLiteral("INSERT INTO outbox (sequence, id, order_id, order_uuid, order_number, kind, "
                               "line_action, line_ids, priority, reason, acted_at, batch, state, attempts, error_code, "
                               "error_message, confirmed_at, parked_at) VALUES (?,?,1,?,?,?,?,?,?,'',?,?,?,3,?,?,?,?)"),
                {sequence, QString::fromLatin1(id), order.uuid, order.number, QString::fromLatin1(kind), lineAction,
                 lineIds, priority, nowMs - 1000, QString::fromLatin1(id), text,
                 parked ? QStringLiteral("ORDER_STATUS_CHANGED") : QString(),
                 parked ? QStringLiteral("too late") : QString(),
                 text == QLatin1String("confirmed") ? QVariant(nowMs - 500) : QVariant(),
                 parked ? QVariant(nowMs - 500) : QVariant()});
        };
        VERIFY_OK(row(4, "confirmed-1", "lines", QStringLiteral("start"), QStringLiteral("101"), {}, "confirmed"));
        VERIFY_OK(row(5, "parked-1", "recall", {}, QStringLiteral("102"), {}, "parked"));
        VERIFY_OK(row(6, "queued-1", "lines", QStringLiteral("start"), QStringLiteral("101,102"), {}, "queued"));
        VERIFY_OK(row(7, "queued-2", "priority", {}, QString(), 1, "queued"));
        VERIFY_OK(row(19, "purged-1", "priority", {}, QString(), 0, "confirmed"));
        VERIFY_OK(database.run(QStringLiteral("DELETE FROM outbox WHERE sequence = 19")));
    }

    VERIFY_OK(fixture.open());
    QCOMPARE(damagedFiles(fixture), QStringList());
    QCOMPARE(fixture.terminal->credentials(),
             (HubCredentials{QStringLiteral("http://hub"), QStringLiteral("secret"), Role::Manager}));
    Outbox &outbox = fixture.terminal->outbox();
    QCOMPARE(outbox.pendingCount(), 2);
    const std::deque<OutboxCommand> recent = outbox.recent();
    QCOMPARE(recent.size(), std::size_t(3));
    QCOMPARE(recent[0].id, QStringLiteral("confirmed-1"));
    QCOMPARE(recent[0].state, OutboxCommand::State::Confirmed);
    QCOMPARE(recent[0].confirmedAtMs, nowMs - 500);
    QCOMPARE(recent[1].id, QStringLiteral("queued-1"));
    QCOMPARE(recent[1].batch, QStringLiteral("queued-1"));
    QCOMPARE(recent[1].attempts, 3);
    const auto &command = std::get<OrderCommand>(recent[1].act);
    QCOMPARE(command.action, LineAction::Start);
    QCOMPARE(command.lineIds, (Ids{101, 102}));
    QCOMPARE(command.actedAtMs, std::optional(nowMs - 1000));
    QVERIFY(std::get<OrderCommand>(recent[2].act).priority);
    QCOMPARE(outbox.parked().size(), std::size_t(1));
    QCOMPARE(outbox.parked()[0].id, QStringLiteral("parked-1"));
    QCOMPARE(outbox.parked()[0].errorCode, QStringLiteral("ORDER_STATUS_CHANGED"));
    QCOMPARE(outbox.heads().size(), std::size_t(1));
    QCOMPARE(outbox.heads()[0].id, QStringLiteral("queued-1"));

    // The screen is as it was, with what waits; the rows are told anew before anything is sent.
    QCOMPARE(fixture.ticketIds(), (Ids{1}));
    QVERIFY(fixture.visible(1).priority);
    QCOMPARE(fixture.visible(1).lines[0].status, LineStatus::Started);
    QVERIFY(!fixture.terminal->cache().cursor().isValid());
    fixture.hub.role = Role::Manager;
    fixture.hub.asker = SnapshotTerminal{3, QStringLiteral("Kitchen"), QStringLiteral("B")};
    VERIFY_OK(fixture.snapshot());
    QCOMPARE(outbox.pendingCount(), 2); // the same record: what was confirmed is not sent again
    QCOMPARE(fixture.ticketIds(), (Ids{1, 2}));

    // No number of a row comes back, and new kinds of acts have their place behind the old ones.
    OrderFields fields;
    fields.note = QStringLiteral("after");
    VERIFY_OK(fixture.terminal->orders().edit(1, fields));
    QCOMPARE(outbox.recent().back().sequence, qint64(20));
    QVERIFY(fixture.deliver());
    QCOMPARE(fixture.hub.received.size(), std::size_t(3));
    QCOMPARE(fixture.hub.received[0], QStringLiteral("queued-1"));
    QCOMPARE(fixture.hub.received[1], QStringLiteral("queued-2"));
    QCOMPARE(fixture.hub.orders.at(1).lines[1].status, LineStatus::Started);
    QCOMPARE(fixture.hub.orders.at(1).note, QStringLiteral("after"));
    VERIFY_OK(fixture.follow());
    QVERIFY(fixture.equalsHub());
    VERIFY_OK(fixture.open());
    QCOMPARE(fixture.terminal->outbox().parked().size(), std::size_t(1));
}

void TerminalDatabaseTest::failedWorkLeavesNothing()
{
    TerminalFixture fixture;
    VERIFY_OK(fixture.open());
    TerminalDatabase &database = fixture.terminal->database();
    VERIFY_REFUSED(database.write([&](sql::Database &) -> Result<void> {
        if (auto written = database.writeMeta(QStringLiteral("key"), QStringLiteral("value")); !written)
            return written;
        return Error{ErrorCode::Internal, QStringLiteral("on purpose"), {}};
    }),
                   ErrorCode::Internal);
    QCOMPARE(database.meta(QStringLiteral("key")), QString());
    VERIFY_OK(database.setMeta(QStringLiteral("other"), QStringLiteral("1")));
    QCOMPARE(database.meta(QStringLiteral("key")), QString());
    VERIFY_OK(fixture.open());
    QCOMPARE(fixture.terminal->database().meta(QStringLiteral("key")), QString());
    QCOMPARE(fixture.terminal->database().meta(QStringLiteral("other")), QStringLiteral("1"));
}

void TerminalDatabaseTest::damagedCacheKeepsTheOutbox()
{
    TerminalFixture fixture;
    VERIFY_OK(fixture.open());
    for (int id = 1; id <= 50; ++id)
        fixture.hub.put(testOrder(id, fixture.clock.nowMs()));
    VERIFY_OK(fixture.snapshot());
    VERIFY_OK(
        fixture.terminal->setCredentials({QStringLiteral("http://hub"), QStringLiteral("secret"), Role::Kitchen}));
    for (int id = 1; id <= 10; ++id)
        VERIFY_OK(fixture.kitchen().bump(id));
    VERIFY_OK(fixture.terminal->outbox().park(fixture.terminal->outbox().heads()[9].id, QStringLiteral("X"),
                                              QStringLiteral("no")));
    const auto recent = fixture.terminal->outbox().recent();
    const auto parked = fixture.kitchen().parked();
    const qint64 page = rootPage(fixture, QStringLiteral("orders"));
    QVERIFY(page > 1);
    fixture.terminal.reset();
    QVERIFY(scribble(fixture.databasePath(), (page - 1) * 4096, QByteArray(4096, '\xee')));

    VERIFY_OK(fixture.open());
    QCOMPARE(damagedFiles(fixture).size(), 1);
    const QString note = fixture.terminal->openingNote();
    QVERIFY2(note.contains(QStringLiteral("damaged")) && note.contains(QStringLiteral(": 9.")), qPrintable(note));
    QVERIFY(note.contains(damagedFiles(fixture)[0]));
    QVERIFY(fixture.terminal->outbox().recent() == recent);
    QVERIFY(fixture.kitchen().parked() == parked);
    QCOMPARE(fixture.terminal->credentials().token, QStringLiteral("secret"));
    QVERIFY(!fixture.terminal->cache().cursor().isValid()); // so the client takes a snapshot
    QVERIFY(fixture.terminal->cache().orders().empty());

    // The program goes on.
    VERIFY_OK(fixture.snapshot());
    QCOMPARE(fixture.visible(1).status, OrderStatus::Ready);
    QVERIFY(fixture.deliver());
    QCOMPARE(fixture.hub.received.size(), std::size_t(9));
    VERIFY_OK(fixture.follow());
    QVERIFY(fixture.equalsHub());
    VERIFY_OK(fixture.open());
    QCOMPARE(fixture.terminal->openingNote(), QString());
}

void TerminalDatabaseTest::damagedOutboxIsReadFromBothEnds()
{
    TerminalFixture fixture;
    VERIFY_OK(fixture.open());
    OrderCommand command = lineCommand(LineAction::Void, {1});
    command.reason = QString(300, u'x'); // some ten rows a page
    std::vector<QString> ids;
    for (int i = 0; i < 200; ++i) {
        auto added = fixture.terminal->outbox().add(testOrder(i, 0), {command});
        VERIFY_OK(added);
        ids.push_back(added->at(0));
    }
    fixture.terminal.reset();

    // A leaf of the outbox's table is one that holds the text of a row in the middle.
    QFile file(fixture.databasePath());
    QVERIFY(file.open(QIODevice::ReadOnly));
    qint64 victim = 0;
    for (qint64 page = 1; page * 4096 < file.size() && victim == 0; ++page) {
        QVERIFY(file.seek(page * 4096));
        const QByteArray bytes = file.read(4096);
        if (bytes.contains(ids[100].toLatin1()) && bytes.contains(QByteArray(300, 'x')))
            victim = page;
    }
    file.close();
    QVERIFY(victim > 0);
    QVERIFY(scribble(fixture.databasePath(), victim * 4096, QByteArray(64, '\xee')));

    VERIFY_OK(fixture.open());
    const QString note = fixture.terminal->openingNote();
    QVERIFY2(note.contains(QStringLiteral("could not be read")), qPrintable(note));
    const int rescued = fixture.terminal->outbox().pendingCount();
    QVERIFY2(rescued >= 150 && rescued < 200, qPrintable(QString::number(rescued)));
    const auto heads = fixture.terminal->outbox().heads();
    QCOMPARE(heads.front().id, ids.front());
    QCOMPARE(heads.back().id, ids.back());
    QVERIFY(std::is_sorted(heads.begin(), heads.end(),
                           [](const auto &a, const auto &b) { return a.sequence < b.sequence; }));
    QVERIFY(note.contains(QStringLiteral(": %1.").arg(rescued)));
}

void TerminalDatabaseTest::aFileThatIsNoDatabase()
{
    TerminalFixture fixture;
    VERIFY_OK(fixture.open());
    VERIFY_OK(fixture.terminal->outbox().add(testOrder(1, 0), {lineCommand(LineAction::Done, {1})}));
    fixture.terminal.reset();
    QVERIFY(scribble(fixture.databasePath(), 0, QByteArray(8192, 'z')));
    VERIFY_OK(fixture.open());
    QCOMPARE(damagedFiles(fixture).size(), 1);
    QVERIFY(fixture.terminal->openingNote().contains(QStringLiteral("could not be read")));
    QCOMPARE(fixture.terminal->outbox().pendingCount(), 0);
    fixture.terminal.reset();
    QVERIFY(scribble(fixture.databasePath(), 0, QByteArray(8192, 'z')));
    VERIFY_OK(fixture.open()); // in the same second: the first one is not overwritten
    QCOMPARE(damagedFiles(fixture).size(), 2);
}

void TerminalDatabaseTest::epochIsRememberedOverDamage()
{
    TerminalFixture fixture;
    VERIFY_OK(fixture.open());
    fixture.hub.put(testOrder(1, fixture.clock.nowMs(), {grillId}));
    VERIFY_OK(fixture.snapshot());
    VERIFY_OK(fixture.kitchen().bump(1));
    QVERIFY(fixture.deliver());
    const qint64 page = rootPage(fixture, QStringLiteral("items"));
    fixture.terminal.reset();
    QVERIFY(scribble(fixture.databasePath(), (page - 1) * 4096, QByteArray(4096, '\xee')));
    VERIFY_OK(fixture.open());
    QCOMPARE(fixture.terminal->outbox().pendingCount(), 0);
    fixture.hub.epoch = QStringLiteral("e2"); // and the hub was restored meanwhile
    VERIFY_OK(fixture.snapshot());
    QCOMPARE(fixture.terminal->outbox().pendingCount(), 1);
}

void TerminalDatabaseTest::commitsBecomeDurable()
{
    TerminalFixture fixture;
    VERIFY_OK(fixture.open());
    DurabilityThread &durability = fixture.terminal->database().durability();
    QVERIFY(durability.waitDurable(10'000));
    const quint64 before = durability.durableCount();
    for (int i = 0; i < 20; ++i)
        VERIFY_OK(fixture.terminal->database().setMeta(QStringLiteral("key"), QString::number(i)));
    QVERIFY(durability.waitDurable(10'000));
    QCOMPARE(durability.durableCount(), before + 20);
}

void TerminalDatabaseTest::checkpointsHappenOnTheThread()
{
    TerminalFixture fixture;
    VERIFY_OK(fixture.open());
    fixture.terminal.reset();
    // The schema is there; a thread with a small limit works on the file beside a connection of ours.
    auto connection =
        sql::Database::open({fixture.databasePath(), sql::Access::ReadWrite, sql::Synchronous::Normal, 5000});
    VERIFY_OK(connection);
    sql::WalGauge gauge(**connection);
    DurabilityThread::Options options;
    options.databasePath = fixture.databasePath();
    options.checkpointBytes = 100'000;
    options.checkpointBytesAtMost = 200'000;
    options.quietMs = 0;
    int written = 0;
    QStringList problems;
    options.failed = [&problems](const QString &text) { problems.append(text); }; // read after the thread ended
    {
        DurabilityThread thread(std::move(options));
        thread.start();
        int rows = 0;
        const auto commit = [&] {
            const auto done = (*connection)
                                  ->run(QStringLiteral("INSERT INTO meta (key, value) VALUES (?, ?)"),
                                        {QStringLiteral("k%1").arg(rows), QString(2000, u'v')});
            if (done)
                ++rows;
            thread.committed(gauge.bytes());
            return done.ok();
        };
        for (int round = 1; round <= 3; ++round) {
            while (gauge.bytes() < 300'000)
                QVERIFY(commit());
            // Once the log was emptied, a commit finds it started over.
            QTRY_VERIFY(commit() && gauge.bytes() < 100'000);
            QVERIFY(thread.checkpointCount() >= quint64(round));
        }
        QVERIFY(thread.waitDurable(10'000));
        thread.stop();
        written = rows;
    }
    QCOMPARE(problems, QStringList());
    auto count = (*connection)->query(QStringLiteral("SELECT count(*) FROM meta WHERE key LIKE 'k%'"));
    QVERIFY(count && count->next());
    QCOMPARE(count->integer(0), written);
    QVERIFY2(written >= 3 * 20, qPrintable(QString::number(written)));
}

void TerminalDatabaseTest::closingLeavesNoLog()
{
    TerminalFixture fixture;
    VERIFY_OK(fixture.open());
    fixture.hub.put(testOrder(1, fixture.clock.nowMs()));
    VERIFY_OK(fixture.snapshot());
    fixture.terminal.reset();
    QVERIFY(!QFile::exists(fixture.databasePath() + QStringLiteral("-wal")));
    VERIFY_OK(fixture.open());
    QVERIFY(fixture.equalsHub());
}

QTEST_GUILESS_MAIN(TerminalDatabaseTest)
#include "terminaldatabasetest.moc"
