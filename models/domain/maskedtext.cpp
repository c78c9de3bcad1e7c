// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/maskedtext.h"

namespace oshaq {

namespace {

constexpr int fewestAfterPlus = 7;
constexpr int fewestAlone = 10;
constexpr int mostDigits = 15;
constexpr int shownDigits = 2;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isSeparator(char c)
{
    return c == ' ' || c == '-' || c == '(' || c == ')';
}

/// Part of a word, a number or an id: digits beside it are no phone by themselves.
bool isWord(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '_' || c == '-' || c == '.' ||
           c == ':';
}

bool isMailbox(char c)
{
    return isWord(c) || c == '+' || c == '%';
}

/// The end of a run of digits from `at` on, with separators between them when `loose`; how many digits it has.
qsizetype digitsEnd(const QByteArray &line, qsizetype at, bool loose, int *digits)
{
    qsizetype end = at;
    *digits = 0;
    for (; at < line.size(); ++at) {
        if (isDigit(line[at])) {
            ++*digits;
            end = at + 1;
        } else if (!loose || !isSeparator(line[at]) || at - end > 1) {
            break;
        }
    }
    return end;
}

QByteArray masked(const QByteArray &phone)
{
    QByteArray end;
    for (qsizetype at = phone.size(); at > 0 && end.size() < shownDigits; --at) {
        if (isDigit(phone[at - 1]))
            end.prepend(phone[at - 1]);
    }
    return "***" + end;
}

QByteArray withoutPhones(const QByteArray &line)
{
    QByteArray out;
    out.reserve(line.size());
    for (qsizetype at = 0; at < line.size();) {
        int digits = 0;
        const bool isEncoded = line[at] == '%' && line.mid(at, 3).toUpper() == "%2B";
        if (line[at] == '+' || isEncoded) {
            const qsizetype begin = at + (isEncoded ? 3 : 1);
            const qsizetype end = digitsEnd(line, begin, true, &digits);
            if (digits >= fewestAfterPlus && digits <= mostDigits && begin < line.size() && isDigit(line[begin])) {
                out += '+' + masked(line.mid(begin, end - begin));
                at = end;
                continue;
            }
        } else if (isDigit(line[at]) && (at == 0 || !isWord(line[at - 1]))) {
            const qsizetype end = digitsEnd(line, at, false, &digits);
            const bool isAlone = end == line.size() || !isWord(line[end]);
            if (digits >= fewestAlone && digits <= mostDigits && isAlone)
                out += masked(line.mid(at, end - at));
            else
                out += line.mid(at, end - at);
            at = end;
            continue;
        }
        out += line[at++];
    }
    return out;
}

QByteArray withoutMailboxes(const QByteArray &line)
{
    QByteArray out;
    for (qsizetype at = 0; at < line.size(); ++at) {
        qsizetype begin = out.size();
        while (line[at] == '@' && begin > 0 && isMailbox(out[begin - 1]))
            --begin;
        if (begin == out.size()) {
            out += line[at];
            continue;
        }
        out.truncate(begin);
        out += "***@";
        const qsizetype domain = at + 1;
        while (at + 1 < line.size() && isWord(line[at + 1]))
            ++at;
        if (at >= domain)
            out += "***";
    }
    return out;
}

} // namespace

QByteArray maskPersonal(const QByteArray &line)
{
    return withoutMailboxes(withoutPhones(line));
}

} // namespace oshaq
