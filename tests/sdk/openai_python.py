#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The official OpenAI SDK for Python against the gateway at OPENAI_BASE_URL."""
import base64
import json
import os
import typing
import unittest

import openai
import pydantic

client = openai.OpenAI(max_retries=0, timeout=20)
TOOLS = [{"type": "function", "function": {"name": "get_weather", "parameters": {"type": "object", "properties": {"city": {"type": "string"}}}}}]


def ask(model="test-echo", text="Repeat: ping ✓ Привет", key=None, **more):
    caller = client.with_options(api_key=key) if key else client
    return caller.chat.completions.create(model=model, messages=[{"role": "user", "content": text}], **more)


class Chat(unittest.TestCase):
    def test_answer_usage_and_request_id(self):
        answer = ask()
        self.assertEqual(answer.choices[0].message.content, "Repeat: ping ✓ Привет")
        self.assertEqual(answer.choices[0].finish_reason, "stop")
        self.assertEqual(answer.usage.total_tokens, answer.usage.prompt_tokens + answer.usage.completion_tokens)
        self.assertTrue(answer._request_id.startswith("req_"))

    def test_content_parts_and_limits(self):
        parts = [{"type": "text", "text": "write the numbers"}, {"type": "text", "text": " 1 to 50"}]
        answer = client.chat.completions.create(
            model="test-echo", messages=[{"role": "user", "content": parts}], max_completion_tokens=7)
        self.assertEqual(answer.choices[0].finish_reason, "length")
        self.assertEqual(answer.usage.completion_tokens, 7)

    def test_models(self):
        models = [model.id for model in client.models.list()]
        self.assertEqual(models[0], "test-echo")
        self.assertEqual(client.models.retrieve("test-slow").id, "test-slow")

    def test_raw_headers(self):
        raw = client.chat.completions.with_raw_response.create(
            model="test-echo", messages=[{"role": "user", "content": "hello"}], extra_headers={"X-Client-Request-Id": "own-1"})
        self.assertEqual(raw.headers["x-request-id"], "own-1")
        self.assertGreaterEqual(int(raw.headers["openai-processing-ms"]), 0)


class Streams(unittest.TestCase):
    def test_pieces_finish_and_usage(self):
        chunks = list(ask(text="write the numbers 1 to 30", stream=True, stream_options={"include_usage": True}))
        text = "".join(c.choices[0].delta.content or "" for c in chunks if c.choices)
        self.assertEqual(text.split("\n"), [f"{n}." for n in range(1, 31)])
        self.assertEqual([c.choices[0].finish_reason for c in chunks if c.choices][-1], "stop")
        self.assertEqual(chunks[-1].choices, [])
        self.assertEqual(chunks[-1].usage.completion_tokens, 30)
        self.assertEqual(len({c.id for c in chunks}), 1)

    def test_no_usage_unless_asked(self):
        self.assertTrue(all(c.usage is None for c in ask(stream=True)))

    def test_helper(self):
        with client.chat.completions.stream(
                model="test-echo", messages=[{"role": "user", "content": "Repeat: helper text"}]) as stream:
            kinds = {event.type for event in stream}
            final = stream.get_final_completion()
        self.assertIn("content.delta", kinds)
        self.assertEqual(final.choices[0].message.content, "Repeat: helper text")

    def test_odd_but_lawful_streams(self):
        for model in ("test-comments", "test-crlf", "test-bytewise", "test-no-done", "test-usage-in-finish-chunk"):
            text = "".join(c.choices[0].delta.content or "" for c in ask(model, stream=True) if c.choices)
            self.assertEqual(text, "Repeat: ping ✓ Привет", model)

    def test_error_in_mid_stream(self):
        with self.assertRaises(openai.APIError):
            list(ask("test-mid-error", stream=True))

    def test_leaving_early(self):
        stream = ask("test-slow", text="write the numbers 1 to 400", stream=True)
        for _, _ in zip(range(5), stream):
            pass
        stream.close()
        self.assertEqual(ask().choices[0].finish_reason, "stop")


