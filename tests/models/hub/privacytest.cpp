// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a file gives away of guests, for how long they are kept, and what is left of one who was erased.
#include "models/hub/fieldrotation.h"
#include "models/hub/guestbook.h"
#include "models/hub/guesterasure.h"
#include "models/hub/guestexport.h"
#include "models/hub/guestservice.h"
#include "models/hub/journalstore.h"
#include "models/hub/orderservice.h"
#include "models/hub/recordcopies.h"
#include "models/hub/settingsservice.h"
#include "models/sql/maintenance.h"
#include "models/sql/migrations.h"
#include "tests/support/hubfixture.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

namespace {

constexpr qint64 dayMs = qint64{24} * 60 * 60 * 1000;

/// All bytes of a database, its log included.
QByteArray bytesOf(const QString &path)
{
    QByteArray all;
    for (const char *ending : {"", "-wal"}) {
        QFile file(path + QLatin1String(ending));
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll();
    }
    return all;
}

} // namespace

class PrivacyTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void nothingIsInClear();
    void aPhoneIsFoundWholeAndByItsEnd();
    void oldCopiesOfTheRecordGo();
    void aHubFromBeforeIsSealed();
    void aMigrationThatIsStoppedLeavesWhatWasThere();
    void aNewKeySealsEverythingAnew();
    void aRotationGoesOnWhereItStopped();
    void withoutTheKeyTheHubWorksAndLosesNothing();
    void anErasedGuestIsNobody();
    void whoHasAnOpenOrderIsNotErased();
    void retentionErasesWhoWasKeptLongEnough();
    void theExportHasEverything();

private:
    /// A pickup order of a caller, as the counter writes it.
    Result<WriteOutcome> order(const QString &name, const QString &phone, const QString &note = {});
    bool finish(qint64 orderId);
    qint64 count(const QString &text)
    {
        const auto found = guestbook::find(m_hub->database(), m_business.id, searchTextFrom(text), maxGuestsFound);
        return found ? qint64(found->size()) : -1;
    }
    qint64 stale() { return fieldrotation::countStale(m_hub->database()).value(); }

    std::unique_ptr<HubFixture> m_hub;
    FixtureBusiness m_business;
};

void PrivacyTest::init()
{
    m_hub = std::make_unique<HubFixture>();
    QVERIFY2(m_hub->open(), qPrintable(m_hub->problem()));
    m_business = m_hub->makeBusiness(QStringLiteral("Oshaq"));
    QVERIFY(m_business.id > 0);
}

void PrivacyTest::cleanup()
{
    m_hub.reset();
}

Result<WriteOutcome> PrivacyTest::order(const QString &name, const QString &phone, const QString &note)
{
    NewOrder wanted = pickup({line(m_business.item(u"Soup"), 1000)});
    wanted.guestName = name;
    wanted.guestPhone = phone;
    wanted.note = note;
    wanted.allergy = note;
    return m_hub->run(m_business.terminal(Role::Counter),
                      [wanted](WriteContext &context) { return orderwrites::create(context, wanted); });
}

bool PrivacyTest::finish(qint64 orderId)
{
    return m_hub->execute(QStringLiteral("UPDATE orders SET status = 6, status_at = ? WHERE order_id = ?"),
                          {m_hub->nowMs, orderId});
}

void PrivacyTest::nothingIsInClear()
{
    const qint64 guest = m_hub->makeGuest(m_business, QStringLiteral("Dana"), QStringLiteral("+77015550199"));
    AddressRow address{0,
                       m_business.id,
                       guest,
                       QStringLiteral("Abai street 1"),
                       QStringLiteral("Grandmother"),
                       QStringLiteral("43.2389,76.8897")};
    QVERIFY(userstore::insertAddress(m_hub->database(), &address, m_hub->nowMs));
    QVERIFY(order(QStringLiteral("Marat"), QStringLiteral("8 (701) 555-01-77")));
    const QByteArray bytes = bytesOf(m_hub->database().path());
    QVERIFY(bytes.contains("Dana")); // names are looked for, and stand in clear
    for (const char *secret : {"7015550199", "701) 555-01-77", "7015550177", "Abai", "Grandmother", "43.2389"})
        QVERIFY2(!bytes.contains(secret), secret);
    // Read again, they are what they were.
    QCOMPARE(userstore::find(m_hub->database(), m_business.id, guest)->phone, QStringLiteral("+77015550199"));
    const auto read = userstore::findAddress(m_hub->database(), m_business.id, address.id);
    QVERIFY(read && *read == address);
}

