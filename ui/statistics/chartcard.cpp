// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statistics/chartcard.h"

#include "ui/common/choicerow.h"
#include "ui/common/painting.h"
#include "ui/common/touchbutton.h"
#include "ui/statistics/barcanvas.h"
#include "ui/statistics/chartbuilder.h"
#include "ui/statistics/chartlegend.h"
#include "ui/statistics/columncanvas.h"
#include "ui/statistics/figuremodel.h"
#include "ui/statistics/figuretable.h"
#include "ui/statistics/heatcanvas.h"
#include "ui/statistics/statisticstext.h"

#include <QBoxLayout>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>

namespace oshaq {

namespace {

constexpr int cardHeight = 412;

ChartCanvas *makeCanvas(ChartId id, const Look &look, QWidget *parent)
{
    switch (id) {
    case ChartId::Revenue:
    case ChartId::AverageCheck:
        return new ColumnCanvas(look, parent);
    case ChartId::Hours:
        return new HeatCanvas(look, parent);
    case ChartId::Dishes:
    case ChartId::Late:
    case ChartId::Categories:
    case ChartId::Preparation:
    case ChartId::Channels:
    case ChartId::Painted:
    case ChartId::Cancellations:
        break;
    }
    return new BarCanvas(look, parent);
}

} // namespace

ChartCard::ChartCard(ChartId id, const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_id(id)
    , m_look(look)
    , m_layout(new QVBoxLayout(this))
    , m_head(new QHBoxLayout)
    , m_title(new QLabel(this))
    , m_legend(new ChartLegend(look, this))
    , m_tableButton(new TouchButton(look, this))
    , m_copy(new TouchButton(look, this))
    , m_canvas(makeCanvas(id, look, this))
    , m_empty(new QLabel(this))
    , m_table(new FigureTable(look, this))
    , m_note(new QLabel(this))
{
    setObjectName(QStringLiteral("chartCard%1").arg(int(id)));
    m_title->setProperty("role", QStringLiteral("strong"));
    m_title->setWordWrap(true);
    m_empty->setProperty("role", QStringLiteral("muted"));
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_note->setProperty("role", QStringLiteral("caption"));
    m_note->setWordWrap(true);
    m_tableButton->setObjectName(QStringLiteral("chartTable"));
    m_tableButton->setKind(TouchButton::Kind::Chosen);
    m_tableButton->setCheckable(true);
    m_tableButton->setTakesFocus(true);
    m_copy->setObjectName(QStringLiteral("chartCopy"));
    m_copy->setTakesFocus(true);

    m_head->addWidget(m_title, 1);
    m_head->addWidget(m_copy);
    m_head->addWidget(m_tableButton);
    m_layout->addLayout(m_head);
    if (!ChartBuilder::variants(id).isEmpty()) {
        m_choice = new ChoiceRow(look, this);
        m_choice->setObjectName(QStringLiteral("chartChoice"));
        m_layout->addWidget(m_choice);
        connect(m_choice, &ChoiceRow::picked, this, &ChartCard::variantPicked);
    }
    m_layout->addWidget(m_legend);
    m_layout->addWidget(m_canvas, 1);
    m_layout->addWidget(m_empty, 1);
    m_layout->addWidget(m_table, 1);
    m_layout->addWidget(m_note);

    connect(m_tableButton, &TouchButton::clicked, this, [this] { showTable(!m_showsTable); });
    connect(m_copy, &TouchButton::clicked, this, [this] {
        m_table->copy();
        m_note->setText(tr("Copied: paste it into a spreadsheet."));
    });
    connect(m_canvas, &ChartCanvas::markChosen, this, [this](int index) {
        const ChartMark &mark = m_chart.marks[size_t(index)];
        Q_EMIT ordersAsked(*mark.drill, mark.name);
    });
    connect(m_table, &FigureTable::rowChosen, this, [this](int index) {
        const ChartRow &row = m_chart.rows[size_t(index)];
        Q_EMIT ordersAsked(*row.drill, row.name);
    });
    retranslate();
    setLook(look);
    showParts();
}

void ChartCard::setLook(const Look &look)
{
    m_look = look;
    m_tableButton->setLook(look);
    // With large letters the title needs the room.
    m_tableButton->setKeys(look.metrics().isCompact() ? QStringList() : QStringList{QStringLiteral("T")});
    m_copy->setLook(look);
    if (m_choice)
        m_choice->setLook(look);
    m_legend->setLook(look);
    m_canvas->setLook(look);
    m_table->setLook(look);
    m_layout->setContentsMargins(look.px(20), look.px(12), look.px(20), look.px(14));
    m_layout->setSpacing(look.px(8));
    updateHeight();
    if (m_choice && m_isChoiceInHead)
        m_choice->setFixedWidth(m_choice->sizeHint().width());
    arrangeHead();
    update();
}

void ChartCard::retranslate()
{
    m_tableButton->setText(tr("Table"));
    m_copy->setText(tr("Copy"));
    if (m_choice) {
        m_choice->setTexts(ChartBuilder::variants(m_id));
        if (m_choice->chosen() < 0)
            m_choice->setChosen(0);
    }
}

int ChartCard::variant() const
{
    return m_choice ? std::max(0, m_choice->chosen()) : 0;
}

void ChartCard::setChart(const Chart &chart)
{
    m_chart = chart;
    m_title->setText(chart.title);
    if (m_choice)
        m_choice->setAccessibleName(chart.title);
    m_tableButton->setAccessibleName(tr("%1: table").arg(chart.title));
    m_copy->setAccessibleName(tr("%1: copy the table").arg(chart.title));
    m_canvas->setChart(chart);
    m_table->setChart(chart);
    m_empty->setText(chart.empty);
    QString unit;
    if (chart.shape == Chart::Shape::Columns || chart.shape == Chart::Shape::Lines) {
        qint64 largest = 0;
        for (const ChartMark &mark : chart.marks)
            largest = std::max({largest, mark.value.value_or(0), mark.second.value_or(0)});
        unit = StatisticsText::moneyUnit(statisticsmath::moneyUnit(largest, chart.currency), chart.currency);
    }
    m_legend->setChart(chart, unit);
    showParts();
}

void ChartCard::showTable(bool table)
{
    m_showsTable = table;
    const bool hadFocus = m_canvas->hasFocus() || m_table->hasFocus();
    showParts();
    if (hadFocus)
        (table ? static_cast<QWidget *>(m_table) : m_canvas)->setFocus(Qt::OtherFocusReason);
    Q_EMIT heightChanged();
}

void ChartCard::showParts()
{
    const bool isEmpty = !m_chart.empty.isEmpty();
    const bool hasRows = !m_chart.rows.empty();
    const bool table = m_showsTable && hasRows;
    m_tableButton->setChecked(table);
    m_tableButton->setVisible(hasRows);
    m_copy->setVisible(table);
    m_table->setVisible(table);
    m_canvas->setVisible(!table && !isEmpty);
    m_empty->setVisible(!table && isEmpty);
    QStringList names;
    for (const QString &name : m_chart.legend)
        names << name;
    names.removeAll(QString());
    const bool hasLegend =
        !names.isEmpty() || m_chart.shape == Chart::Shape::Columns || m_chart.shape == Chart::Shape::Lines;
    m_legend->setVisible(!table && !isEmpty && hasLegend);
    QString note;
    if (table)
        note = m_table->figures()->totals();
    else if (!isEmpty && m_chart.leftOut > 0)
        note =
            m_chart.leftOut == 1 ? tr("1 more in the table.") : tr("%n more in the table.", nullptr, m_chart.leftOut);
    else if (!isEmpty && m_id == ChartId::Late)
        note = tr("Touch a bar, a cell or a row to see its orders.");
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    // Words or buttons are others: it may have room now, or none.
    if (m_choice && m_isChoiceInHead)
        m_choice->setFixedWidth(m_choice->sizeHint().width());
    arrangeHead();
    updateHeight();
}

void ChartCard::updateHeight()
{
    // Lying bars know how much they need; what stands upright, and tables, can be as high as one likes.
    const bool isShort = m_chart.shape == Chart::Shape::Bars && m_table->isHidden();
    setMinimumHeight(isShort ? 0 : m_look.px(cardHeight));
}

void ChartCard::arrangeHead()
{
    if (!m_choice)
        return;
    const QMargins edges = m_layout->contentsMargins();
    int needed = QFontMetrics(m_look.font(TextRole::BodyBold)).horizontalAdvance(m_title->text()) + m_look.px(8) +
                 m_choice->sizeHint().width() + m_layout->spacing();
    for (const TouchButton *button : {m_tableButton, m_copy})
        needed += button->isHidden() ? 0 : button->sizeHint().width() + m_layout->spacing();
    const bool isInHead = needed <= width() - edges.left() - edges.right();
    if (isInHead == m_isChoiceInHead)
        return;
    m_isChoiceInHead = isInHead;
    m_layout->removeWidget(m_choice);
    m_head->removeWidget(m_choice);
    if (isInHead) {
        m_choice->setFixedWidth(m_choice->sizeHint().width());
        m_head->insertWidget(1, m_choice);
    } else {
        m_choice->setMinimumWidth(0);
        m_choice->setMaximumWidth(QWIDGETSIZE_MAX);
        m_layout->insertWidget(1, m_choice);
    }
}

void ChartCard::resizeEvent(QResizeEvent *)
{
    arrangeHead();
}

void ChartCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_T && (event->modifiers() & ~Qt::KeypadModifier) == 0 && m_tableButton->isVisible())
        m_tableButton->click();
    else
        QWidget::keyPressEvent(event);
}

void ChartCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painting::fillRounded(painter, rect(), m_look.px(12), m_look.theme().surface);
    painting::outlineRounded(painter, rect(), m_look.px(12), m_look.theme().line);
}

} // namespace oshaq
