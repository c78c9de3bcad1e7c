// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/linkstatus.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <functional>

class QWidget;

namespace oshaq {

/// Saves a picture of a window once it shows what the hub knows (or that the hub does not answer), then calls
/// `finished`.
class Screenshot final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Screenshot)

public:
    using Finished = std::function<void(bool saved)>;

    Screenshot(QWidget &window, const LinkStatus &link, QString file, Finished finished, QObject *parent = nullptr);

private:
    void handleLinkChanged();
    void save();

    QWidget &m_window;
    const LinkStatus &m_link;
    QString m_file;
    Finished m_finished;
    QTimer m_settle; ///< arrivals flash for a moment
    QTimer m_giveUp;
};

} // namespace oshaq
