<header class="page-head">
<h1>About this site</h1>
<p class="lead">Every incident here was written down so that the next one is shorter. This page says how to read them, what the words mean, and how to add one.</p>
</header>
<div class="prose">
<h2 id="reading">How to read a postmortem</h2>
<p>Each page answers the same questions in the same order. <strong>In one minute</strong> says what users saw, how it was noticed and what stopped it. The bar below it is the incident's clock, to scale. Then comes the document as its authors wrote it, with its timeline and the action items it promised. What a document does not say is shown as {{not_recorded_html:none}}: a gap is information too.</p>
<p>Postmortems here are blameless. They describe what people knew at the time and why their decisions made sense; names stand for roles. If a sentence reads as blame, please correct it.</p>
<h2 id="severities">Severities</h2>
<div class="table-scroll" role="region" tabindex="0" aria-label="Table: Severities">
<table>
<thead><tr><th scope="col">Severity</th><th scope="col">Meaning</th><th scope="col" class="right">Incidents</th></tr></thead>
<tbody>
{{#severity}}
<tr><th scope="row"><a href="{{url}}">{{badge_html:none}}</a></th><td>{{title}}{{#has_description}}: {{description}}{{/has_description}}</td><td class="right">{{count}}</td></tr>
{{/severity}}
</tbody>
</table>
</div>
<h2 id="glossary">Glossary</h2>
<dl class="glossary">
<dt>Started</dt><dd>The first moment users were affected, not the first alert.</dd>
<dt>Detected</dt><dd>Monitoring or a person first noticed. Time to detect runs from started to detected.</dd>
<dt>Acknowledged</dt><dd>A responder took the incident on. Time to acknowledge runs from detected to acknowledged.</dd>
<dt>Mitigated</dt><dd>Users are no longer affected; the cause may remain. Time to mitigate runs from started to mitigated.</dd>
<dt>Resolved</dt><dd>The incident is over. Time to resolve runs from started to resolved.</dd>
<dt>Downtime</dt><dd>From started to mitigated, or to resolved where mitigation is not recorded.</dd>
<dt>Trigger</dt><dd>The event that set the incident off: the rain.</dd>
<dt>Root cause</dt><dd>A condition that let the trigger do harm: the hole in the roof. There are often several.</dd>
<dt>Contributing factor</dt><dd>A condition that made the incident possible, worse or longer.</dd>
<dt>Near miss</dt><dd>Nobody was harmed this time. It is worth a page; it does not count in durations. Neither does a drill.</dd>
<dt>Median</dt><dd>Half of the incidents took longer. Shown only from 6 incidents on, with the range that holds the true median with 95 % confidence. Means are not shown alone: one long incident would decide them.</dd>
<dt>Inferred</dt><dd>Read from the document's text, because its front matter does not state it. <a href="{{quality_url}}">Data quality</a> lists each such value with its line.</dd>
</dl>
<h2 id="adding">How to add a postmortem</h2>
<p>Add a Markdown file to the content folder. Front matter states the facts; the body tells the story:</p>
<pre tabindex="0"><code class="language-yaml">---
title: Checkout answered 502 after a deploy
severity: {{example_severity}}
started_at: 2025-03-04T14:02Z
detected_at: 2025-03-04T14:08Z
resolved_at: 2025-03-04T15:10Z
services: [checkout]
triggers: [deploy]
root_causes: [missing test]
---

## Summary
…
</code></pre>
<p>Nothing but the title and the start is needed. <code>hindsight check</code> says what is wrong, with the line.</p>
<h2 id="data">Data</h2>
<ul>
<li><a href="{{incidents_json_url}}">incidents.json</a> and <a href="{{incidents_csv_url}}">incidents.csv</a>: every incident with its times and durations</li>
<li><a href="{{actions_json_url}}">actions.json</a> and <a href="{{actions_csv_url}}">actions.csv</a>: every action item</li>
<li><a href="{{feed_url}}">feed.xml</a>: new incidents, as an Atom feed; each service has its own</li>
<li><a href="{{postmortem_schema_url}}">postmortem.schema.json</a> and <a href="{{site_schema_url}}">site.schema.json</a>: what editors complete front matter and site.yml from</li>
</ul>
<h2 id="accessibility">Accessibility</h2>
<p>Pages work with the keyboard alone, without scripts, offline from a folder, in light and dark, and on paper. Colour is never the only sign. If something stands in your way, that is a defect: please report it.</p>
</div>
