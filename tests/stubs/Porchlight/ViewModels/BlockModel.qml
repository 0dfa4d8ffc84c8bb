// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQml
import QtQml.Models

ListModel {
    enum Kind {
        Heading,
        Paragraph,
        Bullet,
        Note,
        ContactCard,
        Safety,
        ShowCard
    }

    property bool arabic: false

    function add(kind: int, english: string, inArabic: string) {
        append({
                "kind": kind,
                "text": arabic ? inArabic : english,
                "english": "",
                "cardId": kind === BlockModel.ShowCard ? "phone" : "",
                "contactId": kind === BlockModel.ContactCard ? "hotline" : "",
                "contactName": kind === BlockModel.ContactCard ? (arabic ? "خط مساعدة" : "Free help line") : "",
                "contactNumber": kind === BlockModel.ContactCard ? "1-888-373-7888" : ""
            });
    }

    function fill() {
        clear();
        add(BlockModel.Paragraph, "Your boss must pay you for every hour you work. This is the law for all workers, with or without papers.", "يجب أن يدفع لك صاحب العمل عن كل ساعة تعملها. هذا هو القانون لجميع العاملين، مع أوراق أو من دونها.");
        add(BlockModel.Heading, "Does this sound like your job?", "هل يشبه هذا عملك؟");
        add(BlockModel.Bullet, "You are paid less than you were promised.", "تحصل على أجر أقل مما وعدوك به.");
        add(BlockModel.Bullet, "Money is taken from your pay and nobody says why.", "يُخصم مال من أجرك ولا يقول أحد لماذا.");
        add(BlockModel.Bullet, "Someone else keeps your passport or ID card.", "شخص آخر يحتفظ بجواز سفرك أو هويتك.");
        add(BlockModel.Note, "Write down your hours each day. Keep the notes in a safe place.", "اكتب ساعات عملك كل يوم. احفظ ملاحظاتك في مكان آمن.");
        add(BlockModel.Heading, "Who can help", "من يمكنه المساعدة");
        add(BlockModel.Paragraph, "You can call \u20661-866-487-9243\u2069 and ask about pay. You do not have to give your name at first.", "يمكنك الاتصال بالرقم \u20661-866-487-9243\u2069 والسؤال عن الأجر. لا يلزم أن تذكر اسمك في البداية.");
        add(BlockModel.ContactCard, "", "");
        add(BlockModel.Safety, "This calls the police.", "هذا يتصل بالشرطة.");
        add(BlockModel.ShowCard, "May I use a phone?", "هل يمكنني استخدام هاتف؟");
    }

    onArabicChanged: fill()
    Component.onCompleted: fill()
}
