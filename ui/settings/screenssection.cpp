// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/screenssection.h"

#include "models/terminal/idempotencykey.h"
#include "ui/common/linktext.h"
#include "ui/common/screentext.h"
#include "ui/settings/formsheet.h"
#include "ui/settings/pairingsheet.h"
#include "ui/settings/settingtext.h"

#include <QComboBox>
#include <QLineEdit>

#include <algorithm>

namespace oshaq {

namespace {

constexpr int longestName = 60;

int placeOf(Role role)
{
    const auto &roles = SettingText::screenRoles();
    return int(std::find(roles.begin(), roles.end(), role) - roles.begin());
}

QComboBox *combo(const FormSheet *sheet, const char *field)
{
    return sheet->findChild<QComboBox *>(sheet->objectName() + u'.' + QLatin1String(field));
}

void fillRoles(QComboBox *box)
{
    const int chosen = box->currentIndex();
    box->clear();
    for (const Role role : SettingText::screenRoles())
        box->addItem(SettingText::role(role));
    box->setCurrentIndex(std::max(0, chosen));
}

} // namespace

ScreensSection::ScreensSection(SettingsPort &port, Site site, const Look &look, QWidget *parent)
    : ListSection(
          std::move(site), [&port](PortCall call) { port.cancel(call); }, look, parent)
    , m_port(port)
{
    refreshEvery(int(screens::reportMs));
    ScreensSection::retranslate();
    ScreensSection::setLook(look);
}

void ScreensSection::setLook(const Look &look)
{
    ListSection::setLook(look);
    for (Sheet *sheet : std::initializer_list<Sheet *>{m_sheet, m_pairing}) {
        if (sheet)
            sheet->adoptLook(look);
    }
}

ScreensSection::ListWords ScreensSection::listWords() const
{
    return {tr("The screens are not known"), tr("Asking for the screens"), tr("No screens yet"),
            tr("Each kitchen screen and each counter is a screen of its own."), tr("Let a new screen in")};
}

PortCall ScreensSection::ask(std::function<void(const std::optional<PortFailure> &)> done)
{
    const auto stations = std::make_shared<PortCall>(0);
    *stations = m_port.stations([this, stations](const PortAnswer<std::vector<Station>> &answer) {
        over(*stations);
        if (!answer)
            return; // the other question says it
        m_stations = *answer.value;
        rebuild();
    });
    remember(*stations);
    return m_port.terminals([this, done = std::move(done)](const PortAnswer<std::vector<ListedTerminal>> &answer) {
        if (answer)
            m_rows = *answer.value;
        done(answer ? std::nullopt : std::optional(answer.failure));
    });
}

RowCard::Words ScreensSection::rowWords(int row) const
{
    const auto &[terminal, screen] = m_rows[size_t(row)];
    QStringList facts{screen ? ScreenText::state(*screen, clock(), nowMs()) : tr("Never seen"),
                      SettingText::role(terminal.role)};
    if (terminal.stationId) {
        const auto station = std::find_if(m_stations.begin(), m_stations.end(),
                                          [&](const Station &one) { return one.id == *terminal.stationId; });
        if (station != m_stations.end())
            facts << tr("shows %1").arg(station->name);
    }
    facts << tr("numbers its own orders %1-001").arg(terminal.letter);
    QStringList troubles;
    if (screen) {
        facts << ScreenText::figures(*screen);
        troubles = {ScreenText::trouble(*screen, nowMs()), ScreenText::clockTrouble(*screen)};
        troubles.removeAll(QString());
    }
    return {terminal.name,
            facts.join(QStringLiteral(" · ")),
            troubles.join(QLatin1Char(' ')),
            {tr("Edit")},
            {tr("Edit %1").arg(terminal.name)}};
}

void ScreensSection::act(int row, int)
{
    openSheet(m_rows[size_t(row)].terminal);
}

void ScreensSection::addRow()
{
    openPairing();
}

// ---- one screen

void ScreensSection::fillStations(qint64 chosen)
{
    QComboBox *box = combo(m_sheet, "station_id");
    box->clear();
    box->addItem(tr("All stations"), qint64{0});
    for (const Station &station : m_stations)
        box->addItem(station.name, station.id);
    box->setCurrentIndex(std::max(0, box->findData(chosen)));
}

std::optional<qint64> ScreensSection::chosenStation(const FormSheet *sheet) const
{
    const qint64 id = combo(sheet, "station_id")->currentData().toLongLong();
    return id == 0 ? std::nullopt : std::optional(id);
}

void ScreensSection::openSheet(const TerminalRecord &terminal)
{
    if (!m_sheet) {
        m_sheet = new FormSheet(QStringLiteral("terminal"), look(), pageOf());
        m_sheet->addLine(QStringLiteral("name"), longestName);
        m_sheet->addCombo(QStringLiteral("role"));
        m_sheet->addCombo(QStringLiteral("station_id"));
        m_sheet->setWords(
            [this] {
                return FormSheet::Words{m_edited.name, tr("Save"), tr("Sign out and remove"),
                                        tr("%1 is signed out at once and for good. What it still had to send stays on "
                                           "it. Its letter is never used again.")
                                            .arg(m_edited.name)};
            },
            [this] {
                m_sheet->setFieldWords(QStringLiteral("name"), tr("Name"));
                m_sheet->setFieldWords(QStringLiteral("role"), tr("May do"),
                                       tr("Holds from its next request on, whoever stands at it."));
                m_sheet->setFieldWords(QStringLiteral("station_id"), tr("Station"),
                                       tr("Tickets of that station count as seen there."));
                fillRoles(combo(m_sheet, "role"));
                if (QComboBox *stations = combo(m_sheet, "station_id"); stations->count() > 0)
                    stations->setItemText(0, tr("All stations"));
            });
        connect(m_sheet, &FormSheet::saveAsked, this, &ScreensSection::save);
        connect(m_sheet, &FormSheet::removeAsked, this, &ScreensSection::remove);
    }
    m_edited = terminal;
    m_key = newIdempotencyKey();
    fillStations(terminal.stationId.value_or(0));
    m_sheet->findChild<QLineEdit *>(QStringLiteral("terminal.name"))->setText(terminal.name);
    combo(m_sheet, "role")->setCurrentIndex(placeOf(terminal.role));
    m_sheet->begin(true);
}

void ScreensSection::save()
{
    TerminalRecord terminal = m_edited;
    m_sheet->clearErrors();
    terminal.name = m_sheet->findChild<QLineEdit *>(QStringLiteral("terminal.name"))->text().trimmed();
    if (terminal.name.isEmpty()) {
        m_sheet->setProblem(QStringLiteral("name"), [] { return tr("Give it a name."); });
        return;
    }
    terminal.role = SettingText::screenRoles().at(size_t(combo(m_sheet, "role")->currentIndex()));
    terminal.stationId = chosenStation(m_sheet);
    m_sheet->setBusy(true);
    const auto call = std::make_shared<PortCall>(0);
    *call = m_port.saveTerminal(m_key, terminal, [this, call](const PortAnswer<TerminalRecord> &answer) {
        over(*call);
        if (!answer) {
            m_sheet->fail(answer.failure);
            return;
        }
        for (ListedTerminal &one : m_rows) {
            if (one.terminal.id == answer.value->id)
                one.terminal = *answer.value;
        }
        m_sheet->finish();
        rebuild();
        refresh();
    });
    remember(*call);
}

void ScreensSection::remove()
{
    m_sheet->setBusy(true);
    const auto call = std::make_shared<PortCall>(0);
    *call = m_port.removeTerminal(m_edited.id, m_edited.version, [this, call](const PortAnswer<PortNothing> &answer) {
        over(*call);
        if (!answer) {
            m_sheet->fail(answer.failure);
            return;
        }
        std::erase_if(m_rows, [this](const ListedTerminal &one) { return one.terminal.id == m_edited.id; });
        m_sheet->finish();
        rebuild();
    });
    remember(*call);
}

// ---- a new one

void ScreensSection::openPairing()
{
    if (!m_pairing) {
        m_pairing =
            new PairingSheet(m_port, {[this] { return nowMs(); }, [this] { return timeZone(); }}, look(), pageOf());
        connect(m_pairing, &Sheet::closed, this, &ScreensSection::refresh);
    }
    m_pairing->begin(m_stations);
}

} // namespace oshaq
