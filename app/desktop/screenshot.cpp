// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/screenshot.h"

#include <QPixmap>
#include <QWidget>

namespace oshaq {

namespace {
constexpr int settleMs = 1500;
constexpr int giveUpMs = 20'000;
} // namespace

Screenshot::Screenshot(QWidget &window, const LinkStatus &link, QString file, Finished finished, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_link(link)
    , m_file(std::move(file))
    , m_finished(std::move(finished))
{
    m_settle.setSingleShot(true);
    m_giveUp.setSingleShot(true);
    connect(&m_settle, &QTimer::timeout, this, &Screenshot::save);
    connect(&m_giveUp, &QTimer::timeout, this, &Screenshot::save);
    connect(&m_link, &LinkStatus::changed, this, &Screenshot::handleLinkChanged);
    m_giveUp.start(giveUpMs);
    handleLinkChanged();
}

void Screenshot::handleLinkChanged()
{
    if (m_link.facts().state != LinkStatus::State::Connecting && !m_settle.isActive())
        m_settle.start(settleMs);
}

void Screenshot::save()
{
    m_settle.stop();
    m_giveUp.stop();
    disconnect(&m_link, nullptr, this, nullptr);
    m_finished(m_window.grab().save(m_file, "PNG"));
}

} // namespace oshaq
