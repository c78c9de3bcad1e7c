// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/sitesection.h"

#include "ui/common/band.h"
#include "ui/common/linktext.h"
#include "ui/common/stateview.h"
#include "ui/common/touchbutton.h"
#include "ui/settings/settingtext.h"

#include <QBoxLayout>

#include <algorithm>

namespace oshaq {

namespace {

std::vector<const char *> keysOf(SiteSection::Subject subject)
{
    using namespace settingkeys;
    if (subject == SiteSection::Subject::Restaurant)
        return {businessName, currency, timeZone, dayStart};
    return {taxRate,          taxName,         deliveryCost,   deliveryFrom, autoAccept,
            unpaintedSeconds, fallbackPrinter, retentionYears, guestMonths};
}

} // namespace

SiteSection::SiteSection(Subject subject, SiteSettingsDesk &desk, const Look &look, QWidget *parent)
    : SettingsSection(parent)
    , m_subject(subject)
    , m_desk(desk)
    , m_band(new Band(look, this))
    , m_state(new StateView(look, this))
    , m_layout(new QVBoxLayout(this))
{
    m_layout->addWidget(m_band);
    m_layout->addWidget(m_state, 1);
    for (const char *key : keysOf(subject)) {
        const SettingRule *rule = findSettingRule(QString::fromLatin1(key));
        Q_ASSERT(rule);
        m_rows.push_back(new RuleRow(*rule, desk, look, this));
        m_layout->addWidget(m_rows.back());
    }
    m_layout->addStretch(1);
    connect(&m_desk, &SiteSettingsDesk::changed, this, &SiteSection::update);
    for (TouchButton *button : {m_state->actionButton(), m_band->actionButton()})
        connect(button, &TouchButton::clicked, this, [this] { m_desk.refresh(); });
    SiteSection::retranslate();
    SiteSection::setLook(look);
}

QString SiteSection::key() const
{
    return m_subject == Subject::Restaurant ? QStringLiteral("restaurant") : QStringLiteral("selling");
}

QString SiteSection::iconName() const
{
    return m_subject == Subject::Restaurant ? QStringLiteral("home") : QStringLiteral("cash");
}

QString SiteSection::title() const
{
    return m_subject == Subject::Restaurant ? tr("Restaurant") : tr("Orders and taxes");
}

QString SiteSection::summary() const
{
    return m_subject == Subject::Restaurant ? tr("What the restaurant is called, and the clock that it lives by.")
                                            : tr("What is on a price besides the dish, and how orders are taken.");
}

std::vector<SettingEntry> SiteSection::entries() const
{
    std::vector<SettingEntry> entries;
    for (const RuleRow *row : m_rows)
        entries.push_back({row->key(), SettingText::title(row->key()), SettingText::meaning(row->key())});
    return entries;
}

void SiteSection::reveal(const QString &entry)
{
    for (RuleRow *one : m_rows)
        one->setFound(one->key() == entry);
    if (RuleRow *found = row(entry))
        showWidget(found);
}

RuleRow *SiteSection::row(const QString &key) const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const RuleRow *one) { return one->key() == key; });
    return found == m_rows.end() ? nullptr : *found;
}

void SiteSection::showEvent(QShowEvent *event)
{
    m_desk.refresh();
    SettingsSection::showEvent(event);
}

void SiteSection::update()
{
    const bool known = m_desk.known().has_value();
    const auto &failure = m_desk.failure();
    if (!known && failure)
        m_state->setState(QStringLiteral("link"), tr("The settings are not known"), LinkText::failure(*failure),
                          tr("Try again"));
    else
        m_state->setState(iconName(), tr("Asking for the settings"), tr("One moment."));
    m_state->setVisible(!known);
    for (RuleRow *one : m_rows)
        one->setVisible(known);
    m_band->setMessage(known && failure ? tr("Nothing can be changed now. %1").arg(LinkText::failure(*failure))
                                        : QString(),
                       Band::Tone::Warning);
    m_band->setAction(failure ? tr("Try again") : QString(), QString());
}

void SiteSection::setLook(const Look &look)
{
    m_band->setLook(look);
    m_state->setLook(look);
    for (RuleRow *one : m_rows)
        one->setLook(look);
    m_state->setMinimumHeight(look.px(280));
    m_layout->setContentsMargins(0, look.px(12), look.px(8), look.px(24));
    m_layout->setSpacing(look.px(12));
}

void SiteSection::retranslate()
{
    update();
}

} // namespace oshaq