void PrivacyTest::aPhoneIsFoundWholeAndByItsEnd()
{
    QVERIFY(order(QStringLiteral("Dana"), QStringLiteral("+77015550199")));
    QVERIFY(order(QStringLiteral("Dana again"), QStringLiteral("8 701 555 01 99")));
    QVERIFY(order(QStringLiteral("Marat"), QStringLiteral("+77022220199")));
    QCOMPARE(count(QStringLiteral("0199")), 2);
    QCOMPARE(count(QStringLiteral("550199")), 1);
    QCOMPARE(count(QStringLiteral("8 (701) 555-01-99")), 1);
    QCOMPARE(count(QStringLiteral("7015550198")), 0);
    QCOMPARE(count(QStringLiteral("199")), 0);
    const auto orders = [this](const char *text) {
        OrderFilter filter;
        filter.search = searchTextFrom(QString::fromLatin1(text));
        filter.searchesPersonal = true;
        const auto page = orderreads::list(m_hub->database(), m_business.id, filter);
        return page ? int(page->orders.size()) : -1;
    };
    QCOMPARE(orders("0199"), 3);
    QCOMPARE(orders("+7 701 555 01 99"), 2);
    QCOMPARE(orders("87022220199"), 1);
    QCOMPARE(orders("5550199"), 0);
}

void PrivacyTest::oldCopiesOfTheRecordGo()
{
    QTemporaryDir directory;
    const qint64 nowMs = 1'795'000'000'000; // 2026-11-18
    const auto put = [&](const char *name) {
        const QString path = directory.filePath(QLatin1String(name));
        QFile file(path);
        return QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly) && file.write("x") == 1;
    };
    for (const char *name :
         {"before-upgrade/hub-20261001T120000Z-schema-0024.db", "before-upgrade/hub-20261110T120000Z-schema-0025.db",
          "before-upgrade/notes.txt", "kept/20261001T120000123Z/hub.db", "kept/20261110T120000123Z/hub.db",
          "kept/mine/hub.db"})
        QVERIFY(put(name));
    QCOMPARE(recordcopies::removeOld(directory.path(), nowMs), 2);
    const auto is = [&](const char *name) { return QFile::exists(directory.filePath(QLatin1String(name))); };
    QVERIFY(!is("before-upgrade/hub-20261001T120000Z-schema-0024.db") && !is("kept/20261001T120000123Z"));
    QVERIFY(is("before-upgrade/hub-20261110T120000Z-schema-0025.db") && is("kept/20261110T120000123Z/hub.db"));
    QVERIFY(is("before-upgrade/notes.txt") && is("kept/mine/hub.db")); // somebody else's
    QCOMPARE(recordcopies::removeOld(directory.path(), nowMs), 0);
}

