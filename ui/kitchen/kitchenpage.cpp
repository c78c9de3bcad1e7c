// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kitchen/kitchenpage.h"

#include "ui/common/alarmtext.h"
#include "ui/common/band.h"
#include "ui/common/fittinglook.h"
#include "ui/common/linktext.h"
#include "ui/common/touchbutton.h"
#include "ui/kitchen/choicestrip.h"
#include "ui/kitchen/keyspanel.h"
#include "ui/kitchen/kitchenbars.h"
#include "ui/kitchen/kitchenkeys.h"
#include "ui/kitchen/kitchentext.h"
#include "ui/kitchen/outpanel.h"
#include "ui/kitchen/shiftpanel.h"
#include "ui/kitchen/sidepanel.h"
#include "ui/kitchen/ticketmodel.h"
#include "ui/kitchen/tickettext.h"
#include "ui/kitchen/ticketview.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace oshaq {

namespace {

constexpr int noticeMs = 8000;
constexpr double wideSide = 272;
constexpr double narrowSide = 236;

/// The column of counts at the right: surface and a line, nothing else.
class SidePanel final : public QWidget
{
public:
    SidePanel(const Theme &theme, QWidget *parent)
        : QWidget(parent)
        , m_theme(theme)
    {}

    void setTheme(const Theme &theme)
    {
        m_theme = theme;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), m_theme.surface);
        painter.fillRect(QRect(0, 0, 1, height()), m_theme.line);
    }

private:
    Theme m_theme;
};

} // namespace

