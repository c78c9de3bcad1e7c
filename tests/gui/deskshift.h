// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/gui/shots/stage.h"
#include "ui/common/guiwatch.h"
#include "ui/common/languageswitch.h"

#include <QString>

#include <functional>
#include <vector>

namespace oshaq {

/// A busy restaurant behind the whole window (300 open orders, 400 dishes, 80 people, a year of statistics), and
/// somebody who goes through everything that is on it. For what measures the GUI thread: each step is one act of a
/// person, or of the hub, and what follows from it.
namespace deskshift {

struct Step
{
    QString name;
    std::function<void(Stage &)> act; ///< at once, without any turn of the event loop
    /// Colours or sizes become others, or a page is opened that has not got them yet: Qt styles the whole page again.
    bool isLook = false;
};

/// Fills the fakes; then Stage::open().
void furnish(Stage &stage);

/// In this order: each begins where the one before ended. `language` outlives them.
std::vector<Step> steps(LanguageSwitch &language);

/// Until all that an act began has come to its end.
void settle(Stage &stage);

/// What steps cost the GUI thread. Give its watch to the WatchedApplication.
class Meter
{
    Q_DISABLE_COPY_MOVE(Meter)

public:
    /// Of one step.
    struct Dearest
    {
        GuiWatch::Delivery whole;  ///< the delivery (what a person or the hub did, a turn of layout, a frame)
        GuiWatch::Delivery inside; ///< what inside it did most of the work
    };

    Meter();

    GuiWatch &watch() { return m_watch; }
    /// Does the step, settles, and says what was dearest meanwhile.
    const Dearest &measure(Stage &stage, const Step &step);
    int deliveries() const { return m_deliveries; }

private:
    Dearest m_dearest;
    int m_deliveries = 0;
    GuiWatch m_watch;
};

/// Nanoseconds of processor time that a fixed piece of work (texts are shaped and painted) takes on this thread now: a
/// measure for machines and minutes that differ.
qint64 pieceOfWorkNs();

} // namespace deskshift
} // namespace oshaq
