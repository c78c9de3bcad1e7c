// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/lockssection.h"

#include "ui/common/band.h"
#include "ui/common/choicerow.h"
#include "ui/common/linktext.h"
#include "ui/settings/settingrow.h"

#include <QBoxLayout>

#include <algorithm>
#include <array>

namespace oshaq {

namespace {

constexpr std::array lockSeconds{0, 30, 60, 120, 300, 900};

/// The nearest that can be chosen: another program may have set something between.
int placeOf(int seconds)
{
    int best = 0;
    for (int i = 1; i < int(lockSeconds.size()); ++i) {
        if (seconds > 0 && (best == 0 || lockSeconds[size_t(i)] <= seconds))
            best = i;
    }
    return best;
}

} // namespace

LocksSection::LocksSection(OperatorPort &port, const Look &look, QWidget *parent)
    : SettingsSection(parent)
    , m_port(port)
    , m_band(new Band(look, this))
    , m_asks(new ChoiceRow(look, this))
    , m_after(new ChoiceRow(look, this))
    , m_layout(new QVBoxLayout(this))
{
    m_band->setObjectName(QStringLiteral("locksBand"));
    m_asks->setObjectName(QStringLiteral("asksForPin"));
    m_after->setObjectName(QStringLiteral("lockAfter"));
    m_layout->addWidget(m_band);
    for (ChoiceRow *choice : {m_asks, m_after}) {
        m_rows.push_back(new SettingRow(choice, look, this));
        m_layout->addWidget(m_rows.back());
    }
    m_layout->addStretch(1);
    connect(m_asks, &ChoiceRow::picked, this, [this](int index) {
        LockPolicy policy = m_port.policy();
        policy.asksForPin = index == 1;
        change(policy);
    });
    connect(m_after, &ChoiceRow::picked, this, [this](int index) {
        LockPolicy policy = m_port.policy();
        policy.lockAfterSeconds = lockSeconds.at(size_t(index));
        change(policy);
    });
    connect(&m_port, &OperatorPort::changed, this, &LocksSection::read);
    retranslate();
    setLook(look);
}

LocksSection::~LocksSection()
{
    if (m_call != 0)
        m_port.cancel(m_call);
}

void LocksSection::setLook(const Look &look)
{
    m_band->setLook(look);
    for (SettingRow *row : m_rows)
        row->setLook(look);
    for (ChoiceRow *choice : {m_asks, m_after})
        choice->setLook(look);
    m_layout->setContentsMargins(0, look.px(12), look.px(8), look.px(24));
    m_layout->setSpacing(look.px(12));
}

void LocksSection::retranslate()
{
    m_asks->setTexts({tr("Anybody may use it"), tr("Ask for a PIN")});
    m_after->setTexts({tr("Never"), tr("%1 s").arg(30), tr("%1 min").arg(1), tr("%1 min").arg(2), tr("%1 min").arg(5),
                       tr("%1 min").arg(15)});
    m_rows[0]->setTexts(tr("Who may use this screen"),
                        tr("With a PIN everybody has a name: what they do is written down under it, their hours are "
                           "counted, and they see only what their role may do. Without one, anybody who stands here "
                           "may do what this screen may."));
    m_rows[1]->setTexts(tr("Lock by itself after"),
                        tr("So long without a touch or a key. Tickets of a kitchen stay in sight while it is locked; "
                           "pages of the office are hidden. Ctrl+L locks at once."));
    tell();
    read();
}

void LocksSection::read()
{
    const LockPolicy policy = m_port.policy();
    m_asks->setChosen(policy.asksForPin ? 1 : 0);
    m_after->setChosen(placeOf(policy.lockAfterSeconds));
    for (int i = 0; i < m_after->count(); ++i)
        m_after->setChoiceEnabled(i, policy.asksForPin);
}

void LocksSection::change(const LockPolicy &policy)
{
    if (m_call != 0)
        m_port.cancel(m_call);
    m_failure.reset();
    m_wanted = policy;
    tell();
    m_call = m_port.setPolicy(policy, [this](const PortAnswer<PortNothing> &answer) {
        m_call = 0;
        if (!answer)
            m_failure = answer.failure;
        tell();
        read();
    });
}

void LocksSection::tell()
{
    QString text;
    if (m_failure && m_failure->errorCode == u"FORBIDDEN" && m_wanted.asksForPin) {
        text = tr("Nobody who may manage has a PIN yet: everybody would be locked out. Give a manager a PIN on the "
                  "staff page first.");
    } else if (m_failure) {
        text = LinkText::failure(*m_failure);
    }
    m_band->setMessage(text, Band::Tone::Warning);
}

} // namespace oshaq
