// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/site/site_page.h"

#include "content/seasons.h"

namespace porchlight::viewmodels {

namespace {

QList<QString> lines(const std::vector<std::string> &texts)
{
    QList<QString> result;
    for (const std::string &text : texts)
        result.append(QString::fromStdString(text));
    return result;
}

} // namespace

void SitePage::show(const content::Edition &edition, content::Date today)
{
    m_language = QString::fromStdString(edition.language.tag);
    m_name = QString::fromStdString(edition.siteName);
    m_hours = lines(edition.siteHours);
    m_services = lines(edition.siteServices);
    const std::vector<int> friendly = content::welcomeLines(today);
    m_welcomeLines = QList<int>(friendly.begin(), friendly.end());
    Q_EMIT changed();
}

} // namespace porchlight::viewmodels
