// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/uuid7.h"
#include "models/hub/menukeeper.h"
#include "tests/support/pictures.h"
#include "tests/support/terminalrig.h"
#include "tests/support/testsite.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace oshaq;
using namespace oshaq::test;

using Failure = PortFailure::Kind;

/// What the menu's page asks, through a real terminal, a real hub and real sockets.
class CatalogHubTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void changesAndTakesBack();
    void goesOnFromItsAnswer();
    void theLoserIsTold();
    void comesBackByItself();
    void picturesThereAndBack();
    void filesThereAndBack();
    void kitchensDoNotEdit();
    void withoutAHub();

private:
    static constexpr int patienceMs = 20'000;

    template <typename T> PortAnswer<T> wait(const std::function<PortCall(PortDone<T>)> &ask)
    {
        std::optional<PortAnswer<T>> got;
        ask([&got](const PortAnswer<T> &answer) { got = answer; });
        if (!QTest::qWaitFor([&got] { return got.has_value(); }, patienceMs))
            return PortAnswer<T>::failed({Failure::Broken, QStringLiteral("NOTHING_CAME"), {}, {}});
        return *got;
    }
    PortAnswer<CatalogChanged> apply(const CatalogChange &change)
    {
        return wait<CatalogChanged>([&](auto done) { return port().apply(key(), change, done); });
    }
    QString key() const { return makeUuid7(m_clock.nowMs()); }
    CatalogPort &port() { return m_rig->client().catalog(); }
    qint64 id(const char *name) const { return m_site->business().item(name); }
    const Item *item(const char *name)
    {
        m_catalog = port().catalog();
        return m_catalog.findItem(id(name));
    }
    QString connectAs(Role role)
    {
        m_rig.reset();
        m_directory = std::make_unique<QTemporaryDir>();
        m_rig = std::make_unique<TerminalRig>(m_directory->path());
        const QString problem = m_rig->connectTo("http://127.0.0.1:" + QByteArray::number(m_site->port()),
                                                 m_site->business().terminalTokens.at(role), role);
        if (!problem.isEmpty())
            return problem;
        return QTest::qWaitFor([this] { return item("Soup") != nullptr; }, patienceMs) ? QString()
                                                                                       : QStringLiteral("no menu came");
    }
    CatalogChange priceOf(const char *name, qint64 priceMinor)
    {
        ItemChange row;
        row.id = id(name);
        row.version = item(name)->version;
        row.edit.priceMinor = priceMinor;
        return {{}, {row}};
    }

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<TestSite> m_site;
    std::unique_ptr<TerminalRig> m_rig;
    Catalog m_catalog;
};

void CatalogHubTest::init()
{
    m_site = std::make_unique<TestSite>();
    QVERIFY2(m_site->start(), qPrintable(m_site->problem()));
    QCOMPARE(connectAs(Role::Manager), QString());
}

void CatalogHubTest::cleanup()
{
    m_rig.reset();
    m_site.reset();
    m_directory.reset();
}

void CatalogHubTest::changesAndTakesBack()
{
    const Catalog start = port().catalog();
    CatalogChange change = priceOf("Soup", 1400);
    ItemChange tea;
    tea.act = RowAct::Make;
    tea.edit.name = QStringLiteral("Tea");
    tea.edit.categoryId = start.categories.front().id;
    tea.edit.priceMinor = 300;
    tea.edit.hours = SaleHours{{0x1f, 420, 660}};
    change.items.push_back(tea);
    change.items.push_back({RowAct::Remove, id("Plov"), {}, {}});
    const CatalogChanged before = rowsOf(change, start);
    const auto done = apply(change);
    QVERIFY2(done.value.has_value(), qPrintable(done.failure.message));
    QCOMPARE(item("Soup")->priceMinor, 1400);
    QVERIFY(!item("Plov"));
    QVERIFY(port().catalog().findItem(done.value->items[1].id)->hours == *tea.edit.hours);
    const auto undone = apply(inverseOf(change, before, *done.value));
    QVERIFY2(undone.value.has_value(), qPrintable(undone.failure.message));
    QCOMPARE(port().catalog().items.size(), start.items.size());
    QCOMPARE(item("Plov")->optionGroups.size(), std::size_t(1));
    QCOMPARE(item("Soup")->priceMinor, start.findItem(id("Soup"))->priceMinor);
}

void CatalogHubTest::goesOnFromItsAnswer()
{
    // One edit right after the other, faster than any feed.
    for (qint64 price = 100; price < 110; ++price) {
        const auto done = apply(priceOf("Soup", price));
        QVERIFY2(done.value.has_value(), qPrintable(done.failure.message));
        QCOMPARE(item("Soup")->priceMinor, price);
    }
}

