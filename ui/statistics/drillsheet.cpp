// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statistics/drillsheet.h"

#include "ui/common/band.h"
#include "ui/common/formats.h"
#include "ui/common/linktext.h"
#include "ui/common/stateview.h"
#include "ui/common/touchbutton.h"
#include "ui/statistics/drillmodel.h"
#include "ui/statistics/figuretable.h"

#include <QBoxLayout>
#include <QFontMetrics>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QScrollBar>
#include <QTableView>

#include <algorithm>
#include <array>

namespace oshaq {

DrillSheet::DrillSheet(StatisticsPort &port, const Look &look, QWidget *parent)
    : Sheet(look, Place::Right, 860, parent)
    , m_port(port)
    , m_model(new DrillModel(this))
    , m_sum(new QLabel)
    , m_band(new Band(look))
    , m_state(new StateView(look))
    , m_table(new QTableView)
    , m_back(new TouchButton(look))
    , m_open(new TouchButton(look))
{
    setObjectName(QStringLiteral("drillSheet"));
    m_sum->setObjectName(QStringLiteral("drillSum"));
    m_sum->setProperty("role", QStringLiteral("strong"));
    m_sum->setWordWrap(true);
    m_band->setObjectName(QStringLiteral("drillBand"));
    m_state->setObjectName(QStringLiteral("drillState"));
    m_table->setObjectName(QStringLiteral("drillTable"));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QTableView::SelectRows);
    m_table->setSelectionMode(QTableView::SingleSelection);
    m_table->setEditTriggers(QTableView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setVerticalScrollMode(QTableView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setMinimumSectionSize(1);
    m_table->horizontalHeader()->setFocusPolicy(Qt::NoFocus);
    m_table->installEventFilter(this);
    m_open->setObjectName(QStringLiteral("drillOpen"));
    m_open->setKind(TouchButton::Kind::Primary);
    m_open->setKeys({QStringLiteral("Enter")});
    m_back->setKeys({QStringLiteral("Esc")});
    m_back->setTakesFocus(true);
    m_open->setTakesFocus(true);
    body()->addWidget(m_sum);
    body()->addWidget(m_band);
    body()->addWidget(m_state, 1);
    body()->addWidget(m_table, 1);
    footer()->addWidget(m_back);
    footer()->addStretch(1);
    footer()->addWidget(m_open);

    connect(m_back, &TouchButton::clicked, this, &Sheet::close);
    connect(m_open, &TouchButton::clicked, this, &DrillSheet::openCurrent);
    connect(m_table, &QTableView::doubleClicked, this, &DrillSheet::openCurrent);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this] { m_open->setEnabled(m_table->currentIndex().isValid()); });
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (value >= m_table->verticalScrollBar()->maximum() - m_table->viewport()->height())
            askMore();
    });
    connect(m_state->actionButton(), &TouchButton::clicked, this, &DrillSheet::ask);
    connect(m_band->actionButton(), &TouchButton::clicked, this, &DrillSheet::ask);
    connect(this, &Sheet::closed, this, &DrillSheet::forget);
    setLook(look);
    retranslate();
}

DrillSheet::~DrillSheet()
{
    forget();
}

void DrillSheet::setLook(const Look &look)
{
    m_band->setLook(look);
    m_state->setLook(look);
    m_back->setLook(look);
    m_open->setLook(look);
    Sheet::setLook(look);
    m_table->setStyleSheet(figureTableStyle(look));
    m_table->verticalHeader()->setDefaultSectionSize(look.metrics().lineHeight());
    m_table->horizontalHeader()->setFixedHeight(look.metrics().lineHeight());
    arrangeColumns();
}

void DrillSheet::retranslate()
{
    Sheet::retranslate();
    m_back->setText(tr("Back"));
    m_open->setText(tr("Open in Orders"));
    m_table->setAccessibleName(tr("Orders behind the figure"));
    m_band->setAction(tr("Try again"), QString());
    m_model->refresh();
    showState();
}

QString DrillSheet::sum() const
{
    return m_sum->text();
}

// ---- asking

void DrillSheet::begin(const DrillQuery &query, const QString &name)
{
    forget();
    m_query = query;
    m_query.cursor.clear();
    m_name = name;
    setTitle(name);
    m_isComplete = false;
    m_failure.reset();
    m_model->clear();
    m_model->setClock(ZoneClock(m_port.business().timeZone), m_port.hubNowMs());
    open(m_back);
    ask();
}

void DrillSheet::forget()
{
    if (m_call != 0)
        m_port.cancel(m_call);
    m_call = 0;
}

void DrillSheet::askMore()
{
    if (isOpen() && !m_isComplete && !m_failure)
        ask();
}

