// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/drillrunner.h"

#include "sync/protocol/json.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <tuple>

namespace oshaq {

namespace {

constexpr int tickMs = 1'000;
constexpr int endTimeoutMs = 5'000;
constexpr qsizetype wordsShown = 3;

/// "terminal3" is one of the terminals.
QString roleOf(QString node)
{
    while (!node.isEmpty() && node.back().isDigit())
        node.chop(1);
    return node;
}

} // namespace

std::optional<DrillOutcome> readDrillSheet(const QByteArray &bytes)
{
    const auto parsed = parseJson(bytes);
    if (!parsed || !parsed->isObject() || !(*parsed)[u"faults"].isArray())
        return std::nullopt;
    const JsonValue &json = *parsed;
    const auto count = [&](QStringView key) { return json[key].integer(); };
    DrillOutcome sheet;
    sheet.passed = json[u"passed"].boolean();
    sheet.lastedMs = count(u"faults_ms");
    sheet.terminals = int(count(u"terminals"));
    sheet.phones = int(count(u"phones"));
    sheet.standby = json[u"standby"].boolean();
    sheet.ordersAcknowledged = count(u"orders_acknowledged");
    sheet.ordersLate = count(u"orders_late");
    sheet.ordersLost = count(u"lost_orders");
    sheet.ordersDoubled = count(u"doubled");
    sheet.commandsConfirmed = count(u"commands_confirmed");
    sheet.commandsLost = count(u"lost_commands");
    sheet.quietAfterMs = count(u"quiet_after_ms");
    qint64 findings = 0;
    for (const JsonValue &finding : json[u"findings"].items()) {
        ++findings;
        sheet.problems << finding[u"where"].string() + QStringLiteral(": ") + finding[u"what"].string();
    }
    sheet.otherFindings = findings - sheet.ordersLost - sheet.ordersDoubled - sheet.commandsLost;
    for (const JsonValue &problem : json[u"problems"].items())
        sheet.problems << problem.string();
    if (!json[u"not_quiet"].string().isEmpty() && sheet.quietAfterMs < 0)
        sheet.problems << json[u"not_quiet"].string();
    sheet.problems = sheet.problems.mid(0, wordsShown);
    for (const JsonValue &fault : json[u"faults"].items()) {
        const QString role = roleOf(fault[u"node"].string());
        const QString kind = fault[u"kind"].string();
        auto at = std::find_if(sheet.faults.begin(), sheet.faults.end(),
                               [&](const DrillFaults &seen) { return seen.role == role && seen.kind == kind; });
        if (at == sheet.faults.end()) {
            sheet.faults.push_back({role, kind});
            at = std::prev(sheet.faults.end());
        }
        ++at->times;
        at->lastedMs += fault[u"lasted_ms"].integer();
        const qint64 recoveredMs = fault[u"recovered_ms"].integer();
        if (recoveredMs < 0)
            ++at->unseen;
        else
            at->slowestMs = std::max(at->slowestMs, recoveredMs);
    }
    std::sort(sheet.faults.begin(), sheet.faults.end(), [](const DrillFaults &left, const DrillFaults &right) {
        return std::tie(left.role, left.kind) < std::tie(right.role, right.kind);
    });
    return sheet;
}

DrillRunner::DrillRunner(const QString &programs, const QString &dataDirectory)
    : m_program(programs + QStringLiteral("/oshaq_drill"))
    , m_directory(dataDirectory)
{
    m_tick.setInterval(tickMs);
    connect(&m_tick, &QTimer::timeout, this, &DrillPort::changed);
    readSheet();
}

DrillRunner::~DrillRunner()
{
    if (!m_process)
        return;
    m_process->disconnect(this);
    m_process->kill(); // what it started dies with it
    m_process->waitForFinished(endTimeoutMs);
}

bool DrillRunner::isInstalled() const
{
    return QFileInfo(m_program).isExecutable();
}

DrillProgress DrillRunner::progress() const
{
    DrillProgress progress{m_phase, 0, m_wholeMs};
    if (m_phase == DrillProgress::Phase::Hurting)
        progress.doneMs = std::min(m_hurting.elapsed(), m_wholeMs);
    return progress;
}

void DrillRunner::start(int minutes)
{
    startFor(qint64{minutes} * 60'000);
}

void DrillRunner::startFor(qint64 milliseconds)
{
    if (m_process)
        return;
    m_problem.clear();
    m_site = std::make_unique<QTemporaryDir>();
    m_process = std::make_unique<QProcess>();
    m_process->setStandardErrorFile(QProcess::nullDevice());
    connect(m_process.get(), &QProcess::readyReadStandardOutput, this, &DrillRunner::readPhases);
    connect(m_process.get(), &QProcess::finished, this, &DrillRunner::finish);
    connect(m_process.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            finish(-1, QProcess::CrashExit);
    });
    m_wholeMs = milliseconds;
    m_phase = DrillProgress::Phase::SettingUp;
    m_process->start(m_program,
                     {QStringLiteral("--minutes"), QString::number(double(milliseconds) / 60'000),
                      QStringLiteral("--terminals"), QString::number(m_size.terminals), QStringLiteral("--phones"),
                      QString::number(m_size.phones), QStringLiteral("--rate"), QString::number(m_size.ordersPerSecond),
                      QStringLiteral("--standby"), QStringLiteral("--progress"), QStringLiteral("--dir"),
                      m_site->filePath(QStringLiteral("site")), QStringLiteral("--json"),
                      m_site->filePath(QStringLiteral("sheet.json"))});
    Q_EMIT changed();
}

void DrillRunner::stop()
{
    if (m_process)
        m_process->terminate();
}

void DrillRunner::readPhases()
{
    while (m_process->canReadLine()) {
        const QByteArray line = m_process->readLine().trimmed();
        if (line == "phase hurting") {
            m_phase = DrillProgress::Phase::Hurting;
            m_hurting.start();
            m_tick.start();
        } else if (line == "phase settling") {
            m_phase = DrillProgress::Phase::Settling;
            m_tick.stop();
        } else {
            continue;
        }
        Q_EMIT changed();
    }
}

void DrillRunner::finish(int exitCode, QProcess::ExitStatus status)
{
    // 1 is a drill that was not passed: it has a sheet too.
    QFile sheet(m_site->filePath(QStringLiteral("sheet.json")));
    if (status == QProcess::NormalExit && exitCode <= 1 && sheet.exists()) {
        QFile::remove(sheetPath());
        if (!sheet.copy(sheetPath()))
            m_problem = QStringLiteral("%1 cannot be written").arg(sheetPath());
    } else {
        m_problem = status == QProcess::NormalExit ? QStringLiteral("oshaq_drill ended with code %1").arg(exitCode)
                                                   : m_process->errorString();
    }
    m_tick.stop();
    m_phase = DrillProgress::Phase::None;
    m_process.release()->deleteLater(); // this is its signal
    m_site.reset();
    readSheet();
    Q_EMIT changed();
}

void DrillRunner::readSheet()
{
    QFile file(sheetPath());
    if (!file.open(QIODevice::ReadOnly))
        return;
    m_last = readDrillSheet(file.readAll());
    if (m_last)
        m_last->atMs = QFileInfo(file).lastModified().toMSecsSinceEpoch();
}

} // namespace oshaq
