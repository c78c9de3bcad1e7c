// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <mutex>
#include <optional>

namespace oshaq::sql {

/// The keys under which personal fields of a database are sealed (XChaCha20-Poly1305) and found again (keyed BLAKE2b):
/// a file of its own (0600) beside the database, one key a line, the first is the one that is used now. It is made when
/// the first field is sealed. The others are there because rows are still sealed under them.
///
/// Thread-safe; several objects may stand for one file, also in several processes: a value under a key that is not
/// known makes it read the file again. Nothing of a key or of a value gets into a log or an error.
class FieldKeys
{
    Q_DISABLE_COPY_MOVE(FieldKeys)

public:
    explicit FieldKeys(const QString &file);
    ~FieldKeys();

    /// How a value is written.
    enum class Form
    {
        Text, ///< "p1." and base64, for columns of text
        Bytes
    };

    /// `label` says what is sealed ("users.phone") and is bound in: in another column the value opens no more.
    /// StorageUnavailable when the file cannot be read or made. Nothing sealed stays nothing.
    Result<QByteArray> seal(const QByteArray &label, const QByteArray &plain, Form form);
    /// Nothing: its key is not in the file, or the value is damaged or was never sealed; the log says so now and then.
    std::optional<QByteArray> open(const QByteArray &label, const QByteArray &sealed, Form form);
    /// Is it sealed under the key that is used now? Also when nothing is sealed.
    Result<bool> isCurrent(const QByteArray &sealed, Form form);

    static constexpr qsizetype indexBytes = 16;
    /// A keyed hash by which a sealed value is found: the same text gives the same under the same key. `before`: under
    /// the key that was used before this one; empty when there is none. An empty text has none.
    Result<QByteArray> index(const QByteArray &purpose, const QByteArray &text, bool before = false);

    /// Puts a new key before the others, durably. AlreadyExists while there are two or more: what was sealed before has
    /// to be sealed anew first.
    Result<void> add();
    /// Forgets all keys but the one that is used now: what is sealed under them is lost.
    Result<void> dropOld();
    /// 0: no file yet. Reads the file anew, which another process may have written.
    Result<int> count();

    /// Says which keys there are and nothing of the keys themselves; empty: there is none yet.
    QByteArray ids();
    /// The content of the file, for the standby of this site alone; empty: there is none. Never log it.
    Result<QByteArray> text();
    /// Takes the keys of the hub that this copy follows. Those that were here before stay beside them as FILE.old.
    Result<void> adopt(const QByteArray &text);

    const QString &file() const { return m_file; }

private:
    struct Key;
    struct Ring;
    using RingPtr = std::shared_ptr<const Ring>;

    Result<RingPtr> ring(bool make);
    Result<RingPtr> reread();
    Result<RingPtr> read() const;
    Result<RingPtr> parse(QByteArray text) const;
    static QByteArray textOf(const Ring &ring);
    Result<void> write(const Ring &ring) const;
    const Key *find(RingPtr *ring, const QByteArray &id);
    void warn(const char *what);

    const QString m_file;
    std::mutex m_mutex;
    RingPtr m_ring; ///< once it was read
    qint64 m_readAgainAtMs = 0;
    qint64 m_warnAgainAtMs = 0;
};

} // namespace oshaq::sql
