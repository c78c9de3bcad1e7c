// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sql/sqlscript.h"

#include <QStringView>

namespace oshaq::sql {

namespace {

/// Walks over a script once, always at the start of a token.
class Splitter
{
public:
    explicit Splitter(const QString &script)
        : m_script(script)
    {}

    Result<std::vector<ScriptStatement>> split()
    {
        while (m_at < m_script.size()) {
            if (auto taken = takeToken(); !taken)
                return taken.error();
        }
        if (m_start >= 0)
            return refuse(m_startLine, QStringLiteral("the last statement has no ';'"));
        return std::move(m_statements);
    }

private:
    static Error refuse(int line, const QString &why)
    {
        return Error{ErrorCode::ValidationFailed, QStringLiteral("line %1: %2").arg(QString::number(line), why), {}};
    }

    Result<void> takeToken()
    {
        const QStringView rest = QStringView(m_script).mid(m_at);
        const QChar c = rest.front();
        if (rest.startsWith(u"--")) {
            const qsizetype end = rest.indexOf(u'\n');
            advance(end < 0 ? rest.size() : end);
            return {};
        }
        if (rest.startsWith(u"/*"))
            return takeUntil(QStringLiteral("*/"), 2, QStringLiteral("a comment that never ends"));
        if (c.isSpace()) {
            advance(1);
            return {};
        }
        if (c == u';')
            return endStatement();
        if (m_start < 0) {
            m_start = m_at;
            m_startLine = m_line;
        }
        // A doubled quote inside reads as two strings side by side, which splits the same.
        if (c == u'\'' || c == u'"' || c == u'`')
            return takeUntil(QString(c), 1, QStringLiteral("a %1 that never ends").arg(c));
        if (c == u'[')
            return takeUntil(QStringLiteral("]"), 1, QStringLiteral("a [ that never ends"));
        advance(1);
        return {};
    }

    Result<void> takeUntil(const QString &end, qsizetype opening, const QString &complaint)
    {
        const qsizetype found = m_script.indexOf(end, m_at + opening);
        if (found < 0)
            return refuse(m_line, complaint);
        advance(found + end.size() - m_at);
        return {};
    }

    Result<void> endStatement()
    {
        if (m_start >= 0) {
            const QString sql = m_script.mid(m_start, m_at - m_start).trimmed();
            // The statements of a trigger's body are its own: it ends at an END that is a statement by itself.
            if (isTrigger(sql) && !endsTrigger(sql)) {
                advance(1);
                return {};
            }
            m_statements.push_back({sql, m_startLine});
            m_start = -1;
        }
        advance(1);
        return {};
    }

    static bool isTrigger(const QString &sql)
    {
        const QString head = sql.left(80).simplified().toUpper();
        return head.startsWith(QLatin1String("CREATE TRIGGER")) ||
               head.startsWith(QLatin1String("CREATE TEMP TRIGGER")) ||
               head.startsWith(QLatin1String("CREATE TEMPORARY TRIGGER"));
    }

    static bool endsTrigger(const QString &sql)
    {
        if (!sql.endsWith(QLatin1String("END"), Qt::CaseInsensitive))
            return false;
        return QStringView(sql).chopped(3).trimmed().endsWith(u';');
    }

    void advance(qsizetype by)
    {
        m_line += int(QStringView(m_script).mid(m_at, by).count(u'\n'));
        m_at += by;
    }

    const QString &m_script;
    std::vector<ScriptStatement> m_statements;
    qsizetype m_at = 0;
    qsizetype m_start = -1; ///< of the statement being read; -1 between statements
    int m_line = 1;
    int m_startLine = 1;
};

} // namespace

Result<std::vector<ScriptStatement>> splitScript(const QString &script)
{
    return Splitter(script).split();
}

} // namespace oshaq::sql
