// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/pdf_privacy.h"

#include <algorithm>

namespace porchlight::print {

namespace {

/// Blanks "key (value)" wherever it stands.
void blank(QByteArray &pdf, const QByteArray &key)
{
    for (qsizetype at = pdf.indexOf(key); at >= 0; at = pdf.indexOf(key, at + 1)) {
        const qsizetype end = pdf.indexOf(')', at);
        if (end < 0)
            return;
        std::fill(pdf.begin() + at, pdf.begin() + end + 1, ' ');
    }
}

} // namespace

QByteArray neutralXmp()
{
    return "<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?>\n"
           "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/>"
           "</x:xmpmeta>\n<?xpacket end='w'?>\n";
}

QByteArray withoutOrigin(QByteArray pdf)
{
    blank(pdf, "/CreationDate (");
    blank(pdf, "/Producer (");
    return pdf;
}

} // namespace porchlight::print
