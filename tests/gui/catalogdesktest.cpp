// SPDX-License-Identifier: GPL-3.0-or-later
// Changes of the menu one after another: undo, redo, versions that we raise ourselves, and other people.
#include "ui/catalog/catalogdesk.h"
#include "tests/support/catalogsample.h"

#include <QSignalSpy>
#include <QTest>

using namespace oshaq;

namespace {

constexpr qint64 tenge = 100;
const PortFailure unreachable{PortFailure::Kind::Unreachable, {}, {}, {}};

} // namespace

class CatalogDeskTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void undoAndRedoGoBackAndForth();
    void ownLaterChangesDoNotMakeUndoStale();
    void severalUndosOfOneRow();
    void acrossRemovalAndRestoring();
    void aMadeRowGoesAndComesBack();
    void aCategoryWithItsDishesComesBack();
    void somebodyElsesChangeIsRefused();
    void withoutVersionSomebodyElseIsNotHidden();
    void an86IsNoChange();
    void anotherPictureIsNoStrangersChange();
    void whatWaitsMovesOn();
    void beforeComesFromTheNewest();
    void catalogIsTheNewestOfBoth();
    void somebodyElseRemovesWhatWeChanged();
    void unreachableDropsTheTaskAndSaysSo();
    void theSameKeyActsOnce();
    void undoThatCannotBeDoneGoes();
    void aNewChangeEndsRedo();
    void noAnswerAfterTheDeskWent();

private:
    CatalogChange priceOf(qint64 id, qint64 minor) const
    {
        ItemChange change;
        change.id = id;
        change.version = atHub(id).version;
        change.edit.priceMinor = minor;
        return {{}, {change}};
    }
    CatalogChange removalOf(qint64 id) const
    {
        ItemChange change;
        change.act = RowAct::Remove;
        change.id = id;
        change.version = atHub(id).version;
        return {{}, {change}};
    }
    const Item &atHub(qint64 id) const
    {
        static const Item none;
        const Item *item = m_port->atHub().findItem(id);
        return item ? *item : none;
    }
    bool apply(const CatalogChange &change)
    {
        bool ok = false;
        m_desk->apply(QStringLiteral("change"), change, [&ok](const auto &answer) { ok = bool(answer); });
        m_port->answerAll();
        return ok;
    }
    bool undo()
    {
        bool ok = false;
        m_desk->undo([&ok](const auto &answer) { ok = bool(answer); });
        m_port->answerAll();
        return ok;
    }
    bool redo()
    {
        bool ok = false;
        m_desk->redo([&ok](const auto &answer) { ok = bool(answer); });
        m_port->answerAll();
        return ok;
    }

    std::unique_ptr<FakeCatalogPort> m_port;
    std::unique_ptr<CatalogDesk> m_desk;
    qint64 m_plov = 0;
    qint64 m_price = 3600 * tenge;
};

void CatalogDeskTest::init()
{
    m_desk.reset();
    m_port = std::make_unique<FakeCatalogPort>();
    m_port->setCatalog(catalogsample::catalog());
    m_plov = catalogsample::itemId(m_port->atHub(), QStringLiteral("Plov, wedding"));
    m_desk = std::make_unique<CatalogDesk>(*m_port);
}

void CatalogDeskTest::undoAndRedoGoBackAndForth()
{
    QVERIFY(!m_desk->canUndo());
    QVERIFY(apply(priceOf(m_plov, 4000 * tenge)));
    QCOMPARE(m_desk->undoWords(), QStringLiteral("change"));
    for (int i = 0; i < 3; ++i) {
        QVERIFY(undo());
        QCOMPARE(atHub(m_plov).priceMinor, m_price);
        QVERIFY(!m_desk->canUndo());
        QVERIFY(redo());
        QCOMPARE(atHub(m_plov).priceMinor, 4000 * tenge);
        QVERIFY(!m_desk->canRedo());
    }
}

void CatalogDeskTest::ownLaterChangesDoNotMakeUndoStale()
{
    QVERIFY(apply(priceOf(m_plov, 4000 * tenge)));
    ItemChange name;
    name.id = m_plov;
    name.edit.name = QStringLiteral("Plov");
    QVERIFY(apply({{}, {name}}));
    QVERIFY(undo());
    QCOMPARE(atHub(m_plov).name, QStringLiteral("Plov, wedding"));
    QVERIFY(undo());
    QCOMPARE(atHub(m_plov).priceMinor, m_price);
    // Redo steps too.
    QVERIFY(redo());
    QVERIFY(redo());
    QCOMPARE(atHub(m_plov).name, QStringLiteral("Plov"));
    QCOMPARE(atHub(m_plov).priceMinor, 4000 * tenge);
}

void CatalogDeskTest::severalUndosOfOneRow()
{
    for (int price = 1; price <= 5; ++price)
        QVERIFY(apply(priceOf(m_plov, price * tenge)));
    for (int price = 4; price >= 1; --price) {
        QVERIFY(undo());
        QCOMPARE(atHub(m_plov).priceMinor, price * tenge);
    }
    QVERIFY(undo());
    QCOMPARE(atHub(m_plov).priceMinor, m_price);
}

