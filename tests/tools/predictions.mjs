// Turns a built site's data/incidents.json into the shape that a scorer of un-annotated postmortems reads, on standard output:
//   node predictions.mjs SITE
// {"file name": {title, started, detected, mitigated, resolved, action_items: [{title, owner, status, ticket}], …}}
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";

const [site] = process.argv.slice(2);
const { incidents } = JSON.parse(readFileSync(join(site, "data/incidents.json"), "utf8"));
const predictions = {};
for (const incident of incidents) {
  predictions[basename(incident.file)] = {
    title: incident.title,
    date: incident.started_at?.slice(0, 10) ?? null,
    started: incident.started_at,
    detected: incident.detected_at,
    mitigated: incident.mitigated_at,
    resolved: incident.resolved_at,
    severity: incident.severity,
    services: incident.services,
    trigger: incident.triggers[0] ?? null,
    root_causes: incident.root_causes,
    authors: incident.authors,
    action_items: incident.action_items.map(({ title, owner, status, ticket, ticket_url }) => ({ title, owner, status, ticket: ticket_url ?? ticket })),
    timeline_entries: { count: incident.timeline.length, first: incident.timeline[0]?.at, last: incident.timeline.at(-1)?.at },
  };
}
process.stdout.write(JSON.stringify(predictions, null, 1) + "\n");