void PrivacyTest::aHubFromBeforeIsSealed()
{
    QTemporaryDir directory;
    const QString folder = directory.filePath(QStringLiteral("migrations"));
    QVERIFY(QDir().mkpath(folder));
    const auto copy = [&](const QString &before) {
        const QDir all(QStringLiteral(":/migrations/hub"));
        for (const QString &name : all.entryList(QDir::Files, QDir::Name)) {
            const QString to = folder + u'/' + name;
            if (name < before && !QFile::exists(to) && !QFile::copy(all.filePath(name), to))
                return false;
        }
        return true;
    };
    sql::OpenOptions options{directory.filePath(QStringLiteral("hub.db")), sql::Access::ReadWrite};
    options.keys = std::make_shared<sql::FieldKeys>(directory.filePath(QStringLiteral("personal.key")));
    {
        auto opened = sql::Database::open(options);
        QVERIFY(opened);
        sql::Database &database = **opened;
        QVERIFY(copy(QStringLiteral("0027")));
        QVERIFY(sql::migrate(database, folder, 1));
        const char *statements[] = {
            "INSERT INTO businesses (business_id, name, currency, time_zone, day_start_minutes, created_at, updated_at)"
            " VALUES (1, 'Old', 'KZT', 'Asia/Almaty', 240, 1, 1)",
            "INSERT INTO users (user_id, business_id, name, phone, phone_digits, phone_verified, email, created_at,"
            " updated_at) VALUES (1, 1, 'Dana', '+77015550199', '7015550199', 1, 'dana@example.com', 1, 1),"
            " (2, 1, 'D', '8 701 555 01 99', '7015550199', 0, '', 1, 1), (3, 1, 'None', '', '', 0, '', 1, 1),"
            " (4, 1, 'Zero', '0000000000', '0000000000', 0, '', 1, 1), (5, 1, 'Short', '102', '102', 0, '', 1, 1)",
            "INSERT INTO user_addresses (address_id, business_id, user_id, address, label, coordinates, created_at)"
            " VALUES (1, 1, 1, 'Abai street 1', 'Home', '43.2389,76.8897', 1)",
            "INSERT INTO notification_recipients (recipient_id, business_id, name, channel, address, created_at)"
            " VALUES (1, 1, 'Boss', 'email', 'boss@example.com', 1)",
        };
        for (const char *statement : statements)
            QVERIFY2(database.run(QString::fromUtf8(statement)), statement);
        QVERIFY(copy(QStringLiteral("9999")));
        const auto migrated = sql::migrate(database, folder, 2);
        QVERIFY2(migrated, migrated ? "" : qPrintable(migrated.error().message));
        QCOMPARE(userstore::find(database, 1, 1)->phone, QStringLiteral("+77015550199"));
        QCOMPARE(userstore::find(database, 1, 3)->phone, QString());
        QCOMPARE(userstore::findAddress(database, 1, 1)->coordinates, QStringLiteral("43.2389,76.8897"));
        QCOMPARE(userstore::byVerifiedPhone(database, 1, QStringLiteral("+77015550199"))->value().id, 1);
        QVERIFY(!userstore::byVerifiedPhone(database, 1, QStringLiteral("8 701 555 01 99"))->has_value());
        QCOMPARE(*userstore::samePerson(database, 1, 2), (std::vector<qint64>{1, 2}));
        QCOMPARE(*userstore::samePerson(database, 1, 4), (std::vector<qint64>{4}));
        QCOMPARE(*userstore::samePerson(database, 1, 5), (std::vector<qint64>{5}));
        QCOMPARE(*fieldrotation::countStale(database), 0);
        const auto found = guestbook::find(database, 1, searchTextFrom(QStringLiteral("0199")), 20);
        QVERIFY(found);
        QCOMPARE(found->size(), std::size_t(1));
    }
    const QByteArray bytes = bytesOf(options.path);
    QVERIFY(bytes.contains("Dana"));
    for (const char *secret : {"7015550199", "8 701 555", "dana@", "boss@", "Abai", "43.2389"})
        QVERIFY2(!bytes.contains(secret), secret);
}

