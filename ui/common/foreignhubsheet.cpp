// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/foreignhubsheet.h"

#include "ui/common/flowrow.h"
#include "ui/common/pairingtext.h"
#include "ui/common/touchbutton.h"

#include <QBoxLayout>
#include <QLabel>

namespace oshaq {

namespace {

constexpr int sheetWidth = 720;

} // namespace

ForeignHubSheet::ForeignHubSheet(const LinkStatus &status, QString url, const Look &look, QWidget *window)
    : Sheet(look, Place::Center, sheetWidth, window)
    , m_status(status)
    , m_url(std::move(url))
    , m_text(new QLabel(this))
    , m_buttons(new FlowRow(this))
    , m_join(new TouchButton(look, this))
    , m_goOn(new TouchButton(look, this))
{
    setObjectName(QStringLiteral("foreignHub"));
    m_join->setObjectName(QStringLiteral("foreignHubJoin"));
    m_goOn->setObjectName(QStringLiteral("foreignHubGoOn"));
    m_text->setWordWrap(true);
    m_goOn->setKind(TouchButton::Kind::Primary);
    body()->addWidget(m_text);
    for (TouchButton *button : {m_join, m_goOn}) {
        button->setTakesFocus(true);
        m_buttons->addWidget(button);
    }
    footer()->addWidget(m_buttons, 1);
    connect(m_goOn, &TouchButton::clicked, this, &Sheet::close);
    connect(m_join, &TouchButton::clicked, this, [this] {
        close();
        Q_EMIT joinAsked();
    });
    connect(&m_status, &LinkStatus::changed, this, &ForeignHubSheet::handleStatus);
    ForeignHubSheet::retranslate();
    ForeignHubSheet::setLook(look);
    handleStatus();
}

/// Once each time: who closed it knows.
void ForeignHubSheet::handleStatus()
{
    const bool isForeign = m_status.facts().isForeignHub;
    if (isForeign == m_wasForeign)
        return;
    m_wasForeign = isForeign;
    if (isForeign)
        open(m_goOn);
    else
        close();
}

void ForeignHubSheet::retranslate()
{
    Sheet::retranslate();
    const PairingText::Words words = PairingText::foreignHub(m_url);
    setTitle(words.title);
    m_text->setText(words.text);
    m_join->setText(tr("Let this screen in again"));
    m_goOn->setText(tr("Go on without it"));
    m_buttons->rearrange();
}

void ForeignHubSheet::setLook(const Look &look)
{
    Sheet::setLook(look);
    for (TouchButton *button : {m_join, m_goOn})
        button->setLook(look);
    m_buttons->setSpacing(look.px(8));
}

} // namespace oshaq
