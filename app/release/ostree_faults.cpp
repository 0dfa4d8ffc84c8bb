// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/ostree_faults.h"

#include <cerrno>
#include <cstdlib>
#include <optional>

namespace porchlight::release {

namespace {

bool says(const std::string &text, const std::string &part)
{
    return text.find(part) != std::string::npos;
}

/// GLib has no code of its own for some numbers of the system; then only its words are left.
bool saysErrno(const GlibError &error, int number)
{
    return says(error.message(), g_strerror(number));
}

std::optional<content::Fault> diskOnly(const GlibError &error, const std::string &where)
{
    if (error.is(G_IO_ERROR, G_IO_ERROR_NO_SPACE) || saysErrno(error, ENOSPC) || saysErrno(error, EDQUOT) ||
        says(error.message(), "min-free-space"))
        return content::Fault{"disk-full", where, "There is no room left on the disk.",
                              "Make room, or use a larger disk; what was fetched is kept."};
    if (error.is(G_IO_ERROR, G_IO_ERROR_READ_ONLY) || saysErrno(error, EROFS))
        return content::Fault{"disk-read-only", where, "The disk can't be written to: it is read-only.",
                              "Look at the system's log for why, and mount it writable."};
    if (saysErrno(error, EIO))
        return content::Fault{"disk-failed", where, "The disk did not read or write what it should.",
                              "Look at the system's log; the disk may be dying."};
    return std::nullopt;
}

std::optional<content::Fault> signatures(const GlibError &error, const std::string &where)
{
    const GError *raw = error.get();
    if (!raw || raw->domain != OSTREE_GPG_ERROR)
        return std::nullopt;
    switch (raw->code) {
    case OSTREE_GPG_ERROR_NO_SIGNATURE:
        return signatureFault(SignatureFault::Missing, where);
    case OSTREE_GPG_ERROR_MISSING_KEY:
        return signatureFault(SignatureFault::UnknownKey, where);
    case OSTREE_GPG_ERROR_REVOKED_KEY:
        return signatureFault(SignatureFault::Revoked, where);
    default:
        return signatureFault(SignatureFault::Bad, where);
    }
}

/// The number in "While fetching URL: [60] words", as libcurl gives it; 0: none.
int curlNumber(const std::string &message)
{
    const std::size_t start = message.find("While fetching ");
    const std::size_t bracket = start == std::string::npos ? start : message.find(": [", start);
    return bracket == std::string::npos ? 0 : std::atoi(message.c_str() + bracket + 3);
}

content::Fault unreachable(const std::string &where, const std::string &what)
{
    return {"source-unreachable", where, what, "Look at the line and the address; it is tried again."};
}

} // namespace

content::Fault signatureFault(SignatureFault which, const std::string &where)
{
    switch (which) {
    case SignatureFault::Missing:
        return {"signature-missing", where, "Nobody has signed it.", "Take releases only from those who publish them."};
    case SignatureFault::UnknownKey:
        return {"signature-unknown-key", where, "It is signed, but by nobody whose key is accepted here.",
                "If this publisher is right, add the public key to the accepted keys."};
    case SignatureFault::Revoked:
        return {"signature-revoked", where, "It is signed with a key that was revoked.",
                "Ask the publisher to sign it with a key that still counts."};
    case SignatureFault::Bad:
        break;
    }
    return {"signature-bad", where, "Its signature does not fit: it is not what was signed.",
            "Fetch it from another place; if that is no better, tell the publisher."};
}

content::Fault stalledFault(const std::string &where)
{
    return {"source-stalled", where, "It sent nothing, or next to nothing, for too long.",
            "Look at the line; it is tried again, and goes on where it was."};
}

content::Fault tooMuchFault(const std::string &where)
{
    return {"source-too-much", where, "It sends more than was signed.",
            "The server is broken or hostile; use another source."};
}

content::Fault factsWrong(const std::string &where, const std::string &what)
{
    return {"facts-wrong", where, what,
            "It was signed, but not made by \"porchlight-content publish\": publish it again."};
}

content::Fault diskFault(const GlibError &error, const std::string &where, const std::string &code)
{
    if (std::optional<content::Fault> fault = diskOnly(error, where))
        return *fault;
    return {code, where, "It could not be read or written: " + error.message() + ".",
            "Look at the folder's owner and rights, and at the system's log."};
}

content::Fault fetchFault(const GlibError &error, const std::string &where)
{
    if (std::optional<content::Fault> fault = signatures(error, where))
        return *fault;
    if (std::optional<content::Fault> fault = diskOnly(error, where))
        return *fault;
    const std::string message = error.message();
    if (saysErrno(error, EFBIG) || says(message, "exceeded maximum size"))
        return tooMuchFault(where);
    if (says(message, ": invalid mode "))
        return factsWrong(where, "There is a file in it with rights that no release gives.");
    // What libcurl says: a name, a connection, TLS, or a line that broke.
    switch (const int number = curlNumber(message)) {
    case 0:
        break;
    case 28: // too slow for too long
        return stalledFault(where);
    case 60: // its certificate
    case 77: // our list of authorities
    case 35: // no common language
    case 58:
    case 83:
    case 90:
    case 91:
        return unreachable(where, "It can't be trusted to be the server that was asked for (TLS, libcurl " +
                                      std::to_string(number) + ").");
    case 18: // shorter than announced
    case 61:
        return {"source-damaged", where, "It sent less than it had announced.", "It is tried again."};
    default:
        return unreachable(where, "It can't be reached, or sends us elsewhere (libcurl " + std::to_string(number) +
                                      "). No other server than the one that was named is asked.");
    }
    const std::size_t http = message.find("Server returned HTTP ");
    if (http != std::string::npos) {
        const int status = std::atoi(message.c_str() + http + 21);
        if (status == 404 || status == 410)
            return {"source-lacks", where, "Something that belongs to the release is missing there.",
                    "The publisher's copy is not complete yet, or damaged: publish or copy it again."};
        return unreachable(where, "The server answers with an error (HTTP " + std::to_string(status) + ").");
    }
    if (says(message, "collection ID") || says(message, "collection binding"))
        return {"binding-wrong", where, "It was published for another collection.",
                "Look at the address, or name the right collection."};
    if (error.is(G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
        return {"source-lacks", where, "Something that belongs to the release is missing there.",
                "The publisher's copy is not complete yet, or damaged: publish or copy it again."};
    const GError *raw = error.get();
    if (raw && raw->domain == G_IO_ERROR) {
        switch (raw->code) {
        case G_IO_ERROR_TIMED_OUT:
        case G_IO_ERROR_HOST_NOT_FOUND:
        case G_IO_ERROR_HOST_UNREACHABLE:
        case G_IO_ERROR_NETWORK_UNREACHABLE:
        case G_IO_ERROR_CONNECTION_REFUSED:
        case G_IO_ERROR_CONNECTION_CLOSED:
        case G_IO_ERROR_PROXY_FAILED:
            return unreachable(where, "It can't be reached.");
        default:
            break;
        }
    }
    if (raw && (raw->domain == G_RESOLVER_ERROR || raw->domain == G_TLS_ERROR))
        return unreachable(where, "It can't be reached, or is not who it says.");
    return {"source-damaged", where, "What is there has no form we know, or a wrong sum: " + message + ".",
            "Copy it again from the publisher, or use another source."};
}

} // namespace porchlight::release
