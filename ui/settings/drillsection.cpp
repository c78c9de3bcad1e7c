// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/drillsection.h"

#include "ui/common/alarmtext.h"

#include <QLocale>

#include <array>

namespace oshaq {

namespace {

/// What a person has time for; both give every role every fault.
constexpr std::array lengthsMin{2, 10};

QString number(qint64 count)
{
    return QLocale().toString(count);
}

} // namespace

DrillSection::DrillSection(DrillPort &port, Site site, const Look &look, QWidget *parent)
    : ListSection(
          std::move(site), [](PortCall) {}, look, parent)
    , m_port(port)
{
    connect(&m_port, &DrillPort::changed, this, [this] { rebuild(); });
    DrillSection::retranslate();
    DrillSection::setLook(look);
}

DrillSection::ListWords DrillSection::listWords() const
{
    return {};
}

PortCall DrillSection::ask(std::function<void(const std::optional<PortFailure> &)> done)
{
    done(std::nullopt);
    return 0;
}

int DrillSection::rowCount() const
{
    const auto sheet = isRunning() ? std::nullopt : m_port.last();
    return 1 + (sheet ? 1 + int(sheet->faults.size()) : 0);
}

RowCard::Words DrillSection::rowWords(int row) const
{
    if (row == 0)
        return runWords();
    const DrillOutcome sheet = *m_port.last();
    return row == 1 ? sheetWords(sheet) : faultWords(sheet.faults.at(size_t(row - 2)));
}

RowCard::Words DrillSection::runWords() const
{
    const DrillProgress progress = m_port.progress();
    RowCard::Words words;
    words.title = tr("A restaurant for trying out");
    if (!m_port.isInstalled()) {
        words.facts = tr("The drill comes with the hub's programs, which are not installed on this computer.");
        return words;
    }
    switch (progress.phase) {
    case DrillProgress::Phase::None:
        words.facts = tr("Sets up a hub, screens and guests' phones on this computer, sends orders through them, pulls "
                         "cables and kills programs, and then compares what everybody was told with what is kept. Your "
                         "menu and your orders are not touched. Best when the restaurant is closed: this computer will "
                         "be busy.");
        words.trouble = m_port.problem().isEmpty() ? QString() : tr("There is no result: %1").arg(m_port.problem());
        for (const int minutes : lengthsMin)
            words.actions << tr("Drill for %n minutes", nullptr, minutes);
        break;
    case DrillProgress::Phase::SettingUp:
        words.facts = tr("The hub, the screens and the phones are being set up.");
        break;
    case DrillProgress::Phase::Hurting:
        words.facts = tr("Orders come in and things go wrong: %1 of %2.")
                          .arg(AlarmText::duration(progress.doneMs), AlarmText::duration(progress.wholeMs));
        break;
    case DrillProgress::Phase::Settling:
        words.facts = tr("Everything is mended. What is still on its way comes in, and then all of it is checked.");
        break;
    }
    if (isRunning() && progress.phase != DrillProgress::Phase::Settling)
        words.actions << tr("End it now");
    words.actionNames = words.actions;
    return words;
}

RowCard::Words DrillSection::sheetWords(const DrillOutcome &sheet) const
{
    RowCard::Words words;
    const QString when = clock().moment(sheet.atMs, nowMs());
    words.title = sheet.passed ? tr("Passed, %1").arg(when) : tr("Not passed, %1").arg(when);
    QStringList facts{
        tr("%1 of faults, %2, %3")
            .arg(AlarmText::duration(sheet.lastedMs),
                 sheet.terminals == 1 ? tr("1 screen") : tr("%n screens", nullptr, sheet.terminals),
                 sheet.phones == 1 ? tr("1 phone") : tr("%n phones", nullptr, sheet.phones)),
        tr("orders acknowledged: %1").arg(number(sheet.ordersAcknowledged)),
        tr("lost: %1").arg(number(sheet.ordersLost)),
        tr("doubled: %1").arg(number(sheet.ordersDoubled)),
        tr("late: %1").arg(number(sheet.ordersLate)),
        tr("steps of staff: %1, lost: %2").arg(number(sheet.commandsConfirmed), number(sheet.commandsLost)),
        tr("anything else wrong: %1").arg(number(sheet.otherFindings))};
    if (sheet.quietAfterMs >= 0)
        facts << tr("everything in step again after %1").arg(AlarmText::duration(sheet.quietAfterMs + 999));
    words.facts = facts.join(QStringLiteral(" \u00b7 "));
    QStringList troubles;
    if (sheet.quietAfterMs < 0)
        troubles << tr("Something was still on its way at the end.");
    troubles += sheet.problems;
    words.trouble = troubles.join(u'\n');
    return words;
}

RowCard::Words DrillSection::faultWords(const DrillFaults &faults) const
{
    const auto role = [&]() -> QString {
        if (faults.role == QLatin1String("hub"))
            return tr("The hub");
        if (faults.role == QLatin1String("standby"))
            return tr("The standby");
        if (faults.role == QLatin1String("terminal"))
            return tr("Screens");
        if (faults.role == QLatin1String("phones"))
            return tr("Guests' phones");
        if (faults.role == QLatin1String("printer"))
            return tr("The printer");
        return tr("The internet");
    };
    const auto kind = [&]() -> QString {
        if (faults.kind == QLatin1String("cut"))
            return tr("no network");
        if (faults.kind == QLatin1String("loss"))
            return tr("bad Wi-Fi: much is lost");
        if (faults.kind == QLatin1String("delay"))
            return tr("slow Wi-Fi: all of it late");
        if (faults.kind == QLatin1String("restart"))
            return tr("started anew");
        if (faults.kind == QLatin1String("kill"))
            return tr("power gone");
        if (faults.kind == QLatin1String("takeover"))
            return tr("power gone, and the standby took over");
        return tr("cut off, and the standby took over");
    };
    RowCard::Words words;
    words.title = tr("%1: %2").arg(role(), kind());
    QStringList facts{faults.times == 1 ? tr("once") : tr("%n times", nullptr, faults.times),
                      tr("%1 in all").arg(AlarmText::duration(faults.lastedMs))};
    if (faults.slowestMs >= 0)
        facts << tr("back at work within %1").arg(AlarmText::duration(faults.slowestMs + 999));
    if (faults.unseen > 0)
        facts << tr("not measured: %1").arg(faults.unseen);
    words.facts = facts.join(QStringLiteral(" \u00b7 "));
    return words;
}

void DrillSection::act(int, int action)
{
    if (isRunning())
        m_port.stop();
    else
        m_port.start(lengthsMin.at(size_t(action)));
}

} // namespace oshaq