KitchenPage::KitchenPage(KitchenPort &port, LinkStatus &link, const Look &look, QWidget *parent)
    : Page(parent)
    , m_port(port)
    , m_link(link)
    , m_look(look)
    , m_model(new TicketModel(port, this))
    , m_top(new TopBar(look, this))
    , m_alarmBand(new Band(look, this))
    , m_linkBand(new Band(look, this))
    , m_parkedBand(new Band(look, this))
    , m_notice(new Band(look, this))
    , m_strip(new ChoiceStrip(look, this))
    , m_view(new TicketView(look, this))
    , m_side(new SidePanel(look.theme(), this))
    , m_allDay(new AllDayPanel(look, m_side))
    , m_completed(new CompletedPanel(look, m_side))
    , m_shift(new ShiftPanel(look, m_side))
    , m_keys(new KeysPanel(look, this))
    , m_out(new OutPanel(look, this))
    , m_bottom(new BottomBar(look, this))
{
    setObjectName(QStringLiteral("kitchenPage"));
    m_alarmBand->setObjectName(QStringLiteral("alarmBand"));
    m_alarmBand->actionButton()->setObjectName(QStringLiteral("silenceButton"));
    m_linkBand->setObjectName(QStringLiteral("linkBand"));
    m_parkedBand->setObjectName(QStringLiteral("parkedBand"));
    m_parkedBand->actionButton()->setObjectName(QStringLiteral("dismissButton"));
    m_notice->setObjectName(QStringLiteral("noticeBand"));
    m_side->setObjectName(QStringLiteral("sidePanel"));
    m_strip->setObjectName(QStringLiteral("choiceStrip"));

    auto *sideLayout = new QVBoxLayout(m_side);
    sideLayout->setContentsMargins(1, 0, 0, 0);
    sideLayout->setSpacing(0);
    sideLayout->addWidget(m_shift, 1);
    sideLayout->addWidget(m_allDay, 1);
    sideLayout->addWidget(m_completed);

    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_view, 1);
    middle->addWidget(m_keys, 1);
    middle->addWidget(m_out, 1);
    middle->addWidget(m_side);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_top);
    layout->addWidget(m_alarmBand);
    layout->addWidget(m_linkBand);
    layout->addWidget(m_parkedBand);
    layout->addWidget(m_notice);
    layout->addWidget(m_strip);
    layout->addLayout(middle, 1);
    layout->addWidget(m_bottom);

    m_view->setTicketModel(m_model);
    setFocusProxy(m_view);
    m_alertClock.start();
    // A finger anywhere on the page has seen what is new.
    m_view->viewport()->installEventFilter(this);

    connect(&m_port, &KitchenPort::ticketsChanged, this, &KitchenPage::handleTicketsChanged);
    connect(&m_port, &KitchenPort::ticketArrived, this, &KitchenPage::handleTicketArrived);
    connect(&m_port, &KitchenPort::stationsChanged, this, &KitchenPage::handleStationsChanged);
    connect(&m_port, &KitchenPort::parkedChanged, this, &KitchenPage::handleParkedChanged);
    connect(&m_link, &LinkStatus::changed, this, &KitchenPage::handleLinkChanged);

    connect(m_view, &TicketView::actionRequested, this, &KitchenPage::handleAction);
    connect(m_view, &TicketView::lineToggleRequested, this, &KitchenPage::handleLineToggle);
    connect(m_view, &TicketView::pageChanged, this, &KitchenPage::updatePages);
    connect(m_view, &TicketView::ticketsPainted, this,
            [this](const std::vector<qint64> &ids) { m_port.reportPainted(ids); });
    connect(m_view, &TicketView::ticketsCounted, this,
            [this](const std::vector<qint64> &ids) { m_port.reportCounted(ids); });
    connect(m_view, &TicketView::choiceChanged, this, &KitchenPage::updateHints);

    connect(m_view, &TicketView::acknowledgeRequested, this, &KitchenPage::acknowledge);
    connect(m_view, &TicketView::courseRequested, this, &KitchenPage::handleCourse);
    connect(&m_port, &KitchenPort::ticketChanged, this, [this](qint64 orderId) {
        m_view->flash(orderId);
        playDue();
    });

    connect(m_top->title, &TouchButton::clicked, this, &KitchenPage::askForStation);
    connect(m_bottom->more, &TouchButton::clicked, this, &KitchenPage::askForMore);
    connect(m_bottom->recall, &TouchButton::clicked, this, &KitchenPage::recallLast);
    connect(m_bottom->undo, &TouchButton::clicked, this, [this] { undo(QString()); });
    connect(m_bottom->priority, &TouchButton::clicked, this, &KitchenPage::togglePriority);
    connect(m_bottom->expo, &TouchButton::clicked, this, &KitchenPage::toggleExpo);
    connect(m_shift, &ShiftPanel::undoRequested, this, &KitchenPage::undo);
    connect(m_bottom->out, &TouchButton::clicked, this, &KitchenPage::toggleOut);
    connect(m_out, &OutPanel::closeRequested, this, &KitchenPage::toggleOut);
    connect(m_out, &OutPanel::availabilityWanted, this, &KitchenPage::handleAvailabilityWanted);
    connect(&m_port, &KitchenPort::catalogChanged, this, &KitchenPage::updateOut);
    connect(m_keys, &KeysPanel::closeRequested, this, &KitchenPage::toggleKeys);
    connect(m_keys, &KeysPanel::mapChanged, this, [this] {
        m_keyMap = m_keys->map();
        if (m_settings)
            m_keyMap.save(*m_settings);
    });
    connect(m_bottom->previous, &TouchButton::clicked, this, [this] { m_view->handleKey({KitchenKey::PreviousPage}); });
    connect(m_bottom->next, &TouchButton::clicked, this, [this] { m_view->handleKey({KitchenKey::NextPage}); });
    connect(m_completed, &CompletedPanel::recallRequested, this, &KitchenPage::recall);
    connect(m_parkedBand->actionButton(), &TouchButton::clicked, this, [this] {
        if (!m_parkedId.isEmpty())
            m_port.dismissParked(QString(m_parkedId));
    });
    connect(m_alarmBand->actionButton(), &TouchButton::clicked, this, [this] {
        if (m_board)
            m_board->acknowledge();
    });

    m_noticeTimer.setSingleShot(true);
    connect(&m_noticeTimer, &QTimer::timeout, this, [this] { m_notice->setMessage(QString(), Band::Tone::Warning); });
    m_secondHand.setSingleShot(true);
    m_secondHand.setTimerType(Qt::PreciseTimer);
    connect(&m_secondHand, &QTimer::timeout, this, [this] {
        refreshTime();
        armSecondHand();
    });

    retranslate();
    updatePanelWidth();
    armSecondHand();
}

