// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/settingsport.h"
#include "ui/settings/listsection.h"

#include <vector>

namespace oshaq {

class FormSheet;

/// The tables and the codes that stand on them.
class TablesSection final : public ListSection
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TablesSection)

public:
    /// The port must outlive it.
    TablesSection(SettingsPort &port, Site site, const Look &look, QWidget *parent = nullptr);

    QString key() const override { return QStringLiteral("tables"); }
    QString iconName() const override { return QStringLiteral("table"); }
    QString title() const override { return tr("Tables"); }
    QString summary() const override
    {
        return tr("The tables of the restaurant, and the codes by which guests order at them.");
    }
    void setLook(const Look &look) override;

    FormSheet *sheet() const { return m_sheet; }
    FormSheet *codeSheet() const { return m_codeSheet; }

protected:
    ListWords listWords() const override;
    PortCall ask(std::function<void(const std::optional<PortFailure> &)> done) override;
    int rowCount() const override { return int(m_rows.size()); }
    RowCard::Words rowWords(int row) const override;
    void act(int row, int action) override;
    void addRow() override;

private:
    enum Action
    {
        Edit,
        NewCode
    };
    void openSheet(const DiningTable &table);
    void openCode(const DiningTable &table);
    void save();
    void remove();
    void askForCode();

    SettingsPort &m_port;
    std::vector<DiningTable> m_rows;
    DiningTable m_edited;
    QString m_key;
    std::optional<TableCode> m_code;
    FormSheet *m_sheet = nullptr;
    FormSheet *m_codeSheet = nullptr;
};

} // namespace oshaq
