// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/entry/orderbuilder.h"

#include "ui/common/choicerow.h"
#include "ui/common/formats.h"
#include "ui/common/touchbutton.h"
#include "ui/orders/entry/dishpicker.h"
#include "ui/orders/entry/drafttext.h"
#include "ui/orders/entry/draftticket.h"
#include "ui/orders/entry/entrywidgets.h"
#include "ui/orders/entry/lineeditor.h"

#include <QApplication>
#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QResizeEvent>
#include <QScrollArea>
#include <QStackedWidget>

#include <algorithm>

namespace oshaq {

namespace {

constexpr int threeColumnsPx = 1060;
constexpr int narrowTicketPx = 330;
constexpr int narrowDeskPx = 720;
constexpr int coursesOffered = 4;

} // namespace

OrderBuilder::OrderBuilder(OrdersPort &port, const Look &look, QWidget *details, QWidget *parent)
    : QWidget(parent)
    , m_port(port)
    , m_look(look)
    , m_left(new QStackedWidget(this))
    , m_picker(new DishPicker(look, this))
    , m_editor(new LineEditor(look, this))
    , m_middle(new QWidget(this))
    , m_ticketTitle(entry::label(QStringLiteral("strong"), m_middle))
    , m_courseBar(new QWidget(m_middle))
    , m_courseLabel(entry::label(QStringLiteral("caption"), m_courseBar))
    , m_courses(new ChoiceRow(look, m_courseBar))
    , m_ticketScroll(new QScrollArea(m_middle))
    , m_ticketContent(new QWidget(m_ticketScroll))
    , m_ticket(new DraftTicket(look, m_ticketContent))
    , m_empty(entry::label(QStringLiteral("muted"), m_ticketContent))
    , m_removedBar(new QWidget(m_middle))
    , m_removed(entry::label(QStringLiteral("caption"), m_removedBar))
    , m_putBack(new TouchButton(look, m_removedBar))
    , m_deliveryName(entry::label(QStringLiteral("muted"), m_middle))
    , m_delivery(entry::label(QStringLiteral("muted"), m_middle))
    , m_totalName(entry::label(QStringLiteral("title"), m_middle))
    , m_total(entry::label(QStringLiteral("title"), m_middle))
    , m_detailsScroll(new QScrollArea(this))
    , m_details(details)
{
    m_ticket->setObjectName(QStringLiteral("draftTicket"));
    m_total->setObjectName(QStringLiteral("draftTotal"));
    m_putBack->setObjectName(QStringLiteral("putBack"));
    m_putBack->setTakesFocus(true);
    m_putBack->setIconName(QStringLiteral("undo"));
    m_courses->setObjectName(QStringLiteral("draftCourse"));
    m_courseLabel->setWordWrap(false);
    auto *courses = new QHBoxLayout(m_courseBar);
    courses->setContentsMargins(0, 0, 0, 0);
    courses->addWidget(m_courseLabel);
    courses->addWidget(m_courses, 1);
    m_courseBar->hide();
    m_left->addWidget(m_picker);
    m_left->addWidget(m_editor);
    for (QLabel *label : {m_delivery, m_total}) {
        label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        label->setWordWrap(false);
    }

    auto *content = new QVBoxLayout(m_ticketContent);
    content->setContentsMargins(0, 0, 0, 0);
    content->addWidget(m_empty);
    content->addWidget(m_ticket);
    content->addStretch(1);
    entry::makePlain(m_ticketScroll, m_ticketContent);
    m_detailsScroll->setObjectName(QStringLiteral("detailsScroll"));
    auto *removed = new QHBoxLayout(m_removedBar);
    removed->setContentsMargins(0, 0, 0, 0);
    removed->addWidget(m_removed, 1);
    removed->addWidget(m_putBack);
    m_removedBar->hide();
    auto *delivery = new QHBoxLayout;
    delivery->addWidget(m_deliveryName, 1);
    delivery->addWidget(m_delivery);
    auto *total = new QHBoxLayout;
    total->addWidget(m_totalName, 1);
    total->addWidget(m_total);
    auto *middle = new QVBoxLayout(m_middle);
    middle->setContentsMargins(0, 0, 0, 0);
    middle->addWidget(m_ticketTitle);
    middle->addWidget(m_courseBar);
    middle->addWidget(m_ticketScroll, 1);
    middle->addWidget(m_removedBar);
    middle->addLayout(delivery);
    middle->addLayout(total);
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->addWidget(m_left, 5);
    columns->addWidget(m_middle, 4);
    columns->addWidget(m_detailsScroll, 4);
    if (m_details) {
        m_details->setParent(m_ticketContent);
        content->insertWidget(2, m_details);
    }
    m_detailsScroll->setFrameShape(QFrame::NoFrame);
    m_detailsScroll->setWidgetResizable(true);
    m_detailsScroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_detailsScroll->setFocusPolicy(Qt::NoFocus);
    m_detailsScroll->hide();

    connect(m_picker, &DishPicker::picked, this, &OrderBuilder::handlePicked);
    connect(m_editor, &LineEditor::accepted, this, &OrderBuilder::handleAccepted);
    connect(m_editor, &LineEditor::cancelled, this, &OrderBuilder::closeEditor);
    connect(m_ticket, &DraftTicket::quantityChanged, this, &OrderBuilder::changeQuantity);
    connect(m_ticket, &DraftTicket::removeAsked, this, &OrderBuilder::removeLine);
    connect(m_ticket, &DraftTicket::changeAsked, this, [this](int id) {
        if (const DraftLine *line = m_draft.line(id))
            openEditor(line->wanted, id);
    });
    connect(m_putBack, &TouchButton::clicked, this, &OrderBuilder::putBack);
    connect(&m_port, &OrdersPort::catalogChanged, this, [this] {
        // Prices say what is wrong with the new menu.
        m_lineProblems.clear();
        showMenu();
        refresh();
    });
    setLook(look);
    showMenu();
    retranslate();
}

void OrderBuilder::setLook(const Look &look)
{
    m_look = look;
    m_picker->setLook(look);
    m_editor->setLook(look);
    m_ticket->setLook(look);
    m_courses->setLook(look);
    m_putBack->setLook(look);
    layout()->setSpacing(look.px(20));
    m_middle->layout()->setSpacing(look.px(8));
    m_ticketContent->layout()->setSpacing(look.px(14));
    arrange();
}

void OrderBuilder::showMenu()
{
    const auto currency = Currency::fromCode(m_port.business().currency);
    m_currency = currency ? *currency : Currency();
    m_catalog = m_port.catalog();
    m_picker->setMenu(m_catalog, m_currency);
}

void OrderBuilder::retranslate()
{
    m_ticketTitle->setText(tr("On the ticket"));
    m_empty->setText(tr("Nothing yet. Type a dish, or touch it."));
    m_totalName->setText(tr("Total"));
    m_deliveryName->setText(tr("Delivery"));
    //: the dish that was taken from the ticket by mistake
    m_putBack->setText(tr("Put back"));
    const int before = m_courses->chosen();
    QStringList courses;
    for (int course = 1; course <= coursesOffered; ++course)
        courses << QString::number(course);
    m_courses->setTexts(courses);
    for (int course = 0; course < coursesOffered; ++course)
        m_courses->button(course)->setAccessibleName(tr("Course %1").arg(course + 1));
    //: before the numbers of the courses
    m_courseLabel->setText(tr("Course"));
    m_courses->setChosen(before < 0 ? 0 : before);
    m_courses->setAccessibleName(tr("Course of the next dishes"));
    refresh();
}

void OrderBuilder::setCourses(bool shown, int course)
{
    m_courseBar->setVisible(shown);
    m_courses->setChosen(std::clamp(course, 1, coursesOffered) - 1);
    m_editor->setCourses(shown);
}

void OrderBuilder::setDraft(const OrderDraft &draft)
{
    m_draft = draft;
    m_lineProblems.clear();
    m_removedBar->hide();
    m_ticket->choose(0);
    closeEditor();
    refresh();
}

std::vector<TicketRow> OrderBuilder::priceLines()
{
    std::vector<TicketRow> rows;
    NewOrder good = m_draft.toPrice();
    good.lines.clear();
    m_complete = true;
    std::erase_if(m_lineProblems, [this](const auto &one) { return !m_draft.line(one.first); });
    for (const DraftLine &line : m_draft.lines()) {
        const Item *item = m_catalog.findItem(line.wanted.itemId);
        TicketRow row;
        row.id = line.id;
        //: stands for the name of a dish that the menu does not have any more
        row.name = item ? item->name : tr("Dish %1").arg(line.wanted.itemId);
        row.caption = DraftText::caption(line.wanted, item);
        row.quantity = line.wanted.quantity;
        row.step = item ? m_catalog.quantityStepOf(*item) : 1;
        row.course = line.wanted.course;
        if (item) {
            for (const QString &allergen : item->allergens) {
                if (hasWord(m_draft.head.allergy, allergen))
                    row.alert = tr("Allergy: it contains %1").arg(allergen);
            }
        }
        NewOrder alone;
        alone.lines = {line.wanted};
        if (const auto priced = m_port.price(alone); priced) {
            row.amount = formats::money(priced->cost.subtotalMinor, m_currency);
            good.lines.push_back(line.wanted);
        } else {
            m_complete = false;
            const auto problems = draftProblems(priced.error());
            row.problem = problems.empty() ? priced.error().message
                                           : DraftText::problem(problems.front(), &line.wanted, item, row.step);
        }
        const auto refused = std::find_if(m_lineProblems.begin(), m_lineProblems.end(),
                                          [&line](const auto &one) { return one.first == line.id; });
        if (row.problem.isEmpty() && refused != m_lineProblems.end())
            row.problem = DraftText::problem(refused->second, &line.wanted, item, row.step);
        rows.push_back(row);
    }
    m_totalMinor = 0;
    qint64 delivery = 0;
    if (!good.lines.empty()) {
        if (const auto priced = m_port.price(good); priced) {
            m_totalMinor = priced->cost.totalMinor;
            delivery = priced->cost.deliveryMinor;
        } else {
            m_complete = false;
        }
    }
    m_delivery->setText(formats::money(delivery, m_currency));
    m_delivery->setVisible(delivery != 0);
    m_deliveryName->setVisible(delivery != 0);
    return rows;
}

void OrderBuilder::refresh()
{
    const std::vector<TicketRow> rows = priceLines();
    m_ticket->setRows(rows);
    m_empty->setVisible(rows.empty());
    m_ticket->setVisible(!rows.empty());
    m_total->setText(totalText());
}

QString OrderBuilder::totalText() const
{
    return formats::money(m_totalMinor, m_currency);
}

void OrderBuilder::setProblems(const std::vector<DraftProblem> &problems)
{
    m_lineProblems.clear();
    for (const DraftProblem &problem : problems) {
        if (problem.line >= 0 && problem.line < int(m_draft.lines().size()))
            m_lineProblems.emplace_back(m_draft.lines()[std::size_t(problem.line)].id, problem);
    }
    refresh();
    if (!m_lineProblems.empty()) {
        if (DraftRow *row = m_ticket->rowOf(m_lineProblems.front().first))
            entry::reveal(row);
    }
}

void OrderBuilder::handlePicked(qint64 itemId, std::optional<qint64> quantity)
{
    const Item *item = m_catalog.findItem(itemId);
    if (!item)
        return;
    const qint64 step = m_catalog.quantityStepOf(*item);
    NewOrderLine line;
    line.itemId = itemId;
    // One of it, or what comes nearest in its steps.
    line.quantity = quantity.value_or(step >= 1000 ? step : 1000 / step * step);
    line.course = m_courseBar->isHidden() ? 1 : m_courses->chosen() + 1;
    if (!item->optionGroups.empty()) {
        openEditor(line, 0);
        return;
    }
    added(m_draft.add(line));
    m_picker->clearSearch();
}

void OrderBuilder::openEditor(const NewOrderLine &line, int id)
{
    const Item *item = m_catalog.findItem(line.itemId);
    if (!item)
        return;
    m_edited = id;
    m_editor->setCourses(!m_courseBar->isHidden());
    m_editor->begin(*item, m_catalog.quantityStepOf(*item), line, id == 0, m_currency);
    m_left->setCurrentWidget(m_editor);
    m_editor->setFocus(Qt::OtherFocusReason);
}

bool OrderBuilder::isEditing() const
{
    return m_left->currentWidget() == m_editor;
}

void OrderBuilder::closeEditor()
{
    if (!isEditing())
        return;
    m_left->setCurrentWidget(m_picker);
    focusSearch();
}

void OrderBuilder::handleAccepted(const NewOrderLine &line)
{
    int id = m_edited;
    if (id == 0 || !m_draft.setLine(id, line))
        id = m_draft.add(line);
    std::erase_if(m_lineProblems, [id](const auto &one) { return one.first == id; });
    m_picker->clearSearch();
    closeEditor();
    added(id);
}

void OrderBuilder::added(int id)
{
    std::erase_if(m_lineProblems, [id](const auto &one) { return one.first == id; });
    refresh();
    m_ticket->choose(id);
    // The new row has no place before its layout was done.
    m_ticketContent->layout()->activate();
    if (DraftRow *row = m_ticket->rowOf(id))
        entry::reveal(row);
    Q_EMIT changed();
}

void OrderBuilder::changeQuantity(int id, qint64 thousandths)
{
    if (!m_draft.setQuantity(id, thousandths))
        return;
    std::erase_if(m_lineProblems, [id](const auto &one) { return one.first == id; });
    refresh();
    Q_EMIT changed();
}

void OrderBuilder::removeLine(int id)
{
    const DraftRow *row = m_ticket->rowOf(id);
    if (!row)
        return;
    const bool hadFocus = m_ticket->isAncestorOf(QApplication::focusWidget());
    m_removed->setText(tr("Taken away: %1 %2").arg(formats::quantity(row->row().quantity), row->row().name));
    m_draft.remove(id);
    m_removedBar->show();
    refresh();
    if (hadFocus)
        m_putBack->setFocus(Qt::OtherFocusReason);
    Q_EMIT changed();
}

void OrderBuilder::putBack()
{
    m_removedBar->hide();
    if (const int id = m_draft.putBack())
        added(id);
    focusSearch();
}

void OrderBuilder::focusSearch()
{
    m_picker->searchEdit()->setFocus(Qt::OtherFocusReason);
}

void OrderBuilder::focusTicket()
{
    DraftRow *row = m_ticket->rowOf(m_ticket->chosenId());
    if (!row && m_ticket->count() > 0)
        row = m_ticket->row(0);
    if (row)
        row->setFocus(Qt::OtherFocusReason);
}

void OrderBuilder::arrange()
{
    const bool isWide = m_details && width() >= m_look.px(threeColumnsPx);
    // Two columns are equal: the ticket's carries the rest as well.
    auto *row = qobject_cast<QHBoxLayout *>(layout());
    row->setStretch(0, isWide || !m_details ? 5 : 4);
    m_editor->setNarrow(width() < m_look.px(narrowDeskPx));
    const int columns = isWide ? 13 : m_details ? 8 : 9;
    m_ticket->setNarrow((width() - 2 * m_look.px(20)) * 4 / columns < m_look.px(narrowTicketPx));
    if (isWide == m_isWide || !m_details)
        return;
    m_isWide = isWide;
    // Three columns while there is room; else what is said besides comes below the dishes of the ticket.
    QWidget *focus = QApplication::focusWidget();
    if (isWide) {
        m_ticketContent->layout()->removeWidget(m_details);
        entry::makePlain(m_detailsScroll, m_details);
    } else {
        m_detailsScroll->takeWidget();
        qobject_cast<QBoxLayout *>(m_ticketContent->layout())->insertWidget(2, m_details);
    }
    m_details->show();
    m_detailsScroll->setVisible(isWide);
    if (focus && m_details->isAncestorOf(focus))
        focus->setFocus(Qt::OtherFocusReason);
}

QSize OrderBuilder::minimumSizeHint() const
{
    // All categories and one row of dishes at least.
    return QSize(m_look.px(300),
                 qMax(m_look.px(330), m_picker->layout()->totalMinimumHeightForWidth(qMax(1, m_left->width()))));
}

void OrderBuilder::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
    // How high it has to be depends on how wide it is.
    if (event->oldSize().width() != event->size().width())
        QMetaObject::invokeMethod(
            this, [this] { updateGeometry(); }, Qt::QueuedConnection);
}

void OrderBuilder::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace oshaq
