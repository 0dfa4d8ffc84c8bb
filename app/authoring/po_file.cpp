// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/po_file.h"

#include "authoring/utf8.h"

#include <csetjmp>
#include <cstdlib>
#include <map>
#include <memory>
#include <utility>

#include <gettext-po.h>

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/lsan_interface.h>
#endif

namespace porchlight::authoring {

namespace {

/// libgettextpo never frees much of what it parses; that is its leak, not ours.
struct LibraryLeaks {
#if defined(__SANITIZE_ADDRESS__)
    LibraryLeaks()
    {
        __lsan_disable();
    }
    ~LibraryLeaks()
    {
        __lsan_enable();
    }
    LibraryLeaks(const LibraryLeaks &) = delete;
    LibraryLeaks &operator=(const LibraryLeaks &) = delete;
#endif
};

// libgettextpo takes handlers without a user pointer, and a fatal error must not return to it: hence the global state
// and the jump. Nothing with a destructor may live in the frames that it leaves.
std::vector<PoComplaint> *g_complaints = nullptr;
std::jmp_buf g_fatal;

void record(int line, const char *text)
{
    PoComplaint complaint{line, singleLine(text)};
    if (complaint.text.starts_with("end-of-line"))
        --complaint.line; // the library has read the line end before it tells
    g_complaints->push_back(std::move(complaint));
}

void complain(int severity, po_message_t, const char *file, std::size_t line, std::size_t, int, const char *text)
{
    const bool placed = file != nullptr && line != static_cast<std::size_t>(-1);
    if (severity != PO_SEVERITY_WARNING)
        record(placed ? static_cast<int>(line) : 0, text);
    if (severity == PO_SEVERITY_FATAL_ERROR)
        std::longjmp(g_fatal, 1);
}

void complainTwice(int severity, po_message_t message, const char *file, std::size_t line, std::size_t column,
                   int multiline, const char *text, po_message_t, const char *, std::size_t, std::size_t, int,
                   const char *)
{
    complain(severity, message, file, line, column, multiline, text);
}

constexpr po_xerror_handler handler{complain, complainTwice};

struct FreeFile {
    void operator()(po_file *file) const { po_file_free(file); }
};
using FilePointer = std::unique_ptr<po_file, FreeFile>;

po_file_t readOrNull(const char *path)
{
    if (setjmp(g_fatal) != 0)
        return nullptr;
    return po_file_read(path, &handler);
}

void checkAll(po_file_t file)
{
    if (setjmp(g_fatal) == 0)
        po_file_check_all(file, &handler);
}

std::string orEmpty(const char *text)
{
    return text ? text : "";
}

void writeAll(po_file_t file, const char *path)
{
    if (setjmp(g_fatal) == 0)
        po_file_write(file, path, &handler);
}

po_message_t newMessage(const std::string &id, const std::string &text)
{
    const po_message_t message = po_message_create();
    po_message_set_msgid(message, id.c_str());
    po_message_set_msgstr(message, text.c_str());
    return message;
}

template <class Use> void eachMessage(po_file_t file, Use use)
{
    const po_message_iterator_t it = po_message_iterator(file, nullptr);
    while (const po_message_t message = po_next_message(it))
        if (!po_message_is_obsolete(message))
            use(message);
    po_message_iterator_free(it);
}

} // namespace

std::string PoFile::field(const std::string &name) const
{
    char *const value = po_header_field(header.c_str(), name.c_str());
    std::string result = orEmpty(value);
    std::free(value);
    return result;
}

PoFile readPo(const std::string &path, const std::string &text)
{
    std::map<std::pair<std::string, std::string>, int> lines;
    for (const PoLine &line : poLines(text))
        lines.try_emplace({line.context, line.id}, line.line);

    [[maybe_unused]] const LibraryLeaks leaks;
    PoFile po;
    g_complaints = &po.complaints;
    const FilePointer file(readOrNull(path.c_str()));
    if (!file) {
        if (po.complaints.empty())
            po.complaints.push_back({0, "it cannot be read"});
        return po;
    }
    eachMessage(file.get(), [&](po_message_t message) {
        PoEntry entry;
        entry.hasContext = po_message_msgctxt(message) != nullptr;
        entry.context = orEmpty(po_message_msgctxt(message));
        entry.id = po_message_msgid(message);
        entry.text = po_message_msgstr(message);
        entry.fuzzy = po_message_is_fuzzy(message) != 0;
        entry.comments = orEmpty(po_message_comments(message));
        entry.plural = po_message_msgid_plural(message) != nullptr;
        if (const auto it = lines.find({entry.context, entry.id}); it != lines.end())
            entry.line = it->second;
        if (entry.id.empty() && !entry.hasContext) {
            po.header = entry.text;
            po.headerLine = entry.line;
        } else {
            po.entries.push_back(std::move(entry));
        }
    });
    if (po.complaints.empty())
        checkAll(file.get());
    return po;
}

std::vector<std::string> checkPluralForms(const std::string &pluralForms, int forms)
{
    if (forms < 1)
        return {"it does not say nplurals=N, the number of forms"};
    [[maybe_unused]] const LibraryLeaks leaks;
    std::vector<PoComplaint> complaints;
    g_complaints = &complaints;
    // The library looks at the formula only where an entry has plurals, so give it one to look at.
    const FilePointer file(po_file_create());
    const po_message_iterator_t it = po_message_iterator(file.get(), nullptr);
    const std::string header = "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: " + pluralForms + "\n";
    po_message_insert(it, newMessage("", header));
    const po_message_t probe = newMessage("one", "");
    po_message_set_msgid_plural(probe, "many");
    for (int form = 0; form < forms; ++form)
        po_message_set_msgstr_plural(probe, form, "text");
    po_message_insert(it, probe);
    po_message_iterator_free(it);
    checkAll(file.get());
    std::vector<std::string> found;
    for (PoComplaint &complaint : complaints)
        found.push_back(std::move(complaint.text));
    return found;
}

std::string writePot(const std::string &path, const std::vector<PotEntry> &entries)
{
    [[maybe_unused]] const LibraryLeaks leaks;
    std::vector<PoComplaint> complaints;
    g_complaints = &complaints;
    const FilePointer file(po_file_create());
    const po_message_iterator_t it = po_message_iterator(file.get(), nullptr);
    // No creation date: the same sources must give the same file.
    po_message_insert(it, newMessage("", "Project-Id-Version: Porchlight\n"
                                         "Language: \n"
                                         "MIME-Version: 1.0\n"
                                         "Content-Type: text/plain; charset=UTF-8\n"
                                         "Content-Transfer-Encoding: 8bit\n"
                                         "X-Porchlight-Level: L0\n"));
    for (const PotEntry &entry : entries) {
        const po_message_t message = newMessage(entry.id, "");
        po_message_set_msgctxt(message, entry.context.c_str());
        po_message_set_extracted_comments(message, entry.note.c_str());
        for (const auto &[name, line] : entry.places)
            po_message_add_filepos(message, name.c_str(), static_cast<std::size_t>(line));
        po_message_insert(it, message);
    }
    po_message_iterator_free(it);
    writeAll(file.get(), path.c_str());
    return complaints.empty() ? std::string() : complaints.front().text;
}

} // namespace porchlight::authoring
