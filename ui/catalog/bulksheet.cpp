// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/bulksheet.h"

#include "ui/catalog/catalogtext.h"
#include "ui/catalog/hourseditor.h"
#include "ui/catalog/managertext.h"
#include "ui/common/choicerow.h"
#include "ui/common/field.h"
#include "ui/common/formats.h"
#include "ui/common/touchbutton.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>

#include <algorithm>
#include <array>

namespace oshaq {

namespace {

constexpr int sheetWidth = 720;
constexpr int longestText = 200;
constexpr int maxPrepMinutes = 24 * 60;
constexpr std::array<qint64, 5> commonSteps{1'000, 500, 250, 100, 50};

// Places in the row of choices.
enum AvailableChoice
{
    AsItIs,
    Available,
    Out
};

// What the data of a combo's entry says where it is no id and no step.
constexpr qint64 asItIs = -1;
constexpr qint64 ofCategory = -2;
constexpr qint64 another = -3;

qint64 chosenIn(const QComboBox *combo)
{
    const QVariant data = combo->currentData();
    return data.isValid() ? data.toLongLong() : asItIs;
}

/// Whatever its case; -1: it is not there.
qsizetype placeOf(const QString &word, const QStringList &words)
{
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (words[i].compare(word, Qt::CaseInsensitive) == 0)
            return i;
    }
    return -1;
}

/// Fills the combo and keeps what is chosen.
class Refill
{
public:
    explicit Refill(QComboBox *combo)
        : m_combo(combo)
        , m_blocker(combo)
        , m_chosen(combo->currentData())
    {
        combo->clear();
    }
    ~Refill()
    {
        const int at = m_combo->findData(m_chosen);
        m_combo->setCurrentIndex(at < 0 ? 0 : at);
    }
    Q_DISABLE_COPY_MOVE(Refill)

private:
    QComboBox *m_combo;
    QSignalBlocker m_blocker;
    QVariant m_chosen;
};

} // namespace

BulkSheet::BulkSheet(CatalogDesk &desk, const Look &look, QWidget *parent)
    : ItemsSheet(desk, look, sheetWidth, parent)
    , m_about(makeLabel(QStringLiteral("muted")))
    , m_category(new QComboBox(this))
    , m_station(new QComboBox(this))
    , m_prepEdit(new QLineEdit(this))
    , m_step(new QComboBox(this))
    , m_stepEdit(new QLineEdit(this))
    , m_hours(new QComboBox(this))
    , m_times(new HoursEditor(look, this))
    , m_add(makeChoice(QStringLiteral("bulkAdd")))
    , m_addEdit(new QLineEdit(this))
    , m_remove(makeChoice(QStringLiteral("bulkRemove")))
    , m_available(makeChoice(QStringLiteral("bulkAvailable")))
    , m_timesError(makeLabel(QStringLiteral("error")))
    , m_keep(addButton(QStringLiteral("bulkKeep")))
    , m_apply(addButton(QStringLiteral("bulkApply"), true))
{
    setObjectName(QStringLiteral("bulkSheet"));
    m_category->setObjectName(QStringLiteral("bulkCategory"));
    m_station->setObjectName(QStringLiteral("bulkStation"));
    m_prepEdit->setObjectName(QStringLiteral("bulkPrep"));
    m_prepEdit->setMaxLength(6);
    m_step->setObjectName(QStringLiteral("bulkStep"));
    m_stepEdit->setObjectName(QStringLiteral("bulkStepOther"));
    m_stepEdit->setMaxLength(12);
    m_hours->setObjectName(QStringLiteral("bulkHours"));
    m_times->setObjectName(QStringLiteral("bulkTimes"));
    m_times->kind()->hide();
    m_addEdit->setObjectName(QStringLiteral("bulkAddOther"));
    m_addEdit->setMaxLength(longestText);
    for (ChoiceRow *row : {m_add, m_remove})
        row->setMany(true);
    body()->addWidget(m_about);
    const auto field = [this](QWidget *editor) {
        auto *made = new Field(editor, this);
        body()->addWidget(made);
        return made;
    };
    m_availableField = field(m_available);
    m_categoryField = field(m_category);
    m_stationField = field(m_station);
    m_prepField = field(m_prepEdit);
    m_stepField = field(m_step);
    m_stepEditField = field(m_stepEdit);
    m_hoursField = field(m_hours);
    body()->addWidget(m_times);
    body()->addWidget(m_timesError);
    m_addField = field(m_add);
    m_addEditField = field(m_addEdit);
    m_removeField = field(m_remove);
    body()->addStretch(1);

    for (QComboBox *combo : {m_category, m_station, m_step})
        connect(combo, &QComboBox::activated, this, &BulkSheet::refresh);
    for (QLineEdit *line : {m_prepEdit, m_stepEdit, m_addEdit})
        connect(line, &QLineEdit::textEdited, this, &BulkSheet::refresh);
    connect(m_hours, &QComboBox::activated, this, [this] {
        if (chosenIn(m_hours) == another && m_times->hours().empty())
            m_times->setHours({SaleWindow{0x7f, 12 * 60, 23 * 60}});
        refresh();
    });
    connect(m_times, &HoursEditor::edited, this, [this] {
        // The last of its times was taken away: its category's, as in the editor of one dish.
        if (m_times->hours().empty())
            m_hours->setCurrentIndex(m_hours->findData(ofCategory));
        refresh();
    });
    connect(m_available, &ChoiceRow::picked, this, &BulkSheet::refresh);
    // What is added cannot be taken away as well: the later one counts.
    connect(m_add, &ChoiceRow::picked, this, [this](int index) {
        const qsizetype other = placeOf(m_addable.value(index), m_removable);
        if (other >= 0 && m_add->isChosen(index))
            m_remove->setChosen(int(other), false);
        refresh();
    });
    connect(m_remove, &ChoiceRow::picked, this, [this](int index) {
        const qsizetype other = placeOf(m_removable.value(index), m_addable);
        if (other >= 0 && m_remove->isChosen(index))
            m_add->setChosen(int(other), false);
        refresh();
    });
    connect(m_keep, &TouchButton::clicked, this, [this] {
        m_asksLosing = false;
        refresh();
    });
    connect(m_apply, &TouchButton::clicked, this, [this] {
        if (m_asksLosing)
            close();
        else
            write();
    });
    BulkSheet::setLook(look);
    BulkSheet::retranslate();
}

void BulkSheet::setLook(const Look &look)
{
    ItemsSheet::setLook(look);
    m_times->setLook(look);
}

void BulkSheet::retranslate()
{
    ItemsSheet::retranslate();
    m_categoryField->setLabel(tr("Category"));
    m_stationField->setLabel(tr("Station"));
    m_prepField->setLabel(tr("Preparation, minutes"));
    m_prepField->setHint(tr("0: the limits of its station."));
    m_stepField->setLabel(tr("Sold in steps of"));
    m_stepEditField->setLabel(tr("The step"));
    m_hoursField->setLabel(tr("When it is sold"));
    m_addField->setLabel(tr("Add allergens"));
    m_addEditField->setLabel(tr("Others to add"));
    m_addEditField->setHint(tr("Several are separated by commas."));
    m_removeField->setLabel(tr("Take allergens away"));
    m_availableField->setLabel(tr("Availability"));
    m_available->setTexts({tr("As it is"), tr("Available"), tr("86")});
    m_keep->setText(tr("Go on editing"));
    fillCombos();
    fillAllergens();
    refresh();
}

void BulkSheet::begin(const std::vector<qint64> &itemIds)
{
    if (isBusy()) {
        open();
        return;
    }
    const Catalog catalog = desk().catalog();
    std::vector<Item> chosen;
    for (const Item &item : catalog.items) {
        if (std::find(itemIds.begin(), itemIds.end(), item.id) != itemIds.end())
            chosen.push_back(item);
    }
    if (chosen.empty())
        return;
    m_asksLosing = false;
    setItems(chosen);
    for (QComboBox *combo : {m_category, m_station, m_step, m_hours})
        combo->clear();
    for (QLineEdit *line : {m_prepEdit, m_stepEdit, m_addEdit})
        line->clear();
    m_times->setHours({});
    for (ChoiceRow *row : {m_add, m_remove})
        row->setTexts({});
    retranslate();
    m_available->setChosen(AsItIs);
    refresh();
    open(m_available->button(AsItIs));
}

// ---- what stands there

void BulkSheet::fillCombos()
{
    const Catalog catalog = desk().catalog();
    // "As it is (Soups)", "As it is (different)"
    const auto now = [](const std::optional<QString> &shared) {
        if (shared && shared->isEmpty())
            return tr("As it is");
        return shared ? tr("As it is (%1)").arg(*shared) : tr("As it is (different)");
    };
    const auto shared = [this](const auto &read) { return sharedValue<QString>(items(), read); };
    {
        const Refill refill(m_category);
        m_category->addItem(now(shared([&](const Item &item) {
                                const Category *category = catalog.findCategory(item.categoryId);
                                return category ? category->name : QString();
                            })),
                            asItIs);
        for (const Category &category : catalog.categories)
            m_category->addItem(category.name, category.id);
    }
    {
        const Refill refill(m_station);
        m_station->addItem(now(shared([&](const Item &item) {
                               for (const Station &station : catalog.stations) {
                                   if (item.stationId == station.id)
                                       return station.name;
                               }
                               return tr("as the category");
                           })),
                           asItIs);
        m_station->addItem(tr("As the category has it"), ofCategory);
        for (const Station &station : catalog.stations)
            m_station->addItem(station.name, station.id);
    }
    {
        const Refill refill(m_step);
        m_step->addItem(now(shared([](const Item &item) {
                            return item.quantityStep ? formats::quantity(*item.quantityStep) : tr("as the category");
                        })),
                        asItIs);
        m_step->addItem(tr("As the category has it"), ofCategory);
        for (const qint64 step : commonSteps)
            m_step->addItem(formats::quantity(step), step);
        m_step->addItem(tr("Another step"), another);
    }
    {
        const Refill refill(m_hours);
        const auto hours = sharedValue<SaleHours>(items(), [](const Item &item) { return item.hours; });
        m_hours->addItem(now(hours ? std::optional(hours->empty() ? tr("as the category") : CatalogText::hours(*hours))
                                   : std::nullopt),
                         asItIs);
        m_hours->addItem(tr("As the category has it"), ofCategory);
        m_hours->addItem(tr("At these times"), another);
    }
    const auto prep = sharedValue<int>(items(), [](const Item &item) { return item.prepSeconds; });
    m_prepEdit->setPlaceholderText(prep ? tr("As it is (%1)").arg((*prep + 30) / 60) : tr("As it is (different)"));
}

void BulkSheet::fillAllergens()
{
    const auto keep = [](ChoiceRow *row, QStringList *words, const QStringList &next) {
        QStringList chosen;
        QStringList texts;
        for (int i = 0; i < row->count(); ++i) {
            if (row->isChosen(i))
                chosen << words->value(i);
        }
        *words = next;
        for (const QString &word : next)
            texts << CatalogText::allergen(word);
        row->setTexts(texts);
        for (int i = 0; i < row->count(); ++i)
            row->setChosen(i, chosen.contains(next.at(i)));
    };
    QStringList known = CatalogText::knownAllergens();
    for (const QString &word : allergensOf(desk().catalog().items)) {
        if (!known.contains(word, Qt::CaseInsensitive))
            known << word;
    }
    keep(m_add, &m_addable, known);
    keep(m_remove, &m_removable, allergensOf(items()));
    m_add->setAccessibleName(tr("Add allergens"));
    m_remove->setAccessibleName(tr("Take allergens away"));
    m_removeField->setVisible(m_remove->count() > 0);
}

// ---- what is wanted

std::optional<qint64> BulkSheet::typedStep() const
{
    const auto step = formats::readQuantity(m_stepEdit->text());
    return step && *step > 0 ? step : std::nullopt;
}

std::optional<int> BulkSheet::typedPrepSeconds() const
{
    bool isNumber = false;
    const int minutes = m_prepEdit->text().trimmed().toInt(&isNumber);
    return isNumber && minutes >= 0 && minutes <= maxPrepMinutes ? std::optional(minutes * 60) : std::nullopt;
}

bool BulkSheet::areTimesRight() const
{
    const SaleHours hours = m_times->hours();
    return !hours.empty() && std::all_of(hours.begin(), hours.end(), [](const SaleWindow &window) {
        return window.weekdays != 0 && window.fromMinutes != window.toMinutes;
    });
}

QStringList BulkSheet::typedAllergens() const
{
    QStringList words;
    for (const QString &part : m_addEdit->text().split(u',', Qt::SkipEmptyParts)) {
        if (const QString word = part.simplified(); !word.isEmpty())
            words << word;
    }
    return words;
}

BulkEdit BulkSheet::edit() const
{
    BulkEdit edit;
    if (const qint64 category = chosenIn(m_category); category > 0)
        edit.categoryId = category;
    if (const qint64 station = chosenIn(m_station); station == ofCategory)
        edit.stationId = std::optional<qint64>();
    else if (station > 0)
        edit.stationId = std::optional<qint64>(station);
    if (!m_prepEdit->text().trimmed().isEmpty())
        edit.prepSeconds = typedPrepSeconds();
    if (const qint64 step = chosenIn(m_step); step == ofCategory) {
        edit.quantityStep = std::optional<qint64>();
    } else if (step == another) {
        if (const auto typed = typedStep())
            edit.quantityStep = typed;
    } else if (step > 0) {
        edit.quantityStep = std::optional<qint64>(step);
    }
    if (chosenIn(m_hours) == ofCategory) {
        edit.hours = SaleHours();
    } else if (chosenIn(m_hours) == another) {
        edit.hours = m_times->hours();
    }
    for (int i = 0; i < m_add->count(); ++i) {
        if (m_add->isChosen(i))
            edit.addAllergens << m_addable.value(i);
    }
    edit.addAllergens << typedAllergens();
    for (int i = 0; i < m_remove->count(); ++i) {
        if (m_remove->isChosen(i))
            edit.removeAllergens << m_removable.value(i);
    }
    if (m_available->chosen() > AsItIs)
        edit.available = m_available->chosen() == Available;
    return edit;
}

bool BulkSheet::isAnythingWrong() const
{
    return (!m_prepEdit->text().trimmed().isEmpty() && !typedPrepSeconds()) ||
           (chosenIn(m_step) == another && !typedStep()) || (chosenIn(m_hours) == another && !areTimesRight());
}

CatalogChange BulkSheet::wanted() const
{
    return isAnythingWrong() ? CatalogChange() : bulkChange(items(), edit());
}

// ---- what it comes to

void BulkSheet::refresh()
{
    const bool hasOwnStep = chosenIn(m_step) == another;
    const bool hasOwnHours = chosenIn(m_hours) == another;
    m_stepEditField->setVisible(hasOwnStep);
    m_times->setVisible(hasOwnHours);
    m_prepField->setError(m_prepEdit->text().trimmed().isEmpty() || typedPrepSeconds()
                              ? QString()
                              : tr("Whole minutes from 0 to %1.").arg(maxPrepMinutes));
    m_stepEditField->setError(!hasOwnStep || m_stepEdit->text().isEmpty() || typedStep()
                                  ? QString()
                                  : tr("A number with at most three places, such as 0.1."));
    m_timesError->setText(
        hasOwnHours && !areTimesRight() ? tr("Choose at least one day and two different times for each.") : QString());
    m_timesError->setVisible(!m_timesError->text().isEmpty());
    const auto out = std::count_if(items().begin(), items().end(), [](const Item &item) { return !item.available; });
    m_availableField->setHint(
        out == 0 ? tr("All are available now.")
        : out == qsizetype(items().size())
            ? tr("None is available now.")
            : tr("Now %1 of %2 are available.").arg(qsizetype(items().size()) - out).arg(qsizetype(items().size())));
    setTitle(tr("Edit %1").arg(ManagerText::dishes(int(items().size()))));
    QStringList names;
    for (const Item &item : items())
        names << item.name;
    m_about->setText(ManagerText::names(names));
    showSummary();
}

void BulkSheet::showSummary()
{
    const CatalogChange change = wanted();
    const int changed = int(change.items.size());
    const int same = int(items().size()) - changed;
    if (m_asksLosing) {
        say(tr("What you chose is not saved."), true);
    } else if (isBusy()) {
        say(tr("The dishes are being changed…"));
    } else if (changed > maxCatalogChanges) {
        say(tr("At most %1 can change at once.").arg(ManagerText::dishes(maxCatalogChanges)), true);
    } else if (isAnythingWrong()) {
        say(tr("Look at the fields above."), true);
    } else if (changed == 0) {
        say(edit() == BulkEdit() ? tr("Whatever you do not touch stays as it is in each dish.")
                                 : tr("All of them are so already."));
    } else {
        QString words = changed == 1 ? tr("1 dish changes") : tr("%n dishes change", nullptr, changed);
        if (same > 0)
            words +=
                QStringLiteral(" · ") + (same == 1 ? tr("1 is so already") : tr("%n are so already", nullptr, same));
        say(words);
    }
    m_keep->setVisible(m_asksLosing);
    m_apply->setText(m_asksLosing  ? tr("Throw away")
                     : changed > 0 ? tr("Save %1").arg(ManagerText::dishes(changed))
                                   : tr("Save"));
    m_apply->setEnabled(m_asksLosing || (changed > 0 && changed <= maxCatalogChanges && !isBusy() && !hasStale()));
    rearrangeButtons();
}

bool BulkSheet::mayClose()
{
    if (!ItemsSheet::mayClose())
        return false;
    if (m_asksLosing || (edit() == BulkEdit() && !isAnythingWrong()))
        return true;
    m_asksLosing = true;
    showSummary();
    m_keep->setFocus(Qt::OtherFocusReason);
    return false;
}

ChangeWords BulkSheet::words(int items) const
{
    return [items] { return items == 1 ? tr("Edit of 1 dish") : tr("Edit of %n dishes", nullptr, items); };
}

} // namespace oshaq
