// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/drillport.h"

namespace oshaq {

/// A DrillPort that hurts nothing: it is how far the test says, and remembers what it was asked for.
class FakeDrillPort final : public DrillPort
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FakeDrillPort)

public:
    FakeDrillPort() = default;

    bool installed = true;
    DrillProgress now;
    std::optional<DrillOutcome> outcome;
    QString failure;
    int startedMinutes = 0; ///< of the last start
    int stops = 0;

    void set(DrillProgress progress)
    {
        now = progress;
        Q_EMIT changed();
    }
    void end(const DrillOutcome &sheet)
    {
        outcome = sheet;
        set({});
    }
    /// A drill of ten minutes as it should be.
    static DrillOutcome passed()
    {
        DrillOutcome sheet;
        sheet.passed = true;
        sheet.atMs = 1'768'487'400'000;
        sheet.lastedMs = 600'000;
        sheet.terminals = 3;
        sheet.phones = 20;
        sheet.ordersAcknowledged = 1'204;
        sheet.ordersLate = 31;
        sheet.commandsConfirmed = 6'020;
        sheet.quietAfterMs = 2'100;
        sheet.faults = {{QStringLiteral("hub"), QStringLiteral("cut"), 4, 41'000, 1'900, 0},
                        {QStringLiteral("hub"), QStringLiteral("kill"), 5, 32'000, 2'600, 1},
                        {QStringLiteral("phones"), QStringLiteral("loss"), 3, 28'000, 800, 0},
                        {QStringLiteral("terminal"), QStringLiteral("delay"), 6, 64'000, 1'200, 2},
                        {QStringLiteral("terminal"), QStringLiteral("restart"), 4, 22'000, 3'400, 0}};
        return sheet;
    }
    static DrillOutcome failed()
    {
        DrillOutcome sheet = passed();
        sheet.passed = false;
        sheet.ordersLost = 2;
        sheet.otherFindings = 1;
        sheet.quietAfterMs = -1;
        sheet.problems = {QStringLiteral("phones2: A-041 was acknowledged and is not in the hub"),
                          QStringLiteral("terminal1 is at 4081, the hub at 4090")};
        return sheet;
    }

    bool isInstalled() const override { return installed; }
    DrillProgress progress() const override { return now; }
    std::optional<DrillOutcome> last() const override { return outcome; }
    QString problem() const override { return failure; }
    void start(int minutes) override
    {
        startedMinutes = minutes;
        set({DrillProgress::Phase::SettingUp, 0, qint64{minutes} * 60'000});
    }
    void stop() override { ++stops; }
};

} // namespace oshaq
