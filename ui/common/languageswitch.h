// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QReadWriteLock>
#include <QStringList>
#include <QTranslator>

#include <memory>
#include <vector>

namespace oshaq {

/// The language of the screen, which may change while everything is open. It is installed once and passes on to the
/// files of the language, ours before Qt's own, so that widgets hear of a new language once and not once a file.
class LanguageSwitch final : public QTranslator
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LanguageSwitch)

public:
    /// Installs itself in the application, which must live longer. `folder`: where our files are, "oshaq_ru.qm".
    explicit LanguageSwitch(const QString &folder = QStringLiteral(":/i18n"), QObject *parent = nullptr);
    ~LanguageSwitch() override;

    /// "en", "ru", "kk".
    static QStringList languages();
    /// Each in its own words: "Қазақша".
    static QString nameOf(const QString &code);
    /// The one of languages() that the system is set to, else English.
    static QString systemLanguage();

    /// Texts, numbers and dates are written in this language from now on. Another code than those of languages() counts
    /// as the system's.
    void use(const QString &code);
    QString language() const { return m_language; }

    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *source, const char *disambiguation, int n) const override;

private:
    QString m_folder;
    QString m_language;
    mutable QReadWriteLock m_lock; ///< of m_files: Qt's own workers translate too, such as readers of pictures
    std::vector<std::unique_ptr<QTranslator>> m_files;
};

} // namespace oshaq
