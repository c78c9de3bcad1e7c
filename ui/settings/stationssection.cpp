// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/stationssection.h"

#include "models/terminal/idempotencykey.h"
#include "ui/settings/formsheet.h"
#include "ui/settings/settingtext.h"

#include <QLineEdit>

#include <algorithm>

namespace oshaq {

namespace {

constexpr int longestName = 60;
constexpr int mostMinutes = 240;

} // namespace

StationsSection::StationsSection(SettingsPort &port, Site site, const Look &look, QWidget *parent)
    : ListSection(
          std::move(site), [&port](PortCall call) { port.cancel(call); }, look, parent)
    , m_port(port)
{
    StationsSection::retranslate();
    StationsSection::setLook(look);
}

void StationsSection::setLook(const Look &look)
{
    ListSection::setLook(look);
    if (m_sheet)
        m_sheet->adoptLook(look);
}

StationsSection::ListWords StationsSection::listWords() const
{
    return {tr("The stations are not known"), tr("Asking for the stations"), tr("No stations yet"),
            tr("A station is where food is made: hot kitchen, grill, bar."), tr("Add a station")};
}

PortCall StationsSection::ask(std::function<void(const std::optional<PortFailure> &)> done)
{
    return m_port.stations([this, done = std::move(done)](const PortAnswer<std::vector<Station>> &answer) {
        if (answer)
            m_rows = *answer.value;
        done(answer ? std::nullopt : std::optional(answer.failure));
    });
}

RowCard::Words StationsSection::rowWords(int row) const
{
    const Station &station = m_rows[size_t(row)];
    return {station.name,
            tr("Soon late after %1, late after %2. A dish with a time of its own counts by that.")
                .arg(SettingText::duration(station.soonSeconds), SettingText::duration(station.lateSeconds)),
            {},
            {tr("Edit")},
            {tr("Edit %1").arg(station.name)}};
}

void StationsSection::act(int row, int)
{
    openSheet(m_rows[size_t(row)]);
}

void StationsSection::addRow()
{
    Station station;
    for (const Station &one : m_rows)
        station.position = std::max(station.position, one.position + 1);
    openSheet(station);
}

void StationsSection::openSheet(const Station &station)
{
    if (!m_sheet) {
        m_sheet = new FormSheet(QStringLiteral("station"), look(), pageOf());
        m_sheet->addLine(QStringLiteral("name"), longestName);
        m_sheet->addLine(QStringLiteral("soon_seconds"), 5);
        m_sheet->addLine(QStringLiteral("late_seconds"), 5);
        m_sheet->setWords(
            [this] {
                return FormSheet::Words{
                    m_edited.id == 0 ? tr("New station") : m_edited.name, tr("Save"),
                    m_edited.id == 0 ? QString() : tr("Remove"),
                    tr("Remove %1? That works only when no dish and no screen belongs to it.").arg(m_edited.name)};
            },
            [this] {
                m_sheet->setFieldWords(QStringLiteral("name"), tr("Name"));
                m_sheet->setFieldWords(QStringLiteral("soon_seconds"), tr("Soon late after, minutes"),
                                       tr("The ticket turns yellow."));
                m_sheet->setFieldWords(QStringLiteral("late_seconds"), tr("Late after, minutes"),
                                       tr("The ticket gets stripes and a word."));
            });
        connect(m_sheet, &FormSheet::saveAsked, this, &StationsSection::save);
        connect(m_sheet, &FormSheet::removeAsked, this, &StationsSection::remove);
    }
    m_edited = station;
    m_key = newIdempotencyKey();
    m_sheet->findChild<QLineEdit *>(QStringLiteral("station.name"))->setText(station.name);
    m_sheet->findChild<QLineEdit *>(QStringLiteral("station.soon_seconds"))
        ->setText(SettingText::minutes(station.soonSeconds));
    m_sheet->findChild<QLineEdit *>(QStringLiteral("station.late_seconds"))
        ->setText(SettingText::minutes(station.lateSeconds));
    m_sheet->begin(station.id != 0 && m_rows.size() > 1);
}

bool StationsSection::read(Station *station)
{
    const auto text = [this](const char *name) {
        return m_sheet->findChild<QLineEdit *>(QLatin1String("station.") + QLatin1String(name))->text().trimmed();
    };
    m_sheet->clearErrors();
    station->name = text("name");
    if (station->name.isEmpty())
        m_sheet->setProblem(QStringLiteral("name"), [] { return tr("Give it a name."); });
    const auto seconds = [&](const char *name, int *target) {
        const auto value = SettingText::readMinutes(text(name), mostMinutes);
        if (value)
            *target = *value;
        else
            m_sheet->setProblem(QLatin1String(name), [] { return tr("Minutes, from 1 to %1.").arg(mostMinutes); });
        return value.has_value();
    };
    const bool soon = seconds("soon_seconds", &station->soonSeconds);
    const bool late = seconds("late_seconds", &station->lateSeconds);
    if (soon && late && station->lateSeconds <= station->soonSeconds)
        m_sheet->setProblem(QStringLiteral("late_seconds"), [] { return tr("Must be more than \"soon late\"."); });
    return !m_sheet->hasErrors();
}

void StationsSection::save()
{
    Station station = m_edited;
    if (!read(&station))
        return;
    m_sheet->setBusy(true);
    const auto call = std::make_shared<PortCall>(0);
    *call = m_port.saveStation(m_key, station, [this, call](const PortAnswer<Station> &answer) {
        over(*call);
        if (!answer) {
            m_sheet->fail(answer.failure);
            return;
        }
        const auto same = std::find_if(m_rows.begin(), m_rows.end(),
                                       [&answer](const Station &one) { return one.id == answer.value->id; });
        if (same == m_rows.end())
            m_rows.push_back(*answer.value);
        else
            *same = *answer.value;
        m_sheet->finish();
        rebuild();
        refresh();
    });
    remember(*call);
}

void StationsSection::remove()
{
    m_sheet->setBusy(true);
    const auto call = std::make_shared<PortCall>(0);
    *call = m_port.removeStation(m_edited.id, m_edited.version, [this, call](const PortAnswer<PortNothing> &answer) {
        over(*call);
        if (!answer) {
            m_sheet->fail(answer.failure);
            return;
        }
        std::erase_if(m_rows, [this](const Station &one) { return one.id == m_edited.id; });
        m_sheet->finish();
        rebuild();
    });
    remember(*call);
}

} // namespace oshaq
