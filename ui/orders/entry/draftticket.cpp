// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/entry/draftticket.h"

#include "models/domain/quantity.h"
#include "ui/common/formats.h"
#include "ui/common/painting.h"
#include "ui/common/stepper.h"
#include "ui/common/touchbutton.h"
#include "ui/orders/entry/entrywidgets.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>

#include <algorithm>

namespace oshaq {

DraftRow::DraftRow(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_quantity(entry::label(QStringLiteral("strong"), this))
    , m_name(entry::label(QStringLiteral("strong"), this))
    , m_amount(entry::label(QStringLiteral("strong"), this))
    , m_caption(entry::label(QStringLiteral("caption"), this))
    , m_alert(entry::label(QStringLiteral("error"), this))
    , m_problem(entry::label(QStringLiteral("error"), this))
    , m_tools(new QWidget(this))
    , m_stepper(new Stepper(look, m_tools))
    , m_change(new TouchButton(look, m_tools))
    , m_remove(new TouchButton(look, m_tools))
{
    setObjectName(QStringLiteral("draftRow"));
    setFocusPolicy(Qt::StrongFocus);
    m_quantity->setWordWrap(false);
    m_amount->setWordWrap(false);
    m_amount->setAlignment(Qt::AlignRight | Qt::AlignTop);
    for (QLabel *label : {m_quantity, m_name})
        label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_change->setObjectName(QStringLiteral("rowChange"));
    m_remove->setObjectName(QStringLiteral("rowRemove"));
    m_change->setKind(TouchButton::Kind::Glyph);
    m_change->setIconName(QStringLiteral("more"));
    m_remove->setKind(TouchButton::Kind::Glyph);
    m_remove->setIconName(QStringLiteral("remove"));
    m_change->setTakesFocus(true);
    m_remove->setTakesFocus(true);

    auto *head = new QHBoxLayout;
    head->addWidget(m_quantity);
    head->addWidget(m_name, 1);
    head->addWidget(m_amount);
    m_toolsLayout = new QBoxLayout(QBoxLayout::LeftToRight, m_tools);
    m_toolsLayout->setContentsMargins(0, 0, 0, 0);
    m_toolsLayout->addWidget(m_stepper, 0, Qt::AlignLeft);
    m_toolsLayout->addStretch(1);
    auto *acts = new QHBoxLayout;
    acts->addWidget(m_change);
    acts->addWidget(m_remove);
    m_toolsLayout->addLayout(acts);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(head);
    for (QLabel *label : {m_caption, m_alert, m_problem})
        layout->addWidget(label);
    layout->addWidget(m_tools);
    m_tools->hide();

    connect(m_stepper, &Stepper::valueChanged, this, [this](qint64 value) {
        m_problem->setVisible(!m_stepper->isValid() || !m_row.problem.isEmpty());
        if (m_stepper->isValid())
            Q_EMIT quantityChanged(m_row.id, value);
    });
    connect(m_change, &TouchButton::clicked, this, [this] { Q_EMIT changeAsked(m_row.id); });
    connect(m_remove, &TouchButton::clicked, this, [this] { Q_EMIT removeAsked(m_row.id); });
    setLook(look);
    retranslate();
}

void DraftRow::setLook(const Look &look)
{
    m_look = look;
    m_stepper->setLook(look);
    m_change->setLook(look);
    m_remove->setLook(look);
    layout()->setContentsMargins(look.px(10), look.px(8), look.px(10), look.px(8));
    layout()->setSpacing(look.px(2));
    layout()->itemAt(0)->layout()->setSpacing(look.px(10));
    m_tools->layout()->setSpacing(look.px(6));
    m_tools->setContentsMargins(0, look.px(6), 0, 0);
    m_quantity->setMinimumWidth(look.px(34));
}

void DraftRow::setRow(const TicketRow &row)
{
    const bool isOther = row.id != m_row.id || row.step != m_row.step || row.name != m_row.name;
    m_row = row;
    if (isOther) {
        m_stepper->setRange(row.step, row.step, maxQuantityThousandths / row.step * row.step);
        m_stepper->setWhat(row.name);
    }
    // What somebody is just typing stays as it is.
    if (m_stepper->value() != row.quantity)
        m_stepper->setValue(row.quantity);
    m_name->setText(row.name);
    m_amount->setText(row.amount);
    m_caption->setText(row.caption);
    m_caption->setVisible(!row.caption.isEmpty());
    m_alert->setText(row.alert);
    m_alert->setVisible(!row.alert.isEmpty());
    m_problem->setText(row.problem);
    m_problem->setVisible(!row.problem.isEmpty());
    retranslate();
    update();
}

void DraftRow::retranslate()
{
    m_quantity->setText(formats::quantity(m_row.quantity));
    //: opens one dish of the ticket: its choices, note and course
    m_change->setToolTip(tr("Choices, note, course (Enter)"));
    m_change->setAccessibleName(tr("Change %1").arg(m_row.name));
    m_remove->setAccessibleName(tr("Take %1 away").arg(m_row.name));
    m_remove->setToolTip(tr("Take away (Delete)"));
    QStringList said{m_quantity->text() + QLatin1Char(' ') + m_row.name};
    for (const QString &part : {m_row.caption, m_row.amount, m_row.alert, m_row.problem}) {
        if (!part.isEmpty())
            said << part;
    }
    setAccessibleName(said.join(QStringLiteral(", ")));
}

void DraftRow::setChosen(bool chosen)
{
    m_chosen = chosen;
    m_tools->setVisible(chosen);
    update();
}

void DraftRow::setNarrow(bool narrow)
{
    m_toolsLayout->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void DraftRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = m_look.theme();
    if (m_chosen)
        painting::fillRounded(painter, rect(), m_look.px(8), theme.selection);
    else
        painter.fillRect(QRect(0, height() - 1, width(), 1), theme.line);
    if (!m_row.problem.isEmpty())
        painting::outlineRounded(painter, rect(), m_look.px(8), theme.errorText, m_look.px(2));
    if (hasFocus())
        painting::outlineRounded(painter, rect(), m_look.px(8), theme.focus, m_look.px(2));
}

void DraftRow::mousePressEvent(QMouseEvent *event)
{
    event->accept();
}

void DraftRow::mouseReleaseEvent(QMouseEvent *event)
{
    if (rect().contains(event->position().toPoint()))
        Q_EMIT chosen(m_row.id);
}

void DraftRow::stepBy(int steps)
{
    const qint64 to = m_row.quantity + steps * m_row.step;
    if (to >= m_row.step && to <= maxQuantityThousandths)
        Q_EMIT quantityChanged(m_row.id, to);
}

void DraftRow::keyPressEvent(QKeyEvent *event)
{
    if (event->modifiers() & ~Qt::KeypadModifier) {
        QWidget::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        stepBy(1);
        break;
    case Qt::Key_Minus:
        stepBy(-1);
        break;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        Q_EMIT removeAsked(m_row.id);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_remove->hasFocus())
            Q_EMIT removeAsked(m_row.id);
        else
            Q_EMIT changeAsked(m_row.id);
        break;
    case Qt::Key_Down:
        Q_EMIT stepAsked(m_row.id, 1);
        break;
    case Qt::Key_Up:
        Q_EMIT stepAsked(m_row.id, -1);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void DraftRow::focusInEvent(QFocusEvent *)
{
    Q_EMIT chosen(m_row.id);
    update();
}

void DraftRow::focusOutEvent(QFocusEvent *)
{
    update();
}

void DraftRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

DraftTicket::DraftTicket(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
}

void DraftTicket::setLook(const Look &look)
{
    m_look = look;
    for (DraftRow *row : m_rows)
        row->setLook(look);
    layOut();
}

void DraftTicket::setNarrow(bool narrow)
{
    m_narrow = narrow;
    for (DraftRow *row : m_rows)
        row->setNarrow(narrow);
}

DraftRow *DraftTicket::rowOf(int id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [id](DraftRow *row) { return row->row().id == id; });
    return found == m_rows.end() ? nullptr : *found;
}

void DraftTicket::setRows(const std::vector<TicketRow> &rows)
{
    std::vector<TicketRow> sorted = rows;
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const TicketRow &a, const TicketRow &b) { return a.course < b.course; });
    std::vector<DraftRow *> now;
    bool isSameOrder = sorted.size() == m_rows.size();
    for (const TicketRow &row : sorted) {
        DraftRow *widget = rowOf(row.id);
        if (!widget) {
            widget = new DraftRow(m_look, this);
            widget->setNarrow(m_narrow);
            connect(widget, &DraftRow::chosen, this, &DraftTicket::choose);
            connect(widget, &DraftRow::quantityChanged, this, &DraftTicket::quantityChanged);
            connect(widget, &DraftRow::changeAsked, this, &DraftTicket::changeAsked);
            connect(widget, &DraftRow::removeAsked, this, &DraftTicket::removeAsked);
            connect(widget, &DraftRow::stepAsked, this, &DraftTicket::move);
        }
        isSameOrder = isSameOrder && m_rows[now.size()] == widget && widget->row().course == row.course;
        now.push_back(widget);
    }
    for (DraftRow *row : m_rows) {
        // It may be the sender of what is happening.
        if (std::find(now.begin(), now.end(), row) == now.end()) {
            row->hide();
            row->deleteLater();
        }
    }
    m_rows = std::move(now);
    for (std::size_t i = 0; i < sorted.size(); ++i)
        m_rows[i]->setRow(sorted[i]);
    if (!isSameOrder)
        layOut();
    choose(m_chosen);
}