KitchenPage::~KitchenPage() = default;

void KitchenPage::setLook(const Look &look)
{
    if (look == m_look)
        return;
    m_look = look;
    m_top->setLook(look);
    for (Band *band : {m_alarmBand, m_linkBand, m_parkedBand, m_notice})
        band->setLook(look);
    m_strip->setLook(look);
    applyViewSettings();
    m_keys->setLook(look);
    m_out->setLook(look);
    m_bottom->setLook(look);
    static_cast<SidePanel *>(m_side)->setTheme(look.theme());
    updatePanelWidth();
    update();
}

void KitchenPage::retranslate()
{
    handleAlarmsChanged();
    // What somebody was told a moment ago was told in the language before.
    m_notice->setMessage(QString(), Band::Tone::Warning);
    const bool asks = !m_strip->isHidden();
    handleStationsChanged();
    handleTicketsChanged();
    handleParkedChanged();
    updatePages();
    updateHints();
    if (asks)
        askAgain();
}

std::vector<Shortcut> KitchenPage::shortcuts() const
{
    std::vector<Shortcut> shortcuts;
    for (const KitchenKeyPress &press : learnableKeys()) {
        QStringList keys;
        for (const QString &key : m_keyMap.keysFor(press))
            keys << key;
        if (!keys.isEmpty())
            shortcuts.push_back({keys, KeysPanel::meaning(press)});
    }
    return shortcuts;
}

// ---- time

void KitchenPage::armSecondHand()
{
    // Just behind the hub's full second: ages change together, and none is shown twice or skipped.
    constexpr int behindMs = 4;
    m_secondHand.start(int(1000 - m_port.hubNowMs() % 1000) + behindMs);
}

void KitchenPage::refreshTime()
{
    const qint64 now = m_port.hubNowMs();
    m_view->setNow(now);
    m_top->clock->setTime(m_clock.time(now));
    updateCounts();
    updateAlarmBand();
    // "Not seen for 40 s" goes on.
    if (!m_link.facts().others.empty())
        updateLinkBand();
    playDue();
}

// ---- what the port and the link say

void KitchenPage::handleTicketsChanged()
{
    if (const QString zone = m_port.timeZone(); zone != m_zoneName) {
        m_zoneName = zone;
        m_clock = ZoneClock(zone);
        m_view->setZone(m_clock);
    }
    const std::vector<CompletedTicket> completed = m_port.completed();
    const auto noteOrder = [&](qint64 placedAtMs, const QString &number) {
        if (placedAtMs > m_lastOrderMs) {
            m_lastOrderMs = placedAtMs;
            m_lastOrderNumber = number;
        }
    };
    for (int row = 0; row < m_model->rowCount(); ++row)
        noteOrder(m_model->ticketAt(row).order.placedAtMs, m_model->ticketAt(row).order.number);
    for (const CompletedTicket &ticket : completed)
        noteOrder(ticket.placedAtMs, ticket.number);

    refreshTime();
    handleLinkChanged();
    updateHints();
}

void KitchenPage::useAlarms(AlarmBoard &board)
{
    m_board = &board;
    connect(m_board, &AlarmBoard::changed, this, &KitchenPage::handleAlarmsChanged);
    handleAlarmsChanged();
}

void KitchenPage::handleAlarmsChanged()
{
    // What this screen shows itself is on a screen, whatever the hub knows of it by now.
    QHash<qint64, QString> marks;
    const std::optional<qint64> station = m_port.station();
    if (m_board && station) {
        std::map<qint64, std::vector<UnpaintedAlarm>> byOrder;
        for (const UnpaintedAlarm &alarm : m_board->alarms()) {
            if (alarm.stationId != *station)
                byOrder[alarm.orderId].push_back(alarm);
        }
        for (const auto &[orderId, alarms] : byOrder)
            marks.insert(orderId, AlarmText::mark(alarms));
    }
    m_model->setMarks(marks);
    updateAlarmActions();
    updateAlarmBand();
    playDue();
}

