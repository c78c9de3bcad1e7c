// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/gui/shots/stage.h"
#include "tests/support/statisticssample.h"
#include "ui/statistics/chartcard.h"
#include "ui/statistics/statisticspage.h"

#include <QAbstractButton>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace oshaq::test {

inline const PortFailure unreachable{PortFailure::Kind::Unreachable, {}, {}, {}};

/// The page of statistics in its window.
class StatisticsStage
{
protected:
    void keepFilesHere();
    void prepare();
    void open(QSize size = QSize(1600, 1000));
    void settle()
    {
        QVERIFY(Stage::waitFor([this] { return m_page->isSettled(); }));
    }
    static void click(QAbstractButton *button)
    {
        QTest::mouseClick(button, Qt::LeftButton);
        Stage::settle();
    }
    ChartCard *card(ChartId id) const { return m_page->card(id); }

    QTemporaryDir m_home;
    std::unique_ptr<Stage> m_stage;
    StatisticsPage *m_page = nullptr;
};

} // namespace oshaq::test
