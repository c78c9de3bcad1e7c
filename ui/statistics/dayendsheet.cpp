// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statistics/dayendsheet.h"

#include "models/terminal/idempotencykey.h"
#include "ui/common/band.h"
#include "ui/common/formats.h"
#include "ui/common/linktext.h"
#include "ui/common/touchbutton.h"
#include "ui/common/zoneclock.h"
#include "ui/statistics/dayendrow.h"
#include "ui/statistics/statisticsfiles.h"
#include "ui/statistics/statisticsrange.h"
#include "ui/statistics/statisticstext.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QStyle>

#include <algorithm>
#include <utility>

namespace oshaq {

namespace {

/// The newest; the others are in the journal and in the API.
constexpr size_t mostRows = 30;

/// The answer may have been lost on its way: the same key does it once.
bool mayHaveHappened(const PortFailure &failure)
{
    return failure.kind == PortFailure::Kind::Unreachable || failure.kind == PortFailure::Kind::Broken;
}

} // namespace

DayEndSheet::DayEndSheet(StatisticsPort &port, FilesPort &files, const Look &look, QWidget *parent)
    : Sheet(look, Place::Right, 640, parent)
    , m_port(port)
    , m_files(files)
    , m_before(new TouchButton(look))
    , m_dayLabel(new QLabel)
    , m_after(new TouchButton(look))
    , m_figures(new QLabel)
    , m_open(new Band(look))
    , m_told(new QLabel)
    , m_keptTitle(new QLabel)
    , m_keptState(new QLabel)
    , m_list(new QVBoxLayout)
    , m_bank(new TouchButton(look))
    , m_back(new TouchButton(look))
    , m_make(new TouchButton(look))
{
    setObjectName(QStringLiteral("dayEndSheet"));
    m_before->setObjectName(QStringLiteral("dayEndBefore"));
    m_after->setObjectName(QStringLiteral("dayEndAfter"));
    m_before->setIconName(QStringLiteral("previous"));
    m_after->setIconName(QStringLiteral("next"));
    m_dayLabel->setProperty("role", QStringLiteral("strong"));
    m_dayLabel->setAlignment(Qt::AlignCenter);
    m_dayLabel->setWordWrap(true);
    m_figures->setObjectName(QStringLiteral("dayEndFigures"));
    m_figures->setWordWrap(true);
    m_open->setObjectName(QStringLiteral("dayEndOpen"));
    m_told->setObjectName(QStringLiteral("dayEndTold"));
    m_told->setProperty("role", QStringLiteral("error"));
    m_told->setWordWrap(true);
    m_keptTitle->setProperty("role", QStringLiteral("title"));
    m_keptState->setProperty("role", QStringLiteral("muted"));
    m_keptState->setWordWrap(true);
    m_make->setObjectName(QStringLiteral("dayEndMake"));
    m_make->setKind(TouchButton::Kind::Primary);
    m_bank->setObjectName(QStringLiteral("dayEndBank"));
    m_back->setKeys({QStringLiteral("Esc")});
    for (TouchButton *button : {m_before, m_after, m_bank, m_back, m_make})
        button->setTakesFocus(true);
    auto *days = new QHBoxLayout;
    days->addWidget(m_before);
    days->addWidget(m_dayLabel, 1);
    days->addWidget(m_after);
    body()->addLayout(days);
    body()->addWidget(m_figures);
    body()->addWidget(m_open);
    body()->addWidget(m_told);
    body()->addWidget(m_bank, 0, Qt::AlignLeft);
    body()->addWidget(m_keptTitle);
    body()->addWidget(m_keptState);
    body()->addLayout(m_list);
    body()->addStretch(1);
    footer()->addWidget(m_back);
    footer()->addStretch(1);
    footer()->addWidget(m_make);

    connect(m_back, &TouchButton::clicked, this, &Sheet::close);
    connect(m_bank, &TouchButton::clicked, this, [this] { Q_EMIT bankRequested(m_day); });
    connect(m_make, &TouchButton::clicked, this, &DayEndSheet::make);
    connect(m_before, &TouchButton::clicked, this, [this] { setDay(m_day.addDays(-1)); });
    connect(m_after, &TouchButton::clicked, this, [this] { setDay(m_day.addDays(1)); });
    connect(this, &Sheet::closed, this, &DayEndSheet::forget);
    setLook(look);
    retranslate();
}

DayEndSheet::~DayEndSheet()
{
    forget();
    // Whatever was begun may happen all the same.
    for (const Printing &printing : std::as_const(m_printing)) {
        if (printing.call != 0)
            m_port.cancel(printing.call);
    }
    if (m_makeCall != 0)
        m_port.cancel(m_makeCall);
}

void DayEndSheet::setLook(const Look &look)
{
    for (TouchButton *button : {m_before, m_after, m_bank, m_back, m_make})
        button->setLook(look);
    m_open->setLook(look);
    for (DayEndRow *row : m_rows)
        row->setLook(look);
    m_list->setSpacing(look.px(4));
    Sheet::setLook(look);
}

void DayEndSheet::retranslate()
{
    Sheet::retranslate();
    setTitle(tr("Day-end report"));
    m_before->setAccessibleName(tr("Day before"));
    m_after->setAccessibleName(tr("Day after"));
    m_keptTitle->setText(tr("Kept reports"));
    m_bank->setText(tr("Compare with the bank"));
    m_back->setText(tr("Back"));
    showAll();
    showRows();
}

// ---- asking

void DayEndSheet::begin(const QDate &today)
{
    m_today = today;
    m_makeFailure.reset();
    m_made.reset();
    open(m_make);
    setDay(today);
    askKept();
}

void DayEndSheet::forget()
{
    for (PortCall *call : {&m_figuresCall, &m_keptCall}) {
        if (*call != 0)
            m_port.cancel(*call);
        *call = 0;
    }
}

void DayEndSheet::setDay(const QDate &day)
{
    m_day = std::min(day, m_today);
    m_analytics.reset();
    if (m_makeCall == 0) {
        m_makeFailure.reset();
        m_made.reset();
        m_makeKey.clear();
    }
    askFigures();
}

void DayEndSheet::askFigures()
{
    if (m_figuresCall != 0)
        m_port.cancel(m_figuresCall);
    m_figuresFailure.reset();
    m_figuresCall = m_port.analytics(m_day, m_day, [this](const PortAnswer<Analytics> &answer) {
        m_figuresCall = 0;
        if (answer)
            m_analytics = answer.value;
        else
            m_figuresFailure = answer.failure;
        showAll();
    });
    showAll();
}

void DayEndSheet::askKept()
{
    if (m_keptCall != 0)
        return;
    m_keptFailure.reset();
    m_keptCall = m_port.dayEnds([this](const PortAnswer<std::vector<DayEnd>> &answer) {
        m_keptCall = 0;
        if (answer)
            m_kept = answer.value;
        else
            m_keptFailure = answer.failure;
        rebuildRows();
    });
    rebuildRows();
}

void DayEndSheet::make()
{
    if (m_makeCall != 0)
        return;
    if (m_makeKey.isEmpty())
        m_makeKey = newIdempotencyKey();
    m_makeFailure.reset();
    m_made.reset();
    m_makeCall = m_port.makeDayEnd(m_makeKey, m_day, [this](const PortAnswer<DayEnd> &answer) {
        m_makeCall = 0;
        if (answer) {
            m_made = answer.value;
            m_makeKey.clear();
            if (isOpen())
                askKept();
        } else {
            m_makeFailure = answer.failure;
            if (!mayHaveHappened(answer.failure))
                m_makeKey.clear();
        }
        showAll();
    });
    showAll();
}

void DayEndSheet::print(const DayEnd &report)
{
    Printing &printing = m_printing[report.id];
    if (printing.call != 0)
        return;
    if (printing.key.isEmpty())
        printing.key = newIdempotencyKey();
    printing.failure.reset();
    printing.isDone = false;
    const qint64 id = report.id;
    printing.call =
        m_port.printDayEnd(printing.key, id, std::nullopt, [this, id](const PortAnswer<PortNothing> &answer) {
            Printing &printed = m_printing[id];
            printed.call = 0;
            printed.isDone = bool(answer);
            if (!answer)
                printed.failure = answer.failure;
            if (answer || !mayHaveHappened(answer.failure))
                printed.key.clear();
            showRows();
        });
    showRows();
}

void DayEndSheet::savePdf(const DayEnd &report)
{
    const QString stem = StatisticsText::fileStem(QStringLiteral("day-end"), {report.day, report.day}) +
                         QStringLiteral("-%1").arg(report.number);
    Q_EMIT fileBegun(m_files.saveDayEnd(report.id, report.day, QLocale().name().left(2),
                                        freeFilePath(filesFolder(), stem, QStringLiteral("pdf"))));
}

// ---- showing

QString DayEndSheet::figuresText() const
{
    if (m_figuresFailure)
        return tr("What it will say is not known.") + QLatin1Char(' ') + LinkText::failure(*m_figuresFailure);
    if (!m_analytics)
        return tr("What it will say is on its way.");
    const Analytics &day = *m_analytics;
    const auto count = [](qint64 value) { return QLocale().toString(value); };
    QStringList lines;
    lines << tr("Revenue: %1").arg(formats::money(day.total.revenueMinor, day.currency));
    lines << tr("Orders: %1 placed, %2 completed, %3 cancelled")
                 .arg(count(day.total.orders), count(day.total.completed), count(day.total.cancelled));
    lines << tr("Average check: %1").arg(formats::money(day.total.averageCheckMinor(), day.currency));
    lines << tr("Delivery: %1").arg(formats::money(day.deliveryMinor, day.currency));
    lines << tr("Tax in the totals: %1").arg(formats::money(day.taxMinor, day.currency));
    lines << tr("Cancelled orders: %1").arg(formats::money(day.cancelledMinor, day.currency));
    return lines.join(QLatin1Char('\n'));
}

void DayEndSheet::showAll()
{
    if (!m_day.isValid())
        return;
    const QString day = QLocale().toString(m_day, QStringLiteral("ddd, d MMM yyyy"));
    m_dayLabel->setText(m_day == m_today ? tr("Today, %1").arg(day) : day);
    m_after->setEnabled(m_day < m_today);
    m_figures->setText(figuresText());
    const qint64 open = m_analytics ? m_analytics->openOrders : 0;
    m_open->setMessage(open == 0   ? QString()
                       : open == 1 ? tr("1 order is not over yet. The report says so; its money comes later.")
                                   : tr("%n orders are not over yet. The report says so; their money comes later.",
                                        nullptr, int(open)),
                       Band::Tone::Warning);
    m_make->setEnabled(m_makeCall == 0);
    m_make->setText(m_makeCall != 0 ? tr("Being made") : m_makeFailure ? tr("Try again") : tr("Make the report"));
    QString told;
    if (m_makeFailure)
        told = tr("The report was not made.") + QLatin1Char(' ') + LinkText::failure(*m_makeFailure);
    else if (m_made)
        told = tr("Report No %1 of this day is made and kept.").arg(m_made->number);
    m_told->setVisible(!told.isEmpty());
    m_told->setText(told);
    m_told->setProperty("role", m_makeFailure ? QStringLiteral("error") : QStringLiteral("strong"));
    m_told->style()->unpolish(m_told);
    m_told->style()->polish(m_told);
}

void DayEndSheet::rebuildRows()
{
    for (DayEndRow *row : std::exchange(m_rows, {})) {
        row->hide();
        m_list->removeWidget(row);
        row->deleteLater();
    }
    QWidget *last = m_bank;
    for (size_t i = 0; m_kept && i < std::min(m_kept->size(), mostRows); ++i) {
        const DayEnd &report = (*m_kept)[i];
        auto *row = new DayEndRow(report, look(), this);
        connect(row->printButton(), &TouchButton::clicked, this, [this, report] { print(report); });
        connect(row->saveButton(), &TouchButton::clicked, this, [this, report] { savePdf(report); });
        m_list->addWidget(row);
        row->show();
        setTabOrder(last, row->printButton());
        setTabOrder(row->printButton(), row->saveButton());
        last = row->saveButton();
        m_rows.push_back(row);
    }
    showRows();
}

void DayEndSheet::showRows()
{
    QString state;
    if (m_keptFailure)
        state = LinkText::failure(*m_keptFailure);
    else if (!m_kept)
        state = tr("On the way.");
    else if (m_kept->empty())
        state = tr("None yet. A report is kept as it was made, whatever becomes of its orders later.");
    m_keptState->setText(state);
    m_keptState->setVisible(!state.isEmpty());

    const ZoneClock clock(m_port.business().timeZone);
    const Result<Currency> known = Currency::fromCode(m_port.business().currency);
    const Currency currency = known ? *known : Currency();
    for (DayEndRow *row : m_rows) {
        const DayEnd &report = row->report();
        //: A kept report: day, number of that day
        const QString title =
            tr("%1 · No %2").arg(QLocale().toString(report.day, QStringLiteral("ddd, d MMM yyyy"))).arg(report.number);
        QStringList facts{
            formats::money(report.revenueMinor, currency),
            report.orders == 1 ? tr("1 order") : tr("%n orders", nullptr, int(report.orders)),
            tr("made %1 by %2")
                .arg(clock.moment(report.madeAtMs, m_port.hubNowMs()), StatisticsText::named(report.madeBy))};
        if (report.openOrders > 0)
            facts << tr("%1 still open").arg(QLocale().toString(report.openOrders));
        row->setTexts(title, facts.join(QStringLiteral(" · ")));
        const Printing printing = m_printing.value(report.id);
        row->printButton()->setEnabled(printing.call == 0);
        if (printing.call != 0)
            row->setStatus(tr("On its way to the printer."), false);
        else if (printing.failure)
            row->setStatus(tr("Not printed.") + QLatin1Char(' ') + LinkText::failure(*printing.failure), true);
        else
            row->setStatus(printing.isDone ? tr("Given to the printer.") : QString(), false);
    }
}

} // namespace oshaq
