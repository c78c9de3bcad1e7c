// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/replicaband.h"

#include "ui/common/linktext.h"
#include "ui/common/touchbutton.h"

#include <QEvent>

namespace oshaq {

ReplicaBand::ReplicaBand(const LinkStatus &link, ReplicaPort &hub, ReplicaPort *standbyHere, const Look &look,
                         QWidget *parent)
    : Band(look, parent)
    , m_link(link)
    , m_hub(hub)
    , m_standbyHere(standbyHere)
{
    setObjectName(QStringLiteral("replicaBand"));
    connect(&link, &LinkStatus::changed, this, [this] {
        askStandby();
        refresh();
    });
    connect(actionButton(), &TouchButton::clicked, this, &ReplicaBand::press);
    askStandby();
    refresh();
}

ReplicaBand::~ReplicaBand()
{
    if (m_call != 0)
        m_asked->cancel(m_call);
    if (m_standbyCall != 0)
        m_standbyHere->cancel(m_standbyCall);
}

void ReplicaBand::setRole(Role role)
{
    m_role = role;
    refresh();
}

void ReplicaBand::setLocked(bool locked)
{
    m_isLocked = locked;
    m_isAsked = false;
    refresh();
}

void ReplicaBand::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    Band::changeEvent(event);
}

void ReplicaBand::askStandby()
{
    if (!m_standbyHere || m_standbyCall != 0 || m_link.facts().state != LinkStatus::State::Offline)
        return;
    m_standbyCall = m_standbyHere->facts([this](const PortAnswer<ReplicaFacts> &answer) {
        m_standbyCall = 0;
        m_isStandby = answer && answer.value->note.role == ReplicaRole::Standby;
        refresh();
    });
}

void ReplicaBand::refresh()
{
    auto words = ReplicaText::band(m_link.facts(), m_role, m_isStandby, m_isAsked);
    if (words.act != m_act) {
        // Something else is the matter now: nobody has agreed to that.
        m_act = words.act;
        m_failure.clear();
        if (m_isAsked) {
            m_isAsked = false;
            words = ReplicaText::band(m_link.facts(), m_role, m_isStandby, false);
        }
    }
    const QString text = m_failure.isEmpty() || words.text.isEmpty() ? words.text : words.text + u' ' + m_failure;
    setAction(m_call == 0 && !m_isLocked ? words.button : QString(), {});
    setMessage(text, words.tone);
}

void ReplicaBand::press()
{
    m_failure.clear();
    if (!m_isAsked && m_act != ReplicaText::Act::EndSolo) {
        m_isAsked = true;
        return refresh();
    }
    m_isAsked = false;
    act(m_act);
    refresh();
}

void ReplicaBand::act(ReplicaText::Act act)
{
    if (m_call != 0 || act == ReplicaText::Act::None)
        return;
    ReplicaPort &port = act == ReplicaText::Act::Promote ? *m_standbyHere : m_hub;
    m_asked = &port;
    const auto done = [this, &port](const PortAnswer<ReplicaFacts> &answer) { finish(port, answer); };
    switch (act) {
    case ReplicaText::Act::GoAlone:
        m_call = port.declareSolo({}, done);
        break;
    case ReplicaText::Act::EndSolo:
        m_call = port.endSolo(done);
        break;
    case ReplicaText::Act::Promote:
        // Whoever stands here sees that it does not answer.
        m_call = port.promote(true, done);
        break;
    case ReplicaText::Act::None:
        break;
    }
}

void ReplicaBand::finish(ReplicaPort &port, const PortAnswer<ReplicaFacts> &answer)
{
    m_call = 0;
    m_failure = answer ? QString() : LinkText::failure(answer.failure);
    if (answer && &port == m_standbyHere)
        m_isStandby = answer.value->note.role == ReplicaRole::Standby;
    refresh();
}

} // namespace oshaq
