// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/signalwatcher.h"

#include <QSocketNotifier>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace oshaq {

namespace {

constexpr std::array watched{SIGTERM, SIGINT, SIGHUP};

/// All that a signal handler may touch.
std::atomic<int> wakeUpPipe = -1;
std::atomic<bool> hangUpReloads = false;

constexpr char stopByte = 's';
constexpr char reloadByte = 'r';

void handleSignal(int number)
{
    const int savedErrno = errno;
    const bool reloads = number == SIGHUP && hangUpReloads.load();
    const char byte = reloads ? reloadByte : stopByte;
    const int pipe = wakeUpPipe.load();
    if (pipe >= 0 && write(pipe, &byte, 1) < 0) {
        // The pipe is full: it wakes the loop already.
    }
    if (!reloads)
        signal(number, SIG_DFL);
    errno = savedErrno;
}

} // namespace

SignalWatcher::SignalWatcher(std::function<void()> stopRequested, std::function<void()> reloadRequested,
                             QObject *parent)
    : QObject(parent)
    , m_stopRequested(std::move(stopRequested))
    , m_reloadRequested(std::move(reloadRequested))
{
    hangUpReloads = bool(m_reloadRequested);
    std::array<int, 2> ends{-1, -1};
    if (pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        qFatal("no pipe for signals: %s", qPrintable(qt_error_string(errno)));
    m_readEnd = ends[0];
    wakeUpPipe = ends[1];
    m_notifier = std::make_unique<QSocketNotifier>(m_readEnd, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &SignalWatcher::handleWakeUp);

    struct sigaction action = {};
    action.sa_handler = handleSignal;
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    for (const int number : watched)
        sigaction(number, &action, nullptr);
    signal(SIGPIPE, SIG_IGN);
}

SignalWatcher::~SignalWatcher()
{
    for (const int number : watched)
        signal(number, SIG_DFL);
    m_notifier.reset();
    close(wakeUpPipe.exchange(-1));
    close(m_readEnd);
}

void SignalWatcher::handleWakeUp()
{
    std::array<char, 16> bytes{};
    bool stops = false;
    bool reloads = false;
    for (ssize_t count = 0; (count = read(m_readEnd, bytes.data(), bytes.size())) > 0;) {
        const auto end = bytes.begin() + count;
        stops = stops || std::find(bytes.begin(), end, stopByte) != end;
        reloads = reloads || std::find(bytes.begin(), end, reloadByte) != end;
    }
    if (stops)
        m_stopRequested();
    else if (reloads)
        m_reloadRequested();
}

} // namespace oshaq