void KitchenPage::updateAlarmActions()
{
    //: Key on the keyboard
    const QString key = tr("D");
    m_alarmBand->setAction(AlarmText::silence(), key);
    // One key for both bands: it acts on the upper one first.
    m_parkedBand->setAction(tr("Dismiss"), m_board && !m_board->loud().empty() ? QString() : key);
}

void KitchenPage::updateAlarmBand()
{
    const std::vector<UnpaintedAlarm> loud = m_board ? m_board->loud() : std::vector<UnpaintedAlarm>();
    m_alarmBand->setMessage(AlarmText::band(loud, m_link.facts(), m_port.hubNowMs()), Band::Tone::Alarm);
}

void KitchenPage::handleStationsChanged()
{
    const std::vector<Station> stations = m_port.stations();
    const bool choice = !stations.empty();
    m_top->title->setText(stationName());
    m_top->title->setEnabled(choice);
    m_top->title->setAccessibleDescription(choice ? tr("Choose the station") : QString());
    m_bottom->offer(stations.size() > 1);
    m_bottom->expo->setChecked(!m_port.station());
    if (!choice || m_question == Question::Station)
        m_strip->hide();
    applyViewSettings();
    handleAlarmsChanged();
    updateOut();
    updatePanels();
    updateEmptyState();
}

void KitchenPage::handleTicketArrived(qint64 orderId)
{
    m_alerts.noteArrived(orderId);
    playDue();
    m_view->flash(orderId);
}

void KitchenPage::handleParkedChanged()
{
    const std::vector<ParkedCommand> parked = m_port.parked();
    if (parked.empty()) {
        m_parkedId.clear();
        m_parkedBand->setMessage(QString(), Band::Tone::Alarm);
        return;
    }
    const ParkedCommand &first = parked.front();
    m_parkedId = first.id;
    m_parkedBand->setMessage(KitchenText::parked(first, int(parked.size()) - 1, m_clock), Band::Tone::Alarm);
}

void KitchenPage::handleLinkChanged()
{
    const LinkStatus::Facts &facts = m_link.facts();
    const qint64 now = m_port.hubNowMs();
    const LinkText::PillWords pill = LinkText::connection(facts, m_clock, now);
    m_top->connection->setFact(pill.text, pill.tone);
    updateLinkBand();
    m_bottom->hints->setStatus(facts.state == LinkStatus::State::Live ? KitchenText::latency(facts) : QString());
    updatePanels();
    updateCounts();
    updateEmptyState();
}

bool KitchenPage::isKnown() const
{
    const LinkStatus::Facts &facts = m_link.facts();
    return facts.knownAtMs > 0 || facts.state == LinkStatus::State::Live || m_model->rowCount() > 0;
}

void KitchenPage::updatePanels()
{
    m_allDay->setCounts(stationName(), m_port.allDay(), m_port.station() ? std::vector<Station>() : m_port.stations(),
                        isKnown());
    if (!m_shift->isHidden())
        m_shift->setActions(m_port.shiftActions(ShiftPanel::mostRows), m_clock);
    m_completed->setTickets(m_port.completed(), m_clock, isKnown());
}

void KitchenPage::updateLinkBand()
{
    const LinkStatus::Facts &facts = m_link.facts();
    // With nothing on the page the page itself says it, larger.
    const bool saidByPage = m_model->rowCount() == 0 && facts.knownAtMs == 0;
    const KitchenText::BandWords band = KitchenText::connectionBand(facts, m_clock, m_port.hubNowMs());
    m_linkBand->setMessage(saidByPage ? QString() : band.text, band.tone);
}

void KitchenPage::updateEmptyState()
{
    const LinkStatus::Facts &facts = m_link.facts();
    const qint64 now = m_port.hubNowMs();
    TicketView::EmptyState state;
    if (!isKnown()) {
        state.icon = QStringLiteral("link");
        state.title = facts.state == LinkStatus::State::Connecting ? tr("Connecting to the site")
                      : facts.state == LinkStatus::State::Upgrade  ? tr("This screen does not fit the site")
                                                                   : tr("No contact with the site yet");
        state.body = tr("Open orders appear here as soon as it answers.");
        state.status = KitchenText::connectionSentence(facts, m_clock, now);
    } else {
        state.icon = QStringLiteral("plate");
        state.title = tr("No open tickets");
        state.body = m_port.station() ? tr("Everything for %1 is out.").arg(stationName()) : tr("Everything is out.");
        if (m_lastOrderMs > 0)
            state.body +=
                QLatin1Char(' ') +
                tr("The last order, %1, came at %2.").arg(m_lastOrderNumber, m_clock.moment(m_lastOrderMs, now));
        state.status = KitchenText::connectionSentence(facts, m_clock, now);
    }
    m_view->setEmptyState(state);
}

