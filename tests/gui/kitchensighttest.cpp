// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/kitchenstage.h"
#include "tests/gui/longwords.h"
#include "tests/gui/windowpages.h"
#include "tests/support/kitchensample.h"
#include "ui/common/band.h"
#include "ui/common/pill.h"
#include "ui/common/touchbutton.h"
#include "ui/kitchen/alertsound.h"
#include "ui/kitchen/choicestrip.h"
#include "ui/kitchen/keyspanel.h"
#include "ui/kitchen/kitchenbars.h"
#include "ui/kitchen/shiftpanel.h"
#include "ui/kitchen/sidepanel.h"

#include <QAccessible>
#include <QPaintEvent>

#include <algorithm>
#include <utility>
#include <vector>

using namespace oshaq;
using namespace oshaq::test;

namespace {

/// Collects what a widget was asked to paint.
class PaintRecorder final : public QObject
{
public:
    explicit PaintRecorder(QWidget *widget) { widget->installEventFilter(this); }

    QRegion take() { return std::exchange(m_region, QRegion()); }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            m_region += static_cast<QPaintEvent *>(event)->region();
        return false;
    }

private:
    QRegion m_region;
};

/// What a cook would hear.
class SoundRecorder final : public AlertSound
{
public:
    void play(Alert alert) override { heard.push_back(alert); }

    std::vector<Alert> heard;
};

int area(const QRegion &region)
{
    int sum = 0;
    for (const QRect &rect : region)
        sum += rect.width() * rect.height();
    return sum;
}

UnpaintedAlarm alarmFor(qint64 orderId, const QString &number, qint64 stationId, qint64 sinceMs)
{
    UnpaintedAlarm alarm;
    alarm.orderId = orderId;
    alarm.number = number;
    alarm.stationId = stationId;
    alarm.station = QStringLiteral("Tandoor");
    alarm.sinceMs = sinceMs;
    alarm.printer = QStringLiteral("Kitchen printer");
    alarm.paper = PrintJobState::Printed;
    return alarm;
}

} // namespace

/// What the kitchen page shows, sounds and paints.
class KitchenSightTest final : public QObject, KitchenStage
{
    Q_OBJECT

private Q_SLOTS:
    void init() { prepare(); }
    void cleanup() { close(); }

    void alertsAreHeardUntilSeen();
    void unpaintedIsLoudUntilSilenced();
    void unpaintedIsMutedLikeOtherSounds();
    void unpaintedMarksTheTicketElsewhere();
    void expoViewAndBack();
    void keysAreTaughtByPressing();
    void parkedCommandIsShownAndDismissed();
    void offlineSaysSoAndWhatToDo();
    void otherScreensThatFellAreShown();
    void everyConnectionStateHasWords();
    void emptyPageSaysWhatIsTrue();
    void clockIsTheBusinesss();
    void secondHandRepaintsHeadersOnly();
    void oneChangeRepaintsOneTicket();
    void paintedIsToldForWholeTicketsOnce();
    void coveredTicketIsNotPainted();
    void hiddenWindowPaintsNothing();
    void laterPagesAreCounted();
    void screenReadersHearTickets();
    void longWordsFitInTheBars();
    void windowRemembersItsGeometry();
    void everyTargetIsLargeEnough();
};

void KitchenSightTest::alertsAreHeardUntilSeen()
{
    kitchensample::addMany(*m_port, 3, 60);
    show(-1);
    SoundRecorder sound;
    m_page->setSound(&sound);
    m_page->refreshTime();
    QVERIFY(sound.heard.empty());
    const qint64 id = m_port->addOrder(QStringLiteral("A-090"), OrderStatus::New, 1, {{QStringLiteral("Plov")}});
    m_port->changed();
    m_port->arrived(id);
    QVERIFY(sound.heard == std::vector<Alert>{Alert::Arrived});
    // Sounds off by key; what was heard before is heard no more.
    press(Qt::Key_N, QStringLiteral("n"));
    auto *strip = find<ChoiceStrip>("choiceStrip");
    QCOMPARE(strip->choices().size(), size_t{5});
    QVERIFY(strip->choices()[2].chosen);
    press(Qt::Key_3, QStringLiteral("3"));
    QVERIFY(strip->isVisible() && !strip->choices()[2].chosen);
    QCOMPARE(sound.heard.size(), size_t{1});
    press(Qt::Key_3, QStringLiteral("3"));
    QVERIFY(strip->choices()[2].chosen);
    QCOMPARE(sound.heard.size(), size_t{2}); // an example
    m_page->setSound(nullptr);
}

