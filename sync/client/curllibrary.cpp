// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/curllibrary.h"

#include <QLoggingCategory>
#ifdef Q_OS_LINUX
#include <QLibrary>
#endif

#include <optional>

namespace oshaq {

namespace {

Q_LOGGING_CATEGORY(lcCurl, "oshaq.wire")

#ifdef Q_OS_LINUX
/// Its ABI has this number since 2006.
constexpr int abiVersion = 4;

class Finder
{
public:
    Finder()
        : m_library(QStringLiteral("curl"), abiVersion)
    {}

    template <typename Function> void find(Function *function, const char *name)
    {
        *function = reinterpret_cast<Function>(m_library.resolve(name));
        if (!*function && m_missing.isEmpty())
            m_missing = QLatin1String(name);
    }

    bool foundAll() const { return m_missing.isEmpty(); }
    /// Qt says why a library is not loaded, and nothing of a function that is not in one.
    QString problem() const
    {
        return m_library.isLoaded() ? m_library.fileName() + QStringLiteral(" has no ") + m_missing
                                    : m_library.errorString();
    }

private:
    QLibrary m_library;
    QString m_missing;
};

#define OSHAQ_CURL(member, function) finder.find(&library.member, #function)
#else
#define OSHAQ_CURL(member, function) library.member = &::function
#endif

std::optional<CurlLibrary> load()
{
    CurlLibrary library;
#ifdef Q_OS_LINUX
    Finder finder;
#endif
    OSHAQ_CURL(globalInit, curl_global_init);
    OSHAQ_CURL(easyInit, curl_easy_init);
    OSHAQ_CURL(easySetopt, curl_easy_setopt);
    OSHAQ_CURL(easyPerform, curl_easy_perform);
    OSHAQ_CURL(easyGetinfo, curl_easy_getinfo);
    OSHAQ_CURL(easyReset, curl_easy_reset);
    OSHAQ_CURL(easyCleanup, curl_easy_cleanup);
    OSHAQ_CURL(easyStrerror, curl_easy_strerror);
    OSHAQ_CURL(multiInit, curl_multi_init);
    OSHAQ_CURL(multiSetopt, curl_multi_setopt);
    OSHAQ_CURL(multiAddHandle, curl_multi_add_handle);
    OSHAQ_CURL(multiRemoveHandle, curl_multi_remove_handle);
    OSHAQ_CURL(multiPerform, curl_multi_perform);
    OSHAQ_CURL(multiPoll, curl_multi_poll);
    OSHAQ_CURL(multiWakeup, curl_multi_wakeup);
    OSHAQ_CURL(multiInfoRead, curl_multi_info_read);
    OSHAQ_CURL(multiCleanup, curl_multi_cleanup);
    OSHAQ_CURL(slistAppend, curl_slist_append);
    OSHAQ_CURL(slistFreeAll, curl_slist_free_all);
#ifdef Q_OS_LINUX
    if (!finder.foundAll()) {
        qCCritical(lcCurl).noquote() << "libcurl cannot be loaded, nothing is sent:" << finder.problem();
        return std::nullopt;
    }
#endif
    if (library.globalInit(CURL_GLOBAL_DEFAULT) != CURLE_OK) {
        qCCritical(lcCurl) << "libcurl does not begin, nothing is sent";
        return std::nullopt;
    }
    return library;
}

} // namespace

const CurlLibrary *CurlLibrary::get()
{
    static const std::optional<CurlLibrary> loaded = load();
    return loaded ? &*loaded : nullptr;
}

} // namespace oshaq
