// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/integrationboard.h"
#include "models/runtime/mailbox.h"

#include <set>

namespace oshaq {

/// Brings tests that somebody asks for to the integrations' thread. Made and used on that thread; what a tester uses
/// must outlive it.
class IntegrationTesters
{
    Q_DISABLE_COPY_MOVE(IntegrationTesters)

public:
    explicit IntegrationTesters(IntegrationBoard &board)
        : m_board(board)
    {}

    ~IntegrationTesters()
    {
        for (const IntegrationKind kind : m_kinds)
            m_board.setTester(kind, {});
    }

    /// `tester` runs on this thread and answers there, later or at once.
    void add(IntegrationKind kind, const IntegrationBoard::Tester &tester)
    {
        m_kinds.insert(kind);
        m_board.setTester(kind,
                          [this, tester](const IntegrationTrialRequest &request, const IntegrationBoard::Done &done) {
                              m_mailbox.post([tester, request, done] { tester(request, done); });
                          });
    }

private:
    IntegrationBoard &m_board;
    Mailbox m_mailbox;
    std::set<IntegrationKind> m_kinds;
};

} // namespace oshaq
