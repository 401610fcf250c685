// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/envoy_resources.h"

using namespace Qt::StringLiterals;

namespace workspace::envoy {

QString gatewayName()
{
    return u"gatewright"_s;
}

QString latin(const char *text)
{
    return QString::fromLatin1(text);
}

Yaml resource(const QString &version, const QString &kind, const QString &name, Yaml spec)
{
    Yaml metadata = Yaml::map();
    Yaml out = Yaml::map();
    out.put("apiVersion", Yaml::text(version)).put("kind", Yaml::text(kind));
    out.put("metadata", std::move(metadata.put("name", Yaml::text(name))));
    return std::move(out.put("spec", std::move(spec)));
}

Yaml reference(const char *group, const QString &kind, const QString &name)
{
    Yaml out = Yaml::map();
    out.put("group", Yaml::text(latin(group))).put("kind", Yaml::text(kind));
    return std::move(out.put("name", Yaml::text(name)));
}

Yaml listOf(Yaml one)
{
    Yaml out = Yaml::list();
    return std::move(out.add(std::move(one)));
}

Yaml mapOf(const char *name, Yaml value)
{
    Yaml out = Yaml::map();
    return std::move(out.put(name, std::move(value)));
}

Yaml duration(std::int64_t ms)
{
    const bool whole = ms % 1000 == 0 || ms > 99'999;
    return Yaml::text(whole ? u"%1s"_s.arg((ms + 999) / 1000) : u"%1ms"_s.arg(ms));
}

} // namespace workspace::envoy
