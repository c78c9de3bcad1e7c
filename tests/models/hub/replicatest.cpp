// SPDX-License-Identifier: GPL-3.0-or-later
//
// A hub and its standby without a network between them: what is captured, waited for, refused, applied, and what a
// promotion, solo and a fence make of both.

#include "models/domain/epoch.h"
#include "models/hub/accessservice.h"
#include "models/hub/catalogservice.h"
#include "models/hub/hub.h"
#include "models/hub/invoicenumbers.h"
#include "models/hub/orderservice.h"
#include "models/hub/peerfile.h"
#include "models/hub/replicaacts.h"
#include "models/hub/standbyfile.h"
#include "models/sql/copy.h"
#include "tests/models/hub/writerfixture.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace oshaq;

namespace {

const QByteArray follower("one");

/// Every row of every table that a standby gets, as text.
QStringList rowsOf(Hub &hub)
{
    auto reader = hub.openReader();
    if (!reader)
        return {};
    QStringList tables;
    auto names = (*reader)->query(QStringLiteral("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"));
    while (names.ok() && names->next()) {
        if (replicastore::isReplicated(names->text(0).toLatin1().constData()))
            tables << names->text(0);
    }
    QStringList all;
    for (const QString &table : tables) {
        QStringList columns;
        auto info = (*reader)->query(QStringLiteral("SELECT name FROM pragma_table_info('%1')").arg(table));
        while (info.ok() && info->next())
            columns << QStringLiteral("quote(\"%1\")").arg(info->text(0));
        auto rows = (*reader)->query(
            QStringLiteral("SELECT %1 FROM \"%2\"").arg(columns.join(QLatin1String("||','||")), table));
        QStringList lines;
        while (rows.ok() && rows->next())
            lines << table + u':' + rows->text(0);
        lines.sort();
        all << lines;
    }
    return all;
}

} // namespace

