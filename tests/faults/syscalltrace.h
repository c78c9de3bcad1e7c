// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>
#include <QList>

namespace oshaq::test {

/// What a trace of system calls says about answers and syncs.
struct TraceVerdict
{
    qint64 answers = 0; ///< orders whose 201 answer was found
    qint64 early =
        0; ///< answers that began before an fdatasync, begun after the order's rows went to the log, had ended
    qint64 notFound = 0; ///< orders without rows in the log or without an answer in the trace
    qint64 syncs = 0;    ///< fdatasync and fsync calls on the log
};

/// Reads the output of `strace -f -y -s BIG -e trace=write,writev,sendto,sendmsg,pwrite64,fdatasync,fsync`.
///
/// For each order: L = the end of the first write to "-wal" that holds its uuid, S = the end of the first successful
/// sync of the
/// "-wal" that began after L (a commit writes its pages in one run and syncs once), A = the beginning of the socket
/// write of an answer "HTTP/1.1 201" that holds the uuid. Early: no S, or A stands before S. Calls that strace shows in
/// two halves ("<unfinished ...>", "resumed") begin and end where the halves stand.
TraceVerdict judgeTrace(QIODevice &trace, const QList<QByteArray> &orderUuids);

} // namespace oshaq::test
