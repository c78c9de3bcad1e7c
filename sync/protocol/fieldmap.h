// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "sync/protocol/json.h"

#include <QString>

#include <map>

namespace oshaq {

/// How somebody else names what we name otherwise: a JSON object from our names to paths in their document,
/// {"order_id":"order.code","items":"order.products","items.quantity":"qty"}. A path is names with dots between them
/// and begins at the document; of a name with a dot it begins at the entry of the list before the dot. What is not
/// named is called there as it is here. Names of words ("status.on_the_way":"picked_up") give the meaning of a value.
class FieldMap
{
public:
    FieldMap() = default;

    /// Empty text: every name as it is here. ValidationFailed with the place that is wrong.
    static Result<FieldMap> fromText(const QByteArray &json);

    bool isEmpty() const { return m_paths.empty(); }
    /// The value of our field in their document; null when it is not there.
    const JsonValue &value(const JsonValue &document, QStringView field) const;
    /// The value of a field of one entry of a list: ours are called "LIST.FIELD".
    const JsonValue &value(const JsonValue &entry, QStringView list, QStringView field) const;
    /// What their word for a value of `field` means here; the word itself when nothing is said of it.
    QString word(QStringView field, const QString &theirs) const;

private:
    std::map<QString, QString> m_paths;
};

} // namespace oshaq