void PrivacyTest::aMigrationThatIsStoppedLeavesWhatWasThere()
{
    QTemporaryDir directory;
    const QString folder = directory.filePath(QStringLiteral("migrations"));
    QVERIFY(QDir().mkpath(folder));
    const QDir all(QStringLiteral(":/migrations/hub"));
    const auto copy = [&](const QString &before) {
        for (const QString &name : all.entryList(QDir::Files, QDir::Name)) {
            if (name < before)
                QFile::copy(all.filePath(name), folder + u'/' + name);
        }
    };
    sql::OpenOptions options{directory.filePath(QStringLiteral("hub.db")), sql::Access::ReadWrite};
    const QString keyFile = directory.filePath(QStringLiteral("personal.key"));
    options.keys = std::make_shared<sql::FieldKeys>(keyFile);
    auto opened = sql::Database::open(options);
    QVERIFY(opened);
    sql::Database &database = **opened;
    copy(QStringLiteral("0027"));
    QVERIFY(sql::migrate(database, folder, 1));
    QVERIFY(database.run(QStringLiteral(
        "INSERT INTO businesses (business_id, name, currency, time_zone, day_start_minutes, created_at, updated_at)"
        " VALUES (1, 'Old', 'KZT', 'Asia/Almaty', 240, 1, 1)")));
    QVERIFY(
        database.run(QStringLiteral("INSERT INTO users (user_id, business_id, name, phone, phone_digits, created_at,"
                                    " updated_at) VALUES (1, 1, 'Dana', '+77015550199', '7015550199', 1, 1)")));
    // There is no key: something else stands where its file belongs.
    {
        QFile file(keyFile);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("something else") > 0);
    }
    copy(QStringLiteral("9999"));
    QVERIFY(!sql::migrate(database, folder, 2));
    auto row = database.query(QStringLiteral("SELECT phone, phone_digits FROM users"));
    QVERIFY(row && row->next());
    QCOMPARE(row->text(0), QStringLiteral("+77015550199"));
    row->finish();
    // And with a place for the key it goes on.
    QVERIFY(QFile::remove(keyFile));
    const auto migrated = sql::migrate(database, folder, 3);
    QVERIFY2(migrated, migrated ? "" : qPrintable(migrated.error().message));
    QCOMPARE(userstore::find(database, 1, 1)->phone, QStringLiteral("+77015550199"));
}

void PrivacyTest::aNewKeySealsEverythingAnew()
{
    for (int i = 0; i < 25; ++i) {
        QVERIFY(order(QStringLiteral("Guest %1").arg(i), QStringLiteral("+7701555%1").arg(1000 + i)));
        const qint64 guest =
            m_hub->makeGuest(m_business, QStringLiteral("Home %1").arg(i), QStringLiteral("+7702555%1").arg(1000 + i));
        QVERIFY(m_hub->makeAddress(m_business, guest, QStringLiteral("Street %1").arg(i)));
    }
    sql::FieldKeys &keys = *m_hub->keys();
    QVERIFY(keys.add());
    QVERIFY(stale() >= 75);
    // While both keys are there everybody is found, and is one person.
    QVERIFY(order(QStringLiteral("Guest 3 again"), QStringLiteral("8 701 555 1003")));
    QCOMPARE(count(QStringLiteral("+7 701 555 1003")), 1);
    QCOMPARE(count(QStringLiteral("1004")), 2);
    int portions = 0;
    for (fieldrotation::Place place; !fieldrotation::isOver(place); ++portions) {
        const auto done = m_hub->run(m_business.owner(), [place](WriteContext &context) {
            return fieldrotation::resealPortion(context, place, 10);
        });
        QVERIFY(done);
        place = {done->values[0], done->values[1]};
        QCOMPARE(count(QStringLiteral("7025551009")), 1);
        QCOMPARE(count(QStringLiteral("1003")), 2);
    }
    QVERIFY(portions > 8);
    QCOMPARE(stale(), 0);
    QVERIFY(keys.dropOld());
    QCOMPARE(count(QStringLiteral("7015551024")), 1);
    QCOMPARE(count(QStringLiteral("1024")), 2);
    QCOMPARE(userstore::find(m_hub->database(), m_business.id, 1)->phone.right(4), QStringLiteral("1000"));
}

