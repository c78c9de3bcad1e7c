// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/firststart/screensstep.h"

#include "ui/common/band.h"
#include "ui/common/choicerow.h"
#include "ui/common/field.h"

#include <QBoxLayout>
#include <QLabel>

namespace oshaq {

ScreensStep::ScreensStep(SetupPort &setup, SettingsPort &settings, const Look &look, QWidget *parent)
    : FirstStartStep(parent)
    , m_setup(setup)
    , m_settings(settings)
    , m_band(new Band(look, this))
    , m_open(new ChoiceRow(look, this))
    , m_meaning(new QLabel(this))
    , m_layout(new QVBoxLayout(this))
{
    m_open->setObjectName(QStringLiteral("firstNetwork"));
    m_meaning->setWordWrap(true);
    m_meaning->setProperty("role", QStringLiteral("muted"));
    m_openField = new Field(m_open, this);
    m_layout->addWidget(m_band);
    m_layout->addWidget(m_openField);
    m_layout->addWidget(m_meaning);
    m_layout->addStretch(1);
    connect(m_open, &ChoiceRow::picked, this, [this] { retranslate(); });
    ScreensStep::retranslate();
    ScreensStep::setLook(look);
}

ScreensStep::~ScreensStep()
{
    if (m_call != 0)
        m_settings.cancel(m_call);
}

void ScreensStep::enter()
{
    m_open->setChosen(m_setup.isOpenToNetwork() ? 1 : 0);
    retranslate();
    if (m_call != 0)
        return;
    m_call = m_settings.hubFacts([this](const PortAnswer<HubFacts> &answer) {
        m_call = 0;
        if (answer)
            m_facts = *answer.value;
        retranslate();
    });
}

void ScreensStep::retranslate()
{
    m_openField->setLabel(tr("Who reaches this computer"));
    m_open->setTexts({tr("Only this computer"), tr("Other screens and phones too")});
    if (m_open->chosen() != 1) {
        m_meaning->setText(tr("Orders are taken and cooked at this computer. This can be changed later."));
        return;
    }
    QString text = tr("From the next start on they reach it through your own network, and what is sent is encrypted. "
                      "A new screen comes in by a code, which the settings show under \"Screens\".");
    if (m_facts && !m_facts->onlyThisComputer)
        text = tr("They reach it at %1. A new screen comes in by a code, which the settings show under \"Screens\".")
                   .arg(m_facts->urls.join(QStringLiteral(", ")));
    m_meaning->setText(text);
}

void ScreensStep::commit()
{
    const bool open = m_open->chosen() == 1;
    if (open != m_setup.isOpenToNetwork()) {
        if (const auto kept = m_setup.setOpenToNetwork(open); !kept) {
            m_band->setMessage(tr("That could not be written down: %1").arg(kept.error().message), Band::Tone::Alarm);
            return;
        }
    }
    Q_EMIT done();
}

void ScreensStep::setLook(const Look &look)
{
    m_band->setLook(look);
    m_open->setLook(look);
    m_layout->setContentsMargins(0, look.px(12), look.px(8), look.px(12));
    m_layout->setSpacing(look.px(14));
}

} // namespace oshaq