void CatalogDeskTest::acrossRemovalAndRestoring()
{
    QVERIFY(apply(priceOf(m_plov, 4000 * tenge)));
    QVERIFY(apply(removalOf(m_plov)));
    QVERIFY(!m_port->atHub().findItem(m_plov));
    QVERIFY(!m_desk->catalog().findItem(m_plov));
    QVERIFY(undo());
    QVERIFY(m_desk->catalog().findItem(m_plov));
    QVERIFY(undo());
    QCOMPARE(atHub(m_plov).priceMinor, m_price);
    QVERIFY(redo());
    QVERIFY(redo());
    QVERIFY(!m_port->atHub().findItem(m_plov));
}

void CatalogDeskTest::aMadeRowGoesAndComesBack()
{
    ItemChange made;
    made.act = RowAct::Make;
    made.edit.name = QStringLiteral("Kazy");
    made.edit.categoryId = 1;
    made.edit.priceMinor = 100;
    QVERIFY(apply({{}, {made}}));
    const qint64 id = catalogsample::itemId(m_port->atHub(), QStringLiteral("Kazy"));
    QVERIFY(id != 0);
    QVERIFY(apply(priceOf(id, 200)));
    QVERIFY(undo());
    QVERIFY(undo());
    QVERIFY(!m_port->atHub().findItem(id));
    QVERIFY(redo());
    QVERIFY(redo());
    QCOMPARE(atHub(id).priceMinor, 200);
}

void CatalogDeskTest::aCategoryWithItsDishesComesBack()
{
    CatalogChange change;
    for (const Item &item : m_port->atHub().items) {
        if (item.categoryId != 1)
            continue;
        ItemChange move;
        move.id = item.id;
        move.version = item.version;
        move.edit.categoryId = 2;
        change.items.push_back(move);
    }
    CategoryChange removal;
    removal.act = RowAct::Remove;
    removal.id = 1;
    change.categories.push_back(removal);
    QCOMPARE(change.items.size(), size_t(6));
    QVERIFY(apply(change));
    QVERIFY(!m_port->atHub().findCategory(1));
    QVERIFY(undo());
    QVERIFY(m_port->atHub().findCategory(1));
    QCOMPARE(std::count_if(m_port->atHub().items.begin(), m_port->atHub().items.end(),
                           [](const Item &item) { return item.categoryId == 1; }),
             6);
    QVERIFY(redo());
    QVERIFY(!m_port->atHub().findCategory(1));
}

void CatalogDeskTest::somebodyElsesChangeIsRefused()
{
    QVERIFY(apply(priceOf(m_plov, 4000 * tenge)));
    QVERIFY(m_port->changeElsewhere(priceOf(m_plov, 5000 * tenge)));
    QSignalSpy told(m_desk.get(), &CatalogDesk::refused);
    QVERIFY(!undo());
    QCOMPARE(told.size(), 1);
    QCOMPARE(told.first().first().value<PortFailure>().errorCode, QStringLiteral("VERSION_STALE"));
    QCOMPARE(atHub(m_plov).priceMinor, 5000 * tenge);
}

void CatalogDeskTest::withoutVersionSomebodyElseIsNotHidden()
{
    QVERIFY(apply(priceOf(m_plov, 4000 * tenge)));
    m_port->setLagging(true);
    QVERIFY(m_port->changeElsewhere(priceOf(m_plov, 5000 * tenge)));
    ItemChange name;
    name.id = m_plov;
    name.edit.name = QStringLiteral("Plov");
    QVERIFY(apply({{}, {name}}));
    QVERIFY(undo());
    // That would take back what somebody else did.
    QVERIFY(!undo());
    QCOMPARE(atHub(m_plov).priceMinor, 5000 * tenge);
}

void CatalogDeskTest::an86IsNoChange()
{
    QVERIFY(apply(priceOf(m_plov, 4000 * tenge)));
    QVERIFY(m_port->setAvailable(m_plov, false, 0));
    m_port->changed();
    QVERIFY(undo());
    QCOMPARE(atHub(m_plov).priceMinor, m_price);
    QVERIFY(!atHub(m_plov).available);
}

void CatalogDeskTest::anotherPictureIsNoStrangersChange()
{
    QVERIFY(apply(priceOf(m_plov, 4000 * tenge)));
    m_port->removeItemPicture(m_plov, [this](const PortAnswer<Item> &answer) { m_desk->noteRow(*answer.value); });
    m_port->answerAll();
    QVERIFY(undo());
    QCOMPARE(atHub(m_plov).priceMinor, m_price);
}