void PrivacyTest::aRotationGoesOnWhereItStopped()
{
    for (int i = 0; i < 40; ++i)
        QVERIFY(m_hub->makeGuest(m_business, QStringLiteral("G"), QStringLiteral("+7702555%1").arg(1000 + i)));
    QVERIFY(m_hub->keys()->add());
    const auto portion = [this](fieldrotation::Place place) {
        return m_hub->run(m_business.owner(),
                          [place](WriteContext &context) { return fieldrotation::resealPortion(context, place, 10); });
    };
    QVERIFY(portion({}));
    const qint64 left = stale();
    QCOMPARE(left, 30);
    // Another process, which knows nothing of the one before, begins at the start.
    int rows = 0;
    for (fieldrotation::Place place; !fieldrotation::isOver(place);) {
        const auto done = portion(place);
        QVERIFY(done);
        place = {done->values[0], done->values[1]};
        rows += int(done->values[2]);
    }
    QCOMPARE(rows, int(left));
    QCOMPARE(stale(), 0);
}

void PrivacyTest::withoutTheKeyTheHubWorksAndLosesNothing()
{
    const qint64 guest = m_hub->makeGuest(m_business, QStringLiteral("Dana"), QStringLiteral("+77015550199"));
    const QString path = m_hub->database().path();
    // A copy of the file without the key, such as a standby's.
    const QString elsewhere = QFileInfo(path).absolutePath() + QStringLiteral("/copy.db");
    QVERIFY(sql::checkpoint(m_hub->database(), sql::CheckpointMode::Truncate));
    QVERIFY(QFile::copy(path, elsewhere));
    sql::OpenOptions options{elsewhere, sql::Access::ReadWrite};
    options.keys = std::make_shared<sql::FieldKeys>(QFileInfo(path).absolutePath() + QStringLiteral("/other.key"));
    {
        auto opened = sql::Database::open(options);
        QVERIFY(opened);
        auto user = userstore::find(**opened, m_business.id, guest);
        QVERIFY(user);
        QCOMPARE(user->name, QStringLiteral("Dana"));
        QCOMPARE(user->phone, QString());
        user->name = QStringLiteral("Dana S.");
        QVERIFY(userstore::update(**opened, *user, 5));
        QVERIFY(userstore::samePerson(**opened, m_business.id, guest));
        UserRow fresh{0, m_business.id, QStringLiteral("New"), QStringLiteral("+77020000001")};
        QVERIFY(userstore::insert(**opened, &fresh, 5));
        QCOMPARE(userstore::find(**opened, m_business.id, fresh.id)->phone, fresh.phone);
    }
    // The lines of the old file are brought: everything is there.
    QFile brought(m_hub->keys()->file());
    QFile mine(options.keys->file());
    QVERIFY(brought.open(QIODevice::ReadOnly) && mine.open(QIODevice::Append));
    QVERIFY(mine.write(brought.readAll()) > 0);
    mine.close();
    options.keys = std::make_shared<sql::FieldKeys>(options.keys->file());
    auto opened = sql::Database::open(options);
    QVERIFY(opened);
    QCOMPARE(userstore::find(**opened, m_business.id, guest)->phone, QStringLiteral("+77015550199"));
    QCOMPARE(userstore::find(**opened, m_business.id, guest)->name, QStringLiteral("Dana S."));
}

