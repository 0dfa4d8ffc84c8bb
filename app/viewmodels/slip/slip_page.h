// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "print/print_desk.h"
#include "viewmodels/slip/slip_models.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <functional>
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
    Q_PROPERTY(QList<QString> spokenTongues READ spokenTongues NOTIFY changed FINAL)
    Q_PROPERTY(bool withCode READ withCode NOTIFY changed FINAL)
    Q_PROPERTY(bool anyChosen READ anyChosen NOTIFY changed FINAL)
    Q_PROPERTY(bool canPrint READ canPrint NOTIFY changed FINAL)
    Q_PROPERTY(State state READ state NOTIFY changed FINAL)
    Q_PROPERTY(State trouble READ trouble NOTIFY changed FINAL)

public:
    enum State {
        Choosing,
        GettingReady,
        Printing,
        Printed,
        OutOfPaper,
        CoverOpen,
        NotReachable,
        Failed,
        NoPrinter,
        NeedsHelp
    };
    Q_ENUM(State)

    struct Way {
        print::PrintDesk *desk = nullptr; ///< null: there is no printer
    };

    /// `choice` and `preview` must outlive it, and the desk all but its end. What the desk tells comes to this thread.
    SlipPage(visit::SlipChoice &choice, Way way, SlipPreview *preview);
    ~SlipPage() override;

    [[nodiscard]] SlipModel *lines() { return &m_lines; }
    [[nodiscard]] DesignModel *designs() { return &m_designs; }
    /// Where the picture of the slip is; empty while nothing is chosen.
    [[nodiscard]] QString preview() const { return m_previewUrl; }
    /// What will stand on the paper, line by line; for those who do not see the picture.
    [[nodiscard]] QList<QString> spokenLines() const { return m_spokenLines; }
    /// Tag of the language of each of these lines; empty for that of the page.
    [[nodiscard]] QList<QString> spokenTongues() const { return m_spokenTongues; }
    [[nodiscard]] bool withCode() const { return m_choice.wantsCode(); }
    [[nodiscard]] bool anyChosen() const { return !m_choice.channelIds().empty(); }
    /// Also where the printer waits for paper or for its cover: the slip comes when that is mended. Not where it says
    /// that it can't print.
    [[nodiscard]] bool canPrint() const;
    [[nodiscard]] State state() const { return m_state; }
    /// What is the matter with the printer, before anything is printed: OutOfPaper, CoverOpen, NotReachable, NeedsHelp
    /// or NoPrinter; Choosing where nothing is.
    [[nodiscard]] State trouble() const;
    /// What the printer said last. That its paper is low is for staff alone.
    [[nodiscard]] const print::PrinterStatus &printer() const { return m_printer; }

    void show(std::shared_ptr<const content::Edition> edition);
    /// What the printer says of itself; the desk tells it whenever it changes.
    void take(const print::PrinterStatus &status);
    /// The visit is over: what has not reached the paper is cancelled.
    void clear();

    /// Does nothing for a channel that may not stand on paper.
    Q_INVOKABLE void toggle(const QString &channelId);
    /// Chooses a line, and shows it before the others: the visitor comes from it.
    void putFirst(const QString &channelId);
    Q_INVOKABLE void chooseDesign(const QString &designId);
    /// A square code on the paper, or none.
    Q_INVOKABLE void toggleCode();
    /// One tap prints one slip: does nothing while one is on its way.
    Q_INVOKABLE void print();
    Q_INVOKABLE void cancel();
    /// The visitor has seen how it ended; ready for another.
    Q_INVOKABLE void done();

Q_SIGNALS:
    void changed();

private:
    class Letterbox;

    [[nodiscard]] print::SlipDocument compose(const content::SlipDesign &design) const;
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
    QList<QString> m_spokenTongues;
    int m_previewCount = 0;
    State m_state = Choosing;
    print::PrinterStatus m_printer;
    std::shared_ptr<Letterbox> m_letterbox;
    int m_job = 0; ///< reports of earlier jobs are dropped
};

} // namespace porchlight::viewmodels