void CatalogDeskTest::whatWaitsMovesOn()
{
    const CatalogChange first = priceOf(m_plov, 4000 * tenge);
    const CatalogChange second = priceOf(m_plov, 4100 * tenge);
    QCOMPARE(first.items.front().version, second.items.front().version);
    int done = 0;
    const auto count = [&done](const auto &answer) { done += answer ? 1 : 0; };
    m_desk->apply(QStringLiteral("first"), first, count);
    m_desk->apply(QStringLiteral("second"), second, count);
    QVERIFY(m_desk->busy());
    QVERIFY(!m_desk->canUndo());
    m_port->answerAll();
    m_port->answerAll();
    QCOMPARE(done, 2);
    QVERIFY(!m_desk->busy());
    QVERIFY(undo());
    QCOMPARE(atHub(m_plov).priceMinor, 4000 * tenge);
}

void CatalogDeskTest::beforeComesFromTheNewest()
{
    m_port->setLagging(true);
    QVERIFY(apply(priceOf(m_plov, 4000 * tenge)));
    QVERIFY(apply(priceOf(m_plov, 4100 * tenge)));
    QCOMPARE(m_port->catalog().findItem(m_plov)->priceMinor, m_price);
    QVERIFY(undo());
    QCOMPARE(atHub(m_plov).priceMinor, 4000 * tenge);
}

void CatalogDeskTest::catalogIsTheNewestOfBoth()
{
    m_port->setLagging(true);
    QVERIFY(apply(priceOf(m_plov, 4000 * tenge)));
    QCOMPARE(m_desk->catalog().findItem(m_plov)->priceMinor, 4000 * tenge);
    ItemChange made;
    made.act = RowAct::Make;
    made.edit.name = QStringLiteral("Kazy");
    made.edit.categoryId = 1;
    QVERIFY(apply({{}, {made}}));
    QVERIFY(catalogsample::itemId(m_desk->catalog(), QStringLiteral("Kazy")) != 0);
    const size_t count = m_desk->catalog().items.size();
    QVERIFY(apply(removalOf(m_plov)));
    QCOMPARE(m_desk->catalog().items.size(), count - 1);
    m_port->setLagging(false);
    m_port->changed();
    QCOMPARE(m_desk->catalog().items, m_port->atHub().items);
}

void CatalogDeskTest::somebodyElseRemovesWhatWeChanged()
{
    QVERIFY(apply(priceOf(m_plov, 4000 * tenge)));
    m_port->changed();
    QVERIFY(m_port->changeElsewhere(removalOf(m_plov)));
    m_port->changed();
    QVERIFY(!m_desk->catalog().findItem(m_plov));
}

void CatalogDeskTest::unreachableDropsTheTaskAndSaysSo()
{
    QSignalSpy told(m_desk.get(), &CatalogDesk::refused);
    m_port->failNext(unreachable);
    QVERIFY(!apply(priceOf(m_plov, 4000 * tenge)));
    QCOMPARE(told.size(), 1);
    QVERIFY(!m_desk->busy());
    QVERIFY(!m_desk->canUndo());
    QCOMPARE(atHub(m_plov).priceMinor, m_price);
    // Undo that did not reach the hub can be tried again.
    QVERIFY(apply(priceOf(m_plov, 4000 * tenge)));
    m_port->failNext(unreachable);
    QVERIFY(!undo());
    QVERIFY(m_desk->canUndo());
    QVERIFY(undo());
}

void CatalogDeskTest::theSameKeyActsOnce()
{
    ItemChange made;
    made.act = RowAct::Make;
    made.edit.name = QStringLiteral("Kazy");
    made.edit.categoryId = 1;
    const QString key = QStringLiteral("the-same");
    for (int i = 0; i < 2; ++i) {
        m_desk->apply(QStringLiteral("new"), {{}, {made}}, {}, key);
        m_port->answerAll();
    }
    QCOMPARE(m_port->keys, (QStringList{key, key}));
    QCOMPARE(m_port->atHub().items.size(), size_t(85));
}

void CatalogDeskTest::undoThatCannotBeDoneGoes()
{
    const qint64 other = catalogsample::itemId(m_port->atHub(), QStringLiteral("Syrne"));
    QVERIFY(apply(priceOf(other, 1 * tenge)));
    QVERIFY(apply(priceOf(m_plov, 4000 * tenge)));
    QVERIFY(m_port->changeElsewhere(removalOf(m_plov)));
    QVERIFY(!undo());
    QVERIFY(undo());
    QCOMPARE(atHub(other).priceMinor, 6200 * tenge);
}

void CatalogDeskTest::aNewChangeEndsRedo()
{
    QVERIFY(apply(priceOf(m_plov, 4000 * tenge)));
    QVERIFY(undo());
    QVERIFY(m_desk->canRedo());
    QVERIFY(apply(priceOf(m_plov, 4100 * tenge)));
    QVERIFY(!m_desk->canRedo());
}

void CatalogDeskTest::noAnswerAfterTheDeskWent()
{
    bool called = false;
    m_desk->apply(QStringLiteral("change"), priceOf(m_plov, 1), [&called](const auto &) { called = true; });
    m_desk.reset();
    m_port->answerAll();
    QVERIFY(!called);
}

QTEST_MAIN(CatalogDeskTest)
#include "catalogdesktest.moc"
