// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/entry/lineeditor.h"

#include "ui/common/choicerow.h"
#include "ui/common/field.h"
#include "ui/common/formats.h"
#include "ui/common/stepper.h"
#include "ui/common/touchbutton.h"
#include "ui/orders/entry/drafttext.h"
#include "ui/orders/entry/entrywidgets.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>

#include <algorithm>

namespace oshaq {

namespace {

constexpr int coursesOffered = 4;
constexpr int numberedOptions = 9;

} // namespace

LineEditor::LineEditor(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_title(entry::label(QStringLiteral("title"), this))
    , m_price(entry::label(QStringLiteral("muted"), this))
    , m_quantityLabel(entry::label(QStringLiteral("strong"), this))
    , m_stepper(new Stepper(look, this))
    , m_quantityProblem(entry::label(QStringLiteral("error"), this))
    , m_note(new QLineEdit(this))
    , m_noteField(new Field(m_note, this))
    , m_courseLabel(entry::label(QStringLiteral("strong"), this))
    , m_courses(new ChoiceRow(look, this))
    , m_scroll(new QScrollArea(this))
    , m_back(new TouchButton(look, this))
    , m_accept(new TouchButton(look, this))
{
    setObjectName(QStringLiteral("lineEditor"));
    setFocusPolicy(Qt::StrongFocus);
    m_note->setObjectName(QStringLiteral("lineNote"));
    m_note->setMaxLength(200);
    m_stepper->setObjectName(QStringLiteral("lineQuantity"));
    m_courses->setObjectName(QStringLiteral("lineCourse"));
    m_back->setObjectName(QStringLiteral("lineBack"));
    m_accept->setObjectName(QStringLiteral("lineAccept"));
    m_back->setTakesFocus(true);
    m_back->setKeys({QStringLiteral("Esc")});
    m_accept->setTakesFocus(true);
    m_accept->setKind(TouchButton::Kind::Primary);
    m_accept->setKeys({QStringLiteral("Enter")});

    auto *content = new QWidget(m_scroll);
    auto *rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 0, 0);
    m_groupsLayout = new QVBoxLayout;
    rows->addLayout(m_groupsLayout);
    rows->addWidget(m_quantityLabel);
    rows->addWidget(m_stepper, 0, Qt::AlignLeft);
    rows->addWidget(m_quantityProblem);
    rows->addWidget(m_courseLabel);
    rows->addWidget(m_courses);
    rows->addWidget(m_noteField);
    rows->addStretch(1);
    entry::makePlain(m_scroll, content);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_back);
    buttons->addStretch(1);
    buttons->addWidget(m_accept);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_title);
    layout->addWidget(m_price);
    layout->addWidget(m_scroll, 1);
    layout->addLayout(buttons);

    connect(m_stepper, &Stepper::valueChanged, this, [this] { refresh(); });
    connect(m_courses, &ChoiceRow::picked, this, [this](int index) { m_course = index + 1; });
    connect(m_back, &TouchButton::clicked, this, &LineEditor::cancelled);
    connect(m_accept, &TouchButton::clicked, this, &LineEditor::accept);
    setLook(look);
    retranslate();
}

void LineEditor::setLook(const Look &look)
{
    m_look = look;
    m_stepper->setLook(look);
    m_courses->setLook(look);
    m_back->setLook(look);
    m_accept->setLook(look);
    for (const Group &group : m_groups)
        group.choices->setLook(look);
    layout()->setSpacing(look.px(10));
    m_scroll->widget()->layout()->setSpacing(look.px(8));
    m_groupsLayout->setSpacing(look.px(8));
}

void LineEditor::setCourses(bool shown)
{
    m_courseLabel->setVisible(shown);
    m_courses->setVisible(shown);
}

void LineEditor::setNarrow(bool narrow)
{
    m_back->setKeys(narrow ? QStringList() : QStringList{QStringLiteral("Esc")});
    m_accept->setKeys(narrow ? QStringList() : QStringList{QStringLiteral("Enter")});
}

