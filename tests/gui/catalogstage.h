// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/gui/shots/stage.h"
#include "tests/support/catalogsample.h"
#include "ui/catalog/catalogpage.h"
#include "ui/catalog/itemdelegate.h"
#include "ui/catalog/itemgrid.h"
#include "ui/catalog/menurules.h"

#include <QAbstractButton>
#include <QDropEvent>
#include <QMimeData>
#include <QTest>

#include <memory>
#include <vector>

namespace oshaq::test {

inline constexpr qint64 tenge = 100;
inline const PortFailure unreachable{PortFailure::Kind::Unreachable, {}, {}, {}};

/// Notes what the page opens.
class NotingSheets final : public CatalogSheets
{
public:
    void setLook(const Look &) override { ++looks; }
    void openImport() override { ++imports; }
    void openPrices(const std::vector<qint64> &itemIds) override { prices.push_back(itemIds); }
    void openBulk(const std::vector<qint64> &itemIds) override { bulks.push_back(itemIds); }

    int looks = 0;
    int imports = 0;
    std::vector<std::vector<qint64>> prices;
    std::vector<std::vector<qint64>> bulks;
};

/// The page of the catalog in its window.
class CatalogStage
{
protected:
    void prepare();
    void open(const Catalog &catalog, QSize size = QSize(1600, 1000));
    template <typename T> T *find(const char *name) const
    {
        return m_stage->window->findChild<T *>(QString::fromLatin1(name));
    }
    qint64 idOf(const char *name) const
    {
        return catalogsample::itemId(m_stage->catalog.atHub(), QString::fromUtf8(name));
    }
    const Item &atHub(qint64 id) const
    {
        static const Item none;
        const Item *item = m_stage->catalog.atHub().findItem(id);
        return item ? *item : none;
    }
    void press(int key, const QString &text = {}, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::sendKeyEvent(QTest::Click, m_page->grid(), Qt::Key(key), text, modifiers);
        Stage::settle();
    }
    QRect cell(qint64 id) const
    {
        ItemGrid *grid = m_page->grid();
        return grid->visualRect(grid->items()->index(grid->items()->rowOf(id), 0));
    }
    QPoint outOf(qint64 id) const
    {
        return qobject_cast<ItemDelegate *>(m_page->grid()->itemDelegate())->outRect(cell(id)).center();
    }
    void clickCard(qint64 id, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::mouseClick(m_page->grid()->viewport(), Qt::LeftButton, modifiers, cell(id).topLeft() + QPoint(30, 30));
        Stage::settle();
    }
    void click(QAbstractButton *button)
    {
        QVERIFY(button && button->isVisible() && button->isEnabled());
        button->click();
        Stage::settle();
    }
    static void drop(QWidget *viewport, QPoint at, const char *type, const QByteArray &bytes)
    {
        QMimeData data;
        data.setData(QLatin1String(type), bytes);
        QDragEnterEvent enter(at, Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(viewport, &enter);
        QDragMoveEvent move(at, Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(viewport, &move);
        QDropEvent event(at, Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(viewport, &event);
        Stage::settle();
    }
    void goOffline()
    {
        LinkStatus::Facts facts = m_stage->link.facts();
        facts.state = LinkStatus::State::Offline;
        m_stage->link.update(facts);
        m_stage->catalog.setOffline(true);
        m_stage->catalog.setFailing(unreachable);
        Stage::settle();
    }
    std::vector<qint64> mainDishes() const { return menurules::shownItems(m_stage->catalog.atHub(), 2, {}); }

    std::unique_ptr<Stage> m_stage;
    CatalogPage *m_page = nullptr;
};

} // namespace oshaq::test