void PrivacyTest::anErasedGuestIsNobody()
{
    const QString note = QStringLiteral("Knocktwice, allergic to Peanutsalot");
    const auto first = order(QStringLiteral("Zhuldyzay Serik"), QStringLiteral("+77015550199"), note);
    const auto second = order(QStringLiteral("Zh. Serik"), QStringLiteral("8 701 555 01 99"), note);
    const auto other = order(QStringLiteral("Marat"), QStringLiteral("+77022220199"), QStringLiteral("Marat's"));
    QVERIFY(first && second && other);
    for (const auto &one : {first, second, other})
        QVERIFY(finish(one->entityId));
    const qint64 userId =
        m_hub->number(QStringLiteral("SELECT user_id FROM orders WHERE order_id = ?"), {first->entityId});
    QVERIFY(
        m_hub->execute(QStringLiteral("UPDATE orders SET cancel_reason = 'zhuldyzay did not come' WHERE order_id = ?"),
                       {first->entityId}));
    QVERIFY(m_hub->makeAddress(m_business, userId, QStringLiteral("Abai street 1")));
    const qint64 seq = *journalstore::lastSeq(m_hub->database(), m_business.id);
    const auto erased = m_hub->run(m_business.owner(), [userId](WriteContext &context) {
        return guestwrites::erase(context, userId, ErasureReason::Request);
    });
    QVERIFY2(erased, erased ? "" : qPrintable(erased.error().message));
    QCOMPARE(erased->values, (std::vector<qint64>{2, 2}));

    const auto order = orderreads::one(m_hub->database(), m_business.id, {first->entityId, {}});
    QVERIFY(order);
    QVERIFY(order->guestName.isEmpty() && order->guestPhone.isEmpty() && order->note.isEmpty() &&
            order->allergy.isEmpty());
    QCOMPARE(order->cancelReason, QStringLiteral("erased"));
    QCOMPARE(order->version, first->order ? first->order->version + 1 : 2);
    QCOMPARE(count(QStringLiteral("0199")), 1); // the other one's
    QCOMPARE(count(QStringLiteral("Zhuldyzay")), 0);
    QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM user_addresses")), 0);
    QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM guest_erasures WHERE reason = 'request'")), 2);
    // Both orders and both rows are told, and the chain holds.
    const auto changes = journalstore::rowsAfter(m_hub->database(), m_business.id, seq, 100);
    QVERIFY(changes);
    QStringList types;
    for (const Change &change : *changes)
        types.append(change.type);
    types.sort();
    QCOMPARE(types, (QStringList{QStringLiteral("guest.erased"), QStringLiteral("guest.erased"),
                                 QStringLiteral("order.erased"), QStringLiteral("order.erased")}));
    QVERIFY(journalstore::verify(m_hub->database(), m_business.id));
    // The bytes are gone too; the other guest's are there.
    QVERIFY(sql::checkpoint(m_hub->database(), sql::CheckpointMode::Truncate));
    const QByteArray bytes = bytesOf(m_hub->database().path());
    for (const char *trace : {"Zhuldyzay", "zhuldyzay", "Zh. Serik", "Knocktwice", "Peanutsalot"})
        QVERIFY2(!bytes.contains(trace), trace);
    QVERIFY(bytes.contains("Marat's"));
    // Once more does nothing, and nobody else's business may.
    const auto again = m_hub->run(m_business.owner(), [userId](WriteContext &context) {
        return guestwrites::erase(context, userId, ErasureReason::Request);
    });
    QVERIFY(again);
    QCOMPARE(again->values, (std::vector<qint64>{0, 0}));
    const FixtureBusiness stranger = m_hub->makeBusiness(QStringLiteral("Other"));
    const auto refused = m_hub->run(stranger.owner(), [userId](WriteContext &context) {
        return guestwrites::erase(context, userId, ErasureReason::Request);
    });
    QCOMPARE(int(refused.error().code), int(ErrorCode::NotFound));
}

void PrivacyTest::whoHasAnOpenOrderIsNotErased()
{
    const auto open = order(QStringLiteral("Dana"), QStringLiteral("+77015550199"));
    QVERIFY(open);
    const qint64 userId = m_hub->number(QStringLiteral("SELECT max(user_id) FROM users"));
    const auto refused = m_hub->run(m_business.owner(), [userId](WriteContext &context) {
        return guestwrites::erase(context, userId, ErasureReason::Request);
    });
    QCOMPARE(int(refused.error().code), int(ErrorCode::StillInUse));
    QCOMPARE(userstore::find(m_hub->database(), m_business.id, userId)->name, QStringLiteral("Dana"));
}

