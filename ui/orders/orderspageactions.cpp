// SPDX-License-Identifier: GPL-3.0-or-later
// What people do on the orders page: keys, acts on the chosen order, and taking them back.
#include "ui/orders/orderspage.h"

#include "ui/common/band.h"
#include "ui/common/linktext.h"
#include "ui/common/touchbutton.h"
#include "ui/orders/acceptsheet.h"
#include "ui/orders/orderdetail.h"
#include "ui/orders/orderfilterbar.h"
#include "ui/orders/orderlines.h"
#include "ui/orders/ordersmodel.h"
#include "ui/orders/orderstable.h"
#include "ui/orders/ordertext.h"
#include "ui/orders/printsheet.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>

#include <algorithm>
#include <array>

namespace oshaq {

namespace {

constexpr int noticeMs = 12'000;

/// Letters at the same places of the Russian and Kazakh, and of the Latin layout.
QChar latinLetter(QChar letter)
{
    static const QString cyrillic = QStringLiteral("йцукенгшщзфывапролдячсмить");
    static const QString latin = QStringLiteral("qwertyuiopasdfghjklzxcvbnm");
    const qsizetype at = cyrillic.indexOf(letter.toLower());
    return at < 0 ? letter.toLower() : latin[at];
}

constexpr std::array letterActs{OrderAct::Kind::Pay,        OrderAct::Kind::Print,    OrderAct::Kind::Refund,
                                OrderAct::Kind::AddLines,   OrderAct::Kind::Edit,     OrderAct::Kind::Priority,
                                OrderAct::Kind::Fire,       OrderAct::Kind::Void,     OrderAct::Kind::Split,
                                OrderAct::Kind::Join,       OrderAct::Kind::StepBack, OrderAct::Kind::Cancel,
                                OrderAct::Kind::OrderAgain, OrderAct::Kind::Deliver};

} // namespace

void OrdersPage::setSheets(OrderSheets *sheets)
{
    m_sheets = sheets;
    if (m_sheets)
        m_sheets->setLook(m_look);
    updateDetail();
    updateState();
    updateDrawer();
}

// ---- words after an act

void OrdersPage::tell(const QString &text, bool undoable)
{
    m_canUndo = undoable;
    m_notice->setMessage(text, Band::Tone::Notice);
    //: Button after an act: take it back
    m_notice->setAction(undoable ? tr("Undo") : QString(), undoable ? tr("Ctrl Z") : QString());
    if (text.isEmpty())
        m_noticeTimer.stop();
    else
        m_noticeTimer.start(noticeMs);
}

bool OrdersPage::told(const Result<void> &result, const QString &number, const QString &success)
{
    if (result) {
        tell(success, true);
        return true;
    }
    m_noticeTimer.start(noticeMs);
    m_canUndo = false;
    m_notice->setAction({}, {});
    m_notice->setMessage(OrderText::refused(number, result.error()), Band::Tone::Alarm);
    return false;
}

void OrdersPage::undo()
{
    const Result<ShiftAction> undone = m_port.undo();
    if (undone) {
        tell(OrderText::undone(*undone), false);
        return;
    }
    m_notice->setAction({}, {});
    m_canUndo = false;
    m_notice->setMessage(undone.error().code == ErrorCode::RecallNotAllowed ? tr("There is nothing to take back.")
                                                                            : OrderText::refused({}, undone.error()),
                         Band::Tone::Warning);
    m_noticeTimer.start(noticeMs);
}

void OrdersPage::dismiss()
{
    // One key for both bands: the upper one first.
    if (m_board && !m_board->loud().empty())
        m_board->acknowledge();
    else if (!m_parkedId.isEmpty())
        m_port.dismissParked(m_parkedId);
}

// ---- acts

void OrdersPage::newOrder()
{
    if (m_sheets)
        m_sheets->newOrder(std::nullopt);
}

void OrdersPage::openDrawer()
{
    if (m_sheets && mayServe(m_port.role()))
        m_sheets->drawer();
}

void OrdersPage::act(OrderAct::Kind kind)
{
    const std::optional<DeskOrder> desk = chosenDesk();
    if (!desk || m_detail->isChoosing())
        return;
    // As it is now, not as it was when the button was drawn.
    const OrderActList acts(m_port, *desk, isChosenEarlier(), m_sheets != nullptr);
    const OrderAct *may = acts.find(kind);
    if (!may || (may->needsSheets && !m_sheets))
        return;
    const Order &order = desk->order;
    switch (kind) {
    case OrderAct::Kind::Advance:
        advance(*desk, may->to);
        break;
    case OrderAct::Kind::Pay:
        m_sheets->pay(order.id);
        break;
    case OrderAct::Kind::Print:
        m_print->ask(order.id, order.number,
                     order.status >= OrderStatus::Ready ? PrintJobKind::Receipt : PrintJobKind::Ticket);
        break;
    case OrderAct::Kind::Refund:
        m_sheets->refund(order.id, order.number);
        break;
    case OrderAct::Kind::AddLines:
        m_sheets->addLines(order.id);
        break;
    case OrderAct::Kind::Edit:
        m_sheets->edit(order.id);
        break;
    case OrderAct::Kind::Priority:
        told(m_port.setPriority(order.id, !order.priority), order.number,
             order.priority ? tr("%1 is in its turn again").arg(order.number) : tr("%1 goes first").arg(order.number));
        break;
    case OrderAct::Kind::Fire:
        fire(nextHeldCourse(order));
        break;
    case OrderAct::Kind::Void:
        startVoid();
        break;
    case OrderAct::Kind::Split:
        m_sheets->split(order.id);
        break;
    case OrderAct::Kind::Join:
        m_sheets->join(order.id);
        break;
    case OrderAct::Kind::Deliver:
        m_sheets->deliver(order.id);
        break;
    case OrderAct::Kind::StepBack:
        if (const Result<void> result = m_port.recall(order.id); result) {
            const auto now = m_port.order(order.id);
            tell(now ? tr("%1 is back: %2").arg(order.number, OrderText::status(now->order.status)) : QString(), true);
        } else {
            told(result, order.number, {});
        }
        break;
    case OrderAct::Kind::Cancel:
        cancelOrder(*desk);
        break;
    case OrderAct::Kind::OrderAgain:
        orderAgain(order);
        break;
    }
}

void OrdersPage::advance(const DeskOrder &desk, OrderStatus to)
{
    if (to == OrderStatus::Accepted) {
        m_accept->ask(desk.order, m_business.timeZone, m_port.hubNowMs());
        return;
    }
    told(m_port.setStatus(desk.order.id, to), desk.order.number, OrderText::done(desk.order.number, to));
}

void OrdersPage::cancelOrder(const DeskOrder &desk)
{
    const qint64 id = desk.order.id;
    const QString number = desk.order.number;
    const QString title = desk.order.status == OrderStatus::New ? tr("Why is %1 refused?").arg(number)
                                                                : tr("Why is %1 cancelled?").arg(number);
    QPointer<OrdersPage> page(this);
    m_sheets->askReason(title, OrderText::cancelReasons(), [page, id, number](const QString &reason) {
        if (page) {
            page->told(page->m_port.setStatus(id, OrderStatus::Cancelled, reason), number,
                       OrderText::done(number, OrderStatus::Cancelled));
        }
    });
}

void OrdersPage::fire(int course)
{
    const std::optional<DeskOrder> desk = chosenDesk();
    if (!desk)
        return;
    told(m_port.fire(desk->order.id, course), desk->order.number,
         tr("%1: course %2 is fired").arg(desk->order.number).arg(course));
}

void OrdersPage::startVoid()
{
    const std::optional<DeskOrder> desk = chosenDesk();
    if (!desk)
        return;
    std::set<qint64> choosable;
    for (const OrderLine &line : desk->order.lines) {
        if (mayApplyLineAction(line.status, LineAction::Void, m_port.role()))
            choosable.insert(line.id);
    }
    m_detail->setChoosing(true, choosable);
}

void OrdersPage::stopVoid()
{
    m_detail->setChoosing(false, {});
    m_table->setFocus(Qt::OtherFocusReason);
}

void OrdersPage::voidChosen()
{
    const std::optional<DeskOrder> desk = chosenDesk();
    const std::vector<qint64> ids = m_detail->lines()->chosen();
    if (!desk || ids.empty() || !m_sheets)
        return;
    const qint64 orderId = desk->order.id;
    const QString number = desk->order.number;
    const QString title = ids.size() == 1 ? tr("Why is the dish of %1 void?").arg(number)
                                          : tr("Why are %n dishes of %1 void?", nullptr, int(ids.size())).arg(number);
    QPointer<OrdersPage> page(this);
    m_sheets->askReason(title, OrderText::voidReasons(), [page, orderId, number, ids](const QString &reason) {
        if (!page)
            return;
        const QString success = ids.size() == 1 ? tr("%1: 1 dish is void").arg(number)
                                                : tr("%1: %n dishes are void", nullptr, int(ids.size())).arg(number);
        if (page->told(page->m_port.voidLines(orderId, ids, reason), number, success))
            page->stopVoid();
    });
}

void OrdersPage::orderAgain(const Order &order)
{
    NewOrder again;
    again.fulfilment = order.fulfilment;
    again.addressId = order.addressId;
    again.allergy = order.allergy;
    again.guestName = order.guestName;
    again.guestPhone = order.guestPhone;
    for (const OrderLine &line : order.lines) {
        if (line.status == LineStatus::Voided)
            continue;
        NewOrderLine wanted{line.itemId, line.quantity, {}, line.note, line.course};
        for (const OrderLineOption &option : line.options)
            wanted.optionIds.push_back(option.optionId);
        again.lines.push_back(std::move(wanted));
    }
    m_sheets->newOrder(again);
}

// ---- menus

void OrdersPage::showMore()
{
    if (!m_detail->order() || m_detail->isChoosing())
        return;
    delete m_menu;
    m_menu = new QMenu(this);
    m_menu->setObjectName(QStringLiteral("moreMenu"));
    m_menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const OrderAct &one : m_detail->acts().others()) {
        QAction *action = m_menu->addAction(one.text + QLatin1Char('\t') + one.key);
        connect(action, &QAction::triggered, this, [this, kind = one.kind] { act(kind); });
    }
    const QWidget *button = m_detail->moreButton();
    const QSize size = m_menu->sizeHint();
    m_menu->popup(button->mapToGlobal(QPoint(button->width() - size.width(), -size.height() - m_look.px(4))));
    if (!m_menu->actions().isEmpty())
        m_menu->setActiveAction(m_menu->actions().constFirst());
}

