// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/yaml_documents.h"
#include <sstream>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

namespace workspace {

namespace {

// Notes where the first node of a document stands.
class FirstNode final : public YAML::EventHandler
{
public:
    std::optional<YAML::Mark> at;

    void OnDocumentStart(const YAML::Mark &) override { at.reset(); }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark &mark, YAML::anchor_t) override { note(mark); }
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t) override { note(mark); }
    void OnScalar(const YAML::Mark &mark, const std::string &, YAML::anchor_t, const std::string &) override
    {
        note(mark);
    }
    void OnSequenceStart(
        const YAML::Mark &mark, const std::string &, YAML::anchor_t, YAML::EmitterStyle::value) override
    {
        note(mark);
    }
    void OnSequenceEnd() override {}
    void OnMapStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t, YAML::EmitterStyle::value) override
    {
        note(mark);
    }
    void OnMapEnd() override {}

private:
    void note(const YAML::Mark &mark)
    {
        if (!at)
            at = mark;
    }
};

} // namespace

std::optional<YAML::Mark> secondDocument(const std::string &text)
{
    std::istringstream input(text);
    YAML::Parser parser(input);
    FirstNode node;
    if (!parser.HandleNextDocument(node) || !parser.HandleNextDocument(node))
        return {};
    return node.at;
}

} // namespace workspace
