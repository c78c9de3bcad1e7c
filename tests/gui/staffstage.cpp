// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/staffstage.h"

#include "tests/support/orderssample.h"
#include "tests/support/staffsample.h"

namespace oshaq::test {

void StaffStage::prepare()
{
    QLocale::setDefault(QLocale(QStringLiteral("en")));
    m_stage = std::make_unique<Stage>();
}

void StaffStage::open(bool sample)
{
    if (sample) {
        orderssample::addEvening(m_stage->orders);
        staffsample::addPeople(m_stage->staff);
        staffsample::addWeek(m_stage->staff);
        m_stage->staff.table = staffsample::permissions();
    }
    m_stage->open(QStringLiteral("staff"), QSize(1280, 800));
}

} // namespace oshaq::test
