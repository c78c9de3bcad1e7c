// SPDX-License-Identifier: GPL-3.0-or-later
// What people do on the kitchen page.
#include "ui/kitchen/kitchenpage.h"

#include "ui/common/band.h"
#include "ui/common/fittinglook.h"
#include "ui/common/touchbutton.h"
#include "ui/kitchen/alertsound.h"
#include "ui/kitchen/choicestrip.h"
#include "ui/kitchen/keyspanel.h"
#include "ui/kitchen/kitchenbars.h"
#include "ui/kitchen/kitchentext.h"
#include "ui/kitchen/outpanel.h"
#include "ui/kitchen/shiftpanel.h"
#include "ui/kitchen/sidepanel.h"
#include "ui/kitchen/tickettext.h"
#include "ui/kitchen/ticketview.h"

#include <QKeyEvent>
#include <QSettings>

#include <algorithm>
#include <array>
#include <utility>

namespace oshaq {

namespace {

/// What "More" offers, by its digits.
constexpr std::array moreKeys{KitchenKey::Stations, KitchenKey::Journal, KitchenKey::Priority, KitchenKey::Fire,
                              KitchenKey::Hold,     KitchenKey::Void,    KitchenKey::Expo,     KitchenKey::Keys};

QString soundSetting(Alert alert)
{
    static constexpr std::array names{"unpainted", "voided", "arrived", "changed", "late"};
    return QStringLiteral("kitchen/sounds/%1").arg(QLatin1String(names.at(size_t(alert))));
}

constexpr const char *textSetting = "text";
constexpr const char *columnsSetting = "columns";
constexpr int usualText = 100;
constexpr double leastTicketHeight = 240;
constexpr std::array textPercents{80, 90, 100, 115, 130, 150, 175, 200};
/// With two rows of tickets: 4 to 20 on a page.
constexpr std::array columnChoices{0, 2, 3, 4, 5, 6, 7, 8, 10};

} // namespace

void KitchenPage::handleAction(qint64 orderId)
{
    const std::optional<Ticket> ticket = m_port.ticket(orderId);
    if (!ticket)
        return;
    const TicketAction action = actionOf(*ticket);
    if (action == TicketAction::None) {
        showNotice(ticket->order.number + QStringLiteral(": ") + TicketText::noAction(*ticket));
        return;
    }
    // Asked before the port acts: the ticket may be gone from the screen when it returns.
    const bool wasChosen = m_view->chosenOrder() == orderId;
    const qint64 successor = m_view->successorOf(orderId);
    Result<void> result;
    switch (action) {
    case TicketAction::Start:
        result = m_port.start(orderId);
        break;
    case TicketAction::Fire:
        result = m_port.fire(orderId, 0);
        break;
    case TicketAction::Seen:
        m_port.acknowledge(orderId);
        break;
    default:
        result = m_port.bump(orderId);
        break;
    }
    tell(result, ticket->order.number);
    if (!result || !wasChosen || action == TicketAction::Start)
        return;
    // With nothing else to make the ticket itself stays chosen, so that Enter hands it over.
    if (successor != 0)
        m_view->choose(successor);
}

void KitchenPage::handleLineToggle(qint64 orderId, const std::vector<qint64> &lineIds)
{
    const QString number = numberOf(orderId);
    tell(m_port.toggleLines(orderId, lineIds), number);
}

void KitchenPage::handleCourse(qint64 orderId, int course)
{
    const QString number = numberOf(orderId);
    tell(m_port.fire(orderId, course), number);
}

void KitchenPage::fireNext()
{
    const std::optional<Ticket> ticket = m_port.ticket(m_view->chosenOrder());
    if (!ticket)
        return;
    if (nextHeldCourse(*ticket) == 0)
        showNotice(tr("%1: no course is held.").arg(ticket->order.number));
    else
        tell(m_port.fire(ticket->orderId, 0), ticket->order.number);
}

void KitchenPage::holdCourse()
{
    const std::optional<Ticket> ticket = m_port.ticket(m_view->chosenOrder());
    if (!ticket) {
        showNotice(tr("Choose a ticket first."));
        return;
    }
    int last = 0;
    for (const OrderLine &line : ticket->lines) {
        if (line.status == LineStatus::Queued && !line.held)
            last = std::max(last, line.course);
    }
    if (last == 0)
        showNotice(tr("%1: nothing of it can wait any more.").arg(ticket->order.number));
    else
        tell(m_port.hold(ticket->orderId, last), ticket->order.number);
}

void KitchenPage::acknowledge(qint64 orderId)
{
    if (orderId != 0)
        m_port.acknowledge(orderId);
}

void KitchenPage::togglePriority()
{
    const std::optional<Ticket> ticket = m_port.ticket(m_view->chosenOrder());
    if (!ticket) {
        showNotice(tr("Choose a ticket first."));
        return;
    }
    tell(m_port.setPriority(ticket->orderId, !ticket->order.priority), ticket->order.number);
    m_view->choose(ticket->orderId);
}

void KitchenPage::undo(const QString &batch)
{
    const Result<ShiftAction> undone = m_port.undo(batch);
    if (!undone) {
        showNotice(undone.error().code == ErrorCode::RecallNotAllowed ? tr("There is nothing here to take back.")
                                                                      : KitchenText::refused({}, undone.error()));
        return;
    }
    //: %1: number of the order, %2: what had been done, for example "Bumped: Samsa"
    showNotice(tr("%1, taken back: %2").arg(undone->orderNumber, ShiftPanel::describe(*undone)));
    if (m_port.ticket(undone->orderId))
        m_view->choose(undone->orderId);
}

void KitchenPage::toggleJournal()
{
    const bool open = m_shift->isHidden();
    if (open)
        m_shift->setActions(m_port.shiftActions(ShiftPanel::mostRows), m_clock);
    m_shift->setVisible(open);
    m_allDay->setVisible(!open);
    m_completed->setVisible(!open);
    updateHints();
}

void KitchenPage::showInstead(QWidget *panel)
{
    // The focus moves before what had it is hidden: otherwise it goes to whoever is next in the window.
    QWidget *shown = panel ? panel : m_view;
    shown->show();
    setFocusProxy(shown);
    shown->setFocus();
    for (QWidget *one : std::initializer_list<QWidget *>{m_keys, m_out, m_view}) {
        if (one != shown)
            one->hide();
    }
}

void KitchenPage::toggleKeys()
{
    const bool open = m_keys->isHidden();
    m_keys->setMap(m_keyMap);
    showInstead(open ? m_keys : nullptr);
    m_side->setVisible(!open);
}

void KitchenPage::useSettings(QSettings &settings)
{
    m_settings = &settings;
    m_keyMap.load(settings);
    for (const Alert alert : allAlerts)
        m_alerts.setEnabled(alert, settings.value(soundSetting(alert), true).toBool());
    applyViewSettings();
}

// ---- what is heard

void KitchenPage::askForSounds()
{
    beginQuestion(Question::Sounds);
    std::vector<ChoiceStrip::Choice> choices;
    for (const Alert alert : allAlerts) {
        choices.push_back(
            {alertName(alert), int(choices.size()), m_alerts.isEnabled(alert), [this, alert] { toggleSound(alert); }});
    }
    m_strip->ask(tr("What is heard at this screen?"), choices);
}

QString KitchenPage::alertName(Alert alert)
{
    switch (alert) {
    case Alert::Unpainted:
        return tr("Tickets on no screen");
    case Alert::Voided:
        return tr("Void and cancelled");
    case Alert::Arrived:
        return tr("New tickets");
    case Alert::Changed:
        return tr("Changes");
    case Alert::Late:
        return tr("Late tickets");
    }
    return {};
}

void KitchenPage::toggleSound(Alert alert)
{
    const bool enabled = !m_alerts.isEnabled(alert);
    m_alerts.setEnabled(alert, enabled);
    if (m_settings)
        m_settings->setValue(soundSetting(alert), enabled);
    // Heard once, so that everybody knows what it sounds like; and the question stays for the next one.
    if (enabled && m_sound)
        m_sound->play(alert);
    askForSounds();
}

void KitchenPage::playDue()
{
    m_alerts.noteTickets(m_port.tickets(), m_port.hubNowMs());
    std::set<std::pair<qint64, qint64>> loud;
    for (const UnpaintedAlarm &alarm : m_board ? m_board->loud() : std::vector<UnpaintedAlarm>())
        loud.emplace(alarm.orderId, alarm.stationId);
    m_alerts.noteUnpainted(loud);
    const std::optional<Alert> alert = m_alerts.take(m_alertClock.elapsed());
    if (alert && m_sound)
        m_sound->play(*alert);
}

bool KitchenPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && watched == m_view->viewport())
        applyViewSettings();
    if (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::TouchBegin)
        m_alerts.noteSeen();
    return QWidget::eventFilter(watched, event);
}

