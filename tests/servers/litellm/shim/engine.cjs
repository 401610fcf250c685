// SPDX-License-Identifier: GPL-3.0-or-later
// A stand-in for Prisma's native `query-engine` program, for the Prisma Python client:
// same command line and HTTP+GraphQL, but the work is done by the wasm query engine that
// the npm package @prisma/client 5.22 ships, over @prisma/adapter-pg.
'use strict'
const VERSION = 'ac9d7041ed77bcc8a8dbd2ab6616b39013829574'
if (process.argv.includes('--version')) { console.log('query-engine ' + VERSION); process.exit(0) }
const fs = require('fs'), http = require('http'), path = require('path')
const { parse } = require('graphql')
const { Pool } = require('pg')
// column types that adapter-pg does not know, but LiteLLM's raw queries return: name, void -> text
const Result = require('pg/lib/result'), addFields = Result.prototype.addFields
Result.prototype.addFields = function (f) { for (const x of f) x.dataTypeID = ({ 19: 25, 2278: 25, 1003: 1009 })[x.dataTypeID] || x.dataTypeID; return addFields.call(this, f) }
const { PrismaPg } = require('@prisma/adapter-pg')
const { bindAdapter } = require('@prisma/driver-adapter-utils')
const arg = n => { const i = process.argv.indexOf(n); return i < 0 ? null : process.argv[i + 1] }
const port = +(arg('-p') || arg('--port') || process.env.PORT || 0)
const LOG = process.env.SHIM_LOG
const log = (...a) => LOG && fs.appendFileSync(LOG, a.map(x => typeof x === 'string' ? x : JSON.stringify(x)).join(' ') + '\n')
const datamodel = fs.readFileSync(process.env.PRISMA_DML_PATH, 'utf8')
let url = process.env.DATABASE_URL
if (process.env.OVERWRITE_DATASOURCES) {
  let s = process.env.OVERWRITE_DATASOURCES
  if (!s.trim().startsWith('[')) s = Buffer.from(s, 'base64').toString()
  url = JSON.parse(s)[0].url
}
const u = new URL(url)
const limit = +(u.searchParams.get('connection_limit') || 10)
const schema = u.searchParams.get('schema') || 'public'
u.search = ''
const pool = new Pool({ connectionString: u.toString(), max: limit, options: `-c TimeZone=UTC -c search_path=${schema}` })
pool.on('error', e => log('pool error', String(e)))

// ---- wasm engine
const dir = path.join(path.dirname(require.resolve('@prisma/client/package.json')), 'runtime')
const rt = require(path.join(dir, 'query_engine_bg.postgresql.js'))
const mod = new WebAssembly.Module(fs.readFileSync(path.join(dir, 'query_engine_bg.postgresql.wasm')))
const inst = new WebAssembly.Instance(mod, { './query_engine_bg.js': rt })
rt.__wbg_set_wasm(inst.exports)
const engine = new rt.QueryEngine({
  datamodel, logLevel: 'error', logQueries: false, ignoreEnvVarErrors: true, env: { DATABASE_URL: url },
  configDir: '.', engineProtocol: 'json', enableTracing: false, overrideDatasources: {}, datasourceOverrides: {}
}, m => log('engine', m), bindAdapter(new PrismaPg(pool, { schema })))
const trace = '{}'

