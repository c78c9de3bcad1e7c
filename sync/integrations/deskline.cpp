// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/integrations/deskline.h"

namespace oshaq {

void DeskLine::Door::post(std::function<void()> task)
{
    const std::lock_guard lock(mutex);
    if (mailbox)
        mailbox->post(std::move(task));
}

DeskLine::DeskLine(Hub &hub)
    : m_hub(hub)
    , m_reader(hub)
    , m_door(std::make_shared<Door>())
{
    m_door->mailbox = &m_mailbox;
}

DeskLine::~DeskLine()
{
    if (m_listening)
        m_hub.removeCommitListener(m_listener);
    const std::lock_guard lock(m_door->mutex);
    m_door->mailbox = nullptr;
}

void DeskLine::listen(std::function<void()> heard)
{
    m_listener = m_hub.addCommitListener([door = m_door, heard = std::move(heard)](const CommitNotice &notice) {
        if (notice.touched.orders)
            door->post(heard);
    });
    m_listening = true;
}

void DeskLine::submit(qint64 businessId, Run run, Done done)
{
    WriteCommand command;
    command.principal.kind = Principal::Kind::System;
    command.principal.role = Role::Manager;
    command.principal.businessId = businessId;
    command.run = std::move(run);
    command.done = [door = m_door, done = std::move(done)](const Result<WriteOutcome> &outcome) {
        door->post([done, outcome] { done(outcome); });
    };
    m_hub.writer().submit(std::move(command));
}

} // namespace oshaq