// ---- how the tickets stand

QString KitchenPage::viewSettingKey(const char *name) const
{
    return QStringLiteral("kitchen/station_%1/%2").arg(m_port.station().value_or(0)).arg(QLatin1String(name));
}

int KitchenPage::viewSetting(const char *name, int usual) const
{
    return m_settings ? m_settings->value(viewSettingKey(name), usual).toInt() : usual;
}

void KitchenPage::keepViewSetting(const char *name, int value)
{
    if (m_settings)
        m_settings->setValue(viewSettingKey(name), value);
    applyViewSettings();
}

void KitchenPage::applyViewSettings()
{
    // With a strip or bands above them, large tickets may have no room for their own action.
    const Look wanted = m_look.withText(viewSetting(textSetting, usualText));
    const int room = m_view->viewport()->height();
    m_view->setLook(m_view->isVisible()
                        ? fittingLook(wanted, [room](const Look &look) { return look.px(leastTicketHeight) <= room; })
                        : wanted);
    m_view->setColumns(std::clamp(viewSetting(columnsSetting, 0), 0, columnChoices.back()));
}

void KitchenPage::askForTextSize()
{
    beginQuestion(Question::TextSize);
    std::vector<ChoiceStrip::Choice> choices;
    for (const int percent : textPercents) {
        choices.push_back({tr("%1 %").arg(percent), int(choices.size()), percent == viewSetting(textSetting, usualText),
                           [this, percent] { keepViewSetting(textSetting, percent); }});
    }
    m_strip->ask(tr("How large are the tickets of %1?").arg(stationName()), choices);
}

