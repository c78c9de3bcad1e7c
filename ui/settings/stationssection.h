// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/settingsport.h"
#include "ui/settings/listsection.h"

#include <vector>

namespace oshaq {

class FormSheet;

/// The stations of the kitchen: their names and when a ticket is soon late and late.
class StationsSection final : public ListSection
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StationsSection)

public:
    /// The port must outlive it.
    StationsSection(SettingsPort &port, Site site, const Look &look, QWidget *parent = nullptr);

    QString key() const override { return QStringLiteral("stations"); }
    QString iconName() const override { return QStringLiteral("kitchen"); }
    QString title() const override { return tr("Stations"); }
    QString summary() const override { return tr("Where food is made, and from when a ticket there counts as late."); }
    void setLook(const Look &look) override;

    FormSheet *sheet() const { return m_sheet; }

protected:
    ListWords listWords() const override;
    PortCall ask(std::function<void(const std::optional<PortFailure> &)> done) override;
    int rowCount() const override { return int(m_rows.size()); }
    RowCard::Words rowWords(int row) const override;
    void act(int row, int action) override;
    void addRow() override;

private:
    void openSheet(const Station &station);
    bool read(Station *station);
    void save();
    void remove();

    SettingsPort &m_port;
    std::vector<Station> m_rows;
    Station m_edited;
    QString m_key;
    FormSheet *m_sheet = nullptr;
};

} // namespace oshaq
