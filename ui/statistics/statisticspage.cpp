// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statistics/statisticspage.h"

#include "models/domain/timetext.h"
#include "ui/common/band.h"
#include "ui/common/linktext.h"
#include "ui/common/stateview.h"
#include "ui/common/stylesheet.h"
#include "ui/common/touchbutton.h"
#include "ui/statistics/bankdaysheet.h"
#include "ui/statistics/cardgrid.h"
#include "ui/statistics/chartcard.h"
#include "ui/statistics/dayendsheet.h"
#include "ui/statistics/drillsheet.h"
#include "ui/statistics/figurecard.h"
#include "ui/statistics/rangesheet.h"
#include "ui/statistics/statisticsbar.h"
#include "ui/statistics/statisticstext.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>

#include <algorithm>

namespace oshaq {

namespace {

constexpr QLatin1String rangeKey("statistics/range");
constexpr QLatin1String fromKey("statistics/from");
constexpr QLatin1String toKey("statistics/to");
constexpr QLatin1String comparisonKey("statistics/comparison");

constexpr int figureCount = 5;
constexpr size_t mostSeen = 8;
/// What one turn may take of a frame; what is left waits for the next.
constexpr qint64 turnMs = 4;
/// Older figures are asked for again when somebody comes back to the page.
constexpr qint64 freshMs = 60'000;
constexpr int noticeMs = 20'000;

/// A thin line under the bar while an answer is on its way. It does not move: nobody waits for a bar to fill up.
class ProgressLine final : public QWidget
{
public:
    using QWidget::QWidget;
    QColor colour;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), colour);
    }
};

} // namespace

StatisticsPage::StatisticsPage(StatisticsPort &port, FilesPort &files, WorkList &works, LinkStatus &link,
                               const Look &look, QWidget *parent)
    : Page(parent)
    , m_port(port)
    , m_files(files)
    , m_works(works)
    , m_link(link)
    , m_look(look)
    , m_clock(port.business().timeZone)
    , m_bar(new StatisticsBar(look, this))
    , m_progress(new ProgressLine(this))
    , m_band(new Band(look, this))
    , m_fileBand(new Band(look, this))
    , m_state(new StateView(look, this))
    , m_scroll(new QScrollArea(this))
    , m_content(new QWidget(m_scroll))
    , m_figureGrid(new CardGrid(m_content))
    , m_chartGrid(new CardGrid(m_content))
    , m_rangeSheet(new RangeSheet(look, this))
    , m_exportSheet(new ExportSheet(look, this))
    , m_drillSheet(new DrillSheet(port, look, this))
    , m_dayEndSheet(new DayEndSheet(port, files, look, this))
    , m_bankDaySheet(new BankDaySheet(port, look, this))
{
    setObjectName(QStringLiteral("statisticsPage"));
    setFocusPolicy(Qt::StrongFocus);
    m_progress->setObjectName(QStringLiteral("statisticsProgress"));
    QSizePolicy keepsRoom = m_progress->sizePolicy();
    keepsRoom.setRetainSizeWhenHidden(true);
    m_progress->setSizePolicy(keepsRoom);
    m_band->setObjectName(QStringLiteral("statisticsBand"));
    m_fileBand->setObjectName(QStringLiteral("statisticsFileBand"));
    m_state->setObjectName(QStringLiteral("statisticsState"));
    m_scroll->setObjectName(QStringLiteral("statisticsScroll"));
    m_scroll->setWidget(m_content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    for (int i = 0; i < figureCount; ++i) {
        m_figures.push_back(new FigureCard(look));
        m_figureGrid->addCard(m_figures.back());
    }
    for (const ChartId id : allChartIds) {
        m_cards.push_back(new ChartCard(id, look));
        m_chartGrid->addCard(m_cards.back());
    }
    auto *content = new QVBoxLayout(m_content);
    content->addWidget(m_figureGrid);
    content->addWidget(m_chartGrid);
    content->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_progress);
    layout->addWidget(m_band);
    layout->addWidget(m_fileBand);
    layout->addWidget(m_state, 1);
    layout->addWidget(m_scroll, 1);

    m_cardTimer.setInterval(0);
    m_noticeTimer.setSingleShot(true);
    m_noticeTimer.setInterval(noticeMs);
    connectAll();
    m_look = Look();
    setLook(look);
    retranslate();
    updateState();
}

