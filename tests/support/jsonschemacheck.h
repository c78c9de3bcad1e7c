// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QStringList>

namespace oshaq::test {

/// JSON Schema 2020-12 as far as the API's document uses it, read from the document alone: it shares no code with the
/// validation inside the hub, so that one of them can prove the other wrong.
class JsonSchemaCheck
{
public:
    explicit JsonSchemaCheck(QJsonObject document)
        : m_document(std::move(document))
    {}

    /// What is wrong, each with its path; nothing when the value fits.
    QStringList check(const QJsonObject &schema, const QJsonValue &value) const;
    /// The schema with "$ref" followed.
    QJsonObject resolved(QJsonObject schema) const;

private:
    void check(const QJsonObject &schema, const QJsonValue &value, const QString &path, QStringList &wrong) const;

    QJsonObject m_document;
};

} // namespace oshaq::test
