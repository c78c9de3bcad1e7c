// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/catalogclient.h"
#include "fakewire.h"
#include "manualtime.h"
#include "sync/protocol/catalogchangejson.h"
#include "sync/protocol/catalogcommands.h"
#include "sync/protocol/catalogjson.h"
#include "sync/protocol/errorjson.h"
#include "tests/sync/protocol/samples.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace oshaq;
using namespace oshaq::testing;

using Kind = PortFailure::Kind;

/// The menu as its page asks for it: over a real terminal and a scripted transport.
class CatalogClientTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsTheTerminalsCopy();
    void copiesOutliveTheProgram();
    void marksWithoutAHub();
    void changesGoAndComeBack();
    void changesRoundTrip();
    void wrongChangesNameTheirPlace();
    void refusalsKeepTheirDetails();
    void halfAnAnswerIsNone();
    void rowsAsTheyAreNow();
    void picturesAreKept();
    void noPictures();
    void picturesAreSentAsWhatTheyAre();
    void readsTables();
    void readsWhatIsWrongWithTables();
    void readsAsideAndInOrder();
    void cancelledTablesAreForgotten();
    void destroyedWhileReading();
    void importsWithItsColumns();
    void exports();
    void neverInsideTheCall();
    void newCredentials();

private:
    template <typename T> struct Got
    {
        int times = 0;
        std::optional<T> value;
        PortFailure failure;
    };
    template <typename T> static PortDone<T> into(Got<T> *got)
    {
        return [got](const PortAnswer<T> &answer) {
            ++got->times;
            got->value = answer.value;
            got->failure = answer.failure;
        };
    }
    void deliverAll()
    {
        while (m_wire->deliverOne()) {
        }
        QCoreApplication::processEvents();
    }
    bool open()
    {
        auto opened = Terminal::open(m_directory->path(), m_clock);
        if (!opened)
            return false;
        m_terminal = std::move(*opened);
        m_client = std::make_unique<CatalogClient>(*m_terminal, m_endpoint, *m_wire);
        return true;
    }
    bool follow()
    {
        Snapshot snapshot;
        snapshot.cursor = Cursor::fromText(QStringLiteral("E.5"));
        snapshot.business = samples::business();
        snapshot.catalog = samples::catalog();
        return m_terminal->cache().applySnapshot(snapshot).ok();
    }
    QByteArray changedText(const CatalogChanged &changed) const
    {
        JsonWriter json;
        writeCatalogChanged(json, changed, samples::tenge());
        return json.take();
    }
    static QByteArray itemText(const Item &item)
    {
        JsonWriter json;
        writeItemRow(json, item, samples::tenge());
        return json.take();
    }
    /// By position here, as written there.
    bool showsTheSample() const
    {
        const Catalog shown = m_client->catalog();
        const Catalog sample = samples::catalog();
        const bool all = std::all_of(sample.items.begin(), sample.items.end(), [&shown](const Item &item) {
            const Item *found = shown.findItem(item.id);
            return found && *found == item;
        });
        return all && shown.items.size() == sample.items.size() && shown.categories == sample.categories &&
               shown.stations == sample.stations;
    }
    Item plov() const { return *m_client->catalog().findItem(7); }
    const WireRequest &last() const { return m_wire->requests.back(); }
    QByteArray header(QByteArrayView name) const
    {
        for (const auto &[key, value] : last().headers) {
            if (key == name)
                return value;
        }
        return {};
    }
    PortAnswer<TablePreview> read(const QByteArray &file)
    {
        Got<TablePreview> got;
        m_client->readTable(file, into(&got));
        if (!QTest::qWaitFor([&got] { return got.times > 0; }, 20'000))
            return PortAnswer<TablePreview>::failed({});
        return got.value ? PortAnswer<TablePreview>::of(*got.value) : PortAnswer<TablePreview>::failed(got.failure);
    }

    const QString m_key = QStringLiteral("019bc0b5-37c0-7abc-8def-0123456789ab");
    std::unique_ptr<QTemporaryDir> m_directory;
    ManualClock m_clock;
    HubEndpoint m_endpoint;
    std::unique_ptr<FakeTransport> m_wire;
    std::unique_ptr<Terminal> m_terminal;
    std::unique_ptr<CatalogClient> m_client;
};

void CatalogClientTest::init()
{
    m_endpoint = *HubEndpoint::make(QStringLiteral("http://hub.test:8787"), QStringLiteral("ott_good"));
    m_wire = std::make_unique<FakeTransport>();
    m_directory = std::make_unique<QTemporaryDir>();
    QVERIFY(open());
    QVERIFY(
        m_terminal->setCredentials({QStringLiteral("http://hub.test:8787"), QStringLiteral("ott_good"), Role::Manager})
            .ok());
    QVERIFY(follow());
    QCoreApplication::processEvents();
}

void CatalogClientTest::cleanup()
{
    m_client.reset();
    m_terminal.reset();
    m_wire.reset();
    m_directory.reset();
}

void CatalogClientTest::showsTheTerminalsCopy()
{
    QVERIFY(m_client->business() == samples::business());
    QVERIFY(showsTheSample());
    QSignalSpy changed(m_client.get(), &CatalogPort::catalogChanged);
    Snapshot snapshot;
    snapshot.cursor = Cursor::fromText(QStringLiteral("E.6"));
    snapshot.business = samples::business();
    for (int i = 0; i < 3; ++i) {
        snapshot.business.version += 1;
        QVERIFY(m_terminal->cache().applySnapshot(snapshot).ok());
    }
    QCOMPARE(changed.count(), 0);
    QTRY_COMPARE(changed.count(), 1); // once for all of it
    QVERIFY(m_client->catalog().items.empty());
    QCOMPARE(m_wire->requests.size(), std::size_t(0));
}

void CatalogClientTest::copiesOutliveTheProgram()
{
    m_client.reset();
    m_terminal.reset();
    QVERIFY(open());
    QVERIFY(showsTheSample());
    QVERIFY(!plov().hours.empty());
    QVERIFY(plov().backAtMs != 0);
}

void CatalogClientTest::marksWithoutAHub()
{
    const qint64 soon = m_client->hubNowMs() + 3'600'000;
    QVERIFY(m_client->setAvailable(8, false, soon).ok());
    QVERIFY(!m_client->catalog().findItem(8)->available);
    QCOMPARE(m_client->catalog().findItem(8)->backAtMs, soon);
    QCOMPARE(m_terminal->outbox().pendingCount(), 1);
    QVERIFY(m_client->setAvailable(8, false, soon).ok()); // is so already
    QCOMPARE(m_terminal->outbox().pendingCount(), 1);
    QVERIFY(m_client->setAvailable(8, true).ok());
    QVERIFY(m_client->catalog().findItem(8)->available);
    QCOMPARE(m_client->catalog().findItem(8)->backAtMs, 0);
    QCOMPARE(m_client->setAvailable(999, false).error().code, ErrorCode::NotFound);
    for (const qint64 wrong : {m_client->hubNowMs(), m_client->hubNowMs() + 91LL * 24 * 3'600'000})
        QCOMPARE(m_client->setAvailable(8, false, wrong).error().code, ErrorCode::ValidationFailed);
    QCOMPARE(m_client->setAvailable(8, true, soon).error().code, ErrorCode::ValidationFailed);
    QCOMPARE(m_wire->requests.size(), std::size_t(0));
}

void CatalogClientTest::changesGoAndComeBack()
{
    CatalogChange change;
    ItemChange dearer;
    dearer.id = 7;
    dearer.version = 8;
    dearer.edit.priceMinor = 1400;
    change.items = {dearer, {RowAct::Remove, 8, {}, {}}};
    Item after = plov();
    after.priceMinor = 1400;
    after.version = 9;
    m_wire->queued.push_back(
        answered(200, successJson(changedText({{}, {after, *m_client->catalog().findItem(8)}}), QStringLiteral("OK"))));
    Got<CatalogChanged> got;
    m_client->apply(m_key, change, into(&got));
    QCOMPARE(last().method, QByteArray("POST"));
    QCOMPARE(last().url, QByteArray("http://hub.test:8787/api/v1/business/catalog/changes"));
    QCOMPARE(header("Idempotency-Key"), m_key.toLatin1());
    QCOMPARE(header("Content-Type"), QByteArray("application/json"));
    deliverAll();
    QCOMPARE(got.times, 1);
    QVERIFY(got.value && got.value->items.front() == after);
    // The copy here knows it before the feed says it.
    QVERIFY(plov() == after);
    QVERIFY(!m_client->catalog().findItem(8));
}

void CatalogClientTest::changesRoundTrip()
{
    CatalogChange change;
    CategoryChange category;
    category.act = RowAct::Restore;
    category.id = 4;
    category.version = 3;
    category.edit.name = QStringLiteral("Hot");
    category.edit.quantityStep = 250;
    category.edit.stationId = std::optional<qint64>();
    category.edit.position = 2;
    category.edit.externalId = QString();
    category.edit.hours = SaleHours{{0x41, 60, 30}};
    change.categories = {category};
    ItemChange item;
    item.act = RowAct::Make;
    item.edit.categoryId = 4;
    item.edit.name = QStringLiteral("Плов \"+\"");
    item.edit.description = QStringLiteral("two\nlines");
    item.edit.priceMinor = 1295;
    item.edit.quantityStep = std::optional<qint64>(125);
    item.edit.available = false;
    item.edit.stationId = std::optional<qint64>(2);
    item.edit.prepSeconds = 60;
    item.edit.position = 0;
    item.edit.externalId = QStringLiteral("x");
    item.edit.allergens = QStringList{QStringLiteral("nuts")};
    item.edit.optionGroups =
        std::vector<OptionGroup>{{0, QStringLiteral("Size"), 1, 1, {{0, QStringLiteral("Large"), 250}}}};
    item.edit.hours = SaleHours();
    item.edit.backAtMs = samples::baseMs;
    ItemChange less;
    less.id = 7;
    less.edit.quantityStep = std::optional<qint64>();
    less.edit.backAtMs = 0;
    change.items = {item, less, {RowAct::Remove, 8, 2, {}}};
    const auto body = parseJson(catalogChangeBody(change, samples::tenge()));
    QVERIFY(body.ok());
    const auto valid = validate(catalogChangeSchema(), *body);
    QVERIFY2(valid.ok(), qPrintable(valid.ok() ? QString() : valid.error().details.front().path));
    const auto read = readCatalogChange(*body, samples::tenge());
    QVERIFY(read.ok());
    QVERIFY(*read == change);
}

void CatalogClientTest::wrongChangesNameTheirPlace()
{
    const auto paths = [](const QByteArray &text) {
        QStringList found;
        const auto read = readCatalogChange(*parseJson(text), samples::tenge());
        if (!read) {
            for (const ErrorDetail &detail : read.error().details)
                found << detail.path;
        }
        return found;
    };
    QCOMPARE(paths(R"({"items":[{"act":"edit"},{"act":"edit","item_id":7,"price":0.125}]})"),
             (QStringList{QStringLiteral("items[0].item_id"), QStringLiteral("items[1].price")}));
    QCOMPARE(paths(R"({"categories":[{"act":"make","category_id":4,"name":"x"}]})"),
             QStringList{QStringLiteral("categories[0].category_id")});
    QCOMPARE(paths("{}"), QStringList());
}

void CatalogClientTest::refusalsKeepTheirDetails()
{
    m_wire->queued.push_back(answered(412, errorJson({ErrorCode::VersionStale,
                                                      QStringLiteral("stale"),
                                                      {{QStringLiteral("items[0].version"), QStringLiteral("stale")}}},
                                                     "req")));
    Got<CatalogChanged> got;
    CatalogChange change;
    change.items = {{RowAct::Remove, 7, 1, {}}};
    m_client->apply(m_key, change, into(&got));
    deliverAll();
    QCOMPARE(got.failure.kind, Kind::Refused);
    QCOMPARE(got.failure.errorCode, QStringLiteral("VERSION_STALE"));
    QCOMPARE(got.failure.details.front().path, QStringLiteral("items[0].version"));
    QVERIFY(m_client->catalog().findItem(7));
    m_client->apply(m_key, change, into(&got));
    deliverAll();
    QCOMPARE(got.failure.kind, Kind::Unreachable);
}

void CatalogClientTest::halfAnAnswerIsNone()
{
    m_wire->queued.push_back(answered(200, successJson(R"({"categories":[],"items":[]})", QStringLiteral("OK"))));
    Got<CatalogChanged> got;
    CatalogChange change;
    change.items = {{RowAct::Remove, 7, 1, {}}};
    m_client->apply(m_key, change, into(&got));
    deliverAll();
    QCOMPARE(got.failure.kind, Kind::Broken);
    QVERIFY(m_client->catalog().findItem(7));
}

void CatalogClientTest::rowsAsTheyAreNow()
{
    Item theirs = plov();
    theirs.name = QStringLiteral("Plov of the day");
    theirs.version = 20;
    m_wire->queued.push_back(answered(200, successJson(itemText(theirs), QStringLiteral("OK"))));
    Got<Item> got;
    m_client->item(7, into(&got));
    QCOMPARE(last().url, QByteArray("http://hub.test:8787/api/v1/business/items/7"));
    deliverAll();
    QVERIFY(got.value && *got.value == theirs);
    QVERIFY(plov() == theirs);
    Got<Category> category;
    m_wire->queued.push_back(answered(404, errorJson({ErrorCode::NotFound, QStringLiteral("gone"), {}}, "req")));
    m_client->category(4, into(&category));
    QCOMPARE(last().url, QByteArray("http://hub.test:8787/api/v1/business/categories/4"));
    deliverAll();
    QCOMPARE(category.failure.errorCode, QStringLiteral("NOT_FOUND"));
}

void CatalogClientTest::picturesAreKept()
{
    const QByteArray png = QByteArray("\x89PNG\r\n\x1a\n", 8) + "picture";
    const QString path = QStringLiteral("/api/menu/images/0123456789abcdef0123456789abcdef");
    m_wire->queued.push_back(answered(200, png));
    Got<QByteArray> got;
    m_client->picture(path, into(&got));
    QCOMPARE(last().url, QByteArray("http://hub.test:8787") + path.toLatin1());
    deliverAll();
    QCOMPARE(got.value.value_or(QByteArray()), png);
    m_client->picture(path, into(&got));
    QCOMPARE(got.times, 1);
    deliverAll();
    QCOMPARE(got.times, 2);
    QCOMPARE(got.value.value_or(QByteArray()), png);
    QCOMPARE(m_wire->requests.size(), std::size_t(1));
}

void CatalogClientTest::noPictures()
{
    Got<QByteArray> got;
    for (const char *path : {"", "plov.png", "/api/menu/images/", "/api/menu/images/../../v1/business/staff",
                             "/api/menu/images/abc?x=1", "http://elsewhere/api/menu/images/abc"}) {
        got = {};
        m_client->picture(QString::fromLatin1(path), into(&got));
        deliverAll();
        QCOMPARE(got.times, 1);
        QCOMPARE(got.failure.errorCode, QStringLiteral("NOT_FOUND"));
    }
    QCOMPARE(m_wire->requests.size(), std::size_t(0));
    m_wire->queued.push_back(answered(200, "<html>sign in</html>"));
    m_client->picture(QStringLiteral("/api/menu/images/abc"), into(&got));
    deliverAll();
    QCOMPARE(got.failure.kind, Kind::Broken);
}

void CatalogClientTest::picturesAreSentAsWhatTheyAre()
{
    Got<Item> got;
    const QByteArray jpeg("\xff\xd8\xff\xe0 and so on");
    Item after = plov();
    after.version = 9;
    m_wire->queued.push_back(answered(200, successJson(itemText(after), QStringLiteral("OK"))));
    m_client->setItemPicture(m_key, 7, jpeg, into(&got));
    QCOMPARE(last().method, QByteArray("PUT"));
    QCOMPARE(last().url, QByteArray("http://hub.test:8787/api/v1/business/items/7/image"));
    QCOMPARE(last().body, jpeg);
    QCOMPARE(header("Content-Type"), QByteArray("image/jpeg"));
    deliverAll();
    QVERIFY(got.value && plov() == after);
    m_client->setItemPicture(m_key, 7, "GIF89a", into(&got));
    deliverAll();
    QCOMPARE(got.failure.errorCode, QStringLiteral("UNSUPPORTED_MEDIA_TYPE"));
    QCOMPARE(m_wire->requests.size(), std::size_t(1));
    m_client->removeItemPicture(7, into(&got));
    QCOMPARE(last().method, QByteArray("DELETE"));
    deliverAll();
    QCOMPARE(got.failure.kind, Kind::Unreachable);
}

void CatalogClientTest::readsTables()
{
    QByteArray file = "\xEF\xBB\xBFItem Name,Menu Category,Цена,SKU\r\n";
    for (int i = 0; i < 30; ++i)
        file += "Dish " + QByteArray::number(i) + ",Food,1.5,\"a,b\"\r\n";
    file += "'=SUM(1),Food,2,x\r\n";
    const auto preview = read(file);
    QVERIFY(preview.value.has_value());
    QCOMPARE(preview.value->columns, (QStringList{QStringLiteral("Item Name"), QStringLiteral("Menu Category"),
                                                  QStringLiteral("Цена"), QStringLiteral("SKU")}));
    QCOMPARE(preview.value->rowCount, 31);
    QCOMPARE(preview.value->rows.size(), std::size_t(20));
    QCOMPARE(preview.value->rows.front(), (QStringList{QStringLiteral("Dish 0"), QStringLiteral("Food"),
                                                       QStringLiteral("1.5"), QStringLiteral("a,b")}));
    const QMap<QString, QString> guessed{{QStringLiteral("name"), QStringLiteral("Item Name")},
                                         {QStringLiteral("category"), QStringLiteral("Menu Category")},
                                         {QStringLiteral("price"), QStringLiteral("Цена")},
                                         {QStringLiteral("external_id"), QStringLiteral("SKU")}};
    QCOMPARE(preview.value->guessed, guessed);
    QVERIFY(preview.value->problems.empty());
    // Our own guard before what looks like a formula is taken back.
    const auto own = read("name\n'=SUM(1)\n");
    QCOMPARE(own.value->rows.front(), QStringList{QStringLiteral("=SUM(1)")});
    QCOMPARE(m_wire->requests.size(), std::size_t(0));
}

void CatalogClientTest::readsWhatIsWrongWithTables()
{
    const auto broken = read("name,price\nTea,1\n\"open,2\n");
    QVERIFY(broken.value.has_value());
    QCOMPARE(broken.value->problems.front().path, QStringLiteral("line 3"));
    QCOMPARE(broken.value->rows.size(), std::size_t(1));
    QCOMPARE(broken.value->rowCount, 2);
    // Neither UTF-8 nor the code page of Russian and Kazakh systems.
    const auto foreign = read("name\nCaf\x98\n");
    QVERIFY(!foreign.value->problems.empty());
    QCOMPARE(foreign.value->problems.front().path, QStringLiteral("line 2"));
    const auto cyrillic = read("name;price\n\xd7\xe0\xe9;100\n");
    QVERIFY(cyrillic.value->problems.empty());
    QCOMPARE(cyrillic.value->rows.front().front(), QStringLiteral("Чай"));
    QVERIFY(read({}).value.has_value());
    const auto large = read(QByteArray(2 * 1024 * 1024, 'x'));
    QCOMPARE(large.value->problems.front().path, QStringLiteral("file"));
    // Two columns of one name are nobody's.
    const auto twice = read("name,name,price\na,b,1\n");
    QVERIFY(!twice.value->guessed.contains(QStringLiteral("name")));
    QVERIFY(twice.value->guessed.contains(QStringLiteral("price")));
    QByteArray many = "a,b\n";
    for (int i = 0; i < 500; ++i)
        many += "one\n";
    QCOMPARE(read(many).value->problems.size(), std::size_t(100));
}

void CatalogClientTest::readsAsideAndInOrder()
{
    QByteArray file = "name,price\n";
    while (file.size() < 1'000'000)
        file += "Some dish with a name,125.50\n";
    QList<int> order;
    Got<TablePreview> large;
    m_client->readTable(file, [&](const PortAnswer<TablePreview> &answer) {
        order << 1;
        large.value = answer.value;
    });
    m_client->readTable("name\nTea\n", [&](const PortAnswer<TablePreview> &) { order << 2; });
    QVERIFY(order.isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(order, (QList<int>{1, 2}), 20'000);
    QVERIFY(large.value && large.value->rowCount > 30'000);
    // More than wait are refused, from the event loop too.
    int answers = 0;
    int refused = 0;
    for (int i = 0; i < 20; ++i) {
        m_client->readTable(file, [&](const PortAnswer<TablePreview> &answer) {
            ++answers;
            refused += answer.failure.errorCode == u"OVERLOADED" ? 1 : 0;
        });
    }
    QCOMPARE(answers, 0);
    QTRY_COMPARE_WITH_TIMEOUT(answers, 20, 60'000);
    QVERIFY(refused > 0 && refused < 20);
}

void CatalogClientTest::cancelledTablesAreForgotten()
{
    int answers = 0;
    const PortCall first = m_client->readTable("name\nTea\n", [&](const PortAnswer<TablePreview> &) { ++answers; });
    m_client->cancel(first);
    QVERIFY(read("name\nTea\n").value.has_value()); // behind the first one
    QCOMPARE(answers, 0);
}

void CatalogClientTest::destroyedWhileReading()
{
    int answers = 0;
    for (int i = 0; i < 3; ++i)
        m_client->readTable(QByteArray(500'000, 'x'), [&](const PortAnswer<TablePreview> &) { ++answers; });
    m_client.reset();
    QCoreApplication::processEvents();
    QCOMPARE(answers, 0);
}

void CatalogClientTest::importsWithItsColumns()
{
    m_wire->queued.push_back(answered(
        200, successJson(R"({"dry_run":true,"rows":3,"categories_created":1,"items_created":2,"items_updated":1,)"
                         R"("items_unchanged":0,"ignored_columns":["vat"]})",
                         QStringLiteral("OK"))));
    Got<MenuImportResult> got;
    const QByteArray file = "\"a,b\",c\n1,2\n";
    m_client->importMenu(
        m_key, file,
        {{QStringLiteral("name"), QStringLiteral("a,b")}, {QStringLiteral("price"), QStringLiteral("x=ң")}}, true,
        into(&got));
    QCOMPARE(last().url, QByteArray("http://hub.test:8787/api/v1/business/items/import?dry_run=true"
                                    "&map=name%3D%22a,b%22,price%3Dx%3D%D2%A3"));
    QCOMPARE(header("Content-Type"), QByteArray("text/csv"));
    QCOMPARE(header("Idempotency-Key"), m_key.toLatin1());
    QCOMPARE(last().body, file);
    deliverAll();
    const MenuImportResult expected{true, 3, 1, 2, 1, 0, {QStringLiteral("vat")}};
    QVERIFY(got.value && *got.value == expected);
    m_client->importMenu(m_key, file, {}, false, into(&got));
    QCOMPARE(last().url, QByteArray("http://hub.test:8787/api/v1/business/items/import"));
    m_wire->queued.push_back(answered(422, errorJson({ErrorCode::ValidationFailed,
                                                      QStringLiteral("1 places"),
                                                      {{QStringLiteral("line 2, price"), QStringLiteral("no")}}},
                                                     "req")));
    deliverAll();
    QCOMPARE(got.failure.details.front().path, QStringLiteral("line 2, price"));
}

void CatalogClientTest::exports()
{
    const QByteArray csv = "\xEF\xBB\xBFname,category\r\n";
    Got<QByteArray> got;
    m_wire->queued.push_back(answered(200, csv, {{"content-type", "text/csv; charset=utf-8"}}));
    m_client->exportMenu(into(&got));
    QCOMPARE(last().url, QByteArray("http://hub.test:8787/api/v1/business/items/export"));
    deliverAll();
    QCOMPARE(got.value.value_or(QByteArray()), csv);
    m_wire->queued.push_back(answered(200, "<html>", {{"content-type", "text/html"}}));
    m_client->exportMenu(into(&got));
    deliverAll();
    QCOMPARE(got.failure.kind, Kind::Broken);
}

void CatalogClientTest::neverInsideTheCall()
{
    int answers = 0;
    const PortCall call = m_client->picture(QStringLiteral("no"), [&](const PortAnswer<QByteArray> &) { ++answers; });
    QVERIFY(call != 0);
    QCOMPARE(answers, 0);
    m_client->cancel(call);
    deliverAll();
    QCOMPARE(answers, 0);
}

void CatalogClientTest::newCredentials()
{
    m_wire->hold = true;
    Got<Item> asked;
    m_client->item(7, into(&asked));
    Got<TablePreview> table;
    m_client->readTable("name\nTea\n", into(&table));
    m_client->giveUp();
    QTRY_COMPARE(asked.times, 1);
    QCOMPARE(asked.failure.kind, Kind::Unreachable);
    // A file is not the hub's.
    QTRY_COMPARE_WITH_TIMEOUT(table.times, 1, 20'000);
    QVERIFY(table.value.has_value());
}

QTEST_GUILESS_MAIN(CatalogClientTest)
#include "catalogclienttest.moc"
