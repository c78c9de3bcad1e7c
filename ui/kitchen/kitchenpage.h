// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/terminal/alarmboard.h"
#include "models/terminal/kitchenport.h"
#include "models/terminal/linkstatus.h"
#include "ui/common/page.h"
#include "ui/common/zoneclock.h"
#include "ui/kitchen/alertplan.h"
#include "ui/kitchen/kitchenkeys.h"

#include <QElapsedTimer>
#include <QTimer>

class QSettings;

namespace oshaq {

class AlertSound;
class AllDayPanel;
class Band;
class BottomBar;
class ChoiceStrip;
class CompletedPanel;
class KeysPanel;
class OutPanel;
class ShiftPanel;
class TicketModel;
class TicketView;
class TopBar;

/// The kitchen screen: tickets, what is still to be made, what left, and how the connection is. Everything that it does
/// goes through the port; nothing on it blocks, and nothing on it is modal.
class KitchenPage final : public Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KitchenPage)

public:
    /// Port and link must outlive the page.
    KitchenPage(KitchenPort &port, LinkStatus &link, const Look &look, QWidget *parent = nullptr);
    ~KitchenPage() override;

    QString key() const override { return QStringLiteral("kitchen"); }
    QString iconName() const override { return QStringLiteral("kitchen"); }
    QString title() const override { return tr("Kitchen"); }
    /// As this screen was taught.
    std::vector<Shortcut> shortcuts() const override;
    bool prefersDark() const override { return true; }
    bool staysInSight() const override { return true; }
    void setLook(const Look &look) override;
    TicketView *view() const { return m_view; }

    /// What this screen was taught (keys) is read from here and kept there. The settings must outlive the page.
    void useSettings(QSettings &settings) override;
    /// Tickets that no kitchen screen shows: a band, a sound, a mark. The board must outlive the page.
    void useAlarms(AlarmBoard &board);
    /// Where alerts are heard; must outlive the page. Null: nowhere.
    void setSound(AlertSound *sound) { m_sound = sound; }

    /// Reads the hub's clock and moves everything that shows it. Called by the page's own second hand.
    void refreshTime();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void retranslate() override;
    /// Tab goes from dish to dish; F6 leads to the rail.
    bool focusNextPrevChild(bool) override { return false; }

private:
    void handleTicketsChanged();
    void handleStationsChanged();
    void handleParkedChanged();
    void handleLinkChanged();
    void handleAlarmsChanged();
    void updateAlarmActions();
    /// Its words tell a time.
    void updateAlarmBand();
    void handleTicketArrived(qint64 orderId);
    void handleAction(qint64 orderId);
    void handleLineToggle(qint64 orderId, const std::vector<qint64> &lineIds);
    void handleCourse(qint64 orderId, int course);
    void handleStationPicked(std::optional<qint64> stationId);
    /// What a key means beyond the tickets; false: nothing here.
    bool handlePageKey(KitchenKey key);
    void acknowledge(qint64 orderId);
    void undo(const QString &batch);
    void togglePriority();
    void fireNext();
    void holdCourse();
    void askForTextSize();
    void askForSounds();
    void toggleSound(Alert alert);
    static QString alertName(Alert alert);
    void playDue();
    void askForColumns();
    /// As this station's screen was set up.
    void applyViewSettings();
    int viewSetting(const char *name, int usual) const;
    void keepViewSetting(const char *name, int value);
    QString viewSettingKey(const char *name) const;
    void askWhyVoid();
    void toggleExpo();
    void toggleJournal();
    void toggleKeys();
    /// A panel in place of the tickets; null: the tickets again.
    void showInstead(QWidget *panel);
    void toggleOut();
    void updateOut();
    void handleAvailabilityWanted(qint64 itemId, bool available);
    /// 8 and 6, one soon after the other: the first of them chose a ticket, which is let go again.
    bool isEightySix(const KitchenKeyPress &press, quint64 timestamp);
    void recallLast();
    void recall(qint64 orderId);
    /// Nothing when it worked; otherwise why not.
    void tell(const Result<void> &result, const QString &orderNumber);
    /// What the strip asks for.
    enum class Question
    {
        Station,
        VoidReason,
        More,
        TextSize,
        Sounds,
        Columns
    };
    /// Takes the strip away; false: it had asked just this, and asking again closes it.
    bool beginQuestion(Question question);
    /// The same question in other words: of another language, or of what is known now.
    void askAgain();
    void askForStation();
    void askForMore();
    void dismiss();
    void updatePages();
    void updateCounts();
    void updateLinkBand();
    void updateEmptyState();
    void updatePanels();
    /// Whether anything has ever been heard from the site.
    bool isKnown() const;
    void updateHints();
    void updatePanelWidth();
    /// In the panel at the side letters are as large as its width allows.
    Look sideLook() const;
    void armSecondHand();
    QString numberOf(qint64 orderId) const;
    QString stationName() const;
    /// Says beside the tickets why something did not work; goes by itself.
    void showNotice(const QString &text);

    KitchenPort &m_port;
    LinkStatus &m_link;
    Look m_look;
    ZoneClock m_clock;
    QString m_zoneName;
    TicketModel *m_model;
    TopBar *m_top;
    Band *m_alarmBand;
    Band *m_linkBand;
    Band *m_parkedBand;
    Band *m_notice;
    ChoiceStrip *m_strip;
    TicketView *m_view;
    QWidget *m_side;
    AllDayPanel *m_allDay;
    CompletedPanel *m_completed;
    ShiftPanel *m_shift;
    KeysPanel *m_keys;
    OutPanel *m_out;
    BottomBar *m_bottom;
    QTimer m_secondHand;
    QTimer m_noticeTimer;
    qint64 m_lastOrderMs = 0;
    QString m_lastOrderNumber;
    QString m_parkedId;                      ///< shown in the band
    Question m_question = Question::Station; ///< the last one that the strip asked
    std::optional<qint64> m_ownStation;      ///< where the expo view came from
    KitchenKeyMap m_keyMap;
    QSettings *m_settings = nullptr;
    quint64 m_eightAt = 0; ///< ms of that event
    bool m_eightPressed = false;
    qint64 m_chosenBeforeEight = 0;
    AlertPlan m_alerts;
    AlertSound *m_sound = nullptr;
    AlarmBoard *m_board = nullptr;
    QElapsedTimer m_alertClock;
};

} // namespace oshaq