class ReplicaTest final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Hub> open(const QString &name, bool standby = false)
    {
        HubOptions options;
        options.directory = m_directory->filePath(name);
        options.synchronous = sql::Synchronous::Off;
        options.standby = standby;
        options.followedUrl = QStringLiteral("http://hub");
        options.replica.ackLimitMs = m_ackLimitMs;
        auto hub = Hub::open(options, m_clock);
        if (!hub)
            qFatal("%s", qPrintable(hub.error().message));
        return std::move(*hub);
    }

    Principal owner() const
    {
        Principal principal;
        principal.kind = Principal::Kind::Business;
        principal.role = Role::Owner;
        principal.businessId = m_businessId;
        principal.id = m_businessId;
        return principal;
    }

    WriteCommand command(std::function<Result<WriteOutcome>(WriteContext &)> run, const QString &key = {}) const
    {
        WriteCommand made{owner(), QStringLiteral("test"), std::nullopt, std::move(run), {}};
        if (!key.isEmpty())
            made.idempotency = IdempotencyClaim{QStringLiteral("POST /test"), key, QByteArray(32, 'b')};
        return made;
    }

    WriteCommand anOrder(const QString &key = {}) const
    {
        return command(
            [item = m_itemId](WriteContext &context) {
                NewOrder order;
                order.fulfilment = Fulfilment::Pickup;
                NewOrderLine line;
                line.itemId = item;
                line.quantity = 1000;
                order.lines = {line};
                return orderwrites::create(context, order);
            },
            key);
    }

    Result<WriteOutcome> act(Hub &hub, std::function<Result<WriteOutcome>(AloneContext &)> run) const
    {
        WriteCommand made;
        made.principal = owner();
        made.requestId = QStringLiteral("act");
        made.alone = std::move(run);
        return hub.writer().submitAndWait(std::move(made));
    }

    Result<WriteOutcome> configure(Hub &hub, ReplicaMode mode) const
    {
        return act(hub, [&hub, mode](AloneContext &context) {
            return replicaacts::configure(context, hub.replica(), mode, QStringLiteral("office"));
        });
    }
    Result<WriteOutcome> solo(Hub &hub, const QString &over = {}) const
    {
        return act(hub, [&hub, over](AloneContext &context) {
            return replicaacts::declareSolo(context, hub.replica(), hub.directory(), over);
        });
    }
    Result<WriteOutcome> promote(Hub &hub, bool insist = false) const
    {
        return act(hub, [&hub, insist](AloneContext &context) {
            return replicaacts::promote(context, hub.replica(), hub.directory(), insist);
        });
    }
    Result<WriteOutcome> fence(Hub &hub, const QString &epoch) const
    {
        return act(hub,
                   [&hub, epoch](AloneContext &context) { return replicaacts::fence(context, hub.replica(), epoch); });
    }

    Result<WriteOutcome> takeBase(Hub &from, Hub &into) const
    {
        const QString file = m_directory->filePath(QStringLiteral("base"));
        auto reader = from.openReader();
        if (!reader)
            return reader.error();
        if (auto copied = sql::copyTo(**reader, file); !copied)
            return copied.error();
        return act(into, [&into, file](AloneContext &context) {
            return replicaacts::takeBase(context, into.replica(), into.directory(), QStringLiteral("http://hub"), file);
        });
    }

    static Cursor positionOf(Hub &hub) { return {hub.epoch(), hub.replica().status().position}; }

    /// One round of what a follower does. How many changes there were; -1: a new base is needed.
    int follow(Hub &from, Hub &into) const
    {
        from.replica().heardOf(follower, positionOf(into));
        const auto changes = from.replica().changesAfter(positionOf(into), 1'000'000);
        if (!changes)
            return -1;
        for (const ReplicaChangePtr &change : *changes) {
            const auto applied = act(into, [&into, change](AloneContext &context) {
                return replicaacts::apply(context, into.replica(), *change);
            });
            if (!applied)
                return -1;
        }
        from.replica().heardOf(follower, positionOf(into));
        return int(changes->size());
    }

    qint64 number(Hub &hub, const QString &sql) const
    {
        auto reader = hub.openReader();
        auto row = reader ? (*reader)->query(sql) : Result<sql::Statement>(reader.error());
        return row.ok() && row->next() ? row->integer(0) : -1;
    }
    qint64 orders(Hub &hub) const { return number(hub, QStringLiteral("SELECT count(*) FROM orders")); }

    /// A hub with a menu that a standby follows.
    void makeFollowed(ReplicaMode mode)
    {
        m_hub = open(QStringLiteral("hub"));
        const auto made = m_hub->writer().submitAndWait(command([](WriteContext &context) {
            Business business;
            business.name = QStringLiteral("Oshaq");
            return accesswrites::createBusiness(context, business);
        }));
        QVERIFY(made);
        m_businessId = made->entityId;
        QVERIFY(m_hub->writer().submitAndWait(command([](WriteContext &context) {
            MenuImportItem item;
            item.category = QStringLiteral("Food");
            item.name = QStringLiteral("Soup");
            item.priceMinor = 1295;
            return catalogwrites::importMenu(context, {item});
        })));
        m_itemId = number(*m_hub, QStringLiteral("SELECT item_id FROM items"));
        QVERIFY(m_hub->writer().submitAndWait(anOrder()));
        QVERIFY(configure(*m_hub, ReplicaMode::Async));
        m_standby = open(QStringLiteral("standby"), true);
        QCOMPARE(m_standby->replica().role(), ReplicaRole::Standby);
        QVERIFY(takeBase(*m_hub, *m_standby));
        QCOMPARE(follow(*m_hub, *m_standby), 0);
        if (mode == ReplicaMode::Sync)
            QVERIFY(configure(*m_hub, ReplicaMode::Sync));
        QCOMPARE(m_hub->replica().note().solo, false);
    }

    std::optional<QTemporaryDir> m_directory;
    test::FakeClock m_clock;
    int m_ackLimitMs = 20;
    qint64 m_businessId = 0;
    qint64 m_itemId = 0;
    std::unique_ptr<Hub> m_hub;
    std::unique_ptr<Hub> m_standby;

