// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/pricesheet.h"

#include "ui/catalog/managertext.h"
#include "ui/catalog/pricetable.h"
#include "ui/catalog/splitcolumns.h"
#include "ui/common/choicerow.h"
#include "ui/common/field.h"
#include "ui/common/formats.h"
#include "ui/common/touchbutton.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>

#include <algorithm>
#include <cstdlib>

namespace oshaq {

namespace {

constexpr int sheetWidth = 1120;

// Places in the rows of choices.
enum Way
{
    ByPercent,
    ByAmount,
    ToPrice
};
enum Direction
{
    Raise,
    Lower
};
enum Rounding
{
    Nearest,
    Up,
    Down
};
enum Options
{
    DishesOnly,
    OptionsToo
};

} // namespace

PriceSheet::PriceSheet(CatalogDesk &desk, const Look &look, QWidget *parent)
    : ItemsSheet(desk, look, sheetWidth, parent)
    , m_columns(new SplitColumns(this))
    , m_howMuch(new QHBoxLayout)
    , m_scopeChoice(new QComboBox(this))
    , m_way(makeChoice(QStringLiteral("priceWay")))
    , m_direction(makeChoice(QStringLiteral("priceDirection")))
    , m_valueEdit(new QLineEdit(this))
    , m_step(makeChoice(QStringLiteral("priceStep")))
    , m_rounding(makeChoice(QStringLiteral("priceRounding")))
    , m_options(makeChoice(QStringLiteral("priceOptions")))
    , m_heading(makeLabel(QStringLiteral("strong")))
    , m_table(new PriceTable(look, this))
    , m_view(makeTable(QStringLiteral("priceTable")))
    , m_apply(addButton(QStringLiteral("priceApply"), true))
{
    setObjectName(QStringLiteral("priceSheet"));
    m_scopeChoice->setObjectName(QStringLiteral("priceScope"));
    m_valueEdit->setObjectName(QStringLiteral("priceValue"));
    m_valueEdit->setMaxLength(20);
    m_valueEdit->setInputMethodHints(Qt::ImhFormattedNumbersOnly);
    m_heading->setObjectName(QStringLiteral("priceHeading"));

    const auto field = [this](QWidget *editor) {
        auto *made = new Field(editor, this);
        m_columns->first()->addWidget(made);
        return made;
    };
    m_scopeField = field(m_scopeChoice);
    m_wayField = field(m_way);
    m_directionField = new Field(m_direction, this);
    m_value = new Field(m_valueEdit, this);
    m_howMuch->addWidget(m_directionField, 3, Qt::AlignTop);
    m_howMuch->addWidget(m_value, 2, Qt::AlignTop);
    m_columns->first()->addLayout(m_howMuch);
    m_stepField = field(m_step);
    m_roundingField = field(m_rounding);
    m_optionsField = field(m_options);
    m_columns->first()->addStretch(1);
    m_columns->second()->addWidget(m_heading);
    m_columns->second()->addWidget(m_view, 1);
    body()->addWidget(m_columns, 1);

    m_view->setModel(m_table);
    m_view->horizontalHeader()->setSectionResizeMode(PriceTable::Dish, QHeaderView::Stretch);
    for (const int column : {PriceTable::Before, PriceTable::After, PriceTable::Difference})
        m_view->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Fixed);

    connect(m_scopeChoice, &QComboBox::activated, this, [this] { takeScope(); });
    connect(m_way, &ChoiceRow::picked, this, [this] {
        m_valueEdit->clear();
        m_valueEdit->setFocus(Qt::OtherFocusReason);
        handleRuleChanged();
    });
    for (ChoiceRow *row : {m_direction, m_step, m_rounding, m_options})
        connect(row, &ChoiceRow::picked, this, &PriceSheet::handleRuleChanged);
    connect(m_valueEdit, &QLineEdit::textEdited, this, &PriceSheet::handleRuleChanged);
    connect(m_apply, &TouchButton::clicked, this, &PriceSheet::write);
    PriceSheet::setLook(look);
    PriceSheet::retranslate();
}

void PriceSheet::setLook(const Look &look)
{
    ItemsSheet::setLook(look);
    m_columns->setSpacing(look.px(24), look.px(14));
    m_columns->setWidths(look.px(450), look.px(500));
    m_howMuch->setSpacing(look.px(12));
    m_view->setMinimumHeight(look.px(280));
    m_table->setLook(look);
    sizeColumns();
}

