// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/integrations/printing/printdispatcher.h"

#include <QThread>

namespace oshaq {

/// The thread on which the hub speaks to printers. Whatever they do, neither the writer nor an HTTP thread waits.
class PrintingThread final : public QThread
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PrintingThread)

public:
    /// Starts at once. The hub must outlive it.
    PrintingThread(Hub &hub, PrintOptions options);
    /// Drops what is on its way, which is printed once more and marked after the next start, and joins.
    ~PrintingThread() override;

protected:
    void run() override;

private:
    Hub &m_hub;
    const PrintOptions m_options;
};

} // namespace oshaq
