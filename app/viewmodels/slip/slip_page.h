// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "print/print_desk.h"
#include "viewmodels/slip/slip_models.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <memory>

namespace porchlight::viewmodels {

class SlipPreview;

/// The slip: what goes on it, how it will look, and where the paper is.
class SlipPage : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Handed over by the program")
    Q_PROPERTY(porchlight::viewmodels::SlipModel *lines READ lines CONSTANT FINAL)
    Q_PROPERTY(porchlight::viewmodels::DesignModel *designs READ designs CONSTANT FINAL)
    Q_PROPERTY(QString preview READ preview NOTIFY changed FINAL)
    Q_PROPERTY(QList<QString> spokenLines READ spokenLines NOTIFY changed FINAL)
    Q_PROPERTY(bool canPrint READ canPrint NOTIFY changed FINAL)
    Q_PROPERTY(State state READ state NOTIFY changed FINAL)

public:
    enum State { Choosing, GettingReady, Printing, Printed, OutOfPaper, CoverOpen, NotReachable, Failed, NoPrinter };
    Q_ENUM(State)

    enum class PrintsIn { AnyMode, DemonstrationOnly };
    struct Way {
        print::PrintDesk *desk = nullptr; ///< null: there is no printer
        PrintsIn printsIn = PrintsIn::AnyMode;
    };

    /// `choice`, `preview` and the desk must outlive it.
    SlipPage(visit::SlipChoice &choice, Way way, SlipPreview *preview);

    [[nodiscard]] SlipModel *lines() { return &m_lines; }
    [[nodiscard]] DesignModel *designs() { return &m_designs; }
    /// Where the picture of the slip is; empty while nothing is chosen.
    [[nodiscard]] QString preview() const { return m_previewUrl; }
    /// What will stand on the paper, line by line; for those who do not see the picture.
    [[nodiscard]] QList<QString> spokenLines() const { return m_spokenLines; }
    [[nodiscard]] bool canPrint() const;
    [[nodiscard]] State state() const { return m_state; }

    void show(std::shared_ptr<const content::Edition> edition);
    /// The visit is over: what has not reached the paper is cancelled.
    void clear();

    /// Does nothing for a channel that may not stand on paper.
    Q_INVOKABLE void toggle(const QString &channelId);
    /// Chooses a line, and shows it before the others: the visitor comes from it.
    void putFirst(const QString &channelId);
    Q_INVOKABLE void chooseDesign(const QString &designId);
    /// One tap prints one slip: does nothing while one is on its way.
    Q_INVOKABLE void print();
    Q_INVOKABLE void cancel();
    /// The visitor has seen how it ended; ready for another.
    Q_INVOKABLE void done();

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] bool hasPrinter() const;
    void refresh();
    void drawPreview();
    void report(int job, print::PrintState state);
    void setState(State state);

    visit::SlipChoice &m_choice;
    Way m_way;
    SlipPreview *m_preview;
    std::shared_ptr<const content::Edition> m_edition;
    SlipModel m_lines;
    QString m_first;
    DesignModel m_designs;
    QString m_previewUrl;
    QList<QString> m_spokenLines;
    int m_previewCount = 0;
    State m_state = Choosing;
    int m_job = 0; ///< reports of earlier jobs are dropped
};

} // namespace porchlight::viewmodels
