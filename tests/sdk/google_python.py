# SPDX-License-Identifier: GPL-3.0-or-later
"""The official Google GenAI SDK against the embedded gateway: GEMINI_BASE_URL (without /v1beta), GEMINI_KEY."""
import os
import unittest

from google import genai
from google.genai import errors, types

HELLO = "Repeat: one two three"


def client(key=os.environ["GEMINI_KEY"]):
    return genai.Client(api_key=key, http_options=types.HttpOptions(base_url=os.environ["GEMINI_BASE_URL"]))


class Gemini(unittest.TestCase):
    def setUp(self):
        self.client = client()

    def test_plain(self):
        answer = self.client.models.generate_content(model="test-echo", contents=HELLO)
        self.assertEqual(answer.text, HELLO)
        self.assertEqual(answer.candidates[0].finish_reason, types.FinishReason.STOP)
        self.assertGreater(answer.usage_metadata.prompt_token_count, 0)

    def test_stream(self):
        parts = list(self.client.models.generate_content_stream(model="test-echo", contents=HELLO))
        self.assertGreater(len(parts), 10)
        self.assertEqual("".join(part.text or "" for part in parts), HELLO)
        self.assertEqual(parts[-1].candidates[0].finish_reason, types.FinishReason.STOP)

    def test_a_tool(self):
        look = types.FunctionDeclaration(name="look", parameters=types.Schema(type="OBJECT", properties={"city": types.Schema(type="STRING")}))
        config = types.GenerateContentConfig(tools=[types.Tool(function_declarations=[look])])
        answer = self.client.models.generate_content(model="test-tools", contents=HELLO, config=config)
        self.assertEqual(answer.function_calls[0].name, "look")
        self.assertEqual(answer.function_calls[0].args["city"], "Zürich")

    def test_limit(self):
        config = types.GenerateContentConfig(max_output_tokens=2)
        answer = self.client.models.generate_content(model="test-echo", contents=HELLO, config=config)
        self.assertEqual(answer.candidates[0].finish_reason, types.FinishReason.MAX_TOKENS)

    def test_count_tokens(self):
        self.assertGreater(self.client.models.count_tokens(model="test-echo", contents=HELLO).total_tokens, 3)

    def test_models(self):
        self.assertEqual(next(iter(self.client.models.list())).name, "models/test-echo")

    def test_errors(self):
        for model, code in [("nobody", 404), ("test-403", 403), ("test-400", 400)]:
            with self.subTest(model), self.assertRaises(errors.ClientError) as caught:
                self.client.models.generate_content(model=model, contents=HELLO)
            self.assertEqual(caught.exception.code, code)
        with self.assertRaises(errors.ServerError):
            self.client.models.generate_content(model="test-500", contents=HELLO)
        with self.assertRaises(errors.ClientError) as caught:
            wrong = client("sk-no")
            wrong.models.generate_content(model="test-echo", contents=HELLO)
        self.assertEqual(caught.exception.status, "INVALID_ARGUMENT")


unittest.main(verbosity=1)