void KitchenPage::updateCounts()
{
    const qint64 now = m_port.hubNowMs();
    int late = 0;
    qint64 promise = 0;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const Ticket &ticket = m_model->ticketAt(row);
        late += urgencyOf(ticket, now) == Urgency::Late ? 1 : 0;
        const qint64 promised = ticket.order.promisedAtMs;
        if (promised > 0 && ticket.order.status != OrderStatus::Ready && (promise == 0 || promised < promise))
            promise = promised;
    }
    // Before anything was heard the number is unknown, not zero.
    m_top->open->setFact(isKnown() ? KitchenText::openCount(m_model->rowCount()) : QString());
    m_top->late->setFact(late > 0 ? KitchenText::lateCount(late) : QString(), Pill::Tone::Late);
    m_top->promise->setFact(promise > 0 ? tr("Next promise %1").arg(m_clock.time(promise)) : QString());
}

void KitchenPage::updatePages()
{
    const QString words = KitchenText::pageWords(m_view->page(), m_view->pages(), m_view->ticketsBeforePage(),
                                                 m_view->ticketsAfterPage());
    m_bottom->setPages(m_view->page(), m_view->pages(), words);
}

void KitchenPage::updateHints()
{
    // Keys that have no button of their own; the others are shown where they act.
    std::vector<KeyHints::Hint> hints;
    if (m_view->chosenOrder() != 0) {
        //: Keys on the keyboard
        const KeyHints::Hint tab{{tr("Tab")}, tr("next dish")};
        const KeyHints::Hint space{{tr("Space")}, tr("dish done")};
        // What can be pressed now comes first: on a small screen the rest is left out.
        if (m_view->chosenLine() != 0)
            hints = {space, tab};
        else
            hints = {tab};
        hints.push_back({{tr("Esc")}, tr("let go")});
    } else if (m_model->rowCount() > 0) {
        hints.push_back({{QStringLiteral("1"), QStringLiteral("0")}, tr("choose a ticket")});
    }
    m_bottom->hints->setHints(hints);
}

Look KitchenPage::sideLook() const
{
    // Large letters want a wide panel, but the tickets come first.
    constexpr int mostPercentOfPage = 30;
    const int most = std::max(width() * mostPercentOfPage / 100, 1);
    return fittingLook(m_look, [most](const Look &look) { return look.px(narrowSide) <= most; });
}

void KitchenPage::updatePanelWidth()
{
    const Look look = sideLook();
    m_allDay->setLook(look);
    m_completed->setLook(look);
    m_shift->setLook(look);
    m_side->setFixedWidth(look.px(width() < look.px(1350) ? narrowSide : wideSide));
    m_completed->setMostRows(height() < look.px(820) ? 2 : 3);
}

void KitchenPage::showNotice(const QString &text)
{
    m_notice->setMessage(text, Band::Tone::Warning);
    m_noticeTimer.start(noticeMs);
}

void KitchenPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.theme().background);
}

void KitchenPage::resizeEvent(QResizeEvent *)
{
    updatePanelWidth();
}

QString KitchenPage::numberOf(qint64 orderId) const
{
    const int row = m_model->rowOf(orderId);
    return row < 0 ? QString() : m_model->ticketAt(row).order.number;
}

QString KitchenPage::stationName() const
{
    const std::optional<qint64> station = m_port.station();
    const std::vector<Station> stations = m_port.stations();
    for (const Station &candidate : stations) {
        if (station && candidate.id == *station)
            return candidate.name;
    }
    return stations.empty() ? tr("Kitchen") : tr("All stations");
}

} // namespace oshaq
