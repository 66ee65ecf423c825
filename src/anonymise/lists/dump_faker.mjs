// prints first and last names of the @faker-js/faker locales as JSON
const f = await import(process.argv[2]);
const out = {};
for (const [k, l] of Object.entries(f.allLocales)) { const p = l.person || {}; out[k] = {first: [], last: []};
  const flat = v => v == null ? [] : Array.isArray(v) ? v.flatMap(flat) : typeof v === 'string' ? [v] : typeof v === 'object' ? ('value' in v ? flat(v.value) : Object.values(v).flatMap(flat)) : [];
  out[k].first = flat(p.first_name); out[k].last = flat(p.last_name); }
console.log(JSON.stringify(out));