void OrdersPage::showSort()
{
    delete m_menu;
    m_menu = new QMenu(this);
    m_menu->setObjectName(QStringLiteral("sortMenu"));
    m_menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = 0; column < OrdersModel::ColumnCount; ++column) {
        QAction *action = m_menu->addAction(m_model->columnName(column));
        action->setCheckable(true);
        action->setChecked(column == m_model->sortColumn());
        connect(action, &QAction::triggered, this, [this, column] { sortBy(column); });
    }
    m_menu->popup(m_table->mapToGlobal(QPoint(m_look.px(8), m_look.px(8))));
    m_menu->setActiveAction(m_menu->actions().at(m_model->sortColumn()));
}

// ---- keys

std::vector<Shortcut> OrdersPage::shortcuts() const
{
    //: Keys on the keyboard
    const QString enter = tr("Enter");
    //: Keys on the keyboard
    const QString ctrl = tr("Ctrl");
    std::vector<Shortcut> all{{{ctrl, QStringLiteral("N")}, tr("New order")},
                              {{ctrl, QStringLiteral("D")}, tr("Cash drawer")},
                              {{ctrl, QStringLiteral("F")}, tr("Search")},
                              {{QStringLiteral("/")}, tr("Search")},
                              {{QStringLiteral("↑"), QStringLiteral("↓")}, tr("Choose an order")},
                              {{enter}, tr("The next step of the order")},
                              {{QStringLiteral("M")}, tr("Everything else that can be done")},
                              {{ctrl, QStringLiteral("Z")}, tr("Take the last act back")},
                              {{QStringLiteral("Z")}, tr("Take the last act back")},
                              {{QStringLiteral("O")}, tr("Sort the list")},
                              {{QStringLiteral("D")}, tr("Dismiss what was refused")},
                              //: Key on the keyboard
                              {{tr("Esc")}, tr("Let go, clear the search")}};
    for (const OrderAct::Kind kind : letterActs)
        all.push_back({{OrderActList::keyOf(kind)}, OrderActList::nameOf(kind)});
    return all;
}

