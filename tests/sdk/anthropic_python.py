# SPDX-License-Identifier: GPL-3.0-or-later
"""The official Anthropic SDK against the embedded gateway: ANTHROPIC_BASE_URL, ANTHROPIC_API_KEY, NARROW_KEY."""
import os
import unittest

import anthropic

HELLO = [{"role": "user", "content": "Repeat: one two three"}]
LOOK = [{"name": "look", "description": "looks", "input_schema": {"type": "object", "properties": {"city": {"type": "string"}}}}]


class Messages(unittest.TestCase):
    def setUp(self):
        self.client = anthropic.Anthropic(max_retries=0)
        self.addCleanup(self.client.close)

    def test_plain(self):
        answer = self.client.messages.create(model="test-echo", max_tokens=100, messages=HELLO)
        self.assertEqual(answer.content[0].text, "Repeat: one two three")
        self.assertEqual(answer.stop_reason, "end_turn")
        self.assertGreater(answer.usage.input_tokens, 0)
        self.assertTrue(answer._request_id)

    def test_stream(self):
        with self.client.messages.stream(model="test-echo", max_tokens=100, messages=HELLO) as stream:
            text = "".join(stream.text_stream)
            final = stream.get_final_message()
        self.assertEqual(text, "Repeat: one two three")
        self.assertEqual(final.stop_reason, "end_turn")
        self.assertGreater(final.usage.output_tokens, 3)

    def test_tools_in_two_rounds(self):
        with self.client.messages.stream(model="test-tools", max_tokens=100, messages=HELLO, tools=LOOK) as stream:
            first = stream.get_final_message()
        call = first.content[0]
        self.assertEqual((call.name, call.input["city"]), ("look", "Zürich"))
        turns = HELLO + [{"role": "assistant", "content": [{"type": "tool_use", "id": call.id, "name": call.name, "input": call.input}]},
                         {"role": "user", "content": [{"type": "tool_result", "tool_use_id": call.id, "content": "12"}]}]
        second = self.client.messages.create(model="test-tools", max_tokens=100, messages=turns, tools=LOOK)
        self.assertEqual(second.stop_reason, "end_turn")

    def test_limit(self):
        answer = self.client.messages.create(model="test-echo", max_tokens=2, messages=HELLO)
        self.assertEqual((answer.stop_reason, answer.usage.output_tokens), ("max_tokens", 2))

    def test_count_tokens(self):
        self.assertGreater(self.client.messages.count_tokens(model="test-echo", messages=HELLO).input_tokens, 3)

    def test_models(self):
        self.assertEqual(next(iter(self.client.models.list())).id, "test-echo")

    def test_errors(self):
        cases = [("test-401", anthropic.AuthenticationError), ("test-403", anthropic.PermissionDeniedError),
                 ("nobody", anthropic.NotFoundError), ("test-429", anthropic.RateLimitError), ("test-500", anthropic.InternalServerError)]
        for model, kind in cases:
            with self.subTest(model), self.assertRaises(kind) as caught:
                self.client.messages.create(model=model, max_tokens=10, messages=HELLO)
            self.assertTrue(caught.exception.request_id)
        wrong = anthropic.Anthropic(api_key="sk-no", max_retries=0)
        self.addCleanup(wrong.close)
        with self.assertRaises(anthropic.AuthenticationError):
            wrong.messages.create(model="test-echo", max_tokens=10, messages=HELLO)

    def test_an_error_in_the_stream(self):
        with self.assertRaises(anthropic.APIError):
            with self.client.messages.stream(model="test-mid-error", max_tokens=100, messages=HELLO) as stream:
                stream.until_done()

    def test_a_narrow_key(self):
        narrow = anthropic.Anthropic(api_key=os.environ["NARROW_KEY"], max_retries=0)
        self.addCleanup(narrow.close)
        with self.assertRaises(anthropic.PermissionDeniedError):
            narrow.messages.create(model="test-echo", max_tokens=10, messages=HELLO)


unittest.main(verbosity=1)
