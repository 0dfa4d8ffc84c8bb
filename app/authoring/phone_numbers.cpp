// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/phone_numbers.h"

#include "authoring/utf8.h"

#include <algorithm>

#include <phonenumbers/phonenumberutil.h>
#include <phonenumbers/shortnumberinfo.h>

namespace porchlight::authoring {

namespace {

constexpr std::size_t longestShortCode = 6;
constexpr std::size_t longestSpokenCode = 3;
constexpr std::size_t areaAndNumber = 10;

std::string dashed(const std::string &digits)
{
    return "1-" + digits.substr(0, 3) + "-" + digits.substr(3, 3) + "-" + digits.substr(6);
}

/// "2-1-1" is how people say it; "21-1" is a slip of the pen.
bool isWrittenShort(const std::string &value, const std::string &digits)
{
    std::string spelled;
    for (const char c : digits)
        spelled += (spelled.empty() ? "" : "-") + std::string(1, c);
    return value == digits || value == spelled;
}

} // namespace

std::string dialledDigits(const std::string &value)
{
    std::string digits;
    for (const char32_t c : codePoints(value))
        if (const int digit = digitValue(c); digit >= 0)
            digits += static_cast<char>('0' + digit);
    if (digits.size() == areaAndNumber + 1 && digits.front() == '1')
        digits.erase(0, 1);
    return digits;
}

NumberJudgement judgeNumber(const std::string &value, NumberUse use)
{
    using namespace i18n::phonenumbers;
    const std::string digits = dialledDigits(value);
    const PhoneNumberUtil *const plan = PhoneNumberUtil::GetInstance();
    PhoneNumber number;
    if (plan->Parse(digits, "US", &number) != PhoneNumberUtil::NO_PARSING_ERROR)
        return {};
    if (digits.size() <= longestShortCode) {
        static const ShortNumberInfo codes;
        const bool fits = use == NumberUse::Texted || digits.size() <= longestSpokenCode;
        if (!fits || !codes.IsValidShortNumberForRegion(number, "US"))
            return {};
        return {isWrittenShort(value, digits) ? NumberForm::Good : NumberForm::Unusual, digits};
    }
    // The plan counts some islands as regions of their own; they are dialled the same.
    if (digits.size() != areaAndNumber || !plan->IsValidNumber(number))
        return {};
    return {value == dashed(digits) ? NumberForm::Good : NumberForm::Unusual, dashed(digits)};
}

bool isMisprint(const std::string &digits, const std::string &of)
{
    const std::string &shorter = digits.size() < of.size() ? digits : of;
    const std::string &longer = digits.size() < of.size() ? of : digits;
    if (longer.size() - shorter.size() > 1 || digits == of)
        return false;
    const auto at = std::mismatch(shorter.begin(), shorter.end(), longer.begin());
    const auto left = at.first;
    const auto right = at.second;
    if (shorter.size() < longer.size())
        return std::equal(left, shorter.end(), right + 1);
    const auto rest = [&](std::ptrdiff_t skip) { return std::equal(left + skip, shorter.end(), right + skip); };
    const bool swapped = left + 1 != shorter.end() && left[0] == right[1] && left[1] == right[0];
    return rest(1) || (swapped && rest(2));
}

bool holdsMisprint(const std::string &run, const std::string &of)
{
    for (std::size_t length = of.size() - 1; length <= of.size() + 1; ++length)
        for (std::size_t at = 0; at + length <= run.size(); ++at)
            if (isMisprint(run.substr(at, length), of))
                return true;
    return false;
}

} // namespace porchlight::authoring