StatisticsPage::~StatisticsPage()
{
    forget();
}

void StatisticsPage::connectAll()
{
    connect(m_bar->rangeButton(), &TouchButton::clicked, this, [this] { m_rangeSheet->begin(m_choice, today()); });
    connect(m_bar->exportButton(), &TouchButton::clicked, this,
            [this] { m_exportSheet->begin(rangeOf(m_choice, today()), today()); });
    connect(m_bar->dayEndButton(), &TouchButton::clicked, this, [this] { m_dayEndSheet->begin(today()); });
    connect(m_bar->refreshButton(), &TouchButton::clicked, this, &StatisticsPage::refresh);
    connect(m_bar, &StatisticsBar::comparisonPicked, this, [this](int index) {
        RangeChoice choice = m_choice;
        choice.comparison = allComparisons[size_t(std::clamp(index, 0, int(allComparisons.size()) - 1))];
        choose(choice);
    });
    connect(m_rangeSheet, &RangeSheet::chosen, this, &StatisticsPage::choose);
    connect(m_exportSheet, &ExportSheet::saveAsked, this, &StatisticsPage::save);
    connect(m_dayEndSheet, &DayEndSheet::bankRequested, this, [this](const QDate &day) {
        m_dayEndSheet->close();
        m_bankDaySheet->begin(day, today());
    });
    connect(m_dayEndSheet, &DayEndSheet::fileBegun, this, &StatisticsPage::followWork);
    connect(m_drillSheet, &DrillSheet::orderAsked, this, &StatisticsPage::orderAsked);
    connect(m_band->actionButton(), &TouchButton::clicked, this, &StatisticsPage::refresh);
    connect(m_fileBand->actionButton(), &TouchButton::clicked, this, &StatisticsPage::handleFileAction);
    connect(m_state->actionButton(), &TouchButton::clicked, this, [this] {
        if (m_shown)
            m_rangeSheet->begin(m_choice, today());
        else
            refresh();
    });
    for (ChartCard *card : m_cards) {
        connect(card, &ChartCard::variantPicked, this, [this, card] {
            if (!m_shown)
                return;
            updateCard(card);
            m_chartGrid->rearrange();
        });
        connect(card, &ChartCard::heightChanged, m_chartGrid, &CardGrid::rearrange);
        connect(card, &ChartCard::ordersAsked, m_drillSheet, &DrillSheet::begin);
    }
    connect(&m_link, &LinkStatus::changed, this, &StatisticsPage::handleLinkChanged);
    connect(&m_works, &WorkList::changed, this, &StatisticsPage::updateFileBand);
    connect(&m_cardTimer, &QTimer::timeout, this, &StatisticsPage::updateCards);
    connect(&m_noticeTimer, &QTimer::timeout, this, [this] { followWork(0); });
}

QString StatisticsPage::title() const
{
    return tr("Statistics");
}

std::vector<Shortcut> StatisticsPage::shortcuts() const
{
    return {{{QStringLiteral("D")}, tr("Choose the days")},
            {{QStringLiteral("C")}, tr("Choose what they are compared with")},
            {{QStringLiteral("F5")}, tr("Ask for the newest figures")},
            {{QStringLiteral("E")}, tr("Export")},
            {{QStringLiteral("Z")}, tr("Day-end report")},
            {{QStringLiteral("T")}, tr("Table behind the chart, and back")},
            {{QStringLiteral("Enter")}, tr("Orders behind a bar, a cell or a row")},
            {{QStringLiteral("Ctrl"), QStringLiteral("C")}, tr("Copy rows of a table")}};
}

QSize StatisticsPage::minimumSizeHint() const
{
    return QSize(400, 300);
}

QDate StatisticsPage::today() const
{
    const Business business = m_port.business();
    return businessDay(m_port.hubNowMs(), business.timeZone, business.dayStartMinutes);
}

