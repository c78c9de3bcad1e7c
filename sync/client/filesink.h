// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/portcall.h"
#include "sync/client/httptransport.h"

#include <QSaveFile>

namespace oshaq {

/// Writes what comes from the hub into a file that is there when it is complete and not before: what was under its name
/// stays until then, and nothing is left when it never is. A file may come in parts, one request after the other.
class FileSink final : public WireSink
{
    Q_DISABLE_COPY_MOVE(FileSink)

public:
    static constexpr qint64 maxFileBytes = Q_INT64_C(4) * 1024 * 1024 * 1024;

    struct Form
    {
        QByteArray mediaType;      ///< without parameters; an answer of another one is none of the hub's
        bool hasParts = false;     ///< more come while there is a Link of rel="next"
        bool hasHeaderRow = false; ///< the first line of every part but the first is left out
    };

    FileSink(const QString &fileName, Form form, qint64 maxBytes = maxFileBytes);
    ~FileSink() override = default;

    bool begin(const WireReply &head) override;
    bool write(QByteArrayView bytes) override;
    bool end() override;

    /// Why it said no.
    const PortFailure &problem() const { return m_problem; }
    /// Of the file, so far.
    qint64 size() const { return m_size; }

    /// The target of `<...>; rel="next"`; empty: this was the last part.
    static QByteArray nextTarget(const WireReply &head);

private:
    bool refuse(PortFailure::Kind kind, const char *code, const QString &message);
    bool refuseAsFile();

    QSaveFile m_file;
    const Form m_form;
    const qint64 m_maxBytes;
    PortFailure m_problem;
    qint64 m_size = 0;
    bool m_isFirst = true;
    bool m_isLast = false;
    bool m_skipsLine = false; ///< up to its end
};

} // namespace oshaq
