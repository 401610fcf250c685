# SPDX-License-Identifier: GPL-3.0-or-later
"""LiteLLM as a client of the embedded gateway, in three of its families: OPENAI_BASE_URL, OPENAI_API_KEY."""
import json
import os
import unittest

import jsonschema
import litellm

litellm.num_retries = 0
litellm.telemetry = False
litellm.suppress_debug_info = True
BASE = os.environ["OPENAI_BASE_URL"]
KEY = os.environ["OPENAI_API_KEY"]
ROOT = BASE.removesuffix("/v1")
SAID = "Repeat: ping ✓ Привет"
WAYS = {"openai/": BASE, "anthropic/": ROOT, "gemini/": f"{ROOT}/v1beta"}
SCHEMA = {"type": "object", "properties": {"city": {"type": "string"}, "days": {"type": "integer", "minimum": 2, "maximum": 4},
          "unit": {"enum": ["kelvin", "celsius"]}, "tags": {"type": "array", "items": {"type": "string"}, "minItems": 3}},
          "required": ["city", "days", "unit", "tags"], "additionalProperties": False}
TOOLS = [{"type": "function", "function": {"name": "look", "description": "looks", "parameters": SCHEMA}}]


def ask(way, model="test-echo", messages=None, **more):
    messages = messages or [{"role": "user", "content": SAID}]
    return litellm.completion(model=way + model, api_base=WAYS[way], api_key=KEY, messages=messages, max_tokens=500, timeout=20, **more)


class Client(unittest.TestCase):
    def each(self):
        for way in WAYS:
            with self.subTest(way):
                yield way

    def test_plain(self):
        for way in self.each():
            answer = ask(way)
            self.assertEqual(answer.choices[0].message.content, SAID)
            self.assertEqual(answer.choices[0].finish_reason, "stop")
            self.assertGreater(answer.usage.prompt_tokens, 0)
            self.assertGreater(answer.usage.completion_tokens, 3)

    def test_streamed(self):
        for way in self.each():
            chunks = list(ask(way, stream=True, stream_options={"include_usage": True}))
            self.assertEqual("".join(chunk.choices[0].delta.content or "" for chunk in chunks if chunk.choices), SAID)
            self.assertGreater(len(chunks), 8)
            self.assertIn("stop", [chunk.choices[0].finish_reason for chunk in chunks if chunk.choices])

    def test_tools(self):
        for way in self.each():
            answer = ask(way, "test-tools", tools=TOOLS)
            call = answer.choices[0].message.tool_calls[0]
            self.assertEqual((call.function.name, answer.choices[0].finish_reason), ("look", "tool_calls"))
            arguments = json.loads(call.function.arguments)
            jsonschema.validate(arguments, SCHEMA)
            self.assertEqual(arguments["city"], "Zürich")
            second = ask(way, "test-tools", tools=TOOLS, messages=[
                {"role": "user", "content": SAID}, answer.choices[0].message.model_dump(),
                {"role": "tool", "tool_call_id": call.id, "content": "sunny"}])
            self.assertEqual(second.choices[0].finish_reason, "stop")

    def test_streamed_tools(self):
        for way in self.each():
            chunks = list(ask(way, "test-tools-parallel", tools=TOOLS, stream=True))
            calls = litellm.stream_chunk_builder(chunks).choices[0].message.tool_calls
            self.assertEqual([json.loads(call.function.arguments)["city"] for call in calls], ["Zürich", "Łódź", "東京"])

    def test_forced_and_forbidden_tools(self):
        forced = ask("openai/", tools=TOOLS, tool_choice="required")
        self.assertEqual(forced.choices[0].finish_reason, "tool_calls")
        self.assertEqual(ask("openai/", "test-tools", tools=TOOLS, tool_choice="none").choices[0].message.content, SAID)

    def test_a_schema(self):
        answer = ask("openai/", response_format={"type": "json_schema", "json_schema": {"name": "a", "strict": True, "schema": SCHEMA}})
        jsonschema.validate(json.loads(answer.choices[0].message.content), SCHEMA)

    def test_reasoning(self):
        for way in self.each():
            message = ask(way, "test-reasoning").choices[0].message
            self.assertEqual(message.content, SAID)
            self.assertTrue(message.reasoning_content)

    def test_errors(self):
        for way in self.each():
            for model, kind in [("test-429", litellm.RateLimitError), ("nobody", litellm.NotFoundError), ("test-503-overload", litellm.APIError)]:
                with self.assertRaises((kind, litellm.ServiceUnavailableError, litellm.InternalServerError) if "503" in model else kind):
                    ask(way, model, num_retries=0, max_retries=0)

    def test_embeddings(self):
        answer = litellm.embedding(model="openai/test-echo", api_base=BASE, api_key=KEY, input=["one", "two"])
        self.assertEqual(len(answer.data), 2)


unittest.main(verbosity=1)
