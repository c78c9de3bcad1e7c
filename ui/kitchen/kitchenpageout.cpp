// SPDX-License-Identifier: GPL-3.0-or-later
// Which dishes cannot be had: "86".
#include "ui/common/band.h"
#include "ui/kitchen/choicestrip.h"
#include "ui/kitchen/keyspanel.h"
#include "ui/kitchen/kitchenpage.h"
#include "ui/kitchen/outpanel.h"
#include "ui/kitchen/shiftpanel.h"
#include "ui/kitchen/sidepanel.h"
#include "ui/kitchen/ticketview.h"

namespace oshaq {

namespace {

/// Slower than this, 8 and 6 are two tickets that somebody looks at.
constexpr quint64 eightySixMs = 700;
constexpr KitchenKeyPress eight{KitchenKey::Slot, 7};
constexpr KitchenKeyPress six{KitchenKey::Slot, 5};

} // namespace

bool KitchenPage::isEightySix(const KitchenKeyPress &press, quint64 timestamp)
{
    // Where digits answer something, they are answers.
    const bool asked = !m_strip->isHidden() || !m_shift->isHidden();
    const bool soon = m_eightPressed && timestamp - m_eightAt <= eightySixMs;
    m_eightPressed = false;
    if (asked)
        return false;
    if (press == six && soon) {
        m_view->choose(m_chosenBeforeEight);
        return true;
    }
    if (press == eight) {
        m_eightPressed = true;
        m_eightAt = timestamp;
        m_chosenBeforeEight = m_view->chosenOrder();
    }
    return false;
}

void KitchenPage::toggleOut()
{
    const bool open = m_out->isHidden();
    m_strip->hide();
    if (open) {
        m_out->setMenu(m_port.catalog(), m_port.station());
        m_out->begin();
    }
    showInstead(open ? m_out : nullptr);
    m_side->show();
}

void KitchenPage::updateOut()
{
    const Catalog catalog = m_port.catalog();
    QStringList out;
    for (const Item &item : catalog.items) {
        if (!item.available)
            out << item.name;
    }
    m_allDay->setOut(out);
    if (!m_out->isHidden())
        m_out->setMenu(catalog, m_port.station());
}

void KitchenPage::handleAvailabilityWanted(qint64 itemId, bool available)
{
    tell(m_port.setAvailable(itemId, available), QString());
    // Whether it worked or not: the panel shows what is.
    updateOut();
}

} // namespace oshaq
