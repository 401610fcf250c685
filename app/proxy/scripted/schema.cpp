// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/scripted/schema.h"
#include "proxy/scripted/json_members.h"
#include "proxy/scripted/sample_text.h"
#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <optional>

namespace proxy::scripted {

namespace json = boost::json;

namespace {

constexpr int shallow = 6; // below this what need not be there is left out
constexpr int deepest = 24;
constexpr int mostValues = 4000;
constexpr std::size_t mostCopied = 512U << 20; // bytes, should each value copy the whole schema
constexpr double mostItems = 256;
constexpr std::int64_t usualNumber = 21;

// A bound; Gemini writes some of them as texts.
std::optional<double> bound(const json::value &schema, std::string_view name)
{
    const json::value *value = member(schema, name);
    if (value && value->is_number())
        return value->to_number<double>();
    std::int64_t number = 0;
    const std::string_view text = textOf(value);
    if (text.empty() || std::from_chars(text.data(), text.data() + text.size(), number).ec != std::errc())
        return {};
    return double(number);
}

std::string lowered(std::string_view text)
{
    std::string low(text);
    std::ranges::transform(low, low.begin(), [](unsigned char c) { return char(std::tolower(c)); });
    return low;
}

// The type a schema asks for, by what else it says where it names none.
std::string typeOf(const json::value &schema)
{
    for (const json::value &one : listAt(schema, "type")) {
        if (lowered(textOf(&one)) != "null")
            return lowered(textOf(&one));
    }
    if (const json::value *type = member(schema, "type"))
        return type->is_string() ? lowered(textOf(type)) : "null";
    if (member(schema, "properties") || member(schema, "required"))
        return "object";
    if (member(schema, "items") || member(schema, "prefixItems"))
        return "array";
    return member(schema, "minimum") || member(schema, "maximum") ? "number" : "string";
}

// One schema's members laid over another's; properties and required are joined.
json::value joined(const json::value &below, const json::value &above)
{
    json::object all = objectOf(&below);
    for (const auto &one : objectOf(&above)) {
        json::value &here = all[one.key()];
        if (one.key() == "properties" && here.is_object()) {
            for (const auto &property : objectOf(&one.value()))
                here.get_object()[property.key()] = property.value();
        } else if (one.key() == "required" && here.is_array() && one.value().is_array()) {
            for (const json::value &name : one.value().get_array())
                here.get_array().push_back(name);
        } else {
            here = one.value();
        }
    }
    return all;
}

bool isRequired(const json::value &schema, std::string_view name)
{
    return std::ranges::any_of(
        listAt(schema, "required"), [name](const json::value &one) { return textOf(&one) == name; });
}

// Makes one value, member by member. The root is kept for what refers to it.
class Maker final
{
public:
    Maker(const json::value &root, std::uint64_t seed)
        : m_root(root)
        , m_seed(seed)
        , m_most(int(std::min<std::size_t>(mostValues, mostCopied / (json::serialize(root).size() + 1))))
    {}

    json::value make(const json::value &schema, std::string_view name, int depth)
    {
        if (++m_made > m_most || depth > deepest)
            return {};
        if (const json::value *fixed = member(schema, "const"))
            return *fixed;
        if (const json::array &choices = listAt(schema, "enum"); !choices.empty())
            return choices[m_seed % choices.size()];
        if (const json::value *target = referred(schema))
            return make(*target, name, depth + 1);
        if (const std::optional<json::value> plain = resolved(schema))
            return make(*plain, name, depth + 1);
        return ofType(typeOf(schema), schema, name, depth);
    }

private:
    const json::value *referred(const json::value &schema) const
    {
        const std::string_view reference = textAt(schema, "$ref");
        json::error_code failed;
        return reference.starts_with('#') ? m_root.find_pointer(reference.substr(1), failed) : nullptr;
    }