void PriceSheet::retranslate()
{
    ItemsSheet::retranslate();
    setTitle(tr("Change prices"));
    m_scopeField->setLabel(tr("Which dishes"));
    m_wayField->setLabel(tr("How"));
    m_way->setTexts({tr("By percent"), tr("By amount"), tr("To a price")});
    m_directionField->setLabel(tr("Dearer or cheaper"));
    m_direction->setTexts({tr("Raise"), tr("Lower")});
    m_stepField->setLabel(tr("Round to"));
    QStringList steps;
    for (const qint64 step : m_steps)
        steps << formats::amount(step, m_currency);
    m_step->setTexts(steps);
    m_roundingField->setLabel(tr("Which way"));
    m_rounding->setTexts({tr("Nearest"), tr("Up"), tr("Down")});
    m_optionsField->setLabel(tr("Prices of options"));
    m_options->setTexts({tr("Stay"), tr("Change too")});
    m_view->setAccessibleName(tr("Prices before and after"));
    fillScopes();
    m_table->retranslate();
    handleRuleChanged();
    sizeColumns();
}

// ---- which dishes

void PriceSheet::begin(const std::vector<qint64> &itemIds)
{
    if (isBusy()) {
        open();
        return;
    }
    m_currency = ManagerText::currencyOf(port().business());
    m_steps = priceSteps(m_currency);
    m_chosen = itemIds;
    const Catalog catalog = desk().catalog();
    m_scopes.clear();
    if (!itemIds.empty())
        m_scopes.push_back({Scope::Kind::Chosen, 0});
    m_scopes.push_back({Scope::Kind::All, 0});
    for (const Category &category : catalog.categories)
        m_scopes.push_back({Scope::Kind::Category, category.id});
    m_valueEdit->clear();
    setItems(itemsOf(m_scopes.front()));
    retranslate();
    m_scopeChoice->setCurrentIndex(0);
    m_way->setChosen(ByPercent);
    m_direction->setChosen(Raise);
    m_step->setChosen(0);
    m_rounding->setChosen(Nearest);
    m_options->setChosen(DishesOnly);
    handleRuleChanged();
    m_view->scrollToTop();
    open(m_valueEdit);
}

std::vector<Item> PriceSheet::itemsOf(const Scope &scope) const
{
    const Catalog catalog = desk().catalog();
    // In the order of the menu, as the page shows them.
    std::vector<Item> items;
    for (const Category &category : catalog.categories) {
        for (const Item &item : catalog.items) {
            const bool isMeant = scope.kind == Scope::Kind::All ||
                                 (scope.kind == Scope::Kind::Category && item.categoryId == scope.categoryId) ||
                                 (scope.kind == Scope::Kind::Chosen &&
                                  std::find(m_chosen.begin(), m_chosen.end(), item.id) != m_chosen.end());
            if (item.categoryId == category.id && isMeant)
                items.push_back(item);
        }
    }
    return items;
}

void PriceSheet::fillScopes()
{
    const Catalog catalog = desk().catalog();
    const int current = m_scopeChoice->currentIndex();
    m_scopeChoice->clear();
    for (const Scope &scope : m_scopes) {
        const QString dishes = ManagerText::dishes(int(itemsOf(scope).size()));
        switch (scope.kind) {
        case Scope::Kind::Chosen:
            m_scopeChoice->addItem(tr("Chosen: %1").arg(dishes));
            break;
        case Scope::Kind::All:
            m_scopeChoice->addItem(tr("The whole menu: %1").arg(dishes));
            break;
        case Scope::Kind::Category: {
            const Category *category = catalog.findCategory(scope.categoryId);
            m_scopeChoice->addItem(QStringLiteral("%1: %2").arg(category ? category->name : QString(), dishes));
            break;
        }
        }
    }
    m_scopeChoice->setCurrentIndex(std::min(std::max(current, 0), m_scopeChoice->count() - 1));
}

void PriceSheet::takeScope()
{
    const int index = m_scopeChoice->currentIndex();
    if (index < 0 || index >= int(m_scopes.size()))
        return;
    setItems(itemsOf(m_scopes[std::size_t(index)]));
    handleRuleChanged();
    m_view->scrollToTop();
}

// ---- how

std::optional<PriceRule> PriceSheet::rule() const
{
    PriceRule rule;
    QString typed = m_valueEdit->text().trimmed();
    typed.remove(u'%');
    typed.replace(QChar(0x2212), u'-');
    if (typed.startsWith(u'+'))
        typed.remove(0, 1);
    const bool isPercent = m_way->chosen() == ByPercent;
    // A percentage has two places, like tenge.
    const auto value = formats::readAmount(typed, isPercent ? Currency() : m_currency);
    if (!value)
        return std::nullopt;
    rule.value = *value;
    const int step = m_step->chosen();
    if (step >= 0 && step < int(m_steps.size()))
        rule.stepMinor = m_steps[std::size_t(step)];
    rule.rounding = m_rounding->chosen() == Up     ? PriceRule::Rounding::Up
                    : m_rounding->chosen() == Down ? PriceRule::Rounding::Down
                                                   : PriceRule::Rounding::Nearest;
    rule.options = m_options->chosen() == OptionsToo;
    if (m_way->chosen() == ToPrice) {
        rule.way = PriceRule::Way::Exactly;
        return rule;
    }
    rule.way = isPercent ? PriceRule::Way::Percent : PriceRule::Way::Amount;
    if (m_direction->chosen() == Lower)
        rule.value = -rule.value;
    return rule;
}