void KitchenSightTest::unpaintedIsLoudUntilSilenced()
{
    show(3);
    AlarmBoard board;
    SoundRecorder sound;
    m_page->setSound(&sound);
    m_page->useAlarms(board);
    auto *band = find<Band>("alarmBand");
    QVERIFY(!band->isVisible());
    const UnpaintedAlarm alarm = alarmFor(900, QStringLiteral("A-090"), 2, m_port->hubNowMs() - 14'000);
    board.update({alarm});
    QVERIFY(band->isVisible());
    QVERIFY2(band->message().startsWith(QStringLiteral("A-090 has been on no kitchen screen for 14 s")),
             qPrintable(band->message()));
    // Late tickets may have been heard a moment before: sounds keep a distance.
    QTRY_VERIFY(sound.heard == std::vector<Alert>{Alert::Unpainted});
    // What a finger does to the tickets says nothing about it.
    tap(m_view->headerRectOf(idOf(m_port->tickets().front().order.number)));
    QVERIFY(band->isVisible());
    // The key that dismisses: this band first, then what was refused.
    m_port->park({QStringLiteral("1"), 1, QStringLiteral("A-001"), QStringLiteral("done"), QStringLiteral("NOT_FOUND"),
                  QString(), m_port->hubNowMs()});
    press(Qt::Key_D, QStringLiteral("d"));
    QVERIFY(!band->isVisible());
    QCOMPARE(m_port->parked().size(), size_t{1});
    QCOMPARE(board.alarms().size(), size_t{1});
    press(Qt::Key_D, QStringLiteral("d"));
    QVERIFY(m_port->parked().empty());
    // Another one, and this time a finger.
    UnpaintedAlarm second = alarm;
    second.orderId = 901;
    board.update({alarm, second});
    QVERIFY(band->isVisible());
    QTest::mouseClick(find<TouchButton>("silenceButton"), Qt::LeftButton);
    QVERIFY(!band->isVisible());
    board.update({});
    QVERIFY(!band->isVisible());
    m_page->setSound(nullptr);
    m_window.reset(); // before the board
}

void KitchenSightTest::unpaintedIsMutedLikeOtherSounds()
{
    m_settings->setValue(QStringLiteral("kitchen/sounds/unpainted"), false);
    show(3);
    AlarmBoard board;
    SoundRecorder sound;
    m_page->setSound(&sound);
    m_page->useAlarms(board);
    board.update({alarmFor(900, QStringLiteral("A-090"), 2, m_port->hubNowMs() - 14'000)});
    m_page->refreshTime();
    QVERIFY(sound.heard.empty());
    QVERIFY(find<Band>("alarmBand")->isVisible());
    m_page->setSound(nullptr);
    m_window.reset();
}

void KitchenSightTest::unpaintedMarksTheTicketElsewhere()
{
    show(3);
    AlarmBoard board;
    m_page->useAlarms(board);
    m_port->setStation(1);
    const Ticket ticket = m_port->tickets().front();
    const auto heardAs = [this] { return m_view->model()->index(0, 0).data(Qt::AccessibleTextRole).toString(); };
    QVERIFY(!heardAs().contains(QStringLiteral("On no screen")));
    board.update({alarmFor(ticket.orderId, ticket.order.number, 2, m_port->hubNowMs() - 14'000)});
    QVERIFY2(heardAs().startsWith(QStringLiteral("On no screen: Tandoor")), qPrintable(heardAs()));
    // What this very screen shows is on a screen.
    board.update({alarmFor(ticket.orderId, ticket.order.number, 1, m_port->hubNowMs() - 14'000)});
    QVERIFY(!heardAs().contains(QStringLiteral("On no screen")));
    m_window.reset();
}

void KitchenSightTest::expoViewAndBack()
{
    show();
    m_port->setStation(2);
    m_port->calls.clear();
    press(Qt::Key_E, QStringLiteral("e"));
    QVERIFY(!m_port->station());
    QVERIFY(find<TouchButton>("expoButton")->isChecked());
    press(Qt::Key_E, QStringLiteral("e"));
    QCOMPARE(m_port->station(), std::optional<qint64>(2));
    QVERIFY(!find<TouchButton>("expoButton")->isChecked());
}

void KitchenSightTest::keysAreTaughtByPressing()
{
    show();
    auto *keys = find<KeysPanel>("keysPanel");
    press(Qt::Key_K, QStringLiteral("k"));
    QVERIFY(keys->isVisible() && !m_view->isVisible());
    const auto toPage = [this](int key, const QString &text, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::sendKeyEvent(QTest::Click, m_page, Qt::Key(key), text, modifiers);
    };
    // The eleventh row is the large action; a bump bar sends Ctrl for it.
    QTest::mouseClick(keys, Qt::LeftButton, Qt::NoModifier, keys->rowRect(10).center());
    QVERIFY(keys->isLearning());
    toPage(Qt::Key_Control, QString());
    QVERIFY(!keys->isLearning());
    // By keys alone: the row below, and a key of the number pad.
    toPage(Qt::Key_Down, QString());
    toPage(Qt::Key_Return, QStringLiteral("\r"));
    QVERIFY(keys->isLearning());
    toPage(Qt::Key_Minus, QStringLiteral("-"), Qt::KeypadModifier);
    // Esc is never learned.
    toPage(Qt::Key_Return, QStringLiteral("\r"));
    toPage(Qt::Key_Escape, QString());
    QVERIFY(!keys->isLearning() && keys->isVisible());
    toPage(Qt::Key_Escape, QString());
    QVERIFY(!keys->isVisible() && m_view->isVisible());

    m_view->choose(idOf(QStringLiteral("A-047")));
    m_port->calls.clear();
    QTest::sendKeyEvent(QTest::Click, m_view, Qt::Key_Control, QString(), Qt::NoModifier);
    QVERIFY(m_port->calls.size() == 1 && m_port->calls[0].startsWith(QLatin1String("start")));
    QTest::sendKeyEvent(QTest::Click, m_view, Qt::Key_Minus, QStringLiteral("-"), Qt::KeypadModifier);
    QCOMPARE(m_port->calls.last(), QStringLiteral("recallLast"));
    // The next start of the program knows them too.
    m_window.reset();
    show(-1);
    m_view->choose(idOf(QStringLiteral("A-048")));
    QTest::sendKeyEvent(QTest::Click, m_view, Qt::Key_Control, QString(), Qt::NoModifier);
    QVERIFY(m_port->calls.size() == 1);
}

void KitchenSightTest::parkedCommandIsShownAndDismissed()
{
    show();
    auto *band = find<Band>("parkedBand");
    QVERIFY(!band->isVisible());
    const qint64 now = m_port->hubNowMs();
    m_port->park({QStringLiteral("k1"),
                  2,
                  QStringLiteral("A-041"),
                  QStringLiteral("done"),
                  QStringLiteral("ORDER_STATUS_CHANGED"),
                  {},
                  now});
    m_port->park({QStringLiteral("k2"),
                  3,
                  QStringLiteral("A-043"),
                  QStringLiteral("recall"),
                  QStringLiteral("RECALL_TOO_LATE"),
                  {},
                  now});
    QVERIFY(band->isVisible());
    QVERIFY(band->message().startsWith(QStringLiteral("A-041")));
    QVERIFY(band->accessibleName().contains(QStringLiteral("refused")));
    QTest::mouseClick(find<TouchButton>("dismissButton"), Qt::LeftButton);
    QCOMPARE(m_port->calls, QStringList{QStringLiteral("dismiss k1")});
    QVERIFY(band->message().startsWith(QStringLiteral("A-043")));
    press(Qt::Key_D, QStringLiteral("d"));
    QVERIFY(!band->isVisible());
    // The tickets kept the keyboard all the time.
    QVERIFY(m_view->hasFocus());
}

void KitchenSightTest::offlineSaysSoAndWhatToDo()
{
    show();
    auto *pill = find<Pill>("connectionPill");
    auto *band = find<Band>("linkBand");
    QCOMPARE(pill->text(), QStringLiteral("Live"));
    QVERIFY(!band->isVisible());
    LinkStatus::Facts facts = m_link->facts();
    facts.state = LinkStatus::State::Offline;
    facts.sinceMs = m_port->hubNowMs() - 300'000;
    facts.knownAtMs = facts.sinceMs;
    facts.pending = 7;
    m_link->update(facts);
    QCOMPARE(pill->text(), QStringLiteral("Offline since 19:42 · 7 changes waiting"));
    QVERIFY(band->isVisible());
    QVERIFY(band->message().contains(QStringLiteral("ask the counter")));
    // Work goes on.
    m_view->choose(idOf(QStringLiteral("A-041")));
    press(Qt::Key_Return);
    QCOMPARE(m_port->calls.size(), 1);
    facts.state = LinkStatus::State::Live;
    facts.paintedP50Ms = 38;
    facts.paintedP95Ms = 84;
    facts.paintedMaxMs = 190;
    m_link->update(facts);
    QVERIFY(!band->isVisible());
    QCOMPARE(pill->text(), QStringLiteral("Live · on screen in 38 ms"));
    QVERIFY(find<KeyHints>("statusLine")->status().contains(QStringLiteral("p95 84 ms")));
}

void KitchenSightTest::otherScreensThatFellAreShown()
{
    show();
    auto *band = find<Band>("linkBand");
    LinkStatus::Facts facts = m_link->facts();
    ScreenFacts grill;
    grill.terminalId = 3;
    grill.name = QStringLiteral("Grill screen");
    grill.state = ScreenState::Live;
    facts.others = {grill};
    m_link->update(facts);
    QVERIFY(!band->isVisible());
    facts.others.front().state = ScreenState::Away;
    facts.others.front().lastSeenAtMs = m_port->hubNowMs() - 40'000;
    m_link->update(facts);
    QVERIFY(band->isVisible());
    QVERIFY2(band->message().startsWith(QStringLiteral("Grill screen: not seen for 40 s.")),
             qPrintable(band->message()));
    facts.others.front().state = ScreenState::Live;
    m_link->update(facts);
    QVERIFY(!band->isVisible());
}

void KitchenSightTest::everyConnectionStateHasWords()
{
    show();
    for (LinkStatus::State state : {LinkStatus::State::Connecting, LinkStatus::State::Offline,
                                    LinkStatus::State::SignIn, LinkStatus::State::Upgrade, LinkStatus::State::Alarm}) {
        LinkStatus::Facts facts = m_link->facts();
        facts.state = state;
        facts.pending = 2;
        m_link->update(facts);
        QVERIFY(!find<Pill>("connectionPill")->text().isEmpty());
        QVERIFY(find<Pill>("connectionPill")->text().contains(QStringLiteral("2 changes waiting")));
        QVERIFY(find<Band>("linkBand")->isVisible());
        QVERIFY(find<Band>("linkBand")->message().size() > 40);
    }
}

void KitchenSightTest::emptyPageSaysWhatIsTrue()
{
    m_link->update({});
    show(-1);
    QCOMPARE(m_view->emptyState().title, QStringLiteral("Connecting to the site"));
    QVERIFY(!find<Band>("linkBand")->isVisible());
    QVERIFY2(!find<Pill>("openPill")->isVisible(), "nothing is known, and that is not zero");

    LinkStatus::Facts facts;
    facts.state = LinkStatus::State::Live;
    facts.knownAtMs = m_port->hubNowMs();
    m_link->update(facts);
    kitchensample::addCompleted(*m_port);
    m_port->setStation(1);
    QCOMPARE(m_view->emptyState().title, QStringLiteral("No open tickets"));
    QVERIFY2(m_view->emptyState().body.contains(QStringLiteral("A-038")), qPrintable(m_view->emptyState().body));
    QVERIFY(m_view->emptyState().body.contains(QStringLiteral("Hot kitchen")));
    QVERIFY(m_view->emptyState().status.startsWith(QStringLiteral("Connected")));

    facts.state = LinkStatus::State::Offline;
    m_link->update(facts);
    QVERIFY(!m_view->emptyState().status.contains(QStringLiteral("Connected")));
    // It is painted: not one flat colour.
    const QImage picture = m_view->grab().toImage();
    QSet<QRgb> colours;
    for (int y = 0; y < picture.height(); y += 3) {
        for (int x = 0; x < picture.width(); x += 3)
            colours.insert(picture.pixel(x, y));
    }
    QVERIFY(colours.size() > 10);
}

void KitchenSightTest::clockIsTheBusinesss()
{
    show();
    QCOMPARE(find<ClockFace>("clock")->time(), QStringLiteral("19:47"));
    m_port->advance(60);
    // Its own second hand moves it.
    QTRY_COMPARE(find<ClockFace>("clock")->time(), QStringLiteral("19:48"));
}

void KitchenSightTest::secondHandRepaintsHeadersOnly()
{
    show();
    QCoreApplication::processEvents();
    PaintRecorder recorder(m_view->viewport());
    QRegion headers;
    for (const Ticket &ticket : m_port->tickets())
        headers += m_view->headerRectOf(ticket.orderId);
    m_port->advance(1);
    m_page->refreshTime();
    QCoreApplication::processEvents();
    const QRegion painted = recorder.take();
    QVERIFY(!painted.isEmpty());
    QVERIFY2((painted - headers).isEmpty(), "more than headers was repainted");
    QVERIFY(area(painted) < m_view->width() * m_view->height() / 5);
    // The same second again: nothing.
    m_page->refreshTime();
    QCoreApplication::processEvents();
    QVERIFY(recorder.take().isEmpty());
}

void KitchenSightTest::oneChangeRepaintsOneTicket()
{
    show();
    QCoreApplication::processEvents();
    const qint64 id = idOf(QStringLiteral("A-046"));
    const QRect before = m_view->partRect(m_view->parts().at(size_t(5)));
    QVERIFY(before.contains(m_view->headerRectOf(id)));
    PaintRecorder recorder(m_view->viewport());
    QTRY_VERIFY(recorder.take().isEmpty());
    // A line done changes no height.
    QVERIFY(m_port->toggleLines(id, {m_port->order(id).lines[0].id}));
    QRegion painted;
    QTRY_VERIFY((QRegion(before) - (painted += recorder.take())).isEmpty());
    QVERIFY2((painted - before.adjusted(-12, -12, 12, 12)).isEmpty(), "other tickets were repainted");
}

void KitchenSightTest::paintedIsToldForWholeTicketsOnce()
{
    show();
    QTRY_COMPARE(int(m_port->painted.size()), 9);
    std::sort(m_port->painted.begin(), m_port->painted.end());
    QVERIFY(std::adjacent_find(m_port->painted.begin(), m_port->painted.end()) == m_port->painted.end());
    m_port->painted.clear();
    m_view->viewport()->update();
    m_port->advance(1);
    m_page->refreshTime();
    QCoreApplication::processEvents();
    QVERIFY(m_port->painted.empty());

    const qint64 fresh = m_port->addOrder(QStringLiteral("A-070"), OrderStatus::New, 0, {{QStringLiteral("Plov")}});
    m_port->changed();
    m_port->arrived(fresh);
    QVERIFY2(m_port->painted.empty(), "told before it was painted");
    QTRY_COMPARE(m_port->painted, (std::vector<qint64>{fresh}));
}

void KitchenSightTest::coveredTicketIsNotPainted()
{
    kitchensample::addBusyMoment(*m_port);
    openWindow();
    m_window->resize(1920, 1080);
    // Something opaque over the left half of the tickets.
    auto *cover = new QWidget(m_window.get());
    cover->setAutoFillBackground(true);
    cover->setAttribute(Qt::WA_OpaquePaintEvent);
    cover->setGeometry(0, 200, 400, 880);
    cover->raise();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    const qint64 covered = idOf(QStringLiteral("A-039"));
    const qint64 free = idOf(QStringLiteral("A-044"));
    QTRY_VERIFY(std::count(m_port->painted.begin(), m_port->painted.end(), free) == 1);
    QCOMPARE(int(std::count(m_port->painted.begin(), m_port->painted.end(), covered)), 0);
    cover->hide();
    QTRY_VERIFY(std::count(m_port->painted.begin(), m_port->painted.end(), covered) == 1);
}

void KitchenSightTest::hiddenWindowPaintsNothing()
{
    kitchensample::addBusyMoment(*m_port);
    openWindow();
    m_window->resize(1920, 1080);
    // Painted into a picture, not onto a screen.
    QVERIFY(!m_window->grab().isNull());
    QCoreApplication::processEvents();
    QVERIFY(m_port->painted.empty());
    QVERIFY(m_port->counted.empty());
    m_window->show();
    QTRY_VERIFY(!m_port->painted.empty());
}

void KitchenSightTest::laterPagesAreCounted()
{
    show(40);
    QTRY_VERIFY(!m_port->counted.empty());
    QTRY_COMPARE(int(m_port->painted.size() + m_port->counted.size()), 40);
    for (qint64 id : m_port->counted)
        QVERIFY(std::count(m_port->painted.begin(), m_port->painted.end(), id) == 0);
    const size_t before = m_port->painted.size();
    press(Qt::Key_PageDown);
    QTRY_VERIFY(m_port->painted.size() > before);
}

void KitchenSightTest::screenReadersHearTickets()
{
    show();
    QAccessible::setActive(true);
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_view);
    QVERIFY(list);
    QCOMPARE(list->text(QAccessible::Name), QStringLiteral("Open tickets"));
    QCOMPARE(list->childCount(), 9);
    const QString first = list->child(0)->text(QAccessible::Name);
    QVERIFY2(first.contains(QStringLiteral("A-039")) && first.contains(QStringLiteral("allergy: nuts")),
             qPrintable(first));
    QVERIFY(!list->child(0)->rect().isEmpty());
    QAccessibleInterface *recall = QAccessible::queryAccessibleInterface(find<TouchButton>("recallButton"));
    QCOMPARE(recall->text(QAccessible::Name), QStringLiteral("Recall"));
    QVERIFY(
        !QAccessible::queryAccessibleInterface(find<TouchButton>("nextPageButton"))->text(QAccessible::Name).isEmpty());
}

void KitchenSightTest::longWordsFitInTheBars()
{
    LongWords words;
    QCoreApplication::installTranslator(&words);
    LinkStatus::Facts facts = m_link->facts();
    facts.state = LinkStatus::State::Offline;
    facts.sinceMs = m_port->hubNowMs() - 300'000;
    facts.pending = 127;
    m_link->update(facts);
    for (const QSize size : {QSize(1280, 800), QSize(1920, 1080)}) {
        kitchensample::addMany(*m_port, 20, 1200);
        show(20, size);
        std::vector<QWidget *> top;
        for (const char *name : {"openPill", "latePill", "promisePill", "connectionPill"})
            top.push_back(find<Pill>(name));
        top.push_back(find<TouchButton>("stationTitle"));
        top.push_back(find<ClockFace>("clock"));
        std::vector<QWidget *> bottom{find<TouchButton>("recallButton"),
                                      find<TouchButton>("undoButton"),
                                      find<TouchButton>("priorityButton"),
                                      find<TouchButton>("expoButton"),
                                      find<TouchButton>("moreButton"),
                                      find<KeyHints>("statusLine"),
                                      find<Pill>("pageWords"),
                                      find<TouchButton>("previousPageButton"),
                                      find<TouchButton>("nextPageButton")};
        for (const std::vector<QWidget *> &bar : {top, bottom}) {
            for (size_t index = 0; index < bar.size(); ++index) {
                QWidget *widget = bar[index];
                if (!widget->isVisible())
                    continue;
                QVERIFY2(widget->parentWidget()->rect().contains(widget->geometry()), qPrintable(widget->objectName()));
                if (widget->objectName() != QLatin1String("statusLine"))
                    QVERIFY2(widget->width() >= widget->sizeHint().width(), qPrintable(widget->objectName()));
                for (size_t other = 0; other < index; ++other) {
                    if (bar[other]->isVisible())
                        QVERIFY2(!widget->geometry().intersects(bar[other]->geometry()),
                                 qPrintable(widget->objectName() + QLatin1Char(' ') + bar[other]->objectName()));
                }
            }
        }
        auto *band = find<Band>("linkBand");
        QVERIFY(band->isVisible());
        QCOMPARE(band->height(), band->heightForWidth(band->width()));
        m_window.reset();
    }
    QCoreApplication::removeTranslator(&words);
}

void KitchenSightTest::windowRemembersItsGeometry()
{
    show(3, QSize(1111, 777));
    m_window->close();
    openWindow();
    QCOMPARE(m_window->size(), QSize(1111, 777));
    m_window->show();
    QVERIFY(!m_window->isFullScreen());
    QTest::keyClick(m_view, Qt::Key_F11);
    QVERIFY(m_window->isFullScreen());
    QTest::mouseClick(m_window->findChild<TouchButton *>(QStringLiteral("fullScreenButton")), Qt::LeftButton);
    QVERIFY(!m_window->isFullScreen());
}

void KitchenSightTest::everyTargetIsLargeEnough()
{
    show(40, QSize(1280, 800));
    const double pixelsPerMm = m_window->screen()->physicalDotsPerInch() / 25.4;
    for (const Ticket &ticket : m_port->tickets()) {
        const QRect action = m_view->actionRectOf(ticket.orderId);
        if (!action.isEmpty())
            QVERIFY(action.height() >= 15 * pixelsPerMm - 1);
        for (const OrderLine &line : ticket.lines) {
            const QRect place = m_view->lineRectOf(ticket.orderId, line.id);
            if (!place.isEmpty())
                QVERIFY(place.height() >= 9.5 * pixelsPerMm);
        }
    }
    const auto check = [&](const char *name) {
        QVERIFY2(find<TouchButton>(name)->isVisible(), name);
        QVERIFY2(find<TouchButton>(name)->height() >= 12 * pixelsPerMm - 1, name);
        QVERIFY2(find<TouchButton>(name)->width() >= 12 * pixelsPerMm - 1, name);
    };
    for (const char *name : {"recallButton", "undoButton", "outButton", "moreButton", "nextPageButton",
                             "previousPageButton", "stationTitle"})
        check(name);
    for (const Ticket &ticket : m_port->tickets()) {
        const QRect band = m_view->changeRectOf(ticket.orderId);
        QVERIFY(band.isEmpty() || band.height() >= 9.5 * pixelsPerMm);
    }
    // Where there is room, what goes first has its button too.
    m_window->resize(1920, 1080);
    QCoreApplication::processEvents();
    check("priorityButton");
}

QTEST_MAIN(KitchenSightTest)
#include "kitchensighttest.moc"