    // anyOf and oneOf: the first that is more than null, or by the seed; allOf: all of them.
    std::optional<json::value> resolved(const json::value &schema) const
    {
        for (const std::string_view word : {"anyOf", "oneOf", "allOf"}) {
            const json::array &parts = listAt(schema, word);
            if (parts.empty())
                continue;
            json::object rest = schema.get_object();
            rest.erase(word);
            json::value all = std::move(rest);
            if (word != "allOf")
                return joined(all, whole(chosen(parts)));
            for (const json::value &part : parts)
                all = joined(all, whole(part));
            return all;
        }
        return {};
    }

    const json::value &whole(const json::value &part) const
    {
        const json::value *target = referred(part);
        return target ? *target : part;
    }

    const json::value &chosen(const json::array &parts) const
    {
        std::vector<const json::value *> real;
        for (const json::value &part : parts) {
            if (lowered(textAt(part, "type")) != "null")
                real.push_back(&part);
        }
        return real.empty() ? parts.front() : *real[m_seed % real.size()];
    }

    json::value ofType(const std::string &type, const json::value &schema, std::string_view name, int depth)
    {
        if (type == "object")
            return object(schema, depth);
        if (type == "array")
            return array(schema, name, depth);
        if (type == "integer" || type == "number")
            return number(schema, type == "integer");
        if (type == "boolean")
            return m_seed % 2 == 0;
        if (type == "null")
            return {};
        return json::string(sampleText(schema, name, m_seed));
    }

    json::value object(const json::value &schema, int depth)
    {
        json::object made;
        for (const auto &one : objectAt(schema, "properties")) {
            if (depth < shallow || isRequired(schema, one.key()))
                made[one.key()] = make(one.value(), one.key(), depth + 1);
        }
        for (const json::value &name : listAt(schema, "required")) { // what no property describes
            if (name.is_string() && !made.contains(textOf(&name)))
                made[textOf(&name)] = make({}, textOf(&name), depth + 1);
        }
        return made;
    }

    json::value array(const json::value &schema, std::string_view name, int depth)
    {
        const json::array &first = listAt(schema, "prefixItems");
        const double least = bound(schema, "minItems").value_or(0);
        const double wanted = depth < shallow ? std::max({least, 2.0, double(first.size())}) : least;
        const auto count =
            std::size_t(std::clamp(std::min(wanted, bound(schema, "maxItems").value_or(mostItems)), 0.0, mostItems));
        const json::value *items = member(schema, "items");
        const std::uint64_t seed = m_seed;
        json::array made;
        for (std::size_t i = 0; i < count && m_made <= m_most; ++i) {
            m_seed = seed + i; // so that the items differ
            made.push_back(make(i < first.size() ? first[i] : items ? *items : json::value(), name, depth + 1));
        }
        m_seed = seed;
        return made;
    }

    // The lowest allowed one and a few steps on, or the usual one where nothing bounds it from below.
    json::value number(const json::value &schema, bool whole) const
    {
        const std::optional<double> above = bound(schema, "exclusiveMinimum");
        const std::optional<double> below = bound(schema, "exclusiveMaximum");
        const double step = std::abs(bound(schema, "multipleOf").value_or(whole ? 1 : 0.5));
        const double most = std::min(bound(schema, "maximum").value_or(HUGE_VAL), below.value_or(HUGE_VAL));
        double least = std::max(bound(schema, "minimum").value_or(-HUGE_VAL), above.value_or(-HUGE_VAL));
        if (std::isinf(least))
            least = std::min(double(usualNumber), std::isinf(most) ? HUGE_VAL : most - 8 * step);
        double value = step > 0 ? std::ceil(least / step) * step : least;
        if (above && value <= *above)
            value += step;
        const double further = value + double(m_seed % 8) * step;
        if (further < most || (further <= most && !below))
            value = further;
        else if (value > most || (below && value >= most)) // narrower than a step
            value = above && below ? (*above + *below) / 2 : most;
        if (!std::isfinite(value))
            return 0;
        if (whole && std::abs(value) < 9e15)
            return std::int64_t(value);
        return value;
    }

    const json::value &m_root;
    std::uint64_t m_seed;
    int m_most; // values
    int m_made = 0;
};

} // namespace

json::value instanceOf(const json::value &schema, std::uint64_t seed)
{
    return Maker(schema, seed).make(schema, {}, 0);
}

} // namespace proxy::scripted
