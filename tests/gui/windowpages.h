// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mainwindow.h"

#include <memory>
#include <utility>

namespace oshaq {

/// Pages for a window, in the order of the rail.
template <typename... SomePage> MainWindow::Pages windowPages(std::unique_ptr<SomePage>... pages)
{
    MainWindow::Pages list;
    (list.push_back(std::move(pages)), ...);
    return list;
}

} // namespace oshaq
