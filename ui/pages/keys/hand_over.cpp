// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/keys/hand_over.h"

using namespace Qt::StringLiterals;

namespace pages {

QString variableOf(const QString &keyName)
{
    QString out;
    for (const QChar c : keyName.toUpper())
        out += c.unicode() < 128 && c.isLetterOrNumber() ? c : u'_';
    if (!out.isEmpty() && out.front().isDigit())
        out.prepend(u'_');
    return out.endsWith(u"_KEY"_s) ? out : out + u"_KEY"_s;
}

static QString pythonText(const QString &base, const QString &variable, const QString &alias)
{
    return u"import os\nfrom openai import OpenAI\n\nclient = OpenAI(\n    base_url=\"%1\",\n"
           u"    api_key=os.environ[\"%2\"],  # never in the source\n)\n"
           u"client.chat.completions.create(model=\"%3\", messages=[...])"_s.arg(base, variable, alias);
}

static QString curlText(const QString &base, const QString &variable, const QString &alias)
{
    return u"curl %1/chat/completions \\\n  -H \"Authorization: Bearer $%2\" \\\n  -H \"Content-Type: "
           u"application/json\" \\\n"
           u"  -d '{\"model\": \"%3\", \"messages\": [{\"role\": \"user\", \"content\": \"ping\"}]}'"_s.arg(
               base, variable, alias);
}

static QString nodeText(const QString &base, const QString &variable, const QString &alias)
{
    return u"import OpenAI from \"openai\";\n\nconst client = new OpenAI({\n  baseURL: \"%1\",\n"
           u"  apiKey: process.env.%2, // never in the source\n});\n"
           u"await client.chat.completions.create({ model: \"%3\", messages: [] });"_s.arg(base, variable, alias);
}

QList<HandOver> handOvers(const QString &keyName, const QUrl &dataUrl, const QString &alias)
{
    const QString base = dataUrl.toString(QUrl::StripTrailingSlash);
    const QString variable = variableOf(keyName);
    return {
        {u"Python"_s, pythonText(base, variable, alias)},
        {u"Node"_s, nodeText(base, variable, alias)},
        {u"curl"_s, curlText(base, variable, alias)},
        {u".env"_s, u"OPENAI_BASE_URL=%1\n%2="_s.arg(base, variable)},
    };
}

} // namespace pages
