// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QEvent>
#include <QString>

#include <functional>
#include <vector>

namespace oshaq {

/// Nanoseconds of processor time that this thread has used. What other programs do meanwhile does not count.
qint64 threadCpuNs();

/// Measures what each delivery of an event costs the GUI thread, with all that it causes: slots that it calls, events
/// that are sent meanwhile, painting. GUI thread only.
class GuiWatch
{
    Q_DISABLE_COPY_MOVE(GuiWatch)

public:
    /// Above this a person who types or taps may notice it.
    static constexpr qint64 limitNs = 8'000'000;

    struct Delivery
    {
        const char *receiver = ""; ///< class
        const char *owner = "";    ///< class of its parent, which says whose timer it is; empty: it has none
        QString name;              ///< of the object, if it has one
        QEvent::Type type = QEvent::None;
        qint64 cpuNs = 0;

        /// "TicketView 'tickets' of KitchenPage, Paint: 9.3 ms".
        QString text() const;
    };

    /// Told about each delivery of at least `fromNs`: the whole, and the delivery inside it (or itself) that did most
    /// of the work on its own.
    using Told = std::function<void(const Delivery &whole, const Delivery &dearest)>;
    using CpuClock = std::function<qint64()>;

    GuiWatch(qint64 fromNs, Told told, CpuClock cpuNs = threadCpuNs);

    /// Around each delivery; they nest. An event loop inside a delivery (a higher `loopLevel`) delivers anew: its
    /// events count for themselves and not for the one that waits.
    void begin(const QObject &receiver, const QEvent &event, int loopLevel);
    void end();

private:
    struct Frame
    {
        Delivery delivery;
        qint64 beganNs = 0;
        qint64 insideNs = 0; ///< of the deliveries inside it
        int loopLevel = 0;
        Delivery dearest; ///< so far, of those inside
    };

    const qint64 m_fromNs;
    const Told m_told;
    const CpuClock m_cpuNs;
    std::vector<Frame> m_frames;
};

/// The application whose deliveries are watched.
class WatchedApplication final : public QApplication
{
public:
    /// `watch` outlives it; null: nothing is watched.
    WatchedApplication(int &argc, char **argv, GuiWatch *watch);

    bool notify(QObject *receiver, QEvent *event) override;

private:
    GuiWatch *const m_watch;
};

} // namespace oshaq