void StatisticsPage::setLook(const Look &look)
{
    // A window that is drawn larger says so at every pixel.
    if (look == m_look && !styleSheet().isEmpty())
        return;
    m_look = look;
    useStyle(styleFor(look));
    m_bar->setLook(look);
    m_band->setLook(look);
    m_fileBand->setLook(look);
    m_state->setLook(look);
    for (FigureCard *card : m_figures)
        card->setLook(look);
    for (ChartCard *card : m_cards)
        card->setLook(look);
    for (Sheet *sheet :
         std::initializer_list<Sheet *>{m_rangeSheet, m_exportSheet, m_drillSheet, m_dayEndSheet, m_bankDaySheet})
        sheet->adoptLook(look);
    static_cast<ProgressLine *>(m_progress)->colour = look.theme().ember;
    m_progress->setFixedHeight(look.px(3));
    const int edge = look.px(24);
    const int gap = look.px(16);
    m_bar->setContentsMargins(0, 0, 0, 0);
    layout()->setContentsMargins(edge, look.px(8), look.px(8), 0);
    m_content->layout()->setContentsMargins(0, gap, look.px(16), edge);
    m_content->layout()->setSpacing(gap);
    m_figureGrid->setSpacing(gap);
    m_chartGrid->setSpacing(gap);
    m_figureGrid->setColumns(std::vector<int>(figureCount, 1), look.px(190));
    m_chartGrid->setColumns({3, 2}, look.px(500));
    rearrangeLater();
    update();
}

void StatisticsPage::retranslate()
{
    m_bar->retranslate();
    m_bar->setTitle(title());
    m_band->setAction(tr("Try again"), QString());
    for (ChartCard *card : m_cards)
        card->retranslate();
    if (m_shown) {
        showFigures();
        // All at once: a page in two languages is worse than a late one.
        while (!m_due.empty()) {
            updateCard(m_due.back());
            m_due.pop_back();
        }
        m_cardTimer.stop();
    }
    updateFileBand();
    updateState();
    rearrangeLater();
}

void StatisticsPage::rearrangeLater()
{
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_figureGrid->rearrange();
            m_chartGrid->rearrange();
        },
        Qt::QueuedConnection);
}

// ---- which days

void StatisticsPage::useSettings(QSettings &settings)
{
    m_settings = &settings;
    if (const auto kind = rangeFromCode(settings.value(rangeKey).toString()))
        m_choice.kind = *kind;
    if (const auto comparison = comparisonFromCode(settings.value(comparisonKey).toString()))
        m_choice.comparison = *comparison;
    m_choice.own = {QDate::fromString(settings.value(fromKey).toString(), Qt::ISODate),
                    QDate::fromString(settings.value(toKey).toString(), Qt::ISODate)};
    if (m_choice.kind == RangeKind::Own && !m_choice.own.isValid())
        m_choice = RangeChoice();
    updateState();
}

void StatisticsPage::choose(const RangeChoice &choice)
{
    m_choice = choice;
    if (m_settings) {
        m_settings->setValue(rangeKey, rangeCode(choice.kind));
        m_settings->setValue(comparisonKey, comparisonCode(choice.comparison));
        m_settings->setValue(fromKey, choice.own.from.toString(Qt::ISODate));
        m_settings->setValue(toKey, choice.own.to.toString(Qt::ISODate));
    }
    ask();
}

void StatisticsPage::refresh()
{
    ask();
}

void StatisticsPage::enter()
{
    setFocus(Qt::OtherFocusReason);
    const bool isOld =
        !m_shown || m_shown->range != rangeOf(m_choice, today()) || m_port.hubNowMs() - m_shownAtMs > freshMs;
    if (isOld && m_call == 0 && m_beforeCall == 0)
        ask();
}

// ---- asking

void StatisticsPage::forget()
{
    for (PortCall *call : {&m_call, &m_beforeCall}) {
        if (*call != 0)
            m_port.cancel(*call);
        *call = 0;
    }
}

void StatisticsPage::ask()
{
    // Whatever was asked before is of no use any more: its answer must not come over the new one.
    forget();
    m_failure.reset();
    m_beforeFailure.reset();
    // Where the restaurant is may not have been known before, and can be changed.
    m_clock = ZoneClock(m_port.business().timeZone);
    const DayRange range = rangeOf(m_choice, today());
    m_call = m_port.analytics(range.from, range.to,
                              [this, range](const PortAnswer<Analytics> &answer) { takeNow(range, answer); });
    if (const auto before = comparisonOf(m_choice, today())) {
        m_beforeCall =
            m_port.analytics(before->from, before->to,
                             [this, days = *before](const PortAnswer<Analytics> &answer) { takeBefore(days, answer); });
    }
    showKnown();
}

void StatisticsPage::remember(const DayRange &range, const Analytics &analytics)
{
    std::erase_if(m_seen, [&range](const Seen &one) { return one.range == range; });
    m_seen.push_back({range, analytics, m_port.hubNowMs()});
    if (m_seen.size() > mostSeen)
        m_seen.erase(m_seen.begin());
}

