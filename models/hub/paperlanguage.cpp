// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/paperlanguage.h"

#include <QLoggingCategory>
#include <QTranslator>

namespace oshaq {

namespace {

Q_LOGGING_CATEGORY(lcPaper, "oshaq.paper")

/// Read once, never changed and never installed: looking a word up in it is safe from any thread.
class Words
{
public:
    explicit Words(const char *code)
    {
        if (!m_translator.load(QStringLiteral(":/i18n/paper_%1.qm").arg(QLatin1String(code))))
            qCWarning(lcPaper) << "papers speak English; no words of" << code;
    }

    QString operator()(const char *source) const
    {
        const QString found = m_translator.translate("Paper", source);
        return found.isEmpty() ? QString::fromUtf8(source) : found;
    }

private:
    QTranslator m_translator;
};

} // namespace

PaperLanguage paperLanguage(const QString &code)
{
    PaperLanguage language;
    if (code == u"ru") {
        static const Words words("ru");
        language.locale = QLocale(QLocale::Russian, QLocale::Russia);
        language.word = [](const char *source) { return words(source); };
    } else if (code == u"kk") {
        static const Words words("kk");
        language.locale = QLocale(QLocale::Kazakh, QLocale::Kazakhstan);
        language.word = [](const char *source) { return words(source); };
    } else {
        language.locale = QLocale(QLocale::English, QLocale::UnitedKingdom);
    }
    return language;
}

} // namespace oshaq
