// SPDX-License-Identifier: GPL-3.0-or-later
// The official Anthropic SDK for Node against the gateway at ANTHROPIC_BASE_URL.
import assert from "node:assert/strict";
import { test } from "node:test";
import Anthropic from "@anthropic-ai/sdk";

const client = new Anthropic({ maxRetries: 0, timeout: 20_000 });
const said = "Repeat: ping ✓ Привет";
const tools = [{ name: "look", description: "looks", input_schema: { type: "object", properties: { city: { type: "string" } }, required: ["city"] } }];
const body = (model, more = {}) => ({ model, max_tokens: 200, messages: [{ role: "user", content: said }], ...more });
const ask = (model, more) => client.messages.create(body(model, more));
const textOf = (answer) => answer.content.filter((block) => block.type === "text").map((block) => block.text).join("");

test("messages: answer, usage, request id", async () => {
    const answer = await ask("test-echo");
    assert.equal(textOf(answer), said);
    assert.equal(answer.stop_reason, "end_turn");
    assert.ok(answer.usage.input_tokens > 0 && answer.usage.output_tokens > 0);
    assert.match(answer._request_id, /^req_/);
});

test("messages: a picture, a stop sequence, a limit", async () => {
    const picture = { type: "image", source: { type: "base64", media_type: "image/png", data: "AA==" } };
    const seen = await ask("test-echo", { messages: [{ role: "user", content: [picture, { type: "text", text: said }] }] });
    assert.ok(seen.usage.input_tokens > 85);
    const stopped = await ask("test-echo", { stop_sequences: ["ping"] });
    assert.deepEqual([stopped.stop_reason, stopped.stop_sequence, textOf(stopped)], ["stop_sequence", "ping", "Repeat: "]);
    const cut = await ask("test-echo", { max_tokens: 2 });
    assert.deepEqual([cut.stop_reason, cut.usage.output_tokens], ["max_tokens", 2]);
});

test("streaming: helper, events, odd but lawful streams", async () => {
    for (const model of ["test-echo", "test-comments", "test-crlf", "test-bytewise", "test-no-space", "test-buffered"]) {
        const final = await client.messages.stream(body(model)).finalMessage();
        assert.equal(textOf(final), said, model);
        assert.equal(final.stop_reason, "end_turn", model);
        assert.ok(final.usage.output_tokens > 3, model);
    }
    const kinds = new Set();
    for await (const event of await ask("test-echo", { stream: true })) kinds.add(event.type);
    for (const kind of ["message_start", "content_block_start", "content_block_delta", "content_block_stop", "message_delta", "message_stop"])
        assert.ok(kinds.has(kind), kind);
});

test("streaming: thoughts come before the text", async () => {
    const final = await client.messages.stream(body("test-reasoning")).finalMessage();
    assert.deepEqual(final.content.map((block) => block.type), ["thinking", "text"]);
    assert.ok(final.content[0].thinking.length > 20 && final.content[0].signature);
    assert.equal(textOf(final), said);
});

test("streaming: errors and cuts are thrown", async () => {
    for (const model of ["test-mid-error", "test-cut", "test-clean-cut", "test-no-done"])
        await assert.rejects(client.messages.stream(body(model)).finalMessage(), undefined, model);
});

test("tools: streamed, parallel, forced, second round", async () => {
    const first = await client.messages.stream(body("test-tools", { tools })).finalMessage();
    assert.equal(first.stop_reason, "tool_use");
    assert.deepEqual(first.content[0].input, { city: "Zürich" });
    const several = await client.messages.stream(body("test-tools-parallel", { tools })).finalMessage();
    assert.deepEqual(several.content.map((block) => block.input.city), ["Zürich", "Łódź", "東京"]);
    const alone = await ask("test-tools-parallel", { tools, tool_choice: { type: "auto", disable_parallel_tool_use: true } });
    assert.equal(alone.content.length, 1);
    const forced = await ask("test-echo", { tools, tool_choice: { type: "tool", name: "look" } });
    assert.equal(forced.content[0].name, "look");
    const none = await ask("test-tools", { tools, tool_choice: { type: "none" } });
    assert.equal(textOf(none), said);
    const result = { type: "tool_result", tool_use_id: first.content[0].id, content: "sunny" };
    const turns = [{ role: "user", content: said }, { role: "assistant", content: first.content }, { role: "user", content: [result] }];
    assert.equal((await ask("test-tools", { tools, messages: turns })).stop_reason, "end_turn");
});

test("count_tokens and models", async () => {
    const { model, messages } = body("test-echo");
    assert.ok((await client.messages.countTokens({ model, messages })).input_tokens > 3);
    const models = [];
    for await (const one of client.models.list()) models.push(one);
    assert.deepEqual([models[0].id, models[0].type], ["test-echo", "model"]);
    assert.equal((await client.models.retrieve("test-slow")).display_name, "test-slow");
});

test("errors have class, status and request id; retries follow the headers", async () => {
    const refused = async (kind, model, caller = client) => {
        await assert.rejects(caller.messages.create(body(model)), (error) => {
            assert.ok(error instanceof kind, `${model}: ${error}`);
            assert.ok(error.requestID);
            return true;
        });
    };
    await refused(Anthropic.AuthenticationError, "test-echo", new Anthropic({ apiKey: "sk-no", maxRetries: 0 }));
    await refused(Anthropic.PermissionDeniedError, "test-echo", new Anthropic({ apiKey: process.env.NARROW_KEY, maxRetries: 0 }));
    await refused(Anthropic.NotFoundError, "no-such-model");
    await refused(Anthropic.RateLimitError, "test-429");
    await refused(Anthropic.InternalServerError, "test-529");
    const patient = new Anthropic({ maxRetries: 2 });
    assert.equal(textOf(await patient.messages.create(body("test-429-twice"))), said);
    await refused(Anthropic.RateLimitError, "test-429-once", new Anthropic({ maxRetries: 0 }));
});