const StatisticsPage::Seen *StatisticsPage::seen(const std::optional<DayRange> &range) const
{
    const auto found =
        std::find_if(m_seen.begin(), m_seen.end(), [&range](const Seen &one) { return one.range == range; });
    return found == m_seen.end() ? nullptr : &*found;
}

void StatisticsPage::takeNow(const DayRange &range, const PortAnswer<Analytics> &answer)
{
    m_call = 0;
    if (answer)
        remember(range, *answer.value);
    else
        m_failure = answer.failure;
    if (m_beforeCall == 0)
        showKnown();
}

void StatisticsPage::takeBefore(const DayRange &range, const PortAnswer<Analytics> &answer)
{
    m_beforeCall = 0;
    if (answer)
        remember(range, *answer.value);
    else
        m_beforeFailure = answer.failure;
    if (m_call == 0)
        showKnown();
}

void StatisticsPage::handleLinkChanged()
{
    const bool isBack = m_link.facts().state == LinkStatus::State::Live;
    if (isBack && isVisible() && (m_failure || m_beforeFailure))
        ask();
    else
        updateBand();
}

bool StatisticsPage::isSettled() const
{
    return m_call == 0 && m_beforeCall == 0 && m_due.empty();
}

// ---- showing

void StatisticsPage::showKnown()
{
    const DayRange range = rangeOf(m_choice, today());
    const std::optional<DayRange> before = comparisonOf(m_choice, today());
    const Seen *now = seen(range);
    if (!now) {
        m_shown.reset();
        m_due.clear();
        m_cardTimer.stop();
        updateState();
        return;
    }
    StatisticsFigures figures;
    figures.choice = m_choice;
    figures.range = range;
    figures.today = today();
    figures.now = now->analytics;
    figures.firstHour = m_port.business().dayStartMinutes / 60;
    if (const Seen *beside = before ? seen(before) : nullptr) {
        figures.beforeRange = before;
        figures.before = beside->analytics;
    }
    const bool isSame = m_shown && m_shownAtMs == now->atMs && m_shown->choice == m_choice && m_shown->range == range &&
                        m_shown->before.has_value() == figures.before.has_value() && (m_call != 0 || m_beforeCall != 0);
    m_shownAtMs = now->atMs;
    if (!isSame) {
        m_shown = std::move(figures);
        showFigures();
    }
    updateState();
}

void StatisticsPage::showFigures()
{
    const Analytics &now = m_shown->now;
    const Analytics *before = m_shown->before ? &*m_shown->before : nullptr;
    const auto known = [](const DurationFigures &figures) {
        return figures.count > 0 ? std::optional(figures.p50Ms) : std::nullopt;
    };
    const auto check = [](const SalesFigures &sales) {
        return sales.completed > 0 ? std::optional(sales.averageCheckMinor()) : std::nullopt;
    };
    const auto set = [&](int index, const QString &name, FigureKind kind, bool moreIsBetter, std::optional<qint64> is,
                         std::optional<qint64> was) {
        m_figures[size_t(index)]->setFigure(name, StatisticsText::figure(is, kind, now.currency),
                                            StatisticsText::change(is, was, kind, moreIsBetter));
    };
    using Optional = std::optional<qint64>;
    set(0, tr("Revenue"), FigureKind::Money, true, now.total.revenueMinor,
        before ? Optional(before->total.revenueMinor) : std::nullopt);
    set(1, tr("Orders"), FigureKind::Count, true, now.total.orders,
        before ? Optional(before->total.orders) : std::nullopt);
    set(2, tr("Average check"), FigureKind::Money, true, check(now.total),
        before ? check(before->total) : std::nullopt);
    set(3, tr("Placed to ready, median"), FigureKind::Minutes, false, known(now.toReady),
        before ? known(before->toReady) : std::nullopt);
    set(4, tr("Late orders"), FigureKind::Share, false, statisticsmath::sharePermille(now.late, now.promised),
        before ? statisticsmath::sharePermille(before->late, before->promised) : std::nullopt);
    m_figureGrid->rearrange();

    m_due.assign(m_cards.rbegin(), m_cards.rend());
    m_cardTimer.start();
}

