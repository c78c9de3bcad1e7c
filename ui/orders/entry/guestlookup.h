// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/archiveport.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <optional>
#include <vector>

namespace oshaq {

/// Asks the hub who is on the phone, while somebody types: not for every key, and never two questions at once. GUI
/// thread.
class GuestLookup final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GuestLookup)

public:
    enum class State
    {
        Idle,   ///< nothing to ask with
        Asking, ///< or about to
        Found,  ///< guests() has at least one
        Nobody,
        Failed ///< failure() says why
    };

    explicit GuestLookup(ArchivePort &archive, QObject *parent = nullptr);
    ~GuestLookup() override;

    /// Too little to tell people apart is no question: fewer than four figures of a phone, or two letters of a name.
    void ask(const QString &words);
    /// Forgets the question and what was found.
    void stop();

    State state() const { return m_state; }
    const std::vector<GuestCard> &guests() const { return m_guests; }
    const PortFailure &failure() const { return m_failure; }

Q_SIGNALS:
    void changed();

private:
    void send();
    void drop();
    void become(State state);

    ArchivePort &m_archive;
    QTimer m_pause;
    QString m_words;
    std::optional<PortCall> m_call;
    State m_state = State::Idle;
    std::vector<GuestCard> m_guests;
    PortFailure m_failure;
};

} // namespace oshaq
