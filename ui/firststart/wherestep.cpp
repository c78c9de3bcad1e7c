// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/firststart/wherestep.h"

#include "ui/common/choicerow.h"
#include "ui/common/field.h"
#include "ui/common/languageswitch.h"
#include "ui/firststart/joinpanel.h"

#include <QBoxLayout>
#include <QHideEvent>
#include <QLocale>

#include <algorithm>

namespace oshaq {

WhereStep::WhereStep(DisplaySettings &display, SetupPort &setup, bool onlyJoins, const Look &look, QWidget *parent)
    : FirstStartStep(parent)
    , m_display(display)
    , m_setup(setup)
    , m_onlyJoins(onlyJoins)
    , m_language(new ChoiceRow(look, this))
    , m_what(new ChoiceRow(look, this))
    , m_join(new JoinPanel(setup, look, this))
    , m_layout(new QVBoxLayout(this))
{
    m_language->setObjectName(QStringLiteral("firstLanguage"));
    m_what->setObjectName(QStringLiteral("firstWhat"));
    m_languageField = new Field(m_language, this);
    m_whatField = new Field(m_what, this);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_languageField, m_whatField, m_join})
        m_layout->addWidget(widget);
    m_layout->addStretch(1);
    connect(m_language, &ChoiceRow::picked, this,
            [this](int index) { m_display.setLanguage(LanguageSwitch::languages().at(index)); });
    connect(m_what, &ChoiceRow::picked, this, [this] {
        update();
        Q_EMIT wordsChanged();
    });
    connect(m_join, &JoinPanel::wordsChanged, this, [this] {
        update();
        Q_EMIT wordsChanged();
    });
    connect(m_join, &JoinPanel::busyChanged, this, &FirstStartStep::busyChanged);
    connect(m_join, &JoinPanel::joined, this, [this] {
        m_setup.finishFirstStart();
        m_setup.restart();
    });
    WhereStep::retranslate();
    m_what->setChosen(0);
    update();
    WhereStep::setLook(look);
}

bool WhereStep::joins() const
{
    return m_onlyJoins || m_what->chosen() == 1;
}

bool WhereStep::isComingIn() const
{
    return joins() && m_join->state() != JoinPanel::State::Asking;
}

QString WhereStep::title() const
{
    return m_onlyJoins || isComingIn() ? tr("Let this screen in") : tr("Welcome to Oshaq");
}

QString WhereStep::text() const
{
    if (isComingIn())
        return {};
    return m_onlyJoins ? tr("What is known and waits on this screen stays on it.")
                       : tr("A few questions, and the first order can come. Each can be skipped.");
}

QString WhereStep::nextText() const
{
    return joins() ? m_join->nextText() : tr("Next");
}

void WhereStep::retranslate()
{
    QStringList languages;
    for (const QString &code : LanguageSwitch::languages())
        languages << LanguageSwitch::nameOf(code);
    m_language->setTexts(languages);
    const qsizetype now = LanguageSwitch::languages().indexOf(QLocale().name().left(2));
    m_language->setChosen(int(std::max<qsizetype>(0, now)));
    m_languageField->setLabel(tr("Language"));
    m_what->setTexts({tr("A new restaurant"), tr("One more screen of a restaurant that has Oshaq")});
    m_whatField->setLabel(tr("This computer is for"));
    update();
}

void WhereStep::update()
{
    m_join->setVisible(joins());
    // While two screens are compared nothing else is asked.
    const bool asks = !m_onlyJoins && !isComingIn();
    m_languageField->setVisible(asks);
    m_whatField->setVisible(asks);
    if (joins())
        m_join->enter();
}

void WhereStep::commit()
{
    if (joins())
        m_join->goOn();
    else
        Q_EMIT done();
}

void WhereStep::hideEvent(QHideEvent *event)
{
    if (!event->spontaneous())
        m_join->leave();
    FirstStartStep::hideEvent(event);
}

void WhereStep::setLook(const Look &look)
{
    m_join->setLook(look);
    m_language->setLook(look);
    m_what->setLook(look);
    m_layout->setContentsMargins(0, look.px(12), look.px(8), look.px(12));
    m_layout->setSpacing(look.px(16));
}

} // namespace oshaq