// ---- GraphQL -> JSON protocol
const models = [...datamodel.matchAll(/^\s*model\s+(\w+)\s*\{/gm)].map(m => m[1]).sort((a, b) => b.length - a.length)
const ACTIONS = ['createManyAndReturn', 'createMany', 'createOne', 'updateMany', 'updateOne', 'deleteMany', 'deleteOne',
  'upsertOne', 'findMany', 'findFirst', 'findUnique', 'aggregate', 'groupBy']
function value(v) {
  switch (v.kind) {
    case 'NullValue': return null
    case 'BooleanValue': return v.value
    case 'IntValue': { const n = Number(v.value); return Number.isSafeInteger(n) ? n : { $type: 'BigInt', value: v.value } }
    case 'FloatValue': return Number(v.value)
    case 'StringValue': return v.value
    case 'EnumValue': return { $type: 'Enum', value: v.value }
    case 'ListValue': return v.values.map(value)
    case 'ObjectValue': return Object.fromEntries(v.fields.map(f => [f.name.value, value(f.value)]))
  }
  throw new Error('unsupported GraphQL value ' + v.kind)
}
// which fields are Json, which are relations: the JSON protocol wants Json arguments marked
const FIELDS = {}
for (const m of datamodel.matchAll(/^\s*model\s+(\w+)\s*\{([\s\S]*?)^\}/gm)) {
  const f = FIELDS[m[1]] = {}
  for (const l of m[2].split('\n')) { const x = l.match(/^\s*(\w+)\s+(\w+)/); if (x) f[x[1]] = x[2] }
}
const JSON_OPS = ['set', 'equals', 'not', 'array_contains', 'array_starts_with', 'array_ends_with', 'gt', 'gte', 'lt', 'lte']
const mark = v => typeof v === 'string' ? { $type: 'Json', value: v }
  : Array.isArray(v) ? v.map(mark)
    : v && typeof v === 'object' && !v.$type ? Object.fromEntries(Object.entries(v).map(([k, x]) => [k, JSON_OPS.includes(k) ? mark(x) : x])) : v
function typed(v, model) {
  if (Array.isArray(v)) return v.map(x => typed(x, model))
  if (!v || typeof v !== 'object' || v.$type) return v
  const f = FIELDS[model] || {}, o = {}
  for (const k in v) {
    const t = f[k]
    o[k] = t === 'Json' ? mark(v[k]) : typed(v[k], FIELDS[t] ? t : model)
  }
  return o
}
const args = f => Object.fromEntries((f.arguments || []).map(a => [a.name.value, value(a.value)]))
function selection(set) {
  const out = {}
  for (const f of set ? set.selections : []) {
    const name = f.name.value
    out[name] = f.selectionSet || (f.arguments && f.arguments.length)
      ? (f.arguments.length ? { arguments: args(f), selection: selection(f.selectionSet) } : { selection: selection(f.selectionSet) })
      : true
  }
  return out
}
function translate(src) {
  const op = parse(src, { noLocation: true }).definitions[0]
  const f = op.selectionSet.selections[0], name = f.name.value, alias = (f.alias || f.name).value
  if (name === 'queryRaw' || name === 'executeRaw')
    return { alias, q: { action: name, query: { arguments: args(f), selection: {} } } }
  for (const a of ACTIONS) {
    if (!name.startsWith(a)) continue
    let rest = name.slice(a.length), action = a
    if (rest.endsWith('OrThrow')) { rest = rest.slice(0, -7); action += 'OrThrow' }
    if (models.includes(rest)) return { alias, q: { modelName: rest, action, query: { arguments: typed(args(f), rest), selection: selection(f.selectionSet) } } }
  }
  throw new Error('unsupported operation ' + name)
}
function unwrap(v) {
  if (Array.isArray(v)) return v.map(unwrap)
  if (v && typeof v === 'object') {
    if (typeof v.$type === 'string') return v.value
    const o = {}; for (const k in v) o[k] = unwrap(v[k]); return o
  }
  return v
}
// engine 5.4 answered raw queries with rows of typed values; newer engines with columns+types+rows
function legacy(r) {
  const one = (t, v) => v === null || v === undefined ? { prisma__type: 'null', prisma__value: null }
    : t.endsWith('-array') ? { prisma__type: 'array', prisma__value: v.map(x => one(t.slice(0, -6), x)) }
      : { prisma__type: t, prisma__value: v }
  return r.rows.map(row => Object.fromEntries(r.columns.map((c, i) => [c, one(r.types[i], row[i])])))
}
function finish(r, alias, raw) {
  if (!r.data) return r
  const k = Object.keys(r.data)[0]
  let v = r.data[k]
  if (raw) { if (v && v.$type) v = v.value; if (v && v.columns) v = legacy(v) } else v = unwrap(v)
  return { data: { [alias]: v } }
}
const userError = (msg, code) => ({ errors: [{ error: msg, user_facing_error: { is_panic: false, message: msg, meta: {}, error_code: code || 'P2009' } }] })

async function run(body, tx) {
  if (body.batch) {
    const t = body.batch.map(b => translate(b.query))
    const res = JSON.parse(await engine.query(JSON.stringify({ batch: t.map(x => x.q), transaction: body.transaction ? { isolationLevel: body.isolationLevel ?? null } : undefined }), trace, tx))
    if (res.batchResult) res.batchResult = res.batchResult.map((r, i) => finish(r, t[i].alias, !t[i].q.modelName))
    return res
  }
  const t = translate(body.query)
  const res = JSON.parse(await engine.query(JSON.stringify(t.q), trace, tx))
  return finish(res, t.alias, !t.q.modelName)
}

const read = req => new Promise((ok, no) => { const c = []; req.on('data', d => c.push(d)); req.on('end', () => ok(Buffer.concat(c).toString())); req.on('error', no) })
const srv = http.createServer(async (req, res) => {
  const send = (code, o) => { const s = JSON.stringify(o); res.writeHead(code, { 'content-type': 'application/json' }); res.end(s) }
  let text = ''
  try {
    const p = req.url.split('?')[0]
    text = await read(req)
    if (p === '/status') return send(200, { status: 'ok' })
    if (p === '/metrics') return send(200, { counters: [], gauges: [], histograms: [] })
    if (p === '/transaction/start') {
      const b = JSON.parse(text || '{}')
      const r = JSON.parse(await engine.startTransaction(JSON.stringify({ max_wait: b.max_wait ?? 2000, timeout: b.timeout ?? 5000, isolation_level: b.isolation_level }), trace))
      return send(200, r.id ? r : { errors: [{ error: r.message, user_facing_error: r }] })
    }
    const m = p.match(/^\/transaction\/([^/]+)\/(commit|rollback)$/)
    if (m) { const r = await (m[2] === 'commit' ? engine.commitTransaction(m[1], trace) : engine.rollbackTransaction(m[1], trace)); return send(200, JSON.parse(r || '{}') || {}) }
    if (p === '/') {
      const r = await run(JSON.parse(text), req.headers['x-transaction-id'])
      if (r.errors && r.errors.length) log('ERR', text.slice(0, 4000), r.errors)
      return send(200, r)
    }
    send(404, {})
  } catch (e) {
    let o = null
    try { o = JSON.parse(e.message) } catch { }
    log('EXC', String(e && e.stack || e), text.slice(0, 4000))
    send(200, o && o.error_code ? { errors: [{ error: o.message, user_facing_error: o }] } : userError(String(e && e.message || e)))
  }
})
srv.keepAliveTimeout = 120000
engine.connect(trace).then(() => {
  srv.listen(port, '127.0.0.1', () => log('listening', port))
  srv.on('error', e => { log('listen error', String(e)); process.exit(1) })
}).catch(e => { console.error('query-engine stand-in: cannot connect:', e.message || e); process.exit(1) })
for (const s of ['SIGINT', 'SIGTERM']) process.on(s, () => process.exit(0))
const parent = process.ppid
setInterval(() => { if (process.ppid !== parent) process.exit(0) }, 2000).unref()