void CatalogHubTest::theLoserIsTold()
{
    CatalogChange change = priceOf("Soup", 1);
    QVERIFY(apply(priceOf("Soup", 2)).value.has_value());
    const auto lost = apply(change);
    QCOMPARE(lost.failure.kind, Failure::Refused);
    QCOMPARE(lost.failure.errorCode, QStringLiteral("VERSION_STALE"));
    QCOMPARE(lost.failure.details.front().path, QStringLiteral("items[0].version"));
    const auto now = wait<Item>([&](auto done) { return port().item(id("Soup"), done); });
    QVERIFY(now.value && now.value->priceMinor == 2);
    const auto category =
        wait<Category>([&](auto done) { return port().category(port().catalog().categories.front().id, done); });
    QVERIFY(category.value && category.value->name == port().catalog().categories.front().name);
    const auto gone = wait<Item>([&](auto done) { return port().item(999'999, done); });
    QCOMPARE(gone.failure.errorCode, QStringLiteral("NOT_FOUND"));
}

void CatalogHubTest::comesBackByItself()
{
    MenuKeeper keeper(m_site->hub());
    QVERIFY(port().setAvailable(id("Soup"), false, port().hubNowMs() + 1'500).ok());
    QVERIFY(!item("Soup")->available);
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->terminal().outbox().pendingCount(), 0, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(item("Soup")->available && item("Soup")->backAtMs == 0, patienceMs);
}

void CatalogHubTest::picturesThereAndBack()
{
    const QByteArray png = fileOf(twoHalves(64, 48), "PNG");
    const auto set = wait<Item>([&](auto done) { return port().setItemPicture(key(), id("Soup"), png, done); });
    QVERIFY2(set.value.has_value(), qPrintable(set.failure.message));
    const QString path = set.value->image;
    QCOMPARE(item("Soup")->image, path);
    const auto shown = wait<QByteArray>([&](auto done) { return port().picture(path, done); });
    QVERIFY2(shown.value && !shown.value->isEmpty(), qPrintable(shown.failure.message));
    const auto removed = wait<Item>([&](auto done) { return port().removeItemPicture(id("Soup"), done); });
    QVERIFY(removed.value && removed.value->image.isEmpty());
    const auto kept = wait<QByteArray>([&](auto done) { return port().picture(path, done); });
    QVERIFY(kept.value == shown.value);
    const auto wrong =
        wait<Item>([&](auto done) { return port().setItemPicture(key(), id("Soup"), png.left(20), done); });
    QCOMPARE(wrong.failure.kind, Failure::Refused);
}

void CatalogHubTest::filesThereAndBack()
{
    const auto file = wait<QByteArray>([&](auto done) { return port().exportMenu(done); });
    QVERIFY2(file.value.has_value(), qPrintable(file.failure.message));
    const auto preview = wait<TablePreview>([&](auto done) { return port().readTable(*file.value, done); });
    QVERIFY(preview.value.has_value());
    QCOMPARE(preview.value->rowCount, int(port().catalog().items.size()));
    const auto import = [&](const QByteArray &csv, const QMap<QString, QString> &columns, bool dryRun) {
        return wait<MenuImportResult>([&](auto done) { return port().importMenu(key(), csv, columns, dryRun, done); });
    };
    const auto same = import(*file.value, preview.value->guessed, true);
    QVERIFY2(same.value.has_value(), qPrintable(same.failure.message));
    QCOMPARE(same.value->itemsUnchanged, preview.value->rowCount);

    const QByteArray odd = "\"Тағам, ыстық\",a=b,\"5\"\" price\"\nМанты,Food,12.5\n";
    const QMap<QString, QString> columns{{QStringLiteral("name"), QStringLiteral("Тағам, ыстық")},
                                         {QStringLiteral("category"), QStringLiteral("a=b")},
                                         {QStringLiteral("price"), QStringLiteral("5\" price")}};
    const auto dry = import(odd, columns, true);
    QVERIFY2(dry.value.has_value(), qPrintable(dry.failure.message));
    QVERIFY(dry.value->dryRun && dry.value->itemsCreated == 1);
    const auto done = import(odd, columns, false);
    QVERIFY(done.value && done.value->itemsCreated == 1);
    const auto manty = [this] {
        const std::vector<Item> items = port().catalog().items;
        return std::any_of(items.begin(), items.end(), [](const Item &one) { return one.name == u"Манты"; });
    };
    QTRY_VERIFY_WITH_TIMEOUT(manty(), patienceMs);
    const auto wrong = import("name,category,price\nTea,Food,much\n", {}, true);
    QCOMPARE(wrong.failure.details.front().path, QStringLiteral("line 2, price"));
}

void CatalogHubTest::kitchensDoNotEdit()
{
    QCOMPARE(connectAs(Role::Kitchen), QString());
    QCOMPARE(apply(priceOf("Soup", 1)).failure.kind, Failure::SignIn);
    QVERIFY(port().setAvailable(id("Soup"), false).ok());
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->terminal().outbox().pendingCount(), 0, patienceMs);
}

void CatalogHubTest::withoutAHub()
{
    m_site->stopServer();
    QCOMPARE(apply(priceOf("Soup", 1)).failure.kind, Failure::Unreachable);
    QVERIFY(port().setAvailable(id("Soup"), false).ok());
    QVERIFY(!item("Soup")->available);
    const auto preview = wait<TablePreview>([&](auto done) { return port().readTable("name\nTea\n", done); });
    QVERIFY(preview.value && preview.value->rowCount == 1);
}

QTEST_GUILESS_MAIN(CatalogHubTest)
#include "cataloghubtest.moc"
