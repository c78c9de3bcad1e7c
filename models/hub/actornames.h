// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/sql/database.h"

#include <QHash>
#include <QString>
#include <QStringList>

namespace oshaq {

/// What those are called who stand in the journal as "terminal:3": members of staff, terminals, programs and the
/// business by their names of now, also when they have gone; of guests only that they are some, for a history outlives
/// what is kept of a person.
class ActorNames
{
public:
    /// Looks all of them up: a statement for each kind that there is.
    static Result<ActorNames> load(sql::Database &database, qint64 businessId, const QStringList &keys);

    /// Empty: not known.
    QString of(const QString &key) const { return m_names.value(key); }

private:
    QHash<QString, QString> m_names;
};

} // namespace oshaq
