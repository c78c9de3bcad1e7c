// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/liveboard.h"

#include "models/hub/catalogservice.h"
#include "models/hub/feedservice.h"
#include "models/hub/terminalservice.h"
#include "sync/protocol/feedjson.h"
#include "sync/protocol/screenjson.h"
#include "sync/server/apithread.h"
#include "sync/server/requesttrace.h"

#include <QLoggingCategory>

#include <algorithm>
#include <array>
#include <utility>

namespace oshaq {

namespace {

Q_LOGGING_CATEGORY(liveLog, "oshaq.live")

constexpr int pageSize = 500;
/// Journal rows; beyond it a snapshot is cheaper for both sides.
constexpr qint64 maxCatchUp = 5'000;
// With many sockets the ticks come close together; one look at the journal serves them all.
constexpr qint64 tickPumpIntervalMs = 1'000;
constexpr qint64 screensIntervalMs = 1'000;

constexpr qsizetype tellFromBytes = 64 * 1024; ///< a client is given so much at once, and not a whole page

constexpr int closeInternalError = 1011;
constexpr int closeRestart = 1012;
constexpr int closeTryLater = 1013;
constexpr int closeUnauthenticated = 4401;

} // namespace

class LiveBoard::Session final : public LiveSession
{
public:
    Session(LiveBoard &board, Principal principal, QByteArray token, std::unique_ptr<SocketCounter::Slot> slot,
            std::optional<Cursor> since)
        : m_since(std::move(since))
        , m_board(board)
        , m_principal(std::move(principal))
        , m_token(std::move(token))
        , m_slot(std::move(slot))
        , m_view(orderViewFor(m_principal.role))
    {}

    ~Session() override
    {
        if (!m_socket)
            return;
        m_board.leave(*this);
        if (isTerminal())
            m_board.m_thread.hub().presence().left(m_principal.id, m_board.m_thread.monotonicMs());
        else if (!isStaff())
            m_board.m_thread.hub().notices().left(m_principal.id);
    }

    void opened(LiveSocket &socket) override
    {
        m_socket = &socket;
        if (isTerminal())
            m_board.m_thread.hub().presence().arrived(m_principal.id);
        else if (!isStaff())
            m_board.m_thread.hub().notices().arrived(m_principal.id);
        m_board.join(*this);
    }

    // The protocol is one-way so far; what clients of later versions say must not end the conversation.
    void textReceived(const QByteArray &) override {}

    void tick() override
    {
        if (m_socket && !m_closing)
            m_board.tick(*this);
    }

    void send(const QByteArray &utf8)
    {
        if (m_closing)
            return;
        if (m_socket->bytesPending() > maxBytesPending)
            close(closeTryLater, "too slow");
        else
            m_socket->sendText(utf8);
    }

    void send(const LiveTexts &texts)
    {
        if (m_closing || texts.isEmpty())
            return;
        if (m_socket->bytesPending() > maxBytesPending)
            close(closeTryLater, "too slow");
        else
            m_socket->sendTexts(texts);
    }

    void close(int code, const QByteArray &reason)
    {
        if (m_closing)
            return;
        m_closing = true;
        m_socket->close(code, reason);
    }

    const Principal &principal() const { return m_principal; }
    const QByteArray &token() const { return m_token; }
    OrderView view() const { return m_view; }
    bool isClosing() const { return m_closing; }
    bool isStaff() const { return m_principal.kind != Principal::Kind::Guest; }
    bool isTerminal() const { return m_principal.kind == Principal::Kind::Terminal; }
    /// A guest hears of nobody else's orders.
    bool hears(const FeedChange &change) const
    {
        return isStaff() || (change.order && change.order->userId == m_principal.id);
    }

    std::optional<Cursor> m_since; ///< until it has caught up
    quint64 m_toldScreens = 0;     ///< the number of what it was told last

private:
    LiveBoard &m_board;
    const Principal m_principal;
    const QByteArray m_token;
    const std::unique_ptr<SocketCounter::Slot> m_slot;
    const OrderView m_view;
    LiveSocket *m_socket = nullptr;
    bool m_closing = false; ///< nothing is sent after the close frame
};

/// Tells changes: a guest of each of theirs as it comes, everybody else of many at once, which are made once for each
/// audience: a view, of terminals or of others.
class LiveBoard::Telling
{
public:
    Telling(LiveBoard &board, Business &business)
        : m_board(board)
        , m_business(business)
    {
        for (const Session *session : business.sessions) {
            if (session && session->isStaff())
                m_isWanted[audienceOf(*session)] = true;
            else if (session)
                m_hasGuests = true;
        }
    }

