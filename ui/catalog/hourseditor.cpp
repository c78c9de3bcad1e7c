// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/hourseditor.h"

#include "ui/catalog/catalogtext.h"
#include "ui/common/choicerow.h"
#include "ui/common/flowrow.h"
#include "ui/common/touchbutton.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QTimeEdit>

namespace oshaq {

namespace {

constexpr int dayMinutes = 1440;
/// What a new time begins with.
const SaleWindow usual{0x7f, 12 * 60, 23 * 60};

QTime timeOf(int minutes)
{
    return QTime(0, 0).addSecs(minutes % dayMinutes * 60);
}

int minutesOf(QTime time)
{
    return time.hour() * 60 + time.minute();
}

} // namespace

HoursEditor::HoursEditor(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_kind(new ChoiceRow(look, this))
    , m_windows(new QWidget(this))
    , m_add(new TouchButton(look, m_windows))
{
    m_kind->setObjectName(QStringLiteral("hoursKind"));
    m_add->setObjectName(QStringLiteral("hoursAdd"));
    m_add->setIconName(QStringLiteral("plus"));
    m_add->setTakesFocus(true);
    auto *windows = new QVBoxLayout(m_windows);
    windows->setContentsMargins(0, 0, 0, 0);
    m_list = new QVBoxLayout;
    windows->addLayout(m_list);
    windows->addWidget(m_add, 0, Qt::AlignLeft);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_kind);
    layout->addWidget(m_windows);
    connect(m_kind, &ChoiceRow::picked, this, [this](int index) {
        if (index == 0)
            m_hours.clear();
        else if (m_hours.empty())
            m_hours.push_back(usual);
        rebuild();
        Q_EMIT edited();
    });
    connect(m_add, &TouchButton::clicked, this, [this] {
        if (m_hours.size() >= size_t(maxSaleWindows))
            return;
        m_hours.push_back(m_hours.empty() ? usual : m_hours.back());
        rebuild();
        Q_EMIT edited();
    });
    retranslate();
    setLook(look);
}

void HoursEditor::setLook(const Look &look)
{
    m_look = look;
    m_kind->setLook(look);
    m_add->setLook(look);
    layout()->setSpacing(look.px(8));
    m_windows->layout()->setSpacing(look.px(8));
    m_list->setSpacing(look.px(12));
    for (const Row &row : m_rows) {
        row.days->setLook(look);
        row.remove->setLook(look);
        row.dash->setMinimumHeight(look.metrics().lineHeight());
        row.times->setSpacing(look.px(8));
        row.box->layout()->setSpacing(look.px(8));
    }
}

void HoursEditor::setDefaultWords(const QString &words)
{
    m_defaultWords = words;
    retranslate();
}

void HoursEditor::setHours(const SaleHours &hours)
{
    if (hours == m_hours && m_kind->chosen() == (hours.empty() ? 0 : 1))
        return;
    m_hours = hours;
    rebuild();
}

void HoursEditor::retranslate()
{
    m_kind->setTexts({m_defaultWords.isEmpty() ? tr("Always") : m_defaultWords, tr("At its own times")});
    m_kind->setAccessibleName(tr("When it is sold"));
    m_add->setText(tr("Another time"));
    QStringList days;
    for (int day = 1; day <= 7; ++day)
        days << CatalogText::shortDay(day);
    for (const Row &row : m_rows) {
        row.days->setTexts(days);
        row.days->setAccessibleName(tr("Days"));
        row.from->setAccessibleName(tr("From"));
        row.to->setAccessibleName(tr("Until"));
        row.remove->setAccessibleName(tr("Remove this time"));
        row.remove->setToolTip(tr("Remove this time"));
        row.times->rearrange();
    }
}

void HoursEditor::addRow()
{
    const size_t place = m_rows.size();
    Row row;
    row.box = new QWidget(m_windows);
    row.days = new ChoiceRow(m_look, row.box);
    row.days->setMany(true);
    row.times = new FlowRow(row.box);
    row.from = new QTimeEdit(row.times);
    row.dash = new QLabel(QStringLiteral("–"), row.times);
    row.to = new QTimeEdit(row.times);
    row.remove = new TouchButton(m_look, row.times);
    row.remove->setObjectName(QStringLiteral("hoursRemove"));
    row.remove->setKind(TouchButton::Kind::Glyph);
    row.remove->setIconName(QStringLiteral("remove"));
    row.remove->setTakesFocus(true);
    for (QTimeEdit *edit : {row.from, row.to}) {
        edit->setDisplayFormat(QStringLiteral("HH:mm"));
        edit->setButtonSymbols(QAbstractSpinBox::NoButtons);
        connect(edit, &QTimeEdit::timeChanged, this, [this, place] { readRow(place); });
    }
    row.from->setObjectName(QStringLiteral("hoursFrom"));
    row.to->setObjectName(QStringLiteral("hoursTo"));
    auto *box = new QVBoxLayout(row.box);
    box->setContentsMargins(0, 0, 0, 0);
    box->addWidget(row.days);
    box->addWidget(row.times);
    for (QWidget *one : std::initializer_list<QWidget *>{row.from, row.dash, row.to, row.remove})
        row.times->addWidget(one);
    connect(row.days, &ChoiceRow::picked, this, [this, place] { readRow(place); });
    connect(row.remove, &TouchButton::clicked, this, [this, place] {
        m_hours.erase(m_hours.begin() + qsizetype(place));
        rebuild();
        Q_EMIT edited();
    });
    m_list->addWidget(row.box);
    m_rows.push_back(row);
}

void HoursEditor::rebuild()
{
    // Later: the button that asked for it may be one of them.
    while (m_rows.size() > m_hours.size()) {
        m_rows.back().box->hide();
        m_rows.back().box->deleteLater();
        m_rows.pop_back();
    }
    const bool more = m_rows.size() < m_hours.size();
    while (m_rows.size() < m_hours.size())
        addRow();
    if (more) {
        retranslate();
        setLook(m_look);
    }
    showRows();
}

void HoursEditor::showRows()
{
    m_showing = true;
    m_kind->setChosen(m_hours.empty() ? 0 : 1);
    m_windows->setVisible(!m_hours.empty());
    m_add->setVisible(m_hours.size() < size_t(maxSaleWindows));
    for (size_t i = 0; i < m_rows.size(); ++i) {
        const Row &row = m_rows[i];
        const SaleWindow &window = m_hours[i];
        for (int day = 0; day < 7; ++day)
            row.days->setChosen(day, (window.weekdays & (1U << day)) != 0);
        row.from->setTime(timeOf(window.fromMinutes));
        row.to->setTime(timeOf(window.toMinutes));
    }
    m_showing = false;
}

void HoursEditor::readRow(size_t place)
{
    if (m_showing || place >= m_rows.size())
        return;
    const Row &row = m_rows[place];
    SaleWindow window;
    window.weekdays = 0;
    for (int day = 0; day < 7; ++day)
        window.weekdays |= row.days->isChosen(day) ? 1U << day : 0U;
    window.fromMinutes = minutesOf(row.from->time());
    // Midnight as an end is that of the same day.
    const int to = minutesOf(row.to->time());
    window.toMinutes = to == 0 ? dayMinutes : to;
    if (window == m_hours[place])
        return;
    m_hours[place] = window;
    Q_EMIT edited();
}

void HoursEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace oshaq
