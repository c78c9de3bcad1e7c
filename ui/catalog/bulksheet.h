// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/bulkedit.h"
#include "ui/catalog/itemssheet.h"

class QComboBox;
class QLineEdit;

namespace oshaq {

class Field;
class HoursEditor;

/// Several dishes at once: whatever is not touched stays as it is in each of them. Written in one step, which undo
/// takes back.
class BulkSheet final : public ItemsSheet
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BulkSheet)

public:
    /// The desk must outlive the sheet.
    BulkSheet(CatalogDesk &desk, const Look &look, QWidget *parent);

    void setLook(const Look &look) override;
    /// Ids that the menu does not have do not count; with none left it does not open.
    void begin(const std::vector<qint64> &itemIds);
    /// What is chosen and typed.
    BulkEdit edit() const;

protected:
    CatalogChange wanted() const override;
    void refresh() override;
    ChangeWords words(int items) const override;
    bool mayClose() override;
    void retranslate() override;

private:
    void fillCombos();
    void fillAllergens();
    bool isAnythingWrong() const;
    bool areTimesRight() const;
    /// What was typed of the step and the preparation; nothing: it is no such thing.
    std::optional<qint64> typedStep() const;
    std::optional<int> typedPrepSeconds() const;
    QStringList typedAllergens() const;
    void showSummary();

    bool m_asksLosing = false;
    QStringList m_addable;
    QStringList m_removable;

    QLabel *m_about;
    QComboBox *m_category;
    QComboBox *m_station;
    QLineEdit *m_prepEdit;
    QComboBox *m_step;
    QLineEdit *m_stepEdit;
    QComboBox *m_hours;
    HoursEditor *m_times;
    ChoiceRow *m_add;
    QLineEdit *m_addEdit;
    ChoiceRow *m_remove;
    ChoiceRow *m_available;
    Field *m_categoryField;
    Field *m_stationField;
    Field *m_prepField;
    Field *m_stepField;
    Field *m_stepEditField;
    Field *m_hoursField;
    QLabel *m_timesError;
    Field *m_addField;
    Field *m_addEditField;
    Field *m_removeField;
    Field *m_availableField;
    TouchButton *m_keep;
    TouchButton *m_apply;
};

} // namespace oshaq
