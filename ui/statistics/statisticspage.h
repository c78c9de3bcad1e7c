// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/filesport.h"
#include "models/terminal/linkstatus.h"
#include "models/terminal/statisticsport.h"
#include "models/terminal/worklist.h"
#include "ui/common/page.h"
#include "ui/common/zoneclock.h"
#include "ui/statistics/chartbuilder.h"
#include "ui/statistics/exportsheet.h"
#include "ui/statistics/statisticsrange.h"

#include <QElapsedTimer>
#include <QTimer>

#include <optional>
#include <vector>

class QScrollArea;
class QVBoxLayout;

namespace oshaq {

class Band;
class CardGrid;
class ChartCard;
class BankDaySheet;
class DayEndSheet;
class DrillSheet;
class FigureCard;
class RangeSheet;
class StateView;
class StatisticsBar;

/// A day, a month or a year in five figures and ten charts, beside what was before, with the orders behind each of
/// them. What it says is what the hub said; it only adds up days. Nothing on it blocks.
class StatisticsPage final : public Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatisticsPage)

public:
    /// Ports, list and link must outlive the page.
    StatisticsPage(StatisticsPort &port, FilesPort &files, WorkList &works, LinkStatus &link, const Look &look,
                   QWidget *parent = nullptr);
    ~StatisticsPage() override;

    QString key() const override { return QStringLiteral("statistics"); }
    QString iconName() const override { return QStringLiteral("statistics"); }
    QString title() const override;
    std::vector<Shortcut> shortcuts() const override;
    void setLook(const Look &look) override;
    void useSettings(QSettings &settings) override;
    void enter() override;
    /// Little: what does not fit scrolls.
    QSize minimumSizeHint() const override;

    const RangeChoice &choice() const { return m_choice; }
    void choose(const RangeChoice &choice);
    void refresh();
    /// Nothing is asked for, and everything that came is shown.
    bool isSettled() const;

    StatisticsBar *bar() const { return m_bar; }
    Band *band() const { return m_band; }
    Band *fileBand() const { return m_fileBand; }
    StateView *state() const { return m_state; }
    const std::vector<FigureCard *> &figures() const { return m_figures; }
    ChartCard *card(ChartId id) const { return m_cards[size_t(id)]; }
    QWidget *progressLine() const { return m_progress; }
    RangeSheet *rangeSheet() const { return m_rangeSheet; }
    ExportSheet *exportSheet() const { return m_exportSheet; }
    DrillSheet *drillSheet() const { return m_drillSheet; }
    DayEndSheet *dayEndSheet() const { return m_dayEndSheet; }
    BankDaySheet *bankDaySheet() const { return m_bankDaySheet; }

Q_SIGNALS:
    /// Somebody wants to see it on the orders page.
    void orderAsked(qint64 orderId);

protected:
    void retranslate() override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    /// An answer, and when it came.
    struct Seen
    {
        DayRange range;
        Analytics analytics;
        qint64 atMs = 0;
    };

    void connectAll();
    QDate today() const;

    // ---- asking
    void ask();
    void forget();
    void takeNow(const DayRange &range, const PortAnswer<Analytics> &answer);
    void takeBefore(const DayRange &range, const PortAnswer<Analytics> &answer);
    void remember(const DayRange &range, const Analytics &analytics);
    const Seen *seen(const std::optional<DayRange> &range) const;
    void handleLinkChanged();

    // ---- showing
    /// What is known of the chosen days; nothing when nothing is.
    void showKnown();
    void showFigures();
    void updateCards();
    void updateCard(ChartCard *card);
    /// Once everything has its words and its letters: some cards want another height then.
    void rearrangeLater();
    void updateState();
    void updateBand();

    // ---- files
    void save(ExportSheet::What what, bool personal, const QString &stem);
    quint64 savePicture(const QString &path);
    void followWork(quint64 id);
    void updateFileBand();
    void handleFileAction();

    StatisticsPort &m_port;
    FilesPort &m_files;
    WorkList &m_works;
    LinkStatus &m_link;
    Look m_look;
    QSettings *m_settings = nullptr;
    ZoneClock m_clock;
    RangeChoice m_choice;

    PortCall m_call = 0;
    PortCall m_beforeCall = 0;
    std::optional<PortFailure> m_failure;
    std::optional<PortFailure> m_beforeFailure;
    std::vector<Seen> m_seen; ///< newest last
    std::optional<StatisticsFigures> m_shown;
    qint64 m_shownAtMs = 0;
    std::vector<ChartCard *> m_due; ///< cards that still show what was before; last first
    quint64 m_work = 0;

    StatisticsBar *m_bar;
    QWidget *m_progress;
    Band *m_band;
    Band *m_fileBand;
    StateView *m_state;
    QScrollArea *m_scroll;
    QWidget *m_content;
    CardGrid *m_figureGrid;
    CardGrid *m_chartGrid;
    std::vector<FigureCard *> m_figures;
    std::vector<ChartCard *> m_cards;
    RangeSheet *m_rangeSheet;
    ExportSheet *m_exportSheet;
    DrillSheet *m_drillSheet;
    DayEndSheet *m_dayEndSheet;
    BankDaySheet *m_bankDaySheet;
    QTimer m_cardTimer;
    QTimer m_noticeTimer;
};

} // namespace oshaq