void DrillSheet::ask()
{
    if (m_call != 0)
        return;
    m_failure.reset();
    m_call = m_port.orders(m_query, [this](const PortAnswer<DrillPage> &answer) { take(answer); });
    showState();
}

void DrillSheet::take(const PortAnswer<DrillPage> &answer)
{
    m_call = 0;
    if (answer) {
        const bool isFirst = m_model->orders().empty();
        m_model->append(answer.value->orders);
        m_query.cursor = answer.value->nextCursor;
        m_isComplete = m_query.cursor.isEmpty();
        showState();
        if (isFirst && m_model->rowCount() > 0) {
            arrangeColumns();
            m_table->setCurrentIndex(m_model->index(0, 0));
            m_table->setFocus(Qt::OtherFocusReason);
        }
        // All of them may stand without a scroll bar.
        if (m_table->verticalScrollBar()->maximum() == 0 && !m_isComplete)
            QMetaObject::invokeMethod(this, &DrillSheet::askMore, Qt::QueuedConnection);
        return;
    }
    m_failure = answer.failure;
    showState();
}

void DrillSheet::showState()
{
    const int count = m_model->rowCount();
    const bool hasOrders = count > 0;
    m_table->setVisible(hasOrders);
    m_state->setVisible(!hasOrders);
    m_open->setEnabled(hasOrders && m_table->currentIndex().isValid());
    m_band->setMessage(hasOrders && m_failure ? LinkText::failure(*m_failure) : QString(), Band::Tone::Warning);
    if (!hasOrders) {
        m_sum->clear();
        m_sum->hide();
        if (m_failure)
            m_state->setState(QStringLiteral("warning"), tr("The orders did not come"), LinkText::failure(*m_failure),
                              tr("Try again"));
        else if (m_isComplete)
            m_state->setState(QStringLiteral("orders"), tr("No orders"),
                              tr("Nothing stands behind this figure any more."));
        else
            m_state->setState(QStringLiteral("clock"), tr("On the way"), tr("The orders are being looked for."));
        return;
    }
    const Currency currency = m_model->orders().front().cost.currency;
    const QString orders = count == 1 ? tr("1 order") : tr("%n orders", nullptr, count);
    const QString sum = orders + QStringLiteral(" · ") + formats::money(m_model->sumMinor(), currency);
    m_sum->setText(m_isComplete ? sum : sum + QStringLiteral(" · ") + tr("more below"));
    m_sum->show();
}

// ---- the table

void DrillSheet::arrangeColumns()
{
    const QFontMetrics metrics(look().font(TextRole::Body));
    const QFontMetrics head(look().font(TextRole::CaptionBold));
    const int pad = look().px(36); // of figureTableStyle, and a little
    constexpr int measured = 60;
    std::array<int, DrillModel::ColumnCount> widths{};
    for (int column = 0; column < DrillModel::ColumnCount; ++column) {
        int wide = head.horizontalAdvance(m_model->headerData(column, Qt::Horizontal).toString());
        for (int row = 0; row < std::min(m_model->rowCount(), measured); ++row)
            wide = std::max(wide, metrics.horizontalAdvance(m_model->index(row, column).data().toString()));
        widths[size_t(column)] = wide + pad;
    }
    int left = m_table->viewport()->width() - widths[DrillModel::Number] - widths[DrillModel::Total];
    // What is left out first comes last here.
    for (const DrillModel::Column column : {DrillModel::Placed, DrillModel::Status}) {
        const bool fits = widths[size_t(column)] <= left;
        m_table->setColumnHidden(column, !fits);
        left -= fits ? widths[size_t(column)] : 0;
        m_table->setColumnWidth(column, widths[size_t(column)]);
    }
    const bool hasItems = left > look().px(90);
    m_table->setColumnHidden(DrillModel::Items, !hasItems);
    if (hasItems)
        m_table->setColumnWidth(DrillModel::Items, left);
    m_table->setColumnWidth(DrillModel::Number, widths[DrillModel::Number] + (hasItems ? 0 : std::max(0, left)));
    m_table->setColumnWidth(DrillModel::Total, widths[DrillModel::Total]);
}

bool DrillSheet::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::Resize)
        QMetaObject::invokeMethod(this, &DrillSheet::arrangeColumns, Qt::QueuedConnection);
    return Sheet::eventFilter(watched, event);
}

void DrillSheet::openCurrent()
{
    const int row = m_table->currentIndex().row();
    if (row < 0 || row >= m_model->rowCount())
        return;
    const qint64 id = m_model->orders()[size_t(row)].id;
    close();
    Q_EMIT orderAsked(id);
}

void DrillSheet::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && m_table->hasFocus() && !event->isAutoRepeat()) {
        openCurrent();
        event->accept();
        return;
    }
    Sheet::keyPressEvent(event);
}

} // namespace oshaq
