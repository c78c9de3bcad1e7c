// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/drillport.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

#include <memory>

namespace oshaq {

/// The sheet that oshaq_drill writes as JSON; nothing when it is not one.
std::optional<DrillOutcome> readDrillSheet(const QByteArray &json);

/// Runs oshaq_drill beside the desktop. Its site lives in a temporary directory that goes with it; the sheet stays in
/// the data directory as `drill.json`.
class DrillRunner final : public DrillPort
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DrillRunner)

public:
    struct Size
    {
        int terminals = 3;
        int phones = 20;
        double ordersPerSecond = 2;
    };

    /// `programs`: where oshaq_drill is.
    DrillRunner(const QString &programs, const QString &dataDirectory);
    /// A drill that runs ends with it, without a sheet.
    ~DrillRunner() override;

    bool isInstalled() const override;
    DrillProgress progress() const override;
    std::optional<DrillOutcome> last() const override { return m_last; }
    QString problem() const override { return m_problem; }
    void start(int minutes) override;
    void stop() override;

    void setSize(const Size &size) { m_size = size; }
    /// For less than a minute.
    void startFor(qint64 milliseconds);

private:
    void readPhases();
    void finish(int exitCode, QProcess::ExitStatus status);
    void readSheet();
    QString sheetPath() const { return m_directory + QStringLiteral("/drill.json"); }

    const QString m_program;
    const QString m_directory;
    Size m_size;
    DrillProgress::Phase m_phase = DrillProgress::Phase::None;
    qint64 m_wholeMs = 0;
    QElapsedTimer m_hurting;
    QTimer m_tick; ///< progress is seen to go on
    std::optional<DrillOutcome> m_last;
    QString m_problem;
    std::unique_ptr<QTemporaryDir> m_site;
    std::unique_ptr<QProcess> m_process;
};

} // namespace oshaq
