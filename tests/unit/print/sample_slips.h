// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "print/slip_document.h"

#include <string>
#include <vector>

namespace porchlight::print {

struct SampleLanguage {
    std::string tag;
    QString fontFamily;
    bool rightToLeft;
    QString heading;
    QString name;
    QString hours;
    QString sentence;
};

inline void PrintTo(const SampleLanguage &language, std::ostream *out)
{
    *out << language.tag;
}

/// Texts of the length and the scripts that real slips have.
inline std::vector<SampleLanguage> sampleLanguages()
{
    return {
        {"en",
         QStringLiteral("Noto Sans"),
         false,
         QStringLiteral("Local services"),
         QStringLiteral("Food, housing and bills, for everyone in the whole county"),
         QStringLiteral("Day and night, every day. If it is busy call 1-800-427-4626."),
         {}},
        {"es", QStringLiteral("Noto Sans"), false, QStringLiteral("Servicios locales"),
         QStringLiteral("Comida, vivienda y facturas, para todas las personas"),
         QStringLiteral("De día y de noche, todos los días. Si no contestan, 1-800-427-4626."),
         QStringLiteral("Spanish, please. I need an interpreter.")},
        {"ar", QStringLiteral("Noto Sans Arabic"), true, QStringLiteral("خدمات محلية"),
         QStringLiteral("الطعام والسكن والفواتير لجميع الناس في المقاطعة"),
         QStringLiteral("ليلًا ونهارًا، كل يوم. وإلا فاتصل بالرقم \u20661-800-427-4626\u2069."),
         QStringLiteral("Arabic, please. I need an interpreter.")},
        {"zh-Hans", QStringLiteral("Noto Sans CJK SC"), false, QStringLiteral("本地服务"),
         QStringLiteral("食物、住房和账单，为全县的每一个人提供帮助"),
         QStringLiteral("每天二十四小时。如果占线，请拨打1-800-427-4626。"),
         QStringLiteral("Chinese, please. I need an interpreter.")},
        {"my", QStringLiteral("Noto Sans Myanmar"), false, QStringLiteral("ဒေသတွင်း ဝန်ဆောင်မှုများ"),
         QStringLiteral("ခက်ခဲ\u200bတဲ့\u200bနေ့\u200bတွေ- တစ်ယောက်ယောက်\u200bနဲ့ စကားပြော\u200bပါ"),
         QStringLiteral("နေ့ရော\u200bညပါ 1-800-427-4626 နေ့ရော\u200bညပါ"),
         QStringLiteral("Burmese, please. I need an interpreter.")},
    };
}

inline SlipDocument sampleSlip(const SampleLanguage &language, double widthMm, double heightMm)
{
    using Role = SlipLine::Role;
    const bool rtl = language.rightToLeft;
    SlipDocument slip{widthMm, heightMm, 10, 15, language.fontFamily, rtl, {}};
    slip.lines = {{language.heading, Role::Heading, rtl}};
    for (const char *number : {"1-888-373-7888", "2-1-1", "988"}) {
        slip.lines.push_back({language.name, Role::Name, rtl});
        slip.lines.push_back({QString::fromLatin1(number), Role::Number, false});
        slip.lines.push_back({language.hours, Role::Detail, rtl});
    }
    if (!language.sentence.isEmpty())
        slip.lines.push_back({language.sentence, Role::Sentence, false});
    return slip;
}

} // namespace porchlight::print
