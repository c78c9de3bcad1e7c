// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/statisticsstage.h"

namespace oshaq::test {

void StatisticsStage::keepFilesHere()
{
    // Files of this test stay with it.
    qputenv("HOME", m_home.path().toUtf8());
}

void StatisticsStage::prepare()
{
    QLocale::setDefault(QLocale(QStringLiteral("en")));
    m_stage = std::make_unique<Stage>();
    statisticssample::fill(m_stage->statistics);
}

void StatisticsStage::open(QSize size)
{
    m_stage->open(QStringLiteral("statistics"), size);
    m_page = m_stage->statisticsPage;
}

} // namespace oshaq::test