class Tools(unittest.TestCase):
    def check(self, name, arguments):
        self.assertEqual(name, "get_weather")
        self.assertEqual(json.loads(arguments)["city"], "Zürich")

    def test_call_and_second_round(self):
        first = ask("test-tools", tools=TOOLS)
        self.assertEqual(first.choices[0].finish_reason, "tool_calls")
        call = first.choices[0].message.tool_calls[0]
        self.check(call.function.name, call.function.arguments)
        second = client.chat.completions.create(model="test-tools", tools=TOOLS, messages=[
            {"role": "user", "content": "weather?"}, first.choices[0].message,
            {"role": "tool", "tool_call_id": call.id, "content": "sunny"}])
        self.assertEqual(second.choices[0].finish_reason, "stop")
        self.assertTrue(second.choices[0].message.content)

    def test_streamed(self):
        fragments = [c.choices[0].delta.tool_calls[0] for c in ask("test-tools", tools=TOOLS, stream=True)
                     if c.choices and c.choices[0].delta.tool_calls]
        self.assertGreaterEqual(len(fragments), 4)
        self.check(fragments[0].function.name, "".join(f.function.arguments for f in fragments))


    def test_forced_forbidden_and_parallel(self):
        named = {"type": "function", "function": {"name": "get_weather"}}
        self.assertEqual(ask(tools=TOOLS, tool_choice=named).choices[0].finish_reason, "tool_calls")
        self.assertEqual(ask("test-tools", tools=TOOLS, tool_choice="none").choices[0].finish_reason, "stop")
        several = ask("test-tools-parallel", tools=TOOLS).choices[0].message.tool_calls
        self.assertEqual(len({call.id for call in several}), 3)
        self.assertEqual(len(ask("test-tools-parallel", tools=TOOLS, parallel_tool_calls=False).choices[0].message.tool_calls), 1)

    def test_interleaved_and_odd_streams_are_put_together(self):
        for model, count in (("test-tools-parallel", 3), ("test-tools-interleaved", 3), ("test-tools-whole", 1), ("test-tools-empty-id", 1)):
            with client.chat.completions.stream(model=model, tools=TOOLS, messages=[{"role": "user", "content": "weather?"}]) as stream:
                calls = stream.get_final_completion().choices[0].message.tool_calls
            self.assertEqual(len(calls), count, model)
            self.check(calls[0].function.name, calls[0].function.arguments)


class Trip(pydantic.BaseModel):
    city: str
    days: int
    mood: typing.Literal["calm", "wild"]
    stops: list[str]
    guide: "Guide | None"


class Guide(pydantic.BaseModel):
    name: str
    age: float


class Wishes(unittest.TestCase):
    def test_an_answer_by_a_schema(self):
        chat = client.chat.completions.parse(model="test-echo", messages=[{"role": "user", "content": "x"}], response_format=Trip)
        self.assertIsInstance(chat.choices[0].message.parsed, Trip)
        response = client.responses.parse(model="test-echo", input="x", text_format=Trip)
        self.assertIsInstance(response.output_parsed, Trip)

    def test_arguments_by_a_schema(self):
        answer = client.chat.completions.parse(
            model="test-tools", messages=[{"role": "user", "content": "x"}], tools=[openai.pydantic_function_tool(Trip)])
        self.assertIsInstance(answer.choices[0].message.tool_calls[0].function.parsed_arguments, Trip)

    def test_choices_and_stops(self):
        answer = ask(n=3, stop=["ping"])
        self.assertEqual([choice.message.content for choice in answer.choices], ["Repeat: "] * 3)
        chunks = list(ask(n=2, stream=True))
        self.assertEqual({choice.index for chunk in chunks for choice in chunk.choices}, {0, 1})

    def test_a_picture(self):
        parts = [{"type": "text", "text": "see"}, {"type": "image_url", "image_url": {"url": "data:image/png;base64,AA=="}}]
        answer = client.chat.completions.create(model="test-echo", messages=[{"role": "user", "content": parts}])
        self.assertGreater(answer.usage.prompt_tokens, 85)


