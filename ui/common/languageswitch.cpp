// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/languageswitch.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLibraryInfo>
#include <QLocale>

namespace oshaq {

LanguageSwitch::LanguageSwitch(const QString &folder, QObject *parent)
    : QTranslator(parent)
    , m_folder(folder)
{
    QCoreApplication::installTranslator(this);
}

LanguageSwitch::~LanguageSwitch()
{
    QCoreApplication::removeTranslator(this);
}

QStringList LanguageSwitch::languages()
{
    return {QStringLiteral("en"), QStringLiteral("ru"), QStringLiteral("kk")};
}

QString LanguageSwitch::nameOf(const QString &code)
{
    if (code == u"ru")
        return QStringLiteral("Русский");
    if (code == u"kk")
        return QStringLiteral("Қазақша");
    return QStringLiteral("English");
}

QString LanguageSwitch::systemLanguage()
{
    // In the order in which the system's user prefers them.
    for (const QString &name : QLocale::system().uiLanguages()) {
        const QString code = name.left(2);
        if (languages().contains(code) && (name.size() == 2 || !name[2].isLetter()))
            return code;
    }
    return languages().first();
}

void LanguageSwitch::use(const QString &code)
{
    const QString language = languages().contains(code) ? code : systemLanguage();
    if (language == m_language)
        return;
    m_language = language;
    QLocale::setDefault(QLocale(language));
    std::vector<std::unique_ptr<QTranslator>> files;
    const auto add = [&files, &language](const QString &name, const QString &folder) {
        auto file = std::make_unique<QTranslator>();
        // English has no files, and Qt none in Kazakh.
        if (file->load(name + QLatin1Char('_') + language, folder))
            files.push_back(std::move(file));
    };
    add(QStringLiteral("oshaq"), m_folder);
    add(QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    {
        const QWriteLocker locker(&m_lock);
        m_files.swap(files);
    }
    // The old ones go without the lock: a translator takes the application's lock to leave, and whoever translates
    // holds that one already.
    files.clear();
    QEvent change(QEvent::LanguageChange);
    QCoreApplication::sendEvent(QCoreApplication::instance(), &change);
}

QString LanguageSwitch::translate(const char *context, const char *source, const char *disambiguation, int n) const
{
    const QReadLocker locker(&m_lock);
    for (const auto &file : m_files) {
        const QString text = file->translate(context, source, disambiguation, n);
        // Null means that the file does not know it; an empty translation does not exist.
        if (!text.isEmpty())
            return text;
    }
    return {};
}

} // namespace oshaq
