// SPDX-License-Identifier: GPL-3.0-or-later
// The official OpenAI SDK for Node against the gateway at OPENAI_BASE_URL.
import assert from "node:assert/strict";
import { test } from "node:test";
import OpenAI from "openai";

const client = new OpenAI({ maxRetries: 0, timeout: 20_000 });
const tools = [{ type: "function", function: { name: "get_weather", parameters: { type: "object", properties: { city: { type: "string" } } } } }];
const said = "Repeat: ping ✓ Привет";

const ask = (model, more = {}, caller = client) =>
    caller.chat.completions.create({ model, messages: [{ role: "user", content: said }], ...more });
const withKey = (apiKey) => new OpenAI({ apiKey, maxRetries: 0 });

async function textOf(stream) {
    let text = "";
    for await (const chunk of stream) text += chunk.choices[0]?.delta?.content ?? "";
    return text;
}

test("chat: answer, usage, request id", async () => {
    const answer = await ask("test-echo");
    assert.equal(answer.choices[0].message.content, said);
    assert.equal(answer.usage.total_tokens, answer.usage.prompt_tokens + answer.usage.completion_tokens);
    assert.match(answer._request_id, /^req_/);
});

test("models", async () => {
    const models = [];
    for await (const model of client.models.list()) models.push(model.id);
    assert.equal(models[0], "test-echo");
    assert.equal((await client.models.retrieve("test-slow")).id, "test-slow");
});

test("streaming: pieces, finish, usage chunk", async () => {
    const chunks = [];
    for await (const chunk of await ask("test-echo", { stream: true, stream_options: { include_usage: true } })) chunks.push(chunk);
    assert.ok(chunks.length > 8);
    assert.deepEqual(chunks.at(-1).choices, []);
    assert.ok(chunks.at(-1).usage.completion_tokens > 0);
    assert.equal(chunks.at(-2).choices[0].finish_reason, "stop");
    assert.ok(chunks.slice(0, -1).every((chunk) => chunk.usage === null));
});

test("streaming: helper, odd but lawful streams", async () => {
    const stream = client.chat.completions.stream({ model: "test-echo", messages: [{ role: "user", content: said }] });
    assert.equal(await stream.finalContent(), said);
    for (const model of ["test-comments", "test-crlf", "test-bytewise", "test-no-done"])
        assert.equal(await textOf(await ask(model, { stream: true })), said, model);
});

test("streaming: errors and cuts are thrown", async () => {
    await assert.rejects(async () => textOf(await ask("test-mid-error", { stream: true })), OpenAI.APIError);
    await assert.rejects(async () => textOf(await ask("test-cut", { stream: true })));
});

test("streaming: leaving early frees the connection", async () => {
    const stream = await ask("test-slow", { stream: true });
    for await (const chunk of stream) {
        if (chunk.choices[0]?.delta?.content) break;
    }
    stream.controller.abort();
    assert.equal((await ask("test-echo")).choices[0].finish_reason, "stop");
});

test("tools: plain, streamed, second round", async () => {
    const first = await ask("test-tools", { tools });
    const call = first.choices[0].message.tool_calls[0];
    assert.equal(first.choices[0].finish_reason, "tool_calls");
    assert.equal(JSON.parse(call.function.arguments).city, "Zürich");
    let fragments = 0;
    let text = "";
    for await (const chunk of await ask("test-tools", { tools, stream: true })) {
        const part = chunk.choices[0]?.delta?.tool_calls?.[0]?.function?.arguments;
        fragments += part ? 1 : 0;
        text += part ?? "";
    }
    assert.ok(fragments >= 3);
    assert.equal(JSON.parse(text).city, "Zürich");
    const second = await client.chat.completions.create({
        model: "test-tools", tools,
        messages: [{ role: "user", content: "weather?" }, first.choices[0].message, { role: "tool", tool_call_id: call.id, content: "sunny" }],
    });
    assert.equal(second.choices[0].finish_reason, "stop");
});

test("tools: forced, forbidden, parallel, put together by the helper", async () => {
    assert.equal((await ask("test-echo", { tools, tool_choice: "required" })).choices[0].finish_reason, "tool_calls");
    assert.equal((await ask("test-tools", { tools, tool_choice: "none" })).choices[0].message.content, said);
    const messages = [{ role: "user", content: said }];
    for (const model of ["test-tools-parallel", "test-tools-interleaved"]) {
        const final = await client.chat.completions.stream({ model, tools, messages }).finalChatCompletion();
        assert.deepEqual(final.choices[0].message.tool_calls.map((call) => JSON.parse(call.function.arguments).city), ["Zürich", "Łódź", "東京"], model);
    }
});

test("choices, stops, a schema, the older completions", async () => {
    const stopped = await ask("test-echo", { n: 2, stop: "ping" });
    assert.deepEqual(stopped.choices.map((choice) => choice.message.content), ["Repeat: ", "Repeat: "]);
    const schema = { type: "object", properties: { n: { type: "integer", minimum: 4, maximum: 6 } }, required: ["n"], additionalProperties: false };
    const made = await ask("test-echo", { response_format: { type: "json_schema", json_schema: { name: "a", strict: true, schema } } });
    assert.ok([4, 5, 6].includes(JSON.parse(made.choices[0].message.content).n));
    assert.equal((await client.completions.create({ model: "test-echo", prompt: said })).choices[0].text, said);
});

test("retries follow the headers", async () => {
    const patient = new OpenAI({ maxRetries: 2 });
    assert.equal((await ask("test-429-twice", {}, patient)).choices[0].message.content, said);
    await assert.rejects(ask("test-429-should-not-retry", {}, patient), /attempt 1/);
});

test("errors have class, status, code and request id", async () => {
    const refused = async (kind, status, code, model, caller) => {
        await assert.rejects(ask(model, {}, caller), (error) => {
            assert.ok(error instanceof kind, `${model}: ${error}`);
            assert.equal(error.status, status);
            assert.equal(error.code, code);
            assert.ok(error.requestID);
            return true;
        });
    };
    await refused(OpenAI.AuthenticationError, 401, "invalid_api_key", "test-echo", withKey("sk-gw-wrong-key-wrong-key"));
    await refused(OpenAI.NotFoundError, 404, "model_not_found", "no-such-model");
    await refused(OpenAI.PermissionDeniedError, 403, "model_not_found", "test-echo", withKey(process.env.NARROW_KEY));
    await refused(OpenAI.RateLimitError, 429, "insufficient_quota", "test-echo", withKey(process.env.SPENT_KEY));
    await refused(OpenAI.BadRequestError, 400, "context_length_exceeded", "test-400");
    await refused(OpenAI.RateLimitError, 429, "rate_limit_exceeded", "test-429");
    await refused(OpenAI.UnprocessableEntityError, 422, "422", "test-422-budget");
    await refused(OpenAI.InternalServerError, 500, null, "test-500");
    await refused(OpenAI.InternalServerError, 503, "overloaded", "test-503-overload");
});