void PriceSheet::handleRuleChanged()
{
    const bool isExact = m_way->chosen() == ToPrice;
    for (Field *field : {m_directionField, m_stepField, m_roundingField, m_optionsField})
        field->setVisible(!isExact);
    const QString sign = formats::currencySign(m_currency);
    m_value->setLabel(m_way->chosen() == ByPercent  ? tr("Percent")
                      : m_way->chosen() == ByAmount ? tr("Amount, %1").arg(sign)
                                                    : tr("New price, %1").arg(sign));
    refresh();
}

void PriceSheet::refresh()
{
    m_problem.clear();
    PriceRule nothing;
    const QString typed = m_valueEdit->text().trimmed();
    const std::optional<PriceRule> wish = rule();
    if (!typed.isEmpty() && !wish)
        m_problem = m_way->chosen() == ByPercent
                        ? tr("Type a number such as 5 or 12.5.")
                        : tr("Type an amount such as %1.").arg(formats::amount(25'000, m_currency));
    Result<PricePlan> made = planPrices(items(), wish.value_or(nothing));
    if (!made) {
        m_problem = m_way->chosen() == ByPercent ? tr("Prices go down by at most 100 % and up by at most 1000 %.")
                                                 : tr("This amount is too large.");
        made = planPrices(items(), nothing);
    }
    m_plan = made ? std::move(*made) : PricePlan();
    m_value->setError(m_problem);
    m_table->setRows(items(), m_plan.rows, m_currency);
    sizeColumns();
    showSummary();
}

void PriceSheet::showSummary()
{
    const int dishes = int(items().size());
    const int stay = dishes - m_plan.items;
    m_heading->setText(dishes == 0 ? tr("There are no dishes here.")
                                   : tr("What becomes of %1").arg(ManagerText::dishes(dishes)));
    const bool isTyped = !m_valueEdit->text().trimmed().isEmpty() && m_problem.isEmpty();
    const bool isTooMany = int(m_plan.change.items.size()) > maxCatalogChanges;
    QStringList facts;
    if (isTyped && m_plan.items > 0) {
        facts << (m_plan.items == 1 ? tr("1 dish changes") : tr("%n dishes change", nullptr, m_plan.items));
        if (stay > 0)
            facts << (stay == 1 ? tr("1 stays as it is") : tr("%n stay as they are", nullptr, stay));
        if (m_plan.sumMinor && *m_plan.sumMinor != 0) {
            facts << tr("together %1")
                         .arg((*m_plan.sumMinor > 0 ? QStringLiteral("+") : QStringLiteral("−")) +
                              formats::money(std::abs(*m_plan.sumMinor), m_currency));
        }
    } else if (isTyped && dishes > 0) {
        facts << tr("No price changes");
    }
    if (isTyped && m_plan.refused > 0) {
        facts << (m_plan.refused == 1 ? tr("1 price would be impossible and stays")
                                      : tr("%n prices would be impossible and stay", nullptr, m_plan.refused));
    }
    if (isTyped && m_plan.large > 0) {
        facts << (m_plan.large == 1 ? tr("1 price changes by more than half")
                                    : tr("%n prices change by more than half", nullptr, m_plan.large));
    }
    if (isBusy())
        say(tr("The prices are being changed…"));
    else if (isTooMany)
        say(tr("At most %1 can change at once: choose a category.").arg(ManagerText::dishes(maxCatalogChanges)), true);
    else
        say(facts.join(QStringLiteral(" · ")));
    m_apply->setText(isTyped && m_plan.items > 0 ? tr("Change prices of %1").arg(ManagerText::dishes(m_plan.items))
                                                 : tr("Change prices"));
    m_apply->setEnabled(isTyped && m_plan.items > 0 && !isTooMany && !isBusy() && !hasStale());
    m_columns->setEnabled(!isBusy());
    rearrangeButtons();
}

ChangeWords PriceSheet::words(int items) const
{
    return [items] { return items == 1 ? tr("Price of 1 dish") : tr("Prices of %n dishes", nullptr, items); };
}

void PriceSheet::sizeColumns()
{
    for (const PriceTable::Column column : {PriceTable::Before, PriceTable::After, PriceTable::Difference})
        m_view->setColumnWidth(column, m_table->widthOf(column));
}

} // namespace oshaq
