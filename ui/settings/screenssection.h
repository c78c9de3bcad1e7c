// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/settingsport.h"
#include "ui/settings/listsection.h"

#include <vector>

namespace oshaq {

class FormSheet;
class PairingSheet;

/// The terminals of the site: renaming them, what they may do, signing them out, and letting a new one in by a code.
class ScreensSection final : public ListSection
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScreensSection)

public:
    /// The port must outlive it.
    ScreensSection(SettingsPort &port, Site site, const Look &look, QWidget *parent = nullptr);

    QString key() const override { return QStringLiteral("screens"); }
    QString iconName() const override { return QStringLiteral("screen"); }
    QString title() const override { return tr("Screens"); }
    QString summary() const override
    {
        return tr("The screens of this site: what each may do, and how a new one comes in.");
    }
    void setLook(const Look &look) override;

    FormSheet *sheet() const { return m_sheet; }
    PairingSheet *pairingSheet() const { return m_pairing; }

protected:
    ListWords listWords() const override;
    PortCall ask(std::function<void(const std::optional<PortFailure> &)> done) override;
    int rowCount() const override { return int(m_rows.size()); }
    RowCard::Words rowWords(int row) const override;
    void act(int row, int action) override;
    void addRow() override;

private:
    void openSheet(const TerminalRecord &terminal);
    void openPairing();
    void save();
    void remove();
    void fillStations(qint64 chosen);
    std::optional<qint64> chosenStation(const FormSheet *sheet) const;

    SettingsPort &m_port;
    std::vector<ListedTerminal> m_rows;
    std::vector<Station> m_stations;
    TerminalRecord m_edited;
    QString m_key;
    FormSheet *m_sheet = nullptr;
    PairingSheet *m_pairing = nullptr;
};

} // namespace oshaq
