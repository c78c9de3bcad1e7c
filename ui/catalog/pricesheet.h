// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/pricechange.h"
#include "ui/catalog/itemssheet.h"

class QBoxLayout;
class QComboBox;
class QLineEdit;

namespace oshaq {

class Field;
class PriceTable;
class SplitColumns;

/// Many prices at once: by percent, by an amount or to a price, rounded to what people pay in. Each price is shown
/// before and after; nothing is written before the button is pressed, and undo takes all of it back in one step.
class PriceSheet final : public ItemsSheet
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PriceSheet)

public:
    /// The desk must outlive the sheet.
    PriceSheet(CatalogDesk &desk, const Look &look, QWidget *parent);

    void setLook(const Look &look) override;
    /// `itemIds`: whose prices change at first; empty: all.
    void begin(const std::vector<qint64> &itemIds);
    const PricePlan &plan() const { return m_plan; }
    PriceTable *table() const { return m_table; }

protected:
    CatalogChange wanted() const override { return m_plan.change; }
    void refresh() override;
    ChangeWords words(int items) const override;
    void retranslate() override;

private:
    struct Scope
    {
        enum class Kind
        {
            Chosen,
            Category,
            All
        };
        Kind kind = Kind::All;
        qint64 categoryId = 0;
    };

    void fillScopes();
    void takeScope();
    std::vector<Item> itemsOf(const Scope &scope) const;
    /// What is typed and chosen; nothing when it is no number.
    std::optional<PriceRule> rule() const;
    void handleRuleChanged();
    void showSummary();
    void sizeColumns();

    std::vector<qint64> m_chosen;
    std::vector<Scope> m_scopes;
    std::vector<qint64> m_steps;
    Currency m_currency;
    PricePlan m_plan;
    QString m_problem; ///< of what was typed

    SplitColumns *m_columns;
    QBoxLayout *m_howMuch;
    QComboBox *m_scopeChoice;
    Field *m_scopeField;
    ChoiceRow *m_way;
    Field *m_wayField;
    ChoiceRow *m_direction;
    Field *m_directionField;
    QLineEdit *m_valueEdit;
    Field *m_value;
    ChoiceRow *m_step;
    Field *m_stepField;
    ChoiceRow *m_rounding;
    Field *m_roundingField;
    ChoiceRow *m_options;
    Field *m_optionsField;
    QLabel *m_heading;
    PriceTable *m_table;
    QTableView *m_view;
    TouchButton *m_apply;
};

} // namespace oshaq
