// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/orderlimits.h"

namespace oshaq {

namespace {

class Places
{
public:
    void wrong(const QString &path, const QString &issue) { m_details.push_back({path, issue}); }

    void line(const QString &path, const QString &text, int most) { check(path, text, most, false); }
    void note(const QString &path, const QString &text) { check(path, text, orderlimits::maxNote, true); }

    void atMost(const QString &path, std::size_t count, int most)
    {
        if (count > std::size_t(most))
            wrong(path, QStringLiteral("must have at most %1 items").arg(most));
    }

    void between(const QString &path, int number, int least, int most)
    {
        if (number < least || number > most)
            wrong(path, QStringLiteral("must be from %1 to %2").arg(least).arg(most));
    }

    Result<void> result()
    {
        if (m_details.empty())
            return {};
        const QString message = m_details.front().path + u' ' + m_details.front().issue + u'.';
        return Error{ErrorCode::ValidationFailed, message, std::move(m_details)};
    }

private:
    void check(const QString &path, const QString &text, int most, bool multiLine)
    {
        if (orderlimits::hasForbiddenControl(text, multiLine))
            wrong(path, QStringLiteral("must not contain control characters"));
        if (orderlimits::codePoints(text) > most)
            wrong(path, QStringLiteral("must have at most %1 characters").arg(most));
    }

    std::vector<ErrorDetail> m_details;
};

void checkLines(const std::vector<NewOrderLine> &lines, Places *places)
{
    places->atMost(QStringLiteral("items"), lines.size(), orderlimits::maxLines);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const QString path = QStringLiteral("items[%1]").arg(i);
        places->note(path + QStringLiteral(".note"), lines[i].note);
        places->atMost(path + QStringLiteral(".options"), lines[i].optionIds.size(), orderlimits::maxOptions);
        places->between(path + QStringLiteral(".course"), lines[i].course, 1, orderlimits::maxCourse);
    }
}

} // namespace

qsizetype orderlimits::codePoints(const QString &text)
{
    qsizetype count = 0;
    for (const QChar c : text)
        count += c.isLowSurrogate() ? 0 : 1;
    return count;
}

bool orderlimits::hasForbiddenControl(const QString &text, bool multiLine)
{
    for (const QChar c : text) {
        if (c.unicode() >= 0xfffe)
            return true;
        if (c.category() != QChar::Other_Control)
            continue;
        if (multiLine && (c == u'\n' || c == u'\t'))
            continue;
        return true;
    }
    return false;
}

bool orderlimits::isPhone(const QString &text)
{
    int digits = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c >= u'0' && c <= u'9')
            ++digits;
        else if (!(c == u'+' && i == 0) && c != u' ' && c != u'-' && c != u'(' && c != u')')
            return false;
    }
    return digits >= minPhoneDigits && text.size() <= maxPhone;
}

Result<void> orderlimits::check(const NewOrder &request)
{
    Places places;
    places.line(QStringLiteral("address"), request.address, maxAddress);
    places.line(QStringLiteral("table"), request.table, maxTable);
    places.between(QStringLiteral("covers"), request.covers, 0, maxCovers);
    places.note(QStringLiteral("note"), request.note);
    places.note(QStringLiteral("allergy"), request.allergy);
    places.line(QStringLiteral("guest_name"), request.guestName, maxName);
    if (!request.guestPhone.isEmpty() && !isPhone(request.guestPhone))
        places.wrong(QStringLiteral("guest_phone"), QStringLiteral("must be a phone number"));
    checkLines(request.lines, &places);
    return places.result();
}

Result<void> orderlimits::check(const std::vector<NewOrderLine> &lines)
{
    Places places;
    checkLines(lines, &places);
    return places.result();
}

Result<void> orderlimits::check(const OrderFields &fields)
{
    Places places;
    if (fields.note)
        places.note(QStringLiteral("note"), *fields.note);
    if (fields.table)
        places.line(QStringLiteral("table"), *fields.table, maxTable);
    if (fields.allergy)
        places.note(QStringLiteral("allergy"), *fields.allergy);
    if (fields.covers)
        places.between(QStringLiteral("covers"), *fields.covers, 0, maxCovers);
    return places.result();
}

Result<void> orderlimits::checkReason(const QString &reason)
{
    Places places;
    places.line(QStringLiteral("reason"), reason, maxReason);
    return places.result();
}

} // namespace oshaq