void StatisticsPage::updateCards()
{
    QElapsedTimer elapsed;
    elapsed.start();
    do {
        if (m_due.empty())
            break;
        ChartCard *card = m_due.back();
        m_due.pop_back();
        updateCard(card);
    } while (elapsed.elapsed() < turnMs);
    if (!m_due.empty())
        return;
    m_cardTimer.stop();
    m_chartGrid->rearrange();
    updateState();
}

void StatisticsPage::updateCard(ChartCard *card)
{
    card->setChart(ChartBuilder::make(card->id(), card->variant(), *m_shown));
}

void StatisticsPage::updateState()
{
    const QDate day = today();
    const bool isAsking = m_call != 0 || m_beforeCall != 0;
    const bool isEmpty = m_shown && m_shown->now.total.orders == 0;
    m_bar->setRange(StatisticsText::range(m_choice, day));
    QStringList comparisons;
    for (const Comparison comparison : allComparisons)
        comparisons << StatisticsText::comparison(comparison, m_choice, day);
    m_bar->setComparisons(comparisons, int(m_choice.comparison));
    //: Of figures: %1 is a time of day
    m_bar->setAsOf(m_shown ? tr("as of %1").arg(m_clock.moment(m_shownAtMs, m_port.hubNowMs())) : QString());
    m_bar->exportButton()->setEnabled(m_shown && !isEmpty);
    m_progress->setVisible(isAsking && m_shown);

    // Cards that never showed anything are shown together.
    const bool mayShow = m_shown && !isEmpty && (m_due.empty() || !m_scroll->isHidden());
    m_scroll->setVisible(mayShow);
    m_state->setVisible(!mayShow);
    if (m_failure && !m_shown) {
        m_state->setState(QStringLiteral("warning"), tr("The figures did not come"), LinkText::failure(*m_failure),
                          tr("Try again"));
    } else if (isEmpty) {
        m_state->setState(QStringLiteral("statistics"), tr("No orders in these days"),
                          tr("%1: nobody ordered anything.").arg(StatisticsText::range(m_choice, day)),
                          tr("Choose other days"));
    } else {
        m_state->setState(
            QStringLiteral("clock"), tr("On the way"),
            tr("The figures of %1 are being added up.").arg(StatisticsText::days(rangeOf(m_choice, day), day)));
    }
    updateBand();
}

void StatisticsPage::updateBand()
{
    if (!m_shown) {
        m_band->setMessage(QString(), Band::Tone::Warning);
        return;
    }
    const QString when = m_clock.moment(m_shownAtMs, m_port.hubNowMs());
    const bool isOffline = m_link.facts().state == LinkStatus::State::Offline;
    QString text;
    if (m_failure)
        text = tr("These are the figures of %1.").arg(when) + QLatin1Char(' ') + LinkText::failure(*m_failure);
    else if (m_beforeFailure)
        text = tr("What to compare with did not come.") + QLatin1Char(' ') + LinkText::failure(*m_beforeFailure);
    else if (isOffline)
        text = tr("Offline. These are the figures of %1.").arg(when);
    m_band->setMessage(text, Band::Tone::Warning);
}

// ---- keys

void StatisticsPage::keyPressEvent(QKeyEvent *event)
{
    const auto press = [](TouchButton *button) {
        if (button->isEnabled())
            button->click();
    };
    const bool isPlain = (event->modifiers() & ~Qt::KeypadModifier) == 0;
    if (!isPlain || event->isAutoRepeat()) {
        Page::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_D:
        press(m_bar->rangeButton());
        return;
    case Qt::Key_C:
        m_bar->comparisonList()->setFocus(Qt::ShortcutFocusReason);
        return;
    case Qt::Key_E:
        press(m_bar->exportButton());
        return;
    case Qt::Key_Z:
        press(m_bar->dayEndButton());
        return;
    case Qt::Key_F5:
        press(m_bar->refreshButton());
        return;
    case Qt::Key_PageUp:
        m_scroll->verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepSub);
        return;
    case Qt::Key_PageDown:
        m_scroll->verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepAdd);
        return;
    default:
        Page::keyPressEvent(event);
    }
}

void StatisticsPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.theme().background);
    const QRect line = m_progress->geometry();
    painter.fillRect(QRect(0, 0, width(), line.bottom()), m_look.theme().surface);
    painter.fillRect(QRect(0, line.bottom(), width(), 1), m_look.theme().line);
}

} // namespace oshaq
