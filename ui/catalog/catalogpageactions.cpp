// SPDX-License-Identifier: GPL-3.0-or-later
// What people do on the catalog page: keys, changes of the menu, and taking them back.
#include "ui/catalog/catalogpage.h"

#include "ui/catalog/availability.h"
#include "ui/catalog/catalogtext.h"
#include "ui/catalog/categorylist.h"
#include "ui/catalog/categorysheet.h"
#include "ui/catalog/itemeditor.h"
#include "ui/catalog/itemgrid.h"
#include "ui/catalog/menurules.h"
#include "ui/catalog/outsheet.h"
#include "ui/catalog/selectionbar.h"
#include "ui/common/band.h"
#include "ui/common/touchbutton.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QSaveFile>
#include <QThreadPool>

#include <algorithm>

namespace oshaq {

namespace {

constexpr int noticeMs = 12'000;

} // namespace

std::vector<Shortcut> CatalogPage::shortcuts() const
{
    return {
        {{tr("Ctrl"), QStringLiteral("N")}, tr("New item")},
        {{tr("Ctrl"), QStringLiteral("F")}, tr("Search the menu")},
        {{tr("Enter")}, tr("Edit the chosen dish")},
        {{tr("Ctrl"), QStringLiteral("S")}, tr("Save the dish")},
        {{QStringLiteral("8")}, tr("86 the chosen dishes, or bring them back")},
        {{tr("Delete")}, tr("Remove the chosen dishes")},
        {{tr("Alt"), tr("Arrows")}, tr("Move the dish or the category to another place")},
        {{QStringLiteral("F2")}, tr("Edit the category")},
        {{tr("Ctrl"), QStringLiteral("Z")}, tr("Undo the last change of the menu")},
        {{tr("Ctrl"), tr("Shift"), QStringLiteral("Z")}, tr("Redo it")},
    };
}

void CatalogPage::setSheets(CatalogSheets *sheets)
{
    m_sheets = sheets;
    if (m_sheets)
        m_sheets->setLook(m_look);
    arrangeTop();
    updateSelection();
    updateState();
}

void CatalogPage::keyPressEvent(QKeyEvent *event)
{
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const bool ctrl = modifiers == Qt::ControlModifier;
    if (ctrl && event->key() == Qt::Key_N) {
        newItem();
    } else if (ctrl && event->key() == Qt::Key_S) {
        m_editor->save();
    } else if ((ctrl && event->key() == Qt::Key_F) || (modifiers == 0 && event->key() == Qt::Key_Slash)) {
        m_search->setFocus(Qt::OtherFocusReason);
        m_search->selectAll();
    } else if (ctrl && event->key() == Qt::Key_Z) {
        undo();
    } else if ((modifiers == (Qt::ControlModifier | Qt::ShiftModifier) && event->key() == Qt::Key_Z) ||
               (ctrl && event->key() == Qt::Key_Y)) {
        redo();
    } else if (modifiers == 0 && event->key() == Qt::Key_F2 && m_category != 0 && isOnline()) {
        m_categorySheet->edit(m_category);
    } else if (modifiers == 0 && event->key() == Qt::Key_Escape && m_alone) {
        showAlone(false);
        m_grid->setFocus(Qt::OtherFocusReason);
    } else if (modifiers == 0 && event->key() == Qt::Key_Escape && !m_grid->hasFocus()) {
        m_grid->setFocus(Qt::OtherFocusReason);
    } else {
        Page::keyPressEvent(event);
    }
}

// ---- words after an act

void CatalogPage::tell(const Words &words, NoticeAct act)
{
    m_noticeAct = act;
    m_noticeWords = words;
    m_isAlarm = false;
    showNotice();
    if (words)
        m_noticeTimer.start(noticeMs);
    else
        m_noticeTimer.stop();
}

void CatalogPage::tellAlarm(const Words &words)
{
    m_noticeAct = NoticeAct::None;
    m_noticeWords = words;
    m_isAlarm = true;
    showNotice();
    m_noticeTimer.start(noticeMs);
}

void CatalogPage::tellFailure(const PortFailure &failure)
{
    tellAlarm([failure] { return CatalogText::failure(failure); });
}

void CatalogPage::showNotice()
{
    m_notice->setMessage(m_noticeWords ? m_noticeWords() : QString(),
                         m_isAlarm ? Band::Tone::Alarm : Band::Tone::Notice);
    //: Button after an act: take it back
    m_notice->setAction(m_noticeAct == NoticeAct::None ? QString() : tr("Undo"),
                        m_noticeAct == NoticeAct::UndoChange ? tr("Ctrl Z") : QString());
}

void CatalogPage::takeBack()
{
    if (m_noticeAct == NoticeAct::UndoChange) {
        undo();
        return;
    }
    const std::vector<OutBefore> before = std::exchange(m_before, {});
    for (const OutBefore &one : before) {
        if (const auto done = m_port.setAvailable(one.itemId, one.available, one.backAtMs); !done)
            return;
    }
    tell({}, NoticeAct::None);
    handleCatalogChanged();
}

void CatalogPage::apply(const ChangeWords &words, const CatalogChange &change, const Words &success)
{
    if (change.isEmpty() || !isOnline())
        return;
    m_desk->apply(words, change, [this, success](const PortAnswer<CatalogChanged> &answer) {
        if (answer)
            tell(success, NoticeAct::UndoChange);
        else
            tellFailure(answer.failure);
    });
}

void CatalogPage::undo()
{
    if (!isOnline() || !m_desk->canUndo())
        return;
    m_desk->undo([this, words = m_desk->undoWords()](const PortAnswer<CatalogChanged> &answer) {
        if (answer)
            tell([words] { return tr("Taken back: %1.").arg(words); }, NoticeAct::None);
        else
            tellFailure(answer.failure);
    });
}

void CatalogPage::redo()
{
    if (!isOnline() || !m_desk->canRedo())
        return;
    m_desk->redo([this, words = m_desk->redoWords()](const PortAnswer<CatalogChanged> &answer) {
        if (answer)
            tell([words] { return tr("Done again: %1.").arg(words); }, NoticeAct::UndoChange);
        else
            tellFailure(answer.failure);
    });
}

QString CatalogPage::nameOf(const std::vector<qint64> &itemIds) const
{
    const Item *item = itemIds.size() == 1 ? m_catalog.findItem(itemIds.front()) : nullptr;
    return item ? item->name : CatalogText::items(int(itemIds.size()));
}

// ---- dishes and categories

void CatalogPage::newItem()
{
    if (!isOnline())
        return;
    if (m_catalog.categories.empty()) {
        // A dish without a category is nowhere.
        newCategory();
        m_itemWanted = true;
        return;
    }
    m_grid->setChoosing(false);
    m_grid->setCurrentId(0);
    m_editor->openNew(m_category != 0 ? m_category : m_catalog.categories.front().id);
    showAlone(true);
    m_editor->focusFirst();
}

void CatalogPage::newCategory()
{
    m_itemWanted = false;
    if (isOnline())
        m_categorySheet->edit(0);
}

void CatalogPage::editItem(qint64 itemId)
{
    m_editor->open(itemId);
    showAlone(true);
    m_editor->focusFirst();
}

void CatalogPage::toggleOut(const std::vector<qint64> &itemIds)
{
    const bool allOut = std::all_of(itemIds.begin(), itemIds.end(), [this](qint64 id) {
        const Item *item = m_catalog.findItem(id);
        return item && !item->available;
    });
    setOut(itemIds, allOut, 0);
}

void CatalogPage::askOut(qint64 itemId)
{
    if (const Item *item = m_catalog.findItem(itemId)) {
        m_outSheet->ask({itemId}, item->name, hoursOf(*item, m_catalog.findCategory(item->categoryId)), m_business,
                        m_port.hubNowMs());
    }
}

void CatalogPage::setOut(const std::vector<qint64> &itemIds, bool available, qint64 backAtMs)
{
    std::vector<OutBefore> before;
    std::vector<qint64> done;
    for (const qint64 id : itemIds) {
        const Item *item = m_catalog.findItem(id);
        if (!item || (item->available == available && item->backAtMs == backAtMs))
            continue;
        const OutBefore was{id, item->available, item->backAtMs};
        if (const auto set = m_port.setAvailable(id, available, backAtMs); !set) {
            tellAlarm(
                [why = set.error().message] { return tr("This could not be noted on this screen: %1").arg(why); });
            break;
        }
        before.push_back(was);
        done.push_back(id);
    }
    if (done.empty())
        return;
    const QString name = nameOf(done);
    m_before = before;
    // At once, whenever the port says so.
    handleCatalogChanged();
    if (available)
        tell([name] { return tr("%1: available again.").arg(name); }, NoticeAct::UndoOut);
    else if (backAtMs > 0)
        tell(
            [this, name, backAtMs] {
                return tr("%1: 86, back %2.").arg(name, CatalogText::moment(backAtMs, m_port.hubNowMs(), m_zone));
            },
            NoticeAct::UndoOut);
    else
        tell([name] { return tr("%1: 86 until somebody brings it back.").arg(name); }, NoticeAct::UndoOut);
}

void CatalogPage::removeItems(const std::vector<qint64> &itemIds)
{
    const QString name = nameOf(itemIds);
    m_grid->setChoosing(false);
    apply([name] { return tr("Removed %1").arg(name); }, menurules::removeItems(m_catalog, itemIds),
          [name] { return tr("Removed from the menu: %1.").arg(name); });
}

void CatalogPage::moveItems(const std::vector<qint64> &itemIds, qint64 categoryId)
{
    const Category *category = m_catalog.findCategory(categoryId);
    const CatalogChange change = menurules::moveItems(m_catalog, itemIds, categoryId);
    if (!category || change.isEmpty())
        return;
    const QString name = nameOf(itemIds);
    apply([name, to = category->name] { return tr("%1 to %2").arg(name, to); }, change,
          [name, to = category->name] { return tr("Moved to %1: %2.").arg(to, name); });
}

void CatalogPage::reorderItems(const std::vector<qint64> &itemIds, qint64 beforeId)
{
    // Dragged from another category: it moves here instead.
    const auto isElsewhere = [this](qint64 id) {
        const Item *item = m_catalog.findItem(id);
        return !item || item->categoryId != m_category;
    };
    if (m_category == 0 || std::any_of(itemIds.begin(), itemIds.end(), isElsewhere))
        return;
    const std::vector<qint64> order = menurules::shownItems(m_catalog, m_category, {});
    const CatalogChange change = menurules::itemOrder(m_catalog, menurules::reordered(order, itemIds, beforeId));
    apply([] { return tr("Order of dishes"); }, change, [] { return tr("The dishes have another order."); });
}

void CatalogPage::reorderCategory(qint64 categoryId, qint64 beforeId)
{
    std::vector<qint64> order;
    for (const Category &category : m_catalog.categories)
        order.push_back(category.id);
    const CatalogChange change =
        menurules::categoryOrder(m_catalog, menurules::reordered(order, {categoryId}, beforeId));
    apply([] { return tr("Order of categories"); }, change, [] { return tr("The categories have another order."); });
}

// ---- menus and sheets

void CatalogPage::showMoveMenu()
{
    if (m_menu)
        m_menu->close();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_menu = menu;
    for (const Category &category : m_catalog.categories) {
        menu->addAction(QString(category.name).replace(u'&', QStringLiteral("&&")), this,
                        [this, id = category.id] { moveItems(m_grid->chosenIds(), id); });
    }
    menu->popup(m_selection->moveButton()->mapToGlobal(QPoint(0, m_selection->moveButton()->height())));
}

void CatalogPage::showMoreMenu()
{
    if (m_menu)
        m_menu->close();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_menu = menu;
    if (m_sheets) {
        menu->addAction(tr("Import…"), this, &CatalogPage::openImport)->setEnabled(isOnline());
        menu->addAction(tr("Change prices…"), this, &CatalogPage::openPrices)->setEnabled(isOnline());
    }
    menu->addAction(tr("Export"), this, &CatalogPage::exportMenu)->setEnabled(isOnline());
    menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
}

void CatalogPage::openImport()
{
    if (m_sheets && isOnline())
        m_sheets->openImport();
}

void CatalogPage::openPrices()
{
    if (!m_sheets || !isOnline())
        return;
    const std::vector<qint64> chosen = m_grid->chosenIds();
    m_sheets->openPrices(chosen.size() > 1 || m_grid->isChoosing() ? chosen : std::vector<qint64>());
}

void CatalogPage::handleStateAction()
{
    if (!m_words.isEmpty())
        m_search->clear();
    else if (m_sheets && m_catalog.findCategory(m_category) == nullptr)
        openImport();
    else
        newItem();
}

void CatalogPage::exportMenu()
{
    if (m_exportCall != 0 || !isOnline())
        return;
    m_exportCall = m_port.exportMenu([this](const PortAnswer<QByteArray> &answer) {
        m_exportCall = 0;
        if (!answer) {
            tellFailure(answer.failure);
            return;
        }
        m_saver(this, tr("menu.csv"), [this, bytes = *answer.value](const QString &name) { saveExport(name, bytes); });
    });
}

void CatalogPage::saveExport(const QString &fileName, const QByteArray &bytes)
{
    // A stick or a share may be slow.
    QThreadPool::globalInstance()->start([self = QPointer<CatalogPage>(this), fileName, bytes] {
        QSaveFile file(fileName);
        const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
        if (!qApp)
            return;
        QMetaObject::invokeMethod(
            qApp,
            [self, fileName, isWritten] {
                if (!self)
                    return;
                if (isWritten)
                    self->tell([fileName] { return tr("The menu is in %1.").arg(fileName); }, NoticeAct::None);
                else
                    self->tellAlarm(
                        [fileName] { return tr("%1 could not be written. Take another place.").arg(fileName); });
            },
            Qt::QueuedConnection);
    });
}

} // namespace oshaq
