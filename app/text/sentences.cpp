// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/sentences.h"
#include <array>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace text {

// In the order of FailureKind.
static constexpr std::array<Sentences, failureKinds> byKind{{
    {QT_TRANSLATE_NOOP("text", "No complete answer"),
        QT_TRANSLATE_NOOP("text", "{place} could not be reached, or did not answer to the end."),
        QT_TRANSLATE_NOOP("text", "Check that the gateway runs and that host and port are right, then try again.")},
    {QT_TRANSLATE_NOOP("text", "No answer in time"),
        QT_TRANSLATE_NOOP("text", "{place} did not answer within the limit."),
        QT_TRANSLATE_NOOP("text", "Try again; if it repeats, look at the load of the gateway, or raise the limit.")},
    {QT_TRANSLATE_NOOP("text", "The encrypted connection was not trusted"),
        QT_TRANSLATE_NOOP("text", "The certificate of {place} was not accepted."),
        QT_TRANSLATE_NOOP("text",
            "Add the authority that signed it to the connection (its CA file), or have the certificate renewed. The "
            "key was not sent.")},
    {QT_TRANSLATE_NOOP("text", "The gateway sends callers elsewhere"),
        QT_TRANSLATE_NOOP("text", "{place} answers with a redirect, which would carry the key to another address."),
        QT_TRANSLATE_NOOP("text", "Enter the final address as the base URL. The redirect was not followed.")},
    {QT_TRANSLATE_NOOP("text", "The answer is too large"),
        QT_TRANSLATE_NOOP("text", "{place} sent more than this program takes."),
        QT_TRANSLATE_NOOP(
            "text", "Ask for less (a shorter period, fewer rows), or check that the base URL is that of the API.")},
    {QT_TRANSLATE_NOOP("text", "The key was refused"), QT_TRANSLATE_NOOP("text", "{place} does not accept the key."),
        QT_TRANSLATE_NOOP("text",
            "Check that the key is complete, not expired, and made for this gateway; then store it again in the "
            "connection.")},
    {QT_TRANSLATE_NOOP("text", "The key may not do this"),
        QT_TRANSLATE_NOOP("text", "{place} accepts the key, but does not allow this with it."),
        QT_TRANSLATE_NOOP(
            "text", "Use a key with the right to do it, or ask the owner of the gateway to widen its scope.")},
    {QT_TRANSLATE_NOOP("text", "Not found"), QT_TRANSLATE_NOOP("text", "{place} does not know what was asked for."),
        QT_TRANSLATE_NOOP("text",
            "Refresh: it may have been removed. If nothing is found at all, the base URL may lack its last part, often "
            "/v1.")},
    {QT_TRANSLATE_NOOP("text", "Too many calls"), QT_TRANSLATE_NOOP("text", "{place} limits the calls at the moment."),
        QT_TRANSLATE_NOOP("text", "Wait a minute and try again, or raise the rate limit of the key.")},
    {QT_TRANSLATE_NOOP("text", "The budget is spent"),
        QT_TRANSLATE_NOOP("text", "{place} refuses calls because a budget is used up."),
        QT_TRANSLATE_NOOP("text", "Raise the budget of the key or wait for its next period.")},
    {QT_TRANSLATE_NOOP("text", "The gateway failed"), QT_TRANSLATE_NOOP("text", "{place} could not handle the call."),
        QT_TRANSLATE_NOOP("text",
            "Try again in a moment; if it repeats, give the owner of the gateway the time and the code in brackets.")},
    {QT_TRANSLATE_NOOP("text", "The answer was not understood"),
        QT_TRANSLATE_NOOP("text", "{place} answered in a form that does not fit its kind."),
        QT_TRANSLATE_NOOP("text",
            "Check the kind and the version of the gateway in the connection; the base URL may lead to another "
            "program.")},
    {QT_TRANSLATE_NOOP("text", "No gateway answers here"),
        QT_TRANSLATE_NOOP("text", "{place} answered with a web page instead of data."),
        QT_TRANSLATE_NOOP(
            "text", "This may be the address of a console. Enter the base URL of the API, which often ends in /v1.")},
    {QT_TRANSLATE_NOOP("text", "Not available on this gateway"),
        QT_TRANSLATE_NOOP("text", "{place} has no such function."),
        QT_TRANSLATE_NOOP(
            "text", "Use the console of the gateway itself, or a connection to a gateway that offers it.")},
    {QT_TRANSLATE_NOOP("text", "Changed by somebody else"),
        QT_TRANSLATE_NOOP("text", "It is not in the state this change was made for."),
        QT_TRANSLATE_NOOP("text", "Refresh, look at the present state, and make the change again.")},
    {QT_TRANSLATE_NOOP("text", "In use elsewhere"),
        QT_TRANSLATE_NOOP("text", "Another program holds it at the moment."),
        QT_TRANSLATE_NOOP("text", "Wait until the other program is done, or end it, and try again.")},
    {QT_TRANSLATE_NOOP("text", "Stopped"), QT_TRANSLATE_NOOP("text", "It was stopped before its end."),
        QT_TRANSLATE_NOOP("text", "Start it again when you want the rest.")},
    {QT_TRANSLATE_NOOP("text", "The gateway refused the request"),
        QT_TRANSLATE_NOOP("text", "{place} understood the request and does not carry it out."),
        QT_TRANSLATE_NOOP("text", "Change what the reason in brackets names, and try again.")},
    {QT_TRANSLATE_NOOP("text", "The data could not be read or written"),
        QT_TRANSLATE_NOOP("text", "A file in the data folder cannot be used."),
        QT_TRANSLATE_NOOP("text",
            "Check that the data folder exists, belongs to you and can be written; “gwctl doctor” shows where it is.")},
    {QT_TRANSLATE_NOOP("text", "The disk is full"),
        QT_TRANSLATE_NOOP("text", "There is no room left to save the data; what was saved before is kept."),
        QT_TRANSLATE_NOOP("text", "Free some space on that disk, or use another data folder, and try again.")},
    {QT_TRANSLATE_NOOP("text", "A file is damaged"),
        QT_TRANSLATE_NOOP("text", "A file of this program is cut or altered, and was left as it is."),
        QT_TRANSLATE_NOOP(
            "text", "Put a backup of the file in its place, or move the file aside to start with a new one.")},
    {QT_TRANSLATE_NOOP("text", "A file comes from a newer version"),
        QT_TRANSLATE_NOOP("text", "A newer version of Gatewright wrote the data; nothing was changed."),
        QT_TRANSLATE_NOOP("text", "Update Gatewright, or use another data folder with this version.")},
    {QT_TRANSLATE_NOOP("text", "The port is taken"),
        QT_TRANSLATE_NOOP("text", "Another program already listens there."),
        QT_TRANSLATE_NOOP("text", "Choose another port, or end the program that uses this one.")},
    {QT_TRANSLATE_NOOP("text", "A secret could not be read or kept"),
        QT_TRANSLATE_NOOP("text", "The place where the secret lies did not give or take it."),
        QT_TRANSLATE_NOOP(
            "text", "Unlock the keyring or correct the reference; otherwise store the key again in the connection.")},
    {QT_TRANSLATE_NOOP("text", "The vault is locked"),
        QT_TRANSLATE_NOOP("text", "The vault file opens with its passphrase only."),
        QT_TRANSLATE_NOOP(
            "text", "Enter the passphrase, or name a file that holds it in GATEWRIGHT_VAULT_PASSPHRASE_FILE.")},
    {QT_TRANSLATE_NOOP("text", "The passphrase is wrong"),
        QT_TRANSLATE_NOOP("text", "The vault file does not open with this passphrase."),
        QT_TRANSLATE_NOOP(
            "text", "Enter the passphrase again. If it is lost, move the vault file aside and store the keys anew.")},
    {QT_TRANSLATE_NOOP("text", "The input cannot be used"),
        QT_TRANSLATE_NOOP("text", "A file or a value given to this program cannot be used as it is."),
        QT_TRANSLATE_NOOP("text", "Correct what the reason in brackets names, and try again.")},
}};