void LineEditor::begin(const Item &item, qint64 step, const NewOrderLine &wanted, bool isNew, const Currency &currency)
{
    m_item = item;
    m_step = step;
    m_isNew = isNew;
    m_currency = currency;
    m_course = std::max(1, wanted.course);
    m_stepper->setRange(step, step, maxQuantityThousandths / step * step);
    m_stepper->setValue(wanted.quantity);
    m_stepper->setWhat(item.name);
    m_note->setText(wanted.note);

    for (const Group &group : m_groups) {
        delete group.name->parentWidget();
        delete group.choices;
    }
    m_groups.clear();
    for (std::size_t i = 0; i < item.optionGroups.size(); ++i) {
        auto *head = new QWidget(m_scroll->widget());
        auto *row = new QHBoxLayout(head);
        row->setContentsMargins(0, 0, 0, 0);
        Group group{entry::label(QStringLiteral("strong"), head), entry::label(QStringLiteral("caption"), head),
                    new ChoiceRow(m_look, m_scroll->widget())};
        row->addWidget(group.name);
        row->addWidget(group.rule, 1);
        group.rule->setObjectName(QStringLiteral("groupRule"));
        group.choices->setObjectName(QStringLiteral("groupChoices"));
        group.choices->setMany(true);
        QStringList texts;
        for (const Option &option : item.optionGroups[i].options)
            texts << DraftText::option(option, currency);
        group.choices->setTexts(texts);
        for (int option = 0; option < group.choices->count(); ++option) {
            const qint64 id = item.optionGroups[i].options[std::size_t(option)].id;
            group.choices->setChosen(option, std::count(wanted.optionIds.begin(), wanted.optionIds.end(), id) > 0);
        }
        connect(group.choices, &ChoiceRow::picked, this, [this, i](int option) { handlePicked(int(i), option); });
        m_groupsLayout->addWidget(head);
        m_groupsLayout->addWidget(group.choices);
        m_groups.push_back(group);
    }
    int number = 1;
    for (const Group &group : m_groups) {
        for (int option = 0; option < group.choices->count(); ++option, ++number) {
            if (number <= numberedOptions)
                group.choices->button(option)->setKeys({QString::number(number)});
        }
    }
    retranslate();
    m_scroll->ensureVisible(0, 0);
}

void LineEditor::retranslate()
{
    m_title->setText(m_item.name);
    m_price->setText(formats::money(m_item.priceMinor, m_currency) +
                     (m_item.allergens.isEmpty()
                          ? QString()
                          : QStringLiteral(" · ") + tr("contains %1").arg(m_item.allergens.join(u", "))));
    m_quantityLabel->setText(tr("How much"));
    m_noteField->setLabel(tr("Note to the kitchen"));
    m_courseLabel->setText(tr("Course"));
    QStringList courses;
    for (int course = 1; course <= coursesOffered; ++course)
        courses << QString::number(course);
    m_courses->setTexts(courses);
    m_courses->setChosen(m_course - 1);
    for (int course = 0; course < m_courses->count(); ++course)
        m_courses->button(course)->setAccessibleName(tr("Course %1").arg(course + 1));
    //: back to the dishes, without this one
    m_back->setText(tr("Back"));
    for (std::size_t i = 0; i < m_groups.size(); ++i) {
        const OptionGroup &group = m_item.optionGroups[i];
        m_groups[i].name->setText(group.name);
        QStringList texts;
        for (const Option &option : group.options)
            texts << DraftText::option(option, m_currency);
        m_groups[i].choices->setTexts(texts);
        // What is missing stays said; what was one too many is gone already.
        showRule(int(i), groupProblem(int(i)).isEmpty() ? QString() : DraftText::groupProblem(group, chosenIn(int(i))));
    }
    refresh();
}

int LineEditor::chosenIn(int group) const
{
    const ChoiceRow *choices = m_groups[std::size_t(group)].choices;
    int chosen = 0;
    for (int option = 0; option < choices->count(); ++option)
        chosen += choices->isChosen(option) ? 1 : 0;
    return chosen;
}

void LineEditor::showRule(int group, const QString &problem)
{
    QLabel *rule = m_groups[std::size_t(group)].rule;
    const OptionGroup &options = m_item.optionGroups[std::size_t(group)];
    rule->setText(problem.isEmpty() ? DraftText::groupRule(options) : problem);
    entry::setRole(rule, problem.isEmpty() ? QStringLiteral("caption") : QStringLiteral("error"));
    m_groups[std::size_t(group)].choices->setAccessibleName(options.name + QStringLiteral(", ") + rule->text());
}

