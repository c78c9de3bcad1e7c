// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/noticetexts.h"

#include "models/domain/systemalarm.h"

#include <QRegularExpression>

#include <algorithm>

namespace oshaq {

namespace {

constexpr qsizetype maxSubject = 200;

/// Title and sentence of one event in one language.
struct Words
{
    const char16_t *title;
    const char16_t *line;
};

struct EventWords
{
    NoticeEvent event;
    Words en;
    Words ru;
    Words kk;
};

// A table: the formatter would break each sentence in another place.
// clang-format off
constexpr std::array eventWords{
    EventWords{NoticeEvent::OrderAccepted,
               {u"Order {number} is accepted", u"We have your order {number} and begin with it. Total: {total}."},
               {u"Заказ {number} принят", u"Мы приняли ваш заказ {number} и начинаем готовить. Сумма: {total}."},
               {u"{number} тапсырысы қабылданды", u"{number} тапсырысыңызды қабылдадық, дайындап жатырмыз. Сомасы: {total}."}},
    EventWords{NoticeEvent::OrderReady,
               {u"Order {number} is ready", u"Your order {number} is ready."},
               {u"Заказ {number} готов", u"Ваш заказ {number} готов."},
               {u"{number} тапсырысы дайын", u"{number} тапсырысыңыз дайын."}},
    EventWords{NoticeEvent::OrderOnItsWay,
               {u"Order {number} is on its way", u"Your order {number} is on its way to you."},
               {u"Заказ {number} в пути", u"Ваш заказ {number} уже в пути."},
               {u"{number} тапсырысы жолда", u"{number} тапсырысыңыз сізге жеткізіліп жатыр."}},
    EventWords{NoticeEvent::OrderCancelled,
               {u"Order {number} is cancelled", u"Your order {number} was cancelled. {reason}"},
               {u"Заказ {number} отменён", u"Ваш заказ {number} отменён. {reason}"},
               {u"{number} тапсырысы жойылды", u"{number} тапсырысыңыз жойылды. {reason}"}},
    EventWords{NoticeEvent::OrderRefunded,
               {u"{amount} is coming back to you", u"{amount} for your order {number} was given back."},
               {u"Возврат {amount}", u"Вам возвращено {amount} за заказ {number}."},
               {u"{amount} қайтарылды", u"{number} тапсырысы үшін {amount} қайтарылды."}},
    EventWords{NoticeEvent::OrderUnseen,
               {u"Nobody has seen order {number}", u"Order {number} is on no screen of the kitchen."},
               {u"Заказ {number} никто не видел", u"Заказа {number} нет ни на одном экране кухни."},
               {u"{number} тапсырысын ешкім көрмеді", u"{number} тапсырысы ас үйдің бірде-бір экранында жоқ."}},
    EventWords{NoticeEvent::OrderLate,
               {u"Order {number} is late", u"Order {number} has waited for {minutes} min."},
               {u"Заказ {number} опаздывает", u"Заказ {number} ждёт уже {minutes} мин."},
               {u"{number} тапсырысы кешігіп жатыр", u"{number} тапсырысы {minutes} мин күтіп тұр."}},
    EventWords{NoticeEvent::OutOfStock,
               {u"{item} is out", u"{item} was taken off the menu."},
               {u"{item}: закончилось", u"{item} больше нет в меню."},
               {u"{item} таусылды", u"{item} мәзірден алынды."}},
    EventWords{NoticeEvent::PaymentUnknown,
               {u"Payment of order {number} is unknown",
                u"The bank did not say what became of {amount} for order {number}. Do not take it again before it does."},
               {u"Оплата заказа {number} неизвестна",
                u"Банк не сообщил, что стало с {amount} за заказ {number}. Не берите оплату снова, пока он не ответит."},
               {u"{number} тапсырысының төлемі белгісіз",
                u"Банк {number} тапсырысының {amount} төлемі туралы жауап бермеді. Ол жауап бергенше төлемді қайта алмаңыз."}},
    EventWords{NoticeEvent::DayEnd,
               {u"Day-end report of {day}", u"{day}: orders {orders}, revenue {revenue}."},
               {u"Отчёт за {day}", u"{day}: заказов {orders}, выручка {revenue}."},
               {u"{day} күнінің есебі", u"{day}: тапсырыс {orders}, түсім {revenue}."}},
    EventWords{NoticeEvent::SystemAlarm,
               {u"Oshaq: {problem}", u"{problem} Since {time}. Open Settings, System to see what to do."},
               {u"Oshaq: {problem}", u"{problem} С {time}. Что делать, показано в настройках, раздел «Система»."},
               {u"Oshaq: {problem}", u"{problem} Басталуы: {time}. Не істеу керегі баптаулардағы «Жүйе» бөлімінде."}},
    EventWords{NoticeEvent::SystemEscalated,
               {u"Nobody has confirmed: {problem}", u"{problem} Since {time}, and nobody has confirmed it. Somebody must look."},
               {u"Никто не подтвердил: {problem}", u"{problem} С {time}, и никто этого не подтвердил. Кто-то должен посмотреть."},
               {u"Ешкім растамады: {problem}", u"{problem} Басталуы: {time}, оны ешкім растамады. Біреу қарауы керек."}},
};
// clang-format on

const Words &wordsOf(NoticeEvent event, const QString &language)
{
    const EventWords &all = eventWords[std::size_t(event)];
    if (language == u"ru")
        return all.ru;
    return language == u"kk" ? all.kk : all.en;
}

QString greeting(const QString &language)
{
    if (language == u"ru")
        return QStringLiteral("Здравствуйте!");
    return language == u"kk" ? QStringLiteral("Сәлеметсіз бе!") : QStringLiteral("Hello,");
}

/// Walks over a template: `text` gets what stands between placeholders, `placeholder` their names. Null: it goes well;
/// otherwise what is wrong.
template <typename Text, typename Placeholder> const char *walk(const QString &from, Text text, Placeholder placeholder)
{
    qsizetype at = 0;
    while (at < from.size()) {
        const qsizetype open = from.indexOf(u'{', at);
        const qsizetype stray = from.indexOf(u'}', at);
        if (stray >= 0 && (open < 0 || stray < open))
            return "has a } without its {";
        if (open < 0) {
            text(QStringView(from).mid(at));
            return nullptr;
        }
        const qsizetype close = from.indexOf(u'}', open);
        if (close < 0)
            return "has a { without its }";
        text(QStringView(from).mid(at, open - at));
        placeholder(from.mid(open + 1, close - open - 1));
        at = close + 1;
    }
    return nullptr;
}

QString filled(const QString &text, const NoticeValues &values)
{
    QString result;
    const auto value = [&values](const QString &name) {
        const auto found = values.find(name);
        return found == values.end() ? QString() : found->second;
    };
    const char *problem = walk(
        text, [&](QStringView plain) { result += plain; }, [&](const QString &name) { result += value(name); });
    // Stored ones were checked; should one be broken all the same, its own words are better than none.
    return problem ? text : result;
}

} // namespace

const QStringList &noticeLanguages()
{
    static const QStringList languages{QStringLiteral("en"), QStringLiteral("ru"), QStringLiteral("kk")};
    return languages;
}

QStringList noticePlaceholders(NoticeEvent event)
{
    QStringList names{QStringLiteral("business")};
    switch (event) {
    case NoticeEvent::OrderAccepted:
    case NoticeEvent::OrderReady:
    case NoticeEvent::OrderOnItsWay:
        names << QStringLiteral("number") << QStringLiteral("name") << QStringLiteral("total");
        break;
    case NoticeEvent::OrderCancelled:
        names << QStringLiteral("number") << QStringLiteral("name") << QStringLiteral("total")
              << QStringLiteral("reason");
        break;
    case NoticeEvent::OrderRefunded:
        names << QStringLiteral("number") << QStringLiteral("name") << QStringLiteral("total")
              << QStringLiteral("amount");
        break;
    case NoticeEvent::OrderUnseen:
        names << QStringLiteral("number") << QStringLiteral("total");
        break;
    case NoticeEvent::OrderLate:
        names << QStringLiteral("number") << QStringLiteral("total") << QStringLiteral("minutes");
        break;
    case NoticeEvent::OutOfStock:
        names << QStringLiteral("item");
        break;
    case NoticeEvent::PaymentUnknown:
        names << QStringLiteral("number") << QStringLiteral("total") << QStringLiteral("amount");
        break;
    case NoticeEvent::DayEnd:
        names << QStringLiteral("day") << QStringLiteral("orders") << QStringLiteral("revenue");
        break;
    case NoticeEvent::SystemAlarm:
    case NoticeEvent::SystemEscalated:
        names << QStringLiteral("problem") << QStringLiteral("time");
        break;
    }
    return names;
}

bool hasSubject(NoticeChannel channel)
{
    return channel != NoticeChannel::Sms && channel != NoticeChannel::Telegram;
}

qsizetype longestBody(NoticeChannel channel)
{
    switch (channel) {
    case NoticeChannel::Email:
        return 4000;
    case NoticeChannel::Telegram:
        return 2000;
    case NoticeChannel::Sms:
        return 335; // five parts of 67 letters that are not Latin
    case NoticeChannel::WebPush:
    case NoticeChannel::Socket:
    case NoticeChannel::Screen:
        return 500;
    }
    return 500;
}

NoticeText defaultNoticeText(NoticeEvent event, NoticeChannel channel, const QString &language)
{
    const Words &words = wordsOf(event, language);
    const QString title = QString::fromUtf16(words.title);
    const QString line = QString::fromUtf16(words.line);
    switch (channel) {
    case NoticeChannel::Email:
        if (audienceOf(event) == NoticeAudience::Guest)
            return {title, greeting(language) + QStringLiteral("\n\n") + line + QStringLiteral("\n\n{business}\n")};
        return {title + QStringLiteral(" · {business}"), line + QStringLiteral("\n\n{business}\n")};
    case NoticeChannel::Sms:
        return {{}, QStringLiteral("{business}: ") + line};
    case NoticeChannel::Telegram:
        return {{}, line};
    case NoticeChannel::WebPush:
    case NoticeChannel::Socket:
    case NoticeChannel::Screen:
        return {title, line};
    }
    return {title, line};
}

Result<void> checkNoticeText(NoticeEvent event, NoticeChannel channel, const NoticeText &text)
{
    std::vector<ErrorDetail> details;
    const QStringList known = noticePlaceholders(event);
    const auto check = [&](const QString &path, const QString &from, qsizetype longest) {
        if (from.trimmed().isEmpty())
            return details.push_back({path, QStringLiteral("must not be empty")});
        if (from.size() > longest)
            return details.push_back({path, QStringLiteral("must have at most %1 characters").arg(longest)});
        QStringList unknown;
        const char *problem = walk(
            from, [](QStringView) {},
            [&](const QString &name) {
                if (!known.contains(name))
                    unknown.append(name);
            });
        if (problem)
            return details.push_back({path, QString::fromLatin1(problem)});
        if (!unknown.isEmpty()) {
            details.push_back({path, QStringLiteral("names {%1}; this message has {%2}")
                                         .arg(unknown.front().left(40), known.join(QStringLiteral("}, {")))});
        }
    };
    if (hasSubject(channel)) {
        check(QStringLiteral("subject"), text.subject, maxSubject);
        if (text.subject.contains(u'\n') || text.subject.contains(u'\r'))
            details.push_back({QStringLiteral("subject"), QStringLiteral("must be one line")});
    } else if (!text.subject.isEmpty()) {
        details.push_back({QStringLiteral("subject"), QStringLiteral("must be empty: this channel has none")});
    }
    check(QStringLiteral("body"), text.body, longestBody(channel));
    if (details.empty())
        return {};
    return Error{ErrorCode::ValidationFailed,
                 details.size() == 1 ? QStringLiteral("The request is wrong in one place.")
                                     : QStringLiteral("The request is wrong in %1 places.").arg(details.size()),
                 details};
}

NoticeText fillNotice(const NoticeText &text, const NoticeValues &values)
{
    // A sentence whose placeholder is empty leaves its blank behind.
    static const QRegularExpression blanks(QStringLiteral("[ \\t]+\n"));
    return {filled(text.subject, values).simplified(),
            filled(text.body, values).replace(blanks, QStringLiteral("\n")).trimmed()};
}

NoticeValues exampleNoticeValues(NoticeEvent event, const QString &language)
{
    const bool english = language != u"ru" && language != u"kk";
    NoticeValues values{{QStringLiteral("business"), QStringLiteral("Oshaq")},
                        {QStringLiteral("number"), QStringLiteral("A-042")},
                        {QStringLiteral("name"), QStringLiteral("Aigerim")},
                        {QStringLiteral("total"), QStringLiteral("12450 KZT")},
                        {QStringLiteral("amount"), QStringLiteral("3200 KZT")},
                        {QStringLiteral("minutes"), QStringLiteral("35")},
                        {QStringLiteral("day"), QStringLiteral("2026-11-28")},
                        {QStringLiteral("orders"), QStringLiteral("214")},
                        {QStringLiteral("revenue"), QStringLiteral("1840500 KZT")},
                        {QStringLiteral("item"), english ? QStringLiteral("Plov") : QStringLiteral("Плов")},
                        {QStringLiteral("time"), QStringLiteral("19:42")},
                        {QStringLiteral("problem"), systemAlarmSentence({SystemProblem::DiskLow, {}, 8, 0}, language)},
                        {QStringLiteral("reason"), QString()}};
    if (!english)
        values[QStringLiteral("name")] = QStringLiteral("Айгерим");
    const QStringList known = noticePlaceholders(event);
    std::erase_if(values, [&known](const auto &entry) { return !known.contains(entry.first); });
    return values;
}

} // namespace oshaq
