// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/change.h"
#include "models/domain/money.h"
#include "models/hub/noticeboard.h"
#include "models/hub/principal.h"
#include "models/hub/writer.h"
#include "sync/protocol/orderjson.h"
#include "sync/server/apishared.h"
#include "sync/server/requesthandler.h"

#include <QByteArray>

#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace oshaq {

class ApiThread;

/// The live sockets of one HTTP thread. Per business it keeps one position in the journal at which all its sockets are:
/// a commit's new rows are read once, rendered once for each view, and the bytes are shared. A socket joins at that
/// position, so each later change reaches it exactly once and in order.
class LiveBoard final
{
    Q_DISABLE_COPY_MOVE(LiveBoard)

public:
    /// A consumer that leaves more than this unread is closed with 1013; it comes back and catches up by cursor.
    static constexpr qint64 maxBytesPending = 1024 * 1024;

    explicit LiveBoard(ApiThread &thread);
    ~LiveBoard();

    /// A session must go before the board, and not inside of a call of its socket.
    /// A guest's session hears of that guest's own orders only. `since`: what came after it is sent behind the hello,
    /// before anything new.
    std::unique_ptr<LiveSession> makeSession(Principal principal, QByteArray token,
                                             std::unique_ptr<SocketCounter::Slot> slot,
                                             std::optional<Cursor> since = {});

    /// Whether a session may go on from there: CursorGone for a foreign epoch, a seq that does not exist yet, or one so
    /// old that a snapshot is cheaper.
    Result<void> checkSince(qint64 businessId, const Cursor &since);

    /// Pushes alarms and messages, ends sessions whose token is gone, and remembers that there are changes to tell.
    void committed(const CommitNotice &notice);
    /// Pushes the changes of all commits until now.
    void tellChanges();

private:
    static constexpr qint64 toTheEnd = std::numeric_limits<qint64>::max();

    class Session;
    class Telling;
    struct Business
    {
        Cursor cursor;        ///< where all sessions are
        qint64 untoldSeq = 0; ///< there are changes up to here to tell; 0: none
        Currency currency;
        qint64 pumpedAtMs = 0;           ///< monotonic
        QByteArray screens;              ///< what all are told of the screens
        QString screensSignature;        ///< of `screens`
        quint64 screensNumber = 0;       ///< of `screens`: raised with each other one; 0: not read yet
        qint64 screensAtMs = 0;          ///< monotonic
        std::vector<Session *> sessions; ///< null: left while the list was walked
    };

    /// A message for those whom it concerns.
    void tell(const LiveNotice &notice);
    /// False: the socket was closed instead.
    bool join(Session &session);
    void leave(Session &session);
    void tick(Session &session);
    /// Looks at how the screens are, now and then.
    void updateScreens(qint64 businessId, Business &business);
    /// Closes the session and is false when its token is no longer good.
    bool checkToken(Session &session);

    /// Sends one session what lies between its `since` and the board's cursor.
    Result<void> catchUp(Session &session, const Business &business);
    /// Brings the sessions of a business up to `lastSeq` at least, or to the journal's end.
    Result<void> pump(qint64 businessId, Business &business, qint64 lastSeq = toTheEnd);
    Result<void> open(qint64 businessId, Business &business);
    void closeAll(qint64 businessId, int code, const QByteArray &reason);
    template <typename Visit> void visit(Business &business, Visit visit);
    void forgetEmpty(qint64 businessId);

    ApiThread &m_thread;
    std::map<qint64, Business> m_businesses;
    int m_walking = 0; ///< sockets may go while they are written to
};

} // namespace oshaq