void DraftTicket::layOut()
{
    for (QLabel *head : m_courseHeads)
        delete head;
    m_courseHeads.clear();
    while (QLayoutItem *item = m_layout->takeAt(0))
        delete item;
    const bool hasCourses = !m_rows.empty() && m_rows.front()->row().course != m_rows.back()->row().course;
    int course = 0;
    QWidget *before = nullptr;
    for (DraftRow *row : m_rows) {
        if (hasCourses && row->row().course != course) {
            course = row->row().course;
            QLabel *head = entry::label(QStringLiteral("caption"), this);
            head->setText(tr("Course %1").arg(course));
            head->setContentsMargins(m_look.px(10), m_look.px(8), 0, m_look.px(2));
            m_courseHeads.push_back(head);
            m_layout->addWidget(head);
        }
        m_layout->addWidget(row);
        row->show();
        if (before)
            setTabOrder(before, row);
        before = row->removeButton();
        setTabOrder(row, row->stepper());
    }
    m_layout->addStretch(1);
}

int DraftTicket::chosenId() const
{
    return rowOf(m_chosen) ? m_chosen : 0;
}

void DraftTicket::choose(int id)
{
    m_chosen = id;
    for (DraftRow *row : m_rows) {
        if (row->isChosen() != (row->row().id == id))
            row->setChosen(row->row().id == id);
    }
}

void DraftTicket::move(int id, int direction)
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [id](DraftRow *row) { return row->row().id == id; });
    if (found == m_rows.end())
        return;
    const auto to = int(found - m_rows.begin()) + direction;
    if (to < 0 || to >= count())
        return;
    row(to)->setFocus(Qt::OtherFocusReason);
    entry::reveal(row(to));
}

void DraftTicket::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        layOut();
    QWidget::changeEvent(event);
}

} // namespace oshaq
