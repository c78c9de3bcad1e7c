// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/importmapping.h"

#include "ui/catalog/managertext.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QStyle>

#include <algorithm>

namespace oshaq {

namespace {

constexpr int samplesShown = 3;
constexpr int longestSample = 40;
constexpr int leastWide = 760; // design pixels

QLabel *label(const QString &role, QWidget *parent)
{
    auto *made = new QLabel(parent);
    made->setProperty("role", role);
    made->setWordWrap(true);
    made->setTextFormat(Qt::PlainText);
    return made;
}

void restyle(QWidget *widget, const char *property, const QVariant &value)
{
    if (widget->property(property) == value)
        return;
    widget->setProperty(property, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

} // namespace

ImportMapping::ImportMapping(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    for (const QString &field : ManagerText::importFields()) {
        Row row{field, label(QStringLiteral("strong"), this), new QComboBox(this),
                label(QStringLiteral("caption"), this)};
        row.choice->setObjectName(QStringLiteral("column_") + field);
        row.choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        row.choice->setMinimumContentsLength(6);
        row.name->setBuddy(row.choice);
        connect(row.choice, &QComboBox::activated, this, [this] {
            showSamples();
            Q_EMIT changed();
        });
        m_rows.push_back(row);
    }
    setLook(look);
    retranslate();
}

void ImportMapping::setLook(const Look &look)
{
    m_look = look;
    m_grid->setHorizontalSpacing(look.px(16));
    m_grid->setVerticalSpacing(look.px(8));
    arrange();
}

void ImportMapping::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ImportMapping::arrange()
{
    const bool isWide = width() >= m_look.px(leastWide);
    if (isWide == m_isWide && m_grid->count() > 0)
        return;
    m_isWide = isWide;
    while (QLayoutItem *item = m_grid->takeAt(0))
        delete item;
    int at = 0;
    for (const Row &row : m_rows) {
        m_grid->addWidget(row.name, at, 0);
        m_grid->addWidget(row.choice, isWide ? at : at + 1, isWide ? 1 : 0);
        m_grid->addWidget(row.sample, isWide ? at : at + 2, isWide ? 2 : 0);
        at += isWide ? 1 : 3;
    }
    for (int column = 0; column < 3; ++column)
        m_grid->setColumnStretch(column, isWide ? 2 + column : column == 0 ? 1 : 0);
}

void ImportMapping::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ImportMapping::retranslate()
{
    for (const Row &row : m_rows) {
        const QString name = ManagerText::fieldName(row.field);
        row.name->setText(ManagerText::isRequired(row.field) ? tr("%1 (needed)").arg(name) : name);
        row.choice->setAccessibleName(tr("Column of: %1").arg(name));
        if (row.choice->count() > 0)
            row.choice->setItemText(0, tr("Not in the file"));
    }
    showSamples();
}

void ImportMapping::setTable(const TablePreview &table, const QMap<QString, QString> &columns)
{
    m_table = table;
    m_showsMissing = false;
    m_offered.clear();
    for (const QString &column : table.columns) {
        // The site cannot tell two columns of one name apart.
        if (!column.trimmed().isEmpty() && table.columns.count(column) == 1)
            m_offered << column;
    }
    for (const Row &row : m_rows) {
        const QSignalBlocker blocker(row.choice);
        row.choice->clear();
        row.choice->addItem(QString());
        row.choice->addItems(m_offered);
        row.choice->setCurrentIndex(int(m_offered.indexOf(columns.value(row.field))) + 1);
    }
    retranslate();
}

QMap<QString, QString> ImportMapping::columns() const
{
    QMap<QString, QString> columns;
    for (const Row &row : m_rows) {
        if (row.choice->currentIndex() > 0)
            columns.insert(row.field, m_offered.value(row.choice->currentIndex() - 1));
    }
    return columns;
}

QComboBox *ImportMapping::choice(const QString &field) const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&field](const Row &row) { return row.field == field; });
    return found == m_rows.end() ? nullptr : found->choice;
}

qsizetype ImportMapping::columnOf(const QString &field) const
{
    const QComboBox *combo = choice(field);
    return combo && combo->currentIndex() > 0 ? m_table.columns.indexOf(m_offered.value(combo->currentIndex() - 1))
                                              : -1;
}

QString ImportMapping::cell(const QString &field, const QStringList &row) const
{
    const qsizetype column = columnOf(field);
    return column < 0 ? QString() : row.value(column);
}

QStringList ImportMapping::missing() const
{
    QStringList fields;
    for (const Row &row : m_rows) {
        if (ManagerText::isRequired(row.field) && row.choice->currentIndex() <= 0)
            fields << row.field;
    }
    return fields;
}

void ImportMapping::showMissing()
{
    m_showsMissing = true;
    showSamples();
    if (const QStringList fields = missing(); !fields.isEmpty())
        choice(fields.first())->setFocus(Qt::OtherFocusReason);
}

void ImportMapping::showSamples()
{
    for (const Row &row : m_rows) {
        const bool isMissing = m_showsMissing && ManagerText::isRequired(row.field) && row.choice->currentIndex() <= 0;
        QString text;
        if (isMissing) {
            text = tr("Choose the column: no dish can do without it.");
        } else if (row.choice->currentIndex() > 0) {
            QStringList samples;
            for (const QStringList &line : m_table.rows) {
                const QString sample = cell(row.field, line).simplified();
                if (!sample.isEmpty() && !samples.contains(sample) && samples.size() < samplesShown)
                    samples << (sample.size() > longestSample ? sample.left(longestSample) + QStringLiteral("…")
                                                              : sample);
            }
            text = samples.isEmpty() ? tr("Empty in the first rows") : samples.join(QStringLiteral("  ·  "));
        } else if (const QString found = m_table.guessed.value(row.field);
                   !found.isEmpty() && !columns().values().contains(found)) {
            // Nothing that is sent could tell it not to.
            text = tr("The site takes “%1” by its name. Rename the column in the file if it is something else.")
                       .arg(found);
        } else {
            text = ManagerText::fieldHint(row.field);
        }
        row.sample->setText(text);
        restyle(row.sample, "role", isMissing ? QStringLiteral("error") : QStringLiteral("caption"));
        restyle(row.choice, "wrong", isMissing);
        row.choice->setAccessibleDescription(text);
    }
}

} // namespace oshaq
