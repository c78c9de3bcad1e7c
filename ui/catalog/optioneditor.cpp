// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/optioneditor.h"

#include "ui/catalog/catalogtext.h"
#include "ui/common/choicerow.h"
#include "ui/common/field.h"
#include "ui/common/flowrow.h"
#include "ui/common/touchbutton.h"

#include <QBoxLayout>
#include <QEvent>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

#include <algorithm>

namespace oshaq {

namespace {

constexpr int mostChoices = 99;

TouchButton *glyph(const Look &look, const char *name, const char *icon, QWidget *parent)
{
    auto *button = new TouchButton(look, parent);
    button->setObjectName(QLatin1String(name));
    button->setKind(TouchButton::Kind::Glyph);
    button->setIconName(QLatin1String(icon));
    button->setTakesFocus(true);
    return button;
}

QLabel *errorLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setProperty("role", QStringLiteral("error"));
    label->setWordWrap(true);
    label->hide();
    return label;
}

void say(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace

OptionEditor::OptionEditor(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_add(new TouchButton(look, this))
{
    m_add->setObjectName(QStringLiteral("optionGroupAdd"));
    m_add->setIconName(QStringLiteral("plus"));
    m_add->setTakesFocus(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_list = new QVBoxLayout;
    layout->addLayout(m_list);
    layout->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &TouchButton::clicked, this, [this] {
        change([this] { m_groups.push_back({QString(), 0, 1, {OptionForm(), OptionForm()}}); }, true);
        m_boxes.back().name->setFocus(Qt::OtherFocusReason);
    });
    retranslate();
    setLook(look);
}

/// What was typed is in `m_groups`; the widgets follow when there are more or less of them.
template <typename Act> void OptionEditor::change(Act act, bool structure)
{
    if (m_showing)
        return;
    act();
    if (structure)
        rebuild();
    Q_EMIT edited();
}

void OptionEditor::setLook(const Look &look)
{
    m_look = look;
    m_add->setLook(look);
    layout()->setSpacing(look.px(8));
    m_list->setSpacing(look.px(8));
    for (GroupBox &group : m_boxes) {
        group.kind->setLook(look);
        for (TouchButton *button : {group.addOption, group.up, group.remove})
            button->setLook(look);
        group.counts->setSpacing(look.px(8));
        group.buttons->setSpacing(look.px(8));
        group.list->setSpacing(look.px(6));
        group.box->layout()->setSpacing(look.px(8));
        for (QLabel *label : {group.leastWords, group.mostWords})
            label->setMinimumHeight(look.metrics().lineHeight());
        const int edge = look.px(8);
        group.box->layout()->setContentsMargins(edge, edge, edge, edge);
        for (OptionRow &row : group.options) {
            row.up->setLook(look);
            row.remove->setLook(look);
            row.price->setFixedWidth(look.px(84));
            // The name needs the room.
            for (TouchButton *button : {row.up, row.remove})
                button->setFixedWidth(button->leastWidth() + look.px(2));
        }
    }
}

void OptionEditor::setGroups(const std::vector<OptionGroupForm> &groups)
{
    if (groups == m_groups)
        return;
    m_groups = groups;
    rebuild();
}

void OptionEditor::makeOption(GroupBox *group, size_t g, size_t o)
{
    OptionRow row;
    row.box = new QWidget(group->box);
    row.name = new QLineEdit(row.box);
    row.name->setObjectName(QStringLiteral("optionName"));
    row.price = new QLineEdit(row.box);
    row.price->setObjectName(QStringLiteral("optionPrice"));
    row.price->setAlignment(Qt::AlignRight);
    row.up = glyph(m_look, "optionUp", "up", row.box);
    row.remove = glyph(m_look, "optionRemove", "remove", row.box);
    row.error = errorLabel(row.box);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(4);
    line->addWidget(row.name, 1);
    line->addWidget(row.price);
    line->addWidget(row.up);
    line->addWidget(row.remove);
    auto *box = new QVBoxLayout(row.box);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(2);
    box->addLayout(line);
    box->addWidget(row.error);
    connect(row.name, &QLineEdit::textEdited, this,
            [this, g, o](const QString &text) { change([&] { m_groups[g].options[o].name = text; }, false); });
    connect(row.price, &QLineEdit::textEdited, this,
            [this, g, o](const QString &text) { change([&] { m_groups[g].options[o].price = text; }, false); });
    connect(row.up, &TouchButton::clicked, this, [this, g, o] {
        if (o > 0)
            change([&] { std::swap(m_groups[g].options[o], m_groups[g].options[o - 1]); }, true);
    });
    connect(row.remove, &TouchButton::clicked, this, [this, g, o] {
        change([&] { m_groups[g].options.erase(m_groups[g].options.begin() + qsizetype(o)); }, true);
    });
    group->list->addWidget(row.box);
    group->options.push_back(row);
}

void OptionEditor::makeGroup(size_t g)
{
    GroupBox group;
    group.box = new QFrame(this);
    group.box->setProperty("card", true);
    group.name = new QLineEdit(group.box);
    group.name->setObjectName(QStringLiteral("optionGroupName"));
    group.nameField = new Field(group.name, group.box);
    group.kind = new ChoiceRow(m_look, group.box);
    group.kind->setObjectName(QStringLiteral("optionGroupKind"));
    group.counts = new FlowRow(group.box);
    group.leastWords = new QLabel(group.counts);
    group.least = new QSpinBox(group.counts);
    group.mostWords = new QLabel(group.counts);
    group.most = new QSpinBox(group.counts);
    group.least->setObjectName(QStringLiteral("optionLeast"));
    group.most->setObjectName(QStringLiteral("optionMost"));
    group.least->setRange(0, mostChoices);
    group.most->setRange(1, mostChoices);
    for (QSpinBox *box : {group.least, group.most})
        box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    for (QWidget *one : std::initializer_list<QWidget *>{group.leastWords, group.least, group.mostWords, group.most})
        group.counts->addWidget(one);
    group.error = errorLabel(group.box);
    group.list = new QVBoxLayout;
    group.buttons = new FlowRow(group.box);
    group.addOption = new TouchButton(m_look, group.buttons);
    group.addOption->setObjectName(QStringLiteral("optionAdd"));
    group.addOption->setIconName(QStringLiteral("plus"));
    group.addOption->setTakesFocus(true);
    group.up = glyph(m_look, "optionGroupUp", "up", group.buttons);
    group.remove = glyph(m_look, "optionGroupRemove", "remove", group.buttons);
    for (TouchButton *button : {group.addOption, group.up, group.remove})
        group.buttons->addWidget(button);
    auto *layout = new QVBoxLayout(group.box);
    layout->addWidget(group.nameField);
    layout->addWidget(group.kind);
    layout->addWidget(group.counts);
    layout->addLayout(group.list);
    layout->addWidget(group.error);
    layout->addWidget(group.buttons);
    for (size_t o = 0; o < m_groups[g].options.size(); ++o)
        makeOption(&group, g, o);

    connect(group.name, &QLineEdit::textEdited, this,
            [this, g](const QString &text) { change([&] { m_groups[g].name = text; }, false); });
    connect(group.kind, &ChoiceRow::picked, this, [this, g](int index) {
        change([&] { m_groups[g].least = index == 0 ? 0 : std::max(1, m_groups[g].least); }, false);
        showGroup(g);
    });
    connect(group.least, &QSpinBox::valueChanged, this, [this, g](int value) {
        change(
            [&] {
                m_groups[g].least = value;
                m_groups[g].most = std::max(m_groups[g].most, value);
            },
            false);
        showGroup(g);
    });
    connect(group.most, &QSpinBox::valueChanged, this, [this, g](int value) {
        change(
            [&] {
                m_groups[g].most = value;
                m_groups[g].least = std::min(m_groups[g].least, value);
            },
            false);
        showGroup(g);
    });
    connect(group.addOption, &TouchButton::clicked, this, [this, g] {
        change([&] { m_groups[g].options.push_back({}); }, true);
        m_boxes[g].options.back().name->setFocus(Qt::OtherFocusReason);
    });
    connect(group.up, &TouchButton::clicked, this, [this, g] {
        if (g > 0)
            change([&] { std::swap(m_groups[g], m_groups[g - 1]); }, true);
    });
    connect(group.remove, &TouchButton::clicked, this,
            [this, g] { change([&] { m_groups.erase(m_groups.begin() + qsizetype(g)); }, true); });
    m_list->addWidget(group.box);
    m_boxes.push_back(std::move(group));
}

void OptionEditor::rebuild()
{
    // Later: the button that asked for it is one of them.
    for (GroupBox &group : m_boxes) {
        group.box->hide();
        m_list->removeWidget(group.box);
        group.box->deleteLater();
    }
    m_boxes.clear();
    m_problems.clear();
    for (size_t g = 0; g < m_groups.size(); ++g)
        makeGroup(g);
    retranslate();
    setLook(m_look);
    for (size_t g = 0; g < m_groups.size(); ++g) {
        showGroup(g);
        m_boxes[g].box->show();
    }
}

void OptionEditor::showGroup(size_t g)
{
    m_showing = true;
    const OptionGroupForm &form = m_groups[g];
    GroupBox &group = m_boxes[g];
    if (group.name->text() != form.name)
        group.name->setText(form.name);
    group.kind->setChosen(form.least == 0 ? 0 : 1);
    group.least->setValue(form.least);
    group.most->setValue(form.most);
    group.leastWords->setVisible(form.least > 0);
    group.least->setVisible(form.least > 0);
    group.counts->rearrange();
    group.up->setVisible(g > 0);
    group.buttons->rearrange();
    for (size_t o = 0; o < group.options.size(); ++o) {
        OptionRow &row = group.options[o];
        if (row.name->text() != form.options[o].name)
            row.name->setText(form.options[o].name);
        if (row.price->text() != form.options[o].price)
            row.price->setText(form.options[o].price);
        row.up->setEnabled(o > 0);
    }
    m_showing = false;
}

void OptionEditor::setProblems(const std::vector<FormProblem> &problems)
{
    m_problems = problems;
    for (int g = 0; g < int(m_boxes.size()); ++g) {
        GroupBox &group = m_boxes[size_t(g)];
        QString nameError;
        QString groupError;
        std::vector<QString> optionErrors(group.options.size());
        for (const FormProblem &problem : problems) {
            if (problem.group != g)
                continue;
            const QString text = CatalogText::problem(problem.kind);
            if (problem.option >= 0 && problem.option < int(optionErrors.size()))
                optionErrors[size_t(problem.option)] = text;
            else if (problem.kind == FormProblem::Kind::GroupWithoutName ||
                     problem.kind == FormProblem::Kind::GroupTwice)
                nameError = text;
            else
                groupError = text;
        }
        group.nameField->setError(nameError);
        say(group.error, groupError);
        for (size_t o = 0; o < optionErrors.size(); ++o) {
            say(group.options[o].error, optionErrors[o]);
            group.options[o].name->setAccessibleDescription(optionErrors[o]);
        }
    }
}

void OptionEditor::retranslate()
{
    m_add->setText(tr("Add a group of options"));
    for (GroupBox &group : m_boxes) {
        group.nameField->setLabel(tr("Group"));
        group.name->setPlaceholderText(tr("Meat, size, sauce"));
        group.kind->setTexts({tr("Optional"), tr("Required")});
        group.kind->setAccessibleName(tr("Whether something has to be chosen"));
        //: Before a number: somebody has to choose at least so many options
        group.leastWords->setText(tr("at least"));
        group.least->setAccessibleName(tr("At least so many"));
        //: Before a number: somebody may choose at most so many options
        group.mostWords->setText(tr("at most"));
        group.most->setAccessibleName(tr("At most so many"));
        group.addOption->setText(tr("Add an option"));
        group.up->setAccessibleName(tr("Move the group up"));
        group.up->setToolTip(tr("Move the group up"));
        group.remove->setAccessibleName(tr("Remove the group"));
        group.remove->setToolTip(tr("Remove the group"));
        group.counts->rearrange();
        group.buttons->rearrange();
        for (OptionRow &row : group.options) {
            row.name->setPlaceholderText(tr("Option"));
            row.name->setAccessibleName(tr("Option"));
            //: What an option costs more
            row.price->setPlaceholderText(tr("+ 0"));
            row.price->setAccessibleName(tr("What it costs more"));
            row.up->setAccessibleName(tr("Move the option up"));
            row.up->setToolTip(tr("Move the option up"));
            row.remove->setAccessibleName(tr("Remove the option"));
            row.remove->setToolTip(tr("Remove the option"));
        }
    }
    if (!m_problems.empty())
        setProblems(m_problems);
}

void OptionEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace oshaq
