// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/kitchenport.h"
#include "models/terminal/linkstatus.h"
#include "ui/common/look.h"

#include <QWidget>

class QSettings;

namespace oshaq {

class KitchenPage;
class NavigationRail;

/// The desktop's window: the rail and one page. It finds its sizes from the screen that it stands on and keeps them
/// right when it is moved to another one.
class MainWindow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    /// Port, link and settings must outlive the window. Geometry is read from the settings at once and written when the
    /// window closes.
    MainWindow(KitchenPort &kitchen, LinkStatus &link, QSettings &settings, QWidget *parent = nullptr);
    ~MainWindow() override;

    KitchenPage *kitchenPage() const { return m_kitchen; }
    void toggleFullScreen();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void updateLook();

    QSettings &m_settings;
    Look m_look;
    NavigationRail *m_rail;
    KitchenPage *m_kitchen;
    bool m_watchesScreen = false;
};

} // namespace oshaq
