// SPDX-License-Identifier: GPL-3.0-or-later
#include "keys/hand_over.h"

using namespace Qt::StringLiterals;

namespace keys {

namespace {

// What the texts are filled with: {base}, {root} (without the version), {variable}, {alias}, {name}.
struct Facts
{
    QString base;
    QString root;
    QString variable;
    QString alias;
    QString name;
};

QString filled(QString text, const Facts &facts)
{
    return text.replace(u"{base}"_s, facts.base)
        .replace(u"{root}"_s, facts.root)
        .replace(u"{variable}"_s, facts.variable)
        .replace(u"{alias}"_s, facts.alias)
        .replace(u"{name}"_s, facts.name)
        .trimmed();
}

// Nothing of a name ends a string or a line of somebody's file.
QString plain(const QString &text)
{
    QString out;
    for (const QChar c : text)
        out += c.isLetterOrNumber() || u"-_.:/@+ "_s.contains(c) ? c : u'_';
    return out;
}

// The address, with nothing in it that a shell would take for its own.
QString plainUrl(const QUrl &url)
{
    QString out;
    for (const QChar c : url.toString(QUrl::StripTrailingSlash | QUrl::FullyEncoded))
        out += c.isLetterOrNumber() || u"-._~:/?#[]@%="_s.contains(c)
            ? QString(c)
            : u"%%1"_s.arg(c.unicode(), 2, 16, QChar(u'0')).toUpper();
    return out;
}

// A name that Kubernetes takes: lower case, digits and "-".
QString resourceName(const QString &name)
{
    QString out;
    for (const QChar c : name.toLower())
        out += c.unicode() < 128 && c.isLetterOrNumber() ? c : u'-';
    while (out.startsWith(u'-'))
        out.remove(0, 1);
    while (out.endsWith(u'-'))
        out.chop(1);
    return out.isEmpty() ? u"key"_s : out.left(63);
}

// Clients that are told by a base URL and a bearer key, in the order in which they are offered.
const QList<HandOver> &templates()
{
    static const QList<HandOver> all{
        {u"env"_s, u".env"_s, uR"(
# Keep the two old lines as comments: they are the way back.
{variable}=
OPENAI_BASE_URL={base}
OPENAI_API_KEY=${{variable}}
)"_s},
        {u"shell"_s, u"Shell"_s, uR"(
export OPENAI_BASE_URL_BEFORE="${OPENAI_BASE_URL-}" OPENAI_API_KEY_BEFORE="${OPENAI_API_KEY-}"  # the way back
read -rs {variable} && export {variable}  # paste the key: it reaches no history
export OPENAI_BASE_URL="{base}" OPENAI_API_KEY="${variable}"
)"_s},
        {u"powershell"_s, u"PowerShell"_s, uR"(
$env:OPENAI_BASE_URL_BEFORE = $env:OPENAI_BASE_URL; $env:OPENAI_API_KEY_BEFORE = $env:OPENAI_API_KEY  # the way back
$env:{variable} = Read-Host -MaskInput "key"
$env:OPENAI_BASE_URL = "{base}"; $env:OPENAI_API_KEY = $env:{variable}
)"_s},
        {u"python"_s, u"Python"_s, uR"(
import os
from openai import OpenAI

client = OpenAI(
    base_url="{base}",
    api_key=os.environ["{variable}"],  # never in the source
)
client.chat.completions.create(model="{alias}", messages=[{"role": "user", "content": "ping"}])
)"_s},
        {u"node"_s, u"Node"_s, uR"(
import OpenAI from "openai";

const client = new OpenAI({
  baseURL: "{base}",
  apiKey: process.env.{variable}, // never in the source
});
await client.chat.completions.create({ model: "{alias}", messages: [{ role: "user", content: "ping" }] });
)"_s},
        {u"curl"_s, u"curl"_s, uR"(
printf 'Authorization: Bearer %s\n' "${variable}" | curl {base}/chat/completions -H @- \
  -H "Content-Type: application/json" \
  -d '{"model": "{alias}", "messages": [{"role": "user", "content": "ping"}]}'
)"_s},
        {u"compose"_s, u"Docker Compose"_s, uR"(
services:
  app:
    environment:
      OPENAI_BASE_URL: "{base}"
      OPENAI_API_KEY: ${{variable}:?}  # from .env beside this file, which is not committed
)"_s},
        {u"kubernetes"_s, u"Kubernetes"_s, uR"(
# kubectl create secret generic {name} --from-file=key=/dev/stdin    (paste the key, then Ctrl-D twice)
# Leave the secret that was used until now where it is: it is the way back.
env:
  - {name: OPENAI_BASE_URL, value: "{base}"}
  - name: OPENAI_API_KEY
    valueFrom: {secretKeyRef: {name: {name}, key: key}}
)"_s},
        {u"github"_s, u"GitHub Actions"_s, uR"(
# gh secret set {variable}    (asks for the key; leave the old secret until a run has passed)
env:
  OPENAI_BASE_URL: {base}
  OPENAI_API_KEY: ${{ secrets.{variable} }}
)"_s},
        {u"codex"_s, u"Codex"_s, uR"(
# ~/.codex/config.toml; it calls /responses. The old model_provider line is the way back.
model = "{alias}"
model_provider = "{name}"

[model_providers.{name}]
name = "{name}"
base_url = "{base}"
env_key = "{variable}"
wire_api = "responses"
)"_s},
        {u"claude-code"_s, u"Claude Code"_s, uR"(
export ANTHROPIC_BASE_URL="{root}"  # it adds /v1/messages; unset it to go back
export ANTHROPIC_AUTH_TOKEN="${variable}" ANTHROPIC_MODEL="{alias}"
claude
)"_s},
        {u"cherry-studio"_s, u"Cherry Studio"_s, uR"(
Settings > Model Provider > Add, type OpenAI
API Host: {base}/
API Key:  paste it
Model:    {alias}
The provider used before stays in the list: it is the way back.
)"_s},
    };
    return all;
}

} // namespace

QString variableOf(const QString &keyName)
{
    QString out;
    for (const QChar c : keyName.toUpper())
        out += c.unicode() < 128 && c.isLetterOrNumber() ? c : u'_';
    if (!out.isEmpty() && out.front().isDigit())
        out.prepend(u'_');
    return out.endsWith(u"_KEY"_s) ? out : out + u"_KEY"_s;
}

QList<HandOver> handOvers(const QString &keyName, const QUrl &dataUrl, const QString &alias)
{
    Facts facts;
    facts.base = plainUrl(dataUrl);
    facts.root = facts.base.endsWith("/v1"_L1) ? facts.base.chopped(3) : facts.base;
    facts.variable = variableOf(keyName);
    facts.alias = plain(alias);
    facts.name = resourceName(keyName);
    QList<HandOver> out = templates();
    for (HandOver &each : out)
        each.text = filled(each.text, facts);
    return out;
}

} // namespace keys