void KitchenPage::askForColumns()
{
    beginQuestion(Question::Columns);
    std::vector<ChoiceStrip::Choice> choices;
    for (const int columns : columnChoices) {
        choices.push_back({columns == 0 ? tr("As many as fit") : QString::number(columns), int(choices.size()),
                           columns == viewSetting(columnsSetting, 0),
                           [this, columns] { keepViewSetting(columnsSetting, columns); }});
    }
    m_strip->ask(tr("How many tickets stand side by side?"), choices);
}

// ---- questions above the tickets

bool KitchenPage::beginQuestion(Question question)
{
    const bool wasOpen = !m_strip->isHidden() && m_question == question;
    m_strip->hide();
    m_question = question;
    return !wasOpen;
}

void KitchenPage::askAgain()
{
    m_strip->hide();
    switch (m_question) {
    case Question::Station:
        askForStation();
        break;
    case Question::VoidReason:
        askWhyVoid();
        break;
    case Question::More:
        askForMore();
        break;
    case Question::TextSize:
        askForTextSize();
        break;
    case Question::Sounds:
        askForSounds();
        break;
    case Question::Columns:
        askForColumns();
        break;
    }
}

void KitchenPage::askForStation()
{
    const std::vector<Station> stations = m_port.stations();
    if (!beginQuestion(Question::Station) || stations.empty())
        return;
    const auto choice = [this](const QString &name, int slot, std::optional<qint64> id) {
        return ChoiceStrip::Choice{name, slot, m_port.station() == id, [this, id] { handleStationPicked(id); }};
    };
    std::vector<ChoiceStrip::Choice> choices{choice(tr("All stations"), 9, std::nullopt)};
    for (size_t index = 0; index < stations.size(); ++index)
        choices.push_back(choice(stations[index].name, index < 9 ? int(index) : -1, stations[index].id));
    m_strip->ask(QString(), choices);
}

void KitchenPage::askForMore()
{
    if (!beginQuestion(Question::More))
        return;
    std::vector<ChoiceStrip::Choice> choices;
    for (const KitchenKey key : moreKeys)
        choices.push_back({KeysPanel::meaning({key}), int(choices.size()), false, [this, key] { handlePageKey(key); }});
    choices.push_back({tr("Text size"), 8, false, [this] { askForTextSize(); }});
    choices.push_back({tr("Columns"), 9, false, [this] { askForColumns(); }});
    choices.push_back({KeysPanel::meaning({KitchenKey::Sounds}), -1, false, [this] { askForSounds(); }});
    choices.push_back({KeysPanel::meaning({KitchenKey::Out}), -1, false, [this] { toggleOut(); }});
    m_strip->ask(QString(), choices);
}

void KitchenPage::askWhyVoid()
{
    const std::optional<Ticket> ticket = m_port.ticket(m_view->chosenOrder());
    if (!beginQuestion(Question::VoidReason))
        return;
    if (!ticket || m_view->chosenLine() == 0) {
        showNotice(tr("Choose the dish first."));
        return;
    }
    const std::vector<qint64> lines = m_view->linesLike(ticket->orderId, m_view->chosenLine());
    QString dish;
    for (const OrderLine &line : ticket->lines) {
        if (line.id == lines.front())
            dish = line.name;
    }
    std::vector<ChoiceStrip::Choice> choices;
    for (const QString &reason :
         {tr("Out of stock"), tr("The guest does not want it"), tr("Burnt or dropped"), tr("Ordered by mistake")}) {
        choices.push_back({reason, int(choices.size()), false,
                           [this, id = ticket->orderId, number = ticket->order.number, lines, reason] {
                               tell(m_port.voidLines(id, lines, reason), number);
                           }});
    }
    m_strip->ask(tr("%1: why is %2 void?").arg(ticket->order.number, dish), choices);
}

