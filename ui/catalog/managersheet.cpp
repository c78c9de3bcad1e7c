// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/managersheet.h"

#include "ui/common/band.h"
#include "ui/common/choicerow.h"
#include "ui/common/flowrow.h"
#include "ui/common/touchbutton.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QScroller>
#include <QStyle>
#include <QStyledItemDelegate>
#include <QTableView>

namespace oshaq {

namespace {

/// Cells with room at their sides, where the words of the head begin and end.
class CellDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setMargin(int pixels) { m_margin = pixels; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem cell = option;
        initStyleOption(&cell, index);
        painter->save();
        if (cell.state.testFlag(QStyle::State_Selected))
            painter->fillRect(cell.rect, cell.palette.highlight());
        const QRect room = cell.rect.adjusted(m_margin, 0, -m_margin, 0);
        painter->setFont(cell.font);
        painter->setPen(cell.palette.color(QPalette::Text));
        painter->drawText(room, int(cell.displayAlignment) | Qt::TextSingleLine,
                          cell.fontMetrics.elidedText(cell.text, Qt::ElideRight, room.width()));
        painter->restore();
    }

private:
    int m_margin = 12;
};

} // namespace

ManagerSheet::ManagerSheet(const Look &look, Place place, int designWidth, QWidget *parent)
    : Sheet(look, place, designWidth, parent)
    , m_band(new Band(look, this))
    , m_message(makeLabel(QStringLiteral("muted")))
    , m_buttons(new FlowRow(this))
{
    m_message->setObjectName(QStringLiteral("sheetMessage"));
    body()->addWidget(m_band);
    auto *foot = new QVBoxLayout;
    foot->addWidget(m_message);
    foot->addWidget(m_buttons);
    footer()->addLayout(foot, 1);
    m_message->hide();
}

void ManagerSheet::setLook(const Look &look)
{
    m_band->setLook(look);
    for (ChoiceRow *row : m_choiceRows)
        row->setLook(look);
    for (TouchButton *button : m_touchButtons)
        button->setLook(look);
    for (QTableView *table : m_tables) {
        static_cast<CellDelegate *>(table->itemDelegate())->setMargin(look.px(12));
        table->verticalHeader()->setMinimumSectionSize(look.px(20));
        table->verticalHeader()->setDefaultSectionSize(look.lineSpacing(TextRole::Body) + look.px(16));
        table->horizontalHeader()->setFixedHeight(look.lineSpacing(TextRole::Caption) + look.px(18));
    }
    m_buttons->setSpacing(look.px(10));
    Sheet::setLook(look);
    body()->setSpacing(look.px(14));
}

QString ManagerSheet::message() const
{
    return m_message->text();
}

QLabel *ManagerSheet::makeLabel(const QString &role)
{
    auto *made = new QLabel;
    made->setProperty("role", role);
    made->setWordWrap(true);
    made->setTextFormat(Qt::PlainText);
    return made;
}

void ManagerSheet::setRole(QLabel *label, const QString &role)
{
    if (label->property("role").toString() == role)
        return;
    label->setProperty("role", role);
    label->style()->unpolish(label);
    label->style()->polish(label);
}

ChoiceRow *ManagerSheet::makeChoice(const QString &objectName)
{
    auto *row = new ChoiceRow(look(), this);
    row->setObjectName(objectName);
    m_choiceRows.push_back(row);
    return row;
}

TouchButton *ManagerSheet::makeButton(const QString &objectName, bool isPrimary)
{
    auto *button = new TouchButton(look(), this);
    button->setObjectName(objectName);
    button->setTakesFocus(true);
    if (isPrimary) {
        button->setKind(TouchButton::Kind::Primary);
        button->setKeys({QStringLiteral("Ctrl"), QStringLiteral("Enter")});
        m_primary = button;
    }
    m_touchButtons.push_back(button);
    return button;
}

TouchButton *ManagerSheet::addButton(const QString &objectName, bool isPrimary)
{
    TouchButton *button = makeButton(objectName, isPrimary);
    m_buttons->addWidget(button);
    return button;
}

QTableView *ManagerSheet::makeTable(const QString &objectName)
{
    auto *table = new QTableView(this);
    table->setObjectName(objectName);
    table->setItemDelegate(new CellDelegate(table));
    table->setShowGrid(false);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setSectionsClickable(false);
    table->horizontalHeader()->setMinimumSectionSize(0);
    QScroller::grabGesture(table->viewport(), QScroller::TouchGesture);
    m_tables.push_back(table);
    return table;
}

void ManagerSheet::scrollToTop()
{
    for (QWidget *around = body()->parentWidget(); around && around != this; around = around->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(around))
            area->ensureVisible(0, 0, 0, 0);
    }
}

void ManagerSheet::rearrangeButtons()
{
    m_buttons->rearrange();
}

void ManagerSheet::say(const QString &text, bool isProblem)
{
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
    setRole(m_message, isProblem ? QStringLiteral("error") : QStringLiteral("muted"));
    if (isProblem && !text.isEmpty() && isOpen()) {
        QAccessibleEvent alert(m_message, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void ManagerSheet::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isEnter || !event->modifiers().testFlag(Qt::ControlModifier)) {
        Sheet::keyPressEvent(event);
        return;
    }
    if (m_primary && m_primary->isVisible() && m_primary->isEnabled() && !event->isAutoRepeat())
        m_primary->click();
    event->accept();
}

} // namespace oshaq