    void add(const SharedFeed::Told &told)
    {
        bool isMuch = false;
        for (std::size_t audience = 0; audience < m_said.size(); ++audience) {
            if (!m_isWanted[audience])
                continue;
            const bool isOfTerminals = audience >= orderViewCount;
            m_said[audience].append(isOfTerminals && told.isAgain
                                        ? told.messageWithoutRow()
                                        : told.message(m_business.currency, OrderView(audience % orderViewCount)));
            isMuch = isMuch || m_said[audience].frames().size() > tellFromBytes;
        }
        if (m_hasGuests) {
            m_board.visit(m_business, [&](Session &session) {
                if (!session.isStaff() && session.hears(told.change))
                    session.send(told.message(m_business.currency, session.view()));
            });
        }
        if (isMuch)
            tell();
    }

    /// What was added and not told yet.
    void tell()
    {
        m_board.visit(m_business, [&](Session &session) {
            if (session.isStaff())
                session.send(m_said[audienceOf(session)]);
        });
        for (LiveTexts &texts : m_said)
            texts.clear();
    }

private:
    // Terminals know that a row which was just told is not told again; whoever else listens need not.
    static constexpr std::size_t audienceCount = 2 * orderViewCount;
    static std::size_t audienceOf(const Session &session)
    {
        return std::size_t(session.view()) + (session.isTerminal() ? orderViewCount : 0);
    }