private Q_SLOTS:
    void init()
    {
        m_ackLimitMs = 20;
        m_directory.emplace();
    }

    void cleanup()
    {
        m_hub.reset();
        m_standby.reset();
    }

    void theStandbyHasEveryRow()
    {
        makeFollowed(ReplicaMode::Async);
        QCOMPARE(orders(*m_standby), 1);
        for (int i = 0; i < 5; ++i)
            QVERIFY(m_hub->writer().submitAndWait(anOrder(QString::number(i))));
        const QStringList before = rowsOf(*m_hub);
        QVERIFY(rowsOf(*m_standby) != before);
        QCOMPARE(m_hub->replica().status().peer->lagSeq, 5);
        QCOMPARE(follow(*m_hub, *m_standby), 5);
        QCOMPARE(rowsOf(*m_standby), before);
        QCOMPARE(m_hub->replica().status().peer->lagSeq, 0);
        QVERIFY(m_hub->replica().status().inStep);
    }

    /// What SQLite's sessions cannot record they leave out without a word.
    void everyTableCanBeRecorded()
    {
        m_hub = open(QStringLiteral("hub"));
        auto reader = m_hub->openReader();
        QVERIFY(reader);
        auto tables = (*reader)->query(QStringLiteral("SELECT name FROM sqlite_master WHERE type = 'table'"));
        int count = 0;
        while (tables.ok() && tables->next()) {
            const QString name = tables->text(0);
            if (!replicastore::isReplicated(name.toLatin1().constData()))
                continue;
            ++count;
            QVERIFY2(number(*m_hub,
                            QStringLiteral("SELECT count(*) FROM pragma_table_info('%1') WHERE pk > 0").arg(name)) > 0,
                     qPrintable(name));
            QCOMPARE(
                number(*m_hub,
                       QStringLiteral("SELECT count(*) FROM pragma_table_xinfo('%1') WHERE hidden <> 0").arg(name)),
                0);
        }
        QVERIFY(count > 30);
    }

    void eachChangeNamesItsSeqs()
    {
        makeFollowed(ReplicaMode::Async);
        const Cursor before = positionOf(*m_standby);
        const qint64 last = number(*m_hub, QStringLiteral("SELECT max(seq) FROM journal"));
        QVERIFY(m_hub->writer().submitAndWait(anOrder()));
        const auto changes = m_hub->replica().changesAfter(before, 1);
        QVERIFY(changes);
        QCOMPARE(changes->size(), 1u);
        const auto seqs = changes->front()->seqs.at(m_businessId);
        QCOMPARE(seqs.first, last + 1);
        QCOMPARE(seqs.second, number(*m_hub, QStringLiteral("SELECT max(seq) FROM journal")));
    }

    void aRefusedCommandLeavesNoChangeButItsKey()
    {
        makeFollowed(ReplicaMode::Async);
        auto refused = command([](WriteContext &) -> Result<WriteOutcome> {
            return Error{ErrorCode::NotFound, QStringLiteral("no"), {}};
        });
        QVERIFY(!m_hub->writer().submitAndWait(refused));
        QCOMPARE(follow(*m_hub, *m_standby), 0);
        QCOMPARE(rowsOf(*m_standby), rowsOf(*m_hub));
    }

    void aGapTakesANewBase()
    {
        makeFollowed(ReplicaMode::Async);
        const auto base = positionOf(*m_standby);
        QVERIFY(m_hub->writer().submitAndWait(anOrder()));
        QVERIFY(m_hub->writer().submitAndWait(anOrder()));
        const auto changes = m_hub->replica().changesAfter(base, 1'000'000);
        QVERIFY(changes && changes->size() == 2);
        // The second without the first.
        const auto applied = act(*m_standby, [this, change = changes->back()](AloneContext &context) {
            return replicaacts::apply(context, m_standby->replica(), *change);
        });
        QVERIFY(!applied);
        QCOMPARE(applied.error().code, ErrorCode::CursorGone);
        QCOMPARE(orders(*m_standby), 1);
        // What other programs wrote nobody captured for this one.
        QCOMPARE(int(m_hub->replica().changesAfter({base.epoch, base.seq - 1}, 1).error().code),
                 int(ErrorCode::CursorGone));
        QCOMPARE(int(m_hub->replica().changesAfter({QStringLiteral("9-OTHER"), base.seq}, 1).error().code),
                 int(ErrorCode::CursorGone));
        QVERIFY(takeBase(*m_hub, *m_standby));
        QCOMPARE(rowsOf(*m_standby), rowsOf(*m_hub));
        QCOMPARE(follow(*m_hub, *m_standby), 0);
    }

    void aRowThatDiffersTakesANewBase()
    {
        makeFollowed(ReplicaMode::Async);
        {
            auto file =
                sql::Database::open({m_standby->directory() + QStringLiteral("/hub.db"), sql::Access::ReadWrite});
            QVERIFY(file);
            QVERIFY((*file)->run(QStringLiteral("UPDATE replica_position SET n = n + 7"), {}));
        }
        QVERIFY(m_hub->writer().submitAndWait(anOrder()));
        QCOMPARE(follow(*m_hub, *m_standby), -1);
        QCOMPARE(orders(*m_standby), 1);
    }

    void aWriteWaitsForTheStandby()
    {
        m_ackLimitMs = 20'000;
        makeFollowed(ReplicaMode::Sync);
        std::atomic<bool> answered = false;
        WriteCommand order = anOrder();
        order.done = [&answered](const Result<WriteOutcome> &outcome) { answered = outcome.ok(); };
        m_hub->writer().submit(std::move(order));
        // Committed here, and nobody is told before the standby has it.
        QTRY_COMPARE(orders(*m_hub), 2);
        QVERIFY(!answered);
        QCOMPARE(follow(*m_hub, *m_standby), 1);
        QTRY_VERIFY(answered);
        QCOMPARE(rowsOf(*m_standby), rowsOf(*m_hub));
    }

    void withoutTheStandbyNothingIsWritten()
    {
        makeFollowed(ReplicaMode::Sync);
        m_clock.advance(m_hub->replica().options().reachableMs + 1);
        const QStringList before = rowsOf(*m_hub);
        const auto refused = m_hub->writer().submitAndWait(anOrder());
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::ReplicaUnreachable);
        QCOMPARE(rowsOf(*m_hub), before);
        const ReplicaNote note = m_hub->replica().note();
        QVERIFY(note.refusing);
        QCOMPARE(note.reason, QStringLiteral("standby_unreachable"));
        // It comes back.
        QCOMPARE(follow(*m_hub, *m_standby), 0);
        QVERIFY(!m_hub->replica().note().refusing);
    }

    void anAcknowledgementThatDoesNotComeIsNoSuccess()
    {
        makeFollowed(ReplicaMode::Sync);
        const QString key = QStringLiteral("key");
        const auto unknown = m_hub->writer().submitAndWait(anOrder(key));
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().code, ErrorCode::ReplicaUnreachable);
        QCOMPARE(orders(*m_hub), 2); // it is there, and nobody was told so
        // The next one is not even begun: the standby lacks something.
        QCOMPARE(m_hub->writer().submitAndWait(anOrder()).error().code, ErrorCode::ReplicaUnreachable);
        QCOMPARE(orders(*m_hub), 2);
        QCOMPARE(follow(*m_hub, *m_standby), 1);
        const auto again = m_hub->writer().submitAndWait(anOrder(key));
        QVERIFY(again);
        QVERIFY(again->replayed);
        QCOMPARE(orders(*m_hub), 2);
    }

    void whoeverComesInToDecideIsLetIn()
    {
        makeFollowed(ReplicaMode::Sync);
        m_clock.advance(m_hub->replica().options().reachableMs + 1);
        WriteCommand signIn = anOrder();
        signIn.withoutStandby = true;
        QVERIFY(m_hub->writer().submitAndWait(std::move(signIn)));
        QCOMPARE(follow(*m_hub, *m_standby), 1); // and it is given to the standby later
    }

    void onlySoloEndsARefusal()
    {
        makeFollowed(ReplicaMode::Sync);
        m_clock.advance(m_hub->replica().options().reachableMs + 1);
        QCOMPARE(configure(*m_hub, ReplicaMode::Off).error().code, ErrorCode::ReplicaNotInStep);
        QCOMPARE(configure(*m_hub, ReplicaMode::Async).error().code, ErrorCode::ReplicaNotInStep);
        const qint64 term = termOf(m_hub->epoch());
        QVERIFY(solo(*m_hub));
        QCOMPARE(termOf(m_hub->epoch()), term + 1);
        QVERIFY(m_hub->replica().note().solo);
        QVERIFY(m_hub->writer().submitAndWait(anOrder()));
        // A person said it, so a person ends it.
        QCOMPARE(follow(*m_hub, *m_standby), -1);
        QVERIFY(takeBase(*m_hub, *m_standby));
        QCOMPARE(follow(*m_hub, *m_standby), 0);
        QVERIFY(!m_hub->replica().canJoin());
        QVERIFY(act(*m_hub, [this](AloneContext &context) { return replicaacts::endSolo(context, m_hub->replica()); }));
        QVERIFY(!m_hub->replica().note().solo);
        QVERIFY(m_hub->replica().waitsForAck());
    }

    void syncBeginsWhenTheStandbyHasEverything()
    {
        makeFollowed(ReplicaMode::Async);
        m_clock.advance(m_hub->replica().options().reachableMs + 1); // it is not there now
        QVERIFY(m_hub->writer().submitAndWait(anOrder()));
        QVERIFY(configure(*m_hub, ReplicaMode::Sync));
        QVERIFY(m_hub->replica().note().solo);
        QVERIFY(!m_hub->replica().canJoin());
        QVERIFY(m_hub->writer().submitAndWait(anOrder()));
        const auto join = [this](AloneContext &context) { return replicaacts::join(context, m_hub->replica()); };
        QVERIFY(act(*m_hub, join));
        QVERIFY(m_hub->replica().note().solo); // not yet
        QCOMPARE(follow(*m_hub, *m_standby), 2);
        QVERIFY(m_hub->replica().canJoin());
        QVERIFY(act(*m_hub, join));
        QVERIFY(m_hub->replica().waitsForAck());
    }

    void thePromotedStandbyGoesOn()
    {
        makeFollowed(ReplicaMode::Sync);
        auto next = [](Hub &hub) {
            auto reader = hub.openReader();
            auto row = (*reader)->query(QStringLiteral("SELECT max(last) FROM order_numbers"));
            return row.ok() && row->next() ? row->integer(0) : -1;
        };
        const qint64 lastNumber = next(*m_standby);
        const QString epoch = m_standby->epoch();
        QCOMPARE(m_standby->writer().submitAndWait(anOrder()).error().code, ErrorCode::HubStandby);
        m_hub.reset();
        QVERIFY(promote(*m_standby));
        QCOMPARE(m_standby->replica().role(), ReplicaRole::Hub);
        QCOMPARE(termOf(m_standby->epoch()), termOf(epoch) + 1);
        QVERIFY(next(*m_standby) > lastNumber);
        QVERIFY(number(*m_standby, QStringLiteral("SELECT last FROM invoice_numbers")) >= invoicenumbers::jump);
        QVERIFY(m_standby->writer().submitAndWait(anOrder()));
        QCOMPARE(number(*m_standby, QStringLiteral("SELECT count(*) FROM journal WHERE type = 'hub.promoted'")), 1);
        const QString promoted = m_standby->epoch();
        m_standby.reset();
        m_standby = open(QStringLiteral("standby"), true);
        QCOMPARE(m_standby->replica().role(), ReplicaRole::Hub);
        QCOMPARE(m_standby->epoch(), promoted);
        QVERIFY(m_standby->writer().submitAndWait(anOrder()));
    }

    void aPromotionThatWasCutOffIsFinishedAtTheNextStart()
    {
        makeFollowed(ReplicaMode::Sync);
        const StandbyFile file = **standbyfile::read(m_standby->directory());
        QVERIFY(promote(*m_standby, true));
        QVERIFY(!*standbyfile::read(m_standby->directory()));
        QVERIFY(standbyfile::write(m_standby->directory(), file)); // as it was when the power went
        m_standby.reset();
        m_standby = open(QStringLiteral("standby"), true);
        QCOMPARE(m_standby->replica().role(), ReplicaRole::Hub);
    }

    void onlyAWholeCopyIsPromoted()
    {
        m_standby = open(QStringLiteral("empty"), true);
        QCOMPARE(promote(*m_standby, true).error().code, ErrorCode::ReplicaNotInStep);
        QCOMPARE(m_standby->replica().role(), ReplicaRole::Standby);
        m_standby.reset();
        makeFollowed(ReplicaMode::Sync);
        QCOMPARE(promote(*m_hub).error().code, ErrorCode::ReplicaNotInStep);
        ReplicaPeer peer;
        peer.connected = true;
        m_standby->replica().setPeer(peer);
        QCOMPARE(promote(*m_standby).error().code, ErrorCode::ReplicaNotInStep); // the hub answers still
        QVERIFY(promote(*m_standby, true));
    }

    void aFencedHubTakesNoWrite()
    {
        makeFollowed(ReplicaMode::Async);
        m_clock.advance(60'000);
        QVERIFY(promote(*m_standby));
        QVERIFY(fence(*m_hub, m_standby->epoch()));
        const QStringList before = rowsOf(*m_hub);
        const auto isFenced = [&] {
            for (int i = 0; i < 3; ++i) {
                const auto refused = m_hub->writer().submitAndWait(anOrder());
                if (refused.ok() || refused.error().code != ErrorCode::HubFenced)
                    return false;
            }
            WriteCommand signIn = anOrder();
            signIn.withoutStandby = true;
            return !m_hub->writer().submitAndWait(std::move(signIn)).ok() && rowsOf(*m_hub) == before;
        };
        QVERIFY(isFenced());
        QCOMPARE(m_hub->replica().note().reason, QStringLiteral("fenced"));
        // And it is none after a start.
        m_hub.reset();
        m_hub = open(QStringLiteral("hub"));
        QCOMPARE(m_hub->replica().role(), ReplicaRole::Fenced);
        QVERIFY(isFenced());
        // A lower term or one's own fences nobody.
        QVERIFY(fence(*m_standby, m_hub->epoch()));
        QVERIFY(fence(*m_standby, m_standby->epoch()));
        QCOMPARE(m_standby->replica().role(), ReplicaRole::Hub);
        // A manager may overrule it, and has to know what.
        QCOMPARE(solo(*m_hub).error().code, ErrorCode::ReplicaNotInStep);
        QVERIFY(solo(*m_hub, m_standby->epoch()));
        QVERIFY(termOf(m_hub->epoch()) > termOf(m_standby->epoch()));
    }

    void aCommitThatAFenceOvertookIsNoSuccess()
    {
        makeFollowed(ReplicaMode::Async);
        QVERIFY(promote(*m_standby, true));
        // The fence falls while the batch is being written.
        const auto late = m_hub->writer().submitAndWait(command([this](WriteContext &context) -> Result<WriteOutcome> {
            m_hub->replica().fence(m_standby->epoch());
            auto made = context.database.run(QStringLiteral("UPDATE businesses SET name = 'late'"), {});
            return made ? Result<WriteOutcome>(WriteOutcome{}) : made.error();
        }));
        QVERIFY(!late);
        QCOMPARE(late.error().code, ErrorCode::ReplicaUnreachable);
    }

    void whatItHadAloneIsKeptAndItFollows()
    {
        makeFollowed(ReplicaMode::Async);
        QVERIFY(m_hub->writer().submitAndWait(anOrder())); // the standby never gets it
        const QString aloneEpoch = m_hub->epoch();
        QVERIFY(promote(*m_standby, true));
        QVERIFY(m_standby->writer().submitAndWait(anOrder()));
        QVERIFY(m_standby->writer().submitAndWait(anOrder()));
        QVERIFY(fence(*m_hub, m_standby->epoch()));
        const PeerFile peer{QStringLiteral("http://new"), QStringLiteral("os_token"), {}};
        QVERIFY(act(*m_hub, [this, peer](AloneContext &context) {
            return replicaacts::becomeStandby(context, m_hub->replica(), m_hub->directory(), peer);
        }));
        QCOMPARE(m_hub->replica().role(), ReplicaRole::Standby);
        QCOMPARE(**peerfile::read(m_hub->directory()), peer);
        const auto taken = takeBase(*m_standby, *m_hub);
        QVERIFY(taken);
        QCOMPARE(taken->values.front(), 1);
        QCOMPARE(rowsOf(*m_hub), rowsOf(*m_standby));
        QCOMPARE(m_hub->epoch(), m_standby->epoch());

        QFile file(QDir(m_hub->directory()).filePath(QStringLiteral("alone-%1.jsonl").arg(aloneEpoch)));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
        QCOMPARE(lines.size(), 1);
        const QJsonObject row = QJsonDocument::fromJson(lines.front()).object();
        QCOMPARE(row.value(QLatin1String("entity")).toString(), QStringLiteral("order"));
        QVERIFY(row.value(QLatin1String("order")).toObject().value(QLatin1String("total_minor")).toInt() == 1295);

        // From here on it is followed the other way round, and waited for again when it has everything.
        QCOMPARE(follow(*m_standby, *m_hub), 0);
        QVERIFY(m_standby->replica().canJoin());
        QVERIFY(act(*m_standby,
                    [this](AloneContext &context) { return replicaacts::join(context, m_standby->replica()); }));
        QVERIFY(m_standby->replica().waitsForAck());
    }

    void ofTwoHubsOfOneTermAPersonChooses()
    {
        makeFollowed(ReplicaMode::Sync);
        m_clock.advance(60'000);
        QVERIFY(solo(*m_hub));
        QVERIFY(promote(*m_standby));
        QCOMPARE(termOf(m_hub->epoch()), termOf(m_standby->epoch()));
        QVERIFY(m_hub->epoch() != m_standby->epoch());
        m_hub->replica().setRival(m_standby->epoch());
        m_standby->replica().setRival(m_hub->epoch());
        QCOMPARE(m_hub->replica().note().reason, QStringLiteral("two_hubs"));
        QVERIFY(!m_hub->replica().note().refusing);
        QVERIFY(fence(*m_hub, m_standby->epoch())); // no term is higher
        QCOMPARE(m_hub->replica().role(), ReplicaRole::Hub);
        QVERIFY(solo(*m_standby));
        QVERIFY(m_standby->replica().note().reason.isEmpty());
        QVERIFY(fence(*m_hub, m_standby->epoch()));
        QCOMPARE(m_hub->replica().role(), ReplicaRole::Fenced);
    }

    void nobodyTakesAStandbyForAHub()
    {
        makeFollowed(ReplicaMode::Async);
        m_standby.reset();
        HubOptions options;
        options.directory = m_directory->filePath(QStringLiteral("standby"));
        const auto refused = Hub::open(options, m_clock);
        QVERIFY(!refused);
        QVERIFY(refused.error().message.contains(QLatin1String("standby of")));
        m_standby = open(QStringLiteral("standby"), true);
        QCOMPARE(m_standby->replica().role(), ReplicaRole::Standby);
        QCOMPARE(follow(*m_hub, *m_standby), 0); // it goes on where it was
    }

    void aSecondStandbyIsRefusedWhileTheFirstIsThere()
    {
        makeFollowed(ReplicaMode::Async);
        QVERIFY(!m_hub->replica().heardOf("two", positionOf(*m_standby)));
        m_clock.advance(m_hub->replica().options().reachableMs + 1);
        QVERIFY(m_hub->replica().heardOf("two", positionOf(*m_standby)));
    }

    void invoicesGoUp()
    {
        m_hub = open(QStringLiteral("hub"));
        const auto made = m_hub->writer().submitAndWait(command([](WriteContext &context) {
            Business business;
            business.name = QStringLiteral("Oshaq");
            return accesswrites::createBusiness(context, business);
        }));
        QVERIFY(made);
        const auto next = [this, id = made->entityId] {
            const auto outcome =
                m_hub->writer().submitAndWait(command([id](WriteContext &context) -> Result<WriteOutcome> {
                    const auto number = invoicenumbers::next(context.database, id);
                    if (!number)
                        return number.error();
                    WriteOutcome taken;
                    taken.values = {*number};
                    return taken;
                }));
            return outcome ? outcome->values.front() : -1;
        };
        QCOMPARE(next(), 1);
        QCOMPARE(next(), 2);
        const QString directory = m_hub->directory();
        m_hub.reset();
        QVERIFY(Hub::renewEpoch(directory, m_clock)); // a restored copy
        m_hub = open(QStringLiteral("hub"));
        QCOMPARE(next(), 2 + invoicenumbers::jump + 1);
    }
};

QTEST_GUILESS_MAIN(ReplicaTest)
#include "replicatest.moc"
