// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/displaysection.h"

#include "ui/common/choicerow.h"
#include "ui/common/languageswitch.h"
#include "ui/settings/settingrow.h"

#include <QBoxLayout>
#include <QLocale>

#include <algorithm>

namespace oshaq {

DisplaySection::DisplaySection(DisplaySettings &display, const Look &look, QWidget *parent)
    : SettingsSection(parent)
    , m_display(display)
    , m_language(new ChoiceRow(look, this))
    , m_theme(new ChoiceRow(look, this))
    , m_text(new ChoiceRow(look, this))
    , m_motion(new ChoiceRow(look, this))
    , m_layout(new QVBoxLayout(this))
{
    m_language->setObjectName(QStringLiteral("languageChoice"));
    m_theme->setObjectName(QStringLiteral("themeChoice"));
    m_text->setObjectName(QStringLiteral("textChoice"));
    m_motion->setObjectName(QStringLiteral("motionChoice"));
    for (ChoiceRow *choice : {m_language, m_theme, m_text, m_motion}) {
        m_rows.push_back(new SettingRow(choice, look, this));
        m_layout->addWidget(m_rows.back());
    }
    m_layout->addStretch(1);
    connect(m_language, &ChoiceRow::picked, this,
            [this](int index) { m_display.setLanguage(LanguageSwitch::languages().at(index)); });
    connect(m_theme, &ChoiceRow::picked, this,
            [this](int index) { m_display.setTheme(DisplaySettings::Theme(index)); });
    connect(m_text, &ChoiceRow::picked, this,
            [this](int index) { m_display.setTextPercent(DisplaySettings::textPercents.at(size_t(index))); });
    connect(m_motion, &ChoiceRow::picked, this, [this](int index) { m_display.setSteady(index == 1); });
    connect(&m_display, &DisplaySettings::lookChanged, this, &DisplaySection::read);
    connect(&m_display, &DisplaySettings::languageChanged, this, &DisplaySection::read);
    retranslate();
    setLook(look);
}

void DisplaySection::retranslate()
{
    QStringList languages;
    for (const QString &code : LanguageSwitch::languages())
        languages << LanguageSwitch::nameOf(code);
    m_language->setTexts(languages);
    m_theme->setTexts({tr("By page"), tr("Always dark"), tr("Always light")});
    QStringList sizes;
    for (const int percent : DisplaySettings::textPercents)
        sizes << tr("%1 %").arg(percent);
    m_text->setTexts(sizes);
    m_motion->setTexts({tr("Moves"), tr("Keeps still")});

    m_rows[0]->setTexts(tr("Language"), tr("Of everything on this screen. Names of dishes stay as the menu has them; "
                                           "each printer has a language of its own."));
    m_rows[1]->setTexts(tr("Colours"), tr("By page: the kitchen dark, where a bright screen blinds, offices light."));
    m_rows[2]->setTexts(tr("Text size"), tr("Larger letters show less at once. The tickets of each station have a size "
                                            "of their own on top of it, in the kitchen under More."));
    m_rows[3]->setTexts(tr("Movement"),
                        tr("What has just arrived flashes softly. Kept still, it is marked for a moment "
                           "and nothing fades or moves."));
    read();
}

void DisplaySection::read()
{
    // What is seen, also when nobody ever chose.
    const QString language = QLocale().name().left(2);
    const qsizetype index = LanguageSwitch::languages().indexOf(language);
    m_language->setChosen(int(std::max<qsizetype>(0, index)));
    m_theme->setChosen(int(m_display.theme()));
    const auto &percents = DisplaySettings::textPercents;
    m_text->setChosen(int(std::find(percents.begin(), percents.end(), m_display.textPercent()) - percents.begin()));
    m_motion->setChosen(m_display.isSteady() ? 1 : 0);
}

void DisplaySection::setLook(const Look &look)
{
    for (SettingRow *row : m_rows)
        row->setLook(look);
    for (ChoiceRow *choice : {m_language, m_theme, m_text, m_motion})
        choice->setLook(look);
    m_layout->setContentsMargins(0, look.px(12), look.px(8), look.px(24));
    m_layout->setSpacing(look.px(12));
}

} // namespace oshaq