void PrivacyTest::retentionErasesWhoWasKeptLongEnough()
{
    const auto old = order(QStringLiteral("Longago"), QStringLiteral("+77015550101"));
    const auto back = order(QStringLiteral("Cameback"), QStringLiteral("+77015550102"));
    const auto open = order(QStringLiteral("Stillopen"), QStringLiteral("+77015550103"));
    QVERIFY(old && back && open);
    QVERIFY(finish(old->entityId) && finish(back->entityId));
    const qint64 then = m_hub->nowMs - 800 * dayMs;
    QVERIFY(m_hub->execute(QStringLiteral("UPDATE orders SET placed_at = ?"), {then}));
    QVERIFY(m_hub->execute(QStringLiteral("UPDATE users SET created_at = ?"), {then}));
    // The same phone, last month.
    const auto lately = order(QStringLiteral("Cameback"), QStringLiteral("8 701 555 0102"));
    QVERIFY(lately && finish(lately->entityId));

    const auto due = [this] { return guestretention::due(m_hub->database(), m_business.id, m_hub->nowMs, 10); };
    QVERIFY(due() && due()->empty()); // nobody set anything
    QCOMPARE(guestretention::plan(m_hub->database(), m_business.id, m_hub->nowMs)->guests, 0);
    const auto preview = guestretention::plan(m_hub->database(), m_business.id, m_hub->nowMs, 24);
    QVERIFY(preview);
    QCOMPARE(preview->guests, 1);
    QCOMPARE(preview->orders, 1);
    QCOMPARE(preview->kept, 1);
    QCOMPARE(preview->oldestMs, then);
    QCOMPARE(guestretention::plan(m_hub->database(), m_business.id, m_hub->nowMs, 36)->guests, 0);

    QVERIFY(m_hub->execute(QStringLiteral("INSERT INTO settings (business_id, key, value, updated_at)"
                                          " VALUES (?, 'guests.retention_months', '24', 1)"),
                           {m_business.id}));
    const auto persons = due();
    QVERIFY(persons);
    QCOMPARE(persons->size(), std::size_t(1));
    QCOMPARE(userstore::find(m_hub->database(), m_business.id, persons->front())->name, QStringLiteral("Longago"));
    const auto erased = m_hub->run(m_business.owner(), [id = persons->front()](WriteContext &context) {
        return guestwrites::erase(context, id, ErasureReason::Retention);
    });
    QVERIFY(erased);
    QVERIFY(due()->empty());
}

void PrivacyTest::theExportHasEverything()
{
    const auto first = order(QStringLiteral("Dana"), QStringLiteral("+77015550199"), QStringLiteral("No onions"));
    const auto second = order(QStringLiteral("Dana S."), QStringLiteral("87015550199"));
    QVERIFY(first && second);
    const qint64 userId = m_hub->number(QStringLiteral("SELECT max(user_id) FROM users"));
    QVERIFY(m_hub->makeAddress(m_business, userId, QStringLiteral("Abai street 1")));
    QVERIFY(m_hub->execute(QStringLiteral("UPDATE user_addresses SET deleted_at = 5")));
    const auto all = guestexport::one(m_hub->database(), m_business.id, userId);
    QVERIFY(all);
    QCOMPARE(all->records.size(), std::size_t(2));
    QCOMPARE(all->records.front().user.phone, QStringLiteral("+77015550199"));
    QCOMPARE(all->orders.size(), std::size_t(2));
    QCOMPARE(all->orders.front().note, QStringLiteral("No onions"));
    QCOMPARE(all->addresses.size(), std::size_t(1));
    QCOMPARE(all->addresses.front().address, QStringLiteral("Abai street 1"));
    QCOMPARE(int(guestexport::one(m_hub->database(), m_business.id + 1, userId).error().code),
             int(ErrorCode::NotFound));
}

QTEST_GUILESS_MAIN(PrivacyTest)
#include "privacytest.moc"