QString LineEditor::groupProblem(int group) const
{
    const QLabel *rule = m_groups.at(std::size_t(group)).rule;
    return rule->property("role").toString() == u"error" ? rule->text() : QString();
}

void LineEditor::handlePicked(int group, int option)
{
    const OptionGroup &options = m_item.optionGroups[std::size_t(group)];
    ChoiceRow *choices = m_groups[std::size_t(group)].choices;
    if (options.maxChoices == 1 && choices->isChosen(option)) {
        choices->setChosen(option);
    } else if (chosenIn(group) > options.maxChoices) {
        // Which of the others should go, nobody can know.
        const QString problem = DraftText::groupProblem(options, chosenIn(group));
        choices->setChosen(option, false);
        showRule(group, problem);
        return;
    }
    showRule(group, {});
    refresh();
}

void LineEditor::pickNumber(int number)
{
    int at = 0;
    for (std::size_t group = 0; group < m_groups.size(); ++group) {
        ChoiceRow *choices = m_groups[group].choices;
        if (number <= at + choices->count()) {
            const int option = number - at - 1;
            choices->setChosen(option, !choices->isChosen(option));
            handlePicked(int(group), option);
            return;
        }
        at += choices->count();
    }
}

NewOrderLine LineEditor::line() const
{
    NewOrderLine line;
    line.itemId = m_item.id;
    line.quantity = m_stepper->value();
    line.course = m_course;
    line.note = m_note->text().trimmed();
    for (std::size_t group = 0; group < m_groups.size(); ++group) {
        for (int option = 0; option < m_groups[group].choices->count(); ++option) {
            if (m_groups[group].choices->isChosen(option))
                line.optionIds.push_back(m_item.optionGroups[group].options[std::size_t(option)].id);
        }
    }
    return line;
}

bool LineEditor::isComplete(bool say)
{
    bool complete = true;
    for (std::size_t group = 0; group < m_groups.size(); ++group) {
        const QString problem = DraftText::groupProblem(m_item.optionGroups[group], chosenIn(int(group)));
        if (problem.isEmpty())
            continue;
        if (say) {
            showRule(int(group), problem);
            if (complete)
                m_scroll->ensureWidgetVisible(m_groups[group].choices);
        }
        complete = false;
    }
    return complete && m_stepper->isValid();
}

void LineEditor::refresh()
{
    m_quantityProblem->setText(m_stepper->isValid() ? QString() : DraftText::step(m_step) + QLatin1Char('.'));
    m_quantityProblem->setVisible(!m_stepper->isValid());
    qint64 price = m_item.priceMinor;
    const NewOrderLine wanted = line();
    for (const OptionGroup &group : m_item.optionGroups) {
        for (const Option &option : group.options) {
            if (std::count(wanted.optionIds.begin(), wanted.optionIds.end(), option.id) > 0)
                price += option.priceMinor;
        }
    }
    //: puts the dish on the ticket
    QString text = m_isNew ? tr("Add") : tr("Save");
    if (const auto total = lineTotalMinor(price, wanted.quantity))
        text += QStringLiteral(" · ") + formats::money(*total, m_currency);
    m_accept->setText(text);
    m_accept->setAccessibleName(text);
}

void LineEditor::accept()
{
    if (isComplete(true))
        Q_EMIT accepted(line());
}

void LineEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->modifiers() & ~Qt::KeypadModifier) {
        QWidget::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Escape:
        Q_EMIT cancelled();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_back->hasFocus())
            Q_EMIT cancelled();
        else
            accept();
        return;
    case Qt::Key_Plus:
    case Qt::Key_Minus:
        m_stepper->setValue(m_stepper->value() + (event->key() == Qt::Key_Plus ? m_step : -m_step));
        refresh();
        return;
    default:
        break;
    }
    if (event->key() >= Qt::Key_1 && event->key() <= Qt::Key_9)
        pickNumber(event->key() - Qt::Key_0);
    else
        QWidget::keyPressEvent(event);
}

void LineEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace oshaq
