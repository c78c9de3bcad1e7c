// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/drill/drillprocess.h"
#include "app/drill/drillsheet.h"
#include "app/drill/lab.h"
#include "app/drill/standbypair.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace oshaq::drill {

/// How far a drill is.
enum class Phase
{
    SettingUp,
    Hurting,
    Settling, ///< everything is healed, and what is on its way comes in
};

struct DrillOptions
{
    quint32 seed = 1;
    qint64 forMs = 60'000; ///< phones order for so long, and things go wrong
    qint64 faultEveryMs = 4'000;
    bool faults = true;
    int terminals = 8;
    int phones = 200;
    int phoneGroups = 4; ///< processes, each behind a link of its own
    double ordersPerSecond = 1.5;
    qint64 paceMs = 1'000;   ///< of the cooks, between two steps of one ticket
    bool standby = false;    ///< where oshaqd has one and the lab has room for it; else without, and it says so
    bool places = true;      ///< a printer and the internet too, where the lab has room for them
    QString bug;             ///< "swallow" or "double": phones speak through oshaq_lyingproxy
    bool useProxies = false; ///< also where network namespaces can be had
    qint64 quietTimeoutMs = 90'000;
    QString directory; ///< everything that is written; kept
    QString programs;  ///< directory of oshaqd and of the drill's own helpers
    QString realData;  ///< directory of real menus and orders; empty or missing: orders of the sample menu
    QString sampleMenu = QStringLiteral(":/sample/menu.csv");
    std::function<void(Phase)> entered = [](Phase) {};
};

/// One site under a drill: hub, terminals and phones as processes on a network that can be hurt, histories of all of
/// them, and the sheet. Needs a QCoreApplication; runs an event loop while it waits.
class Drill
{
    Q_DISABLE_COPY_MOVE(Drill)

public:
    /// `say` hears what happens, line by line.
    Drill(DrillOptions options, std::function<void(const QString &)> say);
    ~Drill();

    /// Ends the run early, as if its time were over.
    void stop();

    /// Sets up, runs, heals, waits for quiet, checks.
    DrillSheet run();

    /// A terminal that takes `orders` real orders while its hub is away, works them off, and meets it again.
    struct ShiftFigures
    {
        QString problem;
        QString orders; ///< whose they were
        int taken = 0;
        int commands = 0; ///< in the outbox when the hub came back
        qint64 takenInMs = 0;
        qint64 rssBeforeKb = 0;
        qint64 rssKb = 0;
        qint64 fileKb = 0; ///< terminal.db and its log
        qint64 convergedMs = 0;
        CheckResult check;
    };
    ShiftFigures runShift(int orders);

private:
    struct Source
    {
        QString file;
        QString words;     ///< for the sheet
        double spanMs = 0; ///< of the orders that will be played, with pauses cut as the replay cuts them
        QString menu;
    };

    QString prepare(const QString &role);
    QString prepareOrders(int wanted);
    QString writeSampleOrders(int wanted);
    QString openLab();
    QString startHub();
    QString startPlaces();
    QString startStandby();
    QStringList serve(const QString &node) const;
    QString waitForWords(const QString &node);
    QString startTerminals(const QStringList &extra);
    QString startPhones();
    void hurt();
    QString nodeOf(const Fault &fault) const;
    void begin(DoneFault *done);
    void end(DoneFault *done);
    bool comesIntoStep();
    void promote();
    void supervise();
    bool wait(qint64 ms);
    void waitForQuiet(DrillSheet *sheet);
    QString whyNotQuiet();
    void collect(DrillSheet *sheet);
    void note(const QString &problem);

    static QString hubNode() { return QStringLiteral("hub"); }
    static QString printerNode() { return QStringLiteral("printer"); }
    static QString internetNode() { return QStringLiteral("internet"); }
    static QString standbyNode() { return QStringLiteral("standby"); }
    /// The computer that is the hub now.
    QString hub() const { return m_pair ? m_pair->hub() : hubNode(); }
    QString path(const QString &name) const { return m_options.directory + u'/' + name; }
    QString tokenFile() const { return path(QStringLiteral("business.token")); }
    QString historyOf(const QString &client) const { return path(client + QStringLiteral(".history")); }
    QString program() const { return m_options.programs + QStringLiteral("/oshaqd"); }
    std::unique_ptr<DrillProcess> makeProcess(const QString &node, const QStringList &arguments);

    DrillOptions m_options;
    std::function<void(const QString &)> m_say;
    bool m_isStopping = false;
    std::unique_ptr<Lab> m_lab;
    Source m_source;
    QByteArray m_token;
    QStringList m_terminals;
    QStringList m_phones;
    QStringList m_places; ///< the printer and the internet, where the lab has room for them
    std::map<QString, std::unique_ptr<DrillProcess>> m_processes; ///< by node
    std::map<QString, bool> m_down;                               ///< ended by a fault that lasts
    std::vector<DoneFault> m_faults;
    QStringList m_problems;
    qint64 m_healedMs = 0;
    std::unique_ptr<StandbyPair> m_pair; ///< null: there is no standby
    bool m_promotes = false;
    int m_takeovers = 0;
    int m_refusedByOld = 0;
};

} // namespace oshaq::drill
