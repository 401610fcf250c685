// SPDX-License-Identifier: GPL-3.0-or-later
// The official Google GenAI SDK for Node against the gateway at GEMINI_BASE_URL (without /v1beta), with GEMINI_KEY.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ApiError, FunctionCallingConfigMode, GoogleGenAI, Type } from "@google/genai";

const clientOf = (apiKey) => new GoogleGenAI({ apiKey, httpOptions: { baseUrl: process.env.GEMINI_BASE_URL } });
const { models } = clientOf(process.env.GEMINI_KEY);
const contents = "Repeat: ping ✓ Привет";
const look = { name: "look", parameters: { type: Type.OBJECT, properties: { city: { type: Type.STRING }, days: { type: Type.INTEGER, minimum: 2, maximum: 4 } }, required: ["city", "days"] } };
const tools = [{ functionDeclarations: [look] }];
const ask = (model, config) => models.generateContent({ model, contents, config });

test("generateContent: answer, usage, limit, stop, candidates", async () => {
    const answer = await ask("test-echo");
    assert.equal(answer.text, contents);
    assert.equal(answer.candidates[0].finishReason, "STOP");
    assert.ok(answer.usageMetadata.promptTokenCount > 0 && answer.usageMetadata.candidatesTokenCount > 0);
    assert.equal((await ask("test-echo", { maxOutputTokens: 2 })).candidates[0].finishReason, "MAX_TOKENS");
    assert.equal((await ask("test-echo", { stopSequences: ["ping"] })).text, "Repeat: ");
    assert.equal((await ask("test-echo", { candidateCount: 2 })).candidates.length, 2);
});

test("generateContent: a picture, thoughts, a blocked prompt", async () => {
    const parts = [{ text: contents }, { inlineData: { mimeType: "image/png", data: "AA==" } }];
    const seen = await models.generateContent({ model: "test-echo", contents: [{ role: "user", parts }] });
    assert.ok(seen.usageMetadata.promptTokenCount > 85);
    const thought = await ask("test-reasoning");
    assert.equal(thought.text, contents);
    assert.ok(thought.candidates[0].content.parts[0].thought && thought.usageMetadata.thoughtsTokenCount > 5);
    const blocked = await ask("test-blocked-prompt");
    assert.equal(blocked.promptFeedback.blockReason, "SAFETY");
    assert.equal(blocked.candidates, undefined);
});

test("streaming", async () => {
    for (const model of ["test-echo", "test-bytewise", "test-buffered"]) {
        const chunks = [];
        for await (const chunk of await models.generateContentStream({ model, contents })) chunks.push(chunk);
        assert.equal(chunks.map((chunk) => chunk.text ?? "").join(""), contents, model);
        assert.ok(chunks.length > 8, model);
        assert.equal(chunks.at(-1).candidates[0].finishReason, "STOP");
        assert.ok(chunks.at(-1).usageMetadata.totalTokenCount > 5);
    }
    await assert.rejects(async () => {
        for await (const chunk of await models.generateContentStream({ model: "test-cut", contents })) assert.ok(chunk);
    });
});

test("tools: plain, streamed, forced, forbidden, second round", async () => {
    const calls = (await ask("test-tools", { tools })).functionCalls;
    assert.equal(calls[0].name, "look");
    assert.equal(calls[0].args.city, "Zürich");
    assert.ok(calls[0].args.days >= 2 && calls[0].args.days <= 4);
    const streamed = [];
    for await (const chunk of await models.generateContentStream({ model: "test-tools-parallel", contents, config: { tools } }))
        streamed.push(...(chunk.functionCalls ?? []));
    assert.deepEqual(streamed.map((call) => call.args.city), ["Zürich", "Łódź", "東京"]);
    const mode = (name) => ({ tools, toolConfig: { functionCallingConfig: { mode: FunctionCallingConfigMode[name] } } });
    assert.equal((await ask("test-echo", mode("ANY"))).functionCalls[0].name, "look");
    assert.equal((await ask("test-tools", mode("NONE"))).text, contents);
    const turns = [{ role: "user", parts: [{ text: contents }] }, { role: "model", parts: [{ functionCall: calls[0] }] },
        { role: "user", parts: [{ functionResponse: { name: "look", response: { sky: "sunny" } } }] }];
    const second = await models.generateContent({ model: "test-tools", contents: turns, config: { tools } });
    assert.match(second.text, /second round/);
});

test("JSON by a schema", async () => {
    const responseSchema = { type: Type.ARRAY, minItems: "2", items: look.parameters };
    const list = JSON.parse((await ask("test-echo", { responseMimeType: "application/json", responseSchema })).text);
    assert.ok(list.length >= 2 && list.every((one) => one.city && Number.isInteger(one.days)));
});

test("embeddings, counting, models", async () => {
    const embedded = await models.embedContent({ model: "test-echo", contents: ["one", "two"], config: { outputDimensionality: 8 } });
    assert.deepEqual(embedded.embeddings.map((one) => one.values.length), [8, 8]);
    assert.notDeepEqual(embedded.embeddings[0].values, embedded.embeddings[1].values);
    assert.ok((await models.countTokens({ model: "test-echo", contents })).totalTokens > 3);
    const names = [];
    for await (const model of await models.list()) names.push(model.name);
    assert.equal(names[0], "models/test-echo");
    assert.equal((await models.get({ model: "test-slow" })).displayName, "test-slow");
});

test("errors", async () => {
    const refused = async (status, model, caller = models) => {
        await assert.rejects(caller.generateContent({ model, contents }), (error) => error instanceof ApiError && error.status === status, model);
    };
    for (const [model, status] of [["nobody", 404], ["test-403", 403], ["test-400", 400], ["test-422", 422]]) await refused(status, model);
    await refused(400, "test-echo", clientOf("sk-no").models);
});
