// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/stepchoice.h"

#include "ui/catalog/catalogtext.h"
#include "ui/common/formats.h"

#include <QAbstractItemView>
#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QSignalBlocker>

#include <algorithm>
#include <array>

namespace oshaq {

namespace {

constexpr std::array<qint64, 5> usualSteps{1000, 500, 100, 50, 10};

// Places in the list: as the category, the usual ones, one's own.
constexpr int firstUsual = 1;
constexpr int ownPlace = firstUsual + int(usualSteps.size());

} // namespace

StepChoice::StepChoice(QWidget *parent)
    : QWidget(parent)
    , m_list(new QComboBox(this))
    , m_own(new QLineEdit(this))
{
    m_list->setObjectName(QStringLiteral("stepList"));
    m_list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_list->setMinimumContentsLength(6);
    m_own->setObjectName(QStringLiteral("stepOwn"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_list);
    layout->addWidget(m_own);
    setFocusProxy(m_list);
    retranslate();
    show();
    connect(m_list, &QComboBox::activated, this, [this](int index) {
        m_isOwn = index == ownPlace;
        if (index == 0)
            m_text.clear();
        else if (!m_isOwn)
            m_text = formats::quantity(usualSteps[size_t(index - firstUsual)]);
        show();
        if (m_isOwn) {
            m_own->setFocus(Qt::OtherFocusReason);
            m_own->selectAll();
        }
        Q_EMIT edited();
    });
    connect(m_own, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_text = text;
        Q_EMIT edited();
    });
}

void StepChoice::setCategoryStep(qint64 thousandths)
{
    if (thousandths == m_categoryStep)
        return;
    m_categoryStep = thousandths;
    retranslate();
}

void StepChoice::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_isOwn = false;
    show();
}

void StepChoice::show()
{
    const QSignalBlocker quiet(m_list);
    const auto step = formats::readQuantity(m_text);
    const auto usual = std::find(usualSteps.begin(), usualSteps.end(), step.value_or(0));
    int place = ownPlace;
    if (!m_isOwn && m_text.trimmed().isEmpty())
        place = 0;
    else if (!m_isOwn && usual != usualSteps.end())
        place = firstUsual + int(usual - usualSteps.begin());
    m_list->setCurrentIndex(place);
    if (m_own->text() != m_text)
        m_own->setText(m_text);
    m_own->setVisible(place == ownPlace);
}

void StepChoice::retranslate()
{
    const QSignalBlocker quiet(m_list);
    const int before = m_list->currentIndex();
    m_list->clear();
    m_list->addItem(m_categoryStep > 0 ? tr("%1, as its category").arg(CatalogText::step(m_categoryStep))
                                       : tr("not said"));
    for (const qint64 step : usualSteps)
        m_list->addItem(CatalogText::step(step));
    m_list->addItem(tr("another step"));
    m_list->setCurrentIndex(before);
    m_list->view()->setMinimumWidth(m_list->view()->sizeHintForColumn(0) + 2 * m_list->view()->frameWidth());
    m_list->setAccessibleName(tr("Sold by"));
    m_own->setPlaceholderText(tr("0.25"));
    m_own->setAccessibleName(tr("Step of a quantity"));
}

void StepChoice::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace oshaq
