// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/terminaldatabase.h"

#include <QString>
#include <QStringList>

namespace oshaq {

/// Which of a site's two computers this terminal asks: the one of its credentials, until that does not answer or says
/// that it is not the hub. Remembers the other one's address, which the hub tells, over restarts. GUI thread.
class HubChoice
{
    Q_DISABLE_COPY_MOVE(HubChoice)

public:
    /// One failure is a hub that restarts; another one is a reason to look elsewhere.
    static constexpr int patience = 2;

    explicit HubChoice(TerminalDatabase &database);

    /// Begins with that address, as the credentials say it.
    void begin(const QString &url);
    const QString &url() const { return m_urls.at(m_index); }

    /// It is followed, and says where the other one answers; empty: it knows of none.
    void follows(const QString &otherUrl);
    /// It did not answer. True: url() is another one now.
    bool failed();
    /// It answers, and is not the hub: `otherUrl` is, if it knows that. True: url() is another one now.
    bool turnedAway(const QString &otherUrl);

private:
    void add(const QString &url);
    bool next();

    TerminalDatabase &m_database;
    QStringList m_urls; ///< never empty after begin()
    qsizetype m_index = 0;
    int m_failures = 0;
};

} // namespace oshaq