void KitchenPage::toggleExpo()
{
    const std::optional<qint64> station = m_port.station();
    if (station) {
        m_ownStation = station;
        handleStationPicked(std::nullopt);
        return;
    }
    const std::vector<Station> stations = m_port.stations();
    const bool isThere = m_ownStation && std::any_of(stations.begin(), stations.end(),
                                                     [this](const Station &one) { return one.id == *m_ownStation; });
    if (isThere) {
        handleStationPicked(m_ownStation);
        return;
    }
    m_bottom->expo->setChecked(true);
    askForStation();
}

void KitchenPage::recallLast()
{
    tell(m_port.recallLast(), QString());
}

void KitchenPage::recall(qint64 orderId)
{
    tell(m_port.recall(orderId), QString());
}

void KitchenPage::tell(const Result<void> &result, const QString &orderNumber)
{
    if (result)
        m_notice->setMessage(QString(), Band::Tone::Warning);
    else
        showNotice(KitchenText::refused(orderNumber, result.error()));
}

void KitchenPage::handleStationPicked(std::optional<qint64> stationId)
{
    m_strip->hide();
    m_view->choose(0);
    m_view->setPage(0);
    m_port.setStation(stationId);
    handleStationsChanged();
}

void KitchenPage::dismiss()
{
    // One key for both bands: the upper one first.
    if (m_board && !m_board->loud().empty())
        m_board->acknowledge();
    else if (!m_parkedId.isEmpty())
        m_port.dismissParked(QString(m_parkedId));
}

// ---- keys

bool KitchenPage::handlePageKey(KitchenKey key)
{
    switch (key) {
    case KitchenKey::Recall:
        recallLast();
        return true;
    case KitchenKey::Undo:
        undo(QString());
        return true;
    case KitchenKey::Journal:
        toggleJournal();
        return true;
    case KitchenKey::Priority:
        togglePriority();
        return true;
    case KitchenKey::Fire:
        fireNext();
        return true;
    case KitchenKey::Hold:
        holdCourse();
        return true;
    case KitchenKey::Sounds:
        askForSounds();
        return true;
    case KitchenKey::Out:
        toggleOut();
        return true;
    case KitchenKey::More:
        askForMore();
        return true;
    case KitchenKey::Seen:
        acknowledge(m_view->chosenOrder());
        return true;
    case KitchenKey::Void:
        askWhyVoid();
        return true;
    case KitchenKey::Expo:
        toggleExpo();
        return true;
    case KitchenKey::Stations:
        askForStation();
        return true;
    case KitchenKey::Keys:
        toggleKeys();
        return true;
    case KitchenKey::Dismiss:
        dismiss();
        return true;
    default:
        return false;
    }
}

void KitchenPage::keyPressEvent(QKeyEvent *event)
{
    m_alerts.noteSeen();
    if (!m_keys->isHidden()) {
        m_keys->takeKey(*event);
        return;
    }
    const KitchenKeyPress press = m_keyMap.find(*event);
    if (!m_out->isHidden()) {
        // Ctrl and function keys belong to the window here too.
        const bool beyond = press.key == KitchenKey::None && event->text().isEmpty() &&
                            event->key() != Qt::Key_Backspace && event->key() != Qt::Key_Delete;
        if (beyond || (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)))
            QWidget::keyPressEvent(event);
        else
            m_out->takeKey(*event, press);
        return;
    }
    if (isEightySix(press, event->timestamp())) {
        toggleOut();
        return;
    }
    if (!m_strip->isHidden()) {
        if (press.key == KitchenKey::Clear) {
            m_strip->hide();
            return;
        }
        if (press.key == KitchenKey::Slot && m_strip->pickSlot(press.slot))
            return;
    } else if (!m_shift->isHidden()) {
        if (press.key == KitchenKey::Clear) {
            toggleJournal();
            return;
        }
        if (press.key == KitchenKey::Slot) {
            m_shift->pickSlot(press.slot);
            return;
        }
    }
    if (!handlePageKey(press.key) && !m_view->handleKey(press))
        QWidget::keyPressEvent(event);
}

} // namespace oshaq
