// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/fieldmap.h"

namespace oshaq {

namespace {

constexpr std::size_t maxNames = 200;
constexpr qsizetype maxPath = 200;

Error wrong(const QString &place, const QString &issue)
{
    return {ErrorCode::ValidationFailed, issue, {{place, issue}}};
}

const JsonValue &follow(const JsonValue &start, QStringView path)
{
    const JsonValue *at = &start;
    while (!path.isEmpty()) {
        const qsizetype dot = path.indexOf(u'.');
        at = &(*at)[dot < 0 ? path : path.first(dot)];
        path = dot < 0 ? QStringView() : path.sliced(dot + 1);
    }
    return *at;
}

} // namespace

Result<FieldMap> FieldMap::fromText(const QByteArray &json)
{
    FieldMap map;
    if (json.trimmed().isEmpty())
        return map;
    const auto document = parseJson(json);
    if (!document)
        return document.error();
    if (!document->isObject())
        return wrong(QStringLiteral("mapping"), QStringLiteral("must be an object"));
    if (document->members().size() > maxNames)
        return wrong(QStringLiteral("mapping"), QStringLiteral("must have at most %1 names").arg(maxNames));
    for (const auto &[name, path] : document->members()) {
        const QString place = QStringLiteral("mapping.") + name;
        if (!path.isString())
            return wrong(place, QStringLiteral("must be a string"));
        const QString &text = path.string();
        if (name.isEmpty() || text.isEmpty() || text.size() > maxPath || text.startsWith(u'.') || text.endsWith(u'.') ||
            text.contains(QLatin1String("..")))
            return wrong(place, QStringLiteral("must be a path such as order.code"));
        map.m_paths.emplace(name, text);
    }
    return map;
}

const JsonValue &FieldMap::value(const JsonValue &document, QStringView field) const
{
    const auto path = m_paths.find(field.toString());
    return follow(document, path == m_paths.end() ? field : QStringView(path->second));
}

const JsonValue &FieldMap::value(const JsonValue &entry, QStringView list, QStringView field) const
{
    const auto path = m_paths.find(list.toString() + u'.' + field.toString());
    return follow(entry, path == m_paths.end() ? field : QStringView(path->second));
}

QString FieldMap::word(QStringView field, const QString &theirs) const
{
    const auto meaning = m_paths.find(field.toString() + u'.' + theirs);
    return meaning == m_paths.end() ? theirs : meaning->second;
}

} // namespace oshaq