    LiveBoard &m_board;
    Business &m_business;
    std::array<bool, audienceCount> m_isWanted{};
    std::array<LiveTexts, audienceCount> m_said;
    bool m_hasGuests = false;
};

LiveBoard::LiveBoard(ApiThread &thread)
    : m_thread(thread)
{}

LiveBoard::~LiveBoard() = default;

std::unique_ptr<LiveSession> LiveBoard::makeSession(Principal principal, QByteArray token,
                                                    std::unique_ptr<SocketCounter::Slot> slot,
                                                    std::optional<Cursor> since)
{
    return std::make_unique<Session>(*this, std::move(principal), std::move(token), std::move(slot), std::move(since));
}

Result<void> LiveBoard::checkSince(qint64 businessId, const Cursor &since)
{
    auto database = m_thread.reader();
    if (!database)
        return database.error();
    const auto now = feedreads::cursor(**database, businessId);
    if (!now)
        return now.error();
    if (since.epoch != now->epoch || since.seq > now->seq || since.seq < now->seq - maxCatchUp)
        return Error{ErrorCode::CursorGone, QStringLiteral("This cursor cannot be gone on from; read anew."), {}};
    return {};
}

Result<void> LiveBoard::catchUp(Session &session, const Business &business)
{
    auto database = m_thread.reader();
    if (!database)
        return database.error();
    Cursor at = *std::exchange(session.m_since, std::nullopt);
    while (at.seq < business.cursor.seq && !session.isClosing()) {
        const auto page = session.principal().kind == Principal::Kind::Guest
                              ? feedreads::guestChanges(**database, session.principal().businessId,
                                                        session.principal().id, at, pageSize)
                              : feedreads::changes(**database, session.principal().businessId, at, pageSize);
        if (!page)
            return page.error();
        for (const FeedChange &change : page->changes) {
            // What lies beyond comes to everybody with the next pump.
            if (change.change.seq <= business.cursor.seq)
                session.send(changeMessage(change, business.currency, session.view()));
        }
        at = page->cursor;
        if (!page->more)
            break;
    }
    return {};
}

void LiveBoard::committed(const CommitNotice &notice)
{
    if (notice.touched.erasures)
        m_thread.shared().feed.forget();
    // Before the changes of the same commit: whoever was signed out must not see them.
    for (const qint64 businessId : notice.sessionsEnded) {
        const auto found = m_businesses.find(businessId);
        if (found == m_businesses.end())
            continue;
        visit(found->second, [this](Session &session) { checkToken(session); });
        forgetEmpty(businessId);
    }
    for (const qint64 businessId : notice.alarmsChanged) {
        const auto found = m_businesses.find(businessId);
        if (found == m_businesses.end())
            continue;
        const QByteArray bytes = alarmsMessage(m_thread.hub().alarms().told(businessId));
        visit(found->second, [&bytes](Session &session) {
            if (session.isStaff())
                session.send(bytes);
        });
        forgetEmpty(businessId);
    }
    if (notice.live)
        tell(*notice.live);
    for (const auto &[businessId, lastSeq] : notice.lastSeq) {
        const auto found = m_businesses.find(businessId);
        if (found == m_businesses.end())
            continue;
        // Notices queue up behind a busy thread: an earlier pump may have sent these rows already.
        if (found->second.cursor.epoch == notice.epoch && found->second.cursor.seq >= lastSeq)
            continue;
        found->second.untoldSeq = std::max(found->second.untoldSeq, lastSeq);
    }
}

void LiveBoard::tellChanges()
{
    std::vector<qint64> untold;
    for (const auto &[businessId, business] : m_businesses) {
        if (business.untoldSeq > 0)
            untold.push_back(businessId);
    }
    for (const qint64 businessId : untold) {
        const auto found = m_businesses.find(businessId);
        if (found == m_businesses.end())
            continue;
        const qint64 lastSeq = std::exchange(found->second.untoldSeq, 0);
        if (const Result<void> pumped = pump(businessId, found->second, lastSeq); !pumped)
            closeAll(businessId, closeInternalError, "the journal cannot be read");
        forgetEmpty(businessId);
    }
}

void LiveBoard::tell(const LiveNotice &notice)
{
    const auto found = m_businesses.find(notice.businessId);
    if (found == m_businesses.end())
        return;
    const QByteArray bytes =
        noticeMessage({notice.uuid, notice.orderId, notice.text.subject, notice.text.body, notice.atMs});
    visit(found->second, [&](Session &session) {
        const bool isTheirs =
            notice.userId == 0 ? session.isTerminal() : !session.isStaff() && session.principal().id == notice.userId;
        if (!isTheirs)
            return;
        session.send(bytes);
        if (!session.isClosing() && notice.heard)
            notice.heard();
    });
    forgetEmpty(notice.businessId);
}

bool LiveBoard::join(Session &session)
{
    const qint64 businessId = session.principal().businessId;
    const auto [entry, isNew] = m_businesses.try_emplace(businessId);
    Business &business = entry->second;
    const Result<void> ready = isNew ? open(businessId, business) : pump(businessId, business);
    if (!ready) {
        qCWarning(liveLog).noquote() << "cannot open a live session:" << ready.error().message;
        if (isNew)
            m_businesses.erase(entry);
        session.close(closeInternalError, "the journal cannot be read");
        return false;
    }
    LiveNews news;
    news.version = m_thread.shared().options.version;
    news.replica = m_thread.hub().replica().note();
    // Whoever joins now hears of every later change of the alarms too: notices come through this thread.
    if (session.isStaff())
        news.alarms = m_thread.hub().alarms().told(businessId);
    session.send(helloJson(business.cursor, m_thread.nowMs(), news));
    if (session.m_since) {
        if (const Result<void> caughtUp = catchUp(session, business); !caughtUp) {
            session.close(caughtUp.error().code == ErrorCode::CursorGone ? closeRestart : closeInternalError,
                          "the journal cannot be read from there");
            forgetEmpty(businessId);
            return false;
        }
    }
    business.sessions.push_back(&session);
    return true;
}

void LiveBoard::leave(Session &session)
{
    const qint64 businessId = session.principal().businessId;
    const auto found = m_businesses.find(businessId);
    if (found == m_businesses.end())
        return;
    auto &sessions = found->second.sessions;
    const auto at = std::find(sessions.begin(), sessions.end(), &session);
    if (at == sessions.end())
        return;
    *at = nullptr;
    forgetEmpty(businessId);
}

bool LiveBoard::checkToken(Session &session)
{
    const auto principal = m_thread.authenticate(session.token());
    if (principal)
        return true;
    if (principal.error().code == ErrorCode::Unauthenticated || principal.error().code == ErrorCode::TokenExpired)
        session.close(closeUnauthenticated, "the token is no longer good");
    return false; // unless it was closed, the next tick tries again
}

void LiveBoard::tick(Session &session)
{
    if (!checkToken(session))
        return;

    const qint64 businessId = session.principal().businessId;
    const auto found = m_businesses.find(businessId);
    if (found == m_businesses.end())
        return;
    Business &business = found->second;
    // Should a notice ever get lost, the next heartbeat must not tell a cursor whose changes were not sent.
    if (m_thread.monotonicMs() - business.pumpedAtMs >= tickPumpIntervalMs) {
        if (const Result<void> pumped = pump(businessId, business); !pumped) {
            closeAll(businessId, closeInternalError, "the journal cannot be read");
            forgetEmpty(businessId);
            return;
        }
    }
    LiveNews news;
    news.replica = m_thread.hub().replica().note();
    if (session.isStaff()) {
        updateScreens(businessId, business);
        if (std::exchange(session.m_toldScreens, business.screensNumber) != business.screensNumber)
            news.screens = business.screens;
    }
    session.send(heartbeatJson(business.cursor, m_thread.nowMs(), news));
    forgetEmpty(businessId);
}

void LiveBoard::updateScreens(qint64 businessId, Business &business)
{
    const ScreenBoard::Now now{m_thread.nowMs(), m_thread.monotonicMs()};
    if (business.screensNumber > 0 && now.monotonicMs - business.screensAtMs < screensIntervalMs)
        return;
    ScreenBoard &board = m_thread.shared().screens;
    if (board.needsMemory(businessId)) {
        auto database = m_thread.reader();
        if (!database)
            return; // the next tick tries again
        const auto kept = terminalreads::keptScreens(**database, businessId);
        if (!kept)
            return;
        board.remember(businessId, *kept, now);
    }
    business.screensAtMs = now.monotonicMs;
    const std::vector<ScreenFacts> told = board.told(businessId, now);
    const QString signature = screens::signature(told);
    if (business.screensNumber > 0 && signature == business.screensSignature)
        return;
    business.screensSignature = signature;
    business.screens = screensJson(told);
    ++business.screensNumber;
}

Result<void> LiveBoard::open(qint64 businessId, Business &business)
{
    auto database = m_thread.reader();
    if (!database)
        return database.error();
    auto row = catalogreads::business(**database, businessId);
    if (!row)
        return row.error();
    auto currency = Currency::fromCode(row->currency);
    if (!currency)
        return currency.error();
    auto cursor = feedreads::cursor(**database, businessId);
    if (!cursor)
        return cursor.error();
    business.currency = *currency;
    business.cursor = *cursor;
    business.pumpedAtMs = m_thread.monotonicMs();
    return {};
}

Result<void> LiveBoard::pump(qint64 businessId, Business &business, qint64 lastSeq)
{
    auto database = m_thread.reader();
    if (!database)
        return database.error();
    bool more = true;
    while (more) {
        const auto read = m_thread.shared().feed.after(**database, businessId, business.cursor, pageSize);
        if (!read && read.error().code == ErrorCode::CursorGone) {
            // Another epoch under a running server: everybody has to come back and see.
            closeAll(businessId, closeRestart, "the journal began anew");
            return open(businessId, business);
        }
        if (!read)
            return read.error();
        const SharedFeed::Page &page = *read->page;
        Telling telling(*this, business);
        for (const auto &told : page.changes) {
            const FeedChange &change = told->change;
            if (change.change.seq <= business.cursor.seq)
                continue; // another thread was further behind when it read the page
            if (change.business) {
                if (const auto currency = Currency::fromCode(change.business->currency))
                    business.currency = *currency;
            }
            business.cursor.seq = change.change.seq;
            tracing::changeSent(m_thread, change, qint64(business.sessions.size()));
            telling.add(*told);
        }
        telling.tell();
        business.cursor = page.cursor;
        more = read->isFresh ? page.more : business.cursor.seq < lastSeq;
    }
    business.pumpedAtMs = m_thread.monotonicMs();
    return {};
}

void LiveBoard::closeAll(qint64 businessId, int code, const QByteArray &reason)
{
    const auto found = m_businesses.find(businessId);
    if (found != m_businesses.end())
        visit(found->second, [&](Session &session) { session.close(code, reason); });
}

template <typename Visit> void LiveBoard::visit(Business &business, Visit visit)
{
    // A write may find the connection broken and delete its session at once: leave() only clears the place while we
    // walk.
    ++m_walking;
    for (size_t i = 0; i < business.sessions.size(); ++i) {
        if (business.sessions[i])
            visit(*business.sessions[i]);
    }
    --m_walking;
}

void LiveBoard::forgetEmpty(qint64 businessId)
{
    if (m_walking > 0)
        return;
    const auto found = m_businesses.find(businessId);
    if (found == m_businesses.end())
        return;
    std::erase(found->second.sessions, nullptr);
    if (found->second.sessions.empty())
        m_businesses.erase(found);
}

} // namespace oshaq