class OtherFamilies(unittest.TestCase):
    def test_the_older_completions(self):
        answer = client.completions.create(model="test-echo", prompt="Repeat: one two three")
        self.assertEqual(answer.choices[0].text, "Repeat: one two three")
        chunks = list(client.completions.create(model="test-echo", prompt="Repeat: one two three", stream=True))
        self.assertEqual("".join(chunk.choices[0].text for chunk in chunks), "Repeat: one two three")

    def test_reasoning_and_parallel_calls_of_a_streamed_response(self):
        with client.responses.stream(model="test-reasoning", input="Repeat: one two three") as stream:
            final = stream.get_final_response()
        self.assertEqual([item.type for item in final.output], ["reasoning", "message"])
        tool = {"type": "function", "name": "look", "parameters": {"type": "object", "properties": {}}, "strict": False}
        with client.responses.stream(model="test-tools-parallel", input="weather?", tools=[tool]) as stream:
            self.assertEqual(len(stream.get_final_response().output), 3)

    def test_a_response(self):
        answer = client.responses.create(model="test-echo", input="Repeat: one two three")
        self.assertEqual(answer.output_text, "Repeat: one two three")
        self.assertEqual(answer.status, "completed")
        self.assertGreater(answer.usage.output_tokens, 3)

    def test_a_streamed_response(self):
        with client.responses.stream(model="test-echo", input="Repeat: one two three") as stream:
            text = "".join(event.delta for event in stream if event.type == "response.output_text.delta")
            final = stream.get_final_response()
        self.assertEqual((text, final.output_text), ("Repeat: one two three", "Repeat: one two three"))

    def test_a_response_that_calls(self):
        tool = {"type": "function", "name": "look", "parameters": {"type": "object", "properties": {}}, "strict": False}
        answer = client.responses.create(model="test-tools", input="weather?", tools=[tool])
        self.assertEqual(answer.output[0].name, "look")
        self.assertEqual(json.loads(answer.output[0].arguments)["city"], "Zürich")

    def test_embeddings(self):
        # Without a format the SDK asks for base64 and decodes it.
        coded = client.embeddings.create(model="test-echo", input=["one", "two"]).data
        plain = client.embeddings.create(model="test-echo", input=["one", "two"], encoding_format="float").data
        self.assertEqual(len(coded), 2)
        for a, b in zip(coded[0].embedding, plain[0].embedding):
            self.assertAlmostEqual(a, b, places=6)

    def test_an_image(self):
        picture = base64.b64decode(client.images.generate(model="test-echo", prompt="a square").data[0].b64_json)
        self.assertTrue(picture.startswith(b"\x89PNG"))


class Errors(unittest.TestCase):
    def refused(self, kind, code, *args, **more):
        with self.assertRaises(kind) as caught:
            ask(*args, **more)
        self.assertEqual(caught.exception.code, code)
        self.assertTrue(caught.exception.request_id)
        return caught.exception

    def test_the_gateways_own(self):
        self.refused(openai.AuthenticationError, "invalid_api_key", key="sk-gw-wrong-key-wrong-key")
        self.refused(openai.NotFoundError, "model_not_found", "no-such-model")
        self.refused(openai.PermissionDeniedError, "model_not_found", key=os.environ["NARROW_KEY"])
        spent = self.refused(openai.RateLimitError, "insufficient_quota", key=os.environ["SPENT_KEY"])
        self.assertEqual(spent.type, "insufficient_quota")
        with self.assertRaises(openai.NotFoundError) as caught:
            client.moderations.create(input="x")
        self.assertEqual(caught.exception.code, "unknown_url")

    def test_the_upstreams(self):
        self.refused(openai.BadRequestError, "context_length_exceeded", "test-400")
        self.refused(openai.AuthenticationError, "invalid_api_key", "test-401")
        self.refused(openai.PermissionDeniedError, "insufficient_permissions", "test-403")
        self.refused(openai.NotFoundError, "model_not_found", "test-404")
        self.refused(openai.UnprocessableEntityError, "422", "test-422-budget")
        self.refused(openai.RateLimitError, "rate_limit_exceeded", "test-429")
        self.refused(openai.InternalServerError, None, "test-500")
        self.refused(openai.InternalServerError, "overloaded", "test-503-overload")
        with self.assertRaises(openai.InternalServerError):
            ask("test-500-html")

    def test_retries(self):
        # Two retries of the SDK: three calls, the last one's error.
        with self.assertRaises(openai.RateLimitError):
            client.with_options(max_retries=2).chat.completions.create(
                model="test-429", messages=[{"role": "user", "content": "hello"}])

    def test_retries_that_succeed(self):
        answer = client.with_options(max_retries=2).chat.completions.create(
            model="test-429-twice", messages=[{"role": "user", "content": "Repeat: hello again"}])
        self.assertEqual(answer.choices[0].message.content, "Repeat: hello again")
        with self.assertRaises(openai.RateLimitError) as caught:
            client.with_options(max_retries=2).chat.completions.create(
                model="test-429-should-not-retry", messages=[{"role": "user", "content": "hello"}])
        self.assertIn("attempt 1", str(caught.exception))

    def test_a_cut_connection(self):
        with self.assertRaises(Exception):
            list(ask("test-cut", stream=True))


if __name__ == "__main__":
    unittest.main(verbosity=1)