void OrdersPage::leave()
{
    if (m_detail->isChoosing()) {
        stopVoid();
    } else if (m_alone) {
        showDetailAlone(false);
    } else if (m_search->hasFocus() || !m_words.isEmpty()) {
        m_search->clear();
        m_table->setFocus(Qt::OtherFocusReason);
    } else if (!m_table->hasFocus()) {
        m_table->setFocus(Qt::OtherFocusReason);
    } else {
        choose(0);
        updateRows();
    }
}

bool OrdersPage::handleKey(const QKeyEvent &event)
{
    QWidget *focus = QApplication::focusWidget();
    const QChar letter = event.key() < Qt::Key_Escape ? latinLetter(QChar(ushort(event.key()))) : QChar();
    const bool isEnter = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    if (event.modifiers() & Qt::ControlModifier) {
        if (letter == u'n')
            newOrder();
        else if (letter == u'd')
            openDrawer();
        else if (letter == u'f')
            m_search->setFocus(Qt::ShortcutFocusReason);
        else if (letter == u'z')
            undo();
        else
            return false;
        return true;
    }
    if (event.modifiers() & (Qt::AltModifier | Qt::MetaModifier))
        return false;
    if (event.key() == Qt::Key_Escape) {
        leave();
        return true;
    }
    if (m_search->hasFocus()) {
        // What was found is next.
        if (!isEnter && event.key() != Qt::Key_Down)
            return false;
        m_table->setFocus(Qt::OtherFocusReason);
        if (m_model->rowOf(m_chosen) < 0) {
            m_table->rememberRow(0);
            QKeyEvent down(QEvent::KeyPress, Qt::Key_Down, Qt::NoModifier);
            QApplication::sendEvent(m_table, &down);
        }
        return true;
    }
    if (isEnter) {
        // A button or a list that has the focus is meant.
        if (m_detail->isChoosing() && (qobject_cast<OrderLineRow *>(focus) || focus == m_table))
            voidChosen();
        else if (auto *button = qobject_cast<QAbstractButton *>(focus))
            button->click();
        else if (auto *list = qobject_cast<QComboBox *>(focus))
            list->showPopup();
        else if (!m_detail->isVisible())
            showDetailAlone(true);
        else
            act(OrderAct::Kind::Advance);
        return true;
    }
    if (event.text() == QLatin1String("/")) {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
        return true;
    }
    if (letter == u'm')
        showMore();
    else if (letter == u'z')
        undo();
    else if (letter == u'o')
        showSort();
    else if (letter == u'd')
        dismiss();
    else if (!letter.isNull()) {
        const auto found = std::find_if(letterActs.begin(), letterActs.end(), [letter](OrderAct::Kind kind) {
            return OrderActList::keyOf(kind) == QString(letter.toUpper());
        });
        if (found == letterActs.end())
            return false;
        act(*found);
    } else {
        return false;
    }
    return true;
}

