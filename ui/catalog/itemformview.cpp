// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/itemformview.h"

#include "ui/catalog/allergeneditor.h"
#include "ui/catalog/catalogtext.h"
#include "ui/catalog/hourseditor.h"
#include "ui/catalog/optioneditor.h"
#include "ui/catalog/pictureeditor.h"
#include "ui/catalog/stepchoice.h"
#include "ui/catalog/summarybutton.h"
#include "ui/common/field.h"
#include "ui/common/formats.h"
#include "ui/common/touchbutton.h"

#include <QAbstractItemView>
#include <QAbstractTextDocumentLayout>
#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QStyle>
#include <QTextDocument>

#include <algorithm>

namespace oshaq {

namespace {

constexpr int maxPriceLength = 24;

/// As wide as its place, whatever the longest entry is.
QComboBox *makeList(const char *name, QWidget *parent)
{
    auto *list = new QComboBox(parent);
    list->setObjectName(QLatin1String(name));
    list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    list->setMinimumContentsLength(6);
    return list;
}

/// What drops down shows its entries whole, however narrow the field is.
void widen(QComboBox *list)
{
    list->view()->setMinimumWidth(list->view()->sizeHintForColumn(0) + 2 * list->view()->frameWidth());
}

} // namespace

ItemFormView::ItemFormView(PictureLoader &pictures, const Look &look, QWidget *sheetParent, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_name(new QLineEdit(this))
    , m_price(new QLineEdit(this))
    , m_step(new StepChoice(this))
    , m_category(makeList("itemCategory", this))
    , m_description(new QPlainTextEdit(this))
    , m_station(makeList("itemStation", this))
    , m_prep(new QLineEdit(this))
    , m_options(new OptionEditor(look, this))
    , m_allergens(new AllergenEditor(look, this))
    , m_hours(new HoursEditor(look, this))
    , m_externalId(new QLineEdit(this))
    , m_remove(new TouchButton(look, this))
    , m_picture(new PictureEditor(pictures, look, sheetParent, this))
    , m_more(new QWidget(this))
    , m_pictureLabel(new QLabel(this))
{
    build();
    connectAll();
    retranslate();
    setLook(look);
}

void ItemFormView::build()
{
    m_name->setObjectName(QStringLiteral("itemName"));
    m_price->setObjectName(QStringLiteral("itemPrice"));
    m_price->setMaxLength(maxPriceLength);
    m_description->setObjectName(QStringLiteral("itemDescription"));
    m_description->setTabChangesFocus(true);
    m_description->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_prep->setObjectName(QStringLiteral("itemPrep"));
    m_prep->setMaxLength(6);
    m_externalId->setObjectName(QStringLiteral("itemExternalId"));
    m_externalId->setMaxLength(itemforms::maxName);
    m_remove->setObjectName(QStringLiteral("itemRemove"));
    m_remove->setKind(TouchButton::Kind::Danger);
    m_remove->setTakesFocus(true);
    m_pictureLabel->setProperty("role", QStringLiteral("caption"));

    const auto field = [this](ItemField which, QWidget *editor) {
        auto *made = new Field(editor, this);
        m_fields.insert(which, made);
        return made;
    };
    const auto notice = [this](ItemField which) {
        auto *label = new QLabel(this);
        label->setObjectName(QStringLiteral("itemNotice"));
        label->setProperty("role", QStringLiteral("notice"));
        label->setWordWrap(true);
        label->hide();
        m_noticeLabels.insert(which, label);
        return label;
    };
    const auto pair = [this](QWidget *left, int leftShare, QWidget *right, int rightShare) {
        auto *line = new QHBoxLayout;
        line->addWidget(left, leftShare, Qt::AlignTop);
        line->addWidget(right, rightShare, Qt::AlignTop);
        m_pairs.push_back(line);
        return line;
    };
    auto *more = new QVBoxLayout(m_more);
    more->setContentsMargins(0, 0, 0, 0);
    more->addWidget(field(ItemField::ExternalId, m_externalId));
    more->addWidget(m_remove, 0, Qt::AlignLeft);
    m_optionsFold = new FoldedField(m_options, m_look, this);
    m_optionsFold->setObjectName(QStringLiteral("optionsFold"));
    m_allergensFold = new FoldedField(m_allergens, m_look, this);
    m_allergensFold->setObjectName(QStringLiteral("allergensFold"));
    m_hoursFold = new FoldedField(m_hours, m_look, this);
    m_hoursFold->setObjectName(QStringLiteral("hoursFold"));
    m_moreFold = new FoldedField(m_more, m_look, this);
    m_moreFold->setObjectName(QStringLiteral("moreFold"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(field(ItemField::Name, m_name));
    layout->addWidget(notice(ItemField::Name));
    layout->addLayout(pair(field(ItemField::Price, m_price), 1, field(ItemField::Prep, m_prep), 1));
    layout->addWidget(notice(ItemField::Price));
    // Lists have the whole width: what is inherited is said in them, and half a line would cut it.
    layout->addWidget(field(ItemField::Step, m_step));
    layout->addWidget(field(ItemField::Category, m_category));
    layout->addWidget(field(ItemField::Description, m_description));
    layout->addWidget(field(ItemField::Station, m_station));
    layout->addWidget(m_optionsFold);
    layout->addWidget(m_allergensFold);
    layout->addWidget(m_hoursFold);
    layout->addWidget(m_pictureLabel);
    layout->addWidget(m_picture);
    layout->addWidget(m_moreFold);
}

void ItemFormView::connectAll()
{
    const auto on = [this](ItemField field) { return [this, field] { read(field); }; };
    connect(m_name, &QLineEdit::textEdited, this, on(ItemField::Name));
    connect(m_price, &QLineEdit::textEdited, this, on(ItemField::Price));
    connect(m_step, &StepChoice::edited, this, on(ItemField::Step));
    connect(m_category, &QComboBox::activated, this, on(ItemField::Category));
    connect(m_description, &QPlainTextEdit::textChanged, this, on(ItemField::Description));
    connect(m_description->document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            &ItemFormView::fitDescription);
    connect(m_station, &QComboBox::activated, this, on(ItemField::Station));
    connect(m_prep, &QLineEdit::textEdited, this, on(ItemField::Prep));
    connect(m_options, &OptionEditor::edited, this, on(ItemField::Options));
    connect(m_allergens, &AllergenEditor::edited, this, on(ItemField::Allergens));
    connect(m_hours, &HoursEditor::edited, this, on(ItemField::Hours));
    connect(m_externalId, &QLineEdit::textEdited, this, on(ItemField::ExternalId));
}

void ItemFormView::setLook(const Look &look)
{
    m_look = look;
    m_options->setLook(look);
    m_allergens->setLook(look);
    m_hours->setLook(look);
    m_picture->setLook(look);
    m_remove->setLook(look);
    for (FoldedField *fold : {m_optionsFold, m_allergensFold, m_hoursFold, m_moreFold})
        fold->setLook(look);
    fitDescription();
    layout()->setSpacing(look.px(10));
    m_more->layout()->setSpacing(look.px(10));
    for (QBoxLayout *line : m_pairs)
        line->setSpacing(look.px(12));
}

void ItemFormView::fitDescription()
{
    // A plain text counts its height in lines.
    constexpr int leastLines = 2;
    constexpr int mostLines = 8;
    m_description->ensurePolished();
    const int lines = std::clamp(int(m_description->document()->size().height()), leastLines, mostLines);
    const int margin = int(m_description->document()->documentMargin());
    m_description->setFixedHeight(lines * QFontMetrics(m_description->font()).lineSpacing() + 2 * margin +
                                  2 * m_look.px(8) + 6);
}

void ItemFormView::setCatalog(const Catalog &catalog, const Currency &currency)
{
    m_catalog = catalog;
    m_currency = currency;
    retranslate();
}

void ItemFormView::fillLists()
{
    const QSignalBlocker quietCategory(m_category);
    const QSignalBlocker quietStation(m_station);
    m_category->clear();
    int place = -1;
    for (const Category &category : m_catalog.categories) {
        if (category.id == m_form.categoryId)
            place = m_category->count();
        m_category->addItem(category.name, category.id);
    }
    m_category->setCurrentIndex(place);

    const Category *category = m_catalog.findCategory(m_form.categoryId);
    Item plain;
    plain.categoryId = m_form.categoryId;
    const std::optional<qint64> inherited = m_catalog.stationOf(plain);
    QString inheritedName;
    for (const Station &station : m_catalog.stations) {
        if (station.id == inherited)
            inheritedName = station.name;
    }
    m_station->clear();
    m_station->addItem(inheritedName.isEmpty() ? tr("as its category") : tr("%1, as its category").arg(inheritedName));
    place = 0;
    for (const Station &station : m_catalog.stations) {
        if (station.id == m_form.stationId)
            place = m_station->count();
        m_station->addItem(station.name, station.id);
    }
    m_station->setCurrentIndex(place);
    widen(m_category);
    widen(m_station);
    m_step->setCategoryStep(category ? category->quantityStep : defaultQuantityStep);
    m_hours->setDefaultWords(category && !category->hours.empty() ? tr("As its category") : tr("Always"));
}

void ItemFormView::setForm(const ItemForm &form)
{
    m_form = form;
    write();
}

void ItemFormView::write()
{
    m_writing = true;
    const auto set = [](QLineEdit *edit, const QString &text) {
        if (edit->text() != text)
            edit->setText(text);
    };
    set(m_name, m_form.name);
    set(m_price, m_form.price);
    m_step->setText(m_form.step);
    if (m_description->toPlainText() != m_form.description)
        m_description->setPlainText(m_form.description);
    set(m_prep, m_form.prep);
    m_options->setGroups(m_form.groups);
    m_allergens->setAllergens(m_form.allergens);
    m_hours->setHours(m_form.hours);
    set(m_externalId, m_form.externalId);
    fillLists();
    m_writing = false;
    refresh();
}

void ItemFormView::read(ItemField field)
{
    if (m_writing)
        return;
    ItemForm form = m_form;
    form.name = m_name->text();
    form.price = m_price->text();
    form.step = m_step->text();
    if (m_category->currentIndex() >= 0)
        form.categoryId = m_category->currentData().toLongLong();
    form.description = m_description->toPlainText();
    form.stationId =
        m_station->currentIndex() > 0 ? std::optional(m_station->currentData().toLongLong()) : std::nullopt;
    form.prep = m_prep->text();
    form.groups = m_options->groups();
    form.allergens = m_allergens->allergens();
    form.hours = m_hours->hours();
    form.externalId = m_externalId->text();
    if (form == m_form)
        return;
    m_form = form;
    m_errors.remove(field);
    // What it inherits is another one now.
    if (field == ItemField::Category)
        fillLists();
    refresh();
    Q_EMIT edited(field);
}

void ItemFormView::setNarrow(bool narrow)
{
    for (QBoxLayout *line : m_pairs)
        line->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void ItemFormView::fold()
{
    m_errors.clear();
    for (FoldedField *one : {m_optionsFold, m_allergensFold, m_hoursFold, m_moreFold})
        one->setOpen(false);
}

void ItemFormView::setProblems(const std::vector<FormProblem> &problems)
{
    m_problems = problems;
    refresh();
}

void ItemFormView::setError(ItemField field, const QString &text)
{
    m_errors.insert(field, text);
    refresh();
}

void ItemFormView::setNotice(ItemField field, const QString &text)
{
    m_notices.insert(field, text);
    if (QLabel *label = m_noticeLabels.value(field)) {
        label->setText(text);
        label->setVisible(!text.isEmpty());
    }
}

QString ItemFormView::problemText(ItemField field) const
{
    for (const FormProblem &problem : m_problems) {
        if (problem.field == field)
            return CatalogText::problem(problem.kind);
    }
    return m_errors.value(field);
}

QString ItemFormView::errorOf(ItemField field) const
{
    return problemText(field);
}

void ItemFormView::refresh()
{
    for (auto at = m_fields.cbegin(); at != m_fields.cend(); ++at)
        at.value()->setError(problemText(at.key()));
    const auto summary = [this](ItemField field) {
        return CatalogText::fieldValue(field, m_form, m_catalog, m_currency);
    };
    m_optionsFold->setSummary(summary(ItemField::Options));
    m_allergensFold->setSummary(summary(ItemField::Allergens));
    const Category *category = m_catalog.findCategory(m_form.categoryId);
    m_hoursFold->setSummary(!m_form.hours.empty() ? CatalogText::hours(m_form.hours)
                            : category            ? CatalogText::hours(category->hours)
                                                  : CatalogText::hours({}));
    m_moreFold->setSummary(m_form.externalId.trimmed().isEmpty()
                               ? tr("no external id")
                               : tr("External id %1").arg(m_form.externalId.trimmed()));
    std::vector<FormProblem> inOptions;
    for (const FormProblem &problem : m_problems) {
        if (problem.field == ItemField::Options)
            inOptions.push_back(problem);
    }
    m_options->setProblems(inOptions);
    // What is wrong inside is told inside, and here while that is folded.
    m_optionsFold->setError(m_optionsFold->isOpen() && !inOptions.empty() ? QString()
                                                                          : problemText(ItemField::Options));
    m_allergensFold->setError(problemText(ItemField::Allergens));
    m_hoursFold->setError(problemText(ItemField::Hours));
}

void ItemFormView::setEditable(bool editable)
{
    for (QWidget *one : std::initializer_list<QWidget *>{m_name, m_price, m_step, m_category, m_station, m_prep,
                                                         m_options, m_allergens, m_hours, m_externalId, m_remove})
        one->setEnabled(editable);
    // It can still be read to its end.
    m_description->setReadOnly(!editable);
    m_description->style()->unpolish(m_description);
    m_description->style()->polish(m_description);
    m_picture->setEditable(editable);
}

void ItemFormView::setRemovable(bool removable)
{

    m_remove->setVisible(removable);
}

void ItemFormView::focusField(ItemField field)
{
    if (field == ItemField::Options)
        m_optionsFold->setOpen(true);
    else if (field == ItemField::Hours)
        m_hoursFold->setOpen(true);
    else if (field == ItemField::Allergens)
        m_allergensFold->setOpen(true);
    else if (field == ItemField::ExternalId)
        m_moreFold->setOpen(true);
    refresh();
    if (Field *one = m_fields.value(field)) {
        one->editor()->setFocus(Qt::OtherFocusReason);
        if (auto *line = qobject_cast<QLineEdit *>(one->editor()))
            line->selectAll();
    }
}

void ItemFormView::retranslate()
{
    for (auto at = m_fields.cbegin(); at != m_fields.cend(); ++at)
        at.value()->setLabel(CatalogText::fieldName(at.key()));
    //: %1 is the sign of the currency
    m_fields.value(ItemField::Price)->setLabel(tr("Price, %1").arg(formats::currencySign(m_currency)));
    m_fields.value(ItemField::Prep)->setLabel(tr("Preparation, min"));
    m_prep->setPlaceholderText(tr("as its station"));
    m_optionsFold->setLabel(CatalogText::fieldName(ItemField::Options));
    m_allergensFold->setLabel(CatalogText::fieldName(ItemField::Allergens));
    m_hoursFold->setLabel(CatalogText::fieldName(ItemField::Hours));
    m_moreFold->setLabel(tr("More"));
    m_pictureLabel->setText(tr("Picture"));
    m_remove->setText(tr("Remove from the menu"));
    m_writing = true;
    fillLists();
    m_writing = false;
    refresh();
}

void ItemFormView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace oshaq
