// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/integrations/printing/printingthread.h"

#include "models/runtime/threadrank.h"

namespace oshaq {

PrintingThread::PrintingThread(Hub &hub, PrintOptions options)
    : m_hub(hub)
    , m_options(std::move(options))
{
    setObjectName(QStringLiteral("printing"));
    start();
}

PrintingThread::~PrintingThread()
{
    quit();
    wait();
}

void PrintingThread::run()
{
    setThreadRank(ThreadRank::Background);
    QtScheduler scheduler;
    PrintDispatcher dispatcher(m_hub, scheduler, m_options);
    dispatcher.start();
    exec();
}

} // namespace oshaq