void OrdersPage::keyPressEvent(QKeyEvent *event)
{
    // A key that is held down does nothing twice.
    if (event->isAutoRepeat() || !handleKey(*event))
        Page::keyPressEvent(event);
}

bool OrdersPage::focusNextPrevChild(bool next)
{
    // Rows, then the chosen order, then what was just done, then what is shown, then the top: as people work.
    std::vector<QWidget *> chain;
    const std::array<QWidget *, 6> groups{m_table, m_detail, m_notice, m_parkedBand, m_filters, m_top};
    for (QWidget *group : groups) {
        std::vector<QWidget *> members;
        for (QWidget *widget : group->findChildren<QWidget *>()) {
            if (group != m_table && (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus && widget->isEnabled() &&
                widget->isVisibleTo(this) && !widget->focusProxy() && widget->parentWidget() != nullptr &&
                !widget->isWindow())
                members.push_back(widget);
        }
        std::sort(members.begin(), members.end(), [this](const QWidget *a, const QWidget *b) {
            const QPoint left = a->mapTo(this, QPoint());
            const QPoint right = b->mapTo(this, QPoint());
            return std::pair(left.y(), left.x()) < std::pair(right.y(), right.x());
        });
        if (group == m_table && m_table->isVisibleTo(this))
            chain.push_back(m_table);
        chain.insert(chain.end(), members.begin(), members.end());
    }
    if (chain.empty())
        return Page::focusNextPrevChild(next);
    const auto at = std::find(chain.begin(), chain.end(), QApplication::focusWidget());
    const auto count = std::ssize(chain);
    auto place = at == chain.end() ? 0 : (at - chain.begin() + (next ? 1 : count - 1)) % count;
    chain[size_t(place)]->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

} // namespace oshaq
