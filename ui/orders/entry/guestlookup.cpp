// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/entry/guestlookup.h"

#include "models/domain/searchtext.h"

#include <utility>

namespace oshaq {

namespace {

constexpr int pauseMs = 200;
constexpr qsizetype leastLetters = 2;

bool isQuestion(const QString &words)
{
    const SearchText search = searchTextFrom(words);
    if (search.isEmpty())
        return false;
    if (!search.phone.isEmpty())
        return true;
    qsizetype letters = 0;
    for (const QChar letter : words)
        letters += letter.isLetter() ? 1 : 0;
    return letters >= leastLetters;
}

} // namespace

GuestLookup::GuestLookup(ArchivePort &archive, QObject *parent)
    : QObject(parent)
    , m_archive(archive)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &GuestLookup::send);
}

GuestLookup::~GuestLookup()
{
    drop();
}

void GuestLookup::drop()
{
    m_pause.stop();
    if (const auto call = std::exchange(m_call, std::nullopt))
        m_archive.cancel(*call);
}

void GuestLookup::become(State state)
{
    m_state = state;
    Q_EMIT changed();
}

void GuestLookup::ask(const QString &words)
{
    const QString plain = words.simplified();
    if (plain == m_words && m_state != State::Failed)
        return;
    drop();
    m_words = plain;
    if (!isQuestion(plain)) {
        m_guests.clear();
        become(State::Idle);
        return;
    }
    m_pause.start();
    become(State::Asking);
}

void GuestLookup::stop()
{
    drop();
    m_words.clear();
    m_guests.clear();
    become(State::Idle);
}

void GuestLookup::send()
{
    m_call = m_archive.findGuests(m_words, [this](const PortAnswer<std::vector<GuestCard>> &answer) {
        m_call.reset();
        m_guests = answer ? *answer.value : std::vector<GuestCard>();
        m_failure = answer.failure;
        become(!answer ? State::Failed : m_guests.empty() ? State::Nobody : State::Found);
    });
}

} // namespace oshaq