// A kind whose detail begins or contains something that asks for another remedy.
struct Special
{
    FailureKind kind;
    const char *mark; // in the detail
    Sentences said;
};
static constexpr Special specials[] = {
    {FailureKind::Network, "proxy",
        {QT_TRANSLATE_NOOP("text", "The HTTP proxy is in the way"),
            QT_TRANSLATE_NOOP("text", "The proxy before {place} did not pass the call on."),
            QT_TRANSLATE_NOOP("text",
                "Check the proxy of the connection (or of the system) and that it runs, or connect without it.")}},
    {FailureKind::Network, "no embedded gateway runs",
        {QT_TRANSLATE_NOOP("text", "The embedded gateway does not run"),
            QT_TRANSLATE_NOOP("text", "No program runs {place}, so nothing was sent."),
            QT_TRANSLATE_NOOP("text", "Start it on the page “Test gateway”, or with “gwctl gateway serve”.")}},
    {FailureKind::Network, "connection refused",
        {QT_TRANSLATE_NOOP("text", "Nothing answers there"),
            QT_TRANSLATE_NOOP("text", "{place} does not accept connections."),
            QT_TRANSLATE_NOOP(
                "text", "Check that the gateway runs and that host and port are right, then try again.")}},
    {FailureKind::Network, "host not found",
        {QT_TRANSLATE_NOOP("text", "The host is not known"),
            QT_TRANSLATE_NOOP("text", "The host name of {place} leads nowhere."),
            QT_TRANSLATE_NOOP("text", "Check the spelling of the base URL; an internal name may need a VPN.")}},
    {FailureKind::Network, "no address",
        {QT_TRANSLATE_NOOP("text", "There is no base URL"),
            QT_TRANSLATE_NOOP("text", "{place} has no address that could be called."),
            QT_TRANSLATE_NOOP("text",
                "Enter a base URL that begins with http:// or https://, for example http://127.0.0.1:8790/v1.")}},
    {FailureKind::Network, "while the request was being sent",
        {QT_TRANSLATE_NOOP("text", "The request was not taken"),
            QT_TRANSLATE_NOOP("text", "{place} closed the connection while the request was being sent."),
            QT_TRANSLATE_NOOP("text",
                "The request may be larger than the gateway takes: make it shorter, or raise that limit there.")}},
    {FailureKind::Network, "cut:",
        {QT_TRANSLATE_NOOP("text", "The answer broke off"),
            QT_TRANSLATE_NOOP("text", "{place} closed the connection before the answer was complete."),
            QT_TRANSLATE_NOOP("text",
                "Try again; if it repeats, look at the log of the gateway and at the time limits of proxies before "
                "it.")}},
    {FailureKind::Budget, "not sent: it could pass the cost cap",
        {QT_TRANSLATE_NOOP("text", "The cost cap holds this call back"),
            QT_TRANSLATE_NOOP("text", "The call could have passed the cost cap of this run, so it was not made."),
            QT_TRANSLATE_NOOP("text", "Raise the cost cap of the run, or choose fewer checks.")}},
    {FailureKind::Tls, "CA file",
        {QT_TRANSLATE_NOOP("text", "The file of authorities cannot be used"),
            QT_TRANSLATE_NOOP("text", "The CA file of {place} could not be read, so nothing was sent."),
            QT_TRANSLATE_NOOP(
                "text", "Put a PEM file of certificates in its place, or name another one in the connection.")}},
    {FailureKind::Tls, "another certificate",
        {QT_TRANSLATE_NOOP("text", "This is not the gateway that was started here"),
            QT_TRANSLATE_NOOP(
                "text", "{place} shows another certificate than the one it was started with, so nothing was sent."),
            QT_TRANSLATE_NOOP(
                "text", "Look which program listens at that address, or start the embedded gateway again.")}},
    {FailureKind::Timeout, "HTTP",
        {QT_TRANSLATE_NOOP("text", "No answer in time"),
            QT_TRANSLATE_NOOP("text", "{place} gave up waiting for the provider behind it."),
            QT_TRANSLATE_NOOP("text",
                "Try again; if it repeats, raise the time limit of the route in the gateway, or use another "
                "provider.")}},
    {FailureKind::Timeout, "connect:",
        {QT_TRANSLATE_NOOP("text", "No connection in time"),
            QT_TRANSLATE_NOOP("text", "{place} could not be reached within {limit}."),
            QT_TRANSLATE_NOOP("text", "Check host, port and firewall; a host that drops packets looks like this.")}},
    {FailureKind::Timeout, "first header:",
        {QT_TRANSLATE_NOOP("text", "No answer in time"),
            QT_TRANSLATE_NOOP("text", "{place} took the call, but did not begin to answer within {limit}."),
            QT_TRANSLATE_NOOP(
                "text", "Try again; if it repeats, look at the load of the gateway, or raise the limit.")}},
    {FailureKind::Timeout, "first token:",
        {QT_TRANSLATE_NOOP("text", "No text in time"),
            QT_TRANSLATE_NOOP("text", "{place} began to answer, but no text came within {limit}."),
            QT_TRANSLATE_NOOP("text", "Try a smaller prompt or a faster model, or raise the limit.")}},
    {FailureKind::Timeout, "idle:",
        {QT_TRANSLATE_NOOP("text", "The answer fell silent"),
            QT_TRANSLATE_NOOP("text", "{place} stopped sending in the middle of the answer; nothing came for {limit}."),
            QT_TRANSLATE_NOOP("text",
                "Try again; if it repeats, look at the provider behind the gateway and at proxies that hold data "
                "back.")}},
    {FailureKind::Timeout, "total:",
        {QT_TRANSLATE_NOOP("text", "The answer took too long"),
            QT_TRANSLATE_NOOP("text", "{place} was still sending after {limit}."),
            QT_TRANSLATE_NOOP("text", "Ask for a shorter answer, or raise the limit for the whole call.")}},
    {FailureKind::Timeout, "the owner of the embedded gateway",
        {QT_TRANSLATE_NOOP("text", "The embedded gateway does not answer"),
            QT_TRANSLATE_NOOP("text", "The program that runs {place} does not answer: it is stopping, or it hangs."),
            QT_TRANSLATE_NOOP("text",
                "Try again in a moment; if it stays so, end that program (its pid is in brackets) and start the "
                "gateway anew.")}},
    {FailureKind::Timeout, "keychain:",
        {QT_TRANSLATE_NOOP("text", "The keyring does not answer"),
            QT_TRANSLATE_NOOP("text", "The keyring of the desktop did not answer within {limit}."),
            QT_TRANSLATE_NOOP(
                "text", "Unlock or restart the keyring, or use a vault file with a passphrase instead.")}},
    {FailureKind::Secret, "the variable",
        {QT_TRANSLATE_NOOP("text", "The key is not in the environment"),
            QT_TRANSLATE_NOOP("text", "The key for {place} is read from an environment variable that is not there."),
            QT_TRANSLATE_NOOP(
                "text", "Set the variable for this program, or name another place of the key in the connection.")}},
    {FailureKind::Secret, "keychain: ",
        {QT_TRANSLATE_NOOP("text", "The keyring cannot be used"),
            QT_TRANSLATE_NOOP("text", "The keyring of the desktop is locked, or there is none."),
            QT_TRANSLATE_NOOP("text",
                "Unlock the keyring, or use a vault file with a passphrase (GATEWRIGHT_VAULT_PASSPHRASE_FILE).")}},
    {FailureKind::Input, "the passphrase file",
        {QT_TRANSLATE_NOOP("text", "The passphrase file cannot be read"),
            QT_TRANSLATE_NOOP("text", "The file that GATEWRIGHT_VAULT_PASSPHRASE_FILE names gives no passphrase."),
            QT_TRANSLATE_NOOP("text",
                "Put the passphrase into that file, readable by you alone, or let the variable name another file.")}},
    {FailureKind::Server, "overloaded (current:",
        {QT_TRANSLATE_NOOP("text", "The gateway is overloaded"),
            QT_TRANSLATE_NOOP("text", "{place} turns every call away before it looks at its key."),
            QT_TRANSLATE_NOOP("text",
                "Try again in a minute; if it stays so, its owner is to look at the load of that machine. Nothing is "
                "wrong with the key.")}},
    {FailureKind::Rejected, "the server ignored this",
        {QT_TRANSLATE_NOOP("text", "The change was ignored"),
            QT_TRANSLATE_NOOP("text", "{place} said yes and changed nothing."),
            QT_TRANSLATE_NOOP(
                "text", "Look there whether this setting can be changed at all; an older version may not know it.")}},
    {FailureKind::Cancelled, "told to nobody",
        {QT_TRANSLATE_NOOP("text", "The secret was told to nobody"),
            QT_TRANSLATE_NOOP("text", "The program ended before the new secret could be shown."),
            QT_TRANSLATE_NOOP("text", "Rotate the key to get a secret, or delete it.")}},
    {FailureKind::Conflict, "is a key named",
        {QT_TRANSLATE_NOOP("text", "The name is taken"),
            QT_TRANSLATE_NOOP("text", "A key of this name exists already."),
            QT_TRANSLATE_NOOP("text", "Choose another name, or change the key that has it.")}},
    {FailureKind::Conflict, "is a profile named",
        {QT_TRANSLATE_NOOP("text", "The name is taken"),
            QT_TRANSLATE_NOOP("text", "A connection of this name exists already."),
            QT_TRANSLATE_NOOP("text", "Choose another name, or remove the connection that has it.")}},
    {FailureKind::NotFound, "not in the vault file",
        {QT_TRANSLATE_NOOP("text", "The key is not in the vault"),
            QT_TRANSLATE_NOOP("text", "The vault file does not hold the key for {place}."),
            QT_TRANSLATE_NOOP("text", "Store the key again in the connection.")}},
    {FailureKind::Storage, "not a database",
        {QT_TRANSLATE_NOOP("text", "The database is damaged"),
            QT_TRANSLATE_NOOP("text", "The database file is no database any more; it was left as it is."),
            QT_TRANSLATE_NOOP("text",
                "Put a backup in its place (they lie beside it), or move the file aside to start with a new one.")}},
};

const Sentences &sentencesOf(const Failure &failure)
{
    for (const Special &special : specials)
        if (failure.kind == special.kind && failure.detail.contains(QLatin1StringView(special.mark)))
            return special.said;
    return byKind[std::size_t(failure.kind)];
}

} // namespace text
